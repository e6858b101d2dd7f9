"""The review queue: what waits, what was decided, and that it stays decided."""

from collections.abc import Callable

from tests.duplicates.asked import GROUPS, found_of, groups, state_of
from tests.world import Company, gather


async def test_leads_that_are_alike_wait_together(company: Company) -> None:
    one = await company.lead(emails=["a@x.test"])
    other = await company.lead(emails=["a@x.test"], phones=["030 901820"])
    third = await company.lead(phones=["030 901820"])
    await company.lead(emails=["nobody.else@x.test"])
    [group] = (await company.owner.ok(f"{{ {GROUPS} }}"))["duplicateGroups"]["nodes"]
    ids = [one["id"], other["id"], third["id"]]
    assert [lead["id"] for lead in group["leads"]] == ids
    assert (group["state"], group["weight"]) == ("SUSPECTED", 80)
    assert [(pair["reasons"], [lead["id"] for lead in pair["leads"]]) for pair in group["pairs"]] == [
        (["EMAIL"], ids[:2]),
        (["PHONE"], ids[1:]),
    ]
    assert [await state_of(company.owner, id) for id in ids] == ["SUSPECTED"] * 3


async def test_the_likeliest_groups_come_first(company: Company) -> None:
    for probe in ({"phones": ["030 901820"]}, {"emails": ["a@x.test"]}):
        for _ in range(2):
            await company.lead(**probe)
    data = await company.owner.ok(f"{{ {GROUPS} }}")
    assert data["duplicateGroups"]["totalCount"] == 2
    assert [group["weight"] for group in data["duplicateGroups"]["nodes"]] == [80, 60]
    page = "query($after: String) { duplicateGroups(first: 1, after: $after) { nodes { weight } pageInfo { endCursor } } }"
    first = (await company.owner.ok(page))["duplicateGroups"]
    second = (await company.owner.ok(page, after=first["pageInfo"]["endCursor"]))["duplicateGroups"]
    assert (first["nodes"], second["nodes"]) == ([{"weight": 80}], [{"weight": 60}])


async def test_a_suspicion_ends_with_its_reason(company: Company) -> None:
    one = await company.lead(emails=["a@x.test"])
    other = await company.lead(emails=["b@x.test"])
    assert await groups(company.owner) == []
    await company.owner.done("updateLead", {"id": other["id"], "expectedVersion": 1, "emails": ["a@x.test"]})
    assert await groups(company.owner) == [{one["id"], other["id"]}]
    await company.owner.done("updateLead", {"id": one["id"], "expectedVersion": 1, "emails": ["c@x.test"]})
    assert await groups(company.owner) == []
    assert await state_of(company.owner, one["id"]) == "NONE"


async def test_a_group_falls_apart_with_what_held_it_together(company: Company) -> None:
    one, other = [await company.lead(emails=["a@x.test"]) for _ in range(2)]
    between = await company.lead(emails=["a@x.test"], phones=["030 901820"])
    three, four = [await company.lead(phones=["030 901820"]) for _ in range(2)]
    assert len(await groups(company.owner)) == 1
    await company.owner.done("updateLead", {"id": between["id"], "expectedVersion": 1, "phones": []})
    assert await groups(company.owner) == [{one["id"], other["id"], between["id"]}, {three["id"], four["id"]}]


async def test_deleted_leads_wait_for_nothing_until_they_are_back(company: Company) -> None:
    one, other = [await company.lead(emails=["a@x.test"]) for _ in range(2)]
    await company.owner.done("deleteLead", {"id": one["id"], "expectedVersion": 1})
    assert await groups(company.owner) == []
    assert await state_of(company.owner, other["id"]) == "NONE"
    await company.owner.done("updateLead", {"id": other["id"], "expectedVersion": 1, "jobTitle": "CEO"})
    await company.owner.done("restoreLead", {"id": one["id"]})
    assert await groups(company.owner) == [{one["id"], other["id"]}]


async def test_what_is_ignored_stays_ignored(company: Company) -> None:
    one, other = [await company.lead(emails=["a@x.test"]) for _ in range(2)]
    ids = [one["id"], other["id"]]
    payload = await company.owner.done("ignoreDuplicate", {"leadIds": ids}, "leads { id duplicateState }")
    assert payload["leads"] == [{"id": id, "duplicateState": "IGNORED"} for id in ids]
    await company.owner.done("updateLead", {"id": one["id"], "expectedVersion": 1, "phones": ["030 901820"]})
    await company.owner.done(
        "updateLead", {"id": other["id"], "expectedVersion": 1, "phones": ["030 901820"]}
    )
    assert await groups(company.owner) == []
    assert await groups(company.owner, "IGNORED") == [set(ids)]
    # Somebody else may still be one of them.
    third = await company.lead(emails=["a@x.test"])
    assert await groups(company.owner) == [{*ids, third["id"]}]
    await company.owner.done("ignoreDuplicate", {"leadIds": [*ids, third["id"]]})
    assert await groups(company.owner) == []


async def test_a_decision_by_key_is_made_once_and_answered_again(company: Company) -> None:
    ids = [(await company.lead(emails=["a@x.test"]))["id"] for _ in range(3)]
    document = "mutation($input: IgnoreDuplicateInput!) { ignoreDuplicate(input: $input) { leads { id } userErrors { code } } }"
    given = {"leadIds": [ids[2], ids[0], ids[1]]}
    answers = [await company.owner(document, headers={"Idempotency-Key": "k"}, input=given) for _ in range(2)]
    assert answers[0].data == answers[1].data
    assert [lead["id"] for lead in answers[1].data["ignoreDuplicate"]["leads"]] == given["leadIds"]


async def test_an_agent_decides_about_their_own_leads_alone(company: Company) -> None:
    mine, other = [await company.lead(company.agent, emails=["a@x.test"]) for _ in range(2)]
    queued = await company.lead(emails=["a@x.test"], teamId=company.teams["North"])
    theirs = await company.lead(company.colleague, emails=["a@x.test"])
    for lead, code in ((queued, "FORBIDDEN"), (theirs, "NOT_FOUND")):
        fault = await company.agent.refused("ignoreDuplicate", {"leadIds": [mine["id"], lead["id"]]})
        assert (fault["code"], fault["path"]) == (code, ["input", "leadIds", "1"])
    assert await groups(company.agent) == [{mine["id"], other["id"], queued["id"]}]
    await company.agent.done("ignoreDuplicate", {"leadIds": [mine["id"], other["id"]]})


async def test_it_takes_two_different_leads(company: Company) -> None:
    lead = await company.lead()
    for ids, code in (
        ([lead["id"]], "REQUIRED"),
        ([lead["id"]] * 2, "INVALID"),
        ([lead["id"]] * 21, "LIMIT_EXCEEDED"),
    ):
        assert (await company.owner.refused("ignoreDuplicate", {"leadIds": ids}))["code"] == code


async def test_leads_that_come_at_the_same_time_see_each_other(company: Company) -> None:
    made = await gather(*(company.lead(emails=["a@x.test"]) for _ in range(6)))
    assert await groups(company.owner) == [{lead["id"] for lead in made}]


async def test_a_switchboard_makes_no_endless_queue(company: Company) -> None:
    for _ in range(55):
        await company.lead(phones=["030 901820"])
    data = await company.owner.ok("{ duplicateGroups { nodes { leads { id } } } }")
    [group] = data["duplicateGroups"]["nodes"]
    assert len(group["leads"]) == 50
    newest = await company.lead(phones=["030 901820"])
    assert len(await found_of(company.owner, newest["id"])) == 50


async def test_the_queue_costs_the_same_for_one_group_and_for_many(
    company: Company, queries: Callable[[], list[str]]
) -> None:
    def selects() -> int:
        return len([text for text in queries() if text.startswith("SELECT")])

    counts = []
    for at in range(3):
        for _ in range(2):
            await company.lead(emails=[f"a{at}@x.test"])
        before = selects()
        await company.owner.ok(f"{{ {GROUPS} leads {{ nodes {{ duplicateState }} }} }}")
        counts.append(selects() - before)
    assert counts[0] == counts[2]
