"""The figures and codes in docs/ are those of the code."""

import re
from collections.abc import Iterable, Iterator
from datetime import timedelta
from typing import Any

from graphql import GraphQLError

from leadhub import admission, documents, protocol, websocket
from leadhub.accounts.rules import INVITATION_LIFE, RESET_LIFE
from leadhub.answers import status_of
from leadhub.errors import LeadHubError, RequestFault, UserFault
from leadhub.keys.rules import LONGEST_LIFE
from leadhub.kit import cost, feed, filters, idempotency, limits
from leadhub.kit.connection import LARGEST_PAGE
from leadhub.kit.payload import ErrorCode
from leadhub.preparing import MOST_ERRORS
from leadhub.sessions.rules import ACCESS_LIFE, REFRESH_LIFE
from leadhub.settings import Settings
from leadhub.wire import LARGEST_BODY, MOST_CHUNKS
from tests.docs.pages import ROOT, table

API = ROOT / "docs" / "api.md"
EVENTS = ROOT / "docs" / "events.md"


def codes(cell: str) -> list[str]:
    return [code.strip().strip("`") for code in cell.split(",")]


def below(kind: type[LeadHubError]) -> Iterator[type[LeadHubError]]:
    for one in kind.__subclasses__():
        yield one
        yield from below(one)


def default(name: str) -> Any:
    return Settings.model_fields[name].default


def test_every_top_level_code_is_listed_with_its_status() -> None:
    shown = {code: int(row[1]) for row in table(API, "Errors", "top-level code") for code in codes(row[0])}
    statuses: dict[str, int] = {
        "INTERNAL": status_of([GraphQLError("", original_error=KeyError())], has_data=False)
    }
    # What reading finds wrong with an id: the only faults of users that are no user errors.
    of_users = [kind for kind in below(UserFault) if kind.code in {"NOT_FOUND", "INVALID", "MERGED"}]
    for kind in (*below(RequestFault), *of_users):
        fault = kind.__new__(kind)
        statuses[kind.code] = status_of([GraphQLError("", original_error=fault)], has_data=False)
    assert shown == statuses


def test_every_user_error_is_listed_and_those_that_nothing_gives_yet_are_told_apart() -> None:
    rows = {code: row[1] for row in table(API, "Errors", "user error") for code in codes(row[0])}
    assert set(rows) == {code.value for code in ErrorCode}
    not_yet = {code for code, means in rows.items() if means == "Not given yet."}
    assert not_yet == set(rows) - {kind.code for kind in below(UserFault) if is_raised(kind)}


def is_raised(kind: type[UserFault]) -> bool:
    """Whether any code but the one that defines it names this fault."""
    files = (path for path in (ROOT / "leadhub").rglob("*.py") if path.name != "errors.py")
    return any(re.search(rf"\b{kind.__name__}\b", path.read_text()) for path in files)


def joined(*figures: str) -> str:
    return " · ".join(figures)


def test_limits_are_those_of_the_code() -> None:
    sign_ins, kept = default("sign_in_limit"), idempotency.KEPT.strip("interval '")
    expected = {
        "request": joined(
            f"{LARGEST_BODY // 1024**2} MiB of body, in {MOST_CHUNKS:,} chunks",
            f"{protocol.LONGEST_LINE // 1024} KiB of address",
            f"{protocol.MOST_HEADERS} headers",
            f"{protocol.LONGEST_HEADER // 1024} KiB a header",
        ),
        "size of a document": joined(
            f"{limits.CHARACTERS:,} characters",
            f"{limits.TOKENS:,} tokens",
            f"{limits.FRAGMENTS} fragments",
            f"{limits.WORD} characters in a name or number",
        ),
        "what an operation asks for": joined(
            f"{limits.DEPTH} levels of fields",
            f"{limits.ROOT_FIELDS} root fields",
            f"{limits.ALIASES} aliases",
            f"{limits.DIRECTIVES} directives",
            f"{limits.SAME_FIELD} times the same field",
        ),
        "introspection, counted apart": joined(
            f"{limits.INTROSPECTION_DEPTH} levels of fields",
            f"{limits.INTROSPECTION_LISTS} lists inside each other",
            f"{limits.INTROSPECTION_LISTS_IN_ALL} lists in all",
        ),
        "lists": joined(
            f"{limits.LIST_IN_VARIABLE:,} entries in a variable",
            f"{limits.TEXT_IN_VARIABLE:,} characters in a text of a variable, {limits.WORD} in the name of a field there",
            f"{limits.VALUES_IN_VARIABLES:,} values and {limits.OBJECTS_IN_VARIABLES} objects in all variables, "
            "each counted as often as it is used",
            f"{LARGEST_PAGE} rows in a page",
        ),
        "filter": joined(
            f"{filters.DEEPEST_NESTING} filters inside each other",
            f"{filters.MOST_CONDITIONS} conditions",
            f"{filters.LONGEST_LIST:,} values in its lists",
        ),
        "errors shown": f"{MOST_ERRORS}",
        "estimated cost of an operation": f"{default('cost_limit'):,} points",
        "points of a caller": f"{default('cost_bucket'):,}, of which {default('cost_restore')} a second come back",
        "time for an operation": f"{default('timeout_seconds')} s",
        "sign-ins a minute, and password resets": f"{sign_ins} an account · {10 * sign_ins} an address",
        "password changes a minute": f"{sign_ins} a member",
        "invitations a day": f"{default('invitation_limit')} a tenant",
        "`Idempotency-Key`": f"{idempotency.LONGEST_KEY} characters · kept {kept}",
        "WebSocket": joined(
            f"{websocket.LARGEST_FRAME // 1024} KiB a message",
            f"{websocket.MOST_OPERATIONS} operations at once",
            f"{websocket.INIT_SECONDS:.0f} s to `connection_init`",
        ),
        "events that wait for a subscription": f"{feed.LONGEST_QUEUE:,}",
    }
    assert {row[0]: row[1] for row in table(API, "Limits", "limit")} == expected


def test_costs_are_those_of_the_code() -> None:
    page = " ".join(API.read_text().split())
    for sentence in (
        f"{cost.ROOT_FIELD} more for each root field, {cost.MUTATION} for each root field of a mutation",
        f"lists without pages are taken to have {cost.UNPAGED} entries",
        f"Introspection is {cost.INTROSPECTION}.",
        f"without `data` cost {admission.REFUSED} points, a lack of permission {admission.FORBIDDEN},",
        f"a point for each {admission.CHARACTERS} characters",
        f'"cost";q={default("cost_bucket")};w={default("cost_bucket") // default("cost_restore")}',
        f"the last {documents.REMEMBERED:,} documents of up to {documents.LONGEST_REMEMBERED:,} characters",
    ):
        assert sentence in page


def test_credentials_last_as_long_as_the_page_says() -> None:
    def minutes(life: timedelta) -> int:
        return int(life.total_seconds() // 60)

    expected = {
        "access token": f"{minutes(ACCESS_LIFE)} minutes",
        "refresh token, and the session with it": f"{REFRESH_LIFE.days} days since the last refresh",
        "API key": f"{LONGEST_LIFE.days} days, or until its `expiresAt`",
        "invitation": f"{INVITATION_LIFE.days} days",
        "password reset": f"{minutes(RESET_LIFE) // 60} hour",
    }
    assert {row[0]: row[1] for row in table(API, "Sign-in", "credential")} == expected


def numbers(rows: Iterable[list[str]]) -> set[int]:
    return {int(number) for row in rows for number in codes(row[0])}


def test_every_code_that_closes_a_socket_is_listed() -> None:
    own = {value for value in vars(websocket).values() if isinstance(value, int) and 4400 <= value < 4500}
    from_the_standard = {1009, 1011, 1012, 1013}  # too big, our fault, the server restarts, try again
    assert numbers(table(EVENTS, "Subscriptions", "the socket is closed with")) == own | from_the_standard
