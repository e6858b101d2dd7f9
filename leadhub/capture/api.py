"""Capture forms, what came through them, and making a lead of it after all."""

from typing import Annotated

import strawberry

from leadhub.capture import (
    links,  # noqa: F401  (its fields join those of `CaptureForm`)
    models,
)
from leadhub.capture.asks import read_answers
from leadhub.capture.inputs import (
    CreateCaptureFormInput,
    ReleaseSubmissionInput,
    ReplaySubmissionInput,
    RotateFormKeyInput,
    UpdateCaptureFormInput,
)
from leadhub.capture.judging import settle
from leadhub.capture.making import take_person
from leadhub.capture.models import CaptureEvent, DuplicateMode, SubmissionVerdict, shown_to
from leadhub.capture.rules import MOST_FORMS, new_keys, read_form, told
from leadhub.capture.types import CaptureForm, Submission
from leadhub.errors import Invalid
from leadhub.kit.actor import actor
from leadhub.kit.connection import NEWEST_FIRST, After, Connection, First, Listing, read_page, window
from leadhub.kit.events import emit
from leadhub.kit.fields import Answer, mutation, query
from leadhub.kit.inputs import Inputs, locked, read_archived, save
from leadhub.kit.named import check_name, check_room
from leadhub.kit.node import find, name_rows
from leadhub.kit.scopes import Scope
from leadhub.leads.models import Lead as LeadRow
from leadhub.leads.types import Lead
from leadhub.pipelines.types import IncludeArchived

_IDS = {"source_id": "LeadSource", "owner_id": "Member", "team_id": "Team"}


@query(Scope.CONFIG_READ, Connection[CaptureForm])
async def capture_forms(
    include_archived: IncludeArchived = False, first: First = None, after: After = None
) -> Connection[CaptureForm]:
    """The capture forms of your tenant, newest first."""
    rows = models.CaptureForm.mine()
    if not include_archived:
        rows = rows.filter(archived_at__isnull=True)
    return read_page(Listing("captureForms", rows, NEWEST_FIRST), window(first, after))


@query(Scope.LEAD_READ, Connection[Submission])
async def submissions(
    form_id: Annotated[strawberry.ID | None, strawberry.argument(description="Only of this form.")] = None,
    lead_id: Annotated[
        strawberry.ID | None, strawberry.argument(description="Only those that led to this lead.")
    ] = None,
    verdict: Annotated[
        SubmissionVerdict | None, strawberry.argument(description="Only those that this became of.")
    ] = None,
    first: First = None,
    after: After = None,
) -> Connection[Submission]:
    """What came through forms, newest first: what led to leads in your reach and, where you may change forms, the rest."""
    rows = models.Submission.mine().filter(shown_to(actor()))
    if form_id is not None:
        rows = rows.filter(form_id=(await find(models.CaptureForm, form_id, ["formId"])).id)
    if lead_id is not None:
        rows = rows.filter(lead_id=(await find(LeadRow, lead_id, ["leadId"])).id)
    if verdict is not None:
        rows = rows.filter(verdict=verdict)
    return read_page(Listing("submissions", rows, NEWEST_FIRST), window(first, after))


@mutation(Scope.CONFIG_WRITE, capture_form=CaptureForm)
async def create_capture_form(input: CreateCaptureFormInput) -> Answer:
    """Makes a form. Put its `embedHtml` into a page, or show its `pageUrl` in a frame. At most 100 are in use at once."""
    inputs = Inputs()
    values = await read_form(inputs, input)
    inputs.done()
    await check_room(models.CaptureForm, MOST_FORMS)
    await check_name(models.CaptureForm, values["name"])
    form = await models.CaptureForm.create(**values | new_keys())
    shown = name_rows({name: (None, value) for name, value in values.items()}, _IDS)
    emit(CaptureEvent.FORM_CREATED, form, told({name: pair for name, pair in shown.items() if pair[1]}))
    return {"capture_form": form}


@mutation(Scope.CONFIG_WRITE, capture_form=CaptureForm)
async def update_capture_form(input: UpdateCaptureFormInput) -> Answer:
    """Changes a form, archives it or takes it into use again. What came before is judged as the form was when it is
    judged."""
    seen = await find(models.CaptureForm, input.id, ["input", "id"])
    inputs = Inputs()
    values = await read_form(inputs, input, seen)
    inputs.done()
    form = await locked(seen, input.expected_version)
    values |= read_archived(form, input.archived)
    is_back = "archived_at" in values and values["archived_at"] is None
    if is_back:
        await check_room(models.CaptureForm, MOST_FORMS, "input", "archived")
    if is_back or "name" in values:
        await check_name(models.CaptureForm, values.get("name", form.name), besides=form.id)
    changes = await save(form, **values)
    if changes:
        emit(CaptureEvent.FORM_UPDATED, form, told(name_rows(changes, _IDS)))
    return {"capture_form": form}


@mutation(Scope.CONFIG_WRITE, capture_form=CaptureForm)
async def rotate_form_key(input: RotateFormKeyInput) -> Answer:
    """Gives a form a new public key. The old one is known no more: pages with it must be changed, and those that are
    open when it happens cannot be sent."""
    form = await locked(await find(models.CaptureForm, input.id, ["input", "id"]), None)
    changes = await save(form, **new_keys())
    emit(CaptureEvent.FORM_KEY_ROTATED, form, told(changes))
    return {"capture_form": form}


@mutation(Scope.CONFIG_WRITE, submission=Submission, lead=Lead)
async def release_submission(input: ReleaseSubmissionInput) -> Answer:
    """Makes a lead of a submission whatever spoke against it: a new one, unless the form changes leads that are there.
    Fields that are not on the form's list are passed over; what cannot be read is INVALID."""
    submission = await _without_lead(input.id)
    form = await models.CaptureForm.mine().get(id=submission.form_id)
    answers = read_answers(form, submission.values, strictly=False)
    if answers.problems:
        raise Invalid(f"No lead can be made of this: {', '.join(answers.problems)}.", path=["input", "id"])
    mode = DuplicateMode.CREATE if form.duplicate_mode is DuplicateMode.REVIEW else form.duplicate_mode
    lead = await take_person(submission, form, answers, mode)
    await settle(submission, SubmissionVerdict.ACCEPTED, ["RELEASED"], lead)
    return {"submission": submission, "lead": lead}


@mutation(Scope.CONFIG_WRITE, submission=Submission)
async def replay_submission(input: ReplaySubmissionInput) -> Answer:
    """Has a submission judged again, by its form as it is now: after a field was added to it, for example."""
    submission = await _without_lead(input.id)
    before, reasons = submission.verdict, submission.reasons
    submission.verdict, submission.reasons = SubmissionVerdict.PENDING, []
    submission.judged_at = None
    await submission.save(update_fields=["verdict", "reasons", "judged_at"])
    emit(
        CaptureEvent.SUBMISSION_REPLAYED,
        submission,
        {"verdict": (before, SubmissionVerdict.PENDING), "reasons": (reasons, [])},
    )
    return {"submission": submission}


async def _without_lead(id: str) -> models.Submission:
    """A submission that led to no lead, locked."""
    seen = await find(models.Submission, id, ["input", "id"])
    rows = models.Submission.mine().select_for_update(no_key=True)
    submission = await rows.get(id=seen.id)
    if submission.verdict is SubmissionVerdict.ACCEPTED:
        raise Invalid("This submission led to a lead already.", path=["input", "id"])
    return submission
