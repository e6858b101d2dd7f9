"""Which events an endpoint is told of."""

from collections.abc import Sequence
from dataclasses import replace

from leadhub.events.models import Event
from leadhub.kit.actor import actor
from leadhub.leads.meeting import Meets
from leadhub.leads.saved import compile_saved
from leadhub.leads.states import Passage, passages
from leadhub.tenants.models import Tenant
from leadhub.webhooks.models import WebhookEndpoint, WebhookEvent


async def of_interest(endpoint: WebhookEndpoint, events: Sequence[Event]) -> list[Event]:
    """Those of these events that the endpoint is told of, in their order. Raises ValueError or a LeadHubError when
    its filter cannot be read any more.

    With a filter these are the events of leads that met it before or after the change, so that a receiver learns of
    a lead that ceases to meet it, too. A test goes to the endpoint that is tested whatever it asks for.
    """
    asked = [event for event in events if _is_test_of(endpoint, event) or _is_of_type(endpoint, event)]
    if endpoint.lead_filter is None or not asked:
        return asked
    meets, found = await _meets(endpoint), await passages(asked)
    return [event for event in asked if _is_test_of(endpoint, event) or _passes(found.get(event.seq), meets)]


def _is_test_of(endpoint: WebhookEndpoint, event: Event) -> bool:
    return event.type == WebhookEvent.TESTED and event.subject_id == endpoint.id


def _is_of_type(endpoint: WebhookEndpoint, event: Event) -> bool:
    return not endpoint.event_types or event.type in endpoint.event_types


async def _meets(endpoint: WebhookEndpoint) -> Meets:
    # Phone numbers without a country code are the tenant's own, as when the filter was made.
    tenant = await Tenant.mine().get(id=endpoint.tenant_id)
    assert endpoint.lead_filter is not None
    return compile_saved(endpoint.lead_filter, replace(actor(), country=tenant.default_country))


def _passes(passage: Passage | None, meets: Meets) -> bool:
    """A lead that was purged since passes no filter: nobody knows what it was like."""
    if passage is None:
        return False
    states = (state for one in (passage, *passage.others) for state in (one.before, one.after))
    return any(state is not None and meets(state) for state in states)
