"""Whom each strategy gives a new lead."""

from typing import Any

import pytest

from leadhub.kit.scopes import Role
from tests.routing.teams import LATER, log, owner_of, people, reasons, rule, set_availability, shares
from tests.world import Company

HANDS = "version owner { name } team { name }"


async def test_without_rules_a_new_lead_is_nobody_s_and_nothing_is_logged(company: Company) -> None:
    lead = await company.lead(fields=HANDS)
    assert (lead["owner"], lead["team"]) == (None, None)
    assert await log(company, lead) == []


async def test_the_first_rule_that_a_lead_meets_decides(company: Company) -> None:
    ann, ben = await people(company, "Ann", "Ben")
    await rule(company, "FIXED", memberId=ann.id, filter={"companyName": {"contains": "engine"}})
    await rule(company, "FIXED", memberId=ben.id)
    assert await owner_of(company, await company.lead(companyName="Analytical Engines")) == "Ann"
    assert await owner_of(company, await company.lead(companyName="Flow-Matic")) == "Ben"


async def test_a_lead_that_meets_no_rule_is_nobody_s_and_the_log_says_so(company: Company) -> None:
    [ann] = await people(company, "Ann")
    await rule(company, "FIXED", memberId=ann.id, filter={"jobTitle": {"eq": "CEO"}})
    lead = await company.lead()
    [decision] = await log(company, lead)
    assert (decision["rule"], decision["member"], decision["queued"], decision["candidates"]) == (
        None,
        None,
        False,
        [],
    )


async def test_a_rule_sees_all_that_a_new_lead_brings(company: Company) -> None:
    [ann] = await people(company, "Ann")
    stages = await company.stages()
    source = (await company.owner.ok("{ leadSources { id } }"))["leadSources"][0]["id"]
    await company.lead(tags=["VIP"])
    brought: dict[str, Any] = {
        "emails": ["ada@x.test"],
        "phones": ["030 901820"],
        "tags": ["vip"],
        "sourceId": source,
        "stageId": stages["Contacted"],
        "teamId": company.teams["South"],
        "estimatedValue": {"amount": "500", "currency": "EUR"},
        "externalId": {"system": "shop", "id": "7"},
    }
    conditions = [
        {"email": {"eq": "ADA@x.test"}},
        {"phone": {"eq": "+49 30 901820"}},
        {"tag": {"eq": "VIP"}},
        {"sourceId": {"eq": source}},
        {"stageId": {"eq": stages["Contacted"]}},
        {"teamId": {"eq": company.teams["South"]}},
        {"estimatedValue": {"gte": "500"}},
        {"externalId": {"system": "shop", "id": "7"}},
        {"status": {"eq": "OPEN"}, "ownerId": {"isNull": True}},
    ]
    await rule(company, "FIXED", memberId=ann.id, filter={"and": conditions})
    assert await owner_of(company, await company.lead(**brought)) == "Ann"
    for name in ("emails", "phones", "tags", "sourceId", "stageId", "teamId", "estimatedValue", "externalId"):
        less = {key: value for key, value in brought.items() if key != name}
        less |= {"externalId": {"system": "shop", "id": name}} if "externalId" in less else {}
        assert await owner_of(company, await company.lead(**less)) is None, name


async def test_an_owner_that_is_named_wins_and_needs_no_routing(company: Company) -> None:
    [ann] = await people(company, "Ann")
    await rule(company, "FIXED", memberId=ann.id)
    lead = await company.lead(ownerId=company.colleague.id)
    assert await owner_of(company, lead) == "Colleague"
    assert await log(company, lead) == []


async def test_an_agent_s_new_lead_is_their_own(company: Company) -> None:
    [ann] = await people(company, "Ann")
    await rule(company, "FIXED", memberId=ann.id)
    lead = await company.lead(by=company.agent)
    assert await owner_of(company, lead) == "Agent"
    assert await log(company, lead) == []


async def test_round_robin_takes_turns_among_the_team(company: Company) -> None:
    await rule(company, "ROUND_ROBIN", teamId=company.teams["North"])
    leads = [await company.lead(fields=HANDS) for _ in range(6)]
    winners = [lead["owner"]["name"] for lead in leads]
    assert sorted(winners[:3]) == sorted(winners[3:]) == ["Agent", "Colleague", "Manager"]
    assert {lead["team"]["name"] for lead in leads} == {"North"}
    assert {lead["version"] for lead in leads} == {1}, "it is born in these hands"


async def test_least_busy_counts_open_leads(company: Company) -> None:
    ann, ben = await people(company, "Ann", "Ben")
    won = (await company.stages())["Won"]
    await company.lead(ownerId=ann.id)
    for _ in range(3):
        await company.lead(ownerId=ben.id, stageId=won)
    await rule(company, "LEAST_BUSY", weights=shares((ann, ben), 1, 1))
    assert await owner_of(company, await company.lead()) == "Ben"


async def test_queue_leaves_it_to_who_claims_it(company: Company) -> None:
    await rule(company, "QUEUE", teamId=company.teams["South"])
    lead = await company.lead(fields=HANDS)
    assert (lead["owner"], lead["team"]["name"]) == (None, "South")
    [decision] = await log(company, lead)
    assert (decision["queued"], decision["strategy"], decision["candidates"]) == (True, "QUEUE", [])
    await company.outsider.done("claimLead", {"id": lead["id"]})


async def test_whose_person_it_is_keeps_them(company: Company) -> None:
    ann, ben = await people(company, "Ann", "Ben")
    await rule(company, "KEEP_OWNER")
    await rule(company, "FIXED", memberId=ben.id)
    await company.lead(emails=["ada@x.test"], ownerId=ann.id)
    contact = {"lastName": "Hopper", "phones": ["030 901820"], "ownerId": ann.id}
    await company.owner.done("createContact", contact)
    assert await owner_of(company, await company.lead(emails=["Ada@X.test"])) == "Ann"
    assert await owner_of(company, await company.lead(phones=["+49 30 901820"])) == "Ann"
    assert await owner_of(company, await company.lead(emails=["grace@x.test"])) == "Ben"


async def test_the_newest_lead_says_whose_person_it_is_and_a_deleted_one_says_nothing(
    company: Company,
) -> None:
    ann, ben, cem = await people(company, "Ann", "Ben", "Cem")
    await rule(company, "KEEP_OWNER")
    for member in (ann, ben):
        await company.lead(emails=["ada@x.test"], ownerId=member.id)
    gone = await company.lead(emails=["ada@x.test"], ownerId=cem.id)
    await company.owner.done("deleteLead", {"id": gone["id"], "expectedVersion": 1})
    assert await owner_of(company, await company.lead(emails=["ada@x.test"])) == "Ben"


async def test_who_has_a_person_and_is_away_is_waited_for(company: Company) -> None:
    ann, ben = await people(company, "Ann", "Ben")
    await rule(company, "KEEP_OWNER")
    await rule(company, "FIXED", memberId=ben.id)
    await company.lead(emails=["ada@x.test"], ownerId=ann.id)
    await set_availability(company, ann, awayUntil=LATER)
    lead = await company.lead(emails=["ada@x.test"])
    [decision] = await log(company, lead)
    assert (decision["queued"], [*reasons(decision)]) == (True, ["Ann"])


async def test_who_left_or_works_elsewhere_keeps_nobody(company: Company) -> None:
    ann, ben = await people(company, "Ann", "Ben")
    await rule(company, "KEEP_OWNER", teamId=company.teams["South"])
    await rule(company, "FIXED", memberId=ben.id)
    await company.lead(emails=["ada@x.test"], ownerId=ann.id)
    await company.lead(emails=["grace@x.test"], ownerId=company.outsider.id)
    assert await owner_of(company, await company.lead(emails=["ada@x.test"])) == "Ben"
    assert await owner_of(company, await company.lead(emails=["grace@x.test"])) == "Outsider"
    await company.owner.done("suspendMember", {"id": company.outsider.id})
    assert await owner_of(company, await company.lead(emails=["grace@x.test"])) == "Ben"


async def test_members_who_cannot_own_leads_are_passed_over_with_the_reason(company: Company) -> None:
    ann, ben, cem = await people(company, "Ann", "Ben", "Cem")
    await rule(company, "WEIGHTED", weights=shares((ann, ben, cem), 1, 1, 1))
    await company.owner.done("suspendMember", {"id": ann.id})
    await company.owner.done("changeMemberRole", {"id": ben.id, "role": "VIEWER"})
    [decision] = await log(company, await company.lead())
    assert decision["member"]["name"] == "Cem"
    assert reasons(decision) == {"Ann": "Suspended.", "Ben": "A viewer owns no leads.", "Cem": None}


async def test_a_team_without_anybody_who_sells_keeps_the_lead_in_its_queue(company: Company) -> None:
    await people(company, "Vic", team="South", role=Role.VIEWER)
    await company.owner.done("suspendMember", {"id": company.outsider.id})
    await rule(company, "ROUND_ROBIN", teamId=company.teams["South"])
    lead = await company.lead(fields=HANDS)
    assert (lead["owner"], lead["team"]["name"]) == (None, "South")
    assert (await log(company, lead))[0]["queued"]


@pytest.mark.parametrize("strategy", ["ROUND_ROBIN", "WEIGHTED"])
async def test_an_upsert_routes_the_lead_that_it_makes_and_not_the_one_that_it_changes(
    company: Company, strategy: str
) -> None:
    ann, ben = await people(company, "Ann", "Ben")
    await rule(company, strategy, weights=shares((ann, ben), 1, 1))
    given = {"match": {"email": "ada@x.test"}}
    lead = (await company.owner.done("upsertLead", given, f"lead {{ id {HANDS} }}"))["lead"]
    again = (await company.owner.done("upsertLead", given | {"jobTitle": "CEO"}, f"lead {{ id {HANDS} }}"))[
        "lead"
    ]
    assert lead["owner"] == again["owner"] != None  # noqa: E711
    assert len(await log(company, lead)) == 1


async def test_a_manager_s_lead_may_leave_their_reach(company: Company) -> None:
    await rule(company, "FIXED", memberId=company.outsider.id)
    payload = await company.manager.done("createLead", {"lastName": "Gone"}, "lead { id }")
    assert payload["lead"] is None
