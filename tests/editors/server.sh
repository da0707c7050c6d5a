#!/bin/sh
# Makes sure yaml-language-server stands ready in tests/editors/server: node and npm from Debian where that is possible,
# the rest exactly as package-lock.json has it.
cd "$(dirname "$0")/server" || exit 1
done=node_modules/.package-lock.json
[ -e "$done" ] && [ ! package-lock.json -nt "$done" ] && exit 0
if ! command -v npm >/dev/null 2>&1 && command -v apt-get >/dev/null 2>&1 && [ "$(id -u)" = 0 ]; then
  echo "Installing node and npm for the tests of editors …" >&2
  apt-get update -qq >/dev/null && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends nodejs npm >/dev/null
fi
if ! command -v npm >/dev/null 2>&1; then
  echo "The tests of editors need node 18.19 or newer and npm. Install them (on Debian or Ubuntu: sudo apt-get install nodejs npm) and run again." >&2
  exit 1
fi
echo "Installing yaml-language-server …" >&2
npm ci --ignore-scripts --silent && touch "$done"
