"""In which media type an answer comes, or that there is none that the client accepts."""

import pytest

from tests.edge.sending import GRAPHQL_JSON, JSON, send
from tests.world import World

ACCEPTED = {
    "": JSON,
    "*/*": JSON,
    "application/*": JSON,
    "*/*;q=0.1": JSON,
    "APPLICATION/JSON": JSON,
    f"{JSON};charset=utf-8": JSON,
    f"{GRAPHQL_JSON}, {JSON}": GRAPHQL_JSON,
    f"{JSON}, {GRAPHQL_JSON}": JSON,
    f"{GRAPHQL_JSON};q=0.5, {JSON}": JSON,
    f"{GRAPHQL_JSON}, {JSON};q=0.9": GRAPHQL_JSON,
    f"{JSON};q=0.2,{GRAPHQL_JSON};q=0.3": GRAPHQL_JSON,
    f"{JSON};q=0, */*": GRAPHQL_JSON,
    f"{GRAPHQL_JSON};charset=utf-8, {JSON};charset=utf-8": GRAPHQL_JSON,
    # What urql and Apollo Client send: JSON wins, since it is accepted too.
    f"{GRAPHQL_JSON}, {JSON}, text/event-stream, multipart/mixed": GRAPHQL_JSON,
    f"multipart/mixed;deferSpec=20220824, {JSON}": JSON,
    "text/html, */*;q=0.8": JSON,
}

REFUSED = [
    "text/html",
    "application/xml, text/*",
    f"{JSON};q=0",
    "*/*;q=0",
    f"{JSON};q=much",
    f"{JSON};q=nan",
    ", ;;",
]


@pytest.mark.parametrize(("accept", "kind"), ACCEPTED.items())
async def test_answer_comes_in_what_the_client_likes_best(world: World, accept: str, kind: str) -> None:
    body = {"query": "{ __typename }"}
    reply = await send(world.http, f"{world.url}/graphql", body, headers={"Accept": accept})
    assert (reply.status, reply.type) == (200, kind)


@pytest.mark.parametrize("accept", REFUSED)
async def test_nothing_acceptable_is_406_as_json(world: World, accept: str) -> None:
    body = {"query": "{ __typename }"}
    reply = await send(world.http, f"{world.url}/graphql", body, headers={"Accept": accept})
    assert (reply.status, reply.type) == (406, JSON)
    assert GRAPHQL_JSON in reply.body["errors"][0]["message"]
