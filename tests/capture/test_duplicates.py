"""What a form does where the person may be a lead already."""

from typing import Any

import pytest

from leadhub.settings import Settings
from tests.capture.made import Form, leads, make
from tests.world import Company

ADA = {
    "lastName": "Lovelace",
    "emails": ["ada@example.com"],
    "phones": ["030 901820"],
    "jobTitle": "Countess",
}


async def sent_twice(form: Form, settings: Settings) -> list[str]:
    """The verdicts on two submissions of one person, with two spellings of their phone number."""
    await form.send(first="Ada", email="ada@example.com", phone="+49 30 901820")
    await form.judged(settings)
    await form.send(first="Augusta", email="Ada@Example.com", phone="(030) 90 18 20")
    return [submission["verdict"] for submission in await form.judged(settings)]


async def test_create_makes_a_lead_each_time_and_they_wait_in_the_queue(
    company: Company, settings: Settings
) -> None:
    form = await make(company)
    assert await sent_twice(form, settings) == ["ACCEPTED", "ACCEPTED"]
    found = await leads(company, "duplicateState")
    assert [lead["duplicateState"] for lead in found] == ["SUSPECTED", "SUSPECTED"]


async def test_update_changes_the_lead_that_is_there(company: Company, settings: Settings) -> None:
    form = await make(company, duplicateMode="UPDATE")
    assert await sent_twice(form, settings) == ["ACCEPTED", "ACCEPTED"]
    [lead] = await leads(company, "emails { value } phones { value }")
    assert lead["firstName"] == "Augusta"
    assert (len(lead["emails"]), len(lead["phones"])) == (1, 1)
    assert {submission["lead"]["id"] for submission in await form.submissions()} == {lead["id"]}


async def test_an_update_leaves_what_was_not_answered_and_where_the_lead_came_from(
    company: Company, settings: Settings
) -> None:
    await company.lead(**ADA, utm={"source": "fair"}, consent={"marketing": True, "basis": "CONTRACT"})
    form = await make(company, duplicateMode="UPDATE", consentText="May we write?")
    await form.send(phone="030 901821", utm_source="news")
    assert [one["verdict"] for one in await form.judged(settings)] == ["ACCEPTED"]
    [lead] = await leads(company, "jobTitle utm { source } consent { basis } phones { e164 }")
    assert (lead["jobTitle"], lead["utm"], lead["consent"]) == (
        "Countess",
        {"source": "fair"},
        {"basis": "CONTRACT"},
    )
    assert [phone["e164"] for phone in lead["phones"]] == ["+4930901820", "+4930901821"]


async def test_a_name_at_a_company_is_no_proof_for_who_could_be_anybody(
    company: Company, settings: Settings
) -> None:
    fields = [
        {"name": "first", "leadField": "firstName"},
        {"name": "last", "leadField": "lastName"},
        {"name": "firm", "leadField": "companyName"},
    ]
    named = {"firstName": "Ada", "lastName": "Lovelace", "companyName": "Engines"}
    await company.lead(**named)
    form = await make(company, duplicateMode="UPDATE", fields=fields)
    await form.send({"first": "Ada", "last": "Lovelace", "firm": "Engines"})
    await form.judged(settings)
    assert len(await leads(company)) == 2


async def test_attach_activity_logs_a_message_and_changes_nothing_else(
    company: Company, settings: Settings
) -> None:
    lead = await company.lead(**ADA)
    form = await make(company, duplicateMode="ATTACH_ACTIVITY")
    await form.send(first="Augusta", message="How much?\nAnd when?")
    [submission] = await form.judged(settings)
    assert (submission["verdict"], submission["lead"]["id"]) == ("ACCEPTED", lead["id"])
    [found] = await leads(company)
    assert (found["firstName"], found["version"]) == (None, lead["version"])
    data = await company.owner.ok(
        "query($id: ID!) { activities(leadId: $id) { nodes { kind direction body occurredAt by { id } } } }",
        id=lead["id"],
    )
    assert data["activities"]["nodes"] == [
        {
            "kind": "MESSAGE",
            "direction": "INBOUND",
            "body": "Contact us\nYour question: How much?\nAnd when?",
            "occurredAt": submission["createdAt"],
            "by": None,
        }
    ]


async def test_attach_activity_makes_a_lead_of_somebody_new(company: Company, settings: Settings) -> None:
    form = await make(company, duplicateMode="ATTACH_ACTIVITY")
    assert await sent_twice(form, settings) == ["ACCEPTED", "ACCEPTED"]
    assert [lead["firstName"] for lead in await leads(company)] == ["Ada"]


async def test_review_keeps_a_possible_double_until_somebody_releases_it(
    company: Company, settings: Settings
) -> None:
    form = await make(company, duplicateMode="REVIEW")
    assert await sent_twice(form, settings) == ["ACCEPTED", "QUARANTINED"]
    submission = (await form.submissions())[1]
    assert (submission["reasons"], submission["lead"]) == (["POSSIBLE_DUPLICATE"], None)
    released = await company.owner.done("releaseSubmission", {"id": submission["id"]}, "lead { firstName }")
    assert released["lead"]["firstName"] == "Augusta"
    assert len(await leads(company)) == 2


async def test_a_lead_out_of_everybodys_reach_is_found_too(company: Company, settings: Settings) -> None:
    await company.lead(**ADA, ownerId=company.outsider.id)
    form = await make(company, duplicateMode="UPDATE")
    await form.send(first="Ada")
    await form.judged(settings)
    [lead] = await leads(company, "owner { id }")
    assert (lead["firstName"], lead["owner"]["id"]) == ("Ada", company.outsider.id)


@pytest.mark.parametrize("mode", ["CREATE", "UPDATE"])
async def test_what_was_deleted_stays_deleted(company: Company, settings: Settings, mode: Any) -> None:
    lead = await company.lead(**ADA)
    await company.owner.done("deleteLead", {"id": lead["id"], "expectedVersion": lead["version"]})
    form = await make(company, duplicateMode=mode)
    await form.send()
    await form.judged(settings)
    [found] = await leads(company)
    assert found["id"] != lead["id"]
