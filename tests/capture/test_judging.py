"""What becomes of what strangers send: a lead, or none and the reason why."""

import asyncio
from datetime import timedelta
from typing import Any

import pytest

from leadhub.capture.models import Submission
from leadhub.capture.stamps import new_stamp
from leadhub.kit.inputs import now
from leadhub.settings import Settings
from tests.capture.made import SENT, Form, leads, make
from tests.world import Company


async def verdict(form: Form, settings: Settings) -> tuple[str, list[str]]:
    """What became of the only submission."""
    [submission] = await form.judged(settings)
    return submission["verdict"], submission["reasons"]


async def test_what_a_stranger_sends_becomes_a_lead_once(company: Company, settings: Settings) -> None:
    form = await make(company)
    answer = await form.send(first="Ada", phone="030 901820", message="How much?")
    assert answer.status == 202
    [waiting] = await form.submissions()
    assert (waiting["id"], waiting["verdict"], waiting["lead"]) == (answer.json["id"], "PENDING", None)
    assert waiting["values"] == {**SENT, "first": "Ada", "phone": "030 901820", "message": "How much?"}
    await form.judged(settings)
    [submission] = await form.judged(settings)
    [lead] = await leads(company)
    assert (submission["verdict"], submission["lead"]["id"]) == ("ACCEPTED", lead["id"])
    assert (lead["firstName"], lead["primaryEmail"]) == ("Ada", "ada@example.com")


async def test_workers_that_judge_at_once_make_one_lead(company: Company, settings: Settings) -> None:
    form = await make(company)
    await form.send()
    await asyncio.gather(*(form.judged(settings) for _ in range(4)))
    assert len(await leads(company)) == 1


@pytest.mark.parametrize(
    ("sent", "expected"),
    [
        ({"website": "x"}, ("SPAM", ["HONEYPOT"])),
        ({"leadhub_stamp": "1.x.y"}, ("SPAM", ["STAMP_FORGED"])),
        ({"leadhub_stamp": "ü"}, ("SPAM", ["STAMP_FORGED"])),
        ({"colour": "red"}, ("REJECTED", ["UNKNOWN_FIELD colour"])),
        ({"ada@example.com": "red"}, ("REJECTED", ["UNKNOWN_FIELD"])),
        ({"email": "no address"}, ("REJECTED", ["INVALID email"])),
        ({"email": {"$gt": ""}}, ("REJECTED", ["INVALID email"])),
        ({"email": ["a@x.test", "b@x.test"]}, ("REJECTED", ["INVALID email"])),
        ({"last": " "}, ("REJECTED", ["REQUIRED last"])),
        ({"last": "x" * 101}, ("REJECTED", ["TOO_LONG lastName"])),
        ({"last": "a\0b"}, ("ACCEPTED", [])),
        ({"website": ""}, ("ACCEPTED", [])),
    ],
    ids=str,
)
async def test_each_kind_of_submission_ends_as_it_should(
    company: Company, settings: Settings, sent: dict[str, Any], expected: Any
) -> None:
    form = await make(company, honeypotField="website")
    answer = await form.send(SENT | sent)
    assert (answer.status, list(answer.json)) == (202, ["id"])
    assert await verdict(form, settings) == expected
    assert len(await leads(company)) == (expected[0] == "ACCEPTED")


async def test_who_is_too_fast_is_no_person(company: Company, settings: Settings) -> None:
    form = await make(company, minFillSeconds=60)
    await form.send(leadhub_stamp=await form.stamp())
    assert await verdict(form, settings) == ("SPAM", ["TOO_FAST"])
    assert await leads(company) == []


async def test_a_page_that_was_open_long_enough_is_taken(company: Company, settings: Settings) -> None:
    form = await make(company, minFillSeconds=60)
    key = (await form.row()).stamp_key
    await form.send(leadhub_stamp=new_stamp(key, now() - timedelta(seconds=61)))
    assert (await verdict(form, settings))[0] == "ACCEPTED"


async def test_a_static_snippet_has_no_stamp_and_is_not_judged_by_time(
    company: Company, settings: Settings
) -> None:
    form = await make(company, minFillSeconds=60)
    await form.send()
    assert (await verdict(form, settings))[0] == "ACCEPTED"


async def test_a_stamp_is_good_for_one_submission(company: Company, settings: Settings) -> None:
    form = await make(company)
    stamp = await form.stamp()
    await asyncio.gather(*(form.send(leadhub_stamp=stamp) for _ in range(3)))
    await asyncio.gather(*(form.judged(settings) for _ in range(3)))
    found = await form.submissions()
    assert sorted(one["verdict"] for one in found) == ["ACCEPTED", "SPAM", "SPAM"]
    assert {reason for one in found for reason in one["reasons"]} == {"STAMP_USED"}
    assert len(await leads(company)) == 1


async def test_a_page_that_was_open_for_more_than_a_day_waits_for_a_person(
    company: Company, settings: Settings
) -> None:
    form = await make(company)
    key = (await form.row()).stamp_key
    await form.send(leadhub_stamp=new_stamp(key, now() - timedelta(hours=24, seconds=5)))
    assert await verdict(form, settings) == ("QUARANTINED", ["STAMP_EXPIRED"])


async def test_a_stamp_of_another_form_is_forged(company: Company, settings: Settings) -> None:
    form, other = await make(company), await make(company, name="Another")
    await form.send(leadhub_stamp=await other.stamp())
    assert await verdict(form, settings) == ("SPAM", ["STAMP_FORGED"])


async def test_consent_is_kept_with_the_text_that_was_shown(company: Company, settings: Settings) -> None:
    form = await make(company, consentText="You may write to me.")
    await form.send(consent=True)
    form = await form.change(consentText="Something else.")
    [submission] = await form.judged(settings)
    assert submission["consentText"] == "You may write to me."
    [lead] = await leads(company, "consent { marketing basis text at }")
    assert lead["consent"] == {
        "marketing": True,
        "basis": "CONSENT",
        "text": "You may write to me.",
        "at": submission["createdAt"],
    }


async def test_a_box_beside_another_text_is_no_consent_to_this_one(
    company: Company, settings: Settings
) -> None:
    form = await make(company, consentText="Before.")
    before = form.shown["embedHtml"].partition('name="consent" value="')[2].partition('"')[0]
    form = await form.change(consentText="After.")
    await form.send(consent=before)
    assert await verdict(form, settings) == ("QUARANTINED", ["CONSENT_TEXT_CHANGED"])


async def test_who_does_not_tick_the_box_consents_to_nothing(company: Company, settings: Settings) -> None:
    form = await make(company, consentText="You may write to me.")
    await form.send(consent="")
    assert (await verdict(form, settings))[0] == "ACCEPTED"
    assert (await leads(company, "consent { marketing }"))[0]["consent"] is None


async def test_where_somebody_came_from_is_kept(company: Company, settings: Settings) -> None:
    form = await make(company)
    sent = {"utm_source": "news", "referrer": "https://search.test/?q=x", "utm_term": "x" * 300}
    page = "https://www.example.com/contact?utm_source=ignored&utm_campaign=spring"
    await form.send(SENT | sent, query="?utm_medium=mail", headers={"Referer": page})
    assert (await verdict(form, settings))[0] == "ACCEPTED"
    [lead] = await leads(company, "referrer landingPage utm { source medium campaign term content }")
    assert lead["utm"] == {
        "source": "news",
        "medium": "mail",
        "campaign": "spring",
        "term": "x" * 200,
        "content": None,
    }
    assert (lead["referrer"], lead["landingPage"]) == ("https://search.test/?q=x", page)


async def test_a_form_gives_its_leads_to_whom_it_names(company: Company, settings: Settings) -> None:
    source = await company.owner.done("createLeadSource", {"name": "Site"}, "leadSource { id }")
    form = await make(company, ownerId=company.agent.id, sourceId=source["leadSource"]["id"])
    await form.send()
    await form.judged(settings)
    [lead] = await leads(company, "owner { id } team { id } source { name }")
    assert (lead["owner"], lead["source"]) == ({"id": company.agent.id}, {"name": "Site"})
    assert lead["team"] == {"id": company.teams["North"]}


async def test_whoever_left_gets_no_leads_and_none_is_lost(company: Company, settings: Settings) -> None:
    form = await make(company, ownerId=company.agent.id, teamId=company.teams["North"])
    await company.owner.done("suspendMember", {"id": company.agent.id})
    await form.send()
    assert (await verdict(form, settings))[0] == "ACCEPTED"
    [lead] = await leads(company, "owner { id } team { id }")
    assert (lead["owner"], lead["team"]) == (None, {"id": company.teams["North"]})


async def test_fields_of_the_tenants_own_and_an_address_are_filled(
    company: Company, settings: Settings
) -> None:
    given = {"key": "size", "name": "Size", "kind": "NUMBER"}
    await company.owner.done("createCustomField", given, "customField { id }")
    fields = [
        {"name": "last", "leadField": "lastName"},
        {"name": "size", "leadField": "customFields.size", "type": "NUMBER"},
        {"name": "zip", "leadField": "address.postalCode"},
        {"name": "site", "leadField": "website"},
    ]
    form = await make(company, fields=fields)
    await form.post({"last": "Lovelace", "size": "12,5", "zip": "10115", "site": "example.com"})
    assert (await verdict(form, settings))[0] == "ACCEPTED"
    [lead] = await leads(company, "customFields website address { postalCode }")
    assert lead["customFields"] == {"size": 12.5}
    assert (lead["address"], lead["website"]) == ({"postalCode": "10115"}, "https://example.com")


async def test_events_and_audit_name_the_form(company: Company, settings: Settings) -> None:
    form = await make(company)
    await form.send()
    await form.judged(settings)
    data = await company.owner.ok(
        """{ events(after: 0, first: 100) { events { type actor { kind id } changes } }
          auditLog(first: 2) { nodes { action actorKind actorId address } } }"""
    )
    told = [event for event in data["events"]["events"] if event["actor"]["kind"] == "FORM"]
    assert [event["type"] for event in told] == ["lead.created", "submission.judged"]
    assert {event["actor"]["id"] for event in told} == {form.id}
    assert "ada@example.com" not in str(told[1])
    assert {entry["actorId"] for entry in data["auditLog"]["nodes"]} == {form.id}
    assert data["auditLog"]["nodes"][0]["address"] == "127.0.0.1"


async def test_what_has_no_answer_is_set_aside_and_holds_up_nobody(
    company: Company, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    form = await make(company)
    await form.send()

    async def broken(*_: Any) -> None:
        raise RuntimeError("a defect")

    with monkeypatch.context() as patch:
        patch.setattr("leadhub.capture.judging.take_person", broken)
        assert await verdict(form, settings) == ("QUARANTINED", ["DEFECT"])
    [submission] = await form.submissions()
    await company.owner.done("replaySubmission", {"id": submission["id"]})
    assert (await verdict(form, settings))[0] == "ACCEPTED"


async def test_a_fault_after_the_lead_was_made_leaves_no_lead(
    company: Company, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    form = await make(company)
    await form.send()
    with monkeypatch.context() as patch:
        patch.setattr("leadhub.capture.judging.ACCEPTED", "NO SUCH VERDICT")
        await form.judged(settings)
    assert await leads(company) == []
    async with company.inside():
        assert (await Submission.mine().get()).lead_id is None
