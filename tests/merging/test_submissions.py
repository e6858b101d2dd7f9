"""What came through forms goes along when leads are merged, and back when that is undone."""

from leadhub.settings import Settings
from tests.capture.made import Form, leads, make
from tests.merging.merged import merge, rows, undo
from tests.world import Company


async def led_to(form: Form) -> list[str | None]:
    """The leads that its submissions led to, oldest first."""
    return [one["lead"] and one["lead"]["id"] for one in await form.submissions()]


async def test_three_leads_with_submissions_merge_as_rehearsed_and_come_back(
    company: Company, settings: Settings
) -> None:
    form = await make(company, name="Contact us")
    for at in range(3):
        await form.send(first=f"Ada {at}", email=f"ada{at}@x.test", utm_source="news")
        await form.judged(settings)
    survivor, *absorbed = [lead["id"] for lead in await leads(company)]
    before = await rows(company)
    rehearsed = await merge(company.owner, survivor, *absorbed, dryRun=True)
    assert await rows(company) == before
    done = await merge(company.owner, survivor, *absorbed)
    record = done["merge"].pop("id")
    assert rehearsed["merge"].pop("id") != record
    assert rehearsed == done
    assert done["merge"]["movedRows"] == 2
    assert await led_to(form) == [survivor] * 3
    await undo(company.owner, record)
    assert await led_to(form) == [survivor, *absorbed]
    assert await rows(company) == before
