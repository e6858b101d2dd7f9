"""Who may have what run: the limits of documents, the caller's permissions and their bucket of points, in this order,
before anything is done."""

import asyncio
from collections.abc import Hashable
from dataclasses import dataclass
from ipaddress import IPv6Address, IPv6Network, ip_address
from typing import Any

from graphql import GraphQLSchema, OperationType

from leadhub.errors import LeadHubError, Throttled, TooComplex
from leadhub.kit import metrics
from leadhub.kit.actor import acting, request
from leadhub.kit.bucket import Bucket, Buckets
from leadhub.kit.cost import Estimate
from leadhub.kit.guard import Needs, Reading, check
from leadhub.kit.scopes import Introspection
from leadhub.preparing import Prepared, Preparing, Refused, refused
from leadhub.wire import Asked

# What reading a document costs that is not run: looking through one takes as long as answering another.
REFUSED = 100
# A document that comes for the first time costs a point for so many characters, apart from what it asks for: to look
# through the longest takes 50 ms.
CHARACTERS = 50
# What is lacking is told without a look into the database.
FORBIDDEN = 10
# How long who has no points left waits to hear of it: who asks again at once keeps others waiting otherwise.
HOLD_SECONDS = 1.0


class WrongKind(Exception):
    """The document holds a kind of operation that this way in does not take."""


@dataclass(slots=True)
class Bill:
    """What one operation costs its caller: `requested` as estimated beforehand, `actual` as counted afterwards."""

    bucket: Bucket
    requested: int = 0
    actual: int = 0

    def reserve(self, points: int) -> None:
        """Spends what an operation may cost; raises Throttled."""
        self.bucket.take(points)
        self.requested = self.actual = points

    def settle(self, points: int) -> None:
        """What it was in the end; never more than was said before it ran."""
        self._spend(min(points, self.requested))

    def refuse(self, points: int) -> None:
        """What it costs that it does not run."""
        self._spend(points)

    def _spend(self, points: int) -> None:
        self.bucket.adjust(points - self.actual)
        self.actual = points

    def shown(self) -> dict[str, Any]:
        """As `extensions.cost`, in the words that others use for it too."""
        return {
            "requestedQueryCost": self.requested,
            "actualQueryCost": self.actual,
            "throttleStatus": {
                "maximumAvailable": int(self.bucket.max_rate),
                "currentlyAvailable": self.bucket.available,
                "restoreRate": int(self.bucket.restore_rate),
            },
        }

    def headers(self) -> dict[str, str]:
        """As the IETF's draft of RateLimit headers has it: `q` points in `w` seconds, `r` are left, all in `t`."""
        bucket = self.bucket
        return {
            "RateLimit-Policy": f'"cost";q={int(bucket.max_rate)};w={int(bucket.time_period)}',
            "RateLimit": f'"cost";r={bucket.available};t={bucket.full_in}',
        }


class Admission:
    """One per process."""

    def __init__(
        self,
        schema: GraphQLSchema,
        preparing: Preparing,
        buckets: Buckets,
        *,
        introspection: Introspection,
        cost_limit: int,
    ) -> None:
        self._schema = schema
        self._preparing = preparing
        self._buckets = buckets
        self._introspection = introspection
        self._cost_limit = cost_limit

    def bill(self) -> Bill:
        """A bill for the caller of now."""
        return Bill(self._buckets.of(_principal()))

    async def gate(self, bill: Bill) -> None:
        """Raises Refused for a caller who has no points at all, whatever it is that they ask."""
        try:
            bill.bucket.check(1)
        except Throttled as fault:
            raise await _held(fault) from None

    async def admit(self, asked: Asked, kinds: frozenset[OperationType], bill: Bill) -> Prepared:
        """Lets an operation in; raises Refused, and WrongKind for one that is none of these kinds."""
        await self.gate(bill)
        try:
            return await self._admit(asked, kinds, bill)
        except Throttled as fault:
            raise await _held(fault) from None
        except LeadHubError as fault:
            raise refused(fault) from None

    async def _admit(self, asked: Asked, kinds: frozenset[OperationType], bill: Bill) -> Prepared:
        try:
            prepared = await self._preparing.prepare(asked, bill.bucket)
            if prepared.kind not in kinds:
                raise WrongKind
        except (Refused, WrongKind, asyncio.CancelledError):  # who goes away meanwhile has it done as well
            bill.refuse(REFUSED)
            raise
        bill.bucket.adjust(prepared.unread // CHARACTERS)
        needs, cost = self._needs_and_cost(prepared, asked)
        try:
            check(needs, self._introspection)
        except LeadHubError:
            bill.refuse(FORBIDDEN)
            raise
        if cost > self._cost_limit:
            bill.refuse(REFUSED)
            raise TooComplex(
                f"The operation may cost {cost} points; at most {self._cost_limit} are allowed. Ask for smaller "
                "pages, or for less of each row.",
                cost=cost,
                limit=self._cost_limit,
            )
        bill.reserve(cost)
        return prepared

    def _needs_and_cost(self, prepared: Prepared, asked: Asked) -> tuple[Needs, int]:
        variables = prepared.variables(asked.variables)

        def find() -> tuple[Needs, int]:
            needs = Reading(self._schema, prepared.document, variables).needs(prepared.operation)
            estimate = Estimate(self._schema, prepared.fragments, variables)
            return needs, estimate.of(prepared.operation)

        return prepared.facts(variables, find)


async def _held(fault: Throttled) -> Refused:
    metrics.cost_throttled.inc()
    await asyncio.sleep(HOLD_SECONDS)
    return refused(fault)


def _principal() -> Hashable:
    """Whose bucket it is: the caller's, or of who is not signed in their address (of an IPv6 address its network,
    since one customer has many)."""
    who = acting()
    if who is not None:
        return who.tenant_id, who.id
    given = request().address
    address = None if given is None else ip_address(given)
    if isinstance(address, IPv6Address):
        # Proxies that listen for both kinds at once write IPv4 addresses as IPv6.
        return address.ipv4_mapped or IPv6Network((int(address), 64), strict=False)
    return address
