"""What callers may say of a capture form."""

import strawberry

from leadhub.capture.models import CaptureFieldType, DuplicateMode
from leadhub.kit.enums import describe_enum
from leadhub.kit.inputs import maybe
from leadhub.pipelines.types import Change

describe_enum(
    CaptureFieldType,
    "What a field of a form takes.",
    TEXT="A text on one line, of up to 2,000 characters.",
    LONG_TEXT="A text of several lines, of up to 10,000 characters.",
    EMAIL="An e-mail address.",
    PHONE="A phone number, as people write them.",
    URL="A web address.",
    NUMBER="A number.",
    DATE="A day, written as `2026-01-31`.",
    BOOLEAN="A box to tick: `true` or `false`.",
)
describe_enum(
    DuplicateMode,
    "What a form does where the person may be a lead already.",
    CREATE="Make a lead all the same; it then waits in the queue of duplicates.",
    UPDATE="Where e-mail address or phone number are those of a lead, change that one: what was answered takes the "
    "place of what was there, e-mail addresses and phone numbers are added, and where it came from first stays.",
    ATTACH_ACTIVITY="Where e-mail address or phone number are those of a lead, leave that one as it is and log an activity: "
    "a message, with what was answered to fields that become nothing of a lead.",
    REVIEW="Put the submission into quarantine, until somebody releases it.",
)


@strawberry.input(description="A field of a form.")
class CaptureFieldInput:
    name: str = strawberry.field(
        description="What it is called when it is sent: a letter, then up to 59 letters, digits, `_`, `-` and `.`."
    )
    lead_field: str | None = strawberry.field(
        default=None,
        description="What it becomes of the lead: `firstName`, `lastName`, `jobTitle`, `companyName`, `email`, `phone`, "
        "`website`, `locale`, `sourceDetail`, `address.street`, `address.city`, `address.region`, `address.postalCode`, "
        "`address.country` or `customFields.<key>`. Left out, it is kept with the submission alone.",
    )
    type: CaptureFieldType | None = strawberry.field(
        default=None, description="What it takes; by default what suits the lead's field, else TEXT."
    )
    required: bool = strawberry.field(default=False, description="Whether it must be filled in.")
    label: str | None = strawberry.field(
        default=None, description="What people read beside it, up to 200 characters; its name by default."
    )


@strawberry.input(description="A new capture form.")
class CreateCaptureFormInput:
    name: str = strawberry.field(
        description="Its name, and the heading of its page: unique, up to 100 characters."
    )
    fields: list[CaptureFieldInput] = strawberry.field(
        description="All that it takes, from 1 to 50, in the order of the page."
    )
    allowed_origins: list[str] | None = strawberry.field(
        default=None,
        description="Where it may stand, such as `https://www.example.com`: pages of these origins may send it and show "
        "it in a frame, and no others. At most 50. LeadHub's own page and programs may always send it.",
    )
    honeypot_field: str | None = strawberry.field(
        default=None, description="A field that people do not see: whoever fills it in is a program."
    )
    min_fill_seconds: int | None = strawberry.field(
        default=None,
        description="How long people need at least, where LeadHub gave out the page; from 0 to 3600.",
    )
    rate_limit: int | None = strawberry.field(
        default=None,
        description="How many submissions a minute it takes from everybody together; from 1 to 10,000, by default 600.",
    )
    duplicate_mode: DuplicateMode | None = strawberry.field(
        default=None, description="What to do where the person may be a lead already; CREATE by default."
    )
    redirect_url: str | None = strawberry.field(
        default=None, description="Where people go who have sent it; LeadHub thanks them by default."
    )
    consent_text: str | None = strawberry.field(
        default=None,
        description="What people may agree to, up to 5,000 characters: marketing. Who ticks its box has the text kept in "
        "the lead's `consent`.",
    )
    source_id: strawberry.ID | None = strawberry.field(default=None, description="The source of its leads.")
    owner_id: strawberry.ID | None = strawberry.field(
        default=None, description="Who gets its leads, whatever the rules of assignment say."
    )
    team_id: strawberry.ID | None = strawberry.field(
        default=None, description="Whose team gets its leads, whatever the rules of assignment say."
    )


@strawberry.input(description="What to change of a capture form; what is left out stays, null empties.")
class UpdateCaptureFormInput(Change):
    name: str | None = maybe("Unique, up to 100 characters.")
    fields: list[CaptureFieldInput] | None = maybe("All that it takes from now on.")
    allowed_origins: list[str] | None = maybe("Where it may stand.")
    honeypot_field: str | None = maybe("A field that people do not see.")
    min_fill_seconds: int | None = maybe("How long people need at least; from 0 to 3600.")
    rate_limit: int | None = maybe("How many submissions a minute it takes; from 1 to 10,000.")
    duplicate_mode: DuplicateMode | None = maybe("What to do where the person may be a lead already.")
    redirect_url: str | None = maybe("Where people go who have sent it.")
    consent_text: str | None = maybe("What people may agree to.")
    source_id: strawberry.ID | None = maybe("The source of its leads.")
    owner_id: strawberry.ID | None = maybe("Who gets its leads.")
    team_id: strawberry.ID | None = maybe("Whose team gets its leads.")
    archived: bool | None = maybe("True: it takes nothing any more. False: it is in use again.")


@strawberry.input(description="Which form gets a new key.")
class RotateFormKeyInput:
    id: strawberry.ID = strawberry.field(description="The form.")


@strawberry.input(description="Which submission to make a lead of.")
class ReleaseSubmissionInput:
    id: strawberry.ID = strawberry.field(description="A submission without a lead.")


@strawberry.input(description="Which submission to judge again.")
class ReplaySubmissionInput:
    id: strawberry.ID = strawberry.field(description="A submission without a lead.")
