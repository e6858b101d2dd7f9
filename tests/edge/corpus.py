"""The hostile corpus: how the files in `hostile` are written, and what goes over the wire for each.

Lines that begin with `#` stand first: what it is, and `name: value` for what the sender must know. `expect` is the HTTP
status to a client that accepts GraphQL's own media type, and for a refusal its code and a part of its message. `as: owner`
is somebody who is signed in; `variables`, `operation` go with a document, `encode` packs a body.

A `.graphql` is a document, sent as JSON with POST. An `.http` is a request as it is, but for the headers that every
client sends: those are added unless the file has them. In both `<<3 * a{n} >>` is `a0 a1 a2 `, with `{n+1}` for the
number after, and `<<bytes ff 00>>` is bytes that an editor does not show. One may hold another.
"""

import asyncio
import gzip
import json
import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import orjson

from tests.edge.sending import GRAPHQL_JSON, JSON, Reply

FOLDER = Path(__file__).parent / "hostile"
ANSWER_SECONDS = 60

_BYTES = re.compile(rb"<<bytes ([0-9a-f ]+)>>")
_REPEAT = re.compile(rb"<<(\d+) \* ((?:(?!<<|>>).)*)>>", re.DOTALL)
_ENCODE = {"gzip": gzip.compress, "deflate": zlib.compress}


@dataclass(frozen=True)
class Hostile:
    """One file of the corpus. `code` is None for what is odd, but answered."""

    name: str
    status: int
    code: str | None
    says: str
    is_signed_in: bool
    is_document: bool
    head: tuple[bytes, ...]
    body: bytes

    @property
    def is_json(self) -> bool:
        """Whether the server can read the body; deeper nesting than it takes is no JSON."""
        try:
            orjson.loads(self.body)
        except orjson.JSONDecodeError:
            return False
        return True

    def request(self, token: str, accept: str = GRAPHQL_JSON) -> bytes:
        """The bytes to send; `token` is the owner's."""
        given = {line.split(b":")[0].lower() for line in self.head[1:]}
        added = {
            b"Host": b"127.0.0.1",
            b"Accept": accept.encode(),
            b"Content-Type": JSON.encode(),
            b"Content-Length": str(len(self.body)).encode(),
            b"Connection": b"close",
        }
        if self.is_signed_in:
            added[b"Authorization"] = f"Bearer {token}".encode()
        if b"transfer-encoding" in given:
            del added[b"Content-Length"]
        lines = [self.head[0] + b" HTTP/1.1", *self.head[1:]]
        lines += [name + b": " + value for name, value in added.items() if name.lower() not in given]
        return b"\r\n".join(lines) + b"\r\n\r\n" + self.body


def corpus() -> Iterator[Hostile]:
    """All of it, by name."""
    for path in sorted(FOLDER.glob("*.*")):
        if path.suffix in {".graphql", ".http"}:
            yield _read(path)


def _read(path: Path) -> Hostile:
    lines = path.read_bytes().rstrip(b"\n").split(b"\n")
    comments = next(at for at, line in enumerate(lines) if not line.startswith(b"#"))
    told = dict(line[2:].split(b": ", 1) for line in lines[1:comments])
    text = _expanded(b"\n".join(lines[comments + 1 :]))
    is_document = path.suffix == ".graphql"
    if is_document:
        head, body = (b"POST /graphql",), _as_json(text, told)
    else:
        top, _, body = text.partition(b"\n\n")
        head = tuple(top.rstrip(b"\n").split(b"\n"))
    if b"encode" in told:
        body = _ENCODE[told[b"encode"].decode()](body)
    status, code, says = [*told[b"expect"].decode().split(" ", 2), "", ""][:3]
    return Hostile(
        path.name, int(status), code or None, says, told.get(b"as") == b"owner", is_document, head, body
    )


def _as_json(document: bytes, told: dict[bytes, bytes]) -> bytes:
    parts = [b'"query": ' + json.dumps(document.decode(), ensure_ascii=False).encode()]
    if b"variables" in told:
        parts.append(b'"variables": ' + _expanded(told[b"variables"]))
    if b"operation" in told:
        parts.append(b'"operationName": "' + _expanded(told[b"operation"]) + b'"')
    return b"{" + b", ".join(parts) + b"}"


def _expanded(text: bytes) -> bytes:
    text = _BYTES.sub(lambda found: bytes.fromhex(found[1].decode()), text)
    while (expanded := _REPEAT.sub(_repeated, text)) != text:
        text = expanded
    return text


def _repeated(found: re.Match[bytes]) -> bytes:
    count, part = int(found[1]), found[2]
    if b"{n" not in part:
        return part * count
    return b"".join(
        part.replace(b"{n}", b"%d" % at).replace(b"{n+1}", b"%d" % (at + 1)) for at in range(count)
    )


async def exchange(url: str, request: bytes) -> Reply:
    """Sends these bytes and reads what comes until the connection is closed."""
    host, port = url.removeprefix("http://").split(":")
    async with asyncio.timeout(ANSWER_SECONDS):
        reader, writer = await asyncio.open_connection(host, int(port))
        sending = asyncio.create_task(_send(writer, request))
        try:
            return _reply(await reader.read())
        finally:
            sending.cancel()
            writer.transport.abort()


async def _send(writer: asyncio.StreamWriter, request: bytes) -> None:
    writer.write(request)
    await writer.drain()


def _reply(answer: bytes) -> Reply:
    head, _, body = answer.partition(b"\r\n\r\n")
    first, *lines = head.decode().split("\r\n")
    headers = dict(line.split(": ", 1) for line in lines)
    return Reply(int(first.split(" ")[1]), headers, body.decode())
