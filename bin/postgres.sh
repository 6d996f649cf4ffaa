# shellcheck shell=bash
# A PostGIS cluster of one checkout: no TCP, no password, peers only. Sourced by bin/services.

# The programs of the version that made the data; for new data, the newest version that has PostGIS.
postgres_bin() {
    local version control
    if [[ -f $DATA/PG_VERSION ]]; then
        version=$(<"$DATA/PG_VERSION")
    else
        for control in /usr/share/postgresql/*/extension/postgis.control; do
            [[ -e $control ]] || continue
            control=${control%/extension/*}
            [[ -x /usr/lib/postgresql/${control##*/}/bin/initdb ]] && version=${control##*/}
        done
    fi
    [[ -n ${version:-} && -x /usr/lib/postgresql/$version/bin/pg_ctl ]] ||
        die "PostgreSQL ${version:-} with PostGIS is missing. Install with: sudo apt-get install postgresql-postgis"
    say "/usr/lib/postgresql/$version/bin"
}

postgres_is_up() { [[ -S $SOCKETS/.s.PGSQL.5432 ]] && "$(postgres_bin)/pg_isready" -q -h "$SOCKETS"; }

# Made aside and moved into place when whole, so that an interruption leaves nothing half done.
create_cluster() {
    local bin=$1 aside=$DATA.new user
    rm -rf "$aside"
    mkdir -m 700 "$aside"
    if ((EUID == 0)); then chown "$OWNER" "$aside"; fi
    # C.UTF-8, not C: under C, trigrams of Arabic words are empty.
    (cd / && as_owner "$bin/initdb" -D "$aside" -U tracker --auth-local=peer --auth-host=reject -E UTF8 --locale=C.UTF-8 \
        --data-checksums >/dev/null)
    say "local all tracker peer map=app" >"$aside/pg_hba.conf"
    for user in root postgres "$(id -un)" "${SUDO_USER:-root}"; do say "app $user tracker"; done |
        sort -u >"$aside/pg_ident.conf"
    printf '%s\n' "listen_addresses = ''" "jit = off" "shared_buffers = 256MB" >>"$aside/postgresql.conf"
    (cd / && as_owner "$bin/postgres" --single -D "$aside" postgres <<<"create database tracker;") >/dev/null 2>&1
    mv "$aside" "$DATA"
}

# A pid file of before a crash or reboot may name a process that is another one by now;
# a server of ours that does not answer has lost its socket, and must end before its successor starts.
forget_stale_pid() {
    local pid
    [[ -f $DATA/postmaster.pid ]] || return 0
    read -r pid <"$DATA/postmaster.pid" || true
    if [[ $(readlink "/proc/$pid/cwd" 2>/dev/null) == "$DATA" ]]; then
        stop_postgres || true
    else
        rm -f "$DATA/postmaster.pid" "$SOCKETS/.s.PGSQL.5432" "$SOCKETS/.s.PGSQL.5432.lock"
    fi
}

start_postgres() {
    local bin turn log=$BASE/server-logs/postgres.log
    bin=$(postgres_bin)
    [[ -d $DATA ]] || create_cluster "$bin"
    for turn in 1 2 3 4 5; do # orphans of a killed server hold its memory for a moment
        forget_stale_pid
        (cd / && as_owner "$bin/pg_ctl" -D "$DATA" -l "$log" -s -w -t 120 -o "-c unix_socket_directories='$SOCKETS'" \
            start) >/dev/null 2>&1 </dev/null 7>&- 8>&- 9>&- || true
        if postgres_is_up; then return; fi
        sleep "$turn"
    done
    as_owner tail -n 5 "$log" >&2 || true
    die "PostgreSQL did not start; its log is $log."
}

stop_postgres() { (cd / && as_owner "$(postgres_bin)/pg_ctl" -D "$DATA" -s -m fast -w -t 60 stop >/dev/null); }
