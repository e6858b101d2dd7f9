"""Capture forms in a headless Chromium: each behaviour in capture.test.js is a test here."""

import asyncio
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from xml.etree import ElementTree

import pytest
from aiohttp import web

from leadhub.settings import Settings
from tests.browser.test_graphiql import HERE, node, run
from tests.capture.made import Form, leads, make
from tests.world import World

__all__ = ["node"]

pytestmark = pytest.mark.browser

SCRIPT = HERE / "capture.test.js"
BEHAVIOURS = re.findall(r'^behaviour\(\s*"(.+?)"', SCRIPT.read_text(), re.M)


@asynccontextmanager
async def website(pages: dict[str, str]) -> AsyncIterator[str]:
    """Somebody's website, of an origin of its own."""

    async def show(request: web.Request) -> web.Response:
        return web.Response(text=f"<!doctype html>{pages[request.path]}", content_type="text/html")

    app = web.Application()
    app.router.add_get("/{name:.*}", show)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    try:
        yield f"http://127.0.0.1:{runner.addresses[0][1]}"
    finally:
        await runner.cleanup()


@pytest.fixture(scope="module")
async def filled_in(
    node: str, world: World, settings: Settings
) -> tuple[Form, dict[str, ElementTree.Element | None]]:
    """A form after all behaviours, and what failed of each, or None."""
    company = await world.company()
    pages = {"/thanks": "<p>Thanks</p>"}
    async with website(pages) as own, website(pages) as foreign:
        form = await make(
            company,
            allowedOrigins=[own],
            redirectUrl=f"{own}/thanks",
            honeypotField="homepage",
            consentText="You may write to me.",
        )
        pages["/snippet"] = form.shown["embedHtml"].replace(settings.issuer, world.url)
        pages["/frame"] = f'<iframe src="{form.url}"></iframe>'
        told = {
            "SNIPPET_URL": f"{own}/snippet",
            "FRAME_URL": f"{own}/frame",
            "FOREIGN_FRAME_URL": f"{foreign}/frame",
            "PAGE_URL": form.url,
        }
        _, said, _ = await run(node, "--test", "--test-reporter=junit", SCRIPT.name, **told)
    report = await asyncio.to_thread(ElementTree.fromstring, said)
    return form, {case.attrib["name"]: case.find("failure") for case in report.iter("testcase")}


@pytest.mark.parametrize("name", BEHAVIOURS)
async def test_in_a_browser(name: str, filled_in: tuple[Form, dict[str, ElementTree.Element | None]]) -> None:
    failure = filled_in[1][name]
    assert failure is None, failure.text


async def test_what_was_filled_in_became_leads(
    filled_in: tuple[Form, dict[str, ElementTree.Element | None]], settings: Settings
) -> None:
    form = filled_in[0]
    assert {one["verdict"] for one in await form.judged(settings)} == {"ACCEPTED"}
    found = await leads(form.company, "consent { text } utm { source }")
    assert sorted(lead["primaryEmail"] for lead in found) == ["frame@x.test", "page@x.test", "snippet@x.test"]
    assert {lead["consent"]["text"] for lead in found} == {"You may write to me."}
    assert [lead["utm"] for lead in found if lead["primaryEmail"] == "page@x.test"] == [{"source": "news"}]
