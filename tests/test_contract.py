"""The published contract: it is up to date, complete, described and guarded; and its operations work."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import strawberry
from graphql import (
    GraphQLEnumType,
    GraphQLInputObjectType,
    GraphQLInterfaceType,
    GraphQLObjectType,
    build_ast_schema,
    parse,
    validate,
)
from strawberry.tools import create_type

from leadhub.kit.fields import mutation, query
from leadhub.kit.guard import access_of, entity_access
from leadhub.kit.model import TenantModel
from leadhub.kit.node import entity
from leadhub.kit.scopes import Open, Scope
from leadhub.operations import known_operations
from leadhub.schema import SDL_FILE, sdl
from leadhub.settings import Settings
from leadhub.tenants import models as tenants
from tests.capture import made as capture
from tests.notifications.made import tell
from tests.streams.first import first_item
from tests.walk import SCHEMA, roots
from tests.webhooks import made as webhooks
from tests.world import PASSWORD, Company

OPERATIONS = sorted((Path(__file__).parent.parent / "schema" / "operations").glob("*.graphql"))

# What may be asked without signing in. A new one is a decision, and is made here.
PUBLIC = {
    "viewer",
    "signIn",
    "refreshSession",
    "signOut",
    "acceptInvitation",
    "requestPasswordReset",
    "resetPassword",
}
# What everybody may ask who is signed in, whatever their scopes.
SIGNED_IN = {"node"}


def test_the_exported_schema_is_up_to_date() -> None:
    assert SDL_FILE.read_text() == sdl(), "run `just schema`"


def test_the_exported_schema_builds_and_is_the_one_that_runs() -> None:
    published = build_ast_schema(parse(SDL_FILE.read_text()))
    assert set(published.type_map) >= {name for name in SCHEMA.type_map if not name.startswith("__")}


def test_every_setting_is_documented_and_nothing_else() -> None:
    page = (Path(__file__).parent.parent / "docs" / "settings.md").read_text()
    rows = [line.split("|")[1] for line in page.splitlines() if line.startswith("| `")]
    documented = {name for row in rows for name in re.findall(r"`(\w+)`", row)}
    assert documented == {name.upper() for name in Settings.model_fields}


def test_public_root_fields_are_these() -> None:
    accesses = {root.name: access_of(root.field) for root in roots()}
    assert {name for name, access in accesses.items() if access is Open.PUBLIC} == PUBLIC
    assert {name for name, access in accesses.items() if access is Open.SIGNED_IN} == SIGNED_IN


def test_a_root_field_says_which_scope_it_needs() -> None:
    for root in roots():
        access = access_of(root.field)
        if isinstance(access, Scope):
            assert f"`{access}`" in (root.field.description or ""), root.name


def test_a_root_field_without_a_scope_does_not_build() -> None:
    @strawberry.field(description="Forgotten.")
    def leak() -> str:
        return "everything"

    schema = strawberry.Schema(create_type("Query", [leak]))
    with pytest.raises(TypeError, match="names no scope"):
        access_of(schema._schema.query_type.fields["leak"])


def test_a_field_or_type_without_a_description_does_not_build() -> None:
    async def bare() -> str:
        return ""

    with pytest.raises(TypeError, match="needs a docstring"):
        query(Scope.LEAD_READ, str)(bare)
    with pytest.raises(TypeError, match="needs a docstring"):
        mutation(Scope.LEAD_WRITE)(bare)  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="needs a docstring"):

        @entity(tenants.Tenant, Scope.LEAD_READ)
        class Bare:
            name: str


def test_every_type_made_from_a_table_has_a_scope() -> None:
    tables = {kind.__name__ for kind in _subclasses(TenantModel)}
    for name, type_ in SCHEMA.type_map.items():
        if name in tables:
            assert entity_access(type_) is not None, name


def _subclasses(kind: type) -> set[type]:
    return {found for child in kind.__subclasses__() for found in {child, *_subclasses(child)}}


def test_everything_is_described() -> None:
    missing = []
    for name, type_ in SCHEMA.type_map.items():
        if name.startswith("__") or name in {"Query", "Mutation", "String", "Int", "Boolean", "ID", "Float"}:
            continue
        if not type_.description:
            missing.append(name)
        missing += [f"{name}.{part}" for part in _undescribed(type_)]
    for root in roots():
        missing += [] if root.field.description else [root.name]
        missing += [
            f"{root.name}({argument})" for argument, value in root.field.args.items() if not value.description
        ]
    assert missing == []


def _undescribed(type_: Any) -> list[str]:
    if isinstance(type_, GraphQLEnumType):
        return [name for name, value in type_.values.items() if not value.description]
    if isinstance(type_, GraphQLObjectType | GraphQLInterfaceType | GraphQLInputObjectType):
        return [name for name, field in type_.fields.items() if not field.description]
    return []


def test_a_mutation_takes_one_input_and_answers_a_payload_with_user_errors() -> None:
    for root in roots():
        if root.kind != "mutation":
            continue
        name = root.name[0].upper() + root.name[1:]
        assert list(root.field.args) == ["input"]
        assert str(root.field.args["input"].type) == f"{name}Input!"
        assert str(root.field.type) in {f"{name}Payload!", "SignInPayload!"}
        assert str(root.field.type.of_type.fields["userErrors"].type) == "[UserError!]!"


@pytest.mark.parametrize("path", OPERATIONS, ids=lambda path: path.stem)
def test_a_published_operation_fits_the_schema(path: Path) -> None:
    document = parse(path.read_text())
    assert validate(SCHEMA, document) == []
    [operation] = document.definitions
    assert operation.name.value == path.stem, "the file has the name of its operation"
    assert path.stem in known_operations()


def text(name: str) -> str:
    return next(path.read_text() for path in OPERATIONS if path.stem == name)


async def test_the_published_operations_carry_a_lead_through_its_life(company: Company) -> None:
    """One story with every published operation in it, so that none is published that does not work."""
    used: set[str] = set()

    async def run(name: str, **variables: Any) -> Any:
        used.add(name)
        data = await company.owner.ok(text(name), **variables)
        if text(name).startswith("query"):  # which a plan answers when it comes again
            await company.owner.ok(text(name), **variables)
        return data

    signed_in = await run(
        "SignIn",
        input={"tenant": company.slug, "email": f"owner@{company.slug}.test", "password": PASSWORD},
    )
    refreshed = await run("RefreshSession", input={"refreshToken": signed_in["signIn"]["refreshToken"]})
    await run("SignOut", input={"refreshToken": refreshed["refreshSession"]["refreshToken"]})
    assert (await run("Viewer"))["viewer"]["role"] == "OWNER"

    settings = await run("Settings")
    stages = {stage["name"]: stage["id"] for stage in settings["pipelines"][0]["stages"]}
    lead = (await run("CreateLead", input={"firstName": "Ada", "emails": ["ada@x.test"]}))["createLead"][
        "lead"
    ]
    updated = await run("UpdateLead", input={"id": lead["id"], "expectedVersion": 1, "lastName": "Lovelace"})
    assert updated["updateLead"]["lead"]["fullName"] == "Ada Lovelace"
    await run("ClaimLead", input={"id": lead["id"]})
    await run("AssignLead", input={"id": lead["id"], "expectedVersion": 3, "ownerId": company.agent.id})
    await run(
        "TransitionLead", input={"id": lead["id"], "expectedVersion": 4, "stageId": stages["Qualified"]}
    )
    found = await run("Leads", search="ada", filter={"status": {"eq": "QUALIFIED"}})
    assert found["leads"]["totalCount"] == 1
    assert (await run("Lead", id=lead["id"]))["lead"]["stageHistory"][-1]["toName"] == "Qualified"
    await run("DeleteLead", input={"id": lead["id"], "expectedVersion": 5})
    await run("RestoreLead", input={"id": lead["id"]})
    await _duplicates(run, lead["id"])

    await run("CreateTeam", input={"name": "East"})
    await run("InviteMember", input={"email": f"new@{company.slug}.test", "role": "AGENT"})
    await run("CreateApiKey", input={"name": "sync", "scopes": ["lead:read"]})
    await run("SuspendMember", input={"id": company.outsider.id})
    assert (await run("Members", first=5))["members"]["totalCount"] == 8
    assert (await run("AuditLog", first=3))["auditLog"]["nodes"][0]["action"] == "member.suspended"
    await _scoring(run)
    await _answering(run)
    await _converting(company, run)
    await _routing(company, run)
    await _capturing(company, run)
    await _webhooks(company, run)
    await _working(company, run)
    await tell(company, company.owner)
    assert len((await run("Notifications"))["notifications"]["nodes"]) == 1
    assert (await run("MarkNotificationsRead", input={}))["markNotificationsRead"]["count"] == 1
    used.update(await _following(company))
    assert used == {path.stem for path in OPERATIONS}


async def _duplicates(run: Any, lead_id: str) -> None:
    """The part of the story that is about who is whose double."""
    upserted = await run("UpsertLead", input={"match": {"email": "ada@x.test"}, "jobTitle": "Countess"})
    assert (upserted["upsertLead"]["created"], upserted["upsertLead"]["lead"]["id"]) == (False, lead_id)
    found = await run("PossibleDuplicates", input={"emails": ["ada@x.test"]})
    assert found["possibleDuplicates"]["candidates"][0]["lead"]["id"] == lead_id
    twin = await run("CreateLead", input={"emails": ["ada@x.test"], "onDuplicate": "WARN"})
    assert len(twin["createLead"]["duplicates"]["candidates"]) == 1
    [group] = (await run("DuplicateGroups"))["duplicateGroups"]["nodes"]
    ids = [lead["id"] for lead in group["leads"]]
    ignored = await run("IgnoreDuplicate", input={"leadIds": ids})
    assert ignored["ignoreDuplicate"]["leads"][0]["duplicateState"] == "IGNORED"
    merged = await run("MergeLeads", input={"survivorId": ids[0], "absorbedIds": ids[1:]})
    assert merged["mergeLeads"]["merge"]["absorbed"][0]["id"] == ids[1]
    undone = await run("UndoMerge", input={"mergeId": merged["mergeLeads"]["merge"]["id"]})
    assert [lead["id"] for lead in undone["undoMerge"]["restored"]] == ids[1:]


async def _working(company: Company, run: Any) -> None:
    """The part of the story that is about the work on a lead."""
    lead = await company.lead()
    call = (await run("LogActivity", input={"leadId": lead["id"], "kind": "CALL"}))["logActivity"]["activity"]
    assert call["lead"]["firstRespondedAt"] == call["occurredAt"]
    wish = {"id": call["id"], "expectedVersion": 1, "outcome": "busy"}
    assert (await run("UpdateActivity", input=wish))["updateActivity"]["activity"]["outcome"] == "busy"
    assert len((await run("Activities", leadId=lead["id"]))["activities"]["nodes"]) == 1
    gone = await run("DeleteActivity", input={"id": call["id"], "expectedVersion": 2})
    assert gone["deleteActivity"]["deletedId"] == call["id"]
    await _doing(company, run, lead)


async def _doing(company: Company, run: Any, lead: dict[str, Any]) -> None:
    """The part of the story that is about what is to be done."""
    moment = datetime.now(UTC)
    given = {
        "leadId": lead["id"],
        "title": "Call back",
        "dueAt": (moment - timedelta(hours=1)).isoformat(),
        "recurrence": "FREQ=DAILY",
    }
    task = (await run("CreateTask", input=given))["createTask"]["task"]
    day = {
        "me": company.owner.id,
        "now": moment.isoformat(),
        "tomorrow": (moment + timedelta(days=1)).isoformat(),
    }
    assert [one["id"] for one in (await run("MyDay", **day))["overdue"]["nodes"]] == [task["id"]]
    wish = {"id": task["id"], "expectedVersion": 1}
    await run("UpdateTask", input=wish | {"priority": "HIGH"})
    done = (await run("CompleteTask", input=wish | {"expectedVersion": 2}))["completeTask"]
    assert done["next"]["priority"] == "HIGH"
    await run("ReopenTask", input=wish | {"expectedVersion": 3})
    await run("CancelTask", input=wish | {"expectedVersion": 4})
    open_ones = {"status": {"eq": "OPEN"}}
    assert (await run("Tasks", filter=open_ones))["tasks"]["nodes"][0]["id"] == done["next"]["id"]
    promised = {"id": lead["id"], "expectedVersion": 1, "at": given["dueAt"]}
    await run("SetNextFollowUp", input=promised)
    said = {"leadId": lead["id"], "body": f"@[{company.agent.id}] What do you think?"}
    comment = (await run("AddComment", input=said))["addComment"]
    assert [member["id"] for member in comment["notTold"]] == [company.agent.id]
    shown = (await run("Timeline", leadId=lead["id"]))["lead"]["timeline"]["nodes"]
    assert [item["kind"] for item in shown] == ["COMMENT", "TASK_DONE", "CREATED"]
    await run("DeleteComment", input={"id": comment["comment"]["id"]})


async def _routing(company: Company, run: Any) -> None:
    """The part of the story that is about who gets new leads."""
    hours = {"intervals": [{"day": "MONDAY", "from": "09:00", "until": "17:00"}]}
    much = {"memberId": company.colleague.id, "capacityOpen": 50, "workingHours": hours}
    await run("SetAvailability", input=much)
    made = await run(
        "CreateAssignmentRule", input={"name": "All", "strategy": "FIXED", "memberId": company.agent.id}
    )
    rule = made["createAssignmentRule"]["assignmentRule"]
    await run("UpdateAssignmentRule", input={"id": rule["id"], "expectedVersion": 1, "name": "Everything"})
    assert [one["name"] for one in (await run("AssignmentRules"))["assignmentRules"]] == ["Everything"]
    await run("ReorderAssignmentRules", input={"ids": [rule["id"]]})
    said = await run("SimulateAssignment", input={"lastName": "Hopper"})
    lead = (await run("CreateLead", input={"lastName": "Hopper"}))["createLead"]["lead"]
    [decision] = (await run("AssignmentLog", leadId=lead["id"]))["assignmentLog"]["nodes"]
    assert decision["member"]["id"] == said["simulateAssignment"]["member"]["id"] == company.agent.id
    await run("ArchiveAssignmentRule", input={"id": rule["id"], "expectedVersion": 2})


async def _scoring(run: Any) -> None:
    """The part of the story that is about scores."""
    input = {"name": "new", "points": 30, "filter": {}, "decay": {"points": 10, "days": 7}}
    made = (await run("CreateScoringRule", input=input))["createScoringRule"]["scoringRule"]
    lead = (await run("CreateLead", input={"firstName": "Grace"}))["createLead"]["lead"]
    [item] = (await run("Lead", id=lead["id"]))["lead"]["scoreBreakdown"]
    assert (item["rule"], item["points"]) == ({"id": made["id"], "name": "new"}, 30)
    await run("UpdateScoringRule", input={"id": made["id"], "expectedVersion": 1, "points": 20})
    await run("UpdateScoringSettings", input={"expectedVersion": 1, "hotFrom": 60})
    found = await run("Scoring")
    assert [rule["points"] for rule in found["scoringRules"]] == [20]
    assert (found["scoringSettings"]["hotFrom"], found["scoringSettings"]["rescoring"]["done"]) == (60, 0)
    await run("ArchiveScoringRule", input={"id": made["id"], "expectedVersion": 2})


async def _answering(run: Any) -> None:
    """The part of the story that is about answers that are due."""
    input = {"name": "all", "filter": {}, "firstResponseSeconds": 3600}
    made = (await run("CreateSlaPolicy", input=input))["createSlaPolicy"]["slaPolicy"]
    lead = (await run("CreateLead", input={"firstName": "Grace"}))["createLead"]["lead"]
    sla = (await run("Lead", id=lead["id"]))["lead"]["sla"]
    assert (sla["status"], sla["policy"]) == ("PENDING", {"id": made["id"], "name": "all"})
    await run("UpdateSlaPolicy", input={"id": made["id"], "expectedVersion": 1, "notify": ["TEAM"]})
    await run("ReorderSlaPolicies", input={"ids": [made["id"]]})
    assert [one["notify"] for one in (await run("SlaPolicies"))["slaPolicies"]] == [["TEAM"]]
    await run("ArchiveSlaPolicy", input={"id": made["id"], "expectedVersion": 2})


async def _following(company: Company) -> set[str]:
    """The part of the story that is about being told."""
    head = (await company.owner.ok(text("Events"), after=0, first=1))["events"]["headSeq"]
    told = await first_item(company.owner, text("EventStream"), company.lead, after=head)
    assert told.data["eventStream"]["seq"] == head + 1
    seen = await first_item(
        company.owner, text("LeadChanged"), company.lead, filter={"status": {"eq": "OPEN"}}
    )
    assert (seen.data["leadChanged"]["kind"], seen.data["leadChanged"]["seq"]) == ("ENTERED", head + 2)
    told = await first_item(company.owner, text("NotificationAdded"), lambda: tell(company, company.owner))
    assert told.data["notificationAdded"]["kind"] == "WEBHOOK_DISABLED"
    lead = await company.lead()
    happening = company.owner.done("addComment", {"leadId": lead["id"], "body": "Hear, hear."})
    told = await first_item(company.owner, text("TimelineAdded"), lambda: happening, leadId=lead["id"])
    assert told.data["timelineAdded"]["comment"]["body"] == "Hear, hear."
    return {"Events", "EventStream", "LeadChanged", "NotificationAdded", "TimelineAdded"}


async def _converting(company: Company, run: Any) -> None:
    """The part of the story that is about what a lead becomes."""
    firm = (await run("CreateCompany", input={"name": "Engines"}))["createCompany"]["company"]
    await run("UpdateCompany", input={"id": firm["id"], "expectedVersion": 1, "domain": "engines.test"})
    person = {"lastName": "Babbage", "companyId": firm["id"]}
    contact = (await run("CreateContact", input=person))["createContact"]["contact"]
    await run("UpdateContact", input={"id": contact["id"], "expectedVersion": 1, "firstName": "Charles"})
    deal = (await run("CreateDeal", input={"name": "A machine"}))["createDeal"]["deal"]
    await run("UpdateDeal", input={"id": deal["id"], "expectedVersion": 1, "contactId": contact["id"]})
    lead = await company.lead(emails=["ada@engines.test"])
    targets = {"company": {"existingId": firm["id"]}, "deal": {"existingId": deal["id"]}}
    wish = {"id": lead["id"], "expectedVersion": 1, "contact": {"create": {}}, **targets}
    shown = (await run("ConvertLead", input=wish | {"dryRun": True}))["convertLead"]
    assert [found["id"] for found in shown["proposals"]["companies"]] == [firm["id"]]
    became = (await run("ConvertLead", input=wish))["convertLead"]
    assert (became["deal"], became["proposals"]) == (shown["deal"], None)
    assert (await run("Companies", search="eng"))["companies"]["totalCount"] == 1
    assert (await run("Contacts", filter={"companyId": {"eq": firm["id"]}}))["contacts"]["totalCount"] == 2
    assert (await run("Deals", first=1))["deals"]["nodes"][0]["id"] == deal["id"]


async def _capturing(company: Company, run: Any) -> None:
    """The part of the story that is about forms."""
    given = {"name": "Contact us", "fields": capture.FIELDS}
    made = (await run("CreateCaptureForm", input=given))["createCaptureForm"]["captureForm"]
    mine = {"id": made["id"]}
    await run("UpdateCaptureForm", input=mine | {"expectedVersion": 1, "minFillSeconds": 2})
    rotated = (await run("RotateFormKey", input=mine))["rotateFormKey"]["captureForm"]
    [listed] = (await run("CaptureForms"))["captureForms"]["nodes"]
    assert listed["publicKey"] == rotated["publicKey"] != made["publicKey"]
    sent = (await capture.Form(company, listed).send()).json["id"]
    await run("ReplaySubmission", input={"id": sent})
    became = (await run("ReleaseSubmission", input={"id": sent}))["releaseSubmission"]
    [submission] = (await run("Submissions", formId=made["id"]))["submissions"]["nodes"]
    assert (submission["lead"], submission["verdict"]) == (became["lead"], "ACCEPTED")


async def _webhooks(company: Company, run: Any) -> None:
    """The part of the story that is about webhooks."""
    made = await run("CreateWebhookEndpoint", input={"url": webhooks.URL, "eventTypes": ["lead.created"]})
    endpoint = made["createWebhookEndpoint"]["webhookEndpoint"]
    mine = {"id": endpoint["id"]}
    assert (await run("RotateWebhookSecret", input=mine))["rotateWebhookSecret"]["secret"]
    await run("UpdateWebhookEndpoint", input=mine | {"expectedVersion": 1, "eventTypes": []})
    event = (await run("TestWebhook", input=mine))["testWebhook"]["event"]
    preview = await run(
        "PreviewWebhookPayload", eventType="webhook_endpoint.tested", endpointId=endpoint["id"]
    )
    assert preview["previewWebhookPayload"]["body"]["id"] == event["id"]
    delivery = await webhooks.deliver(company, endpoint)
    await run("ReplayDelivery", input={"id": delivery})
    found = await run("WebhookDeliveries", endpointId=endpoint["id"])
    assert [node["replayOf"] for node in found["webhookDeliveries"]["nodes"]] == [delivery, None]
    sent = {"endpointId": endpoint["id"], "fromSeq": 1, "toSeq": event["seq"]}
    assert (await run("ReplayEvents", input=sent))["replayEvents"]["events"] == event["seq"]
    assert (await run("WebhookEndpoints"))["webhookEndpoints"]["nodes"][0]["id"] == endpoint["id"]
    await run("DeleteWebhookEndpoint", input=mine)
