"""A seller's day, through HTTP alone and with the published operations."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from tests.streams.following import stream_of
from tests.world import Caller, Company

OPERATIONS = Path(__file__).parent.parent.parent / "schema" / "operations"


async def run(caller: Caller, name: str, **variables: Any) -> Any:
    """What the only root field of a published operation answers; all of them for one with several."""
    data = await caller.ok((OPERATIONS / f"{name}.graphql").read_text(), **variables)
    return next(iter(data.values())) if len(data) == 1 else data


async def test_a_sellers_day(company: Company) -> None:
    seller, boss = company.agent, company.manager
    moment = datetime.now(UTC).replace(microsecond=0)
    day = {
        "me": seller.id,
        "now": moment.isoformat(),
        "tomorrow": (moment + timedelta(hours=12)).isoformat(),
    }
    lead = await company.lead(
        firstName="Ada",
        lastName="Lovelace",
        phones=["030 901820"],
        ownerId=seller.id,
        teamId=company.teams["North"],
    )
    fresh = await company.lead(teamId=company.teams["North"])
    task = await run(
        boss,
        "CreateTask",
        input={
            "leadId": lead["id"],
            "title": "Call back",
            "assigneeId": seller.id,
            "dueAt": (moment - timedelta(hours=1)).isoformat(),
            "recurrence": "FREQ=WEEKLY",
        },
    )
    task = task["task"]

    # The day is read: what is late, what is due, whom to get in touch with, and what nobody has claimed.
    mine = await run(seller, "MyDay", **day)
    assert [one["id"] for one in mine["overdue"]["nodes"]] == [task["id"]]
    assert mine["overdue"]["nodes"][0]["lead"]["primaryPhone"] == "030 901820"
    assert [one["id"] for one in mine["unclaimed"]["nodes"]] == [fresh["id"]]
    assert mine["notifications"]["totalCount"] == 1
    await run(seller, "ClaimLead", input={"id": fresh["id"]})

    # The call is logged, the task is done, and the next one is there.
    call = {"leadId": lead["id"], "kind": "CALL", "outcome": "wants an offer", "durationSeconds": 240}
    logged = (await run(seller, "LogActivity", input=call))["activity"]
    assert logged["lead"]["firstRespondedAt"] == logged["occurredAt"]
    done = await run(seller, "CompleteTask", input={"id": task["id"], "expectedVersion": task["version"]})
    assert (done["task"]["status"], done["next"]["status"]) == ("DONE", "OPEN")
    assert datetime.fromisoformat(done["next"]["dueAt"]) - datetime.fromisoformat(task["dueAt"]) == timedelta(
        days=7
    )

    # The stage is moved, a note is added, and the boss, who is mentioned, is told at once.
    stages = await company.stages()
    moved = {"id": lead["id"], "expectedVersion": 1, "stageId": stages["Qualified"]}
    assert (await run(seller, "TransitionLead", input=moved))["lead"]["version"] == 2
    note = {"leadId": lead["id"], "kind": "NOTE", "body": "Decides with finance.", "visibility": "PRIVATE"}
    await run(seller, "LogActivity", input=note)
    told = (OPERATIONS / "NotificationAdded.graphql").read_text()
    async with stream_of(boss, told) as stream:
        said = {"leadId": lead["id"], "body": f"@[{boss.id}] may I give ten per cent?"}
        comment = await run(seller, "AddComment", input=said)
        assert comment["notTold"] == []
        heard = await stream.next()
    assert (heard["kind"], heard["leadId"], heard["by"]["name"]) == ("MENTIONED", lead["id"], "Agent")
    promised = {"id": lead["id"], "expectedVersion": 2, "at": (moment + timedelta(hours=3)).isoformat()}
    await run(seller, "SetNextFollowUp", input=promised)

    # The timeline tells all of it, and the boss's all but the private note.
    kinds = ["COMMENT", "ACTIVITY", "STAGE_CHANGED", "TASK_DONE", "ACTIVITY", "CREATED"]
    shown = (await run(seller, "Timeline", leadId=lead["id"]))["timeline"]["nodes"]
    assert [item["kind"] for item in shown] == kinds
    assert shown[1]["activity"]["body"] == "Decides with finance."
    theirs = (await run(boss, "Timeline", leadId=lead["id"]))["timeline"]["nodes"]
    assert [item["kind"] for item in theirs] == [kinds[0], *kinds[2:]]

    # And the day is done, but for the promise.
    mine = await run(seller, "MyDay", **day)
    assert mine["overdue"]["nodes"] == []
    assert [one["id"] for one in mine["followUps"]["nodes"]] == [lead["id"]]
    assert mine["unclaimed"]["nodes"] == []
