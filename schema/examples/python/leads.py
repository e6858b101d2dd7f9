"""Signs in, reads every lead page by page, and brings in one that another system knows, once however often it is run:

$ python leads.py http://127.0.0.1:8000/graphql acme owner@acme.test leadhub-demo crm-17 ada@example.com
"""

import asyncio
import sys
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any, ParamSpec, TypeVar

from leadhub_client import (
    CreateLeadInput,
    ExternalIdInput,
    GraphQLClientError,
    GraphQLClientGraphQLMultiError,
    LeadHub,
    LeadsLeadsNodes,
    SignInInput,
)

Given = ParamSpec("Given")
Result = TypeVar("Result")


class NotAccepted(Exception):
    """Something in the input that LeadHub does not accept, in words for who typed it."""

    def __init__(self, user_errors: list[Any]) -> None:
        lines = (": ".join(filter(None, [".".join(one.path or []), one.message])) for one in user_errors)
        super().__init__("\n".join(lines))


async def patiently(
    action: Callable[Given, Awaitable[Result]], *args: Given.args, **kwargs: Given.kwargs
) -> Result:
    """Does it, and again after the time that LeadHub asks for, where it does."""
    tries = 1
    while True:
        try:
            return await action(*args, **kwargs)
        except GraphQLClientGraphQLMultiError as refusal:
            why = refusal.errors[0].extensions or {}
            seconds = why.get("retryAfter")
            if not isinstance(seconds, int | float) or tries == 5:
                raise
        print(f"{why['code']}: waiting for {seconds} s", file=sys.stderr)
        await asyncio.sleep(seconds)
        tries += 1


async def sign_in(url: str, tenant: str, email: str, password: str) -> LeadHub:
    async with LeadHub(url) as leadhub:
        input = SignInInput(tenant=tenant, email=email, password=password)
        answer = (await leadhub.sign_in(input)).sign_in
    if answer.access_token is None:
        raise NotAccepted(answer.user_errors)
    return LeadHub(url, headers={"Authorization": f"Bearer {answer.access_token}"})


async def every_lead(leadhub: LeadHub) -> AsyncIterator[LeadsLeadsNodes]:
    """All leads, the newest first."""
    after = None
    while True:
        page = (await patiently(leadhub.leads, first=50, after=after)).leads
        for lead in page.nodes:
            yield lead
        if not page.page_info.has_next_page:
            return
        after = page.page_info.end_cursor


async def bring_in(leadhub: LeadHub, external_id: str, email: str) -> str | None:
    """Creates a lead and answers its number, if it is ours to see. With the key, sending it again (after a lost answer,
    say) gives the same lead and not a second one."""
    input = CreateLeadInput(emails=[email], external_id=ExternalIdInput(system="crm", id=external_id))
    once = {"Idempotency-Key": f"crm-import-{external_id}"}
    answer = (await patiently(leadhub.create_lead, input, headers=once)).create_lead
    if answer.user_errors:
        raise NotAccepted(answer.user_errors)
    return answer.lead.number if answer.lead else None


async def main(url: str, tenant: str, member: str, password: str, external_id: str, email: str) -> None:
    async with await sign_in(url, tenant, member, password) as leadhub:
        async for lead in every_lead(leadhub):
            print(lead.number, lead.full_name, lead.stage.name)
        number = await bring_in(leadhub, external_id, email)
        print("brought in:", number or "a lead that is not yours to see")


try:
    asyncio.run(main(*sys.argv[1:]))
except GraphQLClientGraphQLMultiError as refusal:
    error = refusal.errors[0]
    sys.exit(f"{(error.extensions or {}).get('code')}: {error.message}")
except (GraphQLClientError, NotAccepted) as failure:
    sys.exit(str(failure))
