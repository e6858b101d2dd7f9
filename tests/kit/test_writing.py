"""What PostgreSQL writes of rows is, byte for byte, what would be written here. A document is compiled when it comes
again, so that its second answer is the one that PostgreSQL wrote."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import orjson
import pytest

from leadhub.kit import db, writing
from leadhub.kit.node import to_global
from leadhub.kit.scalars import SCALARS
from leadhub.kit.uuid7 import uuid7
from tests.leads.crowd import crowd
from tests.world import Company, World

Queries = Callable[[], list[str]]

# Each of these answers with no statement more than its list, when PostgreSQL writes it.
ROW = "__typename id number firstName lastName companyName jobTitle status createdAt score doNotContact deletedAt"
WRITTEN = [
    f"leads {{ nodes {{ {ROW} owner {{ id name email }} stage {{ name category }} lostReason {{ name }} }} }}",
    "leads(first: 7) { nodes { n: number team { t: name } } pageInfo { endCursor hasNextPage } }",
    "leads(first: 7) { edges { cursor node { owner { role } } node { number } } }",
    "leads { a: nodes { number } nodes { owner { name } } edges { node { id } } }",
    "leads { nodes { tags { id name } stageHistory { toName at secondsInStage by { name } } } }",
    "leads { nodes { fullName owner { name } tags { name } customFields } }",
    "leads(last: 3, orderBy: [{field: SCORE}]) { nodes { score owner { name } } pageInfo { startCursor } }",
    'leads(filter: {firstName: {contains: "o"}}) { nodes { lastName } }',
]


async def twice(company: Company, document: str) -> list[Any]:
    """A document's answers without what is left in the bucket: graphql-core's, and that of its plan."""
    found = []
    for _ in range(2):
        answer = (await company.owner(document)).body
        answer["extensions"]["cost"].pop("throttleStatus")
        found.append(answer)
    return found


@pytest.mark.parametrize("selection", WRITTEN, ids=range(len(WRITTEN)))
async def test_lists_are_one_statement_and_answered_alike(
    company: Company, queries: Queries, selection: str
) -> None:
    await crowd(company, 30)
    await company.owner.ok("{ viewer { scopes } }")  # who they are is remembered for two seconds
    document = f"{{ {selection} }}"
    first, _ = await twice(company, document)
    before = len(queries())
    assert (await twice(company, document))[0] == first
    assert first["data"]["leads"]
    assert len(queries()) - before == 2, "\n".join(queries()[before:])


async def test_what_looks_like_an_object_in_a_text_is_none(company: Company) -> None:
    for text in ('{"name":"x"}', '"owner":{"name":', 'x\\"{"number":', "[{", "\\", "é\u2028\U0001f600"):
        await company.lead(lastName=text, companyName=f"{{{text}")
    first, second = await twice(
        company, "{ leads { nodes { number lastName companyName owner { name } tags { name } } } }"
    )
    assert second == first


@pytest.mark.parametrize("selected", ["{ secondsInStage }", "{ toName secondsInStage by { name } }"])
async def test_what_cannot_be_answered_is_the_error_that_it_always_was(
    company: Company, selected: str
) -> None:
    lead = await company.lead()
    async with company.world.as_owner():
        await db.fetch(
            "update stage_change set seconds_in_stage = 3000000000 where tenant_id = $1", company.tenant_id
        )
    document = f"{{ leads {{ nodes {{ id number stageHistory {selected} }} }} }}"
    first, second = await twice(company, document)
    assert first["data"]["leads"]["nodes"][0]["number"] == lead["number"]
    where = ["leads", "nodes", 0, "stageHistory", 0, "secondsInStage"]
    assert first["errors"][0]["path"] == second["errors"][0]["path"] == where
    assert first["data"] == second["data"]


async def test_what_is_too_long_for_a_statement_is_written_here(company: Company, queries: Queries) -> None:
    await crowd(company, 10)
    many = " ".join(f"t{at}: createdAt" for at in range(28))
    each = "{ id name version }"
    rows = f"owner {each} team {each} pipeline {each} stage {each} source {each} lostReason {each}"
    first, second = await twice(company, f"{{ leads {{ nodes {{ {ROW} {many} {rows} }} }} }}")
    assert second == first
    assert len(first["data"]["leads"]["nodes"]) == 10
    longest = max(len(text) for text in queries() if text.startswith(("SELECT (", "SELECT '")))
    assert writing.LONGEST / 8 < longest < writing.LONGEST + 1000


async def test_what_has_very_many_fields_is_not_even_tried(
    company: Company, queries: Queries, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(writing, "MOST_FIELDS", 1)
    await crowd(company, 10)
    first, second = await twice(
        company, "{ leads { nodes { number firstName lastName owner { id name } } } }"
    )
    assert second == first
    assert not any("text1" in text for text in queries())


async def test_each_character_is_written_as_json(world: World) -> None:
    points = [point for point in range(1, 0x110000) if not 0xD800 <= point < 0xE000]
    async with world.as_owner():
        for start in range(0, len(points), 50_000):
            text = "".join(map(chr, points[start : start + 50_000]))
            [row] = await db.fetch("select to_json($1::text)::text as written", text)
            assert row["written"] == orjson.dumps(text).decode()


async def test_moments_and_ids_are_written_alike(company: Company) -> None:
    moments = [
        datetime(year, month, 28, 23, 59, 59, microsecond, UTC)
        for year in (1, 999, 1969, 2000, 2026, 9999)
        for month in (2, 12)
        for microsecond in (0, 1, 10, 100_000, 120_000, 999_999)
    ]
    moments += [datetime(2026, 3, 29, tzinfo=UTC) + timedelta(minutes=30 * at) for at in range(96)]
    write = SCALARS[datetime].serialize
    async with company.world.as_owner():
        for moment in moments:
            form = writing._MOMENT.format("$1::timestamptz")
            [row] = await db.fetch(f"select {form} as written", moment)
            assert row["written"] == f'"{write(moment)}"'
        for name in ("Tag", "Lead", "Stage", "Member", "LeadSource", "StageChange", "A" * 40):
            id = uuid7()
            [row] = await db.fetch(f"select {writing._global_id(name, '$1::uuid')} as written", id)
            assert row["written"] == f'"{to_global(name, id)}"'
