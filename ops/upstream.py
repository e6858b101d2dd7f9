"""The file that tells NGINX which colour serves. Its folder is mounted at /etc/nginx/upstream; NGINX sees a change when it
is reloaded."""

import re
from pathlib import Path

_FILE = "leadhub.conf"
_REPEAT_FILE = "leadhub.repeat"
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
# A server that fails is left out for two seconds, and the spare colour, which is never left out, has its requests.
_ON_TRIAL = """\
upstream leadhub {{
    zone leadhub 256k;
    least_conn;
    server {colour}:8000 max_fails=1 fail_timeout=2s;
    server {spare}:8000 max_fails=0 backup;
    keepalive 32;
}}
"""
# For requests that may be sent twice. At other times a defect that somebody knows of would shut out every server.
_REPEAT = """\
proxy_next_upstream error timeout http_500 http_502 http_503 http_504 non_idempotent;
proxy_next_upstream_timeout 30s;
"""


def point_at(folder: Path, colour: str) -> None:
    """Names `blue` or `green`, which gets all requests: all of the new file is there, or all of the old one."""
    (folder / _REPEAT_FILE).unlink(missing_ok=True)
    _put(folder / _FILE, _TEXT.format(colour=colour))


def try_out(folder: Path, colour: str, *, spare: str) -> None:
    """Names the colour that gets all requests, and the spare one: it gets what cannot be sent to the first, and again
    what that fails on and may be sent twice."""
    _put(folder / _REPEAT_FILE, _REPEAT)
    _put(folder / _FILE, _ON_TRIAL.format(colour=colour, spare=spare))


def serving(folder: Path) -> str | None:
    """The colour that is named, or None before the first one was."""
    file = folder / _FILE
    found = re.search(r"server (\w+):", file.read_text()) if file.exists() else None
    return found[1] if found else None


def _put(file: Path, text: str) -> None:
    written = file.with_name(f"{file.name}.new")
    written.write_text(text)
    written.chmod(0o644)
    written.replace(file)
