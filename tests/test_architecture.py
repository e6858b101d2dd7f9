"""The shape of the house: which way imports go, how long things get, and who may touch what."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import leadhub
from leadhub.slices import SLICES

PACKAGE = Path(leadhub.__file__).parent
FILES = sorted(PACKAGE.rglob("*.py"))

LONGEST_FILE = 300
LONGEST_FUNCTION = 40

# Within a slice, and across slices of the same rank: models know nothing, api knows all.
RANKS = {"models": 0, "types_parts": 1, "inputs": 1, "types": 2, "reactions": 9, "api": 9, "work": 9}


def name_of(path: Path) -> str:
    return str(path.relative_to(PACKAGE))


def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text())


def imports(path: Path) -> Iterator[str]:
    """The LeadHub modules that a file imports, as dotted names below `leadhub`."""
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.split(".")[0] == "leadhub":
            base = node.module.removeprefix("leadhub").lstrip(".")
            for alias in node.names:
                inner = f"{base}.{alias.name}".lstrip(".")
                is_module = (PACKAGE / f"{inner.replace('.', '/')}.py").exists()
                yield inner if is_module or not base else base


def test_no_file_and_no_function_grows_long() -> None:
    long_files = [name_of(path) for path in FILES if len(path.read_text().splitlines()) > LONGEST_FILE]
    long_functions = [
        f"{name_of(path)}:{node.lineno} {node.name}"
        for path in FILES
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (node.end_lineno or 0) - node.lineno + 1 > LONGEST_FUNCTION
    ]
    assert long_files == []
    assert long_functions == []


def test_the_kit_knows_no_feature() -> None:
    for path in (PACKAGE / "kit").glob("*.py"):
        for module in imports(path):
            assert module.split(".")[0] in {"kit", "errors", "settings"}, f"{name_of(path)} imports {module}"


def test_slices_import_downwards() -> None:
    for path in FILES:
        slice_name = path.relative_to(PACKAGE).parts[0]
        if slice_name not in SLICES:
            continue
        for module in imports(path):
            other = module.split(".")[0]
            if other in {"kit", "errors"}:
                continue
            assert other in SLICES, f"{name_of(path)} imports {module}, which is above the slices"
            assert SLICES.index(other) <= SLICES.index(slice_name), (
                f"{name_of(path)} imports {module} from above"
            )


def test_within_a_slice_models_know_no_types_and_types_know_no_api() -> None:
    for path in FILES:
        slice_name = path.relative_to(PACKAGE).parts[0]
        rank = RANKS.get(path.stem, 5)
        if slice_name not in SLICES:
            continue
        for module in imports(path):
            parts = module.split(".")
            if parts[0] == slice_name and len(parts) > 1:
                assert RANKS.get(parts[1], 5) <= rank, f"{name_of(path)} imports {module}"


def test_only_the_settings_read_the_environment() -> None:
    for path in FILES:
        if path.name == "settings.py":
            continue
        for node in ast.walk(tree_of(path)):
            if isinstance(node, ast.Attribute) and node.attr in {"environ", "getenv"}:
                raise AssertionError(f"{name_of(path)}:{node.lineno} reads the environment")


def test_settings_stay_inside_their_transaction() -> None:
    """SET without LOCAL and session-level advisory locks would outlive it on a pooled connection."""
    allowed = {"kit/db.py", "kit/migrations.py", "kit/patience.py", "kit/pool.py", "kit/roles.py"}
    for path in FILES:
        text = path.read_text()
        if name_of(path) not in allowed:
            assert "set_config(" not in text, name_of(path)
            assert "pg_advisory_lock(" not in text, name_of(path)


def test_a_module_says_what_it_is() -> None:
    undocumented = [
        name_of(path) for path in FILES if path.read_text() and not ast.get_docstring(tree_of(path))
    ]
    assert undocumented == []


def test_no_vague_names() -> None:
    vague = {"utils", "helpers", "manager", "service", "base", "common", "misc"}
    assert [name_of(path) for path in FILES if path.stem in vague] == []
