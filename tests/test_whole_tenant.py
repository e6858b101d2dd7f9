"""The step to the whole tenant is taken by mutations alone, and each that takes it is listed here."""

import ast
from collections.abc import Iterator
from pathlib import Path

import leadhub

PACKAGE = Path(leadhub.__file__).parent
STEP = "whole_tenant"

# Functions that take the step themselves, by file.
CALLERS = {
    "duplicates/api.py": {"ignore_duplicate"},
    "intake/making.py": {"take_in"},
    "merging/api.py": {"merge_leads", "undo_merge"},
    "leads/changing.py": {"lead_to_change"},
    "assignment/api.py": {"claim_lead", "suspend_member", "change_member_role", "delete_team"},
    "tasks/changing.py": {"task_to_change"},
}
# Parts of mutations that are shared: they may be called by mutations, and by each other, alone.
SHARED = {
    "activity_to_change",
    "judge",
    "judge_waiting",
    "lead_to_change",
    "lead_to_upsert",
    "take_in",
    "take_person",
    "take_submission",
    "task_to_change",
}
# The worker sees the whole tenant already, and makes leads of what came through forms by the rules of mutations.
WORKERS = {("capture/work.py", "judge_as_form")}

Function = ast.FunctionDef | ast.AsyncFunctionDef


def calls(name: str) -> Iterator[tuple[str, Function | None]]:
    """Every call of a function anywhere in LeadHub: its file, and the function around it."""
    for path in sorted(PACKAGE.rglob("*.py")):
        tree = ast.parse(path.read_text())
        around = {
            id(node): function
            for function in ast.walk(tree)
            if isinstance(function, Function)
            for node in ast.walk(function)
        }
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name | ast.Attribute):
                called = node.func.id if isinstance(node.func, ast.Name) else node.func.attr
                if called == name:
                    yield str(path.relative_to(PACKAGE)), around.get(id(node))


def is_mutation(function: Function) -> bool:
    return any(
        isinstance(mark, ast.Call) and isinstance(mark.func, ast.Name) and mark.func.id == "mutation"
        for mark in function.decorator_list
    )


def test_whoever_takes_the_step_is_listed() -> None:
    found: dict[str, set[str]] = {}
    for file, function in calls(STEP):
        assert function is not None, f"{file} takes the step outside a function"
        found.setdefault(file, set()).add(function.name)
    assert found == CALLERS


def test_only_mutations_take_the_step() -> None:
    for file, function in calls(STEP):
        assert function is not None
        assert is_mutation(function) or function.name in SHARED, f"{file}: {function.name} is no mutation"
    for name in SHARED:
        for file, function in calls(name):
            assert function is not None
            is_shared = function.name in SHARED or (file, function.name) in WORKERS
            assert is_mutation(function) or is_shared, f"{file}: {function.name} is no mutation"


def test_each_step_gives_its_reason() -> None:
    for path in sorted(PACKAGE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text())):
            is_step = isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == STEP
            if is_step and path.name != "changing.py":
                [reason] = node.args
                assert isinstance(reason, ast.Constant)
                assert len(str(reason.value)) > 10
