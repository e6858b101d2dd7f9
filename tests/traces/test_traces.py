"""What a collector is told of the way of a request, and what it is never told."""

import json
import signal
import socket
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from opentelemetry.proto.trace.v1.trace_pb2 import Span as Proto

from leadhub import VERSION
from tests.commands.conftest import Database, make_database, own_cluster
from tests.commands.serving import Server, join, new_tenant, prepared, serving
from tests.commands.test_worker import at_work
from tests.traces.collecting import Collector, Span, collecting
from tests.webhooks.receiving import receiving
from tests.world import PASSWORD, Caller

__all__ = ["own_cluster"]  # a fixture

NewDatabase = Callable[[str], Awaitable[Database]]
TRACE = "4bf92f3577b34da6a3ce929d0e0e4736"
PARENT = "00f067aa0ba902b7"


@dataclass
class Traced:
    """A server that tells a collector, and the owner of a tenant."""

    server: Server
    owner: Caller
    collector: Collector
    database: Database

    async def post(self, query: str, name: str | None = None, **headers: str) -> None:
        """The owner asks this."""
        http, url = self.owner.world.http, f"{self.server.url}/graphql"
        sent = {"Authorization": f"Bearer {self.owner.token}", **headers}
        async with http.post(url, json={"query": query, "operationName": name}, headers=sent) as answer:
            assert answer.status == 200


@pytest.fixture(scope="module")
async def traced(own_cluster: object, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Traced]:
    folder = tmp_path_factory.mktemp("traced")
    database = await prepared(await make_database(own_cluster, "traced"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("OTEL_BSP_SCHEDULE_DELAY", "50")  # milliseconds
        async with collecting() as collector:
            told = {"TRACES_ENDPOINT": collector.url, "ENV": "staging", "WEBHOOK_ALLOW_LOOPBACK": "on"}
            async with serving(database, folder, **told) as server:
                owner = await join(server, await new_tenant(database, "acme", folder))
                yield Traced(server, owner, collector, database)


def called(name: str, trace: str | None = None) -> Callable[[Span], bool]:
    return lambda span: span.name == name and trace in (None, span.trace)


async def test_a_request_is_told_from_http_down_to_sql(traced: Traced) -> None:
    trace = "0" * 31 + "1"
    query = "query LeadList { leads(first: 1) { nodes { id } } viewer { role } }"
    await traced.post(query, traceparent=f"00-{trace}-{PARENT}-01")
    http = await traced.collector.got(called("POST", trace))
    assert (http.parent, http.kind) == (PARENT, Proto.SPAN_KIND_SERVER)
    assert (http.attributes["http.route"], http.attributes["http.response.status_code"]) == (
        "/graphql",
        "200",
    )
    [operation] = [span for span in traced.collector.below(http) if span.name.startswith("query ")]
    fields = [span for span in traced.collector.below(operation) if span.name.startswith("field ")]
    assert {span.name for span in fields} == {"field leads", "field viewer"}
    [leads] = [span for span in fields if span.name == "field leads"]
    statements = traced.collector.below(leads)
    assert {span.attributes["db.system.name"] for span in statements} == {"postgresql"}
    assert any('from "lead"' in span.attributes["db.query.text"].lower() for span in statements)
    assert all(0 < span.nanoseconds <= http.nanoseconds for span in statements)
    assert traced.collector.services == {f"leadhub {VERSION}"}


async def test_an_operation_is_named_as_the_published_ones_are_and_no_other_way(traced: Traced) -> None:
    told = {"Members": "query Members", "Gwendolyn": "query other"}
    for number, (name, expected) in enumerate(told.items()):
        trace = f"{number:030d}aa"
        await traced.post(
            f"query {name} {{ viewer {{ role }} }}", name, traceparent=f"00-{trace}-{PARENT}-01"
        )
        http = await traced.collector.got(called("POST", trace))
        assert expected in {span.name for span in traced.collector.below(http)}


async def test_the_log_names_the_trace(traced: Traced) -> None:
    await traced.post("{ viewer { role } }", traceparent=f"00-{TRACE}-{PARENT}-01")
    line = json.loads(await traced.server.process.says(TRACE))
    assert (line["event"], line["trace_id"], len(line["span_id"])) == ("request", TRACE, 16)


async def test_a_client_that_does_not_want_to_be_traced_is_not(traced: Traced) -> None:
    trace = "0" * 31 + "2"
    await traced.post("{ viewer { role } }", traceparent=f"00-{trace}-{PARENT}-00")
    await traced.post("{ viewer { role } }", traceparent="nonsense")
    await traced.post("{ viewer { role } }", traceparent=f"00-{'0' * 31}3-{PARENT}-01")
    await traced.collector.got(called("POST", "0" * 31 + "3"))
    assert not [span for span in traced.collector.spans if span.trace == trace]


async def test_what_came_of_an_operation_is_told_as_a_word(traced: Traced) -> None:
    told = {"{ viewer { role } }": "ok", '{ lead(id: "Gwendolyn") { id } }': "invalid"}
    for number, (query, expected) in enumerate(told.items()):
        trace = f"{number:030d}bb"
        await traced.post(query, traceparent=f"00-{trace}-{PARENT}-01")
        operation = await traced.collector.got(called("query other", trace))
        # Whoever asks for what is not there has not met a failure.
        assert (operation.attributes["leadhub.outcome"], operation.failed) == (expected, False)


async def test_no_value_is_told(traced: Traced) -> None:
    secret = "Gwendolyn"
    given = {"lastName": secret, "emails": [f"{secret}@example.com"], "companyName": secret}
    await traced.owner.done("createLead", given, "lead { id }")
    await traced.owner.do("createLead", {"lastName": secret, "ownerId": secret})
    await traced.post(f'{{ leads(filter: {{lastName: {{eq: "{secret}"}}}}) {{ nodes {{ id }} }} }}')
    await traced.post("{ viewer { role } }", **{"X-Tag": secret, "User-Agent": secret})
    http = traced.owner.world.http
    async with http.get(f"{traced.server.url}/{secret}?{secret}={secret}") as answer:
        assert answer.status == 404
    async with http.request(secret, f"{traced.server.url}/graphql") as answer:
        assert answer.status in {400, 405}
    await traced.post("{ viewer { role } }", traceparent=f"00-{'0' * 31}5-{PARENT}-01")
    await traced.collector.got(called("POST", "0" * 31 + "5"))
    told = b"".join(traced.collector.raw)
    assert b"insert into" in told.lower()
    for value in (secret, traced.owner.token, PASSWORD, "acme", "owner@acme.test"):
        assert value.encode() not in told


async def test_a_socket_is_no_trace_but_what_it_asks_is(traced: Traced) -> None:
    http = traced.owner.world.http
    before = len(traced.collector.spans)
    async with http.ws_connect(f"{traced.server.url}/graphql", protocols=["graphql-transport-ws"]) as socket_:
        payload = {"Authorization": f"Bearer {traced.owner.token}"}
        await socket_.send_json({"type": "connection_init", "payload": payload})
        assert (await socket_.receive_json())["type"] == "connection_ack"
        await socket_.send_json({"type": "subscribe", "id": "1", "payload": {"query": "{ viewer { role } }"}})
        assert (await socket_.receive_json())["type"] == "next"
        await traced.collector.got(
            lambda span: (
                span.name == "query other" and span.parent == "" and span in traced.collector.spans[before:]
            )
        )


async def test_a_webhook_is_told_and_names_its_trace_to_the_receiver(
    traced: Traced, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OTEL_BSP_SCHEDULE_DELAY", "3600000")  # so that what comes, comes at the end
    async with (
        receiving() as receiver,
        at_work(traced.database, tmp_path, TRACES_ENDPOINT=traced.collector.url) as worker,
    ):
        await traced.owner.done(
            "createWebhookEndpoint", {"url": f"{receiver.url}?key=Gwendolyn", "eventTypes": ["lead.created"]}
        )
        await traced.owner.done("createLead", {"lastName": "Told"}, "lead { id }")
        [request] = await receiver.got(1)
        await worker.ends()
    version, trace, id, flags = request.headers["traceparent"].split("-")
    assert (version, int(flags, 16) & 1) == ("00", 1)
    span = await traced.collector.got(called("webhook", trace))
    assert (span.id, span.kind, span.failed) == (id, Proto.SPAN_KIND_CLIENT, False)
    assert span.attributes["http.response.status_code"] == "200"
    assert span.attributes["leadhub.event"] == request.headers["X-LeadHub-Event-Id"]
    assert b"Gwendolyn" not in b"".join(traced.collector.raw)


async def test_a_collector_that_is_away_hurts_nobody(
    traced: Traced, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OTEL_BSP_SCHEDULE_DELAY", "50")
    with socket.socket() as deaf:
        deaf.bind(("127.0.0.1", 0))
        told = {"TRACES_ENDPOINT": f"http://127.0.0.1:{deaf.getsockname()[1]}", "ENV": "staging"}
        async with serving(traced.database, tmp_path, **told) as server:
            seconds = []
            for number in range(50):
                if number == 25:
                    deaf.listen(100)  # from here on it takes connections, and never answers
                started = time.monotonic()
                assert await server.anyone.ok("{ __typename }") == {"__typename": "Query"}
                seconds.append(time.monotonic() - started)
            stopping = time.monotonic()
            server.process.send(signal.SIGTERM)
            assert await server.process.ended() == 0
    assert sorted(seconds)[25] < 0.5
    assert time.monotonic() - stopping < 25  # 3 s of notice, and at most 12 s to give up on what is left
    assert server.process.err == []


def test_without_a_collector_nothing_of_it_is_even_imported() -> None:
    code = (
        "import sys, leadhub.app, leadhub.worker, leadhub.schema; leadhub.schema.build_schema(); "
        "print([name for name in sys.modules if name.split('.')[0] in ('opentelemetry', 'google', 'requests')])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_what_is_not_installed_is_named(tmp_path: Path) -> None:
    code = (
        "import sys, asyncio; sys.modules['opentelemetry'] = None\n"
        "from leadhub.kit.traces import exported\n"
        "async def main():\n    async with exported('http://127.0.0.1:1', '1'): pass\n"
        "try: asyncio.run(main())\nexcept Exception as error: print(type(error).__name__, error)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.startswith("SetupError LEADHUB_TRACES_ENDPOINT is set, but opentelemetry")
    assert "pip install 'leadhub[traces]'" in done.stdout
