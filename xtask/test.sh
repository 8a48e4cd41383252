#!/bin/bash
# Everything that `make test` runs, cheapest first.
set -euo pipefail
cd "$(dirname "$0")/.."
step() { echo "== $* ($(date +%H:%M:%S))"; }

step set-up
./xtask/setup.sh test
step web: install, rules, unit tests, build
(cd web && npm ci --no-fund --no-audit --loglevel=error && npm run lint && npm test && npm run build)
step rust: format, lints, house rules
cargo fmt --check
cargo clippy --workspace --all-targets --locked -- -D warnings
cargo xtask tidy
step rust: tests
INSTA_UPDATE=no cargo test --workspace --locked
step rust: tests of the store again, on PostgreSQL
RECTIFY_TEST_DATABASE=postgres INSTA_UPDATE=no cargo test --locked -p storage -p server -p cli
step documentation
RUSTDOCFLAGS="-D warnings" cargo doc --workspace --no-deps --document-private-items --locked
step end to end: real binary, real browser
cargo build --locked -p cli
(cd web && RECTIFY_BIN="$PWD/../target/debug/rectify" npm run e2e)
step done
