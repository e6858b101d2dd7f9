"""Automatic persisted queries, by Apollo's protocol: a client sends the hash of a document, and the document only when
the server does not know it."""

from typing import Any

import pytest
from graphql import parse, print_ast

from leadhub.documents import LONGEST_REMEMBERED, REMEMBERED, Persisted
from leadhub.errors import PersistedQueryNotFound
from leadhub.operations import documents
from leadhub.wire import Asked
from tests.edge.hashes import fresh, get, hashed, naming, post
from tests.edge.sending import GRAPHQL_JSON, PREFLIGHT, Reply
from tests.streams.following import Events, Stream, socket_of
from tests.world import Company, World

NOT_FOUND = "PERSISTED_QUERY_NOT_FOUND"


def works(reply: Reply) -> bool:
    return reply.status == 200 and list(reply.body["data"].values()) == ["Query"]


async def test_a_client_learns_that_a_document_is_unknown_sends_it_and_then_its_hash_will_do(
    world: World,
) -> None:
    document = fresh()
    unknown = await post(world.anonymous, extensions=hashed(document))
    [error] = unknown.body["errors"]
    assert (error["message"], error["extensions"]["code"]) == ("PersistedQueryNotFound", NOT_FOUND)
    assert "data" not in unknown.body
    assert works(await post(world.anonymous, query=document, extensions=hashed(document)))
    for _ in range(2):
        assert works(await post(world.anonymous, extensions=hashed(document)))


async def test_that_it_is_unknown_is_a_400_where_the_media_type_allows(world: World) -> None:
    reply = await post(world.anonymous, {"Accept": GRAPHQL_JSON}, extensions=hashed(fresh()))
    assert (reply.status, reply.code) == (400, NOT_FOUND)


async def test_by_get_a_hash_needs_no_header_and_a_document_does(world: World) -> None:
    document = fresh()
    assert (await get(world.anonymous, extensions=hashed(document))).code == NOT_FOUND
    bare = await get(world.anonymous, query=document, extensions=hashed(document))
    assert (bare.status, bare.code) == (400, "BAD_REQUEST")
    assert "GraphQL-Require-Preflight" in bare.text
    assert (await get(world.anonymous, extensions=hashed(document))).code == NOT_FOUND
    assert works(await get(world.anonymous, PREFLIGHT, query=document, extensions=hashed(document)))
    assert works(await get(world.anonymous, extensions=hashed(document)))


async def test_variables_and_the_name_of_the_operation_go_with_a_hash(company: Company) -> None:
    document = f"query A {fresh()} query B($id: ID!) {{ lead(id: $id) {{ id }} }}"
    lead = await company.lead()
    sent = {"operationName": "B", "variables": {"id": lead["id"]}, "extensions": hashed(document)}
    for reply in (
        await post(company.owner, query=document, **sent),
        await post(company.owner, **sent),
        await get(company.owner, **sent),
    ):
        assert reply.body["data"] == {"lead": {"id": lead["id"]}}


async def test_a_mutation_is_never_done_by_get(company: Company) -> None:
    document = 'mutation { createTag(input: {name: "x"}) { userErrors { code } } }'
    await post(company.owner, query=document, extensions=hashed(document))
    reply = await get(company.owner, extensions=hashed(document))
    assert (reply.status, reply.headers["Allow"]) == (405, "POST")
    again = await post(company.owner, extensions=hashed(document))
    assert again.body["data"]["createTag"]["userErrors"] == [{"code": "UNIQUE"}]
    assert len((await company.owner.ok("{ tags { id } }"))["tags"]) == 1


async def test_a_hash_gives_no_rights(company: Company) -> None:
    document = "{ apiKeys { totalCount } }"
    assert (await post(company.owner, query=document, extensions=hashed(document))).status == 200
    for caller, code in ((company.agent, "FORBIDDEN"), (company.world.anonymous, "UNAUTHENTICATED")):
        assert (await post(caller, extensions=hashed(document))).code == code


async def test_the_hash_of_another_document_is_refused_and_teaches_nothing(world: World) -> None:
    document, other = fresh(), fresh()
    reply = await post(world.anonymous, query=other, extensions=hashed(document))
    assert reply.code == "BAD_REQUEST"
    assert "not the SHA-256" in reply.text
    for text in (document, other):
        assert (await post(world.anonymous, extensions=hashed(text))).code == NOT_FOUND


async def test_a_hash_may_be_written_in_capitals(world: World) -> None:
    document = fresh()
    await post(world.anonymous, query=document, extensions=hashed(document))
    capitals = hashed(document)["persistedQuery"]["sha256Hash"].upper()
    assert works(await post(world.anonymous, extensions=naming(capitals)))
    assert works(await get(world.anonymous, extensions=naming(capitals)))


SHA = "0" * 64
MALFORMED: dict[str, Any] = {
    "text": {"persistedQuery": SHA},
    "a list": {"persistedQuery": [SHA]},
    "nothing in it": {"persistedQuery": {}},
    "no version": {"persistedQuery": {"sha256Hash": SHA}},
    "another version": naming(SHA, version=2),
    "a version as text": naming(SHA, version="1"),
    "no hash": {"persistedQuery": {"version": 1}},
    "a short hash": naming(SHA[1:]),
    "a long hash": naming(SHA + "0"),
    "no hexadecimal digits": naming("g" * 64),
    "digits of another alphabet": naming("\N{DEVANAGARI DIGIT ONE}" * 64),
    "a line more": naming(SHA + "\n"),
    "a number": naming(5),
    "null": naming(None),
}


@pytest.mark.parametrize("extensions", MALFORMED.values(), ids=MALFORMED)
async def test_what_is_no_persisted_query_is_refused(world: World, extensions: Any) -> None:
    for reply in (
        await post(world.anonymous, extensions=extensions),
        await post(world.anonymous, query=fresh(), extensions=extensions),
        await get(world.anonymous, extensions=extensions),
    ):
        assert (reply.status, reply.code) == (400, "BAD_REQUEST")


async def test_a_null_is_none(world: World) -> None:
    assert works(await post(world.anonymous, query=fresh(), extensions={"persistedQuery": None}))
    assert (await post(world.anonymous, extensions={"persistedQuery": None})).status == 400


@pytest.mark.parametrize(
    "document",
    ["{ no", "{ noSuchField }", "{ " + "id " * 21 + "}", "query A { __typename } query B { __typename }"],
    ids=["no GraphQL", "not in the schema", "over a limit", "unclear which operation"],
)
async def test_a_document_that_is_not_valid_is_not_remembered(world: World, document: str) -> None:
    for _ in range(2):
        assert (await post(world.anonymous, extensions=hashed(document))).code == NOT_FOUND
        sent = await post(world.anonymous, query=document, extensions=hashed(document))
        assert sent.code == "BAD_REQUEST"


@pytest.mark.parametrize(
    "write", [str, str.strip, lambda text: print_ast(parse(text))], ids=["file", "stripped", "printed"]
)
async def test_the_published_operations_are_known_from_the_start(company: Company, write: Any) -> None:
    persisted = Persisted(documents())
    for document in map(write, documents()):
        sha256 = hashed(document)["persistedQuery"]["sha256Hash"]
        assert parse(persisted.text(Asked(None, None, None, None, sha256))) == parse(document)
    [viewer] = [text for text in documents() if "query Viewer" in text]
    reply = await get(company.owner, extensions=hashed(write(viewer)))
    assert reply.body["data"]["viewer"]["role"] == "OWNER"


def asked(text: str, *, with_text: bool) -> Asked:
    sha256 = hashed(text)["persistedQuery"]["sha256Hash"]
    return Asked(text if with_text else None, None, None, None, sha256)


def knows(persisted: Persisted, text: str) -> bool:
    try:
        return persisted.text(asked(text, with_text=False)) == text
    except PersistedQueryNotFound:
        return False


def test_what_was_not_used_for_longest_is_forgotten_when_there_are_a_thousand() -> None:
    persisted = Persisted(["{ published }"])
    for number in range(REMEMBERED):
        persisted.keep(asked(f"{{ a{number} }}", with_text=True))
    assert knows(persisted, "{ a0 }")
    persisted.keep(asked("{ more }", with_text=True))
    assert len(persisted._sent) == REMEMBERED == 1000
    assert knows(persisted, "{ a0 }"), "it was just used"
    assert not knows(persisted, "{ a1 }")
    assert knows(persisted, "{ more }")
    assert knows(persisted, "{ published }")


def test_long_documents_are_not_remembered() -> None:
    persisted = Persisted([])
    for length in (LONGEST_REMEMBERED, LONGEST_REMEMBERED + 1):
        persisted.keep(asked("#" * length, with_text=True))
        assert knows(persisted, "#" * length) == (length == LONGEST_REMEMBERED)


async def test_over_a_socket(company: Company) -> None:
    document = fresh()
    async with socket_of(company.agent) as socket:

        async def ask(id: str, **payload: Any) -> Stream:
            await socket.send(id=id, type="subscribe", payload=payload)
            return Stream(socket, id)

        error = await (await ask("1", extensions=hashed(document))).error()
        assert (error["message"], error["extensions"]["code"]) == ("PersistedQueryNotFound", NOT_FOUND)
        assert await (await ask("2", query=document, extensions=hashed(document))).next() == "Query"
        assert await (await ask("3", extensions=hashed(document))).next() == "Query"


async def test_a_subscription_in_a_stream_of_events(company: Company) -> None:
    document = f"subscription {{ {fresh()[2:].partition(':')[0]}: eventStream(after: 0) {{ seq }} }}"
    await company.lead()
    headers = {"Accept": "text/event-stream", "Authorization": f"Bearer {company.owner.token}"}
    for body in (
        {"query": document, "extensions": hashed(document)},
        {"extensions": hashed(document)},
    ):
        async with company.world.http.post(
            f"{company.world.url}/graphql", json=body, headers=headers
        ) as response:
            assert (await Events(response).next())["seq"] == 1
