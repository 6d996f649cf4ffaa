# shellcheck shell=bash
# Where the private services keep their data and sockets, and as whom they run. Sourced by bin/services.
#
# BASE is var/, unless the user that PostgreSQL must run as cannot get there (root's checkout in a closed folder).
# SOCKETS is BASE/sockets, unless that is longer than the path of a socket may be (107 bytes).
# What was chosen is remembered in var/places, so that a later command finds the same.

checkout_hash() { printf '%s' "$ROOT" | sha256sum | cut -c 1-12; }

as_owner() {
    if [[ $OWNER == "$(id -un)" ]]; then
        "$@"
    else
        setpriv --reuid="$OWNER" --regid="$(id -gn "$OWNER")" --init-groups --reset-env "$@"
    fi
}

set_places() {
    BASE=$1 SOCKETS=$2 OWNER=$3 DATA=$1/pg
    export SOCKETS DATA
    ((EUID == 0)) || [[ $OWNER == "$(id -un)" ]] ||
        die "The services of this checkout belong to the user $OWNER; run this as that user or as root."
}

places_are_known() {
    local known
    [[ -f $VAR/places ]] || return 1
    mapfile -t known <"$VAR/places"
    [[ ${known[0]} == "$ROOT" && -d ${known[1]} && -d ${known[2]} ]] || return 1
    set_places "${known[1]}" "${known[2]}" "${known[3]}"
}

choose_places() {
    local base=$VAR sockets owner known
    if [[ -f $VAR/places ]]; then # the folder of sockets may be gone since the last reboot
        mapfile -t known <"$VAR/places"
        if [[ ${known[0]} == "$ROOT" && -d ${known[1]} ]]; then
            set_places "${known[1]}" "${known[2]}" "${known[3]}"
            return
        fi
    fi
    owner=$(id -un)
    if ((EUID == 0)); then owner=postgres; fi
    if [[ -d $VAR/pg ]]; then owner=$(stat -c %U "$VAR/pg"); fi
    OWNER=$owner
    as_owner test -x "$VAR" || base=$(mktemp -d "/var/tmp/tracker-$(checkout_hash).XXXXXX")
    sockets=$base/sockets
    if ((${#sockets} > 85)); then sockets=$(mktemp -d "/tmp/tracker-$(checkout_hash).XXXXXX"); fi
    set_places "$base" "$sockets" "$owner"
    printf '%s\n' "$ROOT" "$base" "$sockets" "$owner" >"$VAR/places"
}

make_folders() {
    local folder
    [[ $BASE == "$VAR" ]] || chmod 755 "$BASE"
    for folder in "$SOCKETS" "$BASE/redis" "$BASE/server-logs"; do
        mkdir -p "$folder"
        [[ $(stat -c %U "$folder") == "$OWNER" ]] || chown "$OWNER" "$folder" 2>/dev/null ||
            die "$folder belongs to another user; remove var/places and try again."
        chmod 700 "$folder"
    done
    chmod 711 "$SOCKETS"
}
