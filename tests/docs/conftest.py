"""A server as it is set up by default, and a reader of the manual with a tenant of their own."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from leadhub.settings import Settings
from tests.docs.reading import Reader
from tests.sessions.servers import another_server, at
from tests.world import World

_DEFAULTS = ("cost_limit", "cost_bucket", "cost_restore", "timeout_seconds")
LEADS = (
    {"firstName": "Alan", "lastName": "Turing", "companyName": "Bletchley Works"},
    {"firstName": "Grace", "lastName": "Hopper", "companyName": "Flow-Matic"},
    {"firstName": "Ada", "lastName": "Lovelace", "companyName": "Analytical Engines"},
)


@pytest.fixture(scope="module")
async def default_server(world: World, settings: Settings) -> AsyncIterator[World]:
    """Beside the tests' own server, whose callers may spend what they like."""
    defaults = {name: Settings.model_fields[name].default for name in _DEFAULTS}
    async with another_server(world, settings, **defaults) as found:
        yield found


@pytest.fixture
async def reader(default_server: World, tmp_path: Path) -> Reader:
    """In a new tenant with the three leads that the manual speaks of."""
    company = await default_server.company()
    company.people = {name: at(default_server, caller) for name, caller in company.people.items()}
    for lead in LEADS:
        await company.lead(**lead)
    return Reader(company, tmp_path)
