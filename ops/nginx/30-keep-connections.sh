#!/bin/sh
# At a reload the old workers close connections that wait for a client's next request, which may be on its way. NGINX
# waits for it from 1.27.4 on; Debian's own is 1.26 and does not know the directive.
found=$(nginx -v 2>&1 | sed 's/.*nginx.//')
if [ "$(printf '1.27.4\n%s\n' "$found" | sort -V | head -n 1)" = 1.27.4 ]; then
    echo 'keepalive_min_timeout 10s;' > /etc/nginx/conf.d/keep-connections.conf
fi
