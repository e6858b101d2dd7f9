"""A server that can mail, for the tests of invitations and passwords."""

from collections.abc import AsyncIterator

import pytest

from leadhub.settings import Settings
from tests.accounts.post import Post, post_office
from tests.sessions.servers import another_server
from tests.world import World


@pytest.fixture
async def post() -> AsyncIterator[Post]:
    """Where mails arrive."""
    async with post_office() as found:
        yield found


@pytest.fixture
async def mailing(world: World, settings: Settings, post: Post) -> AsyncIterator[World]:
    """A server on the same database that has a mail server."""
    async with another_server(world, settings, smtp_url=f"smtp://127.0.0.1:{post.port}") as server:
        yield server
