"""Orders and pages: each lead exactly once, whatever ties and gaps there are."""

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from leadhub.leads.orders import LeadOrderField
from tests.leads.crowd import Crowd, crowd
from tests.leads.lists import names, page
from tests.world import Company

FIELDS = {
    "CREATED_AT": "createdAt",
    "NUMBER": "number",
    "FIRST_NAME": "firstName",
    "LAST_NAME": "lastName",
    "COMPANY_NAME": "companyName",
    "SCORE": "score",
    "SLA_DUE_AT": "slaDueAt",
    "ESTIMATED_VALUE": "estimatedValue",
    "NEXT_FOLLOW_UP_AT": "nextFollowUpAt",
    "LAST_ACTIVITY_AT": "lastActivityAt",
    "STAGE_SINCE": "stageSince",
}
PLAIN = [name for name in FIELDS if name not in {"FIRST_NAME", "LAST_NAME", "COMPANY_NAME"}]


async def walk(company: Company, size: int, *, backwards: bool = False, **arguments: Any) -> list[str]:
    """Ids in the list's order, page by page from either end."""
    found: list[str] = []
    cursor, more = None, True
    while more:
        window = {"last": size, "before": cursor} if backwards else {"first": size, "after": cursor}
        got = await page(company.owner, "id", **arguments, **window)
        ids, info = [node["id"] for node in got["nodes"]], got["pageInfo"]
        assert len(ids) == size or not (info["hasPreviousPage"] if backwards else info["hasNextPage"])
        assert (info["hasNextPage"] if backwards else info["hasPreviousPage"]) == (cursor is not None)
        found = [*ids, *found] if backwards else [*found, *ids]
        assert len(found) <= 100, "the walk never ends"
        cursor = info["startCursor"] if backwards else info["endCursor"]
        more = info["hasPreviousPage"] if backwards else info["hasNextPage"]
    return found


def expected(there: Crowd, field: str, *, descending: bool) -> list[Any]:
    """The values of a field in order, those without a value last."""
    values = [facts[FIELDS[field]] for facts in there.facts]
    some = sorted((value for value in values if value is not None), reverse=descending)
    return [*some, *(None for value in values if value is None)]


async def test_leads_come_newest_first(company: Company) -> None:
    for name in ("One", "Two", "Three"):
        await company.lead(lastName=name)
    assert await names(company.owner) == ["Three", "Two", "One"]
    assert await names(company.owner, orderBy=[]) == ["Three", "Two", "One"]


async def test_every_order_goes_both_ways_with_gaps_last(company: Company) -> None:
    assert {*FIELDS, "UPDATED_AT"} == set(LeadOrderField.__members__)
    there = await crowd(company, 40)
    by_id = {facts["id"]: facts for facts in there.facts}
    for field in PLAIN:
        for direction in ("ASC", "DESC"):
            ids = await walk(company, 100, orderBy=[{"field": field, "direction": direction}])
            found = [by_id[id][FIELDS[field]] for id in ids]
            assert found == expected(there, field, descending=direction == "DESC"), (field, direction)


@pytest.mark.parametrize("field", ["FIRST_NAME", "COMPANY_NAME"])
async def test_texts_are_ordered_with_gaps_last(company: Company, field: str) -> None:
    there = await crowd(company, 30)
    by_id = {facts["id"]: facts[FIELDS[field]] for facts in there.facts}
    up = [by_id[id] for id in await walk(company, 100, orderBy=[{"field": field}])]
    down = [by_id[id] for id in await walk(company, 100, orderBy=[{"field": field, "direction": "DESC"}])]
    some = [value for value in up if value is not None]
    gaps = [None] * (len(up) - len(some))
    assert gaps
    assert up == [*some, *gaps]
    assert down == [*reversed(some), *gaps]
    assert [value for at, value in enumerate(some) if value not in some[:at]] == list(dict.fromkeys(some)), (
        "equal values stand together"
    )


async def test_the_second_order_decides_among_equals(company: Company) -> None:
    for number, (firm, worth) in enumerate([("B", "1"), ("A", "2"), ("A", "1"), ("B", "2")]):
        await company.lead(lastName=f"{firm}{worth}", companyName=firm, estimatedValue={"amount": worth})
        assert number < 4
    order = [
        {"field": "COMPANY_NAME", "direction": "DESC"},
        {"field": "ESTIMATED_VALUE", "direction": "ASC"},
    ]
    assert await names(company.owner, orderBy=order) == ["B1", "B2", "A1", "A2"]


async def test_every_walk_meets_each_lead_once(company: Company) -> None:
    there = await crowd(company, 31)
    everyone = sorted(facts["id"] for facts in there.facts)
    walks: list[tuple[list[dict[str, str]], int]] = []
    level = st.fixed_dictionaries(
        {"field": st.sampled_from([*FIELDS, "UPDATED_AT"]), "direction": st.sampled_from(["ASC", "DESC"])}
    )

    @settings(
        max_examples=20,
        deadline=None,
        derandomize=True,
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(
        st.lists(level, min_size=1, max_size=3, unique_by=lambda one: one["field"]),
        st.sampled_from([2, 5, 7, 31]),
    )
    def collect(order: list[dict[str, str]], size: int) -> None:
        walks.append((order, size))

    collect()
    for order, size in walks:
        forwards = await walk(company, size, orderBy=order)
        assert sorted(forwards) == everyone, (order, size)
        assert await walk(company, size, backwards=True, orderBy=order) == forwards, (order, size)


async def test_a_walk_can_turn_round(company: Company) -> None:
    for name in "ABCDE":
        await company.lead(lastName=name)
    order = [{"field": "LAST_NAME"}]
    middle = await page(company.owner, first=2, orderBy=order)
    middle = await page(company.owner, first=2, after=middle["pageInfo"]["endCursor"], orderBy=order)
    assert [node["lastName"] for node in middle["nodes"]] == ["C", "D"]
    back = await page(company.owner, last=5, before=middle["pageInfo"]["startCursor"], orderBy=order)
    assert [node["lastName"] for node in back["nodes"]] == ["A", "B"]
    assert back["pageInfo"]["hasPreviousPage"] is False
    before = await page(company.owner, before=middle["pageInfo"]["startCursor"], orderBy=order)
    assert before["nodes"] == back["nodes"]


async def test_rows_that_come_in_between_pages_repeat_nothing(company: Company) -> None:
    for name in "ABCDEF":
        await company.lead(lastName=name)
    first = await page(company.owner, first=3)
    for name in "XYZ":
        await company.lead(lastName=name)
    second = await page(company.owner, first=3, after=first["pageInfo"]["endCursor"])
    assert [node["lastName"] for node in first["nodes"] + second["nodes"]] == list("FEDCBA")
    assert second["pageInfo"]["hasNextPage"] is False


async def test_a_cursor_outlives_the_lead_it_stands_on(company: Company) -> None:
    leads = [await company.lead(lastName=name) for name in "ABC"]
    first = await page(company.owner, first=2)
    await company.owner.done("deleteLead", {"id": leads[1]["id"], "expectedVersion": 1})
    rest = await page(company.owner, first=2, after=first["pageInfo"]["endCursor"])
    assert [node["lastName"] for node in rest["nodes"]] == ["A"]


async def test_an_empty_list_is_a_page_too(company: Company) -> None:
    got = await page(company.owner)
    assert got == {
        "nodes": [],
        "pageInfo": {"hasNextPage": False, "hasPreviousPage": False, "startCursor": None, "endCursor": None},
    }


async def test_a_page_has_twenty_five_rows_unless_asked_for_up_to_a_hundred(company: Company) -> None:
    await crowd(company, 101)
    for arguments, size in (({}, 25), ({"first": 100}, 100), ({"last": 100}, 100), ({"first": 1}, 1)):
        assert len((await page(company.owner, **arguments))["nodes"]) == size


async def test_edges_and_nodes_are_the_same_rows(company: Company) -> None:
    for name in "AB":
        await company.lead(lastName=name)
    data = await company.owner.ok(
        "{ leads { nodes { id } edges { cursor node { id } } pageInfo { startCursor endCursor } } }"
    )
    leads = data["leads"]
    assert [edge["node"] for edge in leads["edges"]] == leads["nodes"]
    assert leads["edges"][0]["cursor"] == leads["pageInfo"]["startCursor"]
    assert leads["edges"][-1]["cursor"] == leads["pageInfo"]["endCursor"]
