"""The public door, `/f/{publicKey}`: who may send, how much, how often, and what they are told."""

import asyncio
import io
import re
from collections.abc import AsyncIterator, Callable
from typing import Any

import pytest
from prometheus_client import REGISTRY

from leadhub.settings import Settings
from tests.capture.made import ORIGIN, SENT, Form, Got, make
from tests.sessions.servers import another_server
from tests.sessions.test_limits import within_one_minute
from tests.world import Company, World

ELSEWHERE = "https://evil.example"


async def preflight(form: Form, origin: str) -> Got:
    asked = {"Origin": origin, "Access-Control-Request-Method": "POST"}
    async with form.company.world.http.options(form.url, headers=asked) as response:
        return Got(response.status, response.headers, await response.text())


async def kept(form: Form) -> int:
    """How many submissions are kept."""
    return len(await form.submissions())


def counted(outcome: str) -> float:
    return REGISTRY.get_sample_value("leadhub_captures_total", {"outcome": outcome}) or 0.0


async def test_a_script_on_a_page_of_the_form_may_send_and_read_the_answer(company: Company) -> None:
    form = await make(company)
    allowed = await preflight(form, ORIGIN)
    assert (allowed.status, allowed.headers["Access-Control-Allow-Origin"]) == (204, ORIGIN)
    answer = await form.send(headers={"Origin": ORIGIN})
    assert (answer.status, answer.headers["Access-Control-Allow-Origin"]) == (202, ORIGIN)
    assert answer.headers["Vary"] == "Origin"


async def test_a_page_of_another_origin_may_not_send(company: Company) -> None:
    form, before = await make(company), counted("403")
    for origin in (ELSEWHERE, "null", f"{ORIGIN}.evil.example", "http://www.example.com"):
        assert (await preflight(form, origin)).status == 403
        answer = await form.send(headers={"Origin": origin})
        assert answer.status == 403
        assert "Access-Control-Allow-Origin" not in answer.headers
    assert (await kept(form), counted("403") - before) == (0, 4)


async def test_who_is_no_browser_and_leadhubs_own_page_may_send(company: Company) -> None:
    form = await make(company, allowedOrigins=[])
    assert (await form.send()).status == 202
    assert (await form.send(headers={"Origin": company.world.url})).status == 202
    assert (await form.send(headers={"Origin": ORIGIN})).status == 403


async def test_a_body_that_is_too_large_is_not_read(company: Company) -> None:
    form, before = await make(company), counted("413")
    answer = await form.send(message="x" * 65_536)
    assert answer.status == 413
    large = io.BytesIO(b'{"message": "' + b"x" * 5_000_000 + b'"}')
    headers = {"Content-Type": "application/json"}
    try:
        async with company.world.http.post(form.url, data=large, headers=headers) as response:
            assert response.status == 413
    except OSError:
        pass  # refused before all of it was sent
    assert (await kept(form), counted("413") - before) == (0, 2)


async def test_a_body_in_chunks_is_no_larger(company: Company) -> None:
    form = await make(company)

    async def chunks() -> AsyncIterator[bytes]:
        yield b'{"message": "'
        for _ in range(70):
            yield b"x" * 1000

    headers = {"Content-Type": "application/json"}
    async with company.world.http.post(form.url, data=chunks(), headers=headers) as response:
        assert response.status == 413
    assert await kept(form) == 0


@pytest.mark.parametrize(
    ("body", "kind", "status"),
    [
        ("null", "application/json", 400),
        ("[1]", "application/json", 400),
        ("{", "application/json", 400),
        ("[" * 50_000, "application/json", 400),
        ('{"a": "\\ud800"}', "application/json", 400),
        ("a=b", "text/plain", 415),
        ("&".join(f"f{at}=" for at in range(201)), "application/x-www-form-urlencoded", 400),
    ],
    ids=["null", "array", "cut off", "deep", "surrogate", "text", "fields"],
)
async def test_what_is_no_form_is_refused(company: Company, body: str, kind: str, status: int) -> None:
    form = await make(company)
    async with company.world.http.post(
        form.url, data=body.encode(), headers={"Content-Type": kind}
    ) as response:
        assert response.status == status
        assert (await response.json())["errors"][0]["message"]
    assert await kept(form) == 0


@pytest.mark.parametrize(
    "values",
    [{"last": "\0"}, {"a\0": "b"}, {"last": 1e308}, {"last": [[[]]] * 5}, {}, {"leadhub_stamp": ["\0", 1]}],
    ids=str,
)
async def test_whatever_is_json_is_kept(company: Company, settings: Settings, values: Any) -> None:
    form = await make(company)
    assert (await form.send(values)).status == 202
    [submission] = await form.judged(settings)
    assert submission["verdict"] in {"REJECTED", "SPAM"}


async def test_bytes_that_are_no_text_are_kept_as_what_they_are_like(company: Company) -> None:
    form = await make(company)
    headers = {"Content-Type": "application/x-www-form-urlencoded"}
    async with company.world.http.post(
        form.url, data=b"last=%FF%00&first=a&first=b", headers=headers
    ) as response:
        assert response.status == 200
    [submission] = await form.submissions()
    assert submission["values"] == {"last": "\ufffd\ufffd", "first": ["a", "b"]}


async def test_a_browser_is_thanked_or_led_on(company: Company) -> None:
    form = await make(company)
    answer = await form.post(SENT, headers={"Origin": ORIGIN})
    assert (answer.status, answer.headers["Content-Type"]) == (200, "text/html; charset=utf-8")
    assert "Thank you" in answer.text
    form = await form.change(redirectUrl="https://www.example.com/thanks?a=b")
    answer = await form.post(SENT, headers={"Origin": ORIGIN})
    assert (answer.status, answer.headers["Location"]) == (303, "https://www.example.com/thanks?a=b")


async def test_a_page_may_be_framed_by_its_origins_alone_and_loads_nothing(company: Company) -> None:
    form = await make(company, redirectUrl="https://shop.example/thanks")
    page = await form.page()
    policy = page.headers["Content-Security-Policy"]
    assert f"frame-ancestors {ORIGIN};" in policy
    assert "form-action 'self' https://shop.example;" in policy
    assert policy.startswith("default-src 'none'; style-src 'sha256-")
    assert page.headers["Cache-Control"] == "no-store"
    assert "<script" not in page.text
    assert (
        "frame-ancestors 'none'"
        in (await (await form.change(allowedOrigins=[])).page()).headers["Content-Security-Policy"]
    )


async def test_each_page_has_a_stamp_of_its_own(company: Company) -> None:
    form = await make(company)
    assert await form.stamp() != await form.stamp()


async def test_what_a_form_is_called_is_no_html(company: Company) -> None:
    evil = '"><script>alert(1)</script>'
    fields = [{"name": "last", "leadField": "lastName", "label": evil}]
    form = await make(company, name=evil, fields=fields, consentText=evil)
    page = await form.page(query=f"?utm_source={evil}", headers={"Referer": evil})
    for text in (page.text, form.shown["embedHtml"]):
        assert evil not in text
        assert "&lt;script&gt;" in text


@pytest.mark.parametrize("key", ["nobody", "x" * 200, "%00", "%27", ".."])
async def test_an_unknown_key_is_not_found(company: Company, key: str) -> None:
    for method in ("get", "post", "options"):
        async with getattr(company.world.http, method)(f"{company.world.url}/f/{key}") as response:
            assert response.status == 404


async def test_a_form_that_is_archived_or_has_a_new_key_is_not_found(company: Company) -> None:
    form = await make(company)
    await company.owner.done("rotateFormKey", {"id": form.id})
    assert ((await form.page()).status, (await form.send()).status) == (404, 404)
    other = await make(company, name="Another")
    archived = await other.change(archived=True)
    assert ((await other.page()).status, (await other.send()).status) == (404, 404)
    await archived.change(archived=False)
    assert (await other.send()).status == 202


async def test_a_form_of_a_suspended_tenant_is_not_found(company: Company) -> None:
    form = await make(company)
    async with company.world.sql() as connection:
        await connection.execute(
            "update tenant set status = 'SUSPENDED' where tenant_id = $1", company.tenant_id
        )
    assert (await form.send()).status == 404


async def test_sixty_posts_a_minute_are_taken_from_one_address(company: Company) -> None:
    form, other = await make(company), await make(company, name="Another")
    await within_one_minute()
    answers = [await form.send() for _ in range(62)]
    assert [answer.status for answer in answers] == [202] * 60 + [429] * 2
    assert 1 <= int(answers[-1].headers["Retry-After"]) <= 60
    assert await kept(form) == 60
    assert (await other.send()).status == 202


async def test_a_form_takes_no_more_a_minute_than_it_says_whoever_sends(
    company: Company, world: World, settings: Settings
) -> None:
    form = await make(company, rateLimit=2)
    async with another_server(world, settings, capture_limit=2, trusted_proxies="127.0.0.1/32") as server:
        url = f"{server.url}/f/{form.shown['publicKey']}"
        await within_one_minute()
        statuses = []
        for at in range(3):
            async with server.http.post(
                url, json=SENT, headers={"X-Forwarded-For": f"2001:db8::{at}"}
            ) as response:
                statuses.append(response.status)
    assert statuses == [202, 202, 429]


async def test_spam_and_what_is_accepted_are_answered_alike_after_the_same_work(
    company: Company, settings: Settings, queries: Callable[[], list[str]]
) -> None:
    form = await make(company, honeypotField="website", minFillSeconds=60)
    stamp = await form.stamp()
    kinds: list[dict[str, Any]] = [
        {},
        {"website": "http://spam.example"},
        {"leadhub_stamp": "1.forged.stamp"},
        {"leadhub_stamp": stamp},
        {"leadhub_stamp": stamp},
        {"colour": "red"},
    ]
    answers, statements = [], []
    for more in kinds:
        before = len(queries())
        answers.append(await form.send(**more))
        statements.append([re.sub(r":? ?[\[(].*", "", text) for text in queries()[before:]])
    assert statements[0]
    assert all(one == statements[0] for one in statements)
    shapes = [(got.status, list(got.json), len(got.text), sorted(got.headers)) for got in answers]
    assert all(shape == shapes[0] for shape in shapes)
    verdicts = [one["verdict"] for one in await form.judged(settings)]
    assert verdicts == ["ACCEPTED", "SPAM", "SPAM", "SPAM", "SPAM", "REJECTED"]


async def test_sends_at_once_are_all_kept(company: Company) -> None:
    form = await make(company)
    answers = await asyncio.gather(*(form.send() for _ in range(20)))
    assert {answer.status for answer in answers} == {202}
    assert await kept(form) == 20
