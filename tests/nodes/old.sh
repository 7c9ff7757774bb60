#!/usr/bin/env bash
# The program as it was before the newest migration, to run beside the present one.
#   old.sh build    builds it into build/old/COMMIT/horenso, unless it is there
#   old.sh which    prints that path, or nothing where it can't be had (a shallow clone) or isn't built
# Only a commit that adds a migration makes it build again; the sources come out of git's history, the web
# client is left out. The compiler's cache knows most of it.
set -euo pipefail
cd "$(dirname "$(readlink -f "$0")")/../.."
root=$PWD

commit() { # the parent of the commit that added the newest migration
    local newest
    newest=$(git log -1 --format=%H --diff-filter=A -- 'server/**/migrations/*.sql' 2>/dev/null) || return 0
    [ -z "$newest" ] || git rev-parse --verify --quiet "$newest^" || true
}

build() {
    local old tree=$root/build/old/tree log=$root/build/logs/old-program.log
    old=$(commit)
    if [ -z "$old" ]; then echo "no history: nothing old to run beside the new"; return; fi
    [ ! -x "build/old/$old/horenso" ] || return 0
    echo "Building the program before the newest migration ($(git log -1 --format=%h "$old"))"
    rm -rf "$tree"
    mkdir -p "$tree" "build/old/$old" "$root/build/logs"
    git archive "$old" | tar -xm -C "$tree"
    ln -sfn "$root/third_party/sqlite/node_modules" "$tree/third_party/sqlite/node_modules"
    { (cd "$tree" && cmake --preset release) && cmake --build "$tree/build/release" --target horenso; } >"$log" 2>&1 ||
        { tail -n 40 "$log"; return 1; }
    mv "$tree/build/release/horenso" "build/old/$old/horenso"
    rm -rf "$tree"
}

which() {
    local old
    old=$(commit)
    if [ -n "$old" ] && [ -x "build/old/$old/horenso" ]; then echo "$root/build/old/$old/horenso"; fi
}

case ${1:-} in
    build | which) "$1" ;;
    *) sed -n '2,6s/^# *//p' "$0" >&2; exit 2 ;;
esac
