"""The published operation documents: what clients use, and the only operation names that metrics know."""

import importlib.resources
import re
from pathlib import Path

_NAME = re.compile(r"^(?:query|mutation|subscription)\s+(\w+)", re.M)


def folder() -> Path:
    """Where the documents are: beside the package in a checkout, inside it in a wheel."""
    package = Path(str(importlib.resources.files("leadhub")))
    inside = package / "documents"
    return inside if inside.is_dir() else package.parent / "schema" / "operations"


def documents() -> list[str]:
    """The published documents."""
    return [path.read_text() for path in sorted(folder().glob("*.graphql"))]


def known_operations() -> frozenset[str]:
    """The names of their operations."""
    return frozenset(name for text in documents() for name in _NAME.findall(text))
