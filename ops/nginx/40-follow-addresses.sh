#!/bin/sh
# Docker gives a container a new address when it starts again, and NGINX asks for the addresses behind a name only when
# it reads its configuration: so it reads it again when they have changed. From NGINX 1.27.3 on `resolve` in the upstream
# does the same; this can go when no older one is in use.
addresses() {
    sed -n 's/^ *server \([^:]*\):.*/\1/p' /etc/nginx/upstream/*.conf | xargs -n 1 getent ahostsv4 | cut -d ' ' -f 1 | sort -u
}

known=$(addresses)
while sleep 1; do
    found=$(addresses)
    if [ -n "$found" ] && [ "$found" != "$known" ]; then
        nginx -s reload && known=$found
    fi
done &
