"""Filters decided in memory: what random filters do not ask; the agreement itself is in test_filters_agree."""

import unicodedata
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from typing import Any

import pytest

from leadhub.errors import BadRequest, MaskedForYou, RequestFault
from leadhub.events.models import Event
from leadhub.kit.actor import Actor, as_actor, system_actor
from leadhub.kit.filters import DEEPEST_NESTING, LONGEST_LIST, MOST_CONDITIONS, DecimalFilter, StringFilter
from leadhub.kit.node import from_global, to_global
from leadhub.kit.stored import read_stored
from leadhub.kit.uuid7 import uuid7
from leadhub.leads.filters import LEADS, LeadFilter
from leadhub.leads.meeting import compile_filter, upper
from leadhub.leads.states import LeadState, passages
from tests.leads.lists import page
from tests.world import Company, World


@asynccontextmanager
async def acting_in(company: Company) -> AsyncIterator[Actor]:
    """As LeadHub itself, on the connections and under the rights of the application."""
    who = replace(system_actor(company.tenant_id), country="DE")
    with as_actor(who):
        yield who


async def state_of(company: Company, lead: dict[str, Any]) -> LeadState:
    """A lead that has not changed since it was made."""
    async with acting_in(company):
        event = await Event.mine().get(subject_id=from_global(lead["id"])[1])
        state = (await passages([event]))[event.seq].after
    assert state is not None
    return state


async def meets(company: Company, lead: dict[str, Any], asked: dict[str, Any]) -> bool:
    """Whether a lead meets a filter; the list of leads must be of the same opinion."""
    async with acting_in(company) as who:
        says = compile_filter(read_stored(LeadFilter, asked), who)(await state_of(company, lead))
    nodes = (await page(company.owner, "id", first=100, filter=asked))["nodes"]
    assert (lead["id"] in {node["id"] for node in nodes}) is says
    return says


async def test_contacts_are_compared_as_they_are_stored(company: Company) -> None:
    lead = await company.lead(emails=["Ada@Müller.example"], phones=["030 123456"])
    assert await meets(company, lead, {"email": {"eq": " ADA@xn--mller-kva.example "}})
    assert await meets(company, lead, {"phone": {"in": ["+49 30 123456"]}})
    assert await meets(company, lead, {"phone": {"eq": "(030) 12 34 56"}})
    assert not await meets(company, lead, {"email": {"eq": "bob@x.test"}})


async def test_a_number_that_nobody_understands_is_there_all_the_same(company: Company) -> None:
    lead = await company.lead(phones=["extension 12"])
    assert await meets(company, lead, {"phone": {"isNull": False}})
    assert not await meets(company, lead, {"phone": {"isNull": True}})
    assert not await meets(company, lead, {"phone": {"in": ["030 123456"]}})


async def test_one_tag_must_meet_all_conditions(company: Company) -> None:
    lead = await company.lead(tags=["hot", "cold"])
    assert await meets(company, lead, {"tag": {"startsWith": "h", "contains": "OT"}})
    assert not await meets(company, lead, {"tag": {"startsWith": "h", "contains": "old"}})
    assert not await meets(company, lead, {"tag": {"startsWith": "h", "ne": "cold"}})


async def test_an_external_id_is_system_and_id_together(company: Company) -> None:
    lead = await company.lead(externalId={"system": "crm", "id": "7"})
    assert await meets(company, lead, {"externalId": {"system": "crm", "id": "7"}})
    assert not await meets(company, lead, {"externalId": {"system": "erp", "id": "7"}})


LIKE = [
    ("Straße", "STRASSE", False),
    ("Straße", "strasse", False),
    ("Straße", "STRAßE", True),
    ("Ærø", "æRØ", True),
    ("\ufb01x", "FIX", False),
    ("\u0149", "\u02bcN", False),
    ("\u0131l\u0131k", "ILIK", True),
    ("\u1fb3", "\u1fbc", True),
    ("\u01c6", "\u01c5", True),
    ("ὀΔΥΣΣΕΎΣ", "ὈΔυσσεύς", True),
    ("100%", "00%", True),
    ("1000", "0%", False),
    ("a_b", "A_", True),
    ("axb", "A_", False),
    ("back\\slash", "K\\s", True),
    ("x", "", True),
]


async def test_letters_are_alike_as_the_database_takes_them(company: Company) -> None:
    for name, asked, says in LIKE:
        lead = await company.lead(firstName=name)
        assert await meets(company, lead, {"firstName": {"contains": asked}}) is says, name
        assert await meets(company, lead, {"firstName": {"startsWith": asked}}) is (
            says and upper(name).startswith(upper(asked))
        )


async def test_every_letter_is_raised_as_by_the_database(world: World) -> None:
    letters = [point for point in range(1, 0x20000) if not 0xD800 <= point <= 0xDFFF]
    async with world.sql() as connection:
        rows = await connection.fetch("select c, upper(chr(c)) as up from unnest($1::int[]) c", letters)
        theirs = await connection.fetchval("select unicode_version()")
    # PostgreSQL may know letters that this Python does not, and the other way round: few, and rare.
    known = [row for row in rows if unicodedata.category(row["up"]) != "Cn"]
    others = [chr(row["c"]) for row in known if upper(chr(row["c"])) != row["up"]]
    is_newer = float(unicodedata.unidata_version[:4]) > float(theirs)
    assert len(others) <= (60 if is_newer else 0), others


def nested(levels: int) -> LeadFilter:
    return LeadFilter(not_=nested(levels - 1)) if levels else LeadFilter()


TEAM = to_global("Team", uuid7())


@pytest.mark.parametrize(
    "asked",
    [
        {"ownerId": {"eq": TEAM}},
        {"ownerId": {"in": ["x"]}},
        {"email": {"eq": "not an address"}},
        {"phone": {"eq": "12"}},
        {"firstName": None},
        {"firstName": {"eq": None}},
        {"firstName": {"eq": "\0"}},
        {"externalId": {"system": "\0", "id": "1"}},
        {"score": {"in": [1] * (LONGEST_LIST + 1)}},
        {"score": {"in": [1] * LONGEST_LIST}, "number": {"in": ["x"]}},
        {"or": [{}] * (MOST_CONDITIONS + 1)},
        {"not": {"and": [{"or": [{"score": {"eq": 1}}]}] * (MOST_CONDITIONS // 3 + 1)}},
        {"and": [{"or": [{"not": {"email": {"in": ["no"]}}}]}]},
        {"estimatedValue": {"lt": "1e99"}},
        {"estimatedValue": {"lt": "1e999999999"}},
        {"estimatedValue": {"lt": "NaN"}},
    ],
)
def test_what_a_list_refuses_cannot_be_compiled(asked: dict[str, Any]) -> None:
    assert refusal(read_stored(LeadFilter, asked)) is BadRequest


def test_nothing_is_nested_deeper_than_a_list_allows() -> None:
    assert refusal(nested(DEEPEST_NESTING + 1)) is BadRequest
    compile_filter(nested(DEEPEST_NESTING), system_actor(uuid7()))


@pytest.mark.parametrize("asked", [{"email": {"isNull": True}}, {"not": {"or": [{"phone": {}}]}}])
def test_who_sees_contacts_masked_may_not_ask_for_them(asked: dict[str, Any]) -> None:
    assert refusal(read_stored(LeadFilter, asked), masked=True) is MaskedForYou
    compile_filter(read_stored(LeadFilter, asked), system_actor(uuid7()))


def refusal(filter: LeadFilter, **who: Any) -> type[RequestFault]:
    """The fault of a filter, which must be the same for a list, word for word."""
    asking = replace(system_actor(uuid7()), **who)
    with as_actor(asking):
        with pytest.raises(RequestFault) as in_memory:
            compile_filter(filter, asking)
        with pytest.raises(RequestFault) as in_sql:
            LEADS.matching(filter, asking)
    assert (type(in_memory.value), str(in_memory.value)) == (type(in_sql.value), str(in_sql.value))
    return type(in_memory.value)


async def test_a_filter_can_be_compiled_where_nobody_acts(company: Company) -> None:
    state = await state_of(company, await company.lead(firstName="Ada"))
    asked = LeadFilter(first_name=StringFilter(eq="Ada"), estimated_value=DecimalFilter(is_null=True))
    assert compile_filter(asked, system_actor(company.tenant_id))(state)
