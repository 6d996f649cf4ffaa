# shellcheck shell=bash
# Words and questions that the scripts beside this file share. Sourced, never run.
set -euo pipefail

ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)
VAR=$ROOT/var
PYTHON=$ROOT/.venv/bin/python
cd "$ROOT"

say() { printf '%s\n' "$*"; }

die() {
    printf '%s\n' "$*" >&2
    exit 1
}

# var/ is passable for the user that PostgreSQL runs as; what is secret in it has a mode of its own.
make_var() {
    mkdir -p "$VAR/log" "$VAR/beat"
    chmod 755 "$VAR" 2>/dev/null || true
}

# True when something accepts connections on that port of this machine.
port_answers() { (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

# True when the web server on that port says that it can serve.
web_is_ready() (
    status=""
    exec 3<>"/dev/tcp/127.0.0.1/$1" || exit 1
    printf 'GET /readyz HTTP/1.0\r\nHost: 127.0.0.1\r\n\r\n' >&3
    read -r -t 10 status <&3 || true
    [[ $status == *" 200 "* ]]
) 2>/dev/null

# The processes that `make run` of this checkout started, found by the mark in their environment.
marked_processes() {
    local file
    grep -lszxF "TRACKER_RUN=$ROOT" /proc/[0-9]*/environ 2>/dev/null | while read -r file; do
        file=${file#/proc/}
        say "${file%/environ}"
    done || true
}

# End them: gently first, and by force after ten seconds.
end_marked_processes() {
    local pids turn
    for turn in {1..100}; do
        pids=$(marked_processes)
        [[ -n $pids ]] || return 0
        # shellcheck disable=SC2086
        ((turn > 1)) || kill -TERM $pids 2>/dev/null || true
        sleep 0.1
    done
    # shellcheck disable=SC2046
    kill -KILL $(marked_processes) 2>/dev/null || true
}
