"""Makes a table and fails then."""

from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True


async def upgrade(_db: BaseDBAsyncClient) -> str:
    return "create table half (id uuid primary key); alter table nowhere add column more text;"


async def downgrade(_db: BaseDBAsyncClient) -> str:
    return "drop table half;"


MODELS_STATE = ""
