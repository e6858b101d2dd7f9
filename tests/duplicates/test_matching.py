"""Who may be the same person, and why."""

from typing import Any

import pytest

from tests.duplicates.asked import found, found_of, probed
from tests.world import Company

EMAIL, PHONE, NAME, SIMILAR = "EMAIL", "PHONE", "NAME_AND_COMPANY", "SIMILAR_NAME"
JON: dict[str, Any] = {
    "firstName": "Jon",
    "lastName": "Meier",
    "companyName": "Zünd & Söhne",
    "emails": ["j.meier@zuend.test"],
    "phones": ["030 901820"],
}


@pytest.mark.parametrize(
    ("probe", "reasons", "weight"),
    [
        ({"emails": [" J.Meier@ZUEND.test "]}, [EMAIL], 80),
        ({"phones": ["+49 (0)30 90 18 20"]}, [PHONE], 60),
        ({"firstName": "meier", "lastName": "JON", "companyName": "Zund & Sohne"}, [NAME], 50),
        ({"firstName": "John", "lastName": "Meyer", "emails": ["john@zuend.test"]}, [SIMILAR], 20),
        ({"firstName": "John", "lastName": "Meyer", "website": "https://www.zuend.test/team"}, [SIMILAR], 20),
        ({"emails": ["j.meier@zuend.test"], "phones": ["030 901820"]}, [EMAIL, PHONE], 100),
    ],
)
async def test_a_person_is_found_by_what_is_equal(
    company: Company, probe: dict[str, Any], reasons: list[str], weight: int
) -> None:
    lead = await company.lead(**JON)
    assert await found(company.owner, **probe) == [(lead["id"], reasons, weight)]


@pytest.mark.parametrize(
    "probe",
    [
        {"emails": ["jmeier@zuend.test", "j.meier+x@zuend.test"]},
        {"phones": ["030 901821"]},
        {"phones": ["901820"]},
        {"firstName": "Jon", "lastName": "Meier"},
        {"companyName": "Zünd & Söhne"},
        {"firstName": "Jon", "lastName": "Meier", "companyName": "Zünd"},
        {"firstName": "Anton", "lastName": "Meier", "emails": ["a@zuend.test"]},
        {"firstName": "Jon", "lastName": "Meier", "emails": ["j@elsewhere.test"]},
        {"lastName": "Meier", "emails": ["meier@zuend.test"]},
        {},
    ],
)
async def test_others_are_not(company: Company, probe: dict[str, Any]) -> None:
    await company.lead(**JON)
    assert await found(company.owner, **probe) == []


async def test_whoever_writes_from_a_public_host_has_no_company_in_common(company: Company) -> None:
    await company.lead(firstName="Jon", lastName="Meier", emails=["jon1@gmail.com"])
    assert await found(company.owner, firstName="Jon", lastName="Meier", emails=["jon2@gmail.com"]) == []


async def test_a_number_that_was_not_understood_matches_nothing(company: Company) -> None:
    await company.lead(phones=["call me"])
    assert await found(company.owner, phones=["call me"]) == []


async def test_a_lead_is_asked_about_by_its_id_and_is_no_duplicate_of_itself(company: Company) -> None:
    one = await company.lead(emails=["a@x.test", "b@x.test"])
    other = await company.lead(emails=["b@x.test"])
    assert await found_of(company.owner, one["id"]) == [(other["id"], [EMAIL], 80)]
    assert await found_of(company.owner, other["id"]) == [(one["id"], [EMAIL], 80)]


async def test_the_likeliest_come_first(company: Company) -> None:
    by_phone = await company.lead(phones=["030 901820"])
    by_both = await company.lead(emails=["a@x.test"], phones=["030 901820"])
    candidates = await found(company.owner, emails=["a@x.test"], phones=["030 901820"])
    assert [id for id, _, _ in candidates] == [by_both["id"], by_phone["id"]]


async def test_a_lead_is_matched_by_what_it_is_now(company: Company) -> None:
    lead = await company.lead(**JON)
    changed = {"id": lead["id"], "expectedVersion": 1, "lastName": "Kurz", "emails": ["kurz@zuend.test"]}
    await company.owner.done("updateLead", changed)
    name = {"firstName": "Jon", "companyName": "Zünd & Söhne"}
    assert await found(company.owner, emails=["j.meier@zuend.test"], lastName="Meier", **name) == []
    assert await found(company.owner, lastName="Kurz", **name) == [(lead["id"], [NAME], 50)]


async def test_deleted_leads_are_nobodys_double(company: Company) -> None:
    lead = await company.lead(**JON)
    await company.owner.done("deleteLead", {"id": lead["id"], "expectedVersion": 1})
    assert await found(company.owner, emails=JON["emails"], phones=JON["phones"]) == []


async def test_another_tenants_lead_is_no_candidate(company: Company, rival: Company) -> None:
    await rival.lead(**JON)
    answer = await probed(company.owner, emails=JON["emails"], phones=JON["phones"])
    assert answer.data["possibleDuplicates"] == {"candidates": [], "hiddenCandidates": 0}


async def test_of_those_out_of_reach_only_the_number_is_told_and_it_is_audited(company: Company) -> None:
    await company.lead(**JON, ownerId=company.outsider.id)
    mine = await company.lead(company.agent, emails=JON["emails"])
    answer = await probed(company.agent, emails=JON["emails"])
    report = answer.data["possibleDuplicates"]
    assert ([one["lead"]["id"] for one in report["candidates"]], report["hiddenCandidates"]) == (
        [mine["id"]],
        1,
    )
    data = await company.owner.ok("{ auditLog(first: 1) { nodes { action actor { name } outcome } } }")
    [entry] = data["auditLog"]["nodes"]
    assert entry == {"action": "lead.hidden_duplicates_told", "actor": {"name": "Agent"}, "outcome": "DONE"}


async def test_nobody_tries_a_list_of_addresses(company: Company) -> None:
    await company.lead(**JON, ownerId=company.outsider.id)
    codes = [(await probed(company.agent, emails=JON["emails"])).code for _ in range(62)]
    assert codes == [None] * 60 + ["THROTTLED"] * 2
    assert (await probed(company.agent, emails=["nobody@x.test"])).code is None


async def test_who_may_not_write_leads_is_told_of_nobody_hidden(company: Company) -> None:
    await company.lead(**JON)
    key = await company.key("lead:read")
    assert (await probed(key, emails=JON["emails"])).data["possibleDuplicates"]["hiddenCandidates"] == 0


async def test_who_sees_contacts_masked_may_not_try_them(company: Company) -> None:
    one = await company.lead(**JON)
    other = await company.lead(**JON)
    version = (await company.owner.ok("{ viewer { tenant { version } } }"))["viewer"]["tenant"]["version"]
    await company.owner.done("updateTenant", {"expectedVersion": version, "maskContactsForViewers": True})
    for probe in ({"emails": JON["emails"]}, {"phones": JON["phones"]}):
        answer = await probed(company.viewer, **probe)
        assert (answer.data, answer.code) == (None, "FORBIDDEN")
    name = {name: JON[name] for name in ("firstName", "lastName", "companyName")}
    assert len(await found(company.viewer, **name)) == 2
    assert [id for id, _, _ in await found_of(company.viewer, one["id"])] == [other["id"]]


@pytest.mark.parametrize(
    ("arguments", "argument"),
    [
        ("", "input"),
        ('leadId: "x", input: {}', "input"),
        ('input: {emails: ["nonsense"]}', "emails"),
        (f'input: {{firstName: "{"x" * 101}"}}', "firstName"),
        (f"input: {{phones: {['1'] * 21}}}".replace("'", '"'), "phones"),
    ],
)
async def test_what_cannot_be_asked_is_a_bad_request(company: Company, arguments: str, argument: str) -> None:
    call = f"({arguments})" if arguments else ""
    answer = await company.owner(f"{{ possibleDuplicates{call} {{ hiddenCandidates }} }}")
    assert answer.code == "BAD_REQUEST"
    assert answer.errors[0]["extensions"]["argument"] == argument
