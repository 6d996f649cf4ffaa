# shellcheck shell=bash
# A Redis of one checkout, on a socket only. Sourced by bin/services.

ask_redis() { timeout 5 redis-cli -s "$SOCKETS/redis.sock" "$@" 2>/dev/null; }

redis_is_up() { [[ -S $SOCKETS/redis.sock && $(ask_redis ping) == PONG ]]; }

# One that has lost its socket would write to the same files as its successor.
end_unreachable_redis() {
    local pid _
    pid=$(cat "$BASE/redis/redis.pid" 2>/dev/null) || return 0
    for _ in {1..50}; do
        [[ $(readlink "/proc/$pid/cwd" 2>/dev/null) == "$BASE/redis" ]] || return 0
        kill "$pid" || true
        sleep 0.1
    done
}

start_redis() {
    local log=$BASE/server-logs/redis.log _
    command -v redis-server >/dev/null || die "Redis is missing. Install with: sudo apt-get install redis-server"
    end_unreachable_redis
    (cd / && as_owner redis-server --port 0 --unixsocket "$SOCKETS/redis.sock" --unixsocketperm 700 \
        --dir "$BASE/redis" --appendonly yes --appendfsync everysec --maxmemory-policy noeviction \
        --daemonize yes --pidfile "$BASE/redis/redis.pid" --logfile "$log") >/dev/null </dev/null 7>&- 8>&- 9>&-
    for _ in {1..300}; do # it answers once it has read its log
        if redis_is_up; then return; fi
        sleep 0.1
    done
    as_owner tail -n 5 "$log" >&2 || true
    die "Redis did not start; its log is $log."
}

# Wait for the process, not for the socket: a successor must not find the socket removed under it.
stop_redis() {
    local pid _
    pid=$(ask_redis info server | tr -d '\r' | sed -n 's/^process_id://p')
    ask_redis shutdown >/dev/null || true
    for _ in {1..100}; do
        [[ -d /proc/$pid ]] || return 0
        sleep 0.1
    done
}
