"""What an operation needs is read from its document before anything runs."""

import pytest

from tests.sessions.entry import audited
from tests.world import Answer, Company


def missing(answer: Answer) -> list[str]:
    """The scopes that a refused operation lacked; it must have been refused whole."""
    assert answer.data is None
    assert answer.code == "FORBIDDEN"
    found: list[str] = answer.errors[0]["extensions"]["missing"]
    return found


async def count(company: Company) -> int:
    total: int = (await company.owner.ok("{ leads { totalCount } }"))["leads"]["totalCount"]
    return total


async def test_a_missing_scope_refuses_the_operation_before_anything_runs(company: Company) -> None:
    key = await company.key("lead:read", "lead:write")
    answer = await key(
        """
        mutation {
          first: createLead(input: {lastName: "One"}) { lead { id } }
          createTag(input: {name: "hot"}) { tag { id } }
        }
        """
    )
    assert missing(answer) == ["config:read", "config:write"]
    assert await count(company) == 0


async def test_what_comes_back_needs_its_scope_too_before_anything_is_written(company: Company) -> None:
    key = await company.key("lead:write")
    answer = await key('mutation { createLead(input: {lastName: "One"}) { lead { id } } }')
    assert missing(answer) == ["lead:read"]
    assert await count(company) == 0
    blind = await key('mutation { createLead(input: {lastName: "One"}) { userErrors { code } } }')
    assert not blind.errors
    assert await count(company) == 1


async def test_a_refusal_leaves_an_audit_entry_with_what_was_missing(company: Company) -> None:
    key = await company.key("lead:read")
    await key("{ pipelines { id } }")
    await company.agent("{ auditLog { totalCount } }")
    entries = await audited(company, action={"eq": "access.refused"})
    assert [(entry["actorKind"], entry["outcome"], entry["reason"]) for entry in entries] == [
        ("MEMBER", "REFUSED", "missing audit:read"),
        ("API_KEY", "REFUSED", "missing config:read"),
    ]
    assert entries[0]["actorId"] == company.agent.id
    assert entries[1]["onBehalfOf"] == {"id": company.owner.id}


async def test_all_that_is_missing_is_named_at_once(company: Company) -> None:
    key = await company.key()
    answer = await key(
        "{ pipelines { id } leads { totalCount } auditLog { totalCount } members { totalCount } }"
    )
    assert missing(answer) == ["audit:read", "config:read", "lead:read", "member:read"]


SPREAD = """
{ ...A }
fragment A on Query { leads { nodes { ...B } } }
fragment B on Lead { ...C }
fragment C on Lead { owner { name } }
"""
# The same fragment where it is harmless, and where it is not.
SHARED = """
{ viewer { tenant { ...N } } node(id: "x") { ...N } leads { nodes { ...N } } }
fragment N on Node { id ... on Member { name } }
"""


@pytest.mark.parametrize(
    ("document", "lacking"),
    [
        # A key with lead:read alone asks for what hangs on a lead.
        ("{ leads { nodes { owner { name } } } }", ["member:read"]),
        ("{ leads { edges { node { owner { __typename } } } } }", ["member:read"]),
        ("{ leads { nodes { stage { name } tags { name } } } }", ["config:read"]),
        ("{ leads { nodes { stageHistory { by { id } } } } }", ["member:read"]),
        ("{ l: leads { n: nodes { o: owner { name } } } }", ["member:read"]),
        (SPREAD, ["member:read"]),
        ("{ ... on Query { leads { nodes { ... on Lead { ... on Node { ... on Lead { owner { id } } } } } } } }",
         ["member:read"]),
        ("{ leads { nodes { ... { owner { id } } } } }", ["member:read"]),
        (SHARED, ["member:read"]),
        ("{ leads { nodes { id } } viewer { member { name } } }", ["member:read"]),
        ('{ node(id: "x") { ... on Tag { name } } }', ["config:read"]),
    ],
)  # fmt: skip
async def test_a_key_that_reads_leads_reads_nothing_that_hangs_on_them(
    company: Company, document: str, lacking: list[str]
) -> None:
    assert missing(await (await company.key("lead:read"))(document)) == lacking


# What is said of a part, the variables that are sent, and whether the part is asked for then.
DIRECTIVES: list[tuple[str, dict[str, bool], bool]] = [
    ("@include(if: false)", {}, False),
    ("@include(if: true)", {}, True),
    ("@skip(if: true)", {}, False),
    ("@skip(if: false)", {}, True),
    ("@include(if: true) @skip(if: true)", {}, False),
    ("@include(if: $yes)", {}, True),
    ("@include(if: $yes)", {"yes": False}, False),
    ("@skip(if: $yes)", {}, False),
    ("@skip(if: $yes)", {"yes": False}, True),
    ("@include(if: $given)", {"given": True}, True),
    ("@include(if: $given)", {"given": False}, False),
]


@pytest.mark.parametrize("form", ["owner D { name }", "... D { owner { name } }", "...F D"])
async def test_what_is_left_out_needs_no_scope(company: Company, form: str) -> None:
    await company.lead()
    key = await company.key("lead:read")
    fragment = " fragment F on Lead { owner { name } }" if "...F" in form else ""
    for directive, variables, asks in DIRECTIVES:
        part = form.replace("D", directive)
        document = (
            "query($yes: Boolean! = true, $given: Boolean! = true) "
            f"{{ leads {{ nodes {{ id {part} }} }} "
            f"used: leads(first: 1) @include(if: $yes) {{ totalCount @include(if: $given) __typename }} }}{fragment}"
        )
        answer = await key(document, **variables)
        if asks:
            assert missing(answer) == ["member:read"], directive
        else:
            assert not answer.errors, directive
            assert "owner" not in str(answer.data)


async def test_only_the_operation_that_runs_is_judged(company: Company) -> None:
    key = await company.key("lead:read")
    document = "query Mine { leads { totalCount } } query Other { auditLog { totalCount } }"
    for name, code in (("Mine", None), ("Other", "FORBIDDEN")):
        async with company.world.http.post(
            f"{company.world.url}/graphql",
            json={"query": document, "operationName": name},
            headers={"Authorization": f"Bearer {key.token}"},
        ) as response:
            body = await response.json()
        assert body.get("errors", [{}])[0].get("extensions", {}).get("code") == code


async def test_a_node_of_a_type_without_scope_is_forbidden_and_not_missing(company: Company) -> None:
    lead = await company.lead()
    key = await company.key("lead:read")
    assert (await key.ok("query($id: ID!) { node(id: $id) { id } }", id=lead["id"]))["node"]
    nobody = "TWVtYmVyOjAxOTRmZGMyLWZhMmYtNGNjMC04MWQzLWZmMTIwNzRiMTExMQ"  # pragma: allowlist secret
    for member in (company.agent.id, nobody):
        answer = await key("query($id: ID!) { node(id: $id) { __typename } }", id=member)
        assert answer.code == "FORBIDDEN"
        assert answer.errors[0]["extensions"]["missing"] == ["member:read"]


async def test_without_signing_in_only_open_fields_answer(company: Company) -> None:
    for document in (
        "{ leads { totalCount } }",
        '{ node(id: "x") { id } }',
        "{ viewer { role } pipelines { id } }",
    ):
        answer = await company.world.anonymous(document)
        assert (answer.data, answer.code) == (None, "UNAUTHENTICATED")
