#!/usr/bin/env bash
# Runs the browser tests: [ONLY=PATTERN] [PICTURES=yes] tests/e2e/run.sh [FILE...]. Pictures go to build/e2e.
set -eu
cd "$(dirname "$0")/../.."
long='looks_phone looks_desktop order notify urgent keyboard guideline' # first, so that none is left for the end
if [ $# -eq 0 ]; then
    for name in $long; do set -- "$@" "tests/e2e/$name.test.mjs"; done
    for file in tests/e2e/*.test.mjs; do [[ " $* " == *" $file "* ]] || set -- "$@" "$file"; done
fi
mkdir -p build/e2e
at_once=$(($(nproc) + 1)) # each waits for its pages now and then
exec node --test ${ONLY:+--test-name-pattern="$ONLY"} --test-concurrency="$at_once" --test-reporter=spec "$@"
