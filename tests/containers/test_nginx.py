"""NGINX in front of two servers: what it lets through, what it refuses and how, what it keeps."""

import asyncio
import json
import re
import secrets
import ssl
import subprocess
from collections import Counter
from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from tests.containers.docker import docker, eventually
from tests.containers.stack import SIGN_IN, Stack

pytestmark = pytest.mark.containers

VIEWER = "{ viewer { tenant { slug } } }"
INTROSPECTION = "{ __schema { types { name description fields { name description } } } }"


@pytest.fixture
def client(stack: Stack) -> Iterator[httpx.Client]:
    with stack.http() as found:
        yield found


@pytest.fixture
def owner(stack: Stack) -> Iterator[httpx.Client]:
    bearer = {"Authorization": f"Bearer {stack.key}"}
    with httpx.Client(verify=stack.trusting, base_url=stack.url, headers=bearer, timeout=30) as found:
        yield found


def ask(client: httpx.Client, document: str, **headers: str) -> httpx.Response:
    return client.post("/graphql", json={"query": document}, headers=headers)


def refusal(answer: httpx.Response) -> tuple[int, str]:
    """Status and code of a refusal in the shape of the API's."""
    assert answer.headers["content-type"] == "application/json"
    [error] = answer.json()["errors"]
    assert error["message"]
    return answer.status_code, error["extensions"]["code"]


def logged(stack: Stack, id: str) -> dict[str, Any]:
    """The line of the access log, once it is there."""
    [nginx] = stack.containers("nginx")
    found: list[str] = []

    def look() -> bool:
        found[:] = [line for line in docker("logs", nginx).splitlines() if f'"request_id":"{id}"' in line]
        return found != []

    eventually(look)
    return json.loads(found[0])


def at_once(stack: Stack, path: str, times: int, **options: Any) -> list[httpx.Response]:
    """As many POSTs, none waiting for another."""

    async def send() -> list[httpx.Response]:
        async with httpx.AsyncClient(verify=stack.trusting, base_url=stack.url, timeout=60) as http:
            return await asyncio.gather(*(http.post(path, **options) for _ in range(times)))

    return asyncio.run(send())


def test_http_leads_to_https(stack: Stack) -> None:
    answer = httpx.get(f"{stack.plain}/graphql?query=x")
    assert (answer.status_code, answer.headers["location"]) == (308, f"{stack.url}/graphql?query=x")


@pytest.mark.parametrize("version", [ssl.TLSVersion.TLSv1_2, ssl.TLSVersion.TLSv1_3])
def test_tls_1_2_and_1_3(stack: Stack, version: ssl.TLSVersion) -> None:
    context = stack.trusting
    context.minimum_version = context.maximum_version = version
    assert httpx.get(f"{stack.url}/healthz", verify=context).status_code == 200


def test_answers_carry_the_headers_of_a_careful_site(client: httpx.Client) -> None:
    for answer in (ask(client, VIEWER), client.get("/nothing")):
        assert answer.headers["strict-transport-security"] == "max-age=31536000"
        assert answer.headers["content-security-policy"] == "default-src 'none'; frame-ancestors 'none'"
        assert answer.headers.get_list("x-frame-options") == ["DENY"]
        assert answer.headers.get_list("x-content-type-options") == ["nosniff"]
        assert answer.headers.get_list("referrer-policy") == ["no-referrer"]
        assert answer.headers["server"] == "nginx"


def test_graphiql_keeps_its_own_policy_and_is_not_cached(client: httpx.Client) -> None:
    answers = [client.get("/graphql", headers={"Accept": "text/html"}) for _ in range(2)]
    policies = [answer.headers.get_list("content-security-policy") for answer in answers]
    assert [len(policy) for policy in policies] == [1, 1]
    assert "script-src 'self'" in policies[0][0]
    assert policies[0] != policies[1]  # the nonce
    assert "x-cache" not in answers[1].headers


def test_long_answers_are_packed(owner: httpx.Client) -> None:
    answer = ask(owner, INTROSPECTION)
    assert answer.status_code == 200
    assert answer.headers["content-encoding"] == "gzip"
    assert "Accept-Encoding" in answer.headers["vary"]
    assert "content-encoding" not in ask(owner, VIEWER).headers


def test_a_request_id_goes_through_and_an_odd_one_is_replaced(stack: Stack, client: httpx.Client) -> None:
    assert ask(client, VIEWER, **{"X-Request-Id": "mine-12345678"}).headers.get_list("x-request-id") == [
        "mine-12345678"
    ]
    eventually(lambda: '"request_id": "mine-12345678"' in stack.compose("logs", "blue"))
    replaced = ask(client, VIEWER, **{"X-Request-Id": 'odd"}'}).headers["x-request-id"]
    assert re.fullmatch("[0-9a-f]{32}", replaced)


def test_access_log_tells_of_upstream_times_and_keeps_the_query_to_itself(
    stack: Stack, client: httpx.Client
) -> None:
    client.get("/graphql?query={secret}", headers={"X-Request-Id": "logged-123456"})
    line = logged(stack, "logged-123456")
    assert (line["method"], line["path"], line["status"]) == ("GET", "/graphql", 400)
    assert line["protocol"] == "HTTP/2.0"
    assert line["upstream"].endswith(":8000")
    assert float(line["upstream_seconds"]) >= 0
    assert "secret" not in json.dumps(line)


@pytest.mark.parametrize(
    "path", ["/metrics", "/readyz", "//readyz", "/graphql/../readyz", "/graphiql/%2e%2e/readyz", "/", "/x"]
)
def test_what_is_not_public_is_not_there(client: httpx.Client, path: str) -> None:
    assert refusal(client.get(path)) == (404, "BAD_REQUEST")


def test_a_body_above_a_mebibyte_is_413(stack: Stack) -> None:
    content = b" " * (1024 * 1024 + 1)
    answer = httpx.post(f"{stack.url}/graphql", content=content, verify=stack.trusting, timeout=30)
    assert refusal(answer) == (413, "BAD_REQUEST")


def test_a_body_that_says_it_is_larger_is_413_by_http_2_too(stack: Stack) -> None:
    # httpx would wait until it may send the rest.
    answer = subprocess.run(
        ["curl", "--silent", "--http2", "--cacert", stack.folder / "certs/tls.crt", "--data-binary", "@-",
         "--write-out", "%{http_version} %{http_code} %{content_type}", f"{stack.url}/graphql"],
        input=b" " * (1024 * 1024 + 1), capture_output=True, check=True, timeout=60,
    ).stdout.decode()  # fmt: skip
    assert '"code":"BAD_REQUEST"' in answer
    assert answer.endswith("2 413 application/json")


def test_long_addresses_and_headers_are_refused_in_json(stack: Stack) -> None:
    with httpx.Client(verify=stack.trusting, base_url=stack.url) as client:
        assert refusal(client.get("/graphql?query=" + "x" * 20_000)) == (414, "BAD_REQUEST")
        assert refusal(client.get("/graphql", headers={"X-Long": "x" * 20_000})) == (431, "BAD_REQUEST")


def test_a_client_cannot_choose_its_address(stack: Stack, owner: httpx.Client) -> None:
    given = json.loads((stack.folder / "owner.json").read_text())
    sign_in = {"query": SIGN_IN, "variables": {"input": given}}
    forged = {"X-Forwarded-For": "203.0.113.7, 198.51.100.8", "X-Request-Id": "forged-12345"}
    with stack.http() as stranger:
        assert stranger.post("/graphql", json=sign_in, headers=forged).json()["data"]["signIn"]["accessToken"]
    entries = ask(owner, "{ auditLog(first: 1) { nodes { action address } } }").json()["data"]["auditLog"]
    [entry] = entries["nodes"]
    assert entry == {"action": "session.opened", "address": logged(stack, "forged-12345")["address"]}


def test_connections_to_the_servers_are_kept(stack: Stack, client: httpx.Client) -> None:
    for _ in range(30):
        client.get("/healthz")
    [nginx] = stack.containers("nginx")
    sockets = docker("exec", nginx, "cat", "/proc/net/tcp", "/proc/net/tcp6").splitlines()
    to_servers = [line for line in sockets if len(line.split()) > 2 and line.split()[2].endswith(":1F40")]
    assert 1 <= len(to_servers) < 15  # in whatever state: those that were closed linger


def test_public_files_are_kept(client: httpx.Client) -> None:
    page = client.get("/graphql", headers={"Accept": "text/html"}).text
    script = re.findall(r'src="(/graphiql/[^"]+)"', page)[0]
    for path in (script, "/.well-known/jwks.json"):
        answers = [client.get(path) for _ in range(2)]
        assert answers[1].headers["x-cache"] == "HIT"
        assert answers[0].content == answers[1].content
        ids = {answer.headers["x-request-id"] for answer in answers}
        assert len(ids) == 2
        assert client.get(f"{path}?another").headers["x-cache"] == "HIT"
        assert client.get(path, headers={"Authorization": "Bearer x"}).headers["x-cache"] == "BYPASS"


@pytest.fixture(scope="module")
def stranger(stack: Stack) -> tuple[str, str]:
    """The access token of another tenant's owner, and that tenant's slug."""
    slug = f"globex-{secrets.token_hex(4)}"
    said = stack.compose("run", "--rm", "--no-deps", "migrate", "leadhub", "tenant", "create",
                         slug, "--name", slug, "--owner-email", "owner@globex.test")  # fmt: skip
    [invitation] = re.findall(r"lhi_\S+", said)
    accept = """mutation($token: String!) {
      acceptInvitation(input: {token: $token, name: "O", password: "correct horse battery"}) { accessToken }
    }"""
    return stack.ask(accept, {"token": invitation})["acceptInvitation"]["accessToken"], slug


@pytest.mark.parametrize("path", ["/graphql", "/graphiql/../graphql", "/.well-known/jwks.json/../../graphql"])
def test_nobody_gets_another_tenants_answer_from_the_cache(
    stack: Stack, stranger: tuple[str, str], path: str
) -> None:
    callers = [(stack.key, "acme"), (stack.key, "acme"), stranger, (None, None)]
    with stack.http(headers={"GraphQL-Require-Preflight": "1"}) as client:
        for token, own in callers:
            bearer = {"Authorization": f"Bearer {token}"} if token else {}
            answer = client.get(path, params={"query": VIEWER}, headers=bearer)
            assert "x-cache" not in answer.headers
            if path == "/graphql" or answer.status_code == 200:
                viewer = answer.json()["data"]["viewer"]
                assert viewer == (own and {"tenant": {"slug": own}})


def test_who_comes_too_often_gets_429(stack: Stack, owner: httpx.Client) -> None:
    answers = at_once(stack, "/graphql", 80, json={"query": VIEWER})
    refused = [answer for answer in answers if answer.status_code != 200]
    assert len(answers) - len(refused) >= 25  # most of the burst, whatever came before
    assert {refusal(answer) for answer in refused} == {(429, "THROTTLED")}
    assert refused[0].headers["retry-after"] == "1"
    assert refused[0].json()["errors"][0]["extensions"]["retryAfter"] == 1
    # Who has signed in is not counted there.
    assert {ask(owner, VIEWER).status_code for _ in range(40)} == {200}


def test_forms_have_a_limit_of_their_own(stack: Stack) -> None:
    statuses = Counter(answer.status_code for answer in at_once(stack, "/f/form_x", 60, json={}))
    assert set(statuses) == {404, 429}
    assert statuses[404] >= 20


@pytest.fixture
def breakable(stack: Stack) -> Iterator[Stack]:
    """Whole again after the test."""
    yield stack
    stack.whole()


def test_a_server_that_is_gone_is_left_out(breakable: Stack) -> None:
    first, *_ = breakable.containers("blue")
    docker("kill", first)
    for _ in range(20):
        assert breakable.ask(VIEWER, token=breakable.key)["viewer"]


def test_when_no_server_is_there_the_answer_is_503_and_it_recovers(breakable: Stack) -> None:
    servers = breakable.containers("blue")
    docker("kill", *servers)
    with breakable.http() as client:
        answer = client.get("/healthz")
    assert refusal(answer) == (503, "UNAVAILABLE")
    assert answer.headers["retry-after"] == "2"
    assert answer.headers["x-content-type-options"] == "nosniff"
    breakable.whole()
    assert breakable.ask(VIEWER, token=breakable.key)["viewer"]
