"""The features, lowest first: each may import those before it, never those after."""

from importlib import import_module
from importlib.util import find_spec
from types import ModuleType

SLICES = (
    "events",
    "tenants",
    "members",
    "notifications",
    "audit",
    "sessions",
    "accounts",
    "keys",
    "pipelines",
    "labels",
    "leads",
    "activities",
    "companies",
    "contacts",
    "deals",
    "tasks",
    "comments",
    "followups",
    "archive",
    "duplicates",
    "scoring",
    "routing",
    "sla",
    "merging",
    "intake",
    "assignment",
    "capture",
    "conversion",
    "webhooks",
    "timeline",
)


def modules(part: str) -> list[ModuleType]:
    """The modules of one name, such as `models`, `api` or `reactions`, of the slices that have one."""
    names = (f"leadhub.{slice}.{part}" for slice in SLICES)
    return [import_module(name) for name in names if find_spec(name) is not None]


MODEL_MODULES = ["aerich.models", *(module.__name__ for module in modules("models"))]
