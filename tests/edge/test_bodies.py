"""Bodies and documents that no client means well with: a clear refusal, never a 5xx."""

import asyncio
import gzip
import json
from typing import Any

import pytest
from aiohttp.compression_utils import ZLibDecompressor

from leadhub.wire import LARGEST_BODY
from tests.edge.sending import GRAPHQL_JSON, JSON, send
from tests.world import Company, World

MALFORMED = {
    "null": b"null",
    "number": b"42",
    "text": b'"text"',
    "batch": b'[{"query": "{ __typename }"}]',
    "empty batch": b"[]",
    "empty": b"",
    "cut off": b'{"query": "{',
    "followed by more": b'{"query": "{ __typename }"} {}',
    "deep lists": b"[" * 100_000,
    "deep objects": b'{"a":' * 100_000,
    "deep and complete": b'{"query": "{ __typename }", "variables": {"a": '
    + b"[" * 100_000
    + b"]" * 100_000
    + b"}}",
    "bad UTF-8": b'{"query": "\xc3("}',
    "UTF-16": '{"query": "{ __typename }"}'.encode("utf-16"),
    "lone surrogate": b'{"query": "{ __typename }", "variables": {"a": "\\ud800"}}',
    "lone surrogate in bytes": b'{"query": "\xed\xa0\x80"}',
    "NaN": b'{"query": "{ __typename }", "variables": {"a": NaN}}',
}


@pytest.mark.parametrize("kind", [JSON, GRAPHQL_JSON])
@pytest.mark.parametrize("body", MALFORMED.values(), ids=MALFORMED)
async def test_malformed_body_is_400_as_json(world: World, body: bytes, kind: str) -> None:
    reply = await send(world.http, f"{world.url}/graphql", body, headers={"Accept": kind})
    assert (reply.status, reply.type, reply.code) == (400, JSON, "BAD_REQUEST")


async def test_batches_are_off_and_said_to_be(world: World) -> None:
    reply = await send(world.http, f"{world.url}/graphql", MALFORMED["batch"])
    assert reply.body["errors"][0]["message"] == "Batches are not supported: send one operation a request."


def padded(size: int) -> bytes:
    body = b'{"query": "{ __typename }"}'
    return body + b" " * (size - len(body))


async def test_body_of_a_mebibyte_is_taken_and_a_larger_one_is_413(world: World) -> None:
    assert (await send(world.http, f"{world.url}/graphql", padded(LARGEST_BODY))).status == 200
    reply = await send(world.http, f"{world.url}/graphql", padded(LARGEST_BODY + 1))
    assert (reply.status, reply.type, reply.code) == (413, JSON, "BAD_REQUEST")


async def test_compressed_body_is_measured_unpacked(world: World) -> None:
    async def packed(body: bytes) -> int:
        headers = {"Content-Encoding": "gzip", "Connection": "close"}
        return (await send(world.http, f"{world.url}/graphql", body, headers=headers)).status

    assert await packed(gzip.compress(padded(100))) == 200
    assert await packed(gzip.compress(padded(20 * LARGEST_BODY))) == 413
    assert await packed(padded(100)) == 400


TYPES = {
    "none": None,
    "empty": "",
    "text": "text/plain",
    "form": "application/x-www-form-urlencoded",
    "upload": "multipart/form-data; boundary=x",
    "graphql": "application/graphql",
    "nonsense": "nonsense",
    "another charset": "application/json; charset=latin-1",
    "long": "application/json; charset=utf-8; x=" + "y" * 256,
}


@pytest.mark.parametrize("content_type", TYPES.values(), ids=TYPES)
async def test_wrong_content_type_is_415(world: World, content_type: str | None) -> None:
    # What a plain form of another site can send is among them: it never reaches a resolver.
    reply = await send(
        world.http,
        f"{world.url}/graphql",
        {"query": "{ __typename }"},
        headers={"Content-Type": content_type},
    )
    assert (reply.status, reply.type) == (415, JSON)


def nested(opening: str, middle: str, closing: str, times: int) -> str:
    return opening * times + middle + closing * times


MANY = "9" * 5_000
HOSTILE: dict[str, Any] = {
    "integer of 5,000 digits": f"{{ leads(first: {MANY}) {{ totalCount }} }}",
    "integer of 5,000 digits in a filter": f"{{ leads(filter: {{score: {{eq: {MANY}}}}}) {{ totalCount }} }}",
    "integer of 5,000 digits for a flag": f"{{ __typename @include(if: {MANY}) }}",
    "integer of 5,000 digits for a text": f"{{ leads(search: {MANY}) {{ totalCount }} }}",
    "float beyond all": "{ leads(filter: {score: {eq: 1e400}}) { totalCount } }",
    "selections": "{" + nested("... {", "__typename", "}", 500) + "}",
    "typed selections": '{ node(id: "x") {' + nested("... on Lead {", "id", "}", 500) + "} }",
    "100,000 selections": "{" + nested("... {", "__typename", "}", 100_000) + "}",
    "lists": f"{{ leads(filter: {nested('[', '', ']', 500)}) {{ totalCount }} }}",
    "100,000 lists": f"{{ leads(filter: {nested('[', '', ']', 100_000)}) {{ totalCount }} }}",
    "100 filters": f"{{ leads(filter: {nested('{not: ', '{}', '}', 100)}) {{ totalCount }} }}",
    "500 filters": f"{{ leads(filter: {nested('{and: [', '{}', ']}', 500)}) {{ totalCount }} }}",
    "list types": f"query($a: {nested('[', 'Int', ']', 500)}) {{ __typename }}",
    "fragments in a circle": "{ ...F } fragment F on Query { ...G } fragment G on Query { ...F }",
    "20,000 unlike fields": "{" + "leads { totalCount } members { totalCount } " * 10_000 + "}",
    "unicode escape": '{ leads(search: "\\uD800") { totalCount } }',
    "NUL": "{ __typename \x00 }",
}


@pytest.mark.parametrize("document", HOSTILE.values(), ids=HOSTILE)
async def test_hostile_document_is_400(world: World, company: Company, document: str) -> None:
    headers = {"Authorization": f"Bearer {company.owner.token}", "Accept": GRAPHQL_JSON}
    reply = await send(world.http, f"{world.url}/graphql", {"query": document}, headers=headers)
    assert (reply.status, reply.code) == (400, "BAD_REQUEST"), reply.text[:500]


@pytest.mark.parametrize("depth", [100, 250, 900])
async def test_deep_variable_is_400(company: Company, depth: int) -> None:
    document = "query($f: LeadFilter) { leads(filter: $f) { totalCount } }"
    deep = json.loads(nested('{"not":', "{}", "}", depth))
    answer = await company.owner(document, {"Accept": GRAPHQL_JSON}, f=deep)
    assert (answer.status, answer.code) == (400, "BAD_REQUEST")


@pytest.mark.parametrize("part", ["a{}: __typename", "a{}: viewer {{ role }}"])
async def test_ten_thousand_aliases_do_no_harm(company: Company, part: str) -> None:
    document = "{" + " ".join(part.format(number) for number in range(10_000)) + "}"
    answer = await company.owner(document, {"Accept": GRAPHQL_JSON})
    assert answer.status in {200, 400}


async def test_fragments_that_double_are_answered_quickly(company: Company) -> None:
    # Walked once for each spread, thirty of these would be a thousand million fields.
    fragments = (f"fragment F{n} on Lead {{ ...F{n + 1} ...F{n + 1} }}" for n in range(30))
    document = f"{{ leads {{ nodes {{ ...F0 }} }} }} {' '.join(fragments)} fragment F30 on Lead {{ id }}"
    answer = await company.owner(document)
    assert (answer.data, answer.errors) == ({"leads": {"nodes": []}}, [])


async def test_what_is_refused_unread_is_not_unpacked(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    unpacked: list[int] = []
    unpack = ZLibDecompressor.decompress_sync

    def counted(*args: Any, **options: Any) -> bytes:
        data = unpack(*args, **options)
        unpacked.append(len(data))
        return data

    monkeypatch.setattr(ZLibDecompressor, "decompress_sync", counted)
    bomb, headers = gzip.compress(bytes(50_000_000)), {"Content-Encoding": "gzip", "Accept": "text/plain"}
    reply = await send(world.http, f"{world.url}/graphql", bomb, headers=headers)
    assert reply.status == 406
    await asyncio.sleep(0.3)  # it would be unpacked after the answer
    assert 0 < sum(unpacked) < 5 * LARGEST_BODY
