"""GraphQL over HTTP, demand by demand: what the audits of graphql-http ask for, in our own words and without npm."""

import json
from typing import Any
from urllib.parse import urlencode

import pytest

from tests.edge.sending import GRAPHQL_JSON, JSON, PREFLIGHT, Reply, send
from tests.world import Company, World

OK = {"query": "{ __typename }"}
TYPED = {
    "query": "query Type($name: String!) { __type(name: $name) { name } }",
    "variables": {"name": "Lead"},
}
NOT_TEXT = [{"obj": "ect"}, 0, False, ["array"]]
NOT_A_MAP = ["string", 0, False, ["array"]]
BOTH = pytest.mark.parametrize("kind", [JSON, GRAPHQL_JSON])


async def post(world: World, body: Any, accept: str | None = None, content_type: str | None = JSON) -> Reply:
    return await send(
        world.http, f"{world.url}/graphql", body, headers={"Accept": accept, "Content-Type": content_type}
    )


async def get(world: World, accept: str | None = None, **parameters: str) -> Reply:
    headers = {"Accept": accept, "Content-Type": None, **PREFLIGHT}
    return await send(
        world.http, f"{world.url}/graphql?{urlencode(parameters)}", method="GET", headers=headers
    )


def is_answered(reply: Reply, kind: str = JSON) -> None:
    assert (reply.status, reply.type) == (200, kind)
    assert "errors" not in reply.body


def is_refused(reply: Reply) -> None:
    assert (reply.status, reply.code) == (400, "BAD_REQUEST")
    assert "data" not in reply.body


@BOTH
async def test_answers_in_the_type_that_is_accepted(world: World, kind: str) -> None:
    is_answered(await post(world, OK, kind), kind)


@pytest.mark.parametrize("accept", ["*/*", None])
async def test_json_when_anything_is_accepted(world: World, accept: str | None) -> None:
    is_answered(await post(world, OK, accept))


async def test_answers_in_utf8(world: World) -> None:
    reply = await post(world, OK)
    assert reply.headers["Content-Type"] == "application/json; charset=utf-8"


@pytest.mark.parametrize("content_type", [JSON, f"{JSON}; charset=utf-8", f'{JSON};charset="UTF-8"'])
async def test_requests_are_utf8(world: World, content_type: str) -> None:
    body = json.dumps({"query": '{ __type(name: "Läufer🏃") { name } }'}, ensure_ascii=False).encode()
    is_answered(await post(world, body, content_type=content_type))


async def test_post_without_a_content_type_is_refused(world: World) -> None:
    assert (await post(world, OK, content_type=None)).status == 415


async def test_post_without_a_body_is_refused(world: World) -> None:
    is_refused(await post(world, None))


@BOTH
@pytest.mark.parametrize("query", [*NOT_TEXT, None, "", " "])
async def test_query_must_be_text(world: World, kind: str, query: Any) -> None:
    is_refused(await post(world, {"query": query}, kind))
    is_refused(await post(world, {"not_a_query": "{ __typename }"}, kind))


@BOTH
@pytest.mark.parametrize("name", NOT_TEXT)
async def test_operation_name_must_be_text(world: World, kind: str, name: Any) -> None:
    is_refused(await post(world, {**OK, "operationName": name}, kind))


@BOTH
@pytest.mark.parametrize("parameter", ["variables", "extensions"])
@pytest.mark.parametrize("value", NOT_A_MAP)
async def test_variables_and_extensions_must_be_objects(
    world: World, kind: str, parameter: str, value: Any
) -> None:
    is_refused(await post(world, {**OK, parameter: value}, kind))


@BOTH
@pytest.mark.parametrize("parameter", ["variables", "operationName", "extensions"])
async def test_null_is_as_good_as_left_out(world: World, kind: str, parameter: str) -> None:
    is_answered(await post(world, {**OK, parameter: None}, kind), kind)


@BOTH
async def test_every_parameter_is_taken(world: World, kind: str) -> None:
    is_answered(
        await post(world, {"query": "query Query { __typename }", "operationName": "Query"}, kind), kind
    )
    is_answered(await post(world, TYPED, kind), kind)
    is_answered(await post(world, {**OK, "extensions": {"some": "value"}}, kind), kind)


@BOTH
async def test_queries_by_get(world: World, kind: str) -> None:
    is_answered(await get(world, kind, query="{ __typename }"), kind)
    reply = await get(world, kind, query=TYPED["query"], variables=json.dumps(TYPED["variables"]))
    is_answered(reply, kind)
    assert reply.body["data"] == {"__type": {"name": "Lead"}}


@BOTH
async def test_mutations_never_by_get(world: World, kind: str) -> None:
    reply = await get(world, kind, query="mutation { __typename }")
    assert (reply.status, reply.headers["Allow"]) == (405, "POST")


FAULTY = {
    "syntax": {"query": "{"},
    "unknown field": {"query": "{ nothingOfThisName }"},
    "missing variable": {"query": TYPED["query"]},
    "variable of a wrong type": {"query": TYPED["query"], "variables": {"name": {"is": "no text"}}},
    "unknown operation": {**OK, "operationName": "Other"},
    "no operation": {"query": "fragment F on Query { __typename }"},
    "which operation": {"query": "query A { __typename } query B { __typename }"},
}


@pytest.mark.parametrize("body", FAULTY.values(), ids=FAULTY)
async def test_faulty_operation_is_400_in_the_new_media_type_and_200_in_the_old(
    world: World, body: Any
) -> None:
    new, old = await post(world, body, GRAPHQL_JSON), await post(world, body, JSON)
    assert (new.status, new.type, new.code) == (400, GRAPHQL_JSON, "BAD_REQUEST")
    assert (old.status, old.type, old.code) == (200, JSON, "BAD_REQUEST")
    assert "data" not in new.body
    assert "data" not in old.body


@BOTH
async def test_body_that_is_no_json_is_400_in_both_media_types(world: World, kind: str) -> None:
    is_refused(await post(world, b'{ "not a JSON', kind))


async def test_partial_answer_is_200_with_its_errors(world: World, company: Company) -> None:
    document = {"query": '{ viewer { role } lead(id: "TGVhZDp4") { id } }'}
    headers = {"Accept": GRAPHQL_JSON, "Authorization": f"Bearer {company.owner.token}"}
    reply = await send(world.http, f"{world.url}/graphql", document, headers=headers)
    assert (reply.status, reply.type) == (200, GRAPHQL_JSON)
    assert reply.body["data"] == {"viewer": {"role": "OWNER"}, "lead": None}
    assert reply.body["errors"][0]["path"] == ["lead"]


async def test_refused_operation_has_a_status_of_its_own_in_the_new_media_type(world: World) -> None:
    document = {"query": "{ leads { totalCount } }"}
    new, old = await post(world, document, GRAPHQL_JSON), await post(world, document, JSON)
    assert (new.status, old.status) == (401, 200)
    assert new.code == old.code == "UNAUTHENTICATED"
