"""Two rows of each kind in a tenant, and generated calls that ask for them."""

from __future__ import annotations

import itertools
import re
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

from leadhub.accounts.models import PasswordReset
from leadhub.kit.node import from_global, to_global
from leadhub.members import secrets
from leadhub.members.models import SecretKind
from tests.capture import made as capture
from tests.notifications.made import tell
from tests.streams.first import first_item
from tests.walk import NODE_TYPES, SCHEMA, Path, Root, Values, document, id_paths, input_at
from tests.webhooks import made as webhooks
from tests.world import PASSWORD, Answer, Caller, Company

_numbers = itertools.count(1)


class Tenant:
    """A company with two rows of each kind, known by their type, and values for what they cannot tell."""

    def __init__(self, company: Company) -> None:
        self.company = company
        self.rows: dict[str, list[str]] = {}
        self.tokens: dict[str, str] = {}

    @property
    def owner(self) -> Caller:
        return self.company.owner

    def marks(self) -> set[str]:
        """What would betray this tenant: its slug (in every name it gave) and all its ids."""
        ids = {id for rows in self.rows.values() for id in rows}
        return {self.company.slug, *ids, *(str(from_global(id)[1]) for id in ids)}

    async def fill(self) -> Tenant:
        """Makes the rows."""
        company, slug, rows = self.company, self.company.slug, self.rows
        stages = await company.stages()
        rows["Stage"] = [stages["Proposal"], stages["Qualified"]]
        rows["Lead"] = [
            (
                await company.lead(
                    lastName=f"{name} {slug}",
                    tags=[f"{name} {slug}"],
                    emails=[f"{name}@{slug}.test"],
                    phones=["030 901820"],
                )
            )["id"]
            for name in ("one", "two")
        ]
        rows["Team"] = [
            (await self.owner.done("createTeam", {"name": f"{name} {slug}"}, "team { id }"))["team"]["id"]
            for name in ("one", "two")
        ]
        rows["Company"] = [await self._made("Company", name=f"{name} {slug}") for name in ("one", "two")]
        rows["Contact"] = [await self._made("Contact", lastName=f"{name} {slug}") for name in ("one", "two")]
        rules = [
            await self.owner.done(
                "createScoringRule",
                {"name": f"{name} {slug}", "points": 5, "filter": {"tag": {"eq": f"{name} {slug}"}}},
                "scoringRule { id }",
            )
            for name in ("one", "two")
        ]
        rows["ScoringRule"] = [rule["scoringRule"]["id"] for rule in rules]
        rows["SlaPolicy"] = [
            await self._made(
                "SlaPolicy",
                name=f"{name} {slug}",
                firstResponseSeconds=3600,
                filter={"firstName": {"eq": name}},
            )
            for name in ("one", "two")
        ]
        rows["Deal"] = [await self._made("Deal", name=f"{name} {slug}") for name in ("one", "two")]
        rows["Member"] = [company.agent.id, company.colleague.id]
        partners = await self.owner.done("createPipeline", {"name": f"p {slug}"}, "pipeline { id }")
        field = await self.owner.done(
            "createCustomField", {"key": "size", "name": slug, "kind": "TEXT"}, "customField { id }"
        )
        invited = await self.owner.done(
            "inviteMember", {"email": f"new@{slug}.test", "role": "AGENT"}, "token invitation { id }"
        )
        key = await self.owner.done("createApiKey", {"name": slug, "scopes": []}, "apiKey { id }")
        rows["AssignmentRule"] = [
            (
                await self.owner.done(
                    "createAssignmentRule",
                    {"name": f"{name} {slug}", "strategy": "QUEUE", "teamId": rows["Team"][0]},
                    "assignmentRule { id }",
                )
            )["assignmentRule"]["id"]
            for name in ("one", "two")
        ]
        data = await self.owner.ok(
            """{ pipelines { id isDefault } tags { id } leadSources { id } scoringSettings { id } lostReasons { id }
              viewer { tenant { id } } auditLog(first: 1) { nodes { id } } events(after: 0, first: 2) { events { id } }
              leads(first: 1) { nodes { stageHistory { id } } } duplicateGroups { nodes { id } } }"""
        )
        default = next(found["id"] for found in data["pipelines"] if found["isDefault"])
        rows["Pipeline"] = [partners["pipeline"]["id"], default]
        rows["Tag"] = [tag["id"] for tag in data["tags"]]
        rows["LeadSource"] = [source["id"] for source in data["leadSources"]]
        rows["LostReason"] = [reason["id"] for reason in data["lostReasons"]]
        rows["CustomField"] = [field["customField"]["id"]] * 2
        rows["Invitation"] = [invited["invitation"]["id"]] * 2
        rows["ApiKey"] = [key["apiKey"]["id"]] * 2
        rows["ScoringSettings"] = [data["scoringSettings"]["id"]] * 2
        rows["Tenant"] = [data["viewer"]["tenant"]["id"]] * 2
        rows["Event"] = [event["id"] for event in data["events"]["events"]]
        rows["AuditEntry"] = [data["auditLog"]["nodes"][0]["id"]] * 2
        survivor, absorbed = [
            (await company.lead(lastName=f"merged {name} {slug}"))["id"] for name in ("one", "two")
        ]
        given = {"survivorId": survivor, "absorbedIds": [absorbed]}
        merged = await self.owner.done("mergeLeads", given, "merge { id }")
        rows["MergeRecord"] = [merged["merge"]["id"]] * 2
        rows["DuplicateGroup"] = [data["duplicateGroups"]["nodes"][0]["id"]] * 2
        rows["StageChange"] = [data["leads"]["nodes"][0]["stageHistory"][0]["id"]] * 2
        self.tokens["invitation"] = invited["token"]
        endpoints = [await webhooks.make(self.owner, url=f"{webhooks.URL}/{slug}") for _ in range(2)]
        rows["WebhookEndpoint"] = [endpoint["id"] for endpoint in endpoints]
        rows["WebhookDelivery"] = [await webhooks.deliver(company, endpoint) for endpoint in endpoints]
        rows["Activity"] = [
            await self._logged(rows["Lead"][0], body=f"{name} {slug}") for name in ("one", "two")
        ]
        of_lead = {"leadId": rows["Lead"][0]}
        rows["Task"] = [
            await self._made("Task", title=f"{name} {slug}", **of_lead) for name in ("one", "two")
        ]
        for name in ("one", "two"):
            said = {"body": f"{name} {slug}", **of_lead}
            made = await self.owner.done("addComment", said, "comment { id }")
            rows.setdefault("Comment", []).append(made["comment"]["id"])
        timeline = await self.owner.ok(
            "query($id: ID!) { lead(id: $id) { timeline(first: 2) { nodes { id } } } }", id=rows["Lead"][0]
        )
        rows["TimelineItem"] = [item["id"] for item in timeline["lead"]["timeline"]["nodes"]]
        await self._fill_forms()
        rows["Notification"] = [await tell(company, self.owner) for _ in range(2)]
        return self

    async def _fill_forms(self) -> None:
        """Two forms, and what was sent through the first."""
        forms = [
            await capture.make(self.company, name=f"{name} {self.company.slug}") for name in ("one", "two")
        ]
        self.rows["CaptureForm"] = [form.id for form in forms]
        self.rows["Submission"] = [(await forms[0].send(last=self.company.slug)).json["id"] for _ in range(2)]

    async def _made(self, kind: str, **input: Any) -> str:
        """The id of a new row."""
        thing = f"{kind[0].lower()}{kind[1:]}"
        return (await self.owner.done(f"create{kind}", input, f"{thing} {{ id }}"))[thing]["id"]

    async def _logged(self, lead: str, **input: Any) -> str:
        given = {"leadId": lead, "kind": "CALL", **input}
        made = await self.owner.done("logActivity", given, "activity { id }")
        return str(made["activity"]["id"])

    async def sign_in(self) -> None:
        """Tokens for the fields that are open to everybody."""
        payload = await self.company.world.anonymous.done(
            "signIn",
            {"tenant": self.company.slug, "email": f"viewer@{self.company.slug}.test", "password": PASSWORD},
            "refreshToken",
        )
        self.tokens["refresh"] = payload["refreshToken"]
        async with self.company.inside():
            member = self.company.outsider.member
            assert member is not None
            reset = await PasswordReset.create(
                member_id=member.id, expires_at=datetime.now(UTC) + timedelta(hours=1)
            )
            self.tokens["reset"] = await secrets.issue(SecretKind.RESET, reset)

    async def prepare(self, root: Root) -> None:
        """What must have happened before a call can succeed."""
        if root.name == "restoreLead":
            await self.owner.done("deleteLead", {"id": self.rows["Lead"][0], "expectedVersion": 1})
        if root.name == "reopenTask":
            await self.owner.done("cancelTask", {"id": self.rows["Task"][0], "expectedVersion": 1})
        if root.name == "reinstateMember":
            await self.owner.done("suspendMember", {"id": self.rows["Member"][0]})
        if root.name in {"refreshSession", "signOut", "resetPassword"}:
            await self.sign_in()

    async def stir(self) -> None:
        """Something happens, for those who follow."""
        await self.company.lead(lastName=f"news {self.company.slug}")

    def known(self, owner: str, name: str) -> Any:
        """Values that are no ids, by input type and field."""
        slug = self.company.slug
        values = {
            ("CreateLeadInput", "lastName"): f"three {slug}",
            ("ConvertLeadInput", "contact"): {"create": {}},
            ("CreateCompanyInput", "name"): f"three {slug}",
            ("CreateContactInput", "lastName"): f"three {slug}",
            ("CreateTaskInput", "title"): f"three {slug}",
            ("CreateDealInput", "name"): f"three {slug}",
            ("CreateScoringRuleInput", "name"): f"{uuid4()} {slug}",
            ("CreateSlaPolicyInput", "name"): f"{uuid4()} {slug}",
            ("CreateSlaPolicyInput", "firstResponseSeconds"): 3600,
            ("ReorderSlaPoliciesInput", "ids"): self.rows["SlaPolicy"],
            ("UpsertLeadInput", "match"): {"email": f"new.lead@{slug}.test"},
            ("duplicateGroups", "first"): 10,
            ("leads", "first"): 10,
            ("possibleDuplicates", "leadId"): self.rows["Lead"][0],
            ("IgnoreDuplicateInput", "leadIds"): self.rows["Lead"],
            # Teams have leads and assignment rules, which need somewhere to go.
            ("DeleteTeamInput", "replaceWith"): self.rows["Team"][1],
            ("MergeLeadsInput", "absorbedIds"): self.rows["Lead"][1:],
            ("FieldChoice", "field"): "jobTitle",
            ("CreateCaptureFormInput", "name"): f"three {slug}",
            ("CreateCaptureFormInput", "fields"): [{"name": "last", "leadField": "lastName"}],
            ("CreateCustomFieldInput", "key"): "other",
            ("CreateWebhookEndpointInput", "url"): f"https://hooks.example.com/new/{slug}",
            ("previewWebhookPayload", "eventType"): "lead.created",
            ("CreateAssignmentRuleInput", "name"): f"rule {next(_numbers)} {slug}",
            ("CreateAssignmentRuleInput", "strategy"): "QUEUE",
            ("ReorderAssignmentRulesInput", "ids"): self.rows["AssignmentRule"],
            ("InviteMemberInput", "email"): f"another@{slug}.test",
            ("InviteMemberInput", "role"): "AGENT",
            ("ChangeMemberRoleInput", "role"): "VIEWER",
            ("CreateStageInput", "name"): "Demo",
            ("ArchiveTagInput", "keepOnLeads"): True,
            ("CreateCustomFieldInput", "kind"): "TEXT",
            ("SignInInput", "tenant"): slug,
            ("SignInInput", "email"): f"viewer@{slug}.test",
            ("SignInInput", "password"): PASSWORD,
            ("RequestPasswordResetInput", "tenant"): slug,
            ("RequestPasswordResetInput", "email"): f"viewer@{slug}.test",
            ("ChangePasswordInput", "currentPassword"): PASSWORD,
            ("ChangePasswordInput", "newPassword"): "a new and better one",
            ("AcceptInvitationInput", "token"): self.tokens.get("invitation"),
            ("AcceptInvitationInput", "password"): "a new and better one",
            ("RefreshSessionInput", "refreshToken"): self.tokens.get("refresh"),
            ("SignOutInput", "refreshToken"): self.tokens.get("refresh"),
            ("ResetPasswordInput", "token"): self.tokens.get("reset"),
            ("ResetPasswordInput", "password"): "a new and better one",
        }
        return values.get((owner, name))

    async def own_value(self, root: Root, path: Path, type_name: str) -> Any:
        """The id that this tenant puts at a path for the call to succeed: the first row for the thing
        itself, the second for what it is put in relation to."""
        if (root.name, path[-1]) == ("updatePipeline", "stageIds"):
            data = await self.owner.ok(
                "query($id: ID!) { node(id: $id) { ... on Pipeline { stages { id } } } }",
                id=self.rows["Pipeline"][0],
            )
            return [stage["id"] for stage in data["node"]["stages"]]
        if path[-1] == "leadIds":
            return self.rows["Lead"]
        if root.name == "reorderAssignmentRules":
            return self.rows["AssignmentRule"]
        if root.name == "reorderSlaPolicies":
            return self.rows["SlaPolicy"]
        if path[-1] in {"survivorId", "fromId", "mergeId"}:
            return self.rows[type_name][0]
        return self.rows[type_name][0 if path[-1] == "id" else 1]


class Asking:
    """Makes generated calls as one tenant."""

    meanings: dict[tuple[str, Path], str] = {}

    def __init__(self, tenant: Tenant) -> None:
        self.tenant = tenant

    async def call(self, root: Root, path: Path = (), value: Any = None) -> Answer:
        """The root field with this value at this path, and this tenant's own rows wherever an id is needed."""
        required = {
            place: await self._required_id(root, place, path)
            for place in self._required(root)
            if place != path
        }

        def known(owner: str, name: str) -> Any:
            for place, id in required.items():
                if input_at(root, place) == (owner, name):
                    return id
            if name == "expectedVersion":
                return self.version
            if owner.endswith("AssignmentRuleInput") and name == "strategy":
                return strategy_for(path)
            return self.tenant.known(owner, name)

        self.version = await self._version(required, path, value)
        arguments = Values(known).arguments(root, path, value)
        return await self._send(root, arguments)

    async def _send(self, root: Root, arguments: dict[str, Any]) -> Answer:
        if root.kind == "subscription":
            return await first_item(self.tenant.owner, document(root), self.tenant.stir, **arguments)
        return await self.tenant.owner(document(root), **arguments)

    def _required(self, root: Root) -> list[Path]:
        made = Values(lambda *_: None).arguments(root)
        return [path for path in id_paths(root) if _holds(made, path)]

    async def _required_id(self, root: Root, place: Path, asked: Path) -> Any:
        if asked[-1:] == ("lostReasonId",) and place[-1] == "stageId":
            return (await self.tenant.company.stages())["Lost"]
        return await self.tenant.own_value(root, place, await self.meaning(root, place))

    async def _version(self, required: dict[Path, Any], path: Path, value: Any) -> int:
        ids = [id for place, id in required.items() if place[-1] == "id"] + (
            [value] if path[-1:] == ("id",) else []
        )
        if not ids or isinstance(ids[0], list):
            return 1
        kinds = " ".join(
            f"... on {name} {{ version }}"
            for name in NODE_TYPES
            # That of an event is its subject's, and null where that has none.
            if "version" in SCHEMA.type_map[name].fields and name != "Event"
        )
        answer = await self.tenant.owner(f"query($id: ID!) {{ node(id: $id) {{ {kinds} }} }}", id=ids[0])
        return int(((answer.data or {}).get("node") or {}).get("version", 1))

    async def meaning(self, root: Root, path: Path) -> str:
        """The type that an id at a path must be of: the API says so itself when it gets another."""
        for _ in range(6):
            if (found := self.meanings.get((root.name, path))) is not None:
                return found
            await self._learn(root, path)
        raise AssertionError(f"{root} {path}: the type of this id cannot be learnt")

    async def _learn(self, root: Root, path: Path) -> None:
        """One call with ids of no type wherever nothing better is known, and what its refusal teaches."""
        nothing, places = to_global("Nothing", uuid4()), {}
        for place in self._required(root):
            type_name = self.meanings.get((root.name, place))
            id = await self.tenant.own_value(root, place, type_name) if type_name else nothing
            places[input_at(root, place)] = id
        arguments = Values(
            lambda owner, name: places.get((owner, name)) or self.tenant.known(owner, name)
        ).arguments(root, path, nothing)
        answer = await self._send(root, arguments)
        payload = (answer.data or {}).get(root.name) or {}
        for fault in payload.get("userErrors", []) if isinstance(payload, dict) else []:
            self._note(root, tuple(step for step in fault["path"] if not step.isdigit()), fault["message"])
        for error in answer.errors:
            self._note(root, path, error["message"])

    def _note(self, root: Root, path: Path, message: str) -> None:
        found = re.search(r"[Aa]n? (\w+) is needed here|needs the id of an? (\w+)", message)
        if found:
            self.meanings[root.name, path] = found.group(1) or found.group(2)


def strategy_for(path: Path) -> str:
    """The strategy of a rule that has a use for the id at a path."""
    if "weights" in path:
        return "WEIGHTED"
    return "FIXED" if path[-1:] == ("memberId",) else "QUEUE"


def _holds(arguments: Any, path: Path) -> bool:
    for name in path:
        if not isinstance(arguments, dict) or name not in arguments:
            return False
        arguments = arguments[name]
    return arguments != []
