"""The demo data: two tenants, eight people each, and 250 leads over 90 days, the best of them converted and some of them
doubles, the work on them, and rules that give new ones to somebody; the same at every seeding."""

import random
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from uuid import UUID

from leadhub.demo.answers import promise_answers
from leadhub.demo.conversions import convert_best
from leadhub.demo.doubles import make_doubles, suspect_doubles
from leadhub.demo.forms import fill_forms
from leadhub.demo.names import CAMPAIGNS, COMPANIES, FIRST_NAMES, JOB_TITLES, LAST_NAMES, TAGS
from leadhub.demo.people import PASSWORD, PEOPLE, TENANTS
from leadhub.demo.routing import route
from leadhub.demo.scores import score_leads
from leadhub.demo.working import work_on
from leadhub.kit.actor import actor, as_actor, system_actor
from leadhub.kit.db import fetch
from leadhub.kit.events import emit, unit
from leadhub.kit.inputs import now
from leadhub.kit.passwords import hash_password
from leadhub.kit.uuid7 import uuid7
from leadhub.labels.models import LeadSource, Tag
from leadhub.leads.children import words_of
from leadhub.leads.models import Lead, LeadEmail, LeadEvent, LeadPhone, LeadTag, StageChange
from leadhub.leads.rules import first_step, next_step
from leadhub.members.models import Member, MemberStatus, Secret, SecretKind, Team, TeamMember
from leadhub.pipelines.models import LeadStatus, LostReason, Stage
from leadhub.provision import create_tenant
from leadhub.tenants.models import Tenant

LEADS = 250
DAYS = 90

TEAMS = {"Field Sales": ("manager", "agent1", "agent2"), "Inside Sales": ("agent3", "agent4")}

_AREAS = ("202", "312", "415")

# How leads are spread over the categories of their stages, in percent.
_SPREAD = {
    LeadStatus.OPEN: 50,
    LeadStatus.QUALIFIED: 22,
    LeadStatus.WON: 12,
    LeadStatus.LOST: 12,
    LeadStatus.DISQUALIFIED: 4,
}


@dataclass
class Company:
    """What the leads of a demo tenant are made of."""

    members: dict[str, Member]
    teams: list[Team]
    stages: list[Stage]
    sources: list[LeadSource]
    reasons: list[LostReason]
    tags: list[Tag]
    team_of: dict[UUID, UUID]


async def is_seeded() -> bool:
    """Whether there is any tenant."""
    return bool(await fetch("select 1 as found from tenant limit 1"))


async def seed() -> None:
    """Fills an empty database. Runs as the owner role."""
    hash = await hash_password(PASSWORD)
    for slug, name, currency, country in TENANTS:
        tenant_id = uuid7()
        with as_actor(system_actor(tenant_id)):
            async with unit():
                tenant = await create_tenant(
                    tenant_id, slug, name, currency=currency, default_country=country
                )
                company = await _people(tenant, hash)
                leads = await _leads(tenant, company, random.Random(slug))  # noqa: S311  (reproducible on purpose)
                await convert_best(leads, company.stages, actor())
                await work_on(leads, company.members, random.Random(f"{slug} at work"))  # noqa: S311  (as above)
                await fill_forms(tenant, leads)
                await route(company.members, company.teams)
                await score_leads(company.sources)
                await promise_answers()


async def _people(tenant: Tenant, hash: str) -> Company:
    members = {}
    for key, (name, role) in PEOPLE.items():
        members[key] = await Member.create(
            email=f"{key}@{tenant.slug}.test", name=name, role=role, status=MemberStatus.ACTIVE
        )
        await Secret.create(id=members[key].id, kind=SecretKind.PASSWORD, hash=hash)
    teams, team_of = [], {}
    for name, keys in TEAMS.items():
        team = await Team.create(name=name)
        teams.append(team)
        for key in keys:
            await TeamMember.create(team_id=team.id, member_id=members[key].id)
            team_of[members[key].id] = team.id
    return Company(
        members=members,
        teams=teams,
        stages=await Stage.mine().order_by("position"),
        sources=await LeadSource.mine().order_by("name"),
        reasons=await LostReason.mine().order_by("name"),
        tags=[await Tag.create(name=name) for name in TAGS],
        team_of=team_of,
    )


async def _leads(tenant: Tenant, company: Company, dice: random.Random) -> list[Lead]:
    moment = now()
    # One more: it is merged into another.
    ages = sorted((dice.uniform(0, DAYS) for _ in range(LEADS + 1)), reverse=True)
    leads = [
        _lead(tenant, company, dice, moment - timedelta(days=age), at + 1) for at, age in enumerate(ages)
    ]
    contacts = [_contacts(lead, at) for at, lead in enumerate(leads)]
    made = [(lead, *both) for lead, both in zip(leads, contacts, strict=True)]
    pairs = make_doubles(made)
    for lead, (email, phone) in zip(leads, contacts, strict=True):
        lead.words = words_of(lead, [email], [phone])
    await Lead.bulk_create(leads)
    await LeadEmail.bulk_create([email for email, _ in contacts])
    await LeadPhone.bulk_create([phone for _, phone in contacts])
    await LeadTag.bulk_create([tag for lead in leads for tag in _tags(lead, company.tags, dice)])
    await StageChange.bulk_create([step for lead in leads for step in _steps(lead, company.stages)])
    await _remember_numbers(tenant, leads)
    for lead in leads:
        emit(LeadEvent.CREATED, lead, {"number": (None, lead.number), "status": (None, lead.status)})
    await suspect_doubles(made, pairs, actor())
    return leads


def _lead(tenant: Tenant, company: Company, dice: random.Random, created: datetime, at: int) -> Lead:
    status = dice.choices(list(_SPREAD), weights=list(_SPREAD.values()))[0]
    stage = dice.choice([stage for stage in company.stages if stage.category is status])
    owner_id, team_id = _hands(company, status, dice)
    since = created + (now() - created) * dice.random()
    lost = dice.choice(company.reasons) if status is LeadStatus.LOST else None
    first, last, firm = dice.choice(FIRST_NAMES), dice.choice(LAST_NAMES), dice.choice(COMPANIES)
    return Lead(
        tenant_id=tenant.id,
        number=f"LD-{created.year}-{at:06d}",
        first_name=first,
        last_name=last,
        job_title=dice.choice(JOB_TITLES),
        company_name=firm,
        website=f"https://{_domain(firm)}",
        source_id=dice.choice(company.sources).id,
        utm={"source": "newsletter", "campaign": dice.choice(CAMPAIGNS)} if dice.random() < 0.3 else None,
        pipeline_id=stage.pipeline_id,
        stage_id=stage.id,
        stage_since=since,
        status=status,
        owner_id=owner_id,
        team_id=team_id,
        estimated_amount=Decimal(dice.randrange(5, 400) * 250),
        estimated_currency=tenant.currency,
        next_follow_up_at=now() + timedelta(hours=dice.randrange(-72, 240))
        if status is LeadStatus.OPEN
        else None,
        last_activity_at=since,
        lost_reason_id=lost.id if lost else None,
        created_at=created,
        updated_at=since,
    )


def _hands(company: Company, status: LeadStatus, dice: random.Random) -> tuple[UUID | None, UUID | None]:
    if status is LeadStatus.OPEN and dice.random() < 0.15:
        return None, dice.choice(company.teams).id
    owner = company.members[dice.choice(["agent1", "agent2", "agent3", "agent4", "manager"])]
    return owner.id, company.team_of[owner.id]


def _domain(firm: str) -> str:
    return f"{firm.split(maxsplit=1)[0].lower()}.test"


def _contacts(lead: Lead, at: int) -> tuple[LeadEmail, LeadPhone]:
    address = f"{lead.first_name}.{lead.last_name}@{_domain(lead.company_name or '')}".lower()
    email = LeadEmail(
        tenant_id=lead.tenant_id, lead_id=lead.id, value=address, normalised=address, position=0
    )
    number = f"{_AREAS[at // 100]}555{100 + at % 100:04d}"  # of those that nobody is ever given
    shown = f"+1 {number[:3]} {number[3:6]} {number[6:]}"
    phone = LeadPhone(
        tenant_id=lead.tenant_id, lead_id=lead.id, value=shown, normalised=f"+1{number}", position=0
    )
    return email, phone


def _tags(lead: Lead, tags: Sequence[Tag], dice: random.Random) -> list[LeadTag]:
    chosen = dice.sample(list(tags), k=dice.choice([0, 1, 1, 2, 3]))
    return [LeadTag(tenant_id=lead.tenant_id, lead_id=lead.id, tag_id=tag.id) for tag in chosen]


def _steps(lead: Lead, stages: Sequence[Stage]) -> list[StageChange]:
    """From the first stage straight to where the lead is now."""
    now_in = next(stage for stage in stages if stage.id == lead.stage_id)
    steps = [first_step(lead, stages[0], at=lead.created_at, by=None)]
    if now_in.id != stages[0].id:
        steps.append(
            next_step(lead, stages[0], now_in, since=lead.created_at, at=lead.stage_since, by=lead.owner_id)
        )
    return steps


async def _remember_numbers(tenant: Tenant, leads: Sequence[Lead]) -> None:
    for year in sorted({lead.created_at.year for lead in leads}):
        await fetch(
            "insert into lead_counter (tenant_id, year, last) values ($1, $2, $3)",
            tenant.id,
            year,
            len(leads),
        )
