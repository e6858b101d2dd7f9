"""A tenant cannot learn that another exists: asked for by every root field and every id, generated from the
schema, so that a new field is covered without being listed."""

from __future__ import annotations

import json
import re
from collections.abc import Awaitable, Callable
from uuid import uuid4

import pytest

from leadhub.kit.guard import entity_access
from leadhub.kit.node import to_global
from leadhub.kit.scopes import KEY_SCOPES, Scope
from tests.asking import Asking, Tenant
from tests.streams.first import first_item
from tests.walk import NODE_TYPES, SCHEMA, Path, Root, id_paths, roots, ways_to
from tests.world import Answer, World


def succeeded(answer: Answer) -> bool:
    """No error, and no user error."""
    payloads = [part for part in (answer.data or {}).values() if isinstance(part, dict)]
    return not answer.errors and not any(payload.get("userErrors") for payload in payloads)


def comparable(root: Root, answer: Answer) -> str:
    """The answer without what differs from call to call: for a subscription, all that it tells of what just happened."""
    body = answer.body
    if root.kind == "subscription" and body.get("data"):
        body = body | {"data": "something that happened to the caller's own"}
    text = json.dumps(body, sort_keys=True)
    return re.sub(r'"requestId": "[^"]*"|"currentlyAvailable": \d+', "", text)


@pytest.fixture(scope="module")
async def victim(world: World) -> Tenant:
    """The tenant that others ask about. Nobody's call changes it."""
    return await Tenant(await world.company()).fill()


@pytest.fixture(scope="module")
async def stranger(world: World) -> Tenant:
    """The tenant that asks. None of its calls succeeds, so it stays as it is."""
    return await Tenant(await world.company()).fill()


Own = Callable[..., Awaitable[Tenant]]


@pytest.fixture(scope="module")
async def own(world: World) -> Own:
    """`await own(root, path)`: a tenant whose calls succeed. It is a fresh one where they change it; those that read
    share one, and so do the conditions on one field of a filter that is saved."""
    shared: dict[tuple[str, Path], Tenant] = {}

    async def fresh(root: Root) -> Tenant:
        tenant = await Tenant(await world.company()).fill()
        await tenant.prepare(root)
        return tenant

    async def tenant_for(root: Root, path: Path = ()) -> Tenant:
        if root.kind == "mutation" and "filter" not in path:
            return await fresh(root)
        key = (root.name, path[:-1]) if root.kind == "mutation" else ("reads", ())
        if key not in shared:
            shared[key] = await fresh(root)
        return shared[key]

    return tenant_for


PLACES = [(root, path) for root in roots() for path in id_paths(root)]


@pytest.mark.parametrize("root", roots(), ids=str)
async def test_every_root_field_works_for_its_tenant_and_shows_it_nothing_of_another(
    root: Root, own: Own, victim: Tenant
) -> None:
    tenant = await own(root)
    if root.name == "node":
        answer = await Asking(tenant).call(root, ("id",), tenant.rows["Lead"][0])
    else:
        answer = await Asking(tenant).call(root)
    assert succeeded(answer), answer.body
    text = json.dumps(answer.body)
    assert not [mark for mark in victim.marks() if mark in text]


@pytest.mark.parametrize(("root", "path"), PLACES, ids=[f"{root} {'.'.join(path)}" for root, path in PLACES])
async def test_an_id_of_another_tenant_is_answered_like_one_that_does_not_exist(
    root: Root, path: Path, own: Own, victim: Tenant, stranger: Tenant
) -> None:
    tenant = await own(root, path)
    types = NODE_TYPES if root.name == "node" else [await Asking(tenant).meaning(root, path)]
    for type_name in types:
        mine = await Asking(tenant).call(root, path, await tenant.own_value(root, path, type_name))
        assert succeeded(mine), f"{root} {path} {type_name} as its own tenant: {mine.body}"
        theirs = await Asking(stranger).call(root, path, victim.rows[type_name][0 if path[-1] == "id" else 1])
        nobodys = await Asking(stranger).call(root, path, to_global(type_name, uuid4()))
        assert comparable(root, theirs) == comparable(root, nobodys)
        text = json.dumps(theirs.body)
        assert not [mark for mark in victim.marks() if mark in text]


def test_nothing_is_left_out() -> None:
    """What cannot be generated would be listed here."""
    assert set(NODE_TYPES) == {
        name
        for name, type_ in SCHEMA.type_map.items()
        if any(interface.name == "Node" for interface in getattr(type_, "interfaces", ()))
    }


ENTITIES = sorted(
    (name, access)
    for name, type_ in SCHEMA.type_map.items()
    if isinstance(access := entity_access(type_), Scope)
)


@pytest.mark.parametrize(("type_name", "scope"), ENTITIES, ids=[name for name, _ in ENTITIES])
async def test_a_key_with_every_scope_but_its_own_reaches_a_type_by_no_way(
    type_name: str, scope: Scope, stranger: Tenant
) -> None:
    key = await stranger.company.key(*sorted(KEY_SCOPES - {scope}))
    ways = ways_to(type_name)
    assert ways
    for label, text in ways:
        if text.startswith("subscription"):
            answer = await first_item(key, text, stranger.stir)
        else:
            answer = await key(text)
        assert answer.code == "FORBIDDEN", f"{label}: {answer.body}"
        assert scope in answer.errors[0]["extensions"]["missing"], label
        assert not answer.data
