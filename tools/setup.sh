# Installs what is missing: Debian packages, Node, npm packages by lock file. Sourced by ./dev.
# Each step leaves a stamp in build/setup, so that the next time costs nothing.

setup_build() {
    mkdir -p build/setup
    packages build
    find_node
    npm_packages third_party/sqlite
    (cd third_party/sqlite && sha256sum --quiet -c SHA256SUMS)
    npm_packages web
    npm_packages web/contract
}

setup_test() {
    setup_build
    packages test
    npm_packages tests/load/peers
    npm_packages tests/kit/holidays
}

# The Debian packages of tools/packages.<kind>.
packages() {
    local list=tools/packages.$1 stamp=build/setup/packages-$1 wanted missing
    cmp -s "$list" "$stamp" && return
    wanted=$(sed 's/#.*//' "$list" | xargs)
    missing=$(not_installed $wanted)
    if [ -n "$missing" ]; then install_packages $missing; fi
    cp "$list" "$stamp"
}

not_installed() {
    local package
    for package; do
        dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q '^install ok installed' ||
            echo "$package"
    done
}

install_packages() {
    if [ "$(id -u)" -ne 0 ]; then
        printf 'Missing Debian packages. Run this, then try again:\n\n  %s\n\n' \
            "sudo apt-get install --no-install-recommends $*" >&2
        exit 1
    fi
    echo "Installing $# Debian packages: $*"
    if [ -z "${updated:-}" ]; then apt-get update -q; fi
    updated=yes
    DEBIAN_FRONTEND=noninteractive apt-get install -qy --no-install-recommends "$@"
}

# Node 20.19 or newer: the system's, or the one of third_party/node, fetched by Debian's npm.
find_node() {
    if [ ! -e build/setup/node-own ]; then
        node_is_new_enough && command -v npm >/dev/null && return
        [ "$(uname -m)" = x86_64 ] || { echo "Please install Node 20.19 or newer." >&2; exit 1; }
        command -v npm >/dev/null || install_packages nodejs npm
        npm_packages third_party/node
        touch build/setup/node-own
    fi
    npm_packages third_party/node
    PATH=$root/third_party/node/node_modules/.bin:$PATH
}

node_is_new_enough() {
    local version major minor
    version=$(node --version 2>/dev/null) || return 1
    IFS=. read -r major minor _ <<<"${version#v}"
    ((major > 22 || (major == 22 && minor >= 12) || (major == 20 && minor >= 19)))
}

# npm ci in a folder, when its lock file has changed since the last time.
npm_packages() {
    local stamp=build/setup/npm-${1//\//-}
    [ -e "$1/package-lock.json" ] || return 0
    [ -d "$1/node_modules" ] && cmp -s "$1/package-lock.json" "$stamp" && return
    echo "Installing the npm packages of $1"
    npm --prefix "$1" ci --ignore-scripts --no-audit --no-fund --loglevel=error
    cp "$1/package-lock.json" "$stamp"
}
