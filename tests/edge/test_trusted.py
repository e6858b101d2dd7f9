"""`LEADHUB_TRUSTED_DOCUMENTS=only`: the published operations run, however clients lay them out, and nothing else."""

from collections.abc import AsyncIterator
from contextlib import suppress
from typing import Any

import pytest
from graphql import (
    FieldNode,
    NameNode,
    SelectionSetNode,
    Visitor,
    get_introspection_query,
    parse,
    print_ast,
    strip_ignored_characters,
    visit,
)

from leadhub.operations import folder
from leadhub.settings import Settings
from tests.edge.hashes import hashed
from tests.edge.sending import GRAPHQL_JSON
from tests.sessions.servers import another_server, at
from tests.streams.following import Events, socket_of
from tests.world import Caller, Company, World

OPERATIONS = sorted(folder().glob("*.graphql"))
VIEWER = (folder() / "Viewer.graphql").read_text()


@pytest.fixture(scope="module")
async def server(world: World, settings: Settings) -> AsyncIterator[World]:
    async with another_server(world, settings, trusted_documents="only") as far:
        yield far


class _Typenames(Visitor):
    """Adds `__typename` to every selection below the root, as the caches of Apollo and urql do."""

    def leave_field(self, node: FieldNode, *_: Any) -> FieldNode | None:
        if node.selection_set is None:
            return None
        name = FieldNode(name=NameNode(value="__typename"))
        more = SelectionSetNode(selections=(*node.selection_set.selections, name))
        return FieldNode(
            name=node.name,
            alias=node.alias,
            arguments=node.arguments,
            directives=node.directives,
            selection_set=more,
        )


FORMS = {
    "as it is written": str,
    "printed": lambda text: print_ast(parse(text)),
    "without spaces": strip_ignored_characters,
    "with comments": lambda text: text.replace("{", "{ # what we need\n"),
    "with __typename": lambda text: print_ast(visit(parse(text), _Typenames())),
}


async def errors(caller: Caller, body: dict[str, Any]) -> list[dict[str, Any]]:
    """What is wrong with it, asked in a way that takes every kind of operation."""
    headers = {"Accept": f"text/event-stream, {GRAPHQL_JSON}", "Authorization": f"Bearer {caller.token}"}
    async with caller.world.http.post(f"{caller.world.url}/graphql", json=body, headers=headers) as response:
        if response.content_type == GRAPHQL_JSON:
            return (await response.json())["errors"]
        # What was let in; or refused, after a while.
        with suppress(TimeoutError):
            _, first = await Events(response).message(1)
            return first.get("errors", [])
        return []


def wrong_variables(text: str) -> dict[str, Any]:
    """Each of them with a value that is of no type: the operation is let in and goes no further."""
    [operation] = parse(text).definitions
    return {
        node.variable.name.value: {"no": {"such": "thing"}} for node in operation.variable_definitions or ()
    }


async def is_let_in(caller: Caller, text: str, **body: Any) -> bool:
    variables = wrong_variables(text)
    found = await errors(caller, {"variables": variables, **body})
    return all(error["message"].startswith("Variable '$") for error in found) and bool(found) == bool(
        variables
    )


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
async def test_every_published_operation_runs_however_it_is_laid_out(
    company: Company, server: World, form: Any
) -> None:
    assert len(OPERATIONS) > 30
    for path in OPERATIONS:
        text = path.read_text()
        assert await is_let_in(at(server, company.owner), text, query=form(text)), path.stem


async def test_every_published_operation_runs_by_its_hash(company: Company, server: World) -> None:
    for path in OPERATIONS:
        text = path.read_text()
        for written in (text, text.strip(), print_ast(parse(text))):
            assert await is_let_in(at(server, company.owner), text, extensions=hashed(written)), path.stem


async def test_what_is_let_in_answers(company: Company, server: World) -> None:
    data = await at(server, company.agent).ok(FORMS["with __typename"](VIEWER))
    assert data["viewer"]["__typename"] == "Viewer"
    lead = await at(server, company.agent).ok(
        (folder() / "CreateLead.graphql").read_text(), input={"lastName": "Lovelace"}
    )
    assert lead["createLead"]["userErrors"] == []


FOREIGN = {
    "a query": "{ viewer { role } }",
    "a name alone": "{ __typename }",
    "introspection": get_introspection_query(),
    "of the same name": "query Viewer { viewer { role } }",
    "of another name": VIEWER.replace("query Viewer", "query Me"),
    "without its name": VIEWER.replace("query Viewer", "query"),
    "one field more": VIEWER.replace("role", "role member { id }"),
    "one field less": VIEWER.replace("      email\n", ""),
    "in another order": VIEWER.replace("role\n    scopes", "scopes\n    role"),
    "under another name": VIEWER.replace("role", "mine: role"),
    "__typename under a name": VIEWER.replace("role", "role mine: __typename"),
    "with a directive": VIEWER.replace("role", "role @skip(if: false)"),
    "with a fragment beside it": VIEWER + "fragment F on Lead { id }",
    "with another operation": VIEWER + "query Other { __typename }",
    "two of them": VIEWER + (folder() / "Settings.graphql").read_text(),
    "a mutation": 'mutation { createTag(input: {name: "x"}) { tag { id } } }',
    "a subscription": "subscription { leadChanged { seq } }",
}


@pytest.mark.parametrize("document", FOREIGN.values(), ids=FOREIGN)
async def test_nothing_else_runs(company: Company, server: World, document: str) -> None:
    caller = at(server, company.owner)
    [error] = await errors(caller, {"query": document})
    assert error["extensions"]["code"] == "UNTRUSTED_DOCUMENT"
    [error] = await errors(caller, {"query": document, "extensions": hashed(document)})
    assert error["extensions"]["code"] == "UNTRUSTED_DOCUMENT"
    [error] = await errors(caller, {"extensions": hashed(document)})
    assert error["extensions"]["code"] == "PERSISTED_QUERY_NOT_FOUND", "nor is it remembered"
    assert (await company.owner.ok("{ tags { id } }"))["tags"] == []


async def test_over_a_socket_too(company: Company, server: World) -> None:
    async with socket_of(at(server, company.owner)) as socket:
        error = await (await socket.subscribe("subscription { leadChanged { seq } }")).error()
        assert error["extensions"]["code"] == "UNTRUSTED_DOCUMENT"
        assert (await (await socket.subscribe(VIEWER)).next())["role"] == "OWNER"


async def test_the_refusal_says_what_to_do(company: Company, server: World) -> None:
    answer = await at(server, company.owner)("{ viewer { role } }", {"Accept": GRAPHQL_JSON})
    assert (answer.status, answer.data) == (400, None)
    assert "published operations" in answer.errors[0]["message"]
