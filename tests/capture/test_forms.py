"""Making and changing forms, who sees what came through them, and making a lead of it after all."""

from typing import Any

import pytest

from leadhub.capture.rules import MOST_FORMS
from leadhub.settings import Settings
from tests.capture.made import FIELDS, ORIGIN, Form, leads, make
from tests.world import Company, World


async def test_a_form_says_what_it_takes_and_how_to_show_it(company: Company) -> None:
    form = await make(company, honeypotField="website", minFillSeconds=3)
    shown = form.shown
    assert shown["fields"][0] == {
        "name": "first",
        "label": "Given name",
        "leadField": "firstName",
        "type": "TEXT",
        "required": False,
    }
    assert [field["type"] for field in shown["fields"]] == ["TEXT", "TEXT", "EMAIL", "PHONE", "LONG_TEXT"]
    assert (shown["allowedOrigins"], shown["duplicateMode"], shown["rateLimit"]) == ([ORIGIN], "CREATE", 600)
    assert shown["pageUrl"] == f"http://leadhub.test/f/{shown['publicKey']}"
    assert f'<form action="{shown["pageUrl"]}" method="post"' in shown["embedHtml"]
    data = await company.owner.ok(
        "query($id: ID!) { node(id: $id) { ... on CaptureForm { name version } } }", id=form.id
    )
    assert data["node"] == {"name": "Contact us", "version": 1}


@pytest.mark.parametrize(
    ("input", "code", "path"),
    [
        ({"name": " "}, "REQUIRED", ["name"]),
        ({"fields": []}, "REQUIRED", ["fields"]),
        ({"fields": [{"name": f"f{at}"} for at in range(51)]}, "LIMIT_EXCEEDED", ["fields"]),
        ({"fields": [{"name": "1st"}]}, "INVALID", ["fields", "0", "name"]),
        ({"fields": [{"name": "utm_source"}]}, "INVALID", ["fields", "0", "name"]),
        ({"fields": [{"name": "a"}, {"name": "a"}]}, "INVALID", ["fields", "1", "name"]),
        ({"fields": [{"name": "a", "leadField": "ownerId"}]}, "INVALID", ["fields", "0", "leadField"]),
        ({"fields": [{"name": "a", "leadField": "customFields.x"}]}, "INVALID", ["fields", "0", "leadField"]),
        (
            {"fields": [{"name": "a", "leadField": "email", "type": "DATE"}]},
            "INVALID",
            ["fields", "0", "type"],
        ),
        ({"allowedOrigins": ["https://a.test/path"]}, "INVALID", ["allowedOrigins", "0"]),
        ({"allowedOrigins": ["*"]}, "INVALID", ["allowedOrigins", "0"]),
        ({"allowedOrigins": ["https://a.test; script-src *"]}, "INVALID", ["allowedOrigins", "0"]),
        ({"allowedOrigins": ["https://a.test"] * 51}, "LIMIT_EXCEEDED", ["allowedOrigins"]),
        ({"honeypotField": "email"}, "INVALID", ["honeypotField"]),
        ({"honeypotField": "consent"}, "INVALID", ["honeypotField"]),
        ({"minFillSeconds": -1}, "INVALID", ["minFillSeconds"]),
        ({"minFillSeconds": 3601}, "INVALID", ["minFillSeconds"]),
        ({"rateLimit": 0}, "INVALID", ["rateLimit"]),
        ({"redirectUrl": "javascript:alert(1)"}, "INVALID", ["redirectUrl"]),
        ({"redirectUrl": "https://a.test;x/"}, "INVALID", ["redirectUrl"]),
        ({"redirectUrl": "https://a.test/\u00fc"}, "INVALID", ["redirectUrl"]),
        ({"consentText": "x" * 5001}, "TOO_LONG", ["consentText"]),
    ],
    ids=str,
)
async def test_what_a_form_cannot_be_is_said(
    company: Company, input: dict[str, Any], code: str, path: list[str]
) -> None:
    given = {"name": "Contact us", "fields": FIELDS, **input}
    fault = await company.owner.refused("createCaptureForm", given)
    assert (fault["code"], fault["path"]) == (code, ["input", *path])


async def test_an_origin_is_kept_as_browsers_send_it(company: Company) -> None:
    form = await make(company, allowedOrigins=["HTTPS://Www.Example.com/", ORIGIN, "http://localhost:3000"])
    assert form.shown["allowedOrigins"] == [ORIGIN, "http://localhost:3000"]


async def test_names_of_forms_in_use_are_unique(company: Company) -> None:
    form = await make(company)
    fault = await company.owner.refused("createCaptureForm", {"name": "contact US", "fields": FIELDS})
    assert (fault["code"], fault["path"]) == ("UNIQUE", ["input", "name"])
    archived = await form.change(archived=True)
    await make(company)
    given = {"id": form.id, "expectedVersion": archived.shown["version"], "archived": False}
    assert (await company.owner.refused("updateCaptureForm", given))["code"] == "UNIQUE"


async def test_so_many_forms_may_be_in_use(company: Company, monkeypatch: pytest.MonkeyPatch) -> None:
    assert MOST_FORMS == 100
    monkeypatch.setattr("leadhub.capture.api.MOST_FORMS", 1)
    await make(company)
    fault = await company.owner.refused("createCaptureForm", {"name": "Another", "fields": FIELDS})
    assert fault["code"] == "LIMIT_EXCEEDED"


async def test_a_change_names_the_version_and_is_told_without_what_signs(company: Company) -> None:
    form = await make(company)
    await form.change(duplicateMode="UPDATE", ownerId=company.agent.id)
    fault = await company.owner.refused(
        "updateCaptureForm", {"id": form.id, "expectedVersion": 1, "name": "x"}
    )
    assert (fault["code"], fault["meta"]) == ("CONFLICT_VERSION", {"version": 2})
    await company.owner.done("rotateFormKey", {"id": form.id})
    data = await company.owner.ok(
        "{ events(after: 0, first: 100) { events { type changes } } auditLog(first: 9) { nodes { changes } } }"
    )
    told = [event for event in data["events"]["events"] if event["type"].startswith("capture_form.")]
    assert [event["type"].partition(".")[2] for event in told] == ["created", "updated", "key_rotated"]
    assert told[1]["changes"] == {
        "duplicateMode": {"from": "CREATE", "to": "UPDATE"},
        "ownerId": {"from": None, "to": company.agent.id},
    }
    row = await form.row()
    assert row.stamp_key not in str(data)
    assert row.public_key in str(told[2]["changes"])


async def _came(company: Company, settings: Settings) -> tuple[Form, dict[str, Any]]:
    """A form through which came the lead of an outsider, and spam; and that lead."""
    form = await make(company, honeypotField="website", ownerId=company.outsider.id)
    await form.send()
    await form.send(website="x")
    await form.judged(settings)
    [lead] = await leads(company)
    return form, lead


async def test_submissions_are_seen_with_their_lead_and_spam_by_who_may_change_forms(
    company: Company, settings: Settings
) -> None:
    form, lead = await _came(company, settings)
    seen = {
        name: [one["verdict"] for one in await form.submissions(company.people[name])]
        for name in ("owner", "admin", "manager", "agent", "outsider", "viewer")
    }
    assert seen == {
        "owner": ["ACCEPTED", "SPAM"],
        "admin": ["ACCEPTED", "SPAM"],
        "manager": [],
        "agent": [],
        "outsider": ["ACCEPTED"],
        "viewer": ["ACCEPTED"],
    }
    spam = (await form.submissions())[1]["id"]
    for caller in (company.outsider, company.viewer, await company.key("lead:read")):
        answer = await caller("query($id: ID!) { node(id: $id) { id } }", id=spam)
        assert (answer.code, answer.data) == ("NOT_FOUND", {"node": None})
    data = await company.outsider.ok(
        "query($id: ID!) { submissions(leadId: $id) { totalCount } }", id=lead["id"]
    )
    assert data["submissions"]["totalCount"] == 1


async def test_who_sees_contact_data_masked_sees_none_in_submissions(
    world: World, settings: Settings
) -> None:
    company = await world.company(mask_contacts_for_viewers=True)
    form = await make(company)
    await form.send(message="call me at ada@example.com")
    await form.judged(settings)
    [submission] = await form.submissions(company.viewer)
    assert (submission["values"], submission["address"], submission["userAgent"]) == (None, None, None)
    assert "ada@example.com" not in str(submission)


async def test_spam_that_was_none_can_be_released_once(company: Company, settings: Settings) -> None:
    form = await make(company, honeypotField="website")
    await form.send(website="https://example.com", colour="red")
    [submission] = await form.judged(settings)
    released = await company.admin.done(
        "releaseSubmission", {"id": submission["id"]}, "submission { verdict reasons } lead { lastName }"
    )
    assert released["submission"] == {"verdict": "ACCEPTED", "reasons": ["RELEASED"]}
    assert released["lead"] == {"lastName": "Lovelace"}
    for again in ("releaseSubmission", "replaySubmission"):
        assert (await company.admin.refused(again, {"id": submission["id"]}))["code"] == "INVALID"
    assert len(await leads(company)) == 1


async def test_what_cannot_be_read_is_not_released(company: Company, settings: Settings) -> None:
    form = await make(company)
    await form.send(email="no address")
    [submission] = await form.judged(settings)
    fault = await company.owner.refused("releaseSubmission", {"id": submission["id"]})
    assert (fault["code"], "INVALID email" in fault["message"]) == ("INVALID", True)
    assert await leads(company) == []


async def test_a_replay_judges_by_the_form_as_it_is_now(company: Company, settings: Settings) -> None:
    form = await make(company)
    await form.send(colour="red")
    [submission] = await form.judged(settings)
    assert submission["verdict"] == "REJECTED"
    await form.change(fields=[*FIELDS, {"name": "colour", "leadField": "sourceDetail"}])
    payload = await company.owner.done(
        "replaySubmission", {"id": submission["id"]}, "submission { verdict reasons judgedAt }"
    )
    assert payload["submission"] == {"verdict": "PENDING", "reasons": [], "judgedAt": None}
    assert [one["verdict"] for one in await form.judged(settings)] == ["ACCEPTED"]
    assert (await leads(company, "sourceDetail"))[0]["sourceDetail"] == "red"


async def test_archived_forms_are_listed_when_asked_for(company: Company) -> None:
    form = await make(company)
    await form.change(archived=True)
    data = await company.viewer.ok(
        "{ captureForms { totalCount } all: captureForms(includeArchived: true) { nodes { archivedAt } } }"
    )
    assert data["captureForms"]["totalCount"] == 0
    assert data["all"]["nodes"][0]["archivedAt"]
