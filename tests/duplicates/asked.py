"""Asking who may be the same person."""

from typing import Any

from tests.world import Answer, Caller

REPORT = "candidates { lead { id } reasons weight } hiddenCandidates"
GROUPS = "duplicateGroups { totalCount nodes { id state weight leads { id } pairs { reasons weight leads { id } } } }"


async def probed(caller: Caller, **probe: Any) -> Answer:
    """The answer for somebody who is to become a lead."""
    return await caller(
        f"query($input: DuplicateProbe!) {{ possibleDuplicates(input: $input) {{ {REPORT} }} }}", input=probe
    )


async def found(caller: Caller, **probe: Any) -> list[tuple[str, list[str], int]]:
    """Id, reasons and weight of the candidates, likeliest first."""
    answer = await probed(caller, **probe)
    assert not answer.errors, answer.errors
    return _rows(answer.data["possibleDuplicates"])


async def found_of(caller: Caller, lead_id: str) -> list[tuple[str, list[str], int]]:
    """The same for a lead that is there."""
    document = f"query($id: ID!) {{ possibleDuplicates(leadId: $id) {{ {REPORT} }} }}"
    return _rows((await caller.ok(document, id=lead_id))["possibleDuplicates"])


def _rows(report: dict[str, Any]) -> list[tuple[str, list[str], int]]:
    return [(one["lead"]["id"], one["reasons"], one["weight"]) for one in report["candidates"]]


async def groups(caller: Caller, state: str = "SUSPECTED") -> list[set[str]]:
    """The groups of the review queue, as sets of leads, in its order."""
    document = "query($state: DuplicateState!) { duplicateGroups(state: $state) { nodes { leads { id } } } }"
    data = await caller.ok(document, state=state)
    return [{lead["id"] for lead in group["leads"]} for group in data["duplicateGroups"]["nodes"]]


async def state_of(caller: Caller, lead_id: str) -> str:
    """The duplicate state of a lead."""
    data = await caller.ok("query($id: ID!) { lead(id: $id) { duplicateState } }", id=lead_id)
    return data["lead"]["duplicateState"]
