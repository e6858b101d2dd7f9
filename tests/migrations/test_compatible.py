"""What a migration may do while the version before serves: it is refused unless it expands, or says what it ends."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from ops.compatible.__main__ import check
from ops.compatible.history import FOLDER, migrations, releases
from ops.compatible.statements import faults

NEXT = f"{migrations()[-1].number + 1}_20270101000000_next.py"

EXPANDS = [
    "create table pet (id uuid primary key, name text not null unique, lead_id uuid references lead (id))",
    "create table pet (id int); create index on pet (id); alter table pet alter id set not null, drop column id",
    "create table pet (id int); alter table pet add check (id > 0); drop table pet",
    "alter table lead add height int",
    "alter table lead add height int not null default 0, add seen_at timestamptz default now()",
    "alter table lead add parts jsonb not null default '{}'::jsonb",
    "alter table lead add constraint tall check (height > 0) not valid",
    "alter table lead validate constraint tall",
    "alter table lead drop constraint lead_check; alter table lead add constraint lead_check check (id > 0) not valid",
    "alter table lead alter height drop not null",
    "alter table lead add foreign key (tenant_id, pet_id) references pet (tenant_id, id) not valid",
    "alter table lead add constraint lead_height_key unique using index lead_by_height",
    "drop index concurrently if exists lead_by_height; create index concurrently lead_by_height on lead (height)",
    "create or replace function f(a int) returns int language sql as 'select 1'; revoke all on function f(int) from public",
    "drop policy app_select on lead; create policy app_select on lead for select to leadhub_app using (true)",
    "grant select on lead to leadhub_app",
    "grant create on schema public to leadhub_lookup; revoke create on schema public from leadhub_lookup",
    "update lead set score = 0 where score is null",
]

BREAKS = {
    "alter table lead drop column score": "drops the column lead.score",
    "drop table lead": "drops the table lead",
    "drop function f(int)": "drops the function f",
    "drop index lead_key": "drops the index lead_key",
    "drop policy app_select on lead": "drops the policy lead.app_select",
    "alter table lead rename column score to points": "renames lead.score to points",
    "alter table lead rename to prospect": "renames lead to prospect",
    "alter table lead add height int not null": "adds lead.height, which the version before does not fill",
    "alter table lead alter score type bigint": "changes the type of lead.score",
    "alter table lead alter score set not null": "refuses null in lead.score",
    "alter table lead alter score drop default": "takes the default of lead.score",
    "alter table lead drop constraint lead_number_key": "drops lead_number_key",
    "alter table lead enable row level security": "EnableRowSecurity of lead: nobody has said",
    "revoke select on lead from leadhub_app": "revokes a right",
    "grant select on lead to leadhub_lookup; revoke select on lead from leadhub_app": "revokes a right",
    "alter function f(int) owner to leadhub_app": "changes the owner of f",
    "truncate lead": "empties lead",
    "do 'begin end'": "Do: nobody has said",
}

STOPS = {
    "create index lead_by_score on lead (score)": "stops all writing to it",
    "create index concurrently lead_by_score on lead (score)": "is left broken when building it fails",
    "alter table lead add check (score > 0)": "reads all rows meanwhile",
    "alter table lead add foreign key (pet_id) references pet (id)": "reads all rows meanwhile",
    "alter table lead add unique (score)": "builds its index while everybody waits",
    "alter table lead add height int unique": "builds its index while everybody waits",
    "alter table lead add height int check (height > 0)": "reads all rows meanwhile",
    "alter table lead add key uuid default gen_random_uuid()": "computes a default of lead.key for each row",
    "alter table lead add twice int generated always as (score * 2) stored": "writes lead anew",
    "alter table lead add constraint tall check (score > 0) not valid; alter table lead validate constraint tall":
        "validates tall while others wait",
}  # fmt: skip


@pytest.mark.parametrize("sql", EXPANDS)
def test_what_expands_is_allowed(sql: str) -> None:
    assert list(faults([sql])) == []


@pytest.mark.parametrize(("sql", "text"), BREAKS.items())
def test_what_breaks_the_version_before_is_found(sql: str, text: str) -> None:
    [fault] = faults([sql])
    assert fault.breaks
    assert fault.text.startswith(text)


@pytest.mark.parametrize(("sql", "text"), STOPS.items())
def test_what_keeps_everybody_waiting_is_found(sql: str, text: str) -> None:
    [fault] = faults([sql])
    assert not fault.breaks
    assert text in fault.text


Write = Callable[..., str]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Adds a migration to a copy of the folder, and gives what is wrong with the whole."""
    for path in FOLDER.rglob("*.*"):
        copied = tmp_path / path.relative_to(FOLDER)
        if "__pycache__" not in path.parts:
            copied.parent.mkdir(exist_ok=True)
            copied.symlink_to(path)

    def write(sql: str, contract: str | None = None, without: str | None = None) -> str:
        newest = migrations(tmp_path)[-1]
        head = f"CONTRACT = {contract!r}\n" if contract else ""
        state = re.search(r"MODELS_STATE = .*", newest.path.read_text(), re.S)[0]  # type: ignore[index]
        name = f"{newest.number + 1}_20270101000000_next.py"
        (tmp_path / "models" / name).write_text(
            f"{head}async def upgrade(db):\n    return {sql!r}\n\n\n{state}"
        )
        return "\n".join(check(tmp_path))

    return write


def test_the_migrations_are_compatible() -> None:
    assert list(check()) == []
    names = [one.name for one in migrations()]
    assert [names.index(name) for name in releases().values()] == sorted(
        map(names.index, releases().values())
    )


def test_a_migration_is_named_with_what_to_do(write: Write) -> None:
    assert write("alter table lead drop column score") == (
        f"{NEXT}: drops the column lead.score; when no version that runs needs it any more, "
        'say CONTRACT = "RELEASE"'
    )


def test_sql_that_is_none_is_named(write: Write) -> None:
    assert write("alter tabel lead").startswith(f"{NEXT}: cannot be read: syntax error")


def test_a_contract_step_may_remove_what_its_release_does_not_use(write: Write) -> None:
    assert write("drop function old(int)", contract="0.1.0") == ""
    assert write("alter table lead drop column forgotten; drop table forgotten", contract="0.1.0") == ""


def test_a_contract_step_may_not_remove_what_its_release_uses(write: Write) -> None:
    wrong = write("alter table lead drop column score; drop table tag", contract="0.1.0").splitlines()
    assert wrong == [
        f"{NEXT}: drops the column lead.score, but the models of 0.1.0 still have it",
        f"{NEXT}: drops the table tag, but the models of 0.1.0 still have it",
    ]


def test_a_contract_step_names_an_earlier_release(write: Write) -> None:
    assert write("drop function old(int)", contract="0.2.0").endswith(
        "CONTRACT = '0.2.0' is no earlier release in migrations/releases.toml"
    )


def test_a_contract_step_keeps_nobody_waiting_either(write: Write) -> None:
    assert "stops all writing" in write("create index on lead (score)", contract="0.1.0")
