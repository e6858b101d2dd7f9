"""Asking for lists of leads, in the words of these tests."""

from typing import Any

from tests.world import Answer, Caller, Company

_DOCUMENT = """
query($filter: LeadFilter, $search: String, $orderBy: [LeadOrder!], $deleted: Deleted! = EXCLUDE,
      $first: Int, $after: String, $last: Int, $before: String) {
  leads(filter: $filter, search: $search, orderBy: $orderBy, deleted: $deleted,
        first: $first, after: $after, last: $last, before: $before) {
    nodes { %s } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
  }
}
"""


async def ask(caller: Caller, fields: str = "lastName", **arguments: Any) -> Answer:
    """The answer to a list of leads, good or bad."""
    return await caller(_DOCUMENT % fields, **arguments)


async def page(caller: Caller, fields: str = "lastName", **arguments: Any) -> dict[str, Any]:
    """One page that must come."""
    answer = await ask(caller, fields, **arguments)
    assert not answer.errors, answer.errors
    return answer.data["leads"]


async def names(caller: Caller, **arguments: Any) -> list[str]:
    """Last names of the leads that are found, in their order."""
    return [node["lastName"] for node in (await page(caller, **{"first": 100, **arguments}))["nodes"]]


async def seen(caller: Caller, id: str, fields: str) -> dict[str, Any]:
    """One lead as a caller sees it."""
    data = await caller.ok(f"query($id: ID!) {{ lead(id: $id) {{ {fields} }} }}", id=id)
    return data["lead"]


async def total(company: Company) -> int:
    """How many leads the tenant has, deleted ones too."""
    data = await company.owner.ok("{ leads(deleted: INCLUDE) { totalCount } }")
    return data["leads"]["totalCount"]
