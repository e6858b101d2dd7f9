"""Rules, dashboards and the runbook speak of the same things as the code, and name nobody."""

import re

from tests.docs.pages import ROOT, anchors
from tests.monitoring.watching import DASHBOARDS, ITS_OWN, PROMETHEUS, exported, expressions, named, rules

RUNBOOK = ROOT / "docs" / "runbook.md"
_ENTRY = re.compile(r"^## (LeadHub\w+)$", re.M)
_GROUPED = re.compile(r"\b(?:by|on|without|ignoring|group_left|group_right)\s*\(([^)]*)\)")
LABELS = {"le", "job", "instance", "operation", "outcome", "code", "work", "version"}


def test_every_alert_has_an_entry_in_the_runbook_and_every_entry_an_alert() -> None:
    alerts = [rule["alert"] for rule in rules("alert")]
    assert len(alerts) == len(set(alerts)) > 10
    assert sorted(_ENTRY.findall(RUNBOOK.read_text())) == sorted(alerts)


def test_every_entry_says_what_it_means_what_to_look_at_and_what_to_do() -> None:
    for entry in re.split(r"^## LeadHub", RUNBOOK.read_text(), flags=re.M)[1:]:
        assert re.findall(r"^\*\*(.+?)\*\*:", entry, re.M) == ["Means", "Look at", "Do"], entry


def test_every_alert_says_how_bad_it_is_and_leads_to_its_entry() -> None:
    for rule in rules("alert"):
        assert rule["labels"] == {"severity": rule["labels"]["severity"]}
        assert rule["labels"]["severity"] in {"critical", "warning"}
        assert set(rule["annotations"]) == {"summary", "runbook"}
        page, _, anchor = rule["annotations"]["runbook"].partition("#")
        assert anchor == rule["alert"].lower()
        assert anchor in anchors(ROOT / page)


def test_every_metric_that_is_named_exists() -> None:
    known = exported() | ITS_OWN | {rule["record"] for rule in rules("record")}
    for where, expression in expressions():
        assert named(expression), where
        assert named(expression) <= known, where


def test_nothing_is_grouped_by_who_asks() -> None:
    for where, expression in expressions():
        labels = {label.strip() for inner in _GROUPED.findall(expression) for label in inner.split(",")}
        assert labels <= LABELS, where
        assert "tenant" not in expression, where


def test_every_alert_is_tested_firing_and_not_firing() -> None:
    tests = "\n".join(path.read_text() for path in (PROMETHEUS / "tests").glob("*.yml"))
    for rule in rules("alert"):
        checks = re.findall(rf"alertname: {rule['alert']}\n +exp_alerts:(.*)", tests)
        assert {check.strip() for check in checks} == {"", "[]"}, rule["alert"]


def test_the_runbook_names_metrics_that_exist() -> None:
    found = set(re.findall(r"\bleadhub_[a-z_]+", RUNBOOK.read_text()))
    assert found <= exported()
    assert all(path.suffix == ".json" for path in DASHBOARDS)
