"""Who is mentioned in a comment, and which of them are told."""

import re
from collections.abc import Sequence

from leadhub.errors import Invalid, LimitExceeded, Unauthenticated, UserFault
from leadhub.kit.inputs import Inputs
from leadhub.kit.node import find
from leadhub.leads.models import Lead
from leadhub.leads.reach import is_in_reach
from leadhub.members.models import Member
from leadhub.sessions.rules import member_actor

MOST_MENTIONS = 20

_MENTION = re.compile(r"@\[([^\]\s]{1,200})\]")


async def read_mentions(inputs: Inputs, body: str) -> list[Member]:
    """The members that `@[<member id>]` names, each once; notes a fault for one that names nobody."""
    ids = list(dict.fromkeys(_MENTION.findall(body)))
    if len(ids) > MOST_MENTIONS:
        inputs.fault(LimitExceeded(f"At most {MOST_MENTIONS} members.", path=inputs.path("body")))
        return []
    found: list[Member] = []
    for id in ids:
        try:
            found.append(await find(Member, id, inputs.path("body")))
        except UserFault:
            inputs.fault(Invalid(f"@[{id}] names no member.", path=inputs.path("body")))
    return found


async def who_see(lead: Lead, members: Sequence[Member]) -> list[Member]:
    """Those of these members who may see a lead now."""
    seeing = []
    for member in members:
        try:
            who = await member_actor(member.tenant_id, member.id)
        except Unauthenticated:
            continue
        if is_in_reach(who, lead):
            seeing.append(member)
    return seeing
