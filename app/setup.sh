# Shared by app/run.sh and tests/run.sh (sourced): installs what dependencies.txt names and this machine lacks.

# packages SECTION…: the names in these sections.
packages() {
    local line section wanted=" $* "
    while read -r line; do
        case $line in
            '' | '#'*) ;;
            '['*) section=${line#[}; section=${section%]} ;;
            *) [[ $wanted == *" $section "* ]] && echo "${line%% *}" ;;
        esac
    done < "$root/app/dependencies.txt"
    return 0
}

# install_missing SECTION…: asks apt for them, as root or through sudo, and says what and why. Anything that cannot be
# installed is left to the configure step, which knows whether it is really missing (built by hand, another system).
install_missing() {
    local name missing=() as=()
    command -v dpkg-query > /dev/null || {
        echo "perceptarium: not a Debian system; it needs what app/dependencies.txt lists" >&2
        return 0
    }
    local installed
    installed=" $(packages "$@" | xargs dpkg-query -W -f='${Package}=${db:Status-Abbrev}\n' 2> /dev/null |
        sed -n 's/=.i.*//p' | tr '\n' ' ' || true) "  # dpkg-query fails when one is unknown
    for name in $(packages "$@"); do
        [[ $installed == *" $name "* ]] || missing+=("$name")
    done
    [ ${#missing[@]} -gt 0 ] || return 0

    echo "Perceptarium is built here from source. Installing what that needs (Debian packages):"
    for name in "${missing[@]}"; do awk -v name="$name" '$1 == name {print "    " $0}' "$root/app/dependencies.txt"; done
    if [ "$(id -u)" -ne 0 ]; then
        command -v sudo > /dev/null || {
            echo "perceptarium: neither root nor sudo. As root: apt-get install ${missing[*]}" >&2
            return 1
        }
        echo "sudo may ask for your password: installing packages is root's work."
        as=(sudo)
    fi
    local apt=("${as[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -y -q --no-install-recommends -o Dpkg::Use-Pty=0)
    # A fresh system has no package lists, or old ones: ask for new ones when the first try fails.
    "${apt[@]}" install "${missing[@]}" > "$root/build/apt.log" 2>&1 ||
        { "${apt[@]}" update > "$root/build/apt.log" 2>&1 && "${apt[@]}" install "${missing[@]}" >> "$root/build/apt.log" 2>&1; } ||
        {
            tail -n 5 "$root/build/apt.log" >&2
            echo "perceptarium: apt could not install ${missing[*]} (all it said: build/apt.log)" >&2
            return 1
        }
}

# build_program TESTS TARGET…: configures when needed and builds. TESTS is ON to have the tests too; once there they stay, so
# that run.sh and tests/run.sh share one folder and nothing is compiled twice.
build_program() {
    local tests=$1 cache="$root/build/CMakeCache.txt"
    shift
    if [ ! -f "$root/build/build.ninja" ] || { [ "$tests" = ON ] && ! grep -q '^PERCEPTARIUM_TESTS:BOOL=ON' "$cache"; }; then
        cmake -S "$root" -B "$root/build" -G Ninja -DCMAKE_BUILD_TYPE=Release -DPERCEPTARIUM_TESTS="$tests" \
            > "$root/build/configure.log" 2>&1 || {
            grep -v '^--' "$root/build/configure.log" | tail -n 20 >&2
            echo "perceptarium: cmake could not configure (all it said: build/configure.log)" >&2
            return 1
        }
    fi
    # The first build shows ninja's counter in place; later ones only say what they build, and nothing when that is nothing.
    if [ ! -x "$root/build/bin/perceptarium" ]; then
        echo "Building Perceptarium (the first time takes a while) …"
        ninja -C "$root/build" "$@" || { echo "perceptarium: the build failed" >&2; return 1; }
        return 0
    fi
    # Both callers set pipefail, so a failing ninja is seen through the filter.
    if ! ninja -C "$root/build" "$@" | { grep -vE 'Re-checking globbed|no work to do|Entering directory' || true; }; then
        echo "perceptarium: the build failed" >&2
        return 1
    fi
}
