"""What one worker does for all by the hour: nothing that is over stays for ever."""

import asyncio
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from structlog.testing import capture_logs

from leadhub.accounts.models import PasswordReset
from leadhub.accounts.work import ForgetResets
from leadhub.audit.work import LogHeads
from leadhub.events import work as events_work
from leadhub.events.models import Event
from leadhub.events.work import ForgetEvents
from leadhub.kit.work import Duty, Lent
from leadhub.members import secrets
from leadhub.members.models import Secret, SecretKind
from leadhub.process import Background, lend
from leadhub.sessions import work as sessions_work
from leadhub.sessions.models import RefreshToken, Session
from leadhub.sessions.work import ForgetAttempts, ForgetSessions
from leadhub.settings import Settings
from leadhub.webhooks.models import WebhookDelivery
from leadhub.webhooks.spreading import spread
from tests.webhooks.receiving import hook
from tests.webhooks.test_spreading import inside
from tests.world import Company, World

WEEK = timedelta(days=7)
HOUR = timedelta(hours=1)


@pytest.fixture
def lent(settings: Settings, world: World) -> Lent:
    """What a worker would lend."""
    return Lent(settings, lend(settings, Background(), is_server=False), 1)


def ago(wait: timedelta) -> datetime:
    return datetime.now(UTC) - wait


class Counted(Duty):
    """Counts how often it is done."""

    name = "test: count"
    period = timedelta(seconds=0.3)
    done = 0

    async def perform(self) -> None:
        type(self).done += 1


async def test_of_all_workers_one_does_a_duty_and_again_when_it_is_due(lent: Lent) -> None:
    workers = [Counted(lent) for _ in range(5)]
    assert await asyncio.gather(*(worker.round() for worker in workers)) == [False] * 5
    assert Counted.done == 1
    await asyncio.gather(*(worker.round() for worker in workers))
    assert Counted.done == 1
    await asyncio.sleep(0.35)
    await asyncio.gather(*(worker.round() for worker in workers))
    assert Counted.done == 2


async def made(company: Company, expired: timedelta) -> tuple[Any, Any, Any]:
    """A session with its refresh token, and a password reset, that expired so long ago."""
    async with company.inside():
        member = company.agent.member
        assert member is not None
        session = await Session.create(member_id=member.id, expires_at=ago(expired))
        token = await RefreshToken.create(
            session_id=session.id, expires_at=ago(expired), used_at=ago(expired)
        )
        reset = await PasswordReset.create(member_id=member.id, expires_at=ago(expired))
        await secrets.issue(SecretKind.REFRESH, token)
        await secrets.issue(SecretKind.RESET, reset)
    return session.id, token.id, reset.id


async def left(company: Company) -> set[Any]:
    """The ids of what there is of all that can be forgotten."""
    found: set[Any] = set()
    async with company.inside():
        for model in (Session, RefreshToken, PasswordReset, Secret):
            found |= set(await model.mine().values_list("id", flat=True))
    return found


async def test_sessions_tokens_and_resets_go_a_week_after_they_expired(
    company: Company, rival: Company, lent: Lent, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sessions_work, "_BATCH", 1)
    before = {company.slug: await left(company), rival.slug: await left(rival)}
    old = [await made(one, WEEK + HOUR) for one in (company, rival)]
    kept = [await made(one, WEEK - HOUR) for one in (company, rival)]
    live = await made(company, -HOUR)
    await ForgetSessions(lent).perform()
    await ForgetResets(lent).perform()
    found = {company.slug: await left(company), rival.slug: await left(rival)}
    assert found[company.slug] == before[company.slug] | set(kept[0]) | set(live)
    assert found[rival.slug] == before[rival.slug] | set(kept[1])
    assert not set(old[0]) & found[company.slug]


async def test_who_is_signed_in_stays_so(company: Company, lent: Lent) -> None:
    await ForgetSessions(lent).perform()
    assert (await company.agent.ok("{ viewer { role } }"))["viewer"]["role"] == "AGENT"


async def test_events_go_after_their_time_with_their_deliveries(
    company: Company, lent: Lent, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(events_work, "_BATCH", 2)
    endpoint = await hook(company, "http://127.0.0.1:9/", eventTypes=["lead.created"])
    leads = [await company.lead() for _ in range(6)]
    async with inside(company):
        await spread(endpoint.row_id)
    old = timedelta(days=lent.settings.event_retention_days)
    async with world.sql() as connection:
        await connection.execute(
            "update event set at = $2 where tenant_id = $1 and type = 'lead.created' and subject_id <> $3",
            company.tenant_id, ago(old + HOUR), await last_subject(company),
        )  # fmt: skip
        await connection.execute(
            "update event set at = $2 where tenant_id = $1 and type <> 'lead.created'",
            company.tenant_id, ago(old - HOUR),
        )  # fmt: skip
    with capture_logs() as logs:
        await ForgetEvents(lent).perform()
    async with company.inside():
        types = await Event.mine().order_by("seq").values_list("type", flat=True)
        assert types.count("lead.created") == 1
        assert len(types) > 1
        assert await WebhookDelivery.mine().count() == 1
    assert next(log for log in logs if log["event"] == "events_forgotten")["events"] >= len(leads) - 1


async def last_subject(company: Company) -> Any:
    async with company.inside():
        event = await Event.mine().filter(type="lead.created").order_by("-seq").first()
        assert event is not None
        return event.subject_id


async def test_heads_of_the_audit_are_logged(company: Company, lent: Lent, world: World) -> None:
    with capture_logs() as logs:
        await LogHeads(lent).perform()
    [head] = [log["head"] for log in logs if log.get("tenant") == company.slug]
    async with world.sql() as connection:
        row = await connection.fetchrow(
            "select audit_seq, audit_hash from tenant_head where tenant_id = $1", company.tenant_id
        )
    assert head == f"{row['audit_seq']}:{row['audit_hash'].hex()}"


async def test_counters_of_attempts_go_after_two_days(lent: Lent, world: World) -> None:
    async with world.sql() as connection:
        for name, age in (("old", timedelta(days=3)), ("new", HOUR)):
            await connection.execute("insert into attempt values ($1, $2, 1)", name, ago(age))
        await ForgetAttempts(lent).perform()
        found = {row["bucket"] for row in await connection.fetch("select bucket from attempt")}
    assert "new" in found
    assert "old" not in found
