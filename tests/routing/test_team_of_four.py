"""A team of four, leads that come at once, and how much each takes."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from tests.routing.teams import LATER, log, owners, people, reasons, rule, set_availability, shares
from tests.world import Company, gather


async def test_twenty_leads_at_once_are_shared_by_weight_and_what_nobody_can_take_is_queued(
    company: Company,
) -> None:
    team = await people(company, "Ann", "Ben", "Cem", "Dee")
    for member in team:
        await set_availability(company, member, capacityOpen=10)
    await set_availability(company, team[3], awayUntil=LATER)
    made = await rule(company, "WEIGHTED", teamId=company.teams["North"], weights=shares(team, 1, 1, 2, 1))

    first = await gather(*(company.lead() for _ in range(20)))
    assert await owners(company) == {"Ann": 5, "Ben": 5, "Cem": 10}
    more = await gather(*(company.lead() for _ in range(20)))
    assert await owners(company) == {"Ann": 10, "Ben": 10, "Cem": 10, None: 10}

    decisions = [(await log(company, lead))[0] for lead in (*first, *more)]
    assert [one["queued"] for one in decisions].count(True) == 10
    for decision in decisions:
        assert (decision["strategy"], decision["rule"]["name"]) == ("WEIGHTED", made["name"])
        told = reasons(decision)
        assert told.keys() == {"Ann", "Ben", "Cem", "Dee"}
        assert (told["Dee"] or "").startswith("Away until ")
        passed_over = {name for name, reason in told.items() if reason is not None}
        if decision["queued"]:
            assert decision["member"] is None
            assert {told[name] for name in ("Ann", "Ben", "Cem")} == {"Full: 10 open leads, at most 10."}
        else:
            assert passed_over == told.keys() - {decision["member"]["name"]}
        assert {one["member"]["name"] for one in decision["candidates"] if one["skipped"]} == passed_over


async def test_two_rules_that_share_a_member_never_overfill_them(company: Company) -> None:
    ann, ben, cem = await people(company, "Ann", "Ben", "Cem")
    for member in (ann, ben, cem):
        await set_availability(company, member, capacityOpen=4)
    web = (await company.owner.ok("{ leadSources { id } }"))["leadSources"][0]["id"]
    await rule(company, "ROUND_ROBIN", filter={"sourceId": {"eq": web}}, weights=shares((ann, ben), 1, 1))
    await rule(company, "LEAST_BUSY", weights=shares((ben, cem), 1, 1))
    await gather(*(company.lead(**({"sourceId": web} if at % 2 else {})) for at in range(24)))
    assert await owners(company) == {"Ann": 4, "Ben": 4, "Cem": 4, None: 12}


@asynccontextmanager
async def all_decided_before_one_is_done(company: Company) -> AsyncIterator[None]:
    """New leads wait for their number, the last that they need, until they have all come as far as they can."""
    await company.lead(ownerId=company.owner.id)
    async with company.world.sql() as connection, connection.transaction():
        await connection.execute(
            "select from lead_counter where tenant_id = $1 for update", company.tenant_id
        )
        yield
        await asyncio.sleep(0.5)


async def test_a_rule_counts_what_another_is_about_to_give(company: Company) -> None:
    [ann] = await people(company, "Ann")
    await set_availability(company, ann, capacityOpen=1)
    await rule(company, "FIXED", memberId=ann.id, filter={"jobTitle": {"eq": "CEO"}})
    await rule(company, "FIXED", memberId=ann.id)
    async with asyncio.TaskGroup() as group, all_decided_before_one_is_done(company):
        for title in ("CEO", "CTO"):
            group.create_task(company.lead(jobTitle=title))
    assert await owners(company) == {"Owner": 1, "Ann": 1, None: 1}


async def test_two_leads_at_once_are_not_one_turn(company: Company) -> None:
    pair = await people(company, "Ann", "Ben")
    await rule(company, "WEIGHTED", weights=shares(pair, 2, 1))
    async with asyncio.TaskGroup() as group, all_decided_before_one_is_done(company):
        for _ in range(2):
            group.create_task(company.lead())
    assert await owners(company) == {"Owner": 1, "Ann": 1, "Ben": 1}


async def test_capacity_counts_what_was_assigned_by_hand_and_what_others_made(company: Company) -> None:
    [ann] = await people(company, "Ann")
    await set_availability(company, ann, capacityOpen=2)
    await rule(company, "FIXED", memberId=ann.id)
    await company.lead(by=ann)
    await company.lead(ownerId=ann.id)
    lead = await company.lead()
    [decision] = await log(company, lead)
    assert (decision["queued"], reasons(decision)) == (True, {"Ann": "Full: 2 open leads, at most 2."})


async def test_so_many_leads_in_thirty_days_and_no_more(company: Company) -> None:
    [ann] = await people(company, "Ann")
    await set_availability(company, ann, capacity30Days=2)
    await rule(company, "FIXED", memberId=ann.id)
    leads = [await company.lead() for _ in range(3)]
    assert [(await log(company, lead))[0]["queued"] for lead in leads] == [False, False, True]
    assert reasons((await log(company, leads[2]))[0]) == {"Ann": "Full: 2 leads in 30 days, at most 2."}
