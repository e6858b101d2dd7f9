"""The clock of SLAs, and what a worker would lend, for all tests of them."""

import pytest

from leadhub.kit.work import Lent
from leadhub.process import Background, lend
from leadhub.settings import Settings
from tests.sla.promised import clock
from tests.world import World

__all__ = ["clock"]


@pytest.fixture
def lent(settings: Settings, world: World) -> Lent:
    """What a worker would lend."""
    return Lent(settings, lend(settings, Background(), is_server=False), 1)
