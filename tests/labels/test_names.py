"""Sources, tags and lost reasons: names to choose from, made and renamed in one way."""

from dataclasses import dataclass
from typing import Any

import pytest

from leadhub.labels.models import LeadSource, Tag
from leadhub.pipelines.models import LostReason
from tests.world import Caller, Company, gather


@dataclass(frozen=True)
class Kind:
    """One of the three, by the names of the schema."""

    verb: str
    part: str
    listing: str
    model: Any
    most: int
    longest: int

    async def create(self, caller: Caller, name: str) -> dict[str, Any]:
        fields = f"{self.part} {{ id version name archivedAt }}"
        return (await caller.done(f"create{self.verb}", {"name": name}, fields))[self.part]

    async def names(self, caller: Caller, arguments: str = "") -> list[str]:
        data = await caller.ok(f"{{ {self.listing}{arguments} {{ name }} }}")
        return [row["name"] for row in data[self.listing]]


KINDS = [
    Kind("LeadSource", "leadSource", "leadSources", LeadSource, 500, 100),
    Kind("LostReason", "lostReason", "lostReasons", LostReason, 500, 100),
    Kind("Tag", "tag", "tags", Tag, 1000, 50),
]
each = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.verb)


@each
async def test_one_is_made_renamed_and_listed_by_name(company: Company, kind: Kind) -> None:
    made = await kind.create(company.owner, " zebra ")
    assert (made["version"], made["name"], made["archivedAt"]) == (1, "zebra", None)
    await kind.create(company.admin, "Apple")
    change = {"id": made["id"], "expectedVersion": 1, "name": "Ant"}
    payload = await company.owner.done(f"update{kind.verb}", change, f"{kind.part} {{ version name }}")
    assert payload[kind.part] == {"version": 2, "name": "Ant"}
    found = await kind.names(company.viewer)
    assert found == sorted(found, key=str.casefold)
    assert {"Ant", "Apple"} <= set(found)


@each
async def test_a_name_is_unique_whatever_its_case(company: Company, rival: Company, kind: Kind) -> None:
    await kind.create(company.owner, "Zebra")
    other = await kind.create(company.owner, "Other")
    await kind.create(rival.owner, "zebra")
    change = {"id": other["id"], "expectedVersion": 1, "name": "ZEBRA"}
    for mutation, input in [(f"create{kind.verb}", {"name": "zEBRA"}), (f"update{kind.verb}", change)]:
        error = await company.owner.refused(mutation, input)
        assert (error["code"], error["path"]) == ("UNIQUE", ["input", "name"])
    await company.owner.done(f"update{kind.verb}", {**change, "name": "OTHER"})


@each
async def test_a_name_that_cannot_be_is_refused(company: Company, kind: Kind) -> None:
    await kind.create(company.owner, "é" * kind.longest)
    for name, code in [("", "REQUIRED"), ("x" * (kind.longest + 1), "TOO_LONG"), ("a\u0000", "INVALID")]:
        error = await company.owner.refused(f"create{kind.verb}", {"name": name})
        assert (error["code"], error["path"]) == (code, ["input", "name"])
    made = await kind.create(company.owner, "Fine")
    change = {"id": made["id"], "expectedVersion": 1, "name": None}
    assert (await company.owner.refused(f"update{kind.verb}", change))["code"] == "REQUIRED"


@each
async def test_no_change_is_no_change(company: Company, kind: Kind) -> None:
    made = await kind.create(company.owner, "Same")
    for more in ({}, {"name": " Same "}):
        payload = await company.owner.done(
            f"update{kind.verb}",
            {"id": made["id"], "expectedVersion": 1, **more},
            f"{kind.part} {{ version }}",
        )
        assert payload[kind.part] == {"version": 1}


@each
async def test_what_is_stale_foreign_or_archived_is_refused(
    company: Company, rival: Company, kind: Kind
) -> None:
    made = await kind.create(company.owner, "Mine")
    change = {"id": made["id"], "expectedVersion": 1, "name": "Yours"}
    error = await company.owner.refused(f"update{kind.verb}", {**change, "expectedVersion": 5})
    assert (error["code"], error["meta"]) == ("CONFLICT_VERSION", {"version": 1})
    error = await rival.owner.refused(f"update{kind.verb}", change)
    assert (error["code"], error["path"]) == ("NOT_FOUND", ["input", "id"])
    await company.owner.done(f"archive{kind.verb}", {"id": made["id"], "expectedVersion": 1})
    error = await company.owner.refused(f"update{kind.verb}", {**change, "expectedVersion": 2})
    assert (error["code"], error["path"]) == ("INVALID", ["input", "id"])
    assert "Mine" not in await kind.names(company.owner)
    assert "Mine" in await kind.names(company.owner, "(includeArchived: true)")
    await kind.create(company.owner, "MINE")


@each
async def test_of_many_at_once_with_one_name_one_is_made(company: Company, kind: Kind) -> None:
    payloads = await gather(*(company.owner.do(f"create{kind.verb}", {"name": "Race"}) for _ in range(5)))
    codes = [error["code"] for payload in payloads for error in payload["userErrors"]]
    assert codes == ["UNIQUE"] * 4


@each
async def test_there_is_a_most(company: Company, kind: Kind) -> None:
    async with company.inside():
        there = await kind.model.mine().count()
        await kind.model.bulk_create([kind.model(name=f"n{at}") for at in range(kind.most - there - 1)])
    payloads = await gather(*(company.owner.do(f"create{kind.verb}", {"name": f"m{at}"}) for at in range(3)))
    codes = [error["code"] for payload in payloads for error in payload["userErrors"]]
    assert codes == ["LIMIT_EXCEEDED"] * 2


@each
async def test_only_administrators_make_one(company: Company, kind: Kind) -> None:
    document = f'mutation {{ create{kind.verb}(input: {{name: "X"}}) {{ userErrors {{ code }} }} }}'
    for caller in (company.manager, company.agent, company.viewer, await company.key("config:read")):
        assert (await caller(document)).errors[0]["extensions"]["missing"] == ["config:write"]
    assert (await company.world.anonymous(document)).code == "UNAUTHENTICATED"
    await (await company.key("config:write")).done(f"create{kind.verb}", {"name": "X"})


async def test_leads_show_the_new_name_of_what_they_carry(company: Company) -> None:
    sources = (await company.owner.ok("{ leadSources { id version } }"))["leadSources"]
    lead = await company.lead(sourceId=sources[0]["id"], tags=["old"], fields="tags { id }")
    tag = lead["tags"][0]["id"]
    await company.owner.done("updateTag", {"id": tag, "expectedVersion": 1, "name": "new"})
    await company.owner.done(
        "updateLeadSource", {"id": sources[0]["id"], "expectedVersion": 1, "name": "Web"}
    )
    data = await company.owner.ok("{ leads { nodes { source { name } tags { name } } } }")
    assert data["leads"]["nodes"] == [{"source": {"name": "Web"}, "tags": [{"name": "new"}]}]
