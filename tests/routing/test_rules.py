"""Assignment rules: made, changed, ordered, put away; what they must say, and whose they are."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from leadhub.kit.hours import Weekday
from tests.routing.teams import RULE, log, owner_of, people, reasons, rule, rules, shares
from tests.world import Caller, Company


async def test_a_rule_shows_what_it_was_made_of(company: Company) -> None:
    ann, ben = await people(company, "Ann", "Ben")
    made = await rule(
        company,
        "WEIGHTED",
        name="Web",
        teamId=company.teams["North"],
        filter={"companyName": {"startsWith": "A"}},
        weights=shares((ann, ben), 1, 2),
        active=False,
    )
    assert made | {"id": ""} == {
        "id": "",
        "version": 1,
        "name": "Web",
        "position": 0,
        "active": False,
        "strategy": "WEIGHTED",
        "filter": {"companyName": {"startsWith": "A"}},
        "weights": [{"weight": 1, "member": {"id": ann.id}}, {"weight": 2, "member": {"id": ben.id}}],
    }
    assert [one["id"] for one in await rules(company)] == [made["id"]]


async def test_a_rule_that_is_off_is_passed_over(company: Company) -> None:
    ann, ben = await people(company, "Ann", "Ben")
    first = await rule(company, "FIXED", memberId=ann.id)
    await rule(company, "FIXED", memberId=ben.id)
    input = {"id": first["id"], "expectedVersion": 1, "active": False}
    await company.owner.done("updateAssignmentRule", input)
    assert await owner_of(company, await company.lead()) == "Ben"


async def test_leads_move_no_version_of_their_rule(company: Company) -> None:
    await rule(company, "ROUND_ROBIN", teamId=company.teams["North"])
    for _ in range(2):
        await company.lead()
    assert (await rules(company))[0]["version"] == 1


async def test_a_rule_may_become_another(company: Company) -> None:
    ann, ben = await people(company, "Ann", "Ben")
    made = await rule(company, "WEIGHTED", weights=shares((ann, ben), 1, 2), filter={"number": {"ne": "x"}})
    input = {
        "id": made["id"],
        "expectedVersion": 1,
        "name": "To Ben",
        "strategy": "FIXED",
        "memberId": ben.id,
        "weights": [],
        "filter": None,
    }
    changed = (await company.owner.done("updateAssignmentRule", input, RULE))["assignmentRule"]
    assert (changed["version"], changed["strategy"], changed["weights"], changed["filter"]) == (
        2,
        "FIXED",
        [],
        None,
    )
    error = await company.owner.refused("updateAssignmentRule", input)
    assert (error["code"], error["meta"]) == ("CONFLICT_VERSION", {"version": 2})
    same = await company.owner.done("updateAssignmentRule", input | {"expectedVersion": 2}, RULE)
    assert same["assignmentRule"]["version"] == 2, "nothing changed"


async def test_rules_are_asked_in_the_order_that_somebody_gave_them(company: Company) -> None:
    ann, ben, cem = await people(company, "Ann", "Ben", "Cem")
    made = [await rule(company, "FIXED", memberId=one.id) for one in (ann, ben, cem)]
    ids = [one["id"] for one in made]
    payload = await company.owner.done(
        "reorderAssignmentRules", {"ids": ids[::-1]}, "assignmentRules { id position }"
    )
    assert payload["assignmentRules"] == [{"id": id, "position": at} for at, id in enumerate(ids[::-1])]
    assert await owner_of(company, await company.lead()) == "Cem"
    for wrong in ([], ids[:2], [*ids, ids[0]], [ids[0]] * 3):
        error = await company.owner.refused("reorderAssignmentRules", {"ids": wrong})
        assert (error["code"], error["path"]) == ("INVALID", ["input", "ids"])


async def test_an_archived_rule_is_asked_no_more_and_stays_in_the_log(company: Company) -> None:
    [ann] = await people(company, "Ann")
    made = await rule(company, "FIXED", memberId=ann.id, name="Old")
    lead = await company.lead()
    await company.owner.done("archiveAssignmentRule", {"id": made["id"], "expectedVersion": 1})
    assert await owner_of(company, await company.lead()) is None
    assert (await log(company, lead))[0]["rule"] == {"name": "Old"}
    assert await rules(company) == []
    data = await company.owner.ok("{ assignmentRules(includeArchived: true) { name archivedAt } }")
    assert data["assignmentRules"][0]["archivedAt"] is not None
    for name, input in {"updateAssignmentRule": {"name": "New"}, "archiveAssignmentRule": {}}.items():
        error = await company.owner.refused(name, {"id": made["id"], "expectedVersion": 2, **input})
        assert (error["code"], error["path"]) == ("INVALID", ["input", "id"])
    await rule(company, "FIXED", memberId=ann.id, name="Old")


@pytest.mark.parametrize(
    ("input", "code", "path"),
    [
        ({"strategy": "FIXED"}, "REQUIRED", "memberId"),
        ({"strategy": "WEIGHTED", "teamId": "North"}, "REQUIRED", "weights"),
        ({"strategy": "WEIGHTED", "weights": []}, "REQUIRED", "weights"),
        ({"strategy": "ROUND_ROBIN"}, "REQUIRED", "teamId"),
        ({"strategy": "LEAST_BUSY"}, "REQUIRED", "teamId"),
        ({"strategy": "QUEUE", "memberId": "agent"}, "INVALID", "memberId"),
        ({"strategy": "KEEP_OWNER", "weights": [("agent", 1)]}, "INVALID", "weights"),
        ({"strategy": "ROUND_ROBIN", "weights": [("agent", 2)]}, "INVALID", "weights"),
        ({"strategy": "WEIGHTED", "weights": [("agent", 0)]}, "INVALID", "weights.0.weight"),
        ({"strategy": "WEIGHTED", "weights": [("agent", 101)]}, "INVALID", "weights.0.weight"),
        ({"strategy": "WEIGHTED", "weights": [("agent", 1), ("agent", 2)]}, "INVALID", "weights.1.memberId"),
        ({"strategy": "WEIGHTED", "weights": [("viewer", 1)]}, "INVALID", "weights.0.memberId"),
        ({"strategy": "FIXED", "memberId": "viewer"}, "INVALID", "memberId"),
        ({"strategy": "QUEUE", "name": " "}, "REQUIRED", "name"),
        ({"strategy": "QUEUE", "name": "x" * 101}, "TOO_LONG", "name"),
        ({"strategy": "QUEUE", "active": None}, "REQUIRED", "active"),
    ],
)
async def test_a_rule_that_could_not_work_is_refused(
    company: Company, input: dict[str, Any], code: str, path: str
) -> None:
    given = {"name": "Rule", **input}
    if "teamId" in given:
        given["teamId"] = company.teams[given["teamId"]]
    if "memberId" in given:
        given["memberId"] = company.people[given["memberId"]].id
    if "weights" in given:
        given["weights"] = [
            {"memberId": company.people[name].id, "weight": weight} for name, weight in given["weights"]
        ]
    error = await company.owner.refused("createAssignmentRule", given)
    assert (error["code"], ".".join(error["path"])) == (code, f"input.{path}")
    assert await rules(company) == []


async def test_what_a_filter_names_must_be_there(company: Company, rival: Company) -> None:
    given = {"name": "R", "strategy": "QUEUE", "filter": {"teamId": {"eq": rival.teams["North"]}}}
    error = await company.owner.refused("createAssignmentRule", given)
    assert (error["code"], error["path"]) == ("NOT_FOUND", ["input", "filter"])


async def test_names_are_unique_among_rules_in_use(company: Company) -> None:
    await rule(company, "QUEUE", name="Web")
    error = await company.owner.refused("createAssignmentRule", {"name": "WEB", "strategy": "QUEUE"})
    assert (error["code"], error["path"]) == ("UNIQUE", ["input", "name"])


async def test_changes_of_rules_are_events_without_contact_data(company: Company) -> None:
    made = await rule(company, "QUEUE", filter={"email": {"eq": "ada.lovelace@x.test"}})
    data = await company.owner.ok(
        '{ events(after: 0, types: ["assignment_rule.created"]) { events { subjectId changes } } }'
    )
    [event] = data["events"]["events"]
    assert event["subjectId"] == made["id"]
    assert "lovelace" not in str(event["changes"])
    assert event["changes"]["strategy"] == {"from": None, "to": "QUEUE"}


async def by_manager(company: Company, **input: Any) -> dict[str, Any]:
    return await company.manager.do("createAssignmentRule", {"name": "Mine", **input}, RULE)


async def test_a_manager_makes_rules_of_their_own_teams_for_who_works_there(company: Company) -> None:
    north, south = company.teams["North"], company.teams["South"]
    for input, path in [
        ({"strategy": "QUEUE"}, "input.teamId"),
        ({"strategy": "QUEUE", "teamId": south}, "input.teamId"),
        ({"strategy": "FIXED", "teamId": north, "memberId": company.outsider.id}, "input"),
        ({"strategy": "WEIGHTED", "teamId": north, "weights": shares([company.outsider], 1)}, "input"),
    ]:
        [error] = (await by_manager(company, **input))["userErrors"]
        assert (error["code"], ".".join(error["path"])) == ("FORBIDDEN", path)
    made = await by_manager(company, strategy="FIXED", teamId=north, memberId=company.agent.id)
    assert made["userErrors"] == []


async def test_a_manager_changes_no_rule_of_others_and_orders_their_own_among_themselves(
    company: Company,
) -> None:
    north, south = company.teams["North"], company.teams["South"]
    first = await rule(company, "QUEUE", by=company.manager, teamId=north)
    others = await rule(company, "QUEUE", teamId=south)
    last = await rule(company, "QUEUE", by=company.manager, teamId=north)
    for name, input in [
        ("updateAssignmentRule", {"id": others["id"], "expectedVersion": 1, "active": False}),
        ("archiveAssignmentRule", {"id": others["id"], "expectedVersion": 1}),
        ("updateAssignmentRule", {"id": first["id"], "expectedVersion": 1, "teamId": south}),
    ]:
        assert (await company.manager.refused(name, input))["code"] == "FORBIDDEN"
    error = await company.manager.refused(
        "reorderAssignmentRules", {"ids": [last["id"], others["id"], first["id"]]}
    )
    assert error["code"] == "INVALID"
    await company.manager.done("reorderAssignmentRules", {"ids": [last["id"], first["id"]]})
    assert [one["id"] for one in await rules(company)] == [last["id"], others["id"], first["id"]]


async def test_the_log_is_for_who_sees_the_lead(company: Company) -> None:
    await rule(company, "QUEUE", teamId=company.teams["South"])
    lead = await company.lead()
    document = "query($id: ID!) { assignmentLog(leadId: $id) { totalCount } }"
    answer = await company.manager(document, id=lead["id"])
    assert answer.code == "NOT_FOUND"
    key = await company.key("routing:read", "lead:read", "member:read")
    assert len(await log(company, lead, by=key)) == 1


async def test_a_deleted_team_s_rules_go_to_the_team_that_takes_over(company: Company) -> None:
    def named(**more: Any) -> dict[str, Any]:
        return {"id": company.teams["South"], "expectedVersion": 1, **more}

    old = await rule(company, "QUEUE", teamId=company.teams["South"])
    await company.owner.done("archiveAssignmentRule", {"id": old["id"], "expectedVersion": 1})
    await rule(company, "ROUND_ROBIN", teamId=company.teams["South"])
    error = await company.owner.refused("deleteTeam", named())
    assert (error["code"], error["meta"]["assignmentRules"]) == ("IN_USE", 1)
    await company.owner.done("deleteTeam", named(replaceWith=company.teams["North"]))
    assert await owner_of(company, await company.lead()) in {"Agent", "Colleague", "Manager"}


async def availability(caller: Caller, member: Caller) -> dict[str, Any]:
    data = await caller.ok(
        "query($id: ID!) { node(id: $id) { ... on Member { version availability "
        "{ awayUntil capacityOpen capacity30Days } } } }",
        id=member.id,
    )
    return data["node"]


async def test_everybody_says_when_they_are_here_and_a_manager_how_much_they_take(company: Company) -> None:
    away = {"memberId": company.agent.id, "awayUntil": "2030-01-01T00:00:00+00:00"}
    await company.agent.done("setAvailability", away)
    much = {"memberId": company.agent.id, "capacityOpen": 5, "capacity30Days": 30}
    assert (await company.agent.refused("setAvailability", much))["code"] == "FORBIDDEN"
    await company.manager.done("setAvailability", much)
    assert await availability(company.viewer, company.agent) == {
        "version": 3,
        "availability": {"awayUntil": away["awayUntil"], "capacityOpen": 5, "capacity30Days": 30},
    }
    await company.manager.done("setAvailability", {"memberId": company.agent.id, "awayUntil": None})
    assert (await availability(company.viewer, company.agent))["availability"]["awayUntil"] is None


async def test_nobody_speaks_for_others_but_their_managers(company: Company) -> None:
    for caller, member, path in [
        (company.agent, company.colleague, ["input", "memberId"]),
        (company.manager, company.outsider, ["input", "memberId"]),
    ]:
        error = await caller.refused("setAvailability", {"memberId": member.id, "awayUntil": None})
        assert (error["code"], error["path"]) == ("FORBIDDEN", path)


@pytest.mark.parametrize("field", ["capacityOpen", "capacity30Days"])
@pytest.mark.parametrize("value", [-1, 100_001])
async def test_a_capacity_is_a_number_of_leads(company: Company, field: str, value: int) -> None:
    error = await company.owner.refused("setAvailability", {"memberId": company.agent.id, field: value})
    assert (error["code"], error["path"]) == ("INVALID", ["input", field])


async def test_availability_is_set_on_the_version_that_was_read(company: Company) -> None:
    input = {"memberId": company.agent.id, "expectedVersion": 1, "capacityOpen": 3}
    await company.owner.done("setAvailability", input)
    error = await company.owner.refused("setAvailability", input)
    assert (error["code"], error["meta"]) == ("CONFLICT_VERSION", {"version": 2})


WEEKDAYS = [
    {"day": day, "from": "09:00", "until": "17:00"}
    for day in ("MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY")
]


async def test_working_hours_are_in_the_member_s_time_zone_or_else_the_tenant_s(company: Company) -> None:
    hours = "member { availability { workingHours { timezone intervals { day from until } } } }"
    for zone, expected in [({"timezone": "Asia/Tokyo"}, "Asia/Tokyo"), ({}, "UTC")]:
        input = {"memberId": company.agent.id, "workingHours": {"intervals": WEEKDAYS, **zone}}
        payload = await company.agent.done("setAvailability", input, hours)
        assert payload["member"]["availability"]["workingHours"] == {
            "timezone": expected,
            "intervals": WEEKDAYS,
        }
    input = {"memberId": company.agent.id, "workingHours": None}
    payload = await company.agent.done("setAvailability", input, hours)
    assert payload["member"]["availability"]["workingHours"] is None


async def test_working_hours_that_are_none_are_refused_where_they_are_wrong(company: Company) -> None:
    given = {"intervals": [{"day": "MONDAY", "from": "17:00", "until": "9"}], "timezone": "Mars/Olympus"}
    payload = await company.agent.do("setAvailability", {"memberId": company.agent.id, "workingHours": given})
    assert [error["path"][1:] for error in payload["userErrors"]] == [
        ["workingHours", "timezone"],
        ["workingHours", "intervals", "0", "until"],
    ]


async def test_outside_working_hours_somebody_gets_no_leads(company: Company) -> None:
    ann, ben = await people(company, "Ann", "Ben")
    await rule(company, "WEIGHTED", weights=shares((ann, ben), 100, 1))
    another_day = (datetime.now(UTC) + timedelta(days=2)).strftime("%A").upper()
    closed = {"intervals": [{"day": another_day, "from": "00:00", "until": "24:00"}]}
    await company.owner.done("setAvailability", {"memberId": ann.id, "workingHours": closed})
    lead = await company.lead()
    assert await owner_of(company, lead) == "Ben"
    assert (reasons((await log(company, lead))[0])["Ann"] or "").startswith("Outside working hours until ")
    always = [{"day": day.name, "from": "00:00", "until": "24:00"} for day in Weekday]
    await company.owner.done("setAvailability", {"memberId": ann.id, "workingHours": {"intervals": always}})
    assert await owner_of(company, await company.lead()) == "Ann"
