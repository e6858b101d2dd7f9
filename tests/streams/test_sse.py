"""Server-sent events: an operation whose answer goes on, over plain HTTP."""

import asyncio
from typing import Any

import pytest

from leadhub import sse
from leadhub.kit import metrics
from tests.edge.sending import GRAPHQL_JSON, JSON, send
from tests.streams.following import Closed, Events, answer_of, events_of, head, until
from tests.world import Caller, Company

EVENT_STREAM = "text/event-stream"
NAME = "{ __typename }"
STREAM = "subscription($after: Int!) { eventStream(after: $after) { seq } }"
CHANGED = "subscription { leadChanged { seq } }"


async def everything(caller: Caller, document: str, **variables: Any) -> str:
    """The whole answer, as text."""
    async with answer_of(caller, document, **variables) as response:
        assert (response.status, response.content_type) == (200, EVENT_STREAM)
        return await response.text()


async def test_items_are_events_and_the_headers_come_before_them(company: Company) -> None:
    async with events_of(company.owner, CHANGED) as stream:
        headers = stream.response.headers
        assert headers["Content-Type"] == "text/event-stream; charset=utf-8"
        assert (headers["Cache-Control"], headers["X-Accel-Buffering"]) == ("no-store", "no")
        assert len(headers["X-Request-Id"]) >= 8
        await company.lead()
        assert await stream.message() == ("next", {"data": {"leadChanged": {"seq": 1}}})


async def test_a_query_is_one_event_and_then_complete(company: Company) -> None:
    text = await everything(company.owner, NAME)
    assert text.startswith('event: next\ndata: {"data":{"__typename":"Query"},"extensions":')
    assert text.endswith("}\n\nevent: complete\ndata:\n\n")
    assert text.count("event:") == 2


async def test_a_mutation_happens_and_answers(company: Company) -> None:
    document = 'mutation { createLead(input: {lastName: "X"}) { lead { lastName } } }'
    assert '"lead":{"lastName":"X"}' in await everything(company.owner, document)
    assert (await company.owner.ok("{ leads { totalCount } }"))["leads"]["totalCount"] == 1


async def test_a_list_that_postgresql_writes_is_an_event_as_any(company: Company) -> None:
    await company.lead(lastName='a\u2028"b')
    document = "{ leads { nodes { number lastName owner { name } } } }"
    first, second = [(await everything(company.owner, document)).split(',"extensions"')[0] for _ in range(2)]
    assert second == first
    assert '"nodes":[{"number":' in second


async def test_each_item_is_one_line_whatever_is_in_it(company: Company) -> None:
    document = "subscription { leadChanged { lead { lastName companyName } } }"
    async with events_of(company.owner, document) as stream:
        odd = "a\u2028b: event: complete"
        await company.lead(lastName="A", companyName=odd)
        assert (await stream.next())["lead"]["companyName"] == odd


async def test_while_nothing_happens_a_comment_keeps_the_connection(
    company: Company, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert sse.PING_SECONDS == 15
    monkeypatch.setattr(sse, "PING_SECONDS", 0.05)
    async with events_of(company.owner, CHANGED) as stream:
        async with asyncio.timeout(5):
            assert [await stream.response.content.readline() for _ in range(4)] == [b":\n", b"\n"] * 2
        await company.lead()
        assert (await stream.next())["seq"] == 1


# Which Accept gets which kind of answer to a query. JSON wins unless a stream is asked for alone or first.
ACCEPTS = {
    EVENT_STREAM: EVENT_STREAM,
    "text/event-stream;q=0.5": EVENT_STREAM,
    "TEXT/EVENT-STREAM": EVENT_STREAM,
    "text/event-stream, multipart/mixed": EVENT_STREAM,
    "text/event-stream, application/json": EVENT_STREAM,
    "application/json;q=0, text/event-stream": EVENT_STREAM,
    "application/json, text/event-stream": JSON,
    "application/graphql-response+json, application/json, text/event-stream, multipart/mixed": GRAPHQL_JSON,
    "multipart/mixed, application/json, text/event-stream": JSON,
    "*/*, text/event-stream": JSON,
    "text/event-stream;q=0, application/json": JSON,
}


@pytest.mark.parametrize(("accept", "kind"), ACCEPTS.items(), ids=ACCEPTS)
async def test_accept_decides(company: Company, accept: str, kind: str) -> None:
    async with answer_of(company.owner, NAME, accept) as response:
        assert (response.status, response.content_type) == (200, kind)


async def test_a_stream_is_for_post_alone(company: Company) -> None:
    options = {
        "params": {"query": CHANGED},
        "headers": {
            "Accept": EVENT_STREAM,
            "GraphQL-Require-Preflight": "1",
            "Authorization": f"Bearer {company.owner.token}",
        },
    }
    reply = await send(company.world.http, f"{company.world.url}/graphql", method="GET", **options)
    assert (reply.status, reply.type, reply.code) == (406, JSON, "BAD_REQUEST")
    assert reply.body["errors"][0]["message"] == (
        "Answers are application/graphql-response+json or application/json, to a POST also text/event-stream."
    )


@pytest.mark.parametrize("accept", [JSON, GRAPHQL_JSON, "*/*", "application/json, text/event-stream"])
async def test_a_subscription_has_no_answer_in_json(company: Company, accept: str) -> None:
    async with answer_of(company.owner, CHANGED, accept) as response:
        assert (response.status, response.content_type) == (406, JSON)
        assert (await response.json())["errors"][0]["message"] == (
            "A subscription needs `Accept: text/event-stream`, or a WebSocket that speaks graphql-transport-ws."
        )


def refusals(company: Company) -> dict[str, tuple[Caller, str, dict[str, Any], int, str]]:
    """What is refused before it runs: by whom it is asked, what, and what any POST gets."""
    beyond = {"after": 99}
    return {
        "not signed in": (company.world.anonymous, CHANGED, {}, 401, "UNAUTHENTICATED"),
        "a dead credential": (Caller(company.world, "dead"), CHANGED, {}, 401, "UNAUTHENTICATED"),
        "a query": (company.world.anonymous, "{ leads { totalCount } }", {}, 401, "UNAUTHENTICATED"),
        "a scope": (company.agent, STREAM, {"after": 0}, 403, "FORBIDDEN"),
        "syntax": (company.owner, "subscription {", {}, 400, "BAD_REQUEST"),
        "validation": (company.owner, "subscription { nothing }", {}, 400, "BAD_REQUEST"),
        "a variable": (company.owner, STREAM, {}, 400, "BAD_REQUEST"),
        "an argument": (company.owner, STREAM, beyond, 400, "BAD_REQUEST"),
    }


async def test_a_refusal_is_told_in_the_stream(company: Company) -> None:
    for name, (caller, document, variables, _, code) in refusals(company).items():
        async with answer_of(caller, document, **variables) as response:
            assert (response.status, response.content_type) == (200, EVENT_STREAM)
            assert (await Events(response).error())["extensions"]["code"] == code, name


async def test_who_reads_json_too_gets_a_refusal_as_any_post_does(company: Company) -> None:
    for name, (caller, document, variables, status, code) in refusals(company).items():
        for kind, expected in ((GRAPHQL_JSON, status), (JSON, 200)):
            async with answer_of(caller, document, f"{EVENT_STREAM}, {kind}", **variables) as response:
                assert (response.status, response.content_type) == (expected, kind), name
                body = await response.json()
            assert "data" not in body
            assert body["errors"][0]["extensions"]["code"] == code, name


async def test_who_reads_json_too_gets_the_headers_of_a_stream_though_nothing_happens(
    company: Company, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sse, "REFUSAL_SECONDS", 0.1)
    accept = f"{EVENT_STREAM}, {GRAPHQL_JSON}"
    start = await head(company)
    async with answer_of(company.owner, STREAM, accept, after=start) as response:
        assert response.content_type == EVENT_STREAM
        await company.lead()
        assert (await Events(response).next())["seq"] == start + 1
    async with answer_of(company.owner, STREAM, accept, after=start) as response:
        assert (await Events(response).next())["seq"] == start + 1


async def test_who_reads_json_too_is_told_a_late_refusal_in_the_stream(
    company: Company, monkeypatch: pytest.MonkeyPatch
) -> None:
    ping = sse.EventStream._ping

    async def late_ping(self: sse.EventStream) -> None:
        await asyncio.sleep(0.3)
        await ping(self)

    # The refusal comes after JSON could be answered, and before the stream is open.
    monkeypatch.setattr(sse, "REFUSAL_SECONDS", 0.0)
    monkeypatch.setattr(sse.EventStream, "_ping", late_ping)
    async with answer_of(company.agent, STREAM, f"{EVENT_STREAM}, {JSON}", after=0) as response:
        assert response.content_type == EVENT_STREAM
        assert (await Events(response).error())["extensions"]["code"] == "FORBIDDEN"


async def test_what_goes_wrong_later_ends_the_stream_with_its_code(company: Company) -> None:
    async with events_of(company.agent, CHANGED) as stream:
        await company.owner.done("suspendMember", {"id": company.agent.id})
        error = await stream.error(3)
        assert error["extensions"]["code"] == "UNAUTHENTICATED"
        with pytest.raises(Closed):
            await stream.message()


async def test_trouble_of_ours_hangs_up_so_that_the_client_comes_back(
    company: Company, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    async def boom(*_: object) -> None:
        raise KeyError("the secret detail")

    monkeypatch.setattr("leadhub.running.record_refusal", boom)
    assert await everything(company.agent, STREAM, after=0) == ""
    assert "the secret detail" in capsys.readouterr().out  # for us


async def test_a_client_that_hangs_up_leaves_nothing_behind(company: Company) -> None:
    gauges = (metrics.subscriptions, metrics.open_streams)
    before = [gauge._value.get() for gauge in gauges]
    async with events_of(company.owner, CHANGED):
        assert gauges[0]._value.get() == before[0] + 1
    # Or less: streams of earlier tests may only now be found to be over.
    await until(lambda: all(gauge._value.get() <= was for gauge, was in zip(gauges, before, strict=True)))


async def test_two_streams_of_one_caller_are_two(company: Company) -> None:
    async with events_of(company.owner, CHANGED) as one, events_of(company.owner, CHANGED) as other:
        await company.lead()
        assert await asyncio.gather(one.next(), other.next()) == [{"seq": 1}] * 2
