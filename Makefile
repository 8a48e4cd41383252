# The front door. `make run` shows the product, `make test` proves it; see README.md.
.PHONY: run test check update bench setup web
SHELL := /bin/bash

run: setup-run web
	cargo build --release --locked -p cli
	./target/release/rectify serve --demo --data .run/data

test:
	./xtask/test.sh

check:
	cargo fmt --check && cargo clippy --workspace --all-targets --locked -- -D warnings

setup-run:
	./xtask/setup.sh run

web:
	./xtask/web.sh

update:
	INSTA_UPDATE=always UPDATE_SNAPSHOTS=1 cargo test --workspace --locked
	cd web && npm run codegen

bench:
	./benches/run.sh
