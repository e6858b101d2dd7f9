"""That a receiver can tell who sent it: what is signed, with which secrets, and when."""

import hashlib
import hmac
import time
from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Any

import pytest

from leadhub.settings import Settings
from tests.webhooks.receiving import Hook, Received, Receiver, at_work, hook
from tests.world import Company

WAIT = 1.1  # seconds; over one, so that a new timestamp shows


@pytest.fixture(scope="module", autouse=True)
async def worker(world: Any, settings: Settings) -> AsyncIterator[None]:
    """A worker, as long as the tests of this file run."""
    async with at_work(settings, webhook_retries=[timedelta(seconds=WAIT)] * 2):
        yield


def expected(secret: str, request: Received) -> str:
    signed = request.headers["X-LeadHub-Timestamp"].encode() + b"." + request.raw
    return "v1=" + hmac.new(secret.encode(), signed, hashlib.sha256).hexdigest()


def signatures(request: Received) -> list[str]:
    return request.headers["X-LeadHub-Signature"].split(",")


async def rotated(endpoint: Hook) -> str:
    payload = await endpoint.company.owner.done("rotateWebhookSecret", {"id": endpoint.id}, "secret")
    return str(payload["secret"])


async def test_every_attempt_is_signed_anew_over_the_raw_body(company: Company, receiver: Receiver) -> None:
    receiver.answer = lambda _: 200 if len(receiver.requests) == 3 else 500
    endpoint = await hook(company, receiver.url, eventTypes=["lead.created"])
    await company.lead(lastName="Zoë \N{SNOWMAN}")
    requests = await receiver.got(3)
    for request in requests:
        assert signatures(request) == [expected(endpoint.secret, request)]
        assert abs(int(request.headers["X-LeadHub-Timestamp"]) - request.at) < 2
    timestamps = [int(request.headers["X-LeadHub-Timestamp"]) for request in requests]
    assert timestamps[0] < timestamps[1] < timestamps[2]
    assert len({request.headers["X-LeadHub-Signature"] for request in requests}) == 3
    assert (
        len({(request.delivery, request.raw, request.headers["X-LeadHub-Event-Id"]) for request in requests})
        == 1
    )


async def test_both_secrets_sign_until_the_next_rotation(company: Company, receiver: Receiver) -> None:
    endpoint = await hook(company, receiver.url, eventTypes=["lead.created"])
    secrets = [endpoint.secret]
    for count, signing in ((1, 1), (2, 2), (3, 2)):
        await company.lead()
        request = (await receiver.got(count))[-1]
        # The newest first; the one before it beside it; no older one.
        newest = secrets[::-1][:signing]
        assert signatures(request) == [expected(secret, request) for secret in newest]
        secrets.append(await rotated(endpoint))


async def test_a_secret_that_was_replaced_twice_signs_no_attempt_that_comes_after(
    company: Company, receiver: Receiver
) -> None:
    endpoint = await hook(company, receiver.url, eventTypes=["lead.created"])
    receiver.answer = lambda _: 200 if len(receiver.requests) > 1 else 500
    await company.lead()
    await receiver.got(1)
    new = [await rotated(endpoint), await rotated(endpoint)]
    _, request = await receiver.got(2)
    assert signatures(request) == [expected(secret, request) for secret in new[::-1]]
    assert time.time() - request.at < WAIT + 2
