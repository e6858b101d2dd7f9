"""A tenant may hide contact data from its viewers: everywhere, and from guessing too."""

from typing import Any

import pytest

from tests.leads.lists import ask, names, seen
from tests.world import Company, World

FIELDS = """
  fullName companyName primaryEmail primaryPhone emails { value normalised } phones { value e164 }
  address { street city country }
"""


@pytest.fixture
async def discreet(world: World) -> Company:
    """A tenant that masks contact data for viewers."""
    company = await world.company(mask_contacts_for_viewers=True)
    await company.lead(
        firstName="Ada",
        lastName="Lovelace",
        companyName="Engines",
        emails=["ada@engines.test"],
        phones=["030 123456", "12"],
        address={"street": "Unter den Linden 1", "city": "Berlin", "country": "DE"},
        tags=["hot"],
    )
    return company


async def _id(company: Company) -> str:
    data = await company.owner.ok("{ leads { nodes { id } } }")
    return data["leads"]["nodes"][0]["id"]


async def test_a_viewer_sees_who_it_is_but_not_how_to_reach_them(discreet: Company) -> None:
    read = await seen(discreet.viewer, await _id(discreet), FIELDS)
    assert (read["fullName"], read["companyName"]) == ("Ada Lovelace", "Engines")
    assert read["primaryEmail"] == read["emails"][0]["value"] == "a•••@e•••.test"
    assert read["phones"] == [
        {"value": "•••••••56", "e164": "•••••••56"},
        {"value": "•••••••", "e164": None},
    ]
    assert read["primaryPhone"] == "•••••••56"
    assert read["address"] == {"street": "U•••", "city": "B•••", "country": "D•••"}


async def test_nothing_of_it_is_anywhere_in_the_answer(discreet: Company) -> None:
    id = await _id(discreet)
    for document in (
        f"{{ leads {{ nodes {{ {FIELDS} }} edges {{ cursor node {{ {FIELDS} }} }} }} }}",
        f'{{ node(id: "{id}") {{ ... on Lead {{ {FIELDS} }} }} }}',
    ):
        text = str((await discreet.viewer(document)).body)
        assert "Ada Lovelace" in text
        for secret in ("ada@", "engines.test", "123456", "Linden", "Berlin"):
            assert secret not in text


async def test_everybody_else_sees_it_and_so_do_viewers_elsewhere(
    discreet: Company, company: Company
) -> None:
    id = await _id(discreet)
    team_lead = await discreet.lead(ownerId=discreet.agent.id, emails=["ada@engines.test"])
    for caller in (discreet.manager, discreet.agent):
        assert (await seen(caller, team_lead["id"], FIELDS))["primaryEmail"] == "ada@engines.test"
    for caller in (discreet.owner, discreet.admin, await discreet.key("lead:read")):
        assert (await seen(caller, id, FIELDS))["primaryEmail"] == "ada@engines.test"
    lead = await company.lead(emails=["ada@engines.test"])
    assert (await seen(company.viewer, lead["id"], FIELDS))["primaryEmail"] == "ada@engines.test"


@pytest.mark.parametrize(
    ("arguments", "argument"),
    [
        ({"filter": {"email": {"eq": "ada@engines.test"}}}, "email"),
        ({"filter": {"email": {"isNull": False}}}, "email"),
        ({"filter": {"phone": {"in": ["030 123456"]}}}, "phone"),
        ({"filter": {"not": {"or": [{"and": [{"phone": {"eq": "1"}}]}]}}}, "phone"),
        ({"search": "ada"}, "search"),
        ({"search": "030 123456"}, "search"),
    ],
)
async def test_a_viewer_may_not_find_out_by_trying(
    discreet: Company, arguments: dict[str, Any], argument: str
) -> None:
    answer = await ask(discreet.viewer, **arguments)
    assert (answer.code, answer.data) == ("FORBIDDEN", None)
    assert answer.errors[0]["extensions"] == {"code": "FORBIDDEN", "argument": argument}
    assert await names(discreet.owner, **({} if argument == "phone" else arguments)) == ["Lovelace"]


async def test_a_viewer_may_look_for_what_they_see(discreet: Company) -> None:
    for asked in (
        {"companyName": {"eq": "Engines"}},
        {"tag": {"eq": "hot"}},
        {"lastName": {"contains": "love"}},
    ):
        assert await names(discreet.viewer, filter=asked) == ["Lovelace"]


async def test_trying_is_remembered(discreet: Company) -> None:
    await ask(discreet.viewer, search="ada")
    data = await discreet.owner.ok(
        "{ auditLog(first: 1) { nodes { action outcome reason actor { name } } } }"
    )
    assert data["auditLog"]["nodes"] == [
        {
            "action": "access.refused",
            "outcome": "REFUSED",
            "reason": "looked for masked contact data",
            "actor": {"name": "Viewer"},
        }
    ]
