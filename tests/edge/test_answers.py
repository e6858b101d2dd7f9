"""What every answer has, whatever was asked: an id, JSON, headers that keep it safe, and errors with codes."""

import logging
import re

import pytest

from tests.edge.sending import GRAPHQL_JSON, JSON, PREFLIGHT, send
from tests.world import Company, World

GET = {"Content-Type": None}
EVERY = {
    "an operation": ("POST", "/graphql", {"query": "{ __typename }"}, 200),
    "a syntax error": ("POST", "/graphql", {"query": "{"}, 200),
    "a refused operation": ("POST", "/graphql", {"query": "{ leads { totalCount } }"}, 200),
    "a malformed body": ("POST", "/graphql", b"{", 400),
    "a wrong method": ("PUT", "/graphql", None, 405),
    "another wrong method": ("DELETE", "/healthz", None, 405),
    "an unknown path": ("GET", "/nowhere", None, 404),
    "a path that is no text": ("GET", "/%ff%00", None, 404),
    "metrics, which are elsewhere": ("GET", "/metrics", None, 404),
    "life": ("GET", "/healthz", None, 200),
    "readiness": ("GET", "/readyz", None, 200),
    "the keys": ("GET", "/.well-known/jwks.json", None, 200),
}


@pytest.mark.parametrize(("method", "path", "body", "status"), EVERY.values(), ids=EVERY)
async def test_every_answer_is_json_with_an_id_and_safe_headers(
    world: World, method: str, path: str, body: object, status: int
) -> None:
    reply = await send(world.http, world.url + path, body, method=method)
    assert (reply.status, reply.type) == (status, JSON)
    assert re.fullmatch(r"[0-9a-f]{16}", reply.headers["X-Request-Id"])
    assert reply.headers["X-Content-Type-Options"] == "nosniff"
    assert reply.headers["Cache-Control"] == ("public, max-age=300" if "jwks" in path else "no-store")
    assert reply.headers["Server"] == "LeadHub"
    if status >= 400:
        assert reply.code == "BAD_REQUEST"


@pytest.mark.parametrize("given", ["12345678", "a-decent_ID-" + "x" * 52])
async def test_decent_request_id_is_taken(world: World, given: str) -> None:
    for path in ("/graphql", "/nowhere", "/healthz"):
        reply = await send(world.http, world.url + path, None, headers={"X-Request-Id": given})
        assert reply.headers["X-Request-Id"] == given


@pytest.mark.parametrize(
    "given", ["1234567", "x" * 65, "with space", "semi;colon", "<script>", "ümlaut-id", ""]
)
async def test_other_request_id_is_replaced(world: World, given: str) -> None:
    reply = await send(world.http, f"{world.url}/healthz", method="GET", headers={"X-Request-Id": given})
    assert re.fullmatch(r"[0-9a-f]{16}", reply.headers["X-Request-Id"])


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "HEAD", "OPTIONS"])
async def test_wrong_method_says_which_are_right(world: World, method: str) -> None:
    reply = await send(world.http, f"{world.url}/graphql", method=method)
    assert (reply.status, reply.headers["Allow"]) == (405, "GET, POST")


async def test_get_query_needs_a_header_that_a_plain_form_cannot_send(world: World) -> None:
    url = f"{world.url}/graphql?query=%7B__typename%7D"
    plain = await send(world.http, url, method="GET", headers=GET)
    assert (plain.status, plain.code) == (400, "BAD_REQUEST")
    assert "GraphQL-Require-Preflight" in plain.text
    for name in ("GraphQL-Require-Preflight", "apollo-require-preflight"):
        assert (await send(world.http, url, method="GET", headers={**GET, name: ""})).status == 200


async def test_mutation_by_get_changes_nothing(company: Company, world: World) -> None:
    document = 'mutation{createLead(input:{lastName:"By GET"}){lead{id}}}'
    headers = {**GET, **PREFLIGHT, "Authorization": f"Bearer {company.owner.token}"}
    reply = await send(
        world.http, f"{world.url}/graphql", method="GET", headers=headers, params={"query": document}
    )
    assert (reply.status, reply.headers["Allow"]) == (405, "POST")
    assert (await company.owner.ok("{ leads { totalCount } }"))["leads"]["totalCount"] == 0


async def test_operation_name_chooses_what_a_get_runs(world: World) -> None:
    documents = "query Q { __typename } mutation M { __typename }"
    for name, status in (("Q", 200), ("M", 405)):
        parameters = {"query": documents, "operationName": name}
        reply = await send(
            world.http, f"{world.url}/graphql", method="GET", headers={**GET, **PREFLIGHT}, params=parameters
        )
        assert reply.status == status


def boom(_: object) -> None:
    raise KeyError("the secret detail")


async def test_defect_is_internal_with_the_request_id_and_without_detail(
    company: Company, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("leadhub.schema.from_global", boom)
    answer = await company.owner('{ node(id: "x") { id } }', {"Accept": GRAPHQL_JSON})
    [error] = answer.errors
    assert answer.status == 200  # the field failed, the operation ran
    assert error["path"] == ["node"]
    assert error["extensions"] == {"code": "INTERNAL", "requestId": answer.headers["X-Request-Id"]}
    assert answer.headers["X-Request-Id"] in error["message"]
    assert "secret" not in str(answer.body)
    assert "the secret detail" in capsys.readouterr().out  # for us


async def test_defect_outside_a_resolver_is_internal_too(
    company: Company, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("leadhub.credentials.actor_of_session", boom)
    answer = await company.owner("{ __typename }")
    assert (answer.status, answer.code) == (500, "INTERNAL")
    assert answer.headers["X-Request-Id"] in answer.body["errors"][0]["message"]
    assert "secret" not in str(answer.body)


async def test_at_most_ten_errors_are_shown(world: World) -> None:
    answer = await world.anonymous("{ leads { " + " ".join(f"no{number}" for number in range(50)) + " } }")
    assert len(answer.errors) == 10


async def test_logs_hold_nothing_of_a_faulty_document(
    world: World, capsys: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    await world.anonymous('mutation { signIn(input: {email: "ada@leaky.test", password: "hunter22"}) { x } }')
    await world.anonymous('{ "hunter22"')
    logged = capsys.readouterr().out + caplog.text
    assert "request" in logged
    assert "hunter22" not in logged
    assert "leaky" not in logged


async def test_forwarded_address_is_not_believed_unless_a_proxy_is_trusted(
    world: World, company: Company
) -> None:
    given = {"tenant": company.slug, "email": f"owner@{company.slug}.test", "password": "wrong"}
    document = "mutation($input: SignInInput!) { signIn(input: $input) { userErrors { code } } }"
    await world.anonymous(document, {"X-Forwarded-For": "198.51.100.7"}, input=given)
    async with world.sql() as connection:
        address = "select address from audit_entry where tenant_id = $1 order by seq desc limit 1"
        assert await connection.fetchval(address, company.tenant_id) == "127.0.0.1"
