"""What is different in production, and what only a server of its own can show."""

import re

import pytest

from leadhub.operations import known_operations
from tests.edge.conftest import Production
from tests.edge.sending import GRAPHQL_JSON, JSON, send

INTROSPECTION = "query Ask { __schema { queryType { name } } }"


async def test_graphiql_is_off(production: Production) -> None:
    headers = {"Accept": "text/html", "Content-Type": None}
    reply = await send(production.anyone.world.http, production.url, method="GET", headers=headers)
    assert (reply.status, reply.type) == (404, JSON)
    assert "GraphiQL is off here" in reply.text


async def test_introspection_is_for_signed_in_callers(production: Production) -> None:
    refused = await production.anyone(INTROSPECTION, {"Accept": GRAPHQL_JSON})
    assert (refused.status, refused.code) == (401, "UNAUTHENTICATED")
    hidden = await production.anyone(
        '{ ...F } fragment F on Query { ... { t: __type(name: "Lead") { name } } }'
    )
    assert hidden.code == "UNAUTHENTICATED"
    assert (await production.owner.ok(INTROSPECTION)) == {"__schema": {"queryType": {"name": "Query"}}}
    assert (await production.anyone("{ __typename }")).data == {"__typename": "Query"}


SLIPS = {
    "field": "{ lead(id: 1) { fullNam } }",
    "root field": "{ leadz { totalCount } }",
    "argument": "{ leads(frst: 1) { totalCount } }",
    "input field": "{ leads(filter: {scor: {eq: 1}}) { totalCount } }",
    "enum value": "{ leads(orderBy: [{field: CREATED_ATT, direction: DESC}]) { totalCount } }",
    "type": "{ node(id: 1) { ... on Leed { id } } }",
    "directive": "{ __typename @skipp(if: true) }",
}


@pytest.mark.parametrize("document", SLIPS.values(), ids=SLIPS)
async def test_no_name_is_suggested(production: Production, document: str) -> None:
    for caller in (production.anyone, production.owner):
        answer = await caller(document)
        assert answer.code == "BAD_REQUEST"
        assert "id you mean" not in str(answer.body)


async def test_no_name_is_suggested_for_a_variable(production: Production) -> None:
    answer = await production.owner(
        "query($f: LeadFilter) { leads(filter: $f) { totalCount } }", f={"scor": {"eq": 1}}
    )
    assert answer.code == "BAD_REQUEST"
    assert "id you mean" not in str(answer.body)


FORWARDED = {
    "198.51.100.7": "198.51.100.7",
    "203.0.113.1, 198.51.100.7": "198.51.100.7",
    "203.0.113.1, 198.51.100.7, 10.1.2.3": "198.51.100.7",
    "203.0.113.1,198.51.100.7 , 127.0.0.9": "198.51.100.7",
    "2001:db8::1, 2001:DB9::1, 10.0.0.1": "2001:db9::1",
    "10.0.0.5": "10.0.0.5",
    "10.0.0.5, 10.0.0.6": "10.0.0.5",
    "": "127.0.0.1",
    " , ": "127.0.0.1",
    "198.51.100.7, unknown": None,
    "<script>": None,
}


@pytest.mark.parametrize(("header", "address"), FORWARDED.items())
async def test_caller_is_the_last_address_that_no_trusted_proxy_has(
    production: Production, header: str, address: str | None
) -> None:
    document = 'mutation { signIn(input: {tenant: "acme", email: "owner@acme.test", password: "x"}) { userErrors { code } } }'
    await production.anyone(document, {"X-Forwarded-For": header})
    [row] = await production.server.database.sql(
        "select address from audit_entry where outcome = 'REFUSED' order by seq desc limit 1"
    )
    assert row["address"] == address


async def test_metrics_name_published_operations_alone_and_no_tenant(production: Production) -> None:
    published = sorted(known_operations())[0]
    for name in (published, "MadeUpByTheClient", "acme"):
        body = {"query": f"query {name} {{ __typename }}", "operationName": name}
        assert (await send(production.anyone.world.http, production.url, body)).status == 200
    async with production.anyone.world.http.get(production.server.metrics_url) as answer:
        assert answer.status == 200
        metrics = await answer.text()
    for name in (published, "other"):
        assert f'leadhub_requests_total{{operation="{name}",outcome="ok"}}' in metrics
    assert "MadeUpByTheClient" not in metrics
    tenants = await production.server.database.sql("select id from tenant")
    for word in ("acme", "tenant", str(tenants[0]["id"]), tenants[0]["id"].hex):
        assert word not in metrics
    assert (await production.server.status("/metrics"))[0] == 404


async def test_jwks_holds_the_public_half_alone(production: Production) -> None:
    status, found = await production.server.status("/.well-known/jwks.json")
    assert status == 200
    [key] = found["keys"]
    assert set(key) == {"alg", "crv", "kid", "kty", "use", "x"}
    assert (key["kty"], key["crv"], key["alg"]) == ("OKP", "Ed25519", "EdDSA")


async def test_logs_are_json_with_the_request_id_and_without_secrets(production: Production) -> None:
    answer = await production.owner('{ leads(search: "ada@leaky.test") { totalCount } }')
    line = await production.server.process.says(answer.headers["X-Request-Id"])
    assert re.search(r'"event": "request".*"outcome": "ok"|"outcome": "ok".*"event": "request"', line)
    everything = "\n".join(production.server.process.out)
    assert production.owner.token
    for secret in (production.owner.token, "leaky", "correct horse"):
        assert secret not in everything
