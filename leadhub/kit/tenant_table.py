"""The SQL that makes a table a tenant's: composite key, row security and rights. Used when a migration is
made; migrations carry the result as text, so that changing this never changes history."""

# The sub-selects run once per query; a bare current_setting() would run once per row.
TENANT = "(select nullif(current_setting('leadhub.tenant_id', true), '')::uuid)"
_MEMBER = "(select nullif(current_setting('leadhub.member_id', true), '')::uuid)"
_REACH = "(select current_setting('leadhub.reach', true))"
# The cast stands outside: `any ((select ...))` would compare with rows, not with the array.
_TEAMS = "(select string_to_array(nullif(current_setting('leadhub.team_ids', true), ''), ','))::uuid[]"

EVERY_ROW = "true"

LEADS_IN_REACH = f"""(
      {_REACH} = 'all'
      or owner_id = {_MEMBER}
      or ({_REACH} = 'team' and team_id = any ({_TEAMS}))
      or ({_REACH} = 'own' and owner_id is null and team_id = any ({_TEAMS}))
    )"""


def of_row(table: str, column: str) -> str:
    """Rows that belong to a row of another table, such as a lead, are seen with it. Not `exists (...)`: that hashes every
    visible row."""
    return f"""(
      {_REACH} = 'all'
      or {_seen(table, column)}
    )"""


def _seen(table: str, column: str) -> str:
    return f"(select r.id from {table} r where r.tenant_id = {TENANT} and r.id = {column}) is not null"


AUDIT_IN_REACH = f"""(
      {_REACH} = 'all'
      or actor_id = {_MEMBER}
      or {_seen("lead", "subject_id")}
      or {_seen("company", "subject_id")}
      or {_seen("contact", "subject_id")}
      or {_seen("deal", "subject_id")}
      or {_seen("activity", "subject_id")}
      or {_seen("task", "subject_id")}
      or {_seen("comment", "subject_id")}
      or exists (select 1 from team_member t
                 where t.tenant_id = {TENANT} and t.member_id = subject_id and t.team_id = any ({_TEAMS}))
    )"""

ALL_RIGHTS = "select, insert, update, delete"


def tenant_table_sql(table: str, *, seen: str = EVERY_ROW, rights: str = ALL_RIGHTS, key: str = "id") -> str:
    """Statements for one new table. `seen` narrows SELECT, UPDATE and DELETE within the tenant; writing
    is checked by tenant alone, since a row may pass out of the writer's reach."""
    mine = f"tenant_id = {TENANT}"
    visible = mine if seen == EVERY_ROW else f"{mine} and {seen}"
    keys = (
        f"""
alter table {table} drop constraint if exists {table}_pkey;
alter table {table} add primary key (tenant_id, {key});"""
        if key == "id"
        else ""
    )
    owner = (
        ""
        if table == "tenant"
        else f"\nalter table {table} add foreign key (tenant_id) references tenant (tenant_id) on delete cascade;"
    )
    return f"""{keys}{owner}
alter table {table} enable row level security;
alter table {table} force row level security;
create policy owner_all on {table} to leadhub_owner using (true) with check (true);
create policy app_select on {table} for select to leadhub_app using ({visible});
create policy app_insert on {table} for insert to leadhub_app with check ({mine});
create policy app_update on {table} for update to leadhub_app using ({visible}) with check ({mine});
create policy app_delete on {table} for delete to leadhub_app using ({visible});
grant {rights} on {table} to leadhub_app;
"""


def composite_key(table: str, column: str, to: str, *, on_delete: str = "no action") -> str:
    """A foreign key that cannot cross tenants: foreign-key checks do not see row security."""
    return (
        f"alter table {table} add constraint {table}_{column}_fkey foreign key (tenant_id, {column}) "
        f"references {to} (tenant_id, id) on delete {on_delete};\n"
    )
