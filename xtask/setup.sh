#!/bin/bash
# Installs what is missing on Debian or Ubuntu: `setup.sh run` for the product, `setup.sh test` for the tests.
set -euo pipefail
purpose="${1:-run}"
packages=()
need() { # command package
  command -v "$1" >/dev/null 2>&1 || packages+=("$2")
}
need cc build-essential
if [ "$purpose" = test ]; then
  need chromium chromium
  fc-list 2>/dev/null | grep -qi 'Noto.*CJK' || packages+=(fonts-noto-cjk fontconfig)
fi
if [ "${#packages[@]}" -gt 0 ]; then
  sudo=""
  [ "$(id -u)" = 0 ] || sudo="sudo"
  echo "installing: ${packages[*]}"
  $sudo apt-get update -qq
  DEBIAN_FRONTEND=noninteractive $sudo apt-get install -y -qq --no-install-recommends "${packages[@]}" >/dev/null
fi
for tool in cargo node npm; do
  command -v "$tool" >/dev/null 2>&1 || { echo "请先安装 Rust（rustup）与 Node.js 20.19 以上版本：缺少 $tool" >&2; exit 4; }
done
