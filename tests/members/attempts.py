"""One valid attempt at each root field, at each kind of row that permissions tell apart."""

import itertools
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

from leadhub.activities.models import Activity
from leadhub.comments.models import Comment
from leadhub.kit.node import to_global
from leadhub.kit.scopes import Role
from leadhub.members.models import Member, MemberStatus
from tests.capture import made as capture
from tests.notifications.made import tell
from tests.streams.first import first_item
from tests.webhooks import made as webhooks
from tests.world import PASSWORD, Answer, Caller, Company

# Where a lead is, as its caller sees it. Nobody of North but a manager sees the colleague's.
OWN, TEAM, QUEUE, ELSEWHERE, QUEUE_ELSEWHERE = "own", "team's", "queue", "elsewhere", "queue elsewhere"
LEADS = (OWN, TEAM, QUEUE, ELSEWHERE)
# Whom something is done to.
SOMEBODY, AN_OWNER, OTHER_TEAM = "an agent of North", "an owner", "an agent of South"
PEOPLE = (SOMEBODY, AN_OWNER)
THERE = ("",)

Run = Callable[[Company, Caller, str], Awaitable[Answer]]
_numbers = itertools.count(1)


@dataclass
class Attempt:
    """How to try a field, and at what."""

    run: Run
    places: tuple[str, ...] = THERE


def can_own(caller: Caller) -> bool:
    """Keys and viewers own no leads."""
    return caller.member is not None and caller.member.role is not Role.VIEWER


def _hands(company: Company, caller: Caller, place: str) -> dict[str, Any]:
    return {
        OWN: {"ownerId": caller.id if can_own(caller) else None},
        TEAM: {"ownerId": company.colleague.id},
        QUEUE: {"teamId": company.teams["North"]},
        ELSEWHERE: {"ownerId": company.outsider.id},
        QUEUE_ELSEWHERE: {"teamId": company.teams["South"]},
    }[place]


async def _lead(company: Company, caller: Caller, place: str) -> dict[str, Any]:
    lead = await company.lead(**_hands(company, caller, place))
    return {"id": lead["id"], "expectedVersion": lead["version"]}


async def mutate(caller: Caller, field: str, input: dict[str, Any]) -> Answer:
    """The answer without anything that would need a scope of its own."""
    kind = f"{field[0].upper()}{field[1:]}Input"
    return await caller(
        f"mutation($input: {kind}!) {{ {field}(input: $input) {{ userErrors {{ code path }} }} }}",
        input=input,
    )


def _reading(document: str) -> Attempt:
    async def run(_company: Company, caller: Caller, _place: str) -> Answer:
        return await caller(document)

    return Attempt(run)


def _leading(field: str, places: tuple[str, ...] = LEADS, **more: Any) -> Attempt:
    async def run(company: Company, caller: Caller, place: str) -> Answer:
        given = await _lead(company, caller, place) | more
        if field == "transitionLead":
            given["stageId"] = (await company.stages())["Contacted"]
        if field == "assignLead":
            given["ownerId"] = company.agent.id
        if field == "restoreLead":
            await company.owner.done("deleteLead", given)
            given["expectedVersion"] += 1
        if field == "claimLead":
            del given["expectedVersion"]
        return await mutate(caller, field, given)

    return Attempt(run, places)


async def _read_lead(company: Company, caller: Caller, place: str) -> Answer:
    lead = await _lead(company, caller, place)
    return await caller("query($id: ID!) { lead(id: $id) { id } }", id=lead["id"])


async def _list_leads(company: Company, caller: Caller, place: str) -> Answer:
    lead = await _lead(company, caller, place)
    return await caller("query($id: ID!) { leads(filter: {id: {eq: $id}}) { nodes { id } } }", id=lead["id"])


async def _follow_lead(company: Company, caller: Caller, place: str) -> Answer:
    lead = await _lead(company, caller, place)

    async def change() -> None:
        await company.owner.done("updateLead", lead | {"jobTitle": "CEO"})

    document = "subscription($id: ID!) { leadChanged(filter: {id: {eq: $id}}) { lead { id } } }"
    answer = await first_item(caller, document, change, id=lead["id"])
    # As a list would say that there is nothing.
    return (
        answer if answer.data or answer.errors else Answer(200, {}, {"data": {"leadChanged": {"nodes": []}}})
    )


async def _follow_events(company: Company, caller: Caller, _place: str) -> Answer:
    return await first_item(caller, "subscription { eventStream(after: 0) { seq } }", company.lead)


async def _read_audit(company: Company, caller: Caller, place: str) -> Answer:
    lead = await _lead(company, caller, place)
    document = "query($id: ID!) { auditLog(filter: {subjectId: {eq: $id}}) { nodes { seq } } }"
    return await caller(document, id=lead["id"])


async def _create_lead(company: Company, caller: Caller, place: str) -> Answer:
    return await mutate(caller, "createLead", {"lastName": "New", **_hands(company, caller, place)})


def _records(kind: str) -> dict[str, Attempt]:
    """Contacts or deals: listed, made and changed, in the same places as leads."""
    thing = kind.lower()

    def named() -> dict[str, Any]:
        return {"lastName" if kind == "Contact" else "name": f"{kind} {next(_numbers)}"}

    async def make(company: Company, caller: Caller, place: str) -> dict[str, Any]:
        given = named() | _hands(company, caller, place)
        made = await company.owner.done(f"create{kind}", given, f"{thing} {{ id version }}")
        return {"id": made[thing]["id"], "expectedVersion": made[thing]["version"]}

    async def listed(company: Company, caller: Caller, place: str) -> Answer:
        name = f"Wanted {next(_numbers)}"
        field = "lastName" if kind == "Contact" else "name"
        await company.owner.done(
            f"create{kind}", {field: name, **_hands(company, caller, place)}, f"{thing} {{ id }}"
        )
        document = (
            f"query($name: String) {{ {thing}s(filter: {{{field}: {{eq: $name}}}}) {{ nodes {{ id }} }} }}"
        )
        return await caller(document, name=name)

    async def created(company: Company, caller: Caller, place: str) -> Answer:
        return await mutate(caller, f"create{kind}", named() | _hands(company, caller, place))

    async def updated(company: Company, caller: Caller, place: str) -> Answer:
        return await mutate(caller, f"update{kind}", await make(company, caller, place) | named())

    return {
        f"{thing}s": Attempt(listed, LEADS),
        f"create{kind}": Attempt(created, (OWN, TEAM, ELSEWHERE)),
        f"update{kind}": Attempt(updated, LEADS),
    }


async def _upsert_lead(company: Company, caller: Caller, place: str) -> Answer:
    given = {"match": {"email": f"u{next(_numbers)}@x.test"}, **_hands(company, caller, place)}
    return await mutate(caller, "upsertLead", given)


async def _find_duplicates(company: Company, caller: Caller, place: str) -> Answer:
    lead = await _lead(company, caller, place)
    return await caller(
        "query($id: ID!) { possibleDuplicates(leadId: $id) { hiddenCandidates } }", id=lead["id"]
    )


async def _list_groups(company: Company, caller: Caller, place: str) -> Answer:
    """The groups of a lead and its double, as a list would say that there is nothing."""
    email = f"d{next(_numbers)}@x.test"
    leads = [await company.lead(emails=[email], **_hands(company, caller, place)) for _ in range(2)]
    answer = await caller("{ duplicateGroups(first: 100) { nodes { leads { id } } } }")
    if answer.data:
        nodes = answer.data["duplicateGroups"]["nodes"]
        answer.data["duplicateGroups"]["nodes"] = [
            node for node in nodes if {"id": leads[0]["id"]} in node["leads"]
        ]
    return answer


async def _ignore_duplicate(company: Company, caller: Caller, place: str) -> Answer:
    given = [await _lead(company, caller, place) for _ in range(2)]
    return await mutate(caller, "ignoreDuplicate", {"leadIds": [lead["id"] for lead in given]})


async def _merge(company: Company, caller: Caller, place: str) -> dict[str, Any]:
    survivor, absorbed = [await _lead(company, caller, place) for _ in range(2)]
    return {"survivorId": survivor["id"], "absorbedIds": [absorbed["id"]]}


async def _merge_leads(company: Company, caller: Caller, place: str) -> Answer:
    return await mutate(caller, "mergeLeads", await _merge(company, caller, place))


async def _undo_merge(company: Company, caller: Caller, place: str) -> Answer:
    given = await _merge(company, caller, place)
    merged = await company.owner.done("mergeLeads", given, "merge { id }")
    return await mutate(caller, "undoMerge", {"mergeId": merged["merge"]["id"]})


def _setting(verb: str, kind: str) -> Attempt:
    thing = f"{kind[0].lower()}{kind[1:]}"

    async def run(company: Company, caller: Caller, _place: str) -> Answer:
        given: dict[str, Any] = {"name": f"{kind} {next(_numbers)}"}
        if kind == "CustomField":
            given |= {"key": f"key{next(_numbers)}", "kind": "TEXT"}
        if kind == "Stage":
            data = await company.owner.ok("{ pipelines { id isDefault } }")
            given |= {"pipelineId": data["pipelines"][0]["id"], "category": "OPEN"}
        if kind == "ScoringRule":
            given |= {"points": 1, "filter": {}, "active": False}
        if kind == "SlaPolicy":
            given |= {"firstResponseSeconds": 3600, "filter": {}, "active": False}
        if verb == "create":
            return await mutate(caller, f"create{kind}", given)
        made = await company.owner.done(f"create{kind}", given, f"{thing} {{ id version }}")
        changed = {"id": made[thing]["id"], "expectedVersion": made[thing]["version"]}
        return await mutate(
            caller, f"{verb}{kind}", changed | ({"name": f"{given['name']}!"} if verb == "update" else {})
        )

    return Attempt(run)


async def _person(company: Company, place: str, status: MemberStatus) -> str:
    async with company.inside():
        role = Role.OWNER if place == AN_OWNER else Role.AGENT
        member = await Member.create(
            email=f"p{next(_numbers)}@{company.slug}.test", name="Somebody", role=role, status=status
        )
    return to_global("Member", member.id)


def _person_changed(field: str, status: MemberStatus = MemberStatus.ACTIVE, **more: Any) -> Attempt:
    async def run(company: Company, caller: Caller, place: str) -> Answer:
        id = await _person(company, place, status)
        return await mutate(caller, field, {"id": id, "expectedVersion": 1} | more)

    return Attempt(run, PEOPLE)


def _invitation(company: Company, place: str) -> dict[str, Any]:
    return {
        "email": f"i{next(_numbers)}@{company.slug}.test",
        "role": "OWNER" if place == AN_OWNER else "AGENT",
        "teamIds": [company.teams["South" if place == OTHER_TEAM else "North"]],
    }


async def _invite(company: Company, caller: Caller, place: str) -> Answer:
    return await mutate(caller, "inviteMember", _invitation(company, place))


async def _revoke_invitation(company: Company, caller: Caller, place: str) -> Answer:
    made = await company.owner.done("inviteMember", _invitation(company, place), "invitation { id }")
    return await mutate(caller, "revokeInvitation", {"id": made["invitation"]["id"]})


def _team(field: str) -> Attempt:
    async def run(company: Company, caller: Caller, _place: str) -> Answer:
        name = f"Team {next(_numbers)}"
        if field == "createTeam":
            return await mutate(caller, field, {"name": name})
        made = (await company.owner.done("createTeam", {"name": name}, "team { id version }"))["team"]
        given = {"id": made["id"], "expectedVersion": made["version"]}
        return await mutate(caller, field, given | ({"name": f"{name}!"} if field == "updateTeam" else {}))

    return Attempt(run)


async def _create_key(_company: Company, caller: Caller, _place: str) -> Answer:
    return await mutate(caller, "createApiKey", {"name": "k", "scopes": []})


async def _revoke_key(company: Company, caller: Caller, _place: str) -> Answer:
    made = await company.owner.done("createApiKey", {"name": "k", "scopes": []}, "apiKey { id }")
    return await mutate(caller, "revokeApiKey", {"id": made["apiKey"]["id"]})


def _rule(verb: str) -> Attempt:
    async def run(company: Company, caller: Caller, place: str) -> Answer:
        team = company.teams["South" if place == OTHER_TEAM else "North"]
        given: dict[str, Any] = {"name": f"R{next(_numbers)}", "strategy": "QUEUE", "teamId": team}
        if verb == "create":
            return await mutate(caller, "createAssignmentRule", given)
        made = await company.owner.done("createAssignmentRule", given, "assignmentRule { id }")
        changed = {"id": made["assignmentRule"]["id"], "expectedVersion": 1}
        more = {"active": False} if verb == "update" else {}
        return await mutate(caller, f"{verb}AssignmentRule", changed | more)

    return Attempt(run, (SOMEBODY, OTHER_TEAM))


async def _reorder_rules(company: Company, caller: Caller, _place: str) -> Answer:
    data = await company.owner.ok("{ assignmentRules { id team { id } } }")
    north = {company.teams["North"]} if caller is company.manager else set(company.teams.values())
    ids = [rule["id"] for rule in data["assignmentRules"] if rule["team"]["id"] in north]
    return await mutate(caller, "reorderAssignmentRules", {"ids": ids})


async def _read_log(company: Company, caller: Caller, place: str) -> Answer:
    lead = await _lead(company, caller, place)
    return await caller("query($id: ID!) { assignmentLog(leadId: $id) { totalCount } }", id=lead["id"])


async def _set_availability(company: Company, caller: Caller, place: str) -> Answer:
    whom = {OWN: caller, SOMEBODY: company.colleague, OTHER_TEAM: company.outsider}[place]
    return await mutate(caller, "setAvailability", {"memberId": whom.id, "awayUntil": None})


async def _update_tenant(company: Company, caller: Caller, _place: str) -> Answer:
    data = await company.owner.ok("{ viewer { tenant { version } } }")
    version = data["viewer"]["tenant"]["version"]
    return await mutate(caller, "updateTenant", {"expectedVersion": version, "name": f"N{next(_numbers)}"})


async def _update_scoring(company: Company, caller: Caller, _place: str) -> Answer:
    data = await company.owner.ok("{ scoringSettings { version } }")
    version = data["scoringSettings"]["version"]
    return await mutate(caller, "updateScoringSettings", {"expectedVersion": version, "highest": 100})


async def _change_password(_company: Company, caller: Caller, _place: str) -> Answer:
    return await mutate(
        caller, "changePassword", {"currentPassword": PASSWORD, "newPassword": "another one of mine"}
    )


def _webhook(field: str) -> Attempt:
    async def run(company: Company, caller: Caller, _place: str) -> Answer:
        endpoint = await webhooks.make(company.owner)
        given: dict[str, Any] = {"id": endpoint["id"]}
        if field == "createWebhookEndpoint":
            given = {"url": webhooks.URL}
        if field == "updateWebhookEndpoint":
            given |= {"eventTypes": ["lead.created"]}
        if field == "replayDelivery":
            given = {"id": await webhooks.deliver(company, endpoint)}
        if field == "replayEvents":
            given = {"endpointId": endpoint["id"], "fromSeq": 1, "toSeq": 1}
        answer = await mutate(caller, field, given)
        # A tenant has but fifty of them.
        await company.owner.do("deleteWebhookEndpoint", {"id": endpoint["id"]})
        return answer

    return Attempt(run)


async def _preview(company: Company, caller: Caller, _place: str) -> Answer:
    await company.lead()
    return await caller('{ previewWebhookPayload(eventType: "lead.created") { raw } }')


async def _be_told(company: Company, caller: Caller, _place: str) -> Answer:
    return await first_item(
        caller, "subscription { notificationAdded { id } }", lambda: tell(company, caller)
    )


async def _mark_read(_company: Company, caller: Caller, _place: str) -> Answer:
    return await mutate(caller, "markNotificationsRead", {})


async def _list_activities(company: Company, caller: Caller, place: str) -> Answer:
    lead = await _lead(company, caller, place)
    await company.owner.done("logActivity", {"leadId": lead["id"], "kind": "CALL"})
    return await caller("query($id: ID!) { activities(leadId: $id) { nodes { id } } }", id=lead["id"])


async def _log_activity(company: Company, caller: Caller, place: str) -> Answer:
    lead = await _lead(company, caller, place)
    return await mutate(caller, "logActivity", {"leadId": lead["id"], "kind": "CALL"})


def _task(field: str) -> Attempt:
    async def run(company: Company, caller: Caller, place: str) -> Answer:
        given = {"leadId": (await _lead(company, caller, place))["id"], "title": "Call back"}
        if field == "createTask":
            return await mutate(caller, field, given)
        task = (await company.owner.done("createTask", given, "task { id version }"))["task"]
        wish = {"id": task["id"], "expectedVersion": task["version"]}
        if field == "reopenTask":
            await company.owner.done("cancelTask", wish)
            wish["expectedVersion"] += 1
        return await mutate(caller, field, wish | ({"title": "Write"} if field == "updateTask" else {}))

    return Attempt(run, LEADS)


async def _list_tasks(company: Company, caller: Caller, place: str) -> Answer:
    lead = (await _lead(company, caller, place))["id"]
    await company.owner.done("createTask", {"leadId": lead, "title": "Call back"})
    document = "query($id: ID!) { tasks(filter: {leadId: {eq: $id}}) { nodes { id } } }"
    return await caller(document, id=lead)


async def _comment(company: Company, caller: Caller, place: str) -> Answer:
    lead = await _lead(company, caller, place)
    return await mutate(caller, "addComment", {"leadId": lead["id"], "body": "Hear, hear."})


async def _follow_timeline(company: Company, caller: Caller, place: str) -> Answer:
    lead = (await _lead(company, caller, place))["id"]

    async def happen() -> None:
        await company.owner.done("addComment", {"leadId": lead, "body": "Hear, hear."})

    document = "subscription($id: ID!) { timelineAdded(leadId: $id) { id } }"
    return await first_item(caller, document, happen, id=lead)


async def _delete_comment(company: Company, caller: Caller, _place: str) -> Answer:
    given = {"leadId": (await _lead(company, caller, OWN))["id"], "body": "Hear, hear."}
    if (await mutate(caller, "addComment", given)).errors:
        await mutate(company.owner, "addComment", given)
    async with company.inside():
        row = await Comment.mine().order_by("-id").first()
        assert row is not None
    return await mutate(caller, "deleteComment", {"id": to_global("Comment", row.id)})


def _own_activity(field: str) -> Attempt:
    async def run(company: Company, caller: Caller, _place: str) -> Answer:
        given = {"leadId": (await _lead(company, caller, OWN))["id"], "kind": "CALL"}
        if (await mutate(caller, "logActivity", given)).errors:
            await mutate(company.owner, "logActivity", given)
        async with company.inside():
            row = await Activity.mine().order_by("-id").first()
            assert row is not None
        return await mutate(caller, field, {"id": to_global("Activity", row.id), "expectedVersion": 1})

    return Attempt(run)


_KINDS = ("Pipeline", "Stage", "LostReason", "LeadSource", "Tag", "CustomField", "ScoringRule", "SlaPolicy")


async def _list_submissions(company: Company, caller: Caller, place: str) -> Answer:
    """What led to a lead."""
    lead = await _lead(company, caller, place)
    form = await capture.make(company, name=f"Form {next(_numbers)}")
    await capture.led_to(form, lead["id"])
    return await caller("query($id: ID!) { submissions(leadId: $id) { nodes { verdict } } }", id=lead["id"])


def _capture(field: str) -> Attempt:
    async def run(company: Company, caller: Caller, _place: str) -> Answer:
        name = f"Form {next(_numbers)}"
        if field == "createCaptureForm":
            return await mutate(caller, field, {"name": name, "fields": capture.FIELDS})
        form = await capture.make(company, name=name)
        if field in {"releaseSubmission", "replaySubmission"}:
            return await mutate(caller, field, {"id": (await form.send()).json["id"]})
        more = {"expectedVersion": 1, "name": f"{name}!"} if field == "updateCaptureForm" else {}
        return await mutate(caller, field, {"id": form.id, **more})

    return Attempt(run)


_CAPTURES = (
    "createCaptureForm",
    "updateCaptureForm",
    "rotateFormKey",
    "releaseSubmission",
    "replaySubmission",
)


async def _reorder_policies(company: Company, caller: Caller, _place: str) -> Answer:
    policies = (await company.owner.ok("{ slaPolicies { id } }"))["slaPolicies"]
    return await mutate(caller, "reorderSlaPolicies", {"ids": [policy["id"] for policy in policies]})


_WEBHOOKS = (
    "createWebhookEndpoint",
    "updateWebhookEndpoint",
    "rotateWebhookSecret",
    "deleteWebhookEndpoint",
    "testWebhook",
    "replayDelivery",
    "replayEvents",
)

ATTEMPTS: dict[str, Attempt] = {
    "lead": Attempt(_read_lead, LEADS),
    "leads": Attempt(_list_leads, LEADS),
    "leadChanged": Attempt(_follow_lead, LEADS),
    "events": _reading("{ events(after: 0) { headSeq } }"),
    "eventStream": Attempt(_follow_events),
    "auditLog": Attempt(_read_audit, LEADS),
    "createLead": Attempt(_create_lead, (OWN, TEAM, ELSEWHERE)),
    "upsertLead": Attempt(_upsert_lead, (OWN, TEAM, ELSEWHERE)),
    "possibleDuplicates": Attempt(_find_duplicates, LEADS),
    "duplicateGroups": Attempt(_list_groups, LEADS),
    "mergeLeads": Attempt(_merge_leads, LEADS),
    "undoMerge": Attempt(_undo_merge, LEADS),
    "ignoreDuplicate": Attempt(_ignore_duplicate, LEADS),
    "updateLead": _leading("updateLead", jobTitle="Countess"),
    "transitionLead": _leading("transitionLead"),
    "assignLead": _leading("assignLead"),
    "claimLead": _leading("claimLead", (QUEUE, QUEUE_ELSEWHERE)),
    "deleteLead": _leading("deleteLead"),
    "restoreLead": _leading("restoreLead"),
    "convertLead": _leading("convertLead", contact={"create": {}}),
    **_records("Contact"),
    **_records("Deal"),
    "companies": _reading("{ companies { totalCount } }"),
    "createCompany": _setting("create", "Company"),
    "updateCompany": _setting("update", "Company"),
    **{f"{verb}{kind}": _setting(verb, kind) for kind in _KINDS for verb in ("create", "update", "archive")},
    "pipelines": _reading("{ pipelines { __typename } }"),
    "lostReasons": _reading("{ lostReasons { __typename } }"),
    "leadSources": _reading("{ leadSources { __typename } }"),
    "tags": _reading("{ tags { __typename } }"),
    "customFields": _reading("{ customFields { __typename } }"),
    "assignmentRules": _reading("{ assignmentRules { __typename } }"),
    "simulateAssignment": _reading('{ simulateAssignment(input: {lastName: "New"}) { queued } }'),
    "assignmentLog": Attempt(_read_log, LEADS),
    **{f"{verb}AssignmentRule": _rule(verb) for verb in ("create", "update", "archive")},
    "reorderAssignmentRules": Attempt(_reorder_rules),
    "setAvailability": Attempt(_set_availability, (OWN, SOMEBODY, OTHER_TEAM)),
    "slaPolicies": _reading("{ slaPolicies { __typename } }"),
    "reorderSlaPolicies": Attempt(_reorder_policies),
    "scoringRules": _reading("{ scoringRules { __typename } }"),
    "scoringSettings": _reading("{ scoringSettings { __typename } }"),
    "updateScoringSettings": Attempt(_update_scoring),
    "members": _reading("{ members { totalCount } }"),
    "teams": _reading("{ teams { totalCount } }"),
    "invitations": _reading("{ invitations { totalCount } }"),
    "inviteMember": Attempt(_invite, (*PEOPLE, OTHER_TEAM)),
    "revokeInvitation": Attempt(_revoke_invitation, (*PEOPLE, OTHER_TEAM)),
    "changeMemberRole": _person_changed("changeMemberRole", role="VIEWER"),
    "updateMember": _person_changed("updateMember", name="Else"),
    "suspendMember": _person_changed("suspendMember"),
    "reinstateMember": _person_changed("reinstateMember", MemberStatus.SUSPENDED),
    "createTeam": _team("createTeam"),
    "updateTeam": _team("updateTeam"),
    "deleteTeam": _team("deleteTeam"),
    "apiKeys": _reading("{ apiKeys { totalCount } }"),
    "createApiKey": Attempt(_create_key),
    "revokeApiKey": Attempt(_revoke_key),
    "captureForms": _reading("{ captureForms { totalCount } }"),
    **{field: _capture(field) for field in _CAPTURES},
    "submissions": Attempt(_list_submissions, LEADS),
    "webhookEndpoints": _reading("{ webhookEndpoints { totalCount } }"),
    "webhookDeliveries": _reading("{ webhookDeliveries { totalCount } }"),
    "previewWebhookPayload": Attempt(_preview),
    **{field: _webhook(field) for field in _WEBHOOKS},
    "tasks": Attempt(_list_tasks, LEADS),
    **{f"{verb}Task": _task(f"{verb}Task") for verb in ("create", "update", "complete", "reopen", "cancel")},
    "addComment": Attempt(_comment, LEADS),
    "deleteComment": Attempt(_delete_comment),
    "timelineAdded": Attempt(_follow_timeline, LEADS),
    "setNextFollowUp": _leading("setNextFollowUp"),
    "activities": Attempt(_list_activities, LEADS),
    "logActivity": Attempt(_log_activity, LEADS),
    "updateActivity": _own_activity("updateActivity"),
    "deleteActivity": _own_activity("deleteActivity"),
    "notifications": _reading("{ notifications { totalCount } }"),
    "notificationAdded": Attempt(_be_told),
    "markNotificationsRead": Attempt(_mark_read),
    "updateTenant": Attempt(_update_tenant),
    "changePassword": Attempt(_change_password),
}
