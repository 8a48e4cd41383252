#!/bin/bash
# Installs what is missing on Debian or Ubuntu: `setup.sh run` for the product, `setup.sh test` for the tests.
set -euo pipefail
purpose="${1:-run}"
packages=()
need() { # command package
  command -v "$1" >/dev/null 2>&1 || packages+=("$2")
}
need cc build-essential
has_font() { # part of the name
  command -v fc-list >/dev/null 2>&1 && fc-list | grep -qi "$1"
}
# What PDFs are set in where the office has no licensed fonts of its own.
has_font 'Noto.*CJK' || packages+=(fontconfig fonts-noto-cjk)
has_font 'UKai' || packages+=(fonts-arphic-ukai)
if [ "$purpose" = test ]; then
  need chromium chromium
  compgen -G "/usr/lib/postgresql/*/bin/initdb" >/dev/null || packages+=(postgresql)
fi
if [ "${#packages[@]}" -gt 0 ]; then
  sudo=""
  [ "$(id -u)" = 0 ] || sudo="sudo"
  echo "installing: ${packages[*]}"
  $sudo apt-get update -qq
  $sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${packages[@]}" >/dev/null
fi
for tool in cargo node npm; do
  command -v "$tool" >/dev/null 2>&1 || { echo "缺少 $tool：请先安装 Rust（rustup）和 Node.js 20.19 以上版本" >&2; exit 4; }
done
