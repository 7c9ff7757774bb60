#!/usr/bin/env bash
# Runs the browser tests: [ONLY=PATTERN] [PICTURES=yes] tests/e2e/run.sh [FILE...]. Pictures go to build/e2e.
set -eu
cd "$(dirname "$0")/../.."
[ $# -gt 0 ] || set -- tests/e2e/looks_*.test.mjs $(ls tests/e2e/*.test.mjs | grep -v /looks_) # the longest first
mkdir -p build/e2e
exec node --test ${ONLY:+--test-name-pattern="$ONLY"} --test-concurrency="$(nproc)" --test-reporter=spec "$@"
