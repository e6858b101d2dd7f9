"""Whatever is asked, the list holds exactly the leads that meet it, and the same filter decided in memory says so
too: random filters beside plain Python."""

from collections.abc import Callable
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from leadhub.events.models import Event
from leadhub.kit.actor import system_actor
from leadhub.kit.node import from_global, to_global
from leadhub.kit.stored import read_stored
from leadhub.leads.filters import LeadFilter
from leadhub.leads.meeting import compile_filter
from leadhub.leads.models import LeadRating, SlaStatus
from leadhub.leads.states import LeadState, passages
from leadhub.pipelines.models import LeadStatus
from tests.leads.crowd import AMOUNTS, EMAILS, FIRMS, FIRST, PHONES, SCORES, START, TAGS, Crowd, crowd
from tests.leads.lists import page
from tests.world import Company

NOWHERE = "nowhere"

_COMPARE: dict[str, Callable[[Any, Any], bool]] = {
    "eq": lambda mine, other: mine == other,
    "in": lambda mine, other: mine in other,
    "lt": lambda mine, other: mine < other,
    "lte": lambda mine, other: mine <= other,
    "gt": lambda mine, other: mine > other,
    "gte": lambda mine, other: mine >= other,
    "contains": lambda mine, other: other.upper() in mine.upper(),
    "startsWith": lambda mine, other: mine.upper().startswith(other.upper()),
}


def meets(facts: dict[str, Any], asked: dict[str, Any]) -> bool:
    """What the manual says of a filter, of one lead."""
    return all(_term(facts, name, conditions) for name, conditions in asked.items())


def _term(facts: dict[str, Any], name: str, conditions: Any) -> bool:
    match name:
        case "and":
            return all(meets(facts, part) for part in conditions)
        case "or":
            return any(meets(facts, part) for part in conditions)
        case "not":
            return not meets(facts, conditions)
        case "externalId":
            return facts[name] == (conditions["system"], conditions["id"])
        case "tag" | "email" | "phone":
            return _several(facts[name], conditions)
    return all(_holds(facts[name], operator, value) for operator, value in conditions.items())


def _holds(mine: Any, operator: str, value: Any) -> bool:
    if operator == "isNull":
        return (mine is None) == value
    if operator == "ne":
        return mine != _read(mine, value)
    return mine is not None and _COMPARE[operator](mine, _read(mine, value))


def _several(mine: list[str], conditions: dict[str, Any]) -> bool:
    one = {name: value for name, value in conditions.items() if name not in {"isNull", "ne"}}
    return (
        ("isNull" not in conditions or (not mine) == conditions["isNull"])
        and ("ne" not in conditions or conditions["ne"] not in mine)
        and (not one or any(all(_holds(text, *term) for term in one.items()) for text in mine))
    )


def _read(mine: Any, value: Any) -> Any:
    """The value of a filter as the fact beside it."""
    if isinstance(value, list):
        return [_read(mine, part) for part in value]
    if isinstance(mine, datetime):
        return datetime.fromisoformat(value)
    return Decimal(value) if isinstance(mine, Decimal) else value


Askable = dict[str, tuple[list[Any], tuple[str, ...]]]


def askable(ids: dict[str, list[str]]) -> Askable:
    """What can be asked of each field: values, and operators."""
    texts = ("eq", "ne", "in", "contains", "startsWith", "isNull")
    order = ("lt", "lte", "gt", "gte")
    firms = [*filter(None, FIRMS), NOWHERE]
    times = [(START + timedelta(hours=hours)).isoformat() for hours in (0, 24, 36, 96)]
    amounts = [str(amount) for amount in AMOUNTS if amount is not None]
    scores = [score for score in SCORES if score is not None]
    moments = ("nextFollowUpAt", "lastActivityAt", "stageSince", "createdAt", "slaDueAt")
    references = ("stageId", "ownerId", "teamId", "sourceId", "id")
    return {
        "firstName": ([*filter(None, FIRST), NOWHERE, "%", "_", "\\", "'", "a", "É"], texts),
        "companyName": (firms, texts),
        "number": (["LD-2026-000001", "LD-2026-00001", "ld-"], texts),
        "status": ([str(status) for status in LeadStatus], ("eq", "ne", "in")),
        "rating": ([str(rating) for rating in LeadRating], ("eq", "ne", "in", "isNull")),
        "slaStatus": ([str(status) for status in SlaStatus], ("eq", "ne", "in", "isNull")),
        "score": ([*scores, -1, 11], ("eq", "ne", "in", "isNull", *order)),
        "estimatedValue": ([*amounts, "10.5"], ("eq", "isNull", *order)),
        "doNotContact": ([True, False], ("eq",)),
        **dict.fromkeys(moments, (times, ("eq", "isNull", *order))),
        **{name: (ids[name], ("eq", "ne", "in", "isNull")) for name in references},
        "tag": ([*TAGS, NOWHERE, "HO"], texts),
        "email": ([*EMAILS, "nobody@x.test"], ("eq", "in", "isNull")),
        "phone": ([*PHONES, "+442079460958"], ("eq", "in", "isNull")),
    }


def _conditions(values: list[Any], operators: tuple[str, ...]) -> st.SearchStrategy[dict[str, Any]]:
    value = st.sampled_from(values)
    kinds: dict[str, st.SearchStrategy[Any]] = {"in": st.lists(value, max_size=3), "isNull": st.booleans()}
    return st.dictionaries(st.sampled_from(operators), st.none(), max_size=2).flatmap(
        lambda chosen: st.fixed_dictionaries({name: kinds.get(name, value) for name in chosen})
    )


def _filters(ids: dict[str, list[str]]) -> st.SearchStrategy[dict[str, Any]]:
    leaves = {name: _conditions(*asked) for name, asked in askable(ids).items()}
    leaves["externalId"] = st.fixed_dictionaries({"system": st.just("crm"), "id": st.sampled_from("0139")})
    leaf = st.dictionaries(st.sampled_from(sorted(leaves)), st.none(), max_size=2).flatmap(
        lambda chosen: st.fixed_dictionaries({name: leaves[name] for name in chosen})
    )
    return st.recursive(
        leaf,
        lambda inner: st.one_of(
            st.fixed_dictionaries({"not": inner}),
            st.fixed_dictionaries({"or": st.lists(inner, max_size=3)}),
            st.fixed_dictionaries({"and": st.lists(inner, max_size=3)}),
            st.fixed_dictionaries({"or": st.lists(inner, min_size=1, max_size=2), "not": inner}),
        ),
        max_leaves=5,
    )


async def test_every_operator_of_every_field_says_the_same_everywhere(company: Company) -> None:
    there = await crowd(company, 60)
    there.ids["id"] = [facts["id"] for facts in there.facts[:5]]
    states = await _states(company, there)
    for name, (values, operators) in askable(there.ids).items():
        for operator in operators:
            for at, value in enumerate([True, False] if operator == "isNull" else values):
                one = {name: {operator: [*values[-1:], value] if operator == "in" else value}}
                expected = {facts["id"] for facts in there.facts if meets(facts, one)}
                assert _met(company, states, one) == expected, one
                if at < 2:
                    nodes = (await page(company.owner, "id", first=100, filter=one))["nodes"]
                    assert {node["id"] for node in nodes} == expected, one


async def test_a_list_holds_exactly_the_leads_that_meet_its_filter(company: Company) -> None:
    there = await crowd(company, 60)
    there.ids["id"] = [facts["id"] for facts in there.facts[:5]]
    await _compare(company, there)


async def _compare(company: Company, there: Crowd) -> None:
    asked: list[dict[str, Any]] = []

    @settings(
        max_examples=150,
        deadline=None,
        derandomize=True,
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(_filters(there.ids))
    def collect(one: dict[str, Any]) -> None:
        asked.append(one)

    collect()
    states = await _states(company, there)
    for one in asked:
        nodes = (await page(company.owner, "id", first=100, filter=one))["nodes"]
        found = {node["id"] for node in nodes}
        expected = {facts["id"] for facts in there.facts if meets(facts, one)}
        assert found == expected, one
        assert _met(company, states, one) == expected, one
        opposite = (await page(company.owner, "id", first=100, filter={"not": one}))["nodes"]
        assert {node["id"] for node in opposite} == {facts["id"] for facts in there.facts} - expected, one
        assert _met(company, states, {"not": one}) == {facts["id"] for facts in there.facts} - expected, one


async def _states(company: Company, there: Crowd) -> list[LeadState]:
    """The leads as events of today would find them."""
    ids = [from_global(facts["id"])[1] for facts in there.facts]
    async with company.inside():
        found = await passages(
            [
                Event(seq=at, subject_type="Lead", subject_id=id, version=1, changes={})
                for at, id in enumerate(ids)
            ]
        )
    return [passage.after for passage in found.values() if passage.after is not None]


def _met(company: Company, states: list[LeadState], asked: dict[str, Any]) -> set[str]:
    """The same filter, decided in memory."""
    meets = compile_filter(read_stored(LeadFilter, asked), system_actor(company.tenant_id))
    return {to_global("Lead", state.id) for state in states if meets(state)}
