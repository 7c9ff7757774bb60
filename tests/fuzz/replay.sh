#!/usr/bin/env bash
# Runs every fuzz target of build/fuzz over its committed corpus (tests/fuzz/corpus/NAME for NAME_fuzz),
# and over the same 20,000 changes of it each time. To search for new inputs:
#   build/fuzz/NAME_fuzz build/fuzz/found-NAME tests/fuzz/corpus/NAME
set -u
cd "$(dirname "$0")/../.."
passed=0 failed=0

fail() {
    failed=$((failed + 1))
    echo "FAILED: $1"
}

replay() { # NAME
    local corpus=tests/fuzz/corpus/$1 scratch inputs
    inputs=$(find "$corpus" -type f 2>/dev/null | wc -l)
    if [ "$inputs" -eq 0 ]; then fail "$1_fuzz has no corpus"; return; fi
    echo "== $1: $inputs inputs"
    scratch=$(mktemp -d)
    cp "$corpus"/* "$scratch"
    if ! "build/fuzz/$1_fuzz" -runs=0 -artifact_prefix=build/fuzz/ "$corpus"; then fail "$1: an input"
    elif ! "build/fuzz/$1_fuzz" -seed=1 -runs=20000 -artifact_prefix=build/fuzz/ "$scratch"; then fail "$1: a change"
    else passed=$((passed + inputs + 1)); fi
    rm -rf "$scratch"
}

for target in build/fuzz/*_fuzz; do
    [ -x "$target" ] || continue
    target=${target##*/}
    replay "${target%_fuzz}"
done 2>&1
for corpus in tests/fuzz/corpus/*/; do
    corpus=$(basename "$corpus")
    [ -x "build/fuzz/${corpus}_fuzz" ] || fail "the corpus $corpus has no target"
done
echo "$passed passed, $failed failed, 0 skipped"
[ "$failed" -eq 0 ]
