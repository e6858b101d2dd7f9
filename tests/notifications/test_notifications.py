"""What members are told: their own alone, read in pages, marked as read, and sent as it comes."""

from typing import Any

from tests.notifications.made import tell
from tests.streams.following import stream_of
from tests.world import Caller, Company

NODES = "{ notifications { totalCount nodes { id kind subjectId leadId by { name } readAt } } }"


async def told(caller: Caller, unread_only: bool = False) -> list[dict[str, Any]]:
    data = await caller.ok(
        "query($u: Boolean!) { notifications(unreadOnly: $u) { nodes { id readAt } } }", u=unread_only
    )
    return data["notifications"]["nodes"]


async def test_a_notification_names_what_it_is_about(company: Company) -> None:
    id = await tell(company, company.agent)
    data = await company.agent.ok(NODES)
    assert data["notifications"] == {
        "totalCount": 1,
        "nodes": [
            {
                "id": id,
                "kind": "WEBHOOK_DISABLED",
                "subjectId": company.agent.id,
                "leadId": None,
                "by": None,
                "readAt": None,
            }
        ],
    }


async def test_nobody_sees_what_another_member_is_told(company: Company) -> None:
    id = await tell(company, company.agent)
    for name in ("owner", "admin", "manager", "colleague", "viewer"):
        caller = company.people[name]
        assert await told(caller) == [], name
        assert (await caller("query($id: ID!) { node(id: $id) { id } }", id=id)).code == "NOT_FOUND"
        fault = await caller.refused("markNotificationsRead", {"ids": [id]})
        assert (fault["code"], fault["path"]) == ("NOT_FOUND", ["input", "ids", "0"])
        await caller.done("markNotificationsRead", {})
    assert len(await told(company.agent, unread_only=True)) == 1


async def test_the_newest_comes_first_and_what_is_read_can_be_left_out(company: Company) -> None:
    first, second, third = [await tell(company, company.agent) for _ in range(3)]
    assert [node["id"] for node in await told(company.agent)] == [third, second, first]
    read = await company.agent.done("markNotificationsRead", {"ids": [second]}, "count")
    assert read["count"] == 1
    assert [node["id"] for node in await told(company.agent, unread_only=True)] == [third, first]
    assert [node["readAt"] is not None for node in await told(company.agent)] == [False, True, False]
    assert (await company.agent.done("markNotificationsRead", {}, "count"))["count"] == 2
    assert (await company.agent.done("markNotificationsRead", {}, "count"))["count"] == 0


async def test_at_most_a_hundred_are_marked_by_their_ids(company: Company) -> None:
    fault = await company.agent.refused("markNotificationsRead", {"ids": ["x"] * 101})
    assert (fault["code"], fault["path"]) == ("LIMIT_EXCEEDED", ["input", "ids"])


async def test_members_are_told_as_it_comes_and_of_their_own_alone(company: Company) -> None:
    document = "subscription { notificationAdded { id kind } }"
    async with stream_of(company.agent, document) as stream, stream_of(company.owner, document) as quiet:
        id = await tell(company, company.agent)
        assert await stream.next() == {"id": id, "kind": "WEBHOOK_DISABLED"}
        await quiet.quiet()


async def test_the_event_says_who_is_told_and_why(company: Company) -> None:
    await tell(company, company.agent, company.colleague)
    data = await company.owner.ok(
        '{ events(after: 0, types: ["notification.added"]) { events { changes } } }'
    )
    assert sorted(event["changes"]["memberId"]["to"] for event in data["events"]["events"]) == sorted(
        [company.agent.id, company.colleague.id]
    )
    assert {event["changes"]["kind"]["to"] for event in data["events"]["events"]} == {"WEBHOOK_DISABLED"}
