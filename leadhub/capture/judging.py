"""What becomes of a submission: spam, refused, kept for a person to look at, or a lead."""

from collections.abc import Sequence
from datetime import timedelta
from uuid import UUID

from leadhub.capture.asks import CONSENT, Answers, agreed, is_filled, read_answers
from leadhub.capture.making import Doubtful, take_person
from leadhub.capture.models import CaptureEvent, CaptureForm, Submission, SubmissionVerdict
from leadhub.capture.stamps import VALID_FOR, read_stamp
from leadhub.duplicates.matching import hold
from leadhub.errors import UserFault, UserFaults
from leadhub.kit.events import emit, unit
from leadhub.kit.inputs import now
from leadhub.leads.models import Lead

ACCEPTED, SPAM = SubmissionVerdict.ACCEPTED, SubmissionVerdict.SPAM
QUARANTINED, REJECTED = SubmissionVerdict.QUARANTINED, SubmissionVerdict.REJECTED


async def judge(id: UUID, form: CaptureForm) -> None:
    """Judges a submission that waits, as its form, and makes its lead; all of it or nothing. Whoever comes second, or
    while another is at it, finds nothing to do."""
    try:
        async with unit():
            submission = await _waiting(id)
            if submission is not None:
                await judge_waiting(submission, form)
    except UserFaults as several:
        await set_aside(id, REJECTED, [_reason(fault) for fault in several.faults])
    except UserFault as fault:
        await set_aside(id, REJECTED, [_reason(fault)])


async def set_aside(id: UUID, verdict: SubmissionVerdict, reasons: Sequence[str]) -> None:
    """The verdict on a submission that still waits, after what came of it was rolled back."""
    async with unit():
        submission = await _waiting(id)
        if submission is not None:
            await settle(submission, verdict, reasons)


async def settle(
    submission: Submission, verdict: SubmissionVerdict, reasons: Sequence[str] = (), lead: Lead | None = None
) -> None:
    """Writes the verdict on a locked submission."""
    changes = {
        "verdict": (submission.verdict, verdict),
        "reasons": (submission.reasons, list(reasons)),
        "leadId": (None, lead),
    }
    submission.verdict, submission.reasons = verdict, list(reasons)
    submission.lead_id, submission.judged_at = lead.id if lead is not None else None, now()
    await submission.save(update_fields=["verdict", "reasons", "lead_id", "judged_at"])
    emit(CaptureEvent.SUBMISSION_JUDGED, submission, changes)


async def _waiting(id: UUID) -> Submission | None:
    pending = Submission.mine().filter(verdict=SubmissionVerdict.PENDING)
    return await pending.select_for_update(skip_locked=True, no_key=True).get_or_none(id=id)


async def judge_waiting(submission: Submission, form: CaptureForm) -> None:
    """The verdict on a locked submission."""
    if (spam := await _spam(submission, form)) is not None:
        await settle(submission, SPAM, [spam])
        return
    answers = read_answers(form, submission.values)
    if answers.problems:
        await settle(submission, REJECTED, answers.problems)
    elif (doubt := _doubt(submission, form)) is not None:
        await settle(submission, QUARANTINED, [doubt])
    else:
        await take_submission(submission, form, answers)


async def take_submission(submission: Submission, form: CaptureForm, answers: Answers) -> None:
    """Makes the lead of a submission against which nothing speaks."""
    try:
        lead = await take_person(submission, form, answers)
    except Doubtful:
        await settle(submission, QUARANTINED, ["POSSIBLE_DUPLICATE"])
        return
    await settle(submission, ACCEPTED, lead=lead)


async def _spam(submission: Submission, form: CaptureForm) -> str | None:
    """Why this came from no person, as far as it shows."""
    if is_filled(form, submission.values):
        return "HONEYPOT"
    if submission.stamp is None:
        return None
    issued_at = read_stamp(form.stamp_key, submission.stamp)
    if issued_at is None:
        return "STAMP_FORGED"
    if submission.created_at - issued_at < timedelta(seconds=form.min_fill_seconds):
        return "TOO_FAST"
    # Whoever is judged first has it; the others wait here, and see that.
    await hold([f"stamp {submission.stamp}"])
    alike = Submission.mine().filter(stamp=submission.stamp).exclude(id=submission.id)
    used = await alike.exclude(verdict=SubmissionVerdict.PENDING).exists()
    return "STAMP_USED" if used else None


def _doubt(submission: Submission, form: CaptureForm) -> str | None:
    """What a person should look at: it may be in order."""
    if submission.stamp is not None:
        issued_at = read_stamp(form.stamp_key, submission.stamp)
        if issued_at is not None and submission.created_at - issued_at > VALID_FOR:
            return "STAMP_EXPIRED"
    if agreed(submission.consent_text, submission.values.get(CONSENT)) is None:
        return "CONSENT_TEXT_CHANGED"
    return None


def _reason(fault: UserFault) -> str:
    """Why a lead could not be made, without what was answered."""
    return f"{fault.code} {'.'.join(str(step) for step in fault.path[1:])}".strip()
