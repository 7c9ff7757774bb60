#!/usr/bin/env bash
# A private PostgreSQL for tests: on a Unix socket only, gone after `stop`. What it wrote needn't outlive the machine, so
# it lives in memory where there is room, and doesn't wait for the disk (FSYNC=on: on the disk, and it does, for
# measuring).
#   postgres.sh start [DIR]    starts it (or finds it running), prints the libpq connection string
#   postgres.sh stop [DIR]     ends it and removes its data
# DIR (build/postgres) remembers where it lives: a temporary folder, because the account that runs it
# may not reach the source tree, and because a socket's path must be short.
set -euo pipefail
command=${1:-} dir=${2:-$(dirname "$(readlink -f "$0")")/../../build/postgres}
tools=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -1)
place=$dir/place

as_owner() { # initdb and postgres refuse to run as root
    if [ "$(id -u)" -eq 0 ]; then (cd / && runuser -u postgres -- "$@"); else "$@"; fi
}

home() { [ -s "$place" ] && cat "$place"; }

# Each test has a database of its own: some hundred small files to copy, which takes a file system ten times longer.
folder() {
    local room
    room=$(df --output=avail /dev/shm 2>/dev/null | tail -n 1) || true
    if [ "${FSYNC:-off}" = off ] && [ "${room:-0}" -gt 2000000 ]; then echo /dev/shm; else echo /tmp; fi
}

is_running() {
    [ -n "$(home)" ] && as_owner "$tools/pg_ctl" -D "$(home)/data" status >/dev/null 2>&1
}

start() {
    [ -n "$tools" ] || { echo "PostgreSQL is not installed (package postgresql)" >&2; exit 1; }
    if ! is_running; then
        remove
        mkdir -p "$dir"
        as_owner mktemp -d "$(folder)/horenso-postgres-XXXXXX" >"$place"
        local home
        home=$(home)
        as_owner "$tools/initdb" -D "$home/data" --auth=trust --username=postgres \
            --encoding=UTF8 --locale=C >"$dir/initdb.log" 2>&1 || { cat "$dir/initdb.log" >&2; exit 1; }
        as_owner "$tools/pg_ctl" -D "$home/data" -l "$home/log" -w -t 60 start -o "\
            -c listen_addresses='' -c unix_socket_directories=$home -c unix_socket_permissions=0700 \
            -c max_connections=200 -c shared_buffers=64MB -c max_wal_size=256MB -c fsync=${FSYNC:-off} -c full_page_writes=${FSYNC:-off} \
            -c timezone=UTC" >"$dir/start.log" 2>&1 ||
            { cat "$dir/start.log" >&2; as_owner cat "$home/log" >&2; exit 1; }
    fi
    echo "host=$(home) user=postgres dbname=postgres"
}

remove() {
    if [ -n "$(home)" ]; then rm -rf "$(home)"; fi
    rm -f "$place"
}

stop() {
    if is_running; then
        as_owner "$tools/pg_ctl" -D "$(home)/data" -m immediate -w stop >/dev/null
    fi
    remove
}

case $command in
    start | stop) "$command" ;;
    *) sed -n '2,5s/^# *//p' "$0" >&2; exit 2 ;;
esac
