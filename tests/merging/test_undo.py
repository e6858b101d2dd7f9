"""Undoing a merge: everything is back, but for what was edited since."""

from datetime import timedelta
from typing import Any

import pytest

from leadhub.kit.node import from_global
from leadhub.leads.models import OnMerge, StageChange
from leadhub.merging.models import MergeRecord
from leadhub.merging.moving import references_to_lead
from leadhub.slices import modules
from tests.duplicates.asked import groups, state_of
from tests.leads.lists import total
from tests.merging.merged import lead, merge, rows, undo
from tests.merging.test_merge import ADA, two
from tests.world import Company, gather


async def refused(company: Company, merge_id: str) -> dict[str, Any]:
    return await company.owner.refused("undoMerge", {"mergeId": merge_id})


async def merged(company: Company, survivor: str, *absorbed: str, **more: Any) -> str:
    return (await merge(company.owner, survivor, *absorbed, **more))["merge"]["id"]


async def test_everything_is_as_it_was(company: Company) -> None:
    survivor, absorbed = await two(company)
    third = (await company.lead(emails=["third@x.test"], phones=["030 901820"], tags=["third"]))["id"]
    before = await rows(company)
    choices = [{"field": "firstName", "fromId": absorbed}, {"field": "customFields.size", "fromId": third}]
    record = await merged(company, survivor, absorbed, third, fieldChoices=choices)
    assert await rows(company) != before
    payload = await undo(company.owner, record)
    assert await rows(company) == before
    assert payload["kept"] == []
    assert [one["id"] for one in payload["restored"]] == [absorbed, third]
    assert payload["lead"]["mergedFrom"] == []
    assert (await lead(company.owner, absorbed)).data["lead"] == {"id": absorbed}
    assert await total(company) == 3


async def test_what_was_edited_since_stays_and_is_named(company: Company) -> None:
    survivor, absorbed = await two(company)
    record = await merged(company, survivor, absorbed)
    edited = {
        "id": survivor,
        "expectedVersion": 2,
        "jobTitle": "Mathematician",
        "emails": ["ada@x.test", "augusta@x.test", "new@x.test"],
        "customFields": {"color": "blue"},
        "estimatedValue": {"amount": "99", "currency": "EUR"},
        "locale": "en",
    }
    await company.owner.done("updateLead", edited)
    payload = await undo(company.owner, record)
    assert {one["field"]: one["value"] for one in payload["kept"]} == {
        "jobTitle": "Mathematician",
        "emails": ["ada@x.test", "augusta@x.test", "new@x.test"],
        "customFields.color": "blue",
        "estimatedValue": {"amount": "99.00", "currency": "EUR"},
    }
    assert {one["leadId"] for one in payload["kept"]} == {survivor}
    back = payload["lead"]
    assert (back["jobTitle"], back["companyName"], back["locale"]) == ("Mathematician", None, "en")
    assert (back["customFields"], back["doNotContact"]) == ({"size": "S", "color": "blue"}, False)
    assert [row["value"] for row in payload["restored"][0]["emails"]] == ["ADA@x.test", "augusta@x.test"]


async def test_external_ids_go_back_also_where_the_list_was_edited(company: Company) -> None:
    survivor, absorbed = await two(company)
    record = await merged(company, survivor, absorbed)
    pairs = [{"system": "erp", "id": "9"}, {"system": "own", "id": "5"}]
    await company.owner.done("updateLead", {"id": survivor, "expectedVersion": 2, "externalIds": pairs})
    payload = await undo(company.owner, record)
    assert payload["lead"]["externalIds"] == [pairs[1]]
    assert payload["kept"] == [{"leadId": survivor, "field": "externalIds", "value": [pairs[1]]}]
    found = (await lead(company.owner, absorbed, "externalIds { system id }")).data["lead"]
    assert found["externalIds"] == [pairs[0]]


async def test_a_unique_id_that_somebody_took_stands_in_the_way(company: Company) -> None:
    survivor, absorbed = await two(company)
    record = await merged(company, survivor, absorbed)
    await company.owner.done("updateLead", {"id": survivor, "expectedVersion": 2, "externalIds": []})
    rival = await company.lead(externalId={"system": "erp", "id": "9"})
    before = await rows(company)
    fault = await refused(company, record)
    assert (fault["code"], fault["path"], fault["meta"]) == (
        "UNIQUE",
        ["input", "mergeId"],
        {"leadId": rival["id"]},
    )
    assert await rows(company) == before


async def test_the_last_merge_is_undone_first(company: Company) -> None:
    one, other, third = [(await company.lead())["id"] for _ in range(3)]
    before = await rows(company)
    first, last = await merged(company, one, other), await merged(company, one, third)
    fault = await refused(company, first)
    assert (fault["code"], fault["meta"]) == ("INVALID", {"mergeId": last})
    await undo(company.owner, last)
    await undo(company.owner, first)
    assert await rows(company) == before


async def test_a_survivor_that_was_merged_on_comes_back_first(company: Company) -> None:
    one, other, third = [(await company.lead())["id"] for _ in range(3)]
    first = await merged(company, one, other)
    last = await merged(company, third, one)
    fault = await refused(company, first)
    assert (fault["code"], fault["meta"]) == ("MERGED", {"survivorId": third})
    await undo(company.owner, last)
    await undo(company.owner, first)


async def test_a_merge_is_undone_once(company: Company) -> None:
    one, other = [(await company.lead())["id"] for _ in range(2)]
    record = await merged(company, one, other)
    payloads = await gather(
        *(company.owner.do("undoMerge", {"mergeId": record}, "lead { id } restored { id }") for _ in range(3))
    )
    assert sorted(len(payload["userErrors"]) for payload in payloads) == [0, 1, 1]
    assert [payload["restored"] for payload in payloads if payload["userErrors"]] == [[], []]
    assert (await refused(company, record))["code"] == "INVALID"


async def test_after_thirty_days_it_stays(company: Company) -> None:
    one, other = [(await company.lead())["id"] for _ in range(2)]
    record = await merged(company, one, other)
    async with company.inside():
        row = await MergeRecord.mine().get(id=from_global(record)[1])
        row.at -= timedelta(days=30, seconds=1)
        await row.save(update_fields=["at"])
    fault = await refused(company, record)
    assert (fault["code"], fault["message"]) == ("INVALID", "A merge can be undone for 30 days.")


async def test_a_survivor_that_was_converted_or_deleted_since_stays(company: Company) -> None:
    one, other = [(await company.lead(firstName="Ada"))["id"] for _ in range(2)]
    record = await merged(company, one, other)
    await company.owner.done("deleteLead", {"id": one, "expectedVersion": 2})
    assert (await refused(company, record))["code"] == "INVALID"
    await company.owner.done("restoreLead", {"id": one})
    given = {"id": one, "expectedVersion": 4, "contact": {"create": {}}}
    await company.owner.done("convertLead", given)
    assert (await refused(company, record))["code"] == "ALREADY_CONVERTED"


async def test_who_was_converted_before_is_told_apart_all_the_same(company: Company) -> None:
    one, other = [(await company.lead(firstName="Ada"))["id"] for _ in range(2)]
    given = {"id": one, "expectedVersion": 1, "contact": {"create": {}}}
    await company.owner.done("convertLead", given)
    before = await rows(company)
    await undo(company.owner, await merged(company, one, other))
    assert await rows(company) == before


async def test_an_agent_undoes_merges_of_their_own_leads_alone(company: Company) -> None:
    one, other = [(await company.lead(company.agent))["id"] for _ in range(2)]
    theirs = (await company.lead(company.colleague))["id"]
    record = await merged(company, one, theirs)
    fault = await company.agent.refused("undoMerge", {"mergeId": record})
    assert (fault["code"], fault["path"]) == ("FORBIDDEN", ["input", "mergeId"])
    fault = await company.outsider.refused("undoMerge", {"mergeId": record})
    assert fault["code"] == "NOT_FOUND"
    await undo(company.owner, record)
    await undo(company.agent, (await merge(company.agent, one, other))["merge"]["id"])


async def test_an_open_lead_whose_owner_left_comes_back_into_the_queue(company: Company) -> None:
    one = (await company.lead())["id"]
    other = (await company.lead(ownerId=company.outsider.id))["id"]
    record = await merged(company, one, other, fieldChoices=[{"field": "ownerId", "fromId": one}])
    await company.owner.done("suspendMember", {"id": company.outsider.id})
    payload = await undo(company.owner, record)
    assert payload["kept"] == [{"leadId": other, "field": "ownerId", "value": None}]
    found = (await lead(company.owner, other, "owner { id } team { name }")).data["lead"]
    assert found == {"owner": None, "team": {"name": "South"}}


async def test_a_team_that_is_gone_does_not_come_back(company: Company) -> None:
    team = (await company.owner.done("createTeam", {"name": "East"}, "team { id version }"))["team"]
    one = (await company.lead(teamId=team["id"]))["id"]
    other = (await company.lead(ownerId=company.agent.id))["id"]
    record = await merged(company, one, other)
    await company.owner.done("deleteTeam", {"id": team["id"], "expectedVersion": team["version"]})
    payload = await undo(company.owner, record)
    assert payload["kept"] == [{"leadId": one, "field": "ownerId", "value": company.agent.id}]


async def test_doubles_are_suspected_again_and_what_was_ignored_stays_ignored(company: Company) -> None:
    one, other, third = [(await company.lead(emails=["a@x.test"]))["id"] for _ in range(3)]
    await company.owner.done("ignoreDuplicate", {"leadIds": [other, third]})
    assert await groups(company.owner) == [{one, other, third}]
    record = await merged(company, one, other)
    # Who was told from the absorbed lead is told from the survivor.
    assert await groups(company.owner) == []
    assert await state_of(company.owner, third) == "IGNORED"
    await undo(company.owner, record)
    assert await groups(company.owner) == [{one, other, third}]


async def test_the_event_takes_back_what_the_first_one_told(company: Company) -> None:
    survivor, absorbed = await two(company)
    record = (await merge(company.owner, survivor, absorbed))["merge"]
    head = (await company.owner.ok("{ events(after: 0) { headSeq } }"))["events"]["headSeq"]
    await undo(company.owner, record["id"])
    document = "query($after: Int!) { events(after: $after) { events { type subjectId version changes } } }"
    [event] = (await company.owner.ok(document, after=head))["events"]["events"]
    assert (event["type"], event["subjectId"], event["version"]) == ("lead.merge_undone", survivor, 3)
    assert event["changes"] == {
        field: {"from": change["to"], "to": change["from"]} for field, change in record["changes"].items()
    }


async def test_undoing_by_key_is_done_once(company: Company) -> None:
    one, other = [(await company.lead())["id"] for _ in range(2)]
    given = {"mergeId": await merged(company, one, other)}
    document = "mutation($input: UndoMergeInput!) { undoMerge(input: $input) { lead { id } restored { id } kept { field } userErrors { code } } }"
    answers = [await company.owner(document, headers={"Idempotency-Key": "k"}, input=given) for _ in range(2)]
    assert answers[0].data == answers[1].data
    assert answers[0].data["undoMerge"] == {
        "lead": {"id": one},
        "restored": [{"id": other}],
        "kept": [],
        "userErrors": [],
    }


@pytest.mark.parametrize("changed", ["survivor", "absorbed"])
async def test_undoing_meets_other_writes_in_turn(company: Company, changed: str) -> None:
    one, other = [
        (await company.lead(**ADA | {"externalId": None, "customFields": None}))["id"] for _ in range(2)
    ]
    record = await merged(company, one, other)
    id, version = (one, 2) if changed == "survivor" else (other, 1)
    update = {"id": id, "expectedVersion": version, "jobTitle": "X"}
    undone, updated = await gather(
        company.owner.do("undoMerge", {"mergeId": record}), company.owner.do("updateLead", update)
    )
    assert undone["userErrors"] == []
    assert {error["code"] for error in updated["userErrors"]} <= {"CONFLICT_VERSION", "MERGED"}
    assert await total(company) == 2


async def test_rows_of_tables_that_say_so_move_and_go_back(
    company: Company, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Shown with a table that stays otherwise: a merge knows none by name."""
    monkeypatch.setattr(StageChange, "on_merge", OnMerge.MOVE)
    one, other = [(await company.lead())["id"] for _ in range(2)]
    stages = await company.stages()
    moved = {"id": other, "expectedVersion": 1, "stageId": stages["Contacted"]}
    await company.owner.done("transitionLead", moved)
    before = await rows(company)
    payload = await merge(company.owner, one, other)
    assert payload["merge"]["movedRows"] == 2
    history = "stageHistory { toName }"
    assert len((await lead(company.owner, one, history)).data["lead"]["stageHistory"]) == 3
    # What comes later is the survivor's, and stays there.
    move = {"id": one, "expectedVersion": 2, "stageId": stages["Qualified"]}
    await company.owner.done("transitionLead", move)
    await undo(company.owner, payload["merge"]["id"])
    after = await rows(company)
    assert set(before["stage_change"]) < set(after["stage_change"])
    assert len(after["stage_change"]) == len(before["stage_change"]) + 1
    assert len((await lead(company.owner, one, history)).data["lead"]["stageHistory"]) == 2


def test_every_table_that_refers_to_leads_says_what_a_merge_does_with_it() -> None:
    tables = {
        value
        for module in modules("models")
        for value in vars(module).values()
        if isinstance(value, type) and hasattr(value, "_meta") and value.__module__ == module.__name__
    }
    referring = {table for table in tables if references_to_lead(table)}
    assert len(referring) > 5
    assert [
        table.__name__ for table in referring if not isinstance(getattr(table, "on_merge", None), OnMerge)
    ] == []
