"""Random leads, random merges, random undoings: a dry run says what the run then does, nothing is lost, and what is undone
is as it was."""

import random
from typing import Any

import pytest

from tests.leads.lists import page
from tests.merging.merged import merge, rows, undo
from tests.world import Company

FIELDS = [
    "firstName",
    "lastName",
    "jobTitle",
    "companyName",
    "website",
    "locale",
    "sourceDetail",
    "referrer",
    "landingPage",
    "address",
    "utm",
    "ownerId",
    "consent",
    "doNotContact",
    "nextFollowUpAt",
    "estimatedValue",
    "customFields.size",
    "customFields.color",
]
_NAMES = ["Ada", "Adah", "Bob", None]
_WORDS = ["x", "y", None]


class Tenant:
    """A tenant with random leads, and what is merged in it at the moment."""

    def __init__(self, company: Company, seed: int) -> None:
        self.company, self.dice = company, random.Random(seed)  # noqa: S311
        self.live: list[str] = []
        self.merges: list[tuple[str, str, list[str], dict[str, list[str]]]] = []

    async def fill(self, count: int) -> None:
        for key in ("size", "color"):
            await self.company.owner.done("createCustomField", {"key": key, "name": key, "kind": "TEXT"})
        self.live = [(await self.company.lead(**self._lead(at)))["id"] for at in range(count)]

    def _lead(self, at: int) -> dict[str, Any]:
        pick = self.dice.choice
        several = lambda values: self.dice.sample(values, self.dice.randrange(len(values)))  # noqa: E731
        address = {name: pick(_WORDS) for name in ("street", "city")}
        custom = {key: value for key in ("size", "color") if (value := pick(_WORDS))}
        given = {
            "firstName": pick(_NAMES),
            "lastName": pick([f"Lead{at}", "King"]),
            "companyName": pick(["Engines", *_WORDS]),
            **{name: pick(_WORDS) for name in ("jobTitle", "sourceDetail", "referrer", "landingPage")},
            "website": pick(["a.test", "b.test", None]),
            "locale": pick(["de", None]),
            "address": pick([address, None]),
            "utm": pick([{"source": pick(_WORDS)}, None]),
            "consent": pick([{"marketing": True, "basis": "CONSENT", "at": "2026-01-01T00:00:00Z"}, None]),
            "doNotContact": pick([True, False]),
            "nextFollowUpAt": pick(["2027-01-01T00:00:00Z", None]),
            "estimatedValue": pick([{"amount": str(self.dice.randrange(100)), "currency": "EUR"}, None]),
            "customFields": custom,
            "emails": several(["a@x.test", "b@x.test", "c@y.test", f"own{at}@z.test"]),
            "phones": several(["030 901820", "030 901821", "call me"]),
            "tags": several(["hot", "cold", "new"]),
            "ownerId": pick([self.company.agent.id, self.company.outsider.id, None]),
        }
        return given | ({"externalId": {"system": "crm", "id": str(at)}} if pick([True, False]) else {})

    async def merge(self) -> None:
        """Merges some, and compares the dry run with the run."""
        survivor, *absorbed = self.dice.sample(self.live, self.dice.randint(2, min(4, len(self.live))))
        fields = self.dice.sample(FIELDS, self.dice.randrange(4))
        ids = [survivor, *absorbed]
        choices = [{"field": field, "fromId": self.dice.choice(ids)} for field in fields]
        before = await rows(self.company)
        owner = self.company.owner
        rehearsed = await merge(owner, survivor, *absorbed, fieldChoices=choices, dryRun=True)
        assert await rows(self.company) == before
        done = await merge(owner, survivor, *absorbed, fieldChoices=choices)
        record = done["merge"].pop("id")
        del rehearsed["merge"]["id"]
        assert rehearsed == done
        self.merges.append((record, survivor, absorbed, before))
        self.live = [id for id in self.live if id not in absorbed]

    async def undo(self) -> None:
        """Undoes the last merge."""
        record, survivor, absorbed, before = self.merges.pop()
        payload = await undo(self.company.owner, record)
        assert (payload["lead"]["id"], payload["kept"]) == (survivor, [])
        assert {one["id"] for one in payload["restored"]} == set(absorbed)
        after = await rows(self.company)
        for table in before:
            assert after[table] == before[table], table
        self.live += absorbed

    async def held(self) -> set[tuple[str, str]]:
        """All that the leads of the lists hold together: nothing of it may be lost by a merge."""
        fields = "emails { normalised } phones { value e164 } tags { name } externalIds { system id }"
        nodes = (await page(self.company.owner, fields, first=100))["nodes"]
        found = set()
        for node in nodes:
            found |= {("email", row["normalised"]) for row in node["emails"]}
            found |= {("phone", row["e164"] or row["value"]) for row in node["phones"]}
            found |= {("tag", row["name"]) for row in node["tags"]}
            found |= {("id", f"{row['system']} {row['id']}") for row in node["externalIds"]}
        return found


@pytest.mark.parametrize("seed", range(3))
async def test_random_merges_are_as_rehearsed_and_can_all_be_undone(company: Company, seed: int) -> None:
    tenant = Tenant(company, seed)
    await tenant.fill(8)
    before, held = await rows(company), await tenant.held()
    for _ in range(8):
        if tenant.merges and (len(tenant.live) < 2 or tenant.dice.random() < 0.35):
            await tenant.undo()
        else:
            await tenant.merge()
        assert await tenant.held() == held
        nodes = (await page(company.owner, "id", first=100))["nodes"]
        assert {node["id"] for node in nodes} == set(tenant.live)
    while tenant.merges:
        await tenant.undo()
    after = await rows(company)
    for table in before:
        assert after[table] == before[table], table
