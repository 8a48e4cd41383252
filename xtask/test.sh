#!/bin/bash
# Everything that `make test` runs, cheapest first.
set -euo pipefail
cd "$(dirname "$0")/.."
./xtask/setup.sh test
cargo fmt --check
cargo clippy --workspace --all-targets --locked -- -D warnings
cargo test --workspace --locked
