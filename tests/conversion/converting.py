"""A lead worth converting, and what is asked of its conversion."""

from typing import Any

from tests.world import Caller, Company

COMPANY = "company { id version name domain website }"
CONTACT = """contact {
  id version fullName jobTitle emails phones doNotContact address { city } company { id name }
  owner { id } team { id }
}"""
DEAL = """deal {
  id version name status value { amount currency } company { id name } contact { id fullName } owner { id } team { id }
}"""
LEAD = """lead {
  id version status
  conversion { by { id } company { id name } contact { id fullName emails } deal { id name } }
}"""
ALL = f"{LEAD} {COMPANY} {CONTACT} {DEAL} proposals {{ companies {{ id name }} contacts {{ id fullName }} }}"

NEW: dict[str, Any] = {"company": {"create": {}}, "contact": {"create": {}}, "deal": {"create": {}}}


async def ada(company: Company, by: Caller | None = None, **more: Any) -> dict[str, Any]:
    """A lead with everything that a conversion takes along."""
    values: dict[str, Any] = {
        "firstName": "Ada",
        "lastName": "Lovelace",
        "jobTitle": "Countess",
        "companyName": "Engines",
        "emails": ["Ada@Engines.test", "ada@gmail.com"],
        "phones": ["030 123456"],
        "website": "https://www.engines.test/about",
        "address": {"city": "London"},
        "estimatedValue": {"amount": "1000.50", "currency": "GBP"},
        "doNotContact": True,
    }
    return await company.lead(by, **(values | more))


def wish(lead: dict[str, Any], **targets: Any) -> dict[str, Any]:
    """The input that converts this lead."""
    return {"id": lead["id"], "expectedVersion": lead["version"], **targets}


async def convert(caller: Caller, lead: dict[str, Any], **targets: Any) -> dict[str, Any]:
    """What came of a conversion that must work."""
    return await caller.done("convertLead", wish(lead, **(targets or NEW)), ALL)


async def made(caller: Caller, kind: str, fields: str = "", **input: Any) -> dict[str, Any]:
    """A new company, contact or deal."""
    thing = kind.lower()
    return (await caller.done(f"create{kind}", input, f"{thing} {{ id version {fields} }}"))[thing]
