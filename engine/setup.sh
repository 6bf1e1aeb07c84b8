# shellcheck shell=bash disable=SC2154,SC2016
# The set-up that engine/start and tests/run share: packages, then the build. Read with `.`, never run by itself.
#
# The caller sets `top` (the checkout, without links in it) and calls, in this order:
#
#   choose_build release|sanitize    where to build: sets `base` (lock, logs) and `build` (the CMake folder)
#   is_ready                         true when what is built there is up to date: a few milliseconds
#   prepare SECTION… -- TARGET…      packages of these sections, configure, build; leaves the program with a message when it cannot
#
# Nothing here changes the caller's folder, standard input or output: messages go to standard error.

say() { printf 'viva: %s\n' "$*" >&2; }
detail() { printf '  %s\n' "$@" >&2; }
stop() { say "$@"; exit 2; }

# --- where -----------------------------------------------------------------------------------------------------------------------------

# The checkout's own .build is for its owner alone, so that `sudo ./engine/start` leaves no files of root's behind. Everybody else has a folder
# in the cache, but uses what the owner has built as long as it is up to date.
choose_build() {
  kind=$1 base=$top/.build build=$top/.build/$1
  if owns "$top" && { [ ! -e "$base" ] || owns "$base"; } && { [ ! -e "$build" ] || owns "$build"; } || is_ready; then return; fi
  local cache=${XDG_CACHE_HOME:-}
  # `~` without HOME is the home folder of the user database. A relative XDG_CACHE_HOME is to be ignored.
  [[ $cache == /* ]] || cache=$(printf '%s' ~)/.cache
  base=$cache/viva/build-$(printf '%s' "$top" | sha256sum | cut -c1-16)
  build=$base/$kind
}

owns() { [ -O "$1" ] && [ -w "$1" ]; }

# --- is it up to date? ---------------------------------------------------------------------------------------------------------------------

# What the build depends on beside the sources, as far as it can be told in a millisecond. The package database stands for all packages.
quick_key() {
  local compiler
  compiler=$(type -P "${CXX:-c++}")
  printf '%s\n' "$top" "${CC-}" "${CXX-}" "${CFLAGS-}" "${CXXFLAGS-}" "${LDFLAGS-}"
  stat -Lc '%n %s %Y' "$compiler" /var/lib/dpkg/status 2>/dev/null
}

# `ready` is as old as the start of the last good build. Sources are compared by the time of their last change of any kind (ctime): unlike
# the time of their content it also moves when an older file takes a file's place. A deleted file changes its folder.
is_ready() {
  [ -r "$build/ready" ] && [ -x "$build/viva" ] && [ -x "$build/viva-worker" ] && [ "$(<"$build/ready")" = "$(quick_key)" ] &&
    [ -z "$(cd / 2>/dev/null && find "$top/CMakeLists.txt" "$top/engine" -cnewer "$build/ready" -print -quit 2>&1)" ]
}

# --- packages --------------------------------------------------------------------------------------------------------------------------------

# Sets `packages` to the names in these sections of engine/packages.
list_packages() {
  local name section=
  packages=()
  while read -r name _; do
    case $name in
      '' | '#'*) ;;
      '['*']') section=${name:1:-1} ;;
      *) [[ " $* " != *" $section "* ]] || packages+=("$name") ;;
    esac
  done <"$top/engine/packages"
}

# Sets `versions`, a line for each installed package of these sections, and `missing`.
check_packages() {
  local name
  list_packages "$@"
  versions=$(LC_ALL=C dpkg-query -W -f '${db:Status-Status} ${Package} ${Version}\n' "${packages[@]}" 2>/dev/null | sed -n 's/^installed //p')
  missing=()
  for name in "${packages[@]}"; do
    [[ $'\n'$versions == *$'\n'"$name "* ]] || missing+=("$name")
  done
}

install_packages() {
  local log=$base/packages.log system=unknown as=() wanted
  # shellcheck disable=SC1091
  [ ! -r /etc/os-release ] || system=$(. /etc/os-release && printf '%s' "${PRETTY_NAME:-unknown}|${ID-}:${VERSION_ID-}")
  wanted="apt-get update && apt-get install -y --no-install-recommends ${missing[*]}"
  if [[ $system != *'|debian:12' ]] || ! type -P apt-get >/dev/null; then
    say "packages are missing, and they can be installed only on Debian 12; this is ${system%|*}."
    detail "missing: ${missing[*]}" "Install what stands for them here (engine/packages says what each is for), then call this again with VIVA_PACKAGES=own."
    exit 2
  fi
  if [ "$EUID" != 0 ]; then
    if ! type -P sudo >/dev/null; then
      say "packages are missing; to install them one must be root, and there is no sudo here."
      detail "As root, run:" "  $wanted" "and then call this again."
      exit 2
    elif sudo -n true 2>/dev/null; then
      as=(sudo -n)
    elif [ -t 2 ] && { : </dev/tty; } 2>/dev/null; then
      say "packages are missing: ${missing[*]}"
      say "sudo may ask for your password, to install them with apt-get."
      as=(sudo)
      sudo -v || stop "without sudo the packages cannot be installed. As root, run: $wanted"
    else
      say "packages are missing; sudo asks for a password, and there is no terminal to ask on."
      detail "Run:" "  sudo sh -c '$wanted'" "and then call this again."
      exit 2
    fi
  fi
  say "installing packages: ${missing[*]}"
  : >"$log"
  # What an interrupted installation has left must be finished first. Package lists are fetched only when those at hand do not do.
  [ -z "$(dpkg --audit 2>/dev/null)" ] || as_root dpkg --configure -a
  if ! apt_get install; then
    apt_get update
    if ! apt_get install; then
      say "the packages could not be installed; the end of $log:"
      tail -n 15 "$log" | sed 's/^/  /' >&2
      detail "By hand, as root:" "  $wanted"
      exit 2
    fi
  fi
}

apt_get() {
  local arguments=(apt-get -q -o DPkg::Lock::Timeout=600 -o Dpkg::Use-Pty=0)
  if [ "$1" = update ]; then
    # The lock on package lists has no time-out of its own.
    local attempt
    for attempt in {1..60}; do
      as_root "${arguments[@]}" update && return
      tail -n 5 "$log" | grep -q 'Could not get lock' || return
      [ "$attempt" != 1 ] || say "another program is fetching package lists; waiting for it"
      sleep 5
    done
    return 1
  fi
  as_root "${arguments[@]}" install -y --no-install-recommends --no-remove -o Dpkg::Options::=--force-confold "${missing[@]}"
}

# Packages' own scripts rely on a usual umask, and on the folders of system programs being in PATH (after a plain `su` they are not).
as_root() {
  "${as[@]}" sh -c 'umask 022; PATH=$PATH:/usr/sbin:/sbin DEBIAN_FRONTEND=noninteractive NEEDRESTART_SUSPEND=1 LC_ALL=C.UTF-8 exec "$@"' sh "$@" \
    </dev/null >>"$log" 2>&1 9>&-
}

# --- build -------------------------------------------------------------------------------------------------------------------------------------

prepare() {
  local sections=()
  while [ "$1" != -- ]; do sections+=("$1"); shift; done
  shift
  # In a process of its own: the lock ends with it, and the caller keeps its umask.
  (
    # A caller may have a umask that forbids everything, no PATH, or stand in a folder that is gone.
    umask u=rwx
    export PATH
    cd "$top" 2>/dev/null || stop "$top cannot be entered"
    trap 'progress; say "interrupted; the next call goes on from here"; exit 130' INT TERM HUP
    take_lock
    [ "$base" = "$top/.build" ] || clear_cache
    check_packages "${sections[@]}"
    if [ ${#missing[@]} != 0 ] && [ "${VIVA_PACKAGES-}" != own ]; then
      install_packages
      check_packages "${sections[@]}"
    fi
    without_home_no_ccache
    build_with "$([[ " ${sections[*]} " == *' tests '* ]] && echo ON || echo OFF)" "$@"
  ) || exit
}

take_lock() {
  { mkdir -p "$base" && [ -w "$base" ]; } 2>/dev/null ||
    stop "$base cannot be written. Set XDG_CACHE_HOME to a folder that is yours: what is built from a checkout that is not yours goes there."
  exec 9>"$base/lock"
  flock -n 9 || { say "another call is building this checkout; waiting for it"; flock 9; }
}

# Builds in the cache of checkouts that are no more go. Each says in `checkout` whose it is; one that is not ours, in use, or does not say stays.
clear_cache() {
  local folder checkout
  printf '%s\n' "$top" >"$base/checkout"
  for folder in "${base%/*}"/build-*; do
    if [ "$folder" = "$base" ] || [ ! -O "$folder" ] || [ -L "$folder" ] || [ ! -r "$folder/checkout" ]; then continue; fi
    checkout=$(<"$folder/checkout")
    if [[ $checkout != /* ]] || [ -e "$checkout" ]; then continue; fi
    flock -n "$folder/lock" rm -rf "$folder" || :
  done
}

# ccache fails, and the compiler with it, where it cannot write; and the same file in another checkout must count as the same.
without_home_no_ccache() {
  local folder=${CCACHE_DIR:-${XDG_CACHE_HOME:-$(printf '%s' ~)/.cache}/ccache}
  while [ ! -e "$folder" ] && [[ $folder == /*/* ]]; do folder=${folder%/*}; done
  [ -w "$folder" ] || export CCACHE_DISABLE=1
  export CCACHE_BASEDIR=$top
}

build_with() {
  local tests=$1 key log=$base/$kind.log
  shift
  check_packages program
  key=$(quick_key | grep -v '^/var/lib/dpkg/status '; printf '%s\n' "$versions")
  # Stays on once it was asked for, as long as its packages are there.
  if [ "$tests" = OFF ] && [ -e "$build/tests-on" ]; then
    check_packages tests
    [ ${#missing[@]} != 0 ] || tests=ON
  fi

  local fresh=
  if [ ! -r "$build/stamp" ] || [ "$(<"$build/stamp")" != "$key" ] || misses_a_change; then start_over; fi
  rm -f "$build/ready"
  note_the_start
  configure "$tests"
  if ! compile "$@"; then
    # ninja's own complaints are about its files, which an interrupted or changed CMake run may have left wrong.
    if [ -n "$fresh" ] || ! grep -q '^ninja: error:' "$log"; then show_failure; fi
    start_over
    note_the_start
    configure "$tests"
    compile "$@" || show_failure
  fi
  mv "$build/sources.new" "$build/sources"
  mv "$build/ready.new" "$build/ready"
}

# Both files are as old as the start of the build: what changes while it runs is newer.
note_the_start() {
  quick_key >"$build/ready.new"
  list_sources >"$build/sources.new"
}

start_over() {
  rm -rf "$build"
  mkdir -p "$build" || stop "$build cannot be made: see who owns $base"
  fresh=yes
}

list_sources() { find "$top/CMakeLists.txt" "$top/engine" "$top/tests" -type f -printf '%Ts %s %p\n' | LC_ALL=C sort; }

# ninja goes by the time of content alone, so it does not see an older file that took the place of one that was built.
misses_a_change() {
  [ -e "$build/sources" ] || return
  local file
  while read -r _ _ file; do
    [ "$file" -nt "$build/sources" ] || return 0
  done < <(list_sources | LC_ALL=C comm -13 "$build/sources" -)
  return 1
}

configure() {
  local now=OFF
  [ ! -e "$build/tests-on" ] || now=ON
  [ -e "$build/stamp" ] && [ "$1" = "$now" ] && return
  progress "preparing the build"
  rm -f "$build/tests-on"
  cmake -Wno-dev -G Ninja -S "$top" -B "$build" -C "$top/engine/presets/$kind.cmake" -DVIVA_TESTS="$1" </dev/null >"$log" 2>&1 || show_failure
  [ "$1" = OFF ] || : >"$build/tests-on"
  printf '%s\n' "$key" >"$build/stamp"
}

compile() {
  local line jobs memory
  # A compiler takes up to a gigabyte.
  jobs=$(nproc)
  memory=$(sed -n 's/^MemAvailable: *\([0-9]*\) kB/\1/p' /proc/meminfo)
  [ "${memory:-0}" = 0 ] || [ $((memory / 1000000)) -ge "$jobs" ] || jobs=$((memory / 1000000 > 0 ? memory / 1000000 : 1))
  # The reader outlives an interrupt: ninja needs its output to the end, to remove what is half written.
  NINJA_STATUS='[%f/%t] ' ninja -C "$build" -j "$jobs" "$@" </dev/null 2>&1 | (
    trap '' INT TERM HUP
    while IFS= read -r line; do
      printf '%s\n' "$line" >&3
      [[ $line =~ ^\[([0-9]+)/([0-9]+)\]\ (Building|Linking) ]] && progress "building ${BASH_REMATCH[1]} of ${BASH_REMATCH[2]}"
    done 3>"$log"
  )
  local status=${PIPESTATUS[0]}
  progress
  return "$status"
}

# One line that changes, on a terminal; elsewhere only that something takes time. Without a text: done.
progress() {
  if [ -t 2 ]; then
    printf '\r\033[K' >&2
    [ $# = 0 ] || printf 'viva: %s' "$1" >&2
  elif [ $# != 0 ] && [ "$1" = 'preparing the build' ]; then
    say "building; the first time takes some minutes"
  fi
}

show_failure() {
  [ ! -t 2 ] || progress
  say "the build failed:"
  # From the first thing that failed; CMake says "CMake Error", ninja "FAILED:".
  { sed -n '/^FAILED: \|^CMake Error\|^ninja: error:/,$p' "$log" | grep . || tail -n 40 "$log"; } | head -n 40 | sed 's/^/  /' >&2
  say "all of it is in $log"
  exit 2
}
