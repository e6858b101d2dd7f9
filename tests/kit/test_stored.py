"""Filters kept as JSON come back as they were, or not at all."""

from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal
from typing import Any

import orjson
import pytest
import strawberry
from strawberry import UNSET

from leadhub.kit.filters import (
    BooleanFilter,
    DateTimeFilter,
    DecimalFilter,
    IDFilter,
    IntFilter,
    StringFilter,
)
from leadhub.kit.node import to_global
from leadhub.kit.stored import read_stored, stored
from leadhub.kit.uuid7 import uuid7
from leadhub.leads.filters import ExternalIdFilter, LeadFilter, LeadRatingFilter, LeadStatusFilter
from leadhub.leads.models import LeadRating
from leadhub.leads.orders import Direction, LeadOrder, LeadOrderField
from leadhub.members.types import Team
from leadhub.pipelines.models import LeadStatus

OWNER = to_global("Member", uuid7())

CASES: list[tuple[Any, dict[str, Any]]] = [
    (LeadFilter(), {}),
    (LeadFilter(first_name=StringFilter()), {"firstName": {}}),
    (LeadFilter(first_name=StringFilter(in_=["Ada", "Ärger"])), {"firstName": {"in": ["Ada", "Ärger"]}}),
    (LeadFilter(first_name=StringFilter(starts_with="", is_null=False)), {"firstName": {"startsWith": "", "isNull": False}}),
    (LeadFilter(owner_id=IDFilter(eq=OWNER, in_=[])), {"ownerId": {"eq": OWNER, "in": []}}),
    (LeadFilter(score=IntFilter(gte=-5)), {"score": {"gte": -5}}),
    (LeadFilter(do_not_contact=BooleanFilter(eq=True)), {"doNotContact": {"eq": True}}),
    (LeadFilter(status=LeadStatusFilter(in_=[LeadStatus.WON, LeadStatus.LOST])), {"status": {"in": ["WON", "LOST"]}}),
    (LeadFilter(rating=LeadRatingFilter(ne=LeadRating.HOT)), {"rating": {"ne": "HOT"}}),
    (LeadFilter(estimated_value=DecimalFilter(lt=Decimal("1000.50"))), {"estimatedValue": {"lt": "1000.50"}}),
    (LeadFilter(external_id=ExternalIdFilter(system="crm", id="7")), {"externalId": {"system": "crm", "id": "7"}}),
    (
        LeadFilter(created_at=DateTimeFilter(gt=datetime(2026, 1, 31, 9, 30, 0, 123456, tzinfo=UTC))),
        {"createdAt": {"gt": "2026-01-31T09:30:00.123456+00:00"}},
    ),
    (
        LeadFilter(
            and_=[LeadFilter(tag=StringFilter(eq="hot"))],
            or_=[LeadFilter(), LeadFilter(not_=LeadFilter(or_=[]))],
        ),
        {"and": [{"tag": {"eq": "hot"}}], "or": [{}, {"not": {"or": []}}]},
    ),
    # What a client must not send is kept too: whoever reads it says so.
    (LeadFilter(tag=None, score=IntFilter(eq=None)), {"score": {"eq": None}, "tag": None}),
    (
        # An enum by its name, which is what the schema calls it, and not by what is behind it.
        LeadOrder(field=LeadOrderField.CREATED_AT, direction=Direction.DESC),
        {"field": "CREATED_AT", "direction": "DESC"},
    ),
]  # fmt: skip


@pytest.mark.parametrize(("filter", "kept"), CASES)
def test_a_filter_is_kept_as_the_schema_spells_it_and_comes_back(filter: Any, kept: dict[str, Any]) -> None:
    assert stored(filter) == kept
    again = read_stored(type(filter), orjson.loads(orjson.dumps(stored(filter))))
    assert again == filter
    assert type(again) is type(filter)


@strawberry.input
class Renamed:
    class_: str | None = strawberry.field(default=UNSET, name="kind")


def test_a_field_is_called_what_the_schema_calls_it() -> None:
    assert stored(Renamed(class_="a")) == {"kind": "a"}
    assert read_stored(Renamed, {"kind": "a"}).class_ == "a"


def test_what_was_left_out_stays_out() -> None:
    again = read_stored(LeadFilter, {"firstName": {"eq": "Ada"}})
    assert (again.last_name, again.first_name.ne) == (UNSET, UNSET)  # type: ignore[union-attr]


def test_a_moment_keeps_its_place_in_time() -> None:
    there = datetime(2026, 1, 31, 9, 30, tzinfo=timezone(timedelta(hours=5)))
    again = read_stored(LeadFilter, stored(LeadFilter(created_at=DateTimeFilter(eq=there))))
    assert again.created_at == DateTimeFilter(eq=there)


@pytest.mark.parametrize(
    "data",
    [
        None,
        [],
        "x",
        {"colour": {"eq": "red"}},
        {"first_name": {"eq": "Ada"}},
        {"firstName": {"like": "Ada"}},
        {"firstName": "Ada"},
        {"firstName": {"eq": 1}},
        {"firstName": {"in": "Ada"}},
        {"firstName": {"in": [None]}},
        {"firstName": {"isNull": "true"}},
        {"firstName": {"isNull": 1}},
        {"score": {"eq": True}},
        {"score": {"eq": 1.5}},
        {"status": {"eq": "GONE"}},
        {"status": {"eq": ["WON"]}},
        {"estimatedValue": {"eq": "a lot"}},
        {"estimatedValue": {"eq": 5}},
        {"createdAt": {"eq": "yesterday"}},
        {"createdAt": {"eq": "2026-01-31T09:30:00"}},
        {"externalId": {"system": "crm"}},
        {"externalId": {"system": None, "id": "1"}},
        {"and": {}},
        {"and": [{"colour": 1}]},
        {"not": []},
    ],
)
def test_what_is_no_filter_is_refused(data: Any) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        read_stored(LeadFilter, data)


def test_only_inputs_are_kept() -> None:
    with pytest.raises(TypeError):
        stored(Team)
    with pytest.raises(TypeError):
        read_stored(Team, {})
