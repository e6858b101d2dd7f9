"""What mutations answer: the thing that changed, and what the user can put right."""

from enum import Enum
from typing import Any

import strawberry
from strawberry.scalars import JSON

from leadhub.errors import UserFault
from leadhub.kit.words import camel


@strawberry.enum(description="What a user error is about.")
class ErrorCode(Enum):
    REQUIRED = strawberry.enum_value("REQUIRED", description="A value is missing.")
    INVALID = strawberry.enum_value("INVALID", description="A value cannot be used; the message says why.")
    TOO_LONG = strawberry.enum_value("TOO_LONG", description="A text is longer than its limit.")
    NOT_FOUND = strawberry.enum_value(
        "NOT_FOUND", description="Nothing with this id exists that you may see."
    )
    FORBIDDEN = strawberry.enum_value("FORBIDDEN", description="You may see this but not change it so.")
    CONFLICT_VERSION = strawberry.enum_value(
        "CONFLICT_VERSION", description="Changed since you read it; `meta.version` is the current version."
    )
    DUPLICATE = strawberry.enum_value("DUPLICATE", description="A lead like this one exists already.")
    UNIQUE = strawberry.enum_value("UNIQUE", description="The value is in use and must be unique.")
    ILLEGAL_TRANSITION = strawberry.enum_value(
        "ILLEGAL_TRANSITION", description="The lead cannot move to this stage from where it is."
    )
    ALREADY_CONVERTED = strawberry.enum_value(
        "ALREADY_CONVERTED", description="The lead was converted before."
    )
    MERGED = strawberry.enum_value("MERGED", description="The lead was merged into another one.")
    LIMIT_EXCEEDED = strawberry.enum_value(
        "LIMIT_EXCEEDED", description="More than there may be; the message says how many."
    )
    QUOTA_EXCEEDED = strawberry.enum_value("QUOTA_EXCEEDED", description="The tenant's quota is used up.")
    IN_USE = strawberry.enum_value(
        "IN_USE",
        description="Still in use: name a replacement in `replaceWith`, or wait, as the message says.",
    )


@strawberry.type(description="Something that the user can put right.")
class UserError:
    code: ErrorCode = strawberry.field(description="For programs.")
    message: str = strawberry.field(description="For people: what is wrong and what to do.")
    path: list[str] | None = strawberry.field(
        description="Leads to the input field at fault, such as `input`, `emails`, `0`."
    )
    meta: JSON | None = strawberry.field(
        description="More about it, by code: with CONFLICT_VERSION the `version` there is now."
    )


def user_error(fault: UserFault) -> UserError:
    """A fault as it is shown."""
    return UserError(
        code=ErrorCode(fault.code),
        message=fault.message,
        path=fault.path or None,
        meta=JSON(fault.meta) if fault.meta else None,
    )


_THING = "Null when there are user errors, and when it is not, or no longer, yours to see."


def payload_type(mutation_name: str, parts: dict[str, Any]) -> type:
    """`<Mutation>Payload` with nullable `parts` and `userErrors`.

    A part is an entity type, or `(type, description)` for anything else.
    """
    annotations: dict[str, Any] = {}
    namespace: dict[str, Any] = {"__annotations__": annotations, "__module__": __name__}
    for name, part in parts.items():
        kind, description = part if isinstance(part, tuple) else (part, _THING)
        annotations[name] = kind | None
        namespace[name] = strawberry.field(description=description, default=None)
    annotations["user_errors"] = list[UserError]
    namespace["user_errors"] = strawberry.field(
        description="Empty when the change was made; otherwise nothing was changed.", default_factory=list
    )
    type_name = f"{camel(mutation_name, upper=True)}Payload"
    return strawberry.type(
        type(type_name, (), namespace), description=f"What `{camel(mutation_name)}` answers."
    )
