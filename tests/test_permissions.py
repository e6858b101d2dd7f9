"""docs/permissions.md, tried cell by cell: each role and key, at each field, at rows inside and outside its reach."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from leadhub.kit.guard import access_of
from leadhub.kit.scopes import KEY_SCOPES, ROLE_SCOPES, Open, Role, Scope
from leadhub.schema import build_schema
from tests.members.attempts import (
    AN_OWNER,
    ATTEMPTS,
    ELSEWHERE,
    OTHER_TEAM,
    OWN,
    QUEUE,
    QUEUE_ELSEWHERE,
    SOMEBODY,
    TEAM,
    THERE,
    can_own,
)
from tests.world import Answer, Caller, Company

PAGE = Path(__file__).parent.parent / "docs" / "permissions.md"
ROLES = ("owner", "admin", "manager", "agent", "viewer")

DONE, NOT_THERE, NOT_THEIRS = "done", "NOT_FOUND", "seen, but FORBIDDEN"

# What each cell of the table means at each kind of row.
_ALL = dict.fromkeys(
    (OWN, TEAM, QUEUE, ELSEWHERE, QUEUE_ELSEWHERE, SOMEBODY, AN_OWNER, OTHER_TEAM, *THERE), DONE
)
_OUTSIDE = {ELSEWHERE: NOT_THERE, QUEUE_ELSEWHERE: NOT_THERE}
MEANING: dict[str, dict[str, str]] = {
    "A": _ALL,
    "A, masked": _ALL,
    "A, no owners": _ALL | {AN_OWNER: NOT_THEIRS},
    "T": _ALL | _OUTSIDE,
    "T, agents and viewers": _ALL | {AN_OWNER: NOT_THEIRS, OTHER_TEAM: NOT_THEIRS},
    "own teams": _ALL | {OTHER_TEAM: NOT_THEIRS},
    "oneself, no capacity": {OWN: DONE, SOMEBODY: NOT_THEIRS, OTHER_TEAM: NOT_THEIRS},
    "O": {OWN: DONE, TEAM: NOT_THERE, QUEUE: NOT_THEIRS, "": DONE} | _OUTSIDE,
    "O + Q": {OWN: DONE, TEAM: NOT_THERE, QUEUE: DONE} | _OUTSIDE,
    "Q": {QUEUE: DONE} | _OUTSIDE,
}


@dataclass(frozen=True)
class Row:
    """One capability: what each role may do, the scope it is, and the fields it opens."""

    capability: str
    cells: dict[str, str]
    scope: Scope
    for_keys: bool
    fields: tuple[str, ...]


def _tables() -> Iterator[list[str]]:
    for line in PAGE.read_text().splitlines():
        if line.startswith("| ") and not line.startswith(("| capability", "| open field")):
            yield [cell.strip() for cell in line.strip("|").split("|")]


def _names(cell: str) -> tuple[str, ...]:
    return tuple(re.findall(r"`([\w:]+)`", cell))


ROWS = [
    Row(
        capability=cells[0],
        cells=dict(zip(ROLES, cells[1:6], strict=True)),
        scope=Scope(_names(cells[6])[0]),
        for_keys=not cells[6].startswith("never"),
        fields=_names(cells[7]),
    )
    for cells in _tables()
    if len(cells) == 8
]
OPEN_FIELDS = {_names(cells[0])[0]: (cells[1], cells[2]) for cells in _tables() if len(cells) == 3}


def _outcome(answer: Answer, field: str) -> str:
    """What came of an attempt, in one word or two."""
    if answer.errors:
        if answer.code != "FORBIDDEN":
            return answer.code or "?"
        assert answer.data is None, "refused, and yet something ran"
        return f"lacks {', '.join(answer.errors[0]['extensions']['missing'])}"
    found = answer.data[field]
    if isinstance(found, dict) and found.get("userErrors"):
        code = found["userErrors"][0]["code"]
        return NOT_THEIRS if code == "FORBIDDEN" else str(code)
    if isinstance(found, dict) and found.get("nodes") == []:
        return NOT_THERE
    return DONE


def _expected(row: Row, caller: str, field: str, place: str) -> str:
    cell = row.cells.get(caller, "A" if caller == "key with it" else "-")
    if cell == "-":
        return f"lacks {row.scope}"
    if (
        field in {"createLead", "upsertLead", "createContact", "createDeal"}
        and MEANING[cell][place] == NOT_THERE
    ):
        return NOT_THEIRS  # A row that is not there yet cannot be hidden: it may not be made.
    return MEANING[cell][place]


async def _callers(company: Company, row: Row) -> dict[str, Caller]:
    found = {role: company.people[role] for role in ROLES}
    if row.for_keys:
        found["key with it"] = await company.key(row.scope)
    found["key without it"] = await company.key(*sorted(KEY_SCOPES - {row.scope}))
    return found


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.capability.replace(" ", "-"))
async def test_every_cell_of_the_table_is_true(company: Company, row: Row) -> None:
    callers, tried, lies = await _callers(company, row), 0, []
    for field in row.fields:
        attempt = ATTEMPTS[field]
        for name, caller in callers.items():
            for place in attempt.places:
                if place == OWN and not can_own(caller):
                    continue
                expected = _expected(row, name, field, place)
                outcome = _outcome(await attempt.run(company, caller, place), field)
                tried += 1
                if outcome != expected:
                    lies.append(f"{name}, {field}, {place}: {outcome} instead of {expected}")
    assert lies == []
    assert tried >= len(row.fields) * len(callers)


def _root_fields() -> dict[str, Scope | Open]:
    schema = build_schema()._schema
    roots = (schema.query_type, schema.mutation_type, schema.subscription_type)
    return {name: access_of(field) for root in roots if root for name, field in root.fields.items()}


def test_every_field_of_the_schema_has_a_row_or_is_open_for_a_reason() -> None:
    placed = [field for row in ROWS for field in row.fields] + list(OPEN_FIELDS)
    assert sorted(placed) == sorted(_root_fields()), f"place it in {PAGE.name}, with an attempt"
    assert set(ATTEMPTS) == {field for row in ROWS for field in row.fields}


def test_the_page_names_the_scope_that_each_field_needs() -> None:
    access = _root_fields()
    assert {field: row.scope for row in ROWS for field in row.fields} == {
        field: needed for field, needed in access.items() if isinstance(needed, Scope)
    }
    said = {field: whom for field, (whom, why) in OPEN_FIELDS.items() if why}
    words = {Open.PUBLIC: "everybody", Open.SIGNED_IN: "signed in"}
    assert said == {field: words[needed] for field, needed in access.items() if isinstance(needed, Open)}


def test_the_page_says_which_scopes_roles_and_keys_have() -> None:
    for role in ROLES:
        held = {row.scope for row in ROWS if row.cells[role] != "-"}
        assert held == ROLE_SCOPES[Role(role.upper())] & {row.scope for row in ROWS}, role
    assert {row.scope for row in ROWS if row.for_keys} == KEY_SCOPES & {row.scope for row in ROWS}
    assert {row.scope for row in ROWS} == set(Scope)


async def test_nobody_does_anything_without_signing_in(company: Company) -> None:
    for field, attempt in ATTEMPTS.items():
        place = next(place for place in attempt.places if place != OWN)
        answer = await attempt.run(company, company.world.anonymous, place)
        assert (answer.data, answer.code) == (None, "UNAUTHENTICATED"), field
