"""What a list costs: counted SQL, the same for five leads and for a hundred."""

from collections.abc import Callable

from tests.leads.crowd import crowd
from tests.world import Caller, Company

Queries = Callable[[], list[str]]

LIST = """
query($first: Int) { leads(first: $first, orderBy: [{field: NUMBER}]) { nodes {
  number owner { name teams { name } } team { name } pipeline { name } stage { name nextStages { name } }
  source { name } lostReason { name } tags { name } emails { value } primaryEmail phones { e164 }
  primaryPhone externalIds { system id } stageHistory { toName by { name } }
} } }
"""


async def cost(queries: Queries, caller: Caller, document: str, **variables: object) -> list[str]:
    """The statements of one operation."""
    await caller.ok("{ viewer { scopes } }")  # who they are is remembered for two seconds
    before = len(queries())
    await caller.ok(document, **variables)
    return queries()[before:]


async def test_a_hundred_leads_with_all_that_hangs_on_them_cost_as_much_as_five(
    company: Company, queries: Queries
) -> None:
    await crowd(company, 100)
    for needed in (13, 8):  # by a plan PostgreSQL writes much of what is selected of other tables
        five = await cost(queries, company.owner, LIST, first=5)
        hundred = await cost(queries, company.owner, f"# another document\n{LIST}", first=100)
        assert (len(five), len(hundred)) == (needed, needed), "\n".join(hundred)


async def test_a_plain_list_is_one_statement(company: Company, queries: Queries) -> None:
    await crowd(company, 30)
    statements = await cost(queries, company.owner, "{ leads { nodes { number } pageInfo { hasNextPage } } }")
    assert len(statements) == 1


async def test_the_whole_list_is_counted_only_when_somebody_asks(company: Company, queries: Queries) -> None:
    await crowd(company, 30)
    statements = await cost(queries, company.owner, "{ leads { nodes { number } totalCount } }")
    assert len(statements) == 2
    assert sum("count(" in text.lower() for text in statements) == 1
    data = await company.owner.ok("{ leads(first: 5) { totalCount nodes { id } } }")
    assert (data["leads"]["totalCount"], len(data["leads"]["nodes"])) == (30, 5)


async def test_the_count_is_of_the_whole_list_in_reach(company: Company) -> None:
    for caller in (company.agent, company.colleague, company.agent):
        await company.lead(by=caller)
    for caller, total in (
        (company.owner, 3),
        (company.manager, 3),
        (company.agent, 2),
        (company.outsider, 0),
    ):
        data = await caller.ok("{ leads(first: 1) { totalCount } }")
        assert data["leads"]["totalCount"] == total
    data = await company.owner.ok(
        "query($id: ID!) { leads(filter: {ownerId: {eq: $id}}) { totalCount } }", id=company.colleague.id
    )
    assert data["leads"]["totalCount"] == 1


async def test_a_change_that_makes_nobody_alike_looks_for_no_doubles(
    company: Company, queries: Queries
) -> None:
    lead = await company.lead(emails=["ada@x.test"])

    async def looks(version: int, **change: object) -> int:
        before = len(queries())
        given = {"id": lead["id"], "expectedVersion": version, **change}
        await company.owner.done("updateLead", given)
        return sum("leadhub_match_leads" in text for text in queries()[before:])

    assert await looks(1, jobTitle="CEO", tags=["hot"]) == 0
    assert await looks(2, lastName="King") == 1
    assert await looks(3, emails=["ada@y.test"]) == 1


async def test_a_new_lead_is_made_in_nineteen_statements(company: Company, queries: Queries) -> None:
    """Every rule looked at, in one transaction; what was just written is not read again."""
    for number in (1, 2):  # the first time the caller is looked up too
        before = len(queries())
        await company.lead(emails=[f"{number}@x.test"], phones=[f"+49 30 90182{number}"])
    assert len(queries()) - before == 19, "\n".join(queries()[before:])


async def test_only_what_is_asked_for_is_read(company: Company, queries: Queries) -> None:
    lead = await company.lead(
        ownerId=(await company.owner.ok("{ viewer { member { id } } }"))["viewer"]["member"]["id"]
    )
    document = "query($id: ID!) { lead(id: $id) { fullName owner { name teams { name } } emails { value } } }"
    first = await cost(queries, company.owner, document, id=lead["id"])
    again = await cost(queries, company.owner, document, id=lead["id"])
    assert "referrer" in first[0]  # what comes once is not worth a plan
    assert len(again) == len(first)
    assert ["referrer" in again[0], "capacity_open" in again[1], "is_bounced" in again[-1]] == [False] * 3
    assert ["first_name" in again[0], "name" in again[1], "value" in again[-1]] == [True] * 3


async def test_a_lead_comes_with_what_hangs_on_it_in_one_statement(
    company: Company, queries: Queries
) -> None:
    lead = await company.lead(tags=["hot", "new"])
    document = (
        "query($id: ID!) { lead(id: $id) "
        "{ id number owner { name } stage { name } tags { name } stageHistory { toName at } } }"
    )
    first = await cost(queries, company.owner, document, id=lead["id"])
    again = await cost(queries, company.owner, document, id=lead["id"])
    assert (len(first), len(again)) == (5, 1), "\n".join(again)
