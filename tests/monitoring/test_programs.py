"""Prometheus' and Alertmanager's own programs find nothing wrong with what is in ops/."""

from pathlib import Path

import pytest

from tests.docs.pages import ROOT
from tests.monitoring.programs import says
from tests.monitoring.watching import PROMETHEUS, RULES

pytestmark = pytest.mark.monitoring
ALERTMANAGER = ROOT / "ops" / "alertmanager"
TESTS = sorted((PROMETHEUS / "tests").glob("*.yml"))


async def test_the_configuration_and_its_rules_are_valid() -> None:
    status, said = await says("promtool", "check", "config", "prometheus.yml", cwd=PROMETHEUS)
    assert status == 0, said
    assert f"{len(RULES)} rule files found" in said
    assert (await says("promtool", "check", "rules", *RULES, cwd=PROMETHEUS))[0] == 0


@pytest.mark.parametrize("path", TESTS, ids=lambda path: path.stem)
async def test_alerts_fire_when_they_should_and_only_then(path: Path) -> None:
    status, said = await says("promtool", "test", "rules", path.name, cwd=path.parent)
    assert status == 0, said


async def test_alertmanager_s_configuration_is_valid() -> None:
    status, said = await says("amtool", "check-config", "alertmanager.yml", cwd=ALERTMANAGER)
    assert status == 0, said


@pytest.mark.parametrize(("severity", "receiver"), [("critical", "page"), ("warning", "ticket")])
async def test_what_is_critical_wakes_somebody(severity: str, receiver: str) -> None:
    config = "--config.file=alertmanager.yml"
    status, said = await says(
        "amtool", "config", "routes", "test", config, f"severity={severity}", cwd=ALERTMANAGER
    )
    assert (status, said.split()[-1]) == (0, receiver), said


async def test_a_rule_that_does_not_fire_fails_its_test(tmp_path: Path) -> None:
    """Or else the tests above would show nothing."""
    for folder in ("rules", "tests"):
        (tmp_path / folder).mkdir()
        for path in (PROMETHEUS / folder).glob("*.yml"):
            (tmp_path / folder / path.name).write_text(path.read_text().replace("0.001", "0.9"))
    status, said = await says("promtool", "test", "rules", "promises.yml", cwd=tmp_path / "tests")
    assert status != 0
    assert "LeadHubAvailabilityBurnsFast" in said
