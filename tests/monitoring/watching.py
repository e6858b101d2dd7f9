"""What is written down for watching LeadHub: its rules, its dashboards, and the metrics that they may name."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml
from prometheus_client import Histogram, Info
from prometheus_client.metrics import MetricWrapperBase

from leadhub.kit import metrics
from tests.docs.pages import ROOT

PROMETHEUS = ROOT / "ops" / "prometheus"
RULES = sorted((PROMETHEUS / "rules").glob("*.yml"))
DASHBOARDS = sorted((ROOT / "ops" / "grafana" / "dashboards").glob("*.json"))
# What Prometheus makes itself.
ITS_OWN = {"up"}


def rules(kind: str) -> list[dict[str, Any]]:
    """The rules of this kind, `alert` or `record`."""
    files = [yaml.safe_load(path.read_text()) for path in RULES]
    return [rule for file in files for group in file["groups"] for rule in group["rules"] if kind in rule]


def panels(dashboard: Path) -> list[dict[str, Any]]:
    """The panels of a dashboard that ask Prometheus."""
    return [panel for panel in json.loads(dashboard.read_text())["panels"] if panel.get("targets")]


def expressions() -> Iterator[tuple[str, str]]:
    """Every expression there is, and where."""
    for kind in ("alert", "record"):
        for rule in rules(kind):
            yield rule[kind], rule["expr"]
    for dashboard in DASHBOARDS:
        for panel in panels(dashboard):
            for target in panel["targets"]:
                yield f"{dashboard.stem}: {panel['title']}", target["expr"]


def exported() -> set[str]:
    """The names of all samples that LeadHub's metrics have."""
    names = set()
    for metric in vars(metrics).values():
        if isinstance(metric, MetricWrapperBase):
            ends = {Histogram: ("_bucket", "_sum", "_count"), Info: ("_info",)}.get(type(metric))
            ends = ends or (("_total",) if metric._type == "counter" else ("",))
            names |= {metric._name + end for end in ends}
    return names


def named(expression: str) -> set[str]:
    """The metrics and recorded series that an expression asks for."""
    bare = re.sub(r'"[^"]*"', "", expression)
    ours = set(re.findall(r"\bleadhub[\w:]*", bare))
    return ours | {name for name in re.findall(r"\b(\w+)\{", bare) if not name.startswith("leadhub")}
