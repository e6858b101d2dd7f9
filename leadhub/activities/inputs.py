"""What callers say of an activity."""

from datetime import datetime

import strawberry

from leadhub.activities.models import ActivityDirection, ActivityKind, ActivityVisibility
from leadhub.kit.inputs import maybe


@strawberry.input(description="What an activity is; what is left out stays, null empties.")
class ActivityInput:
    occurred_at: datetime | None = maybe("When it happened, now when left out; not in the future.")
    body: str | None = maybe("What was said, up to 10,000 characters; a note has some.")
    visibility: ActivityVisibility | None = maybe("Who sees it; TENANT when left out. Others are for notes.")
    direction: ActivityDirection | None = maybe("Who got in touch; OUTBOUND when left out. Notes have none.")
    outcome: str | None = maybe("What came of it in a few words, such as `no answer`; up to 200 characters.")
    duration_seconds: int | None = maybe("How long it took, up to a week.")


@strawberry.input(description="Something that was done.")
class LogActivityInput(ActivityInput):
    lead_id: strawberry.ID = strawberry.field(description="The lead.")
    kind: ActivityKind = strawberry.field(description="What was done; SYSTEM is LeadHub's own.")


@strawberry.input(description="What to change of an activity; what is left out stays, null empties.")
class UpdateActivityInput(ActivityInput):
    id: strawberry.ID = strawberry.field(description="The activity.")
    expected_version: int = strawberry.field(description="The version you read.")


@strawberry.input(description="Which activity to delete.")
class DeleteActivityInput:
    id: strawberry.ID = strawberry.field(description="The activity.")
    expected_version: int = strawberry.field(description="The version you read.")
