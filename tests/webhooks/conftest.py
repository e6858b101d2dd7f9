"""What the tests of webhooks share: a receiver."""

from collections.abc import AsyncIterator

import pytest

from tests.webhooks.receiving import Receiver, receiving


@pytest.fixture
async def receiver() -> AsyncIterator[Receiver]:
    """A receiver of the test's own."""
    async with receiving() as found:
        yield found
