"""A lead's way through its pipeline, as it was at the time."""

from datetime import timedelta

from leadhub.kit.inputs import now
from leadhub.kit.node import from_global
from leadhub.leads.models import Lead
from tests.leads.lists import seen
from tests.world import Company

HISTORY = "stageSince stageHistory { fromName fromCategory toName toCategory secondsInStage at by { name } }"


async def test_every_step_is_kept_with_the_time_before_it(company: Company) -> None:
    stages = await company.stages()
    lead = await company.lead(by=company.agent)
    async with company.inside():
        id = from_global(lead["id"])[1]
        await Lead.mine().filter(id=id).update(stage_since=now() - timedelta(days=2, seconds=5))
    change = {"id": lead["id"], "expectedVersion": 1, "stageId": stages["Qualified"]}
    await company.manager.done("transitionLead", change)
    read = await seen(company.owner, lead["id"], HISTORY)
    first, second = read["stageHistory"]
    assert (first["fromName"], first["fromCategory"], first["toName"], first["toCategory"]) == (
        None,
        None,
        "New",
        "OPEN",
    )
    assert (first["secondsInStage"], first["by"]) == (None, {"name": "Agent"})
    assert (second["fromName"], second["fromCategory"], second["toName"], second["toCategory"]) == (
        "New",
        "OPEN",
        "Qualified",
        "QUALIFIED",
    )
    assert 172_805 <= second["secondsInStage"] <= 172_815
    assert second["by"] == {"name": "Manager"}
    assert second["at"] == read["stageSince"]


async def test_seconds_are_never_negative_when_a_clock_was_set_back(company: Company) -> None:
    stages, lead = await company.stages(), await company.lead()
    async with company.inside():
        id = from_global(lead["id"])[1]
        await Lead.mine().filter(id=id).update(stage_since=now() + timedelta(hours=1))
    change = {"id": lead["id"], "expectedVersion": 1, "stageId": stages["Contacted"]}
    await company.owner.done("transitionLead", change)
    read = await seen(company.owner, lead["id"], HISTORY)
    assert read["stageHistory"][1]["secondsInStage"] == 0


async def test_names_survive_renaming_and_archiving_a_stage(company: Company) -> None:
    stages, lead = await company.stages(), await company.lead()
    change = {"id": lead["id"], "expectedVersion": 1, "stageId": stages["Contacted"]}
    await company.owner.done("transitionLead", change)
    rename = {"id": stages["New"], "expectedVersion": 1, "name": "Fresh"}
    await company.owner.done("updateStage", rename)
    await company.owner.done(
        "archiveStage",
        {"id": stages["Contacted"], "expectedVersion": 1, "replaceWith": stages["Proposal"]},
    )
    read = await seen(company.owner, lead["id"], f"stage {{ name }} {HISTORY}")
    assert read["stage"]["name"] == "Proposal"
    steps = [(step["fromName"], step["toName"]) for step in read["stageHistory"]]
    assert steps == [(None, "New"), ("New", "Contacted"), ("Contacted", "Proposal")]


async def test_a_program_moves_leads_without_a_name(company: Company) -> None:
    key = await company.key("lead:read", "lead:write", "config:read", "member:read")
    stages, lead = await company.stages(), await company.lead(by=key)
    change = {"id": lead["id"], "expectedVersion": 1, "stageId": stages["Contacted"]}
    await key.done("transitionLead", change)
    read = await seen(company.owner, lead["id"], HISTORY)
    assert [step["by"] for step in read["stageHistory"]] == [None, None]


async def test_moving_a_lead_is_something_that_happened_with_it(company: Company) -> None:
    stages, lead = await company.stages(), await company.lead(fields="lastActivityAt")
    change = {"id": lead["id"], "expectedVersion": 1, "stageId": stages["Contacted"]}
    payload = await company.owner.done("transitionLead", change, "lead { lastActivityAt }")
    assert payload["lead"]["lastActivityAt"] > lead["lastActivityAt"]
