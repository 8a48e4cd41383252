#!/bin/bash
# Speed of reading and parsing, beside pandoc and markitdown on the same file in the same run.
# Needs: pandoc, python3 with venv. Prints CPU seconds (user + system, best of five) and ratios.
set -euo pipefail
cd "$(dirname "$0")/.."
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
cargo build --release --locked -q -p cli
cargo build --release --locked -q -p document --examples
cat fixtures/documents/*-report-*.txt > "$work/one.txt"
for _ in 1 2 3 4 5 6 7 8 9 10 11 12; do cat "$work/one.txt"; done > "$work/big.txt"
target/release/examples/sample_docx fixtures/documents/49-report-longest-agriculture.txt "$work/big.docx" 1000000
echo "text, library, one core:"
target/release/examples/throughput "$work/big.txt" 3
if [ ! -x .run/venv/bin/markitdown ]; then
  python3 -m venv .run/venv && .run/venv/bin/pip install -q 'markitdown[docx]==0.1.8' || echo "markitdown not installed; left out"
fi
cargo build --release --locked -q -p server --example compose
echo "documents of 300 findings and 1,000 measures, then of 10,000 findings:"
target/release/examples/compose 300 1000
target/release/examples/compose 10000 30000
echo "all rules of the checker over text, library, one core (goal 20 MB/s):"
cargo build --release --locked -q -p checker --example check_throughput
target/release/examples/check_throughput "$work/big.txt" 5
# 22 lines of 28 characters on a page, three bytes each.
target/release/examples/sample_docx fixtures/documents/49-report-longest-agriculture.txt "$work/pages.docx" $((60 * 22 * 28 * 3))
python3 benches/check.py "$work" "$work/one.txt" "$work/pages.docx"
target/release/examples/compose --rows 200000
if [ ! -x .run/venv/bin/python ] || ! .run/venv/bin/python -c 'import docxtpl, openpyxl' 2>/dev/null; then
  python3 -m venv .run/venv && .run/venv/bin/pip install -q docxtpl openpyxl || echo "docxtpl, openpyxl not installed; left out"
fi
mkdir -p "$work/documents"
target/release/examples/compose --files "$work/documents"
.run/venv/bin/python benches/documents.py "$work/documents"
python3 benches/compare.py "$work" fixtures/documents/49-report-longest-agriculture.txt
