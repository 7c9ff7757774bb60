# The suites of ./dev test. Sourced by ./dev.
# In order: name, budget in seconds on two cores (docs/testing.md), what it needs in the tree.
suites='
checks     20  tools
unit      100  server
threads    40  server/platform
fuzz       10  tests/fuzz
web        20  web/package.json
api        60  tests/api
clauses    10  tests/clauses
authz     130  tests/authz
e2e       270  tests/e2e
faults    280  tests/faults
prove     120  tests/faults/prove.py
nodes     120  tests/nodes
bench      20  tests/load/bench.py
'

# What is built before a suite's clock starts to run.
prepare_unit() { compile asan all; }
prepare_threads() { compile tsan $(test_programs platform); }
prepare_fuzz() { compile fuzz $(fuzz_programs); }
prepare_api() { command_build; }
prepare_clauses() { command_build; }
prepare_authz() { command_build; }
prepare_e2e() { command_build; }
prepare_faults() { command_build; }
prepare_prove() { command_build; compile release bugs; }
prepare_nodes() { command_build; tests/nodes/old.sh build; }
prepare_bench() { command_build; compile release load_generator load_raw_server load_bare_sqlite load_fsync_probe; }

suite_checks() { tools/check-all; }
suite_unit() { in_memory tools/run-gtests build/asan; }
suite_threads() { TSAN_OPTIONS=suppressions=$root/tools/tsan.supp tools/run-gtests build/tsan platform_; }
suite_fuzz() { tests/fuzz/replay.sh; }
suite_web() {
    npm --prefix web run --silent check && npm --prefix web run --silent test &&
        npm --prefix web/contract run --silent test
}
suite_clauses() { in_memory tests/kit/side_by_side.py tests/clauses; }
suite_api() { in_memory tests/kit/side_by_side.py tests/api; }
suite_authz() { in_memory tests/kit/side_by_side.py tests/authz; }
suite_e2e() { in_memory tests/e2e/run.sh; }
suite_faults() { tests/kit/side_by_side.py tests/faults; }
suite_prove() { tests/faults/prove.py --seeds 1 --again 2; }
suite_nodes() { tests/kit/side_by_side.py tests/nodes; }
suite_bench() { tests/load/bench.py --smoke; }

# Nothing of these tests outlives them, so they don't wait for the disk.
in_memory() {
    if [ -w /dev/shm ]; then TMPDIR=/dev/shm "$@"; else "$@"; fi
}

test_programs() { # SHELF
    local folder
    for folder in server/"$1"/*/; do
        if compgen -G "$folder*_test.cpp" >/dev/null; then
            folder=${folder#server/}
            echo "${folder//\//_}test"
        fi
    done
}

fuzz_programs() { find server media -name '*_fuzz.cpp' -printf '%f\n' | sed 's/\.cpp$//'; }

run_suites() {
    local name budget needs
    passed=0 failed=0 skipped=0
    mkdir -p build/logs
    for name; do
        grep -q "^$name " <<<"$suites" || { echo "no suite is called $name" >&2; exit 2; }
    done
    trap end_tests EXIT
    trap 'exit 130' INT TERM
    start_postgres
    while read -r name budget needs; do
        if [ -z "$name" ] || { [ $# -gt 0 ] && [[ " $* " != *" $name "* ]]; }; then continue; fi
        run_suite "$name" "$budget" "$needs"
    done <<<"$suites"
    printf '\n%d passed, %d failed, %d skipped\n' "$passed" "$failed" "$skipped"
    [ "$failed" -eq 0 ]
}

# Runs one suite with its output in build/logs/NAME.log, and adds up what it counted.
run_suite() { # NAME BUDGET NEEDS
    local log=build/logs/$1.log start code=0 p f s
    if [ ! -e "$3" ]; then
        printf '%-8s  skipped: there is no %s\n' "$1" "$3"
        skipped=$((skipped + 1))
        return
    fi
    if declare -F "prepare_$1" >/dev/null && ! ./dev prepare "$1" </dev/null; then
        printf '%-8s  FAILED: it does not build\n' "$1"
        failed=$((failed + 1))
        return
    fi
    printf '%-8s  ' "$1"
    start=$SECONDS
    timeout -k 10 $(($2 * 5)) ./dev suite "$1" >"$log" 2>&1 </dev/null &
    running=$!
    wait "$running" || code=$?
    running=
    read -r p f s < <(tools/count-cases "$code" "$log")
    passed=$((passed + p)) failed=$((failed + f)) skipped=$((skipped + s))
    printf '%s  %ds of %ds  %d passed, %d failed, %d skipped\n' \
        "$([ "$f" -eq 0 ] && echo ok || echo FAILED)" $((SECONDS - start)) "$2" "$p" "$f" "$s"
    if [ "$f" -gt 0 ]; then show_failures "$log"; fi
}

# What each runner says of a failure, and how it ended; the whole stands in the log.
show_failures() {
    { grep -A 20 -E '^(FAIL|ERROR)|\[  FAILED|Failure$|✖|runtime error|Sanitizer' "$1" || true; tail -n 20 "$1"; } | tail -n 200
    echo "-- all of it: $1"
}

# Both databases are tested. Without PostgreSQL that is a failure, unless PG=skip is written out.
start_postgres() {
    if [ "${PG:-}" = skip ]; then echo "PG=skip: nothing is tested on PostgreSQL"; return; fi
    HORENSO_TEST_PG=$(tests/kit/postgres.sh start)
    export HORENSO_TEST_PG
}

end_tests() {
    [ -z "${running:-}" ] || kill "$running" 2>/dev/null || true
    [ "${PG:-}" = skip ] || tests/kit/postgres.sh stop
}
