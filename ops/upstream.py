"""The file that tells NGINX which colour serves. Its folder is mounted at /etc/nginx/upstream; NGINX sees a change when it
is reloaded."""

import re
from pathlib import Path

_FILE = "leadhub.conf"
# Docker answers the name with the address of every replica. A server that cannot be reached twice is left out for
# three seconds; connections to the others stay open.
_TEXT = """\
upstream leadhub {{
    zone leadhub 256k;
    least_conn;
    server {colour}:8000 max_fails=2 fail_timeout=3s;
    keepalive 32;
}}
"""


def point_at(folder: Path, colour: str) -> None:
    """Names `blue` or `green`: all of the new file is there, or all of the old one."""
    written = folder / f"{_FILE}.new"
    written.write_text(_TEXT.format(colour=colour))
    written.chmod(0o644)
    written.replace(folder / _FILE)


def serving(folder: Path) -> str | None:
    """The colour that is named, or None before the first one was."""
    file = folder / _FILE
    found = re.search(r"server (\w+):", file.read_text()) if file.exists() else None
    return found[1] if found else None
