"""How comments look from outside, and what is said to make one."""

from datetime import datetime

import strawberry

from leadhub.comments import models
from leadhub.kit.loaders import One, related
from leadhub.kit.node import Node, described, entity
from leadhub.kit.scopes import Scope
from leadhub.leads import models as leads
from leadhub.leads.types import Lead
from leadhub.members import models as members
from leadhub.members.types import Member


@entity(models.Comment, Scope.ACTIVITY_READ)
class Comment(Node):
    """Something said about a lead, for colleagues who see it."""

    version: int = described("Rises with every change.")
    lead: Lead | None = related(One(leads.Lead, "lead_id"), "The lead.")
    body: str = described("What is said; `@[<member id>]` mentions somebody.")
    by: Member | None = related(One(members.Member, "by_id"), "Who said it; null for a program.")
    created_at: datetime = described("When it was said.")


@strawberry.input(description="Something to say about a lead.")
class AddCommentInput:
    lead_id: strawberry.ID = strawberry.field(description="The lead.")
    body: str = strawberry.field(
        description="Up to 5,000 characters. `@[<member id>]` mentions a member, who is told if they may see the lead; "
        "at most 20."
    )


@strawberry.input(description="Which comment to delete.")
class DeleteCommentInput:
    id: strawberry.ID = strawberry.field(description="A comment of yours.")
