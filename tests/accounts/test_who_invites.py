"""Who may invite whom: nobody above their own rights, a manager agents and viewers to their own teams."""

import pytest

from tests.accounts.test_invitations import acceptance, email_of, invite, is_worthless
from tests.world import Company, World


@pytest.mark.parametrize(
    ("inviter", "roles"),
    [
        ("owner", {"OWNER", "ADMIN", "MANAGER", "AGENT", "VIEWER"}),
        ("admin", {"ADMIN", "MANAGER", "AGENT", "VIEWER"}),
        ("manager", {"AGENT", "VIEWER"}),
    ],
)
async def test_nobody_invites_above_their_own_rank(company: Company, inviter: str, roles: set[str]) -> None:
    invited = set()
    for role in ("OWNER", "ADMIN", "MANAGER", "AGENT", "VIEWER"):
        given = {"email": f"{role}@x.test", "role": role, "teamIds": [company.teams["North"]]}
        payload = await company.people[inviter].do("inviteMember", given, "token")
        if payload["token"]:
            invited.add(role)
        else:
            [error] = payload["userErrors"]
            assert (error["code"], error["path"]) == ("FORBIDDEN", ["input", "role"])
    assert invited == roles


async def test_a_manager_invites_to_teams_of_their_own_subtree_alone(company: Company) -> None:
    payload = await company.owner.done(
        "createTeam", {"name": "Far North", "parentId": company.teams["North"]}, "team { id }"
    )
    below = payload["team"]["id"]
    for teams in ([company.teams["North"]], [below], [below, company.teams["North"]]):
        await invite(company.manager, company, teamIds=teams)
    for teams in ([], [company.teams["South"]], [below, company.teams["South"]]):
        error = await company.manager.refused(
            "inviteMember", {"email": email_of(company), "role": "AGENT", "teamIds": teams}
        )
        assert (error["code"], error["path"]) == ("FORBIDDEN", ["input", "teamIds"])


async def test_a_manager_does_not_take_over_or_revoke_the_invitations_of_other_teams(
    world: World, company: Company
) -> None:
    theirs = await invite(company.owner, company, teamIds=[company.teams["South"]])
    error = await company.manager.refused("revokeInvitation", {"id": theirs["invitation"]["id"]})
    assert (error["code"], error["path"]) == ("FORBIDDEN", ["input", "id"])
    error = await company.manager.refused(
        "inviteMember",
        {"email": email_of(company), "role": "VIEWER", "teamIds": [company.teams["North"]]},
    )
    assert (error["code"], error["path"]) == ("FORBIDDEN", ["input", "email"])
    entered = await world.anonymous.done(
        "acceptInvitation", acceptance(theirs["token"]), "viewer { role member { teams { name } } }"
    )
    assert entered["viewer"] == {"role": "AGENT", "member": {"teams": [{"name": "South"}]}}


async def test_a_manager_takes_an_invitation_to_their_own_team_back(world: World, company: Company) -> None:
    mine = await invite(company.owner, company, teamIds=[company.teams["North"]])
    await company.manager.done("revokeInvitation", {"id": mine["invitation"]["id"]})
    assert await is_worthless(world, mine["token"])


async def test_a_manager_sees_the_invitations_to_their_own_teams_alone(company: Company) -> None:
    for name, teams in (("north", ["North"]), ("south", ["South"]), ("nowhere", [])):
        await company.owner.done(
            "inviteMember",
            {
                "email": f"{name}@{company.slug}.test",
                "role": "AGENT",
                "teamIds": [company.teams[team] for team in teams],
            },
        )
    query = "{ invitations { totalCount nodes { member { name } } } }"
    assert (await company.owner.ok(query))["invitations"]["totalCount"] == 3
    seen = (await company.manager.ok(query))["invitations"]
    assert seen == {"totalCount": 1, "nodes": [{"member": {"name": "north"}}]}


async def test_an_admin_neither_renews_nor_revokes_the_invitation_of_an_owner(company: Company) -> None:
    invited = await invite(company.owner, company, role="OWNER")
    error = await company.admin.refused("revokeInvitation", {"id": invited["invitation"]["id"]})
    assert error["code"] == "FORBIDDEN"
    error = await company.admin.refused("inviteMember", {"email": email_of(company), "role": "AGENT"})
    assert (error["code"], error["path"]) == ("FORBIDDEN", ["input", "email"])


async def test_agents_and_viewers_invite_nobody(company: Company) -> None:
    for caller in (company.agent, company.viewer):
        answer = await caller('mutation { inviteMember(input: {email: "a@x.test", role: VIEWER}) { token } }')
        assert answer.code == "FORBIDDEN"
        assert answer.errors[0]["extensions"]["missing"] == ["member:invite"]


async def test_invitations_and_teams_of_another_tenant_are_not_there(
    company: Company, rival: Company
) -> None:
    invited = await invite(company.owner, company)
    error = await rival.owner.refused("revokeInvitation", {"id": invited["invitation"]["id"]})
    assert error["code"] == "NOT_FOUND"
    error = await rival.owner.refused(
        "inviteMember", {"email": "a@x.test", "role": "AGENT", "teamIds": [company.teams["North"]]}
    )
    assert (error["code"], error["path"]) == ("NOT_FOUND", ["input", "teamIds", "0"])
    assert (await rival.owner.ok("{ invitations { totalCount } }"))["invitations"]["totalCount"] == 0
