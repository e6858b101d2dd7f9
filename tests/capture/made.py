"""Capture forms in tests: made as clients make them, filled in as strangers do, and judged as the worker does."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from typing import Any

from aiohttp import ClientResponse

from leadhub.capture.models import CaptureForm, Submission, SubmissionVerdict
from leadhub.capture.work import Judging
from leadhub.kit.inputs import now
from leadhub.kit.node import from_global
from leadhub.kit.work import Lent
from leadhub.process import Background, lend
from leadhub.settings import Settings
from tests.world import Caller, Company

ORIGIN = "https://www.example.com"
FIELDS = [
    {"name": "first", "leadField": "firstName", "label": "Given name"},
    {"name": "last", "leadField": "lastName", "required": True},
    {"name": "email", "leadField": "email", "required": True},
    {"name": "phone", "leadField": "phone"},
    {"name": "message", "type": "LONG_TEXT", "label": "Your question"},
]
SENT = {"last": "Lovelace", "email": "ada@example.com"}
FORM = """captureForm { id version name publicKey pageUrl embedHtml allowedOrigins honeypotField minFillSeconds rateLimit
  duplicateMode redirectUrl consentText archivedAt source { id } owner { id } team { id }
  fields { name label leadField type required } }"""
SUBMISSION = """id verdict reasons values consentText referrer landingPage address userAgent createdAt judgedAt
  utm { source medium campaign term content } lead { id } form { id }"""


@dataclass
class Got:
    """What came back from the public door."""

    status: int
    headers: Any
    text: str
    json: Any = None


@dataclass
class Form:
    """A form and what can be done with it."""

    company: Company
    shown: dict[str, Any]

    @property
    def id(self) -> str:
        return str(self.shown["id"])

    @property
    def url(self) -> str:
        return f"{self.company.world.url}/f/{self.shown['publicKey']}"

    async def send(
        self, values: Any = None, headers: dict[str, str] | None = None, query: str = "", **more: Any
    ) -> Got:
        """Sends JSON, as a script on a page does."""
        body = {"json": SENT | more if values is None else values}
        return await _got(self.company.world.http.post(self.url + query, headers=headers, **body))

    async def post(self, values: dict[str, Any], headers: dict[str, str] | None = None) -> Got:
        """Sends it as a browser sends a form."""
        return await _got(
            self.company.world.http.post(self.url, data=values, headers=headers, allow_redirects=False)
        )

    async def page(self, query: str = "", headers: dict[str, str] | None = None) -> Got:
        """Its page."""
        return await _got(self.company.world.http.get(self.url + query, headers=headers))

    async def stamp(self) -> str:
        """The stamp of a page that was given out now."""
        return hidden(await self.page())["leadhub_stamp"]

    async def judged(self, settings: Settings) -> list[dict[str, Any]]:
        """Its submissions, oldest first, after the worker was there."""
        await judge_all(self.company, settings)
        return await self.submissions()

    async def submissions(self, by: Caller | None = None) -> list[dict[str, Any]]:
        """Its submissions, oldest first."""
        data = await (by or self.company.owner).ok(
            f"query($id: ID!) {{ submissions(formId: $id, first: 100) {{ nodes {{ {SUBMISSION} }} }} }}",
            id=self.id,
        )
        return list(data["submissions"]["nodes"][::-1])

    async def row(self) -> CaptureForm:
        """It as it is kept."""
        async with self.company.inside():
            return await CaptureForm.mine().get(id=from_global(self.id)[1])

    async def change(self, **input: Any) -> Form:
        """It, changed."""
        given = {"id": self.id, "expectedVersion": self.shown["version"], **input}
        payload = await self.company.owner.done("updateCaptureForm", given, FORM)
        return Form(self.company, payload["captureForm"])


async def make(company: Company, by: Caller | None = None, **input: Any) -> Form:
    """A new form."""
    given = {"name": "Contact us", "fields": FIELDS, "allowedOrigins": [ORIGIN], **input}
    payload = await (by or company.owner).done("createCaptureForm", given, FORM)
    return Form(company, payload["captureForm"])


async def led_to(form: Form, lead_id: str) -> None:
    """A submission that led to this lead, as the worker leaves it."""
    async with form.company.inside():
        await Submission.create(
            form_id=from_global(form.id)[1],
            lead_id=from_global(lead_id)[1],
            verdict=SubmissionVerdict.ACCEPTED,
            values=SENT,
            created_at=now(),
        )


async def _got(request: Any) -> Got:
    response: ClientResponse
    async with request as response:
        text = await response.text()
        is_json = response.content_type == "application/json"
        return Got(response.status, response.headers, text, await response.json() if is_json else None)


def hidden(page: Got) -> dict[str, str]:
    """What a page sends without showing it."""
    found = re.findall(r'<input type="hidden" name="([^"]*)" value="([^"]*)">', page.text)
    return {name: html.unescape(value) for name, value in found}


async def judge_all(company: Company, settings: Settings) -> None:
    """What the worker does, until nothing waits."""
    work = Judging(Lent(settings, lend(settings, Background(), is_server=False), 1.0))
    for _ in range(20):
        await work.round()
        data = await company.owner.ok("{ submissions(verdict: PENDING) { totalCount } }")
        if data["submissions"]["totalCount"] == 0:
            return
    raise AssertionError("something still waits")


async def leads(company: Company, fields: str = "") -> list[dict[str, Any]]:
    """All leads of a tenant, oldest first."""
    data = await company.owner.ok(
        f"{{ leads(first: 100) {{ nodes {{ id version firstName lastName primaryEmail primaryPhone {fields} }} }} }}"
    )
    return list(data["leads"]["nodes"][::-1])
