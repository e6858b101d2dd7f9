"""Python's client gql over HTTP: it reads the schema, builds documents from it, and shows data and errors.
tests/streams/test_clients.py has it over WebSockets."""

from collections.abc import AsyncIterator

import pytest
from gql import Client, GraphQLRequest, gql
from gql.client import AsyncClientSession
from gql.dsl import DSLMutation, DSLQuery, DSLSchema, dsl_gql
from gql.transport.aiohttp import AIOHTTPTransport
from gql.transport.exceptions import TransportQueryError
from graphql import GraphQLError

from tests.world import Company


@pytest.fixture
async def session(company: Company) -> AsyncIterator[AsyncClientSession]:
    """The agent's client, which has read the schema."""
    transport = AIOHTTPTransport(
        f"{company.world.url}/graphql", headers={"Authorization": f"Bearer {company.agent.token}"}
    )
    async with Client(transport=transport, fetch_schema_from_transport=True) as found:
        yield found


@pytest.fixture
def schema(session: AsyncClientSession) -> DSLSchema:
    assert session.client.schema is not None
    return DSLSchema(session.client.schema)


async def test_gql_asks_with_a_document_built_from_the_schema(
    company: Company, session: AsyncClientSession, schema: DSLSchema
) -> None:
    lead = await company.lead(company.agent, "fullName")
    names = schema.LeadConnection.nodes.select(schema.Lead.number, schema.Lead.fullName)
    found = await session.execute(dsl_gql(DSLQuery(schema.Query.leads(first=1).select(names))))
    assert found == {"leads": {"nodes": [{"number": lead["number"], "fullName": lead["fullName"]}]}}


async def test_gql_changes_and_sees_user_errors(session: AsyncClientSession, schema: DSLSchema) -> None:
    payload = schema.CreateLeadPayload
    create = schema.Mutation.createLead(input={"emails": ["nowhere"]}).select(
        payload.lead.select(schema.Lead.id), payload.userErrors.select(schema.UserError.code)
    )
    answer = await session.execute(dsl_gql(DSLMutation(create)))
    assert answer["createLead"] == {"lead": None, "userErrors": [{"code": "INVALID"}]}


async def test_gql_shows_the_code_of_an_error(session: AsyncClientSession) -> None:
    with pytest.raises(TransportQueryError) as refusal:
        await session.execute(GraphQLRequest("{ auditLog { nodes { id } } }"))
    [error] = refusal.value.errors or []
    assert error["extensions"] == {"code": "FORBIDDEN", "missing": ["audit:read"]}


async def test_gql_refuses_by_itself_what_the_schema_has_not(session: AsyncClientSession) -> None:
    with pytest.raises(GraphQLError, match="nickname"):
        await session.execute(gql("{ leads { nodes { nickname } } }"))
