"""Roles get the passwords that their addresses name, when they are made and never later."""

import asyncpg

from leadhub.kit.roles import statements
from tests.world import World


def test_each_role_gets_the_password_of_its_own_address() -> None:
    logins = [
        "postgres://leadhub_app:one@db/leadhub",  # pragma: allowlist secret
        None,
        "postgres://leadhub_backup:it%27s%5C%25@db/leadhub",  # pragma: allowlist secret
    ]
    app, backup, memberships = statements(["leadhub_app", "leadhub_backup"], logins)
    assert app == "create role leadhub_app login password 'one';"
    assert backup == r"create role leadhub_backup login bypassrls password 'it''s\%';"
    assert "grant pg_read_all_data to leadhub_backup;" in memberships
    assert list(statements([], logins)) == []


async def test_password_with_quotes_is_the_one_that_logs_in(world: World) -> None:
    password = r"it's\%"
    [made, _] = statements(["leadhub_app"], [f"postgres://leadhub_app:{'it%27s%5C%25'}@db/leadhub"])
    async with world.sql() as connection:
        await connection.execute(made.replace("leadhub_app", "quoted"))
        try:
            where = {"host": "127.0.0.1", "port": world.cluster.port, "database": world.database}
            await (await asyncpg.connect(user="quoted", password=password, **where)).close()
        finally:
            await connection.execute("drop role quoted")
