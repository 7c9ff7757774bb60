# ./dev run: starts the program with the sample office and starts it again when it dies. Sourced by ./dev.

run_program() {
    local watch=no data
    if [ "${1:-}" = --watch ]; then watch=yes; shift; fi
    local arguments=("$@")
    given --data || arguments+=(--data build/run-data)
    given --listen || arguments+=(--listen 127.0.0.1:8080)
    given --sample || arguments+=(--sample)
    data=$(printf '%s\n' "${arguments[@]}" | sed -nE '/^--data$/{n;p;q};s/^--data=//p')
    mkdir -p build/logs
    : >build/logs/run.log
    state=$(mktemp -d build/run-XXXXXX) # ready: it has been; pid: of the program; restart: build is new
    trap 'rm -rf "$state"' EXIT
    stopping=no
    trap stop INT TERM
    if [ $watch = yes ]; then watch_sources & watcher=$!; fi
    supervise
    [ -z "${watcher:-}" ] || kill "$watcher" 2>/dev/null || true
    return "$ended"
}

given() { case " ${arguments[*]} " in *" $1 "* | *" $1="*) ;; *) return 1 ;; esac }

# One round per life of the program. What dies before it was ready would only die again.
supervise() {
    while true; do
        "$program" serve "${arguments[@]}" > >(announce) 2>>build/logs/run.log &
        server=$!
        echo "$server" >"$state/pid"
        ended=0
        wait "$server" || ended=$?
        while kill -0 "$server" 2>/dev/null; do wait "$server" || ended=$?; done
        if [ $stopping = yes ]; then ended=0; return; fi
        if [ -e "$state/restart" ]; then rm -f "$state/restart"; continue; fi
        if [ $ended -eq 0 ]; then return; fi
        if [ ! -e "$state/ready" ]; then tail -n 5 build/logs/run.log >&2; return; fi
        echo "The program ended with code $ended (build/logs/run.log); starting it again."
        sleep 1
    done
}

stop() {
    stopping=yes
    kill -TERM "$server" 2>/dev/null || true
}

# Reads the program's standard output; at the first sign that it is ready, says how to get in.
announce() {
    local line url role
    while read -r line; do
        case $line in '{"ready":true'*) ;; *) echo "$line"; continue ;; esac
        url=$(text_of url <<<"$line")
        if [ -e "$state/ready" ]; then echo "Ready again: $url"; continue; fi
        touch "$state/ready"
        printf '\nHorenso is ready:  %s\n' "$url"
        for role in administrator member; do show_card "$role"; done
        printf '\nCtrl-C stops it. The log is build/logs/run.log, the data %s.\n' "$data"
    done
}

# A card is a line of JSON, and the lines of its QR code.
show_card() { # ROLE
    local card
    card=$("$program" card --role "$1" --qr --data "$data" 2>&1) || { echo "No code for $1: $card"; return; }
    printf '\nSign in once as %s, %s:  %s\n  %s\n%s\n' "$1" "$(head -n 1 <<<"$card" | text_of name)" \
        "$(head -n 1 <<<"$card" | text_of code)" "$(head -n 1 <<<"$card" | text_of url)" "$(tail -n +2 <<<"$card")"
}

# The text of one field of a line of JSON.
text_of() { sed -nE 's/.*"'"$1"'":"([^"]*)".*/\1/p'; }

# Builds again when a source is newer than the program, then lets the program start anew.
watch_sources() {
    local tried="$state/tried"
    touch "$tried"
    while sleep 1; do
        [ -n "$(newer_source "$tried")" ] || continue
        touch "$tried"
        if ./dev build && touch "$state/restart"; then kill -TERM "$(cat "$state/pid")"; fi
    done
}

# One of the files that the program is built from, if it is newer than this one.
newer_source() { # FILE
    find server api web cmake CMakeLists.txt -name node_modules -prune -o -path web/dist -prune -o \
        -type f -newer "$1" -print -quit
}
