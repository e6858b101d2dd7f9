"""Who sees and changes which leads; what is hidden is as if it never was."""

import pytest

from leadhub.kit.node import to_global
from leadhub.kit.uuid7 import uuid7
from tests.leads.lists import names
from tests.world import Company

LEAD = "query($id: ID!) { lead(id: $id) { id } }"
NODE = "query($id: ID!) { node(id: $id) { id } }"


async def _everywhere(company: Company) -> None:
    """One lead of each kind, named by whose it is."""
    for name, owner, team in [
        ("agents", company.agent, "North"),
        ("colleagues", company.colleague, "North"),
        ("norths", None, "North"),
        ("outsiders", company.outsider, "South"),
        ("souths", None, "South"),
        ("nobodys", None, None),
        ("owners", company.owner, None),
    ]:
        await company.lead(
            lastName=name,
            ownerId=owner.id if owner else None,
            teamId=company.teams[team] if team else None,
        )


async def test_each_role_sees_what_is_in_its_reach(company: Company) -> None:
    await _everywhere(company)
    everything = {"agents", "colleagues", "norths", "outsiders", "souths", "nobodys", "owners"}
    for caller, found in [
        (company.owner, everything),
        (company.admin, everything),
        (company.viewer, everything),
        (company.manager, {"agents", "colleagues", "norths"}),
        (company.agent, {"agents", "norths"}),
        (company.colleague, {"colleagues", "norths"}),
        (company.outsider, {"outsiders", "souths"}),
        (await company.key("lead:read"), everything),
    ]:
        assert set(await names(caller)) == found
        data = await caller.ok("{ leads { totalCount } }")
        assert data["leads"]["totalCount"] == len(found)


async def test_a_hidden_lead_is_like_one_that_never_was(company: Company, rival: Company) -> None:
    colleagues = await company.lead(by=company.colleague)
    foreign = await rival.lead()
    stages = await company.stages()
    never = to_global("Lead", uuid7())
    for document in (LEAD, NODE):
        answers = [await company.agent(document, id=id) for id in (colleagues["id"], foreign["id"], never)]
        assert answers[0].data == answers[1].data == answers[2].data
        assert answers[0].errors == answers[1].errors == answers[2].errors
        assert "NOT_FOUND" in str(answers[0].body) or answers[0].data == {"node": None}
    for mutation, more in [
        ("updateLead", {"expectedVersion": 1, "jobTitle": "X"}),
        ("updateLead", {"expectedVersion": 9, "jobTitle": "X"}),
        ("transitionLead", {"expectedVersion": 1, "stageId": stages["Won"]}),
        ("claimLead", {}),
    ]:
        errors = [
            await company.agent.refused(mutation, {"id": id, **more})
            for id in (colleagues["id"], foreign["id"], never)
        ]
        assert errors[0] == errors[1] == errors[2]
        assert (errors[0]["code"], errors[0]["path"]) == ("NOT_FOUND", ["input", "id"])


async def test_a_lead_that_is_seen_but_not_yours_is_forbidden(company: Company) -> None:
    lead = await company.lead(by=company.manager)
    error = await company.agent.refused("updateLead", {"id": lead["id"], "expectedVersion": 1})
    assert (error["code"], error["path"]) == ("FORBIDDEN", ["input", "id"])
    assert "claim it first" in error["message"]


async def test_viewers_change_nothing(company: Company) -> None:
    lead, stages = await company.lead(), await company.stages()
    for mutation, input in [
        ("createLead", '{lastName: "X"}'),
        ("updateLead", f'{{id: "{lead["id"]}", expectedVersion: 1}}'),
        ("transitionLead", f'{{id: "{lead["id"]}", expectedVersion: 1, stageId: "{stages["Won"]}"}}'),
    ]:
        answer = await company.viewer(f"mutation {{ {mutation}(input: {input}) {{ lead {{ id }} }} }}")
        assert (answer.code, answer.data) == ("FORBIDDEN", None)
        assert answer.errors[0]["extensions"]["missing"] == ["lead:write"]


@pytest.mark.parametrize(
    "document",
    [
        "{ leads { nodes { id } } }",
        '{ lead(id: "x") { id } }',
        '{ node(id: "x") { id } }',
        'mutation { createLead(input: {lastName: "X"}) { lead { id } } }',
        'mutation { updateLead(input: {id: "x", expectedVersion: 1}) { lead { id } } }',
        'mutation { transitionLead(input: {id: "x", expectedVersion: 1, stageId: "x"}) { lead { id } } }',
        'mutation { deleteLead(input: {id: "x", expectedVersion: 1}) { lead { id } } }',
        'mutation { restoreLead(input: {id: "x"}) { lead { id } } }',
        'mutation { assignLead(input: {id: "x", expectedVersion: 1}) { lead { id } } }',
        'mutation { claimLead(input: {id: "x"}) { lead { id } } }',
    ],
)
async def test_whoever_is_not_signed_in_gets_nothing(company: Company, document: str) -> None:
    answer = await company.world.anonymous(document)
    assert (answer.code, answer.data) == ("UNAUTHENTICATED", None)


async def test_a_key_without_the_scope_gets_nothing(company: Company) -> None:
    key = await company.key("config:read")
    for document, scope in [
        ("{ leads { nodes { id } } }", "lead:read"),
        ('{ lead(id: "x") { id } }', "lead:read"),
        ('mutation { createLead(input: {lastName: "X"}) { userErrors { code } } }', "lead:write"),
        (
            'mutation { deleteLead(input: {id: "x", expectedVersion: 1}) { userErrors { code } } }',
            "lead:delete",
        ),
    ]:
        answer = await key(document)
        assert answer.code == "FORBIDDEN"
        assert answer.errors[0]["extensions"]["missing"] == [scope]


async def test_whoever_writes_a_lead_but_may_not_read_one_cannot_ask_for_it_back(company: Company) -> None:
    key = await company.key("lead:write")
    answer = await key('mutation { createLead(input: {lastName: "X"}) { lead { id } userErrors { code } } }')
    assert answer.errors[0]["extensions"]["missing"] == ["lead:read"]
    assert await names(company.owner) == []
    await key.done("createLead", {"lastName": "Blind"})
    assert await names(company.owner) == ["Blind"]
