"""The code that the README gives receivers: taken from the page and run against a request that was delivered."""

import json
import shutil
import subprocess
import time
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import Any

import pytest
from multidict import CIMultiDict

from leadhub.settings import Settings
from leadhub.webhooks.payload import signature
from tests.docs.pages import README, block
from tests.webhooks.receiving import Received, Receiver, at_work, hook
from tests.world import Company

Case = tuple[str, dict[str, str], bytes]
Verify = Callable[[list[Case]], list[bool]]


def code(language: str) -> str:
    """What the README gives receivers in this language."""
    return block(README, "Webhooks: verifying what arrives", language)


def in_python(cases: list[Case]) -> list[bool]:
    names: dict[str, Any] = {}
    exec(code("python"), names)  # noqa: S102 - that is what is tested
    return [names["is_from_leadhub"](secret, CIMultiDict(headers), body) for secret, headers, body in cases]


_DRIVER = """
import { isFromLeadHub } from "./block.mjs";
import { readFileSync } from "node:fs";
const cases = JSON.parse(readFileSync(0, "utf8"));
const lower = (headers) => Object.fromEntries(Object.entries(headers).map(([k, v]) => [k.toLowerCase(), v]));
console.log(JSON.stringify(cases.map(([s, h, b]) => isFromLeadHub(s, lower(h), Buffer.from(b, "hex")))));
"""


@pytest.fixture(params=["python", "js"])
def verify(request: pytest.FixtureRequest, tmp_path: Path) -> Verify:
    """The README's check, in each language."""
    if request.param == "python":
        return in_python
    if shutil.which("node") is None:
        pytest.skip("there is no node")

    def in_node(cases: list[Case]) -> list[bool]:
        (tmp_path / "block.mjs").write_text(code("js"))
        (tmp_path / "driver.mjs").write_text(_DRIVER)
        sent = json.dumps([(secret, headers, body.hex()) for secret, headers, body in cases])
        done = subprocess.run(
            ["node", "driver.mjs"],
            cwd=tmp_path,
            input=sent,
            capture_output=True,
            text=True,
            check=False,
            timeout=30,
        )
        assert (done.returncode, done.stderr) == (0, "")
        return json.loads(done.stdout)

    return in_node


@pytest.fixture(scope="module", autouse=True)
async def worker(world: Any, settings: Settings) -> AsyncIterator[None]:
    """A worker, as long as the tests of this file run."""
    async with at_work(settings):
        yield


@pytest.fixture
async def delivered(company: Company, receiver: Receiver) -> tuple[str, str, Received]:
    """The old and the new secret, and a request that came while both were valid."""
    endpoint = await hook(company, receiver.url, eventTypes=["lead.created"])
    new = (await company.owner.done("rotateWebhookSecret", {"id": endpoint.id}, "secret"))["secret"]
    await company.lead(lastName="Zoë \N{SNOWMAN}")
    [request] = await receiver.got(1)
    return endpoint.secret, new, request


def test_both_pieces_of_code_are_short() -> None:
    for language in ("python", "js"):
        lines = [line for line in code(language).splitlines() if line.strip()]
        assert len(lines) <= 11, language


async def test_what_leadhub_sent_passes_with_either_secret_and_nothing_else_does(
    verify: Verify, delivered: tuple[str, str, Received]
) -> None:
    old, new, request = delivered
    headers, body = dict(request.headers), request.raw
    now = int(time.time())

    def signed(at: int, secret: str = new) -> dict[str, str]:
        return {
            **headers,
            "X-LeadHub-Timestamp": str(at),
            "X-LeadHub-Signature": signature([secret], at, body),
        }

    cases: list[tuple[bool, Case]] = [
        (True, (new, headers, body)),
        (True, (old, headers, body)),
        (False, ("whsec_another", headers, body)),
        (False, (new, headers, body + b" ")),
        (False, (new, headers, body.replace(b"lead.created", b"lead.deleted"))),
        (False, (new, headers, b"")),
        (True, (new, signed(now - 280), body)),
        (False, (new, signed(now - 310), body)),
        (False, (new, signed(now + 310), body)),
        (False, (new, {**headers, "X-LeadHub-Timestamp": str(now - 100)}, body)),
        (False, (new, {**headers, "X-LeadHub-Timestamp": "yesterday"}, body)),
        (False, (new, {**headers, "X-LeadHub-Timestamp": ""}, body)),
        (False, (new, {**headers, "X-LeadHub-Signature": ""}, body)),
        (False, (new, {**headers, "X-LeadHub-Signature": "v1="}, body)),
        (False, (new, {**headers, "X-LeadHub-Signature": "v1=,v1=,\u00e9"}, body)),
        (
            False,
            (
                new,
                {**headers, "X-LeadHub-Signature": headers["X-LeadHub-Signature"].replace("v1=", "")},
                body,
            ),
        ),
        (False, (new, {}, body)),
    ]
    assert verify([case for _, case in cases]) == [expected for expected, _ in cases]
