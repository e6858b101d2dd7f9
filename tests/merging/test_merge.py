"""Making one lead of several."""

from collections.abc import Callable
from typing import Any

import pytest

from tests.duplicates.asked import groups
from tests.leads.lists import page, total
from tests.merging.merged import LEAD, MERGE, lead, merge, refused, rows
from tests.world import Company, gather

ADA: dict[str, Any] = {
    "firstName": "Ada",
    "lastName": "King",
    "emails": ["ada@x.test"],
    "phones": ["030 901820"],
    "tags": ["hot"],
    "externalId": {"system": "crm", "id": "1"},
    "customFields": {"size": "S"},
}
AUGUSTA: dict[str, Any] = {
    "firstName": "Augusta",
    "jobTitle": "Countess",
    "companyName": "Engines",
    "emails": ["ADA@x.test", "augusta@x.test"],
    "phones": ["+49 30 901820", "030 901821"],
    "tags": ["hot", "new"],
    "externalId": {"system": "erp", "id": "9"},
    "address": {"street": "St James's Square", "city": "London", "country": "GB"},
    "estimatedValue": {"amount": "12.5", "currency": "EUR"},
    "doNotContact": True,
    "customFields": {"size": "L", "color": "red"},
}


async def two(company: Company) -> tuple[str, str]:
    for key in ("size", "color"):
        given = {"key": key, "name": key, "kind": "TEXT"}
        await company.owner.done("createCustomField", given)
    return (await company.lead(**ADA))["id"], (await company.lead(**AUGUSTA))["id"]


async def test_the_survivor_keeps_what_it_has_and_gets_what_it_lacks(company: Company) -> None:
    survivor, absorbed = await two(company)
    found = (await merge(company.owner, survivor, absorbed))["lead"]
    assert (found["id"], found["version"]) == (survivor, 2)
    assert [found[name] for name in ("firstName", "lastName", "jobTitle", "companyName")] == [
        "Ada",
        "King",
        "Countess",
        "Engines",
    ]
    assert found["address"] == AUGUSTA["address"]
    assert found["estimatedValue"] == {"amount": "12.50", "currency": "EUR"}
    assert found["customFields"] == {"size": "S", "color": "red"}
    assert found["doNotContact"] is True


async def test_lists_are_united_the_survivors_first(company: Company) -> None:
    survivor, absorbed = await two(company)
    found = (await merge(company.owner, survivor, absorbed))["lead"]
    assert [(row["value"], row["isPrimary"]) for row in found["emails"]] == [
        ("ada@x.test", True),
        ("augusta@x.test", False),
    ]
    assert [row["value"] for row in found["phones"]] == ["030 901820", "030 901821"]
    assert sorted(tag["name"] for tag in found["tags"]) == ["hot", "new"]
    assert found["externalIds"] == [{"system": "crm", "id": "1"}, {"system": "erp", "id": "9"}]


async def test_the_oldest_beginning_and_the_latest_activity_count(company: Company) -> None:
    fields = "createdAt lastActivityAt"
    old, new = await company.lead(fields=fields), await company.lead(fields=fields)
    found = (await merge(company.owner, new["id"], old["id"]))["lead"]
    assert (found["createdAt"], found["lastActivityAt"]) == (old["createdAt"], new["lastActivityAt"])


async def test_another_leads_value_can_be_chosen(company: Company) -> None:
    survivor, absorbed = await two(company)
    fields = ("firstName", "customFields.size", "website")
    choices = [{"field": field, "fromId": absorbed} for field in fields]
    await company.owner.done("updateLead", {"id": survivor, "expectedVersion": 1, "website": "ada.test"})
    found = (await merge(company.owner, survivor, absorbed, fieldChoices=choices))["lead"]
    assert (found["firstName"], found["lastName"]) == ("Augusta", "King")
    assert found["customFields"] == {"size": "L", "color": "red"}
    assert found["website"] is None  # the other has none, and it was chosen


async def test_an_address_moves_as_a_block(company: Company) -> None:
    one = await company.lead(address={"city": "Paris"})
    other = await company.lead(address=AUGUSTA["address"])
    found = (await merge(company.owner, one["id"], other["id"]))["lead"]
    assert found["address"] == {"street": None, "city": "Paris", "country": None}


async def test_empty_fields_are_filled_in_the_order_of_the_leads(company: Company) -> None:
    one, other, third = [
        (await company.lead(**more))["id"]
        for more in ({}, {"jobTitle": "B"}, {"jobTitle": "C", "website": "c.test"})
    ]
    found = (await merge(company.owner, one, third, other))["lead"]
    assert (found["jobTitle"], found["website"]) == ("C", "https://c.test")


async def test_a_lead_nobody_owns_gets_the_owner_of_the_other_with_the_team(company: Company) -> None:
    queued = await company.lead(teamId=company.teams["South"])
    owned = await company.lead(ownerId=company.agent.id)
    found = (await merge(company.owner, queued["id"], owned["id"]))["lead"]
    assert (found["owner"], found["team"]) == ({"id": company.agent.id}, {"id": company.teams["North"]})


async def test_nobody_gets_leads_who_may_own_none(company: Company) -> None:
    stages = await company.stages()
    queued, won = await company.lead(), await company.lead(ownerId=company.outsider.id)
    moved = {"id": won["id"], "expectedVersion": 1, "stageId": stages["Won"]}
    await company.owner.done("transitionLead", moved)
    await company.owner.done("suspendMember", {"id": company.outsider.id})
    choice = [{"field": "ownerId", "fromId": won["id"]}]
    fault = await refused(company.owner, queued["id"], won["id"], fieldChoices=choice)
    assert (fault["code"], fault["path"]) == ("INVALID", ["input", "fieldChoices"])
    assert (await merge(company.owner, queued["id"], won["id"]))["lead"]["owner"] is None


async def test_a_dry_run_shows_exactly_what_the_run_then_does(company: Company) -> None:
    survivor, absorbed = await two(company)
    before = await rows(company)
    rehearsed = await merge(company.owner, survivor, absorbed, dryRun=True)
    assert await rows(company) == before
    assert (await lead(company.owner, absorbed)).data["lead"] == {"id": absorbed}
    done = await merge(company.owner, survivor, absorbed)
    assert rehearsed["merge"].pop("id") != done["merge"].pop("id")
    assert rehearsed == done


async def test_old_ids_lead_to_the_survivor(company: Company) -> None:
    survivor, absorbed = await two(company)
    name = (await lead(company.owner, absorbed, "number fullName")).data["lead"]
    await merge(company.owner, survivor, absorbed)
    found = (await lead(company.owner, absorbed, "id mergedFrom { absorbed { id number fullName } }")).data[
        "lead"
    ]
    assert found == {"id": survivor, "mergedFrom": [{"absorbed": [{"id": absorbed, **name}]}]}
    answer = await company.owner("query($id: ID!) { node(id: $id) { id } }", id=absorbed)
    assert (answer.data, answer.code) == ({"node": None}, "MERGED")
    assert answer.errors[0]["extensions"]["survivorId"] == survivor


async def test_they_lead_on_where_the_survivor_was_merged_itself(company: Company) -> None:
    one, other, third = [(await company.lead())["id"] for _ in range(3)]
    await merge(company.owner, other, one)
    await merge(company.owner, third, other)
    found = (await lead(company.owner, one, "id mergedFrom { absorbed { id } }")).data["lead"]
    assert found == {"id": third, "mergedFrom": [{"absorbed": [{"id": other}]}, {"absorbed": [{"id": one}]}]}


@pytest.mark.parametrize(
    ("mutation", "more"),
    [
        ("updateLead", {"expectedVersion": 1, "jobTitle": "X"}),
        ("transitionLead", {"expectedVersion": 1}),
        ("assignLead", {"expectedVersion": 1, "ownerId": None}),
        ("claimLead", {}),
        ("deleteLead", {"expectedVersion": 1}),
        ("restoreLead", {}),
        ("convertLead", {"expectedVersion": 1}),
    ],
)
async def test_a_write_to_an_absorbed_lead_is_told_where_it_went(
    company: Company, mutation: str, more: dict[str, Any]
) -> None:
    survivor, absorbed = await two(company)
    await merge(company.owner, survivor, absorbed)
    if mutation == "transitionLead":
        more = more | {"stageId": (await company.stages())["Won"]}
    fault = await company.owner.refused(mutation, {"id": absorbed} | more)
    assert (fault["code"], fault["path"], fault["meta"]) == (
        "MERGED",
        ["input", "id"],
        {"survivorId": survivor},
    )


async def test_who_does_not_see_the_survivor_finds_nothing(company: Company) -> None:
    mine = await company.lead(company.agent)
    theirs = await company.lead(ownerId=company.outsider.id)
    await merge(company.owner, theirs["id"], mine["id"])
    assert (await lead(company.agent, mine["id"])).code == "NOT_FOUND"
    fault = await company.agent.refused("updateLead", {"id": mine["id"], "expectedVersion": 1})
    assert (fault["code"], fault["meta"]) == ("NOT_FOUND", None)
    assert (await lead(company.outsider, mine["id"])).data["lead"] == {"id": theirs["id"]}


async def test_absorbed_leads_are_in_no_list_and_counted_nowhere(company: Company) -> None:
    survivor, absorbed = await two(company)
    await merge(company.owner, survivor, absorbed)
    for arguments in (
        {},
        {"search": "augusta@x.test"},
        {"filter": {"email": {"eq": "augusta@x.test"}}},
        {"filter": {"externalId": {"system": "erp", "id": "9"}}},
        {"deleted": "INCLUDE"},
    ):
        assert (await page(company.owner, "id", **arguments))["nodes"] == [{"id": survivor}], arguments
    assert (await page(company.owner, "id", deleted="ONLY"))["nodes"] == []
    assert await total(company) == 1
    assert await groups(company.owner) == []


async def test_one_event_tells_of_a_merge(company: Company) -> None:
    survivor, absorbed = await two(company)
    head = (await company.owner.ok("{ events(after: 0) { headSeq } }"))["events"]["headSeq"]
    payload = await merge(company.owner, survivor, absorbed)
    document = "query($after: Int!) { events(after: $after) { events { type subjectId version changes } } }"
    [event] = (await company.owner.ok(document, after=head))["events"]["events"]
    assert (event["type"], event["subjectId"], event["version"]) == ("lead.merged", survivor, 2)
    assert event["changes"] == payload["merge"]["changes"]
    assert event["changes"]["mergedFrom"] == {"from": None, "to": [absorbed]}
    assert event["changes"]["jobTitle"] == {"from": None, "to": "Countess"}
    assert event["changes"]["emails"] == {"from": ["ada@x.test"], "to": ["ada@x.test", "augusta@x.test"]}
    audit = "query($id: ID) { auditLog(filter: {subjectId: {eq: $id}}, first: 1) { nodes { action } } }"
    for id, action in ((survivor, "lead.merged"), (absorbed, "lead.merged_away")):
        assert (await company.owner.ok(audit, id=id))["auditLog"]["nodes"] == [{"action": action}]


async def test_an_agent_merges_their_own_leads_alone(company: Company) -> None:
    one, other = [(await company.lead(company.agent))["id"] for _ in range(2)]
    queued = (await company.lead(teamId=company.teams["North"]))["id"]
    theirs = (await company.lead(company.colleague))["id"]
    for ids_, code, path in (
        ((one, queued), "FORBIDDEN", ["input", "absorbedIds", "0"]),
        ((queued, one), "FORBIDDEN", ["input", "survivorId"]),
        ((one, theirs), "NOT_FOUND", ["input", "absorbedIds", "0"]),
    ):
        fault = await refused(company.agent, *ids_)
        assert (fault["code"], fault["path"]) == (code, path)
    await merge(company.agent, one, other)


async def test_a_merge_by_key_is_done_once(company: Company) -> None:
    survivor, absorbed = await two(company)
    given = {"survivorId": survivor, "absorbedIds": [absorbed]}
    document = f"mutation($input: MergeLeadsInput!) {{ mergeLeads(input: $input) {{ {LEAD} {MERGE} userErrors {{ code }} }} }}"
    key = {"Idempotency-Key": "one merge"}
    first, second = [await company.owner(document, headers=key, input=given) for _ in range(2)]
    assert first.data == second.data
    assert first.data["mergeLeads"]["userErrors"] == []


async def test_what_cannot_be_merged(company: Company) -> None:
    one, other = [(await company.lead())["id"] for _ in range(2)]
    deleted = await company.lead()
    await company.owner.done("deleteLead", {"id": deleted["id"], "expectedVersion": 1})
    for absorbed, code, path in (
        ([], "REQUIRED", ["input", "absorbedIds"]),
        ([one], "INVALID", ["input", "absorbedIds"]),
        ([other, other], "INVALID", ["input", "absorbedIds"]),
        ([deleted["id"]], "INVALID", ["input", "absorbedIds", "0"]),
        ([other] * 21, "LIMIT_EXCEEDED", ["input", "absorbedIds"]),
    ):
        fault = await refused(company.owner, one, *absorbed)
        assert (fault["code"], fault["path"]) == (code, path)
    fault = await refused(company.owner, one, other, expectedVersion=7)
    assert (fault["code"], fault["meta"]) == ("CONFLICT_VERSION", {"version": 1})
    await merge(company.owner, one, other)
    assert (await refused(company.owner, one, other))["code"] == "MERGED"


@pytest.mark.parametrize(
    ("choice", "path"),
    [
        ({"field": "stageId"}, ["0", "field"]),
        ({"field": "createdAt"}, ["0", "field"]),
        ({"field": "jobTitle", "fromId": "stranger"}, ["0", "fromId"]),
        ({"field": "jobTitle", "fromId": "twice"}, ["1", "field"]),
    ],
)
async def test_what_cannot_be_chosen(company: Company, choice: dict[str, str], path: list[str]) -> None:
    one, other, third = [(await company.lead())["id"] for _ in range(3)]
    choices = [{"field": choice["field"], "fromId": third if choice.get("fromId") == "stranger" else other}]
    fault = await refused(
        company.owner, one, other, fieldChoices=choices * (2 if choice.get("fromId") == "twice" else 1)
    )
    assert (fault["code"], fault["path"]) == ("INVALID", ["input", "fieldChoices", *path])


async def test_nothing_is_left_of_a_lead_by_choice(company: Company) -> None:
    one = await company.lead(lastName="King")
    other = await company.lead(lastName=None, companyName="Engines")
    choices = [{"field": "lastName", "fromId": other["id"]}, {"field": "companyName", "fromId": one["id"]}]
    fault = await refused(company.owner, one["id"], other["id"], fieldChoices=choices)
    assert fault["code"] == "REQUIRED"


async def test_there_is_room_for_twenty_addresses(company: Company) -> None:
    one, other = [
        (await company.lead(emails=[f"{name}{at}@x.test" for at in range(11)]))["id"] for name in ("a", "b")
    ]
    fault = await refused(company.owner, one, other)
    assert (fault["code"], fault["path"]) == ("LIMIT_EXCEEDED", ["input", "absorbedIds"])


async def converted(company: Company) -> str:
    made = await company.lead()
    given = {"id": made["id"], "expectedVersion": 1, "contact": {"create": {}}}
    await company.owner.done("convertLead", given)
    return made["id"]


async def test_the_converted_lead_survives_and_two_are_not_merged(company: Company) -> None:
    one, other, open_ = await converted(company), await converted(company), (await company.lead())["id"]
    assert (await refused(company.owner, one, other))["code"] == "ALREADY_CONVERTED"
    fault = await refused(company.owner, open_, one)
    assert (fault["code"], fault["path"]) == ("ALREADY_CONVERTED", ["input", "survivorId"])
    assert fault["meta"] == {"survivorId": one}
    await merge(company.owner, one, open_)


async def test_where_leads_came_from_costs_the_same_for_one_and_for_many(
    company: Company, queries: Callable[[], list[str]]
) -> None:
    counts = []
    for _ in range(3):
        one, other = [(await company.lead())["id"] for _ in range(2)]
        await merge(company.owner, one, other)
        before = len(queries())
        await page(company.owner, "mergedFrom { absorbed { id } survivor { id } by { name } }", first=100)
        counts.append(len(queries()) - before)
    assert counts[0] == counts[2]


async def test_merges_that_share_a_lead_take_turns_and_one_wins(company: Company) -> None:
    one, other, third = [(await company.lead())["id"] for _ in range(3)]
    pairs = [(one, other), (other, one), (third, other), (other, third), (one, third), (third, one)]
    payloads = await gather(
        *(
            company.owner.do("mergeLeads", {"survivorId": pair[0], "absorbedIds": [pair[1]]}, "lead { id }")
            for pair in pairs
        )
    )
    codes = [error["code"] for payload in payloads for error in payload["userErrors"]]
    # Two merges make one lead of three, whatever their order.
    assert codes == ["MERGED"] * 4
    assert await total(company) == 1
