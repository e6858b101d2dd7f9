"""From what somebody answered to a lead: a new one by the rules of `createLead`, or more about one that is there."""

from typing import Any

from leadhub.activities.logging import log
from leadhub.activities.models import ActivityDirection, ActivityKind
from leadhub.activities.reading import LONGEST_BODY
from leadhub.capture.asks import CONSENT, CUSTOM, Answers, agreed
from leadhub.capture.models import CaptureForm, DuplicateMode, Submission
from leadhub.duplicates.matching import hold_likeness, matches, person_to_be
from leadhub.duplicates.models import DuplicateReason
from leadhub.intake.making import change, take_in
from leadhub.intake.types import CreateLeadInput
from leadhub.intake.upserting import add_to
from leadhub.kit.actor import Actor, actor
from leadhub.kit.inputs import Inputs
from leadhub.kit.node import to_global
from leadhub.kit.scopes import Role
from leadhub.kit.words import underscored
from leadhub.labels.models import LeadSource
from leadhub.leads.changing import lead_to_change
from leadhub.leads.children import children_of
from leadhub.leads.inputs import AddressInput, ConsentInput, UtmInput
from leadhub.leads.models import Lead
from leadhub.leads.reading import LeadValues, read_fields
from leadhub.leads.types_parts import ConsentBasis
from leadhub.members.models import Member, MemberStatus

# By these somebody is the same person. A name at a company is no proof for who could be anybody.
_SURE = {DuplicateReason.EMAIL, DuplicateReason.PHONE}
# How a lead was won the first time is not changed by what comes later.
_FIRST_TOUCH = ("source_id", "utm", "referrer", "landing_page")


class Doubtful(Exception):
    """This may be somebody who is a lead already."""


async def take_person(
    submission: Submission, form: CaptureForm, answers: Answers, mode: DuplicateMode | None = None
) -> Lead:
    """The lead of a submission, made or found as the form's duplicate mode says, unless `mode` says otherwise. Raises
    Doubtful where a person is to look at it, and a user fault where no lead can be made of it."""
    who, inputs = actor(), Inputs()
    given = await _input(submission, form, answers)
    values = await read_fields(inputs, given, who)
    inputs.done()
    person = person_to_be(values)
    await hold_likeness(person)
    mode = mode or form.duplicate_mode
    found = [] if mode is DuplicateMode.CREATE else await matches(person)
    if mode is DuplicateMode.REVIEW and found:
        raise Doubtful
    same = next((match.lead_id for match in found if _SURE & set(match.reasons)), None)
    if same is None:
        return await take_in(given, values, who)
    lead = await lead_to_change(
        to_global("Lead", same), None, who, "whoever fills in a form is anybody's lead"
    )
    if mode is DuplicateMode.UPDATE:
        await _tell_more(lead, values, who)
    else:
        await _attach(lead, submission, form, answers)
    return lead


async def _tell_more(lead: Lead, values: LeadValues, who: Actor) -> None:
    for name in _FIRST_TOUCH:
        if getattr(lead, name) is not None:
            values.columns.pop(name, None)
    children = await children_of(lead)
    add_to(children, values)
    await change(lead, children, values, who)


async def _attach(lead: Lead, submission: Submission, form: CaptureForm, answers: Answers) -> None:
    said = [f"{label}: {value}" for label, value in answers.more.items()]
    await log(
        lead,
        ActivityKind.MESSAGE,
        occurred_at=submission.created_at,
        body="\n".join([form.name, *said])[:LONGEST_BODY],
        direction=ActivityDirection.INBOUND,
    )


async def _input(submission: Submission, form: CaptureForm, answers: Answers) -> CreateLeadInput:
    given: dict[str, Any] = _answered(answers)
    if submission.utm:
        given["utm"] = UtmInput(**submission.utm)
    for name in ("referrer", "landing_page"):
        if getattr(submission, name) is not None:
            given[name] = getattr(submission, name)
    if agreed(submission.consent_text, submission.values.get(CONSENT)):
        given["consent"] = ConsentInput(
            marketing=True,
            basis=ConsentBasis.CONSENT,
            at=submission.created_at,
            text=submission.consent_text,
        )
    return CreateLeadInput(**given, **await _hands(form))


def _answered(answers: Answers) -> dict[str, Any]:
    given: dict[str, Any] = {}
    address: dict[str, Any] = {}
    for name, value in answers.by_field.items():
        if name.startswith(CUSTOM):
            given.setdefault("custom_fields", {})[name.removeprefix(CUSTOM)] = value
        elif name.startswith("address."):
            address[underscored(name.removeprefix("address."))] = value
        elif name in {"email", "phone"}:
            given[f"{name}s"] = [value]
        else:
            given[underscored(name)] = value
    if address:
        given["address"] = AddressInput(**address)
    return given


async def _hands(form: CaptureForm) -> dict[str, Any]:
    """Source, owner and team as the form says. Somebody who can own nothing any more is passed over: the lead waits in
    the team's queue, and is not lost."""
    hands: dict[str, Any] = {}
    source = await LeadSource.seen(form.source_id) if form.source_id else None
    if source is not None and source.archived_at is None:
        hands["source_id"] = to_global("LeadSource", source.id)
    owner = await Member.seen(form.owner_id) if form.owner_id else None
    if owner is not None and owner.status is MemberStatus.ACTIVE and owner.role is not Role.VIEWER:
        hands["owner_id"] = to_global("Member", owner.id)
    if form.team_id is not None:
        hands["team_id"] = to_global("Team", form.team_id)
    return hands
