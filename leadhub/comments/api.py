"""Commenting on leads."""

import strawberry

from leadhub.comments import models
from leadhub.comments.mentions import read_mentions, who_see
from leadhub.comments.models import CommentEvent
from leadhub.comments.types import AddCommentInput, Comment, DeleteCommentInput
from leadhub.errors import NotYours
from leadhub.kit.actor import actor
from leadhub.kit.events import emit
from leadhub.kit.fields import Answer, mutation
from leadhub.kit.inputs import Inputs, locked
from leadhub.kit.node import find, to_global
from leadhub.kit.scopes import Scope
from leadhub.leads.changing import lead_to_change
from leadhub.members.types import Member
from leadhub.notifications.models import NotificationKind
from leadhub.notifications.telling import notify

LONGEST_BODY = 5_000


@mutation(
    Scope.ACTIVITY_WRITE,
    comment=Comment,
    not_told=(list[Member], "Whom you mentioned and who may not see the lead, so that they were not told."),
)
async def add_comment(input: AddCommentInput) -> Answer:
    """Says something about a lead to colleagues, and tells those who are mentioned."""
    who, inputs = actor(), Inputs()
    body = inputs.text(input.body, "body", limit=LONGEST_BODY, multiline=True, required=True) or ""
    mentioned = await read_mentions(inputs, body)
    inputs.done()
    why = "who is mentioned may see the lead where the caller does not see them do it"
    lead = await lead_to_change(input.lead_id, None, who, why, path=("input", "leadId"))
    comment = await models.Comment.create(lead_id=lead.id, body=body, by_id=who.member_id)
    lead_id = to_global("Lead", lead.id)
    emit(CommentEvent.ADDED, comment, {"leadId": (lead_id, lead_id), "body": (None, body)})
    told = await who_see(lead, mentioned)
    await notify([member.id for member in told], NotificationKind.MENTIONED, comment, lead_id=lead.id)
    return {"comment": comment, "not_told": [member for member in mentioned if member not in told]}


@mutation(
    Scope.ACTIVITY_WRITE,
    deleted_id=(strawberry.ID, "The comment that is gone; null when there are user errors."),
)
async def delete_comment(input: DeleteCommentInput) -> Answer:
    """Deletes a comment of your own."""
    who = actor()
    seen = await find(models.Comment, input.id, ["input", "id"])
    if seen.by_id != who.member_id:
        raise NotYours("Only whoever said this may delete it.", path=["input", "id"])
    lead_id = to_global("Lead", seen.lead_id)
    await lead_to_change(lead_id, None, who, "its lead is locked before it", path=("input", "id"))
    comment = await locked(seen, None)
    await comment.delete()
    emit(CommentEvent.DELETED, comment, {"leadId": (lead_id, lead_id)})
    return {"deleted_id": to_global("Comment", comment.id)}
