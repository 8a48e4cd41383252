#!/bin/bash
# Builds the web UI into web/dist, from which the binary embeds it.
set -euo pipefail
cd "$(dirname "$0")/../web"
npm ci --no-fund --no-audit
npm run build
