"""Operations on a socket: each has an id, ends by itself or is ended, and its errors are its own."""

import asyncio
from typing import Any

import pytest

from leadhub import websocket
from leadhub.kit import metrics
from leadhub.kit.loaders import read_one
from tests.streams.following import Socket, Stream, head, socket_of, stream_of, until
from tests.world import Company

NAME = "{ __typename }"
CHANGED = "subscription { leadChanged { kind leadId seq } }"
STREAM = "subscription($after: Int!) { eventStream(after: $after) { seq type actor { kind } } }"


async def ask(socket: Socket, id: str, document: str, **more: Any) -> Stream:
    """An operation with an id of ours."""
    await socket.send(id=id, type="subscribe", payload={"query": document, **more})
    return Stream(socket, id)


async def test_a_query_answers_once_and_is_complete(company: Company) -> None:
    lead = await company.lead()
    async with socket_of(company.owner) as socket:
        stream = await socket.subscribe("query($id: ID!) { lead(id: $id) { id } }", id=lead["id"])
        message = await stream.message()
        assert (message["id"], message["type"]) == (stream.id, "next")
        assert message["payload"]["data"] == {"lead": {"id": lead["id"]}}
        assert await stream.message() == {"id": stream.id, "type": "complete"}


async def test_a_list_that_postgresql_writes_answers_as_any(company: Company) -> None:
    await company.lead(lastName='a"b')
    async with socket_of(company.owner) as socket:
        first, second = [
            await (await socket.subscribe("{ leads { nodes { number lastName stage { name } } } }")).next()
            for _ in range(2)
        ]
    assert second == first
    assert first["nodes"][0]["lastName"] == 'a"b'


async def test_a_mutation_answers_its_payload_user_errors_included(company: Company) -> None:
    create = """mutation($input: CreateLeadInput!) {
      createLead(input: $input) { lead { lastName } userErrors { code } } }"""
    async with socket_of(company.owner) as socket:
        done = await socket.subscribe(create, input={"lastName": "Lovelace"})
        assert await done.next() == {"lead": {"lastName": "Lovelace"}, "userErrors": []}
        assert (await done.message())["type"] == "complete"
        refused = await socket.subscribe(create, input={})
        assert (await refused.next())["userErrors"] == [{"code": "REQUIRED"}]
    assert (await company.owner.ok("{ leads { totalCount } }"))["leads"]["totalCount"] == 1


async def test_a_field_that_fails_is_part_of_the_answer(company: Company) -> None:
    async with socket_of(company.owner) as socket:
        stream = await socket.subscribe('{ __typename lead(id: "x") { id } }')
        payload = (await stream.message())["payload"]
        assert payload["data"] == {"__typename": "Query", "lead": None}
        assert payload["errors"][0]["path"] == ["lead"]
        assert (await stream.message())["type"] == "complete"


async def test_signing_in_over_a_socket_gives_tokens_and_does_not_sign_the_socket_in(
    company: Company,
) -> None:
    who = (
        f'{{tenant: "{company.slug}", email: "agent@{company.slug}.test", password: "correct horse battery"}}'
    )
    async with socket_of(company.world.anonymous) as socket:
        stream = await socket.subscribe(
            f"mutation {{ signIn(input: {who}) {{ accessToken viewer {{ role }} }} }}"
        )
        signed_in = await stream.next()
        assert signed_in["viewer"] == {"role": "AGENT"}
        assert signed_in["accessToken"]
        assert await (await socket.subscribe("{ viewer { role } }")).next() is None


REFUSED = {
    "syntax": ({"query": "{ leads {"}, "Syntax Error: Expected Name, found <EOF>."),
    "no such field": ({"query": "{ nothing }"}, "Cannot query field 'nothing' on type 'Query'."),
    "no such field of a subscription": (
        {"query": "subscription { nothing }"},
        "Cannot query field 'nothing' on type 'Subscription'.",
    ),
    "a variable that is missing": (
        {"query": STREAM},
        "Variable '$after' has invalid value: Expected a value of non-null type 'Int!' to be provided.",
    ),
    "a variable of the wrong kind": (
        {"query": STREAM, "variables": {"after": "1"}},
        "Variable '$after' has invalid value: Int cannot represent non-integer value: '1'",
    ),
    "a name that is not there": (
        {"query": "query A { __typename }", "operationName": "B"},
        "The document has no operation called 'B'.",
    ),
    "a choice left open": (
        {"query": "query A { __typename } query B { __typename }"},
        "The document has several operations: name one in `operationName`.",
    ),
    "two streams in one": (
        {"query": "subscription { leadChanged { seq } eventStream(after: 0) { seq } }"},
        "Anonymous Subscription must select only one top level field.",
    ),
}


@pytest.mark.parametrize(("payload", "message"), REFUSED.values(), ids=REFUSED)
async def test_what_cannot_run_is_an_error_of_its_own(
    company: Company, payload: dict[str, Any], message: str
) -> None:
    async with socket_of(company.owner) as socket:
        await socket.send(id="x", type="subscribe", payload=payload)
        error = await Stream(socket, "x").error()
        assert (error["message"], error["extensions"]["code"]) == (message, "BAD_REQUEST")
        assert await (await ask(socket, "x", NAME)).next() == "Query"


async def test_at_most_ten_errors_are_shown(company: Company) -> None:
    async with socket_of(company.owner) as socket:
        stream = await socket.subscribe(
            "{ leads { " + " ".join(f"no{number}" for number in range(50)) + " } }"
        )
        assert len((await stream.message())["payload"]) == 10


async def test_an_id_names_one_operation_at_a_time(company: Company) -> None:
    async with socket_of(company.owner) as socket:
        await ask(socket, "x", CHANGED)
        await ask(socket, "x", NAME)
        ended = await socket.closed()
    assert (ended.code, ended.reason) == (4409, "Subscriber for x already exists")


async def test_an_id_is_free_again_once_its_operation_is_over(company: Company) -> None:
    async with socket_of(company.owner) as socket:
        for _ in range(3):
            completed = await ask(socket, "x", NAME)
            assert [(await completed.message())["type"] for _ in range(2)] == ["next", "complete"]
            assert (await (await ask(socket, "x", "{ nothing }")).message())["type"] == "error"
            await ask(socket, "x", CHANGED)
            await socket.send(id="x", type="complete")


async def test_a_stream_that_is_completed_says_nothing_more(company: Company) -> None:
    open_before = metrics.subscriptions._value.get()
    async with stream_of(company.owner, CHANGED) as stream:
        await company.lead()
        await stream.next()
        await stream.socket.send(id=stream.id, type="complete")
        await until(lambda: metrics.subscriptions._value.get() == open_before)
        await company.lead()
        with pytest.raises(TimeoutError):
            await stream.socket.receive(0.2)


async def test_completing_what_is_over_is_no_fault(company: Company) -> None:
    async with socket_of(company.owner) as socket:
        await socket.send(id="never", type="complete")
        assert await (await ask(socket, "x", NAME)).next() == "Query"


LEADS = '{ events(after: 0, types: ["lead.created"]) { events { seq } } leads { nodes { tags { name } } } }'


async def test_a_mutation_that_is_completed_early_happens_whole_or_not(company: Company) -> None:
    document = 'mutation { createLead(input: {lastName: "X", tags: ["a", "b"]}) { lead { id } } }'
    async with socket_of(company.owner) as socket:
        for number in range(20):
            await ask(socket, f"{number}", document)
            await asyncio.sleep(number / 1000)
            await socket.send(id=f"{number}", type="complete")
        await (await ask(socket, "last", NAME)).next()

    # Those that had begun go on for a moment, and may be done between the two parts of a query.
    async with asyncio.timeout(10):
        while len((data := await company.owner.ok(LEADS))["leads"]["nodes"]) != len(data["events"]["events"]):  # noqa: ASYNC110
            await asyncio.sleep(0.05)
    assert all(len(lead["tags"]) == 2 for lead in data["leads"]["nodes"])


async def test_fifty_operations_fit_on_a_socket_and_one_more_is_an_error_of_its_own(
    company: Company,
) -> None:
    assert websocket.MOST_OPERATIONS == 50
    start = await head(company)
    async with socket_of(company.owner) as socket:
        document = f"subscription {{ eventStream(after: {start}) {{ seq }} }}"
        streams = [await ask(socket, f"s{number}", document) for number in range(50)]
        error = await (await ask(socket, "more", NAME)).error()
        assert error["extensions"] == {"code": "BAD_REQUEST"}
        assert error["message"] == (
            "A socket may have 50 operations at once; end one, or open another socket."
        )
        await company.lead()
        assert [(await stream.next())["seq"] for stream in streams] == [start + 1] * 50
        await socket.send(id="s7", type="complete")
        assert await (await ask(socket, "more", NAME)).next() == "Query"


async def test_a_defect_in_an_item_is_masked_and_the_stream_goes_on(
    company: Company, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def boom(*_: object) -> None:
        raise KeyError("the secret detail")

    start = await head(company)
    async with stream_of(company.owner, STREAM, after=start) as stream:
        with monkeypatch.context() as patch:
            patch.setattr("leadhub.events.types.actor_of", boom)
            await company.lead()
            payload = (await stream.message())["payload"]
        await company.lead()
        assert (await stream.next())["seq"] == start + 2
    [error] = payload["errors"]
    assert payload["data"] is None
    assert error["path"] == ["eventStream", "actor"]
    assert error["extensions"]["code"] == "INTERNAL"
    assert error["extensions"]["requestId"] in error["message"]
    assert "secret" not in str(payload)
    assert "the secret detail" in capsys.readouterr().out  # for us


async def test_a_defect_behind_a_stream_ends_it_masked_and_disturbs_no_other(
    company: Company, monkeypatch: pytest.MonkeyPatch
) -> None:
    def boom(types: Any, _event: Any) -> bool:
        if types is not None:
            raise KeyError("the secret detail")
        return True

    start = await head(company)
    monkeypatch.setattr("leadhub.events.api.is_wanted", boom)
    some = "subscription($after: Int!) { eventStream(after: $after, types: []) { seq } }"
    async with stream_of(company.owner, STREAM, after=start) as other:
        async with stream_of(company.owner, some, after=start) as live:
            await company.lead()
            await company.lead()
            error = await live.error()
            assert (error["extensions"]["code"], "secret" in str(error)) == ("INTERNAL", False)
        async with socket_of(company.owner) as socket:
            error = await (await socket.subscribe(some, after=start)).error()
            assert (error["extensions"]["code"], "secret" in str(error)) == ("INTERNAL", False)
        assert [(await other.next())["seq"] for _ in range(2)] == [start + 1, start + 2]
        await company.lead()
        assert (await other.next())["seq"] == start + 3


async def test_operations_of_one_socket_do_not_wait_for_each_other(
    company: Company, monkeypatch: pytest.MonkeyPatch
) -> None:
    goes_on, lead = asyncio.Event(), await company.lead()

    async def slow(model: Any, id: Any, *columns: str) -> Any:
        await goes_on.wait()
        return await read_one(model, id, *columns)

    monkeypatch.setattr("leadhub.leads.api.read_one", slow)
    async with socket_of(company.owner) as socket:
        waiting = await socket.subscribe("query($id: ID!) { lead(id: $id) { id } }", id=lead["id"])
        assert await (await socket.subscribe(NAME)).next() == "Query"
        goes_on.set()
        assert await waiting.next() == {"id": lead["id"]}


async def test_trouble_in_writing_down_a_refusal_is_not_silence(
    company: Company, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def away(*_: object) -> None:
        raise ConnectionRefusedError

    monkeypatch.setattr("leadhub.running.record_refusal", away)
    async with socket_of(company.agent) as socket:
        await socket.subscribe(STREAM, after=0)
        ended = await socket.closed()
    assert (ended.code, ended.reason[:36]) == (1013, "The database cannot be reached right")
