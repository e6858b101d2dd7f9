"""Activities: what was done about leads, and notes that only some see."""

from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True


async def upgrade(db: BaseDBAsyncClient) -> str:
    return """
        CREATE TABLE IF NOT EXISTS "activity" (
    "id" UUID NOT NULL PRIMARY KEY,
    "tenant_id" UUID NOT NULL,
    "version" INT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "updated_at" TIMESTAMPTZ NOT NULL,
    "kind" VARCHAR(7) NOT NULL,
    "direction" VARCHAR(8),
    "outcome" VARCHAR(200),
    "duration_seconds" INT,
    "occurred_at" TIMESTAMPTZ NOT NULL,
    "body" TEXT,
    "visibility" VARCHAR(7) NOT NULL,
    "by_id" UUID,
    "lead_id" UUID NOT NULL,
    "team_id" UUID
);
COMMENT ON COLUMN "activity"."kind" IS 'CALL: CALL\nEMAIL: EMAIL\nMEETING: MEETING\nMESSAGE: MESSAGE\nNOTE: NOTE\nSYSTEM: SYSTEM';
COMMENT ON COLUMN "activity"."direction" IS 'INBOUND: INBOUND\nOUTBOUND: OUTBOUND';
COMMENT ON COLUMN "activity"."visibility" IS 'TENANT: TENANT\nTEAM: TEAM\nPRIVATE: PRIVATE';
COMMENT ON TABLE "activity" IS 'Something that was done about a lead. Row security shows a private note to whoever wrote it, `by`, and to nobody';

        alter table activity drop constraint if exists activity_pkey;
        alter table activity add primary key (tenant_id, id);
        alter table activity add foreign key (tenant_id) references tenant (tenant_id) on delete cascade;
        alter table activity enable row level security;
        alter table activity force row level security;
        create policy owner_all on activity to leadhub_owner using (true) with check (true);
        create policy app_select on activity for select to leadhub_app using (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and (
              (select current_setting('leadhub.reach', true)) = 'all'
              or (select r.id from lead r where r.tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and r.id = lead_id) is not null
            )
            and (
              visibility = 'TENANT'
              or by_id = (select nullif(current_setting('leadhub.member_id', true), '')::uuid)
              or (visibility = 'TEAM' and ((select current_setting('leadhub.reach', true)) = 'all' or team_id = any ((select string_to_array(nullif(current_setting('leadhub.team_ids', true), ''), ','))::uuid[])))
            ));
        create policy app_insert on activity for insert to leadhub_app with check (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid));
        create policy app_update on activity for update to leadhub_app using (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and (
              (select current_setting('leadhub.reach', true)) = 'all'
              or (select r.id from lead r where r.tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and r.id = lead_id) is not null
            )
            and (
              visibility = 'TENANT'
              or by_id = (select nullif(current_setting('leadhub.member_id', true), '')::uuid)
              or (visibility = 'TEAM' and ((select current_setting('leadhub.reach', true)) = 'all' or team_id = any ((select string_to_array(nullif(current_setting('leadhub.team_ids', true), ''), ','))::uuid[])))
            )) with check (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid));
        create policy app_delete on activity for delete to leadhub_app using (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and (
              (select current_setting('leadhub.reach', true)) = 'all'
              or (select r.id from lead r where r.tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and r.id = lead_id) is not null
            )
            and (
              visibility = 'TENANT'
              or by_id = (select nullif(current_setting('leadhub.member_id', true), '')::uuid)
              or (visibility = 'TEAM' and ((select current_setting('leadhub.reach', true)) = 'all' or team_id = any ((select string_to_array(nullif(current_setting('leadhub.team_ids', true), ''), ','))::uuid[])))
            ));
        grant select, insert, update, delete on activity to leadhub_app;

        alter table activity add constraint activity_lead_id_fkey foreign key (tenant_id, lead_id) references lead (tenant_id, id) on delete cascade;
        alter table activity add constraint activity_team_id_fkey foreign key (tenant_id, team_id) references team (tenant_id, id) on delete set null (team_id);
        alter table activity add constraint activity_by_id_fkey foreign key (tenant_id, by_id) references member (tenant_id, id) on delete no action;

        alter table activity add check (kind in ('CALL', 'EMAIL', 'MEETING', 'MESSAGE', 'NOTE', 'SYSTEM'));
        alter table activity add check (direction in ('INBOUND', 'OUTBOUND'));
        alter table activity add check (visibility in ('TENANT', 'TEAM', 'PRIVATE'));
        alter table activity add check (kind = 'NOTE' or visibility = 'TENANT');
        create index activity_lead on activity (tenant_id, lead_id, occurred_at);

        -- What hangs on a lead that is merged goes along, also what whoever merges cannot see: by id alone
        grant select (id, tenant_id, lead_id), update (lead_id) on activity to leadhub_lookup;
        create policy lookup on activity for select to leadhub_lookup using (true);
        create policy lookup_move on activity for update to leadhub_lookup using (true) with check (true);
        create function leadhub_move_activities(tenant uuid, from_lead uuid, to_lead uuid, ids uuid[]) returns setof uuid
        language sql security definer set search_path = public, pg_temp as $$
          update activity a set lead_id = to_lead
          where a.tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and a.tenant_id = tenant and a.lead_id = from_lead and (ids is null or a.id = any (ids))
          returning a.id
        $$;
        revoke execute on function leadhub_move_activities(uuid, uuid, uuid, uuid[]) from public;
        grant execute on function leadhub_move_activities(uuid, uuid, uuid, uuid[]) to leadhub_app;
        grant create on schema public to leadhub_lookup;
        alter function leadhub_move_activities(uuid, uuid, uuid, uuid[]) owner to leadhub_lookup;
        revoke create on schema public from leadhub_lookup;

        -- The audit of an activity is seen with it
        alter policy app_select on audit_entry using (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and ( (select current_setting('leadhub.reach', true)) = 'all' or actor_id = (select nullif(current_setting('leadhub.member_id', true), '')::uuid) or (select r.id from lead r where r.tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and r.id = subject_id) is not null or (select r.id from company r where r.tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and r.id = subject_id) is not null or (select r.id from contact r where r.tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and r.id = subject_id) is not null or (select r.id from deal r where r.tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and r.id = subject_id) is not null or (select r.id from activity r where r.tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and r.id = subject_id) is not null or exists (select 1 from team_member t where t.tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and t.member_id = subject_id and t.team_id = any ((select string_to_array(nullif(current_setting('leadhub.team_ids', true), ''), ','))::uuid[])) ));
        alter policy app_update on audit_entry using (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and ( (select current_setting('leadhub.reach', true)) = 'all' or actor_id = (select nullif(current_setting('leadhub.member_id', true), '')::uuid) or (select r.id from lead r where r.tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and r.id = subject_id) is not null or (select r.id from company r where r.tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and r.id = subject_id) is not null or (select r.id from contact r where r.tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and r.id = subject_id) is not null or (select r.id from deal r where r.tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and r.id = subject_id) is not null or (select r.id from activity r where r.tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and r.id = subject_id) is not null or exists (select 1 from team_member t where t.tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and t.member_id = subject_id and t.team_id = any ((select string_to_array(nullif(current_setting('leadhub.team_ids', true), ''), ','))::uuid[])) )) with check (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid));
        alter policy app_delete on audit_entry using (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and ( (select current_setting('leadhub.reach', true)) = 'all' or actor_id = (select nullif(current_setting('leadhub.member_id', true), '')::uuid) or (select r.id from lead r where r.tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and r.id = subject_id) is not null or (select r.id from company r where r.tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and r.id = subject_id) is not null or (select r.id from contact r where r.tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and r.id = subject_id) is not null or (select r.id from deal r where r.tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and r.id = subject_id) is not null or (select r.id from activity r where r.tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and r.id = subject_id) is not null or exists (select 1 from team_member t where t.tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and t.member_id = subject_id and t.team_id = any ((select string_to_array(nullif(current_setting('leadhub.team_ids', true), ''), ','))::uuid[])) ));"""


async def downgrade(db: BaseDBAsyncClient) -> str:
    return """
        alter policy app_select on audit_entry using (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and ( (select current_setting('leadhub.reach', true)) = 'all' or actor_id = (select nullif(current_setting('leadhub.member_id', true), '')::uuid) or (select r.id from lead r where r.tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and r.id = subject_id) is not null or (select r.id from company r where r.tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and r.id = subject_id) is not null or (select r.id from contact r where r.tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and r.id = subject_id) is not null or (select r.id from deal r where r.tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and r.id = subject_id) is not null or exists (select 1 from team_member t where t.tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and t.member_id = subject_id and t.team_id = any ((select string_to_array(nullif(current_setting('leadhub.team_ids', true), ''), ','))::uuid[])) ));
        alter policy app_update on audit_entry using (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and ( (select current_setting('leadhub.reach', true)) = 'all' or actor_id = (select nullif(current_setting('leadhub.member_id', true), '')::uuid) or (select r.id from lead r where r.tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and r.id = subject_id) is not null or (select r.id from company r where r.tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and r.id = subject_id) is not null or (select r.id from contact r where r.tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and r.id = subject_id) is not null or (select r.id from deal r where r.tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and r.id = subject_id) is not null or exists (select 1 from team_member t where t.tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and t.member_id = subject_id and t.team_id = any ((select string_to_array(nullif(current_setting('leadhub.team_ids', true), ''), ','))::uuid[])) )) with check (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid));
        alter policy app_delete on audit_entry using (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and ( (select current_setting('leadhub.reach', true)) = 'all' or actor_id = (select nullif(current_setting('leadhub.member_id', true), '')::uuid) or (select r.id from lead r where r.tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and r.id = subject_id) is not null or (select r.id from company r where r.tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and r.id = subject_id) is not null or (select r.id from contact r where r.tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and r.id = subject_id) is not null or (select r.id from deal r where r.tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and r.id = subject_id) is not null or exists (select 1 from team_member t where t.tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and t.member_id = subject_id and t.team_id = any ((select string_to_array(nullif(current_setting('leadhub.team_ids', true), ''), ','))::uuid[])) ));
        drop function leadhub_move_activities;
        drop table activity;"""


MODELS_STATE = (
    "eJztXW1z4kiS/isVfJnZCNbRfuvucV9cBLaZHnb90mfT0zt3XICQCqO1KDEqYZq72/9+lS"
    "UJvQtJBlyo84vBUqUknipVZT6Zlfm/rZltUIsfdahj6tPWBfnfFtNmVHxJnGmTljafh8fh"
    "gKuNLdlUC9uMuetouiuOTjSLU3HIoFx3zLlr2kwcZQvLgoO2Lhqa7Ck8tGDmnws6dO0n6k"
    "6pI07813+LwyYz6HfKg3/nz8OJSS0j9qimAfeWx4fuai6P9Zj7q2wIdxsPddtazFjYeL5y"
    "pzZbtzaZC0efKKOO5lK4vOss4PHh6fzfGfwi70nDJt4jRmQMOtEWlhv5ueNheKw1HN7d94"
    "eP3f5w2KoAkG4zAFc8Kpe//gke4a8nx2cfzj6evj/7KJrIx1wf+fAv79YhMJ6ghOeu3/qX"
    "PK+5mtdCYhyC+kIdDo+UQvZqqjnZ0EZEEviKB0/iG6BZBHBwIEQ4HFX7gHimfR9alD258G"
    "qcnJ8XAPp75+Hqt87Dz6LVX+CWtngNvLfjzj914p0D1EOU4aWqgLDfvIHoHr97VwJd0SoX"
    "XXkujq64o0u9VzuO8N8e7++yEY6IJFA2TN0l/0csk6fmigNAuwBcAAOuPOP8TyuK6c+3nX"
    "8k4b66ub+U4NjcfXLkVeQFLgX0MEFPniOzCRwYa/rzUnOMYeqMfWLntU2fmp3Mkkc0pj1J"
    "IOEXw+/zl6zuC3RgxlrmnShcyui6yaaVrHXPKNGnGnuiR2TE6Z8j4piccjJeEVucmlOHiJ"
    "GkMbdNTEZ0ezYzXWI7BnWOWokue+21trx2fv3au66weC4WpnEEMnVei81raOvfJgumA+rE"
    "opoxXYyPnk33CO76wfv77639vzTy/Th9/5fkuyBxKF5ZvZ4cVkM+JrTNDigzL+V0gXx/jo"
    "b+o9mToXhfbEfJ3gjRF29XGvdL8ylXYfQFNmuMB7AK+ErjLycnp6cfTt6dvv94fvbhw/nH"
    "d2vtMX2qSI287H0GTTK2RASqZWTAA2YVtJygfQPVnPdltJz3+UrO+5SOwxfjf1LdHVYFOS"
    "nXQLDPyoB9lg/2WS7Y1ebuuNS+J++3USorzMhy1Rg+i99QyRSKSTVw9B6flDGITvLtoZOU"
    "sSkhqzZ2ozKvGLm+VqcK0lsauBmW5bXAwDVnNAfNTMPSFzkKvhzg0C0AtN+77T72O7dfYj"
    "bmdaffhTMn8ugqcfTn94lhvb4I+dbr/0bgX/Kf93fdZC+t2/X/swXPpC1ce8js5VAzopgE"
    "h4NDsW7NZb5yVcR84qucmqjY27EdajFCw0jLlleiYUIRpGEOk4bpS7OwlcHD+GfaRUSMG7"
    "bZyMT0XE5GawN5RExOTHHIXjJiGm3CbeJONVcyKc7CosSeEMdeEk71hWO6K/HFeaGcUPEa"
    "r4h8gjRDs6N7IHOj3gKPzI1KvfGW63ItyI8PZVV2KPzyYXUtNi7ZQG22JX6gcc+slT+rHY"
    "h260/AhcrtYm7U7PW4JPa6Kr2eYdP4Tx/hrazFUyVy0G+/HVrlbeMkdkwJys8K0AbtG8hY"
    "nZTy4Z8U+PBP0j587mruIsN2BIS7bDGTKPfEU2lMp+mBvJbeH96tzlW/93u3ojLlS10Q73"
    "PAHr8+funeXXevL8j664AJw++xd/f5gvhfkobK2zCLMOP/j7B9Knl5IjJ77Jyv/atdqbkJ"
    "V89ZGVfPWb6r5ywVzrJwHMr0VRWUozL7RPnxej8on5YA+TQX49MkxP7TCgAXzHUqIZ0hul"
    "fA94N3makjf+ZITRwzjT8PIeZKGKB8OLGd4YtJl8JsSyN/advChGXZ4BdeJ9ENY3GhXfXD"
    "+sh+rejL+/ubmCp62Ut45e++3l52xawuu0Y0Mt2Is14RxvCWzsaSA0sxhv6ZdhFjOAvbbG"
    "QMOxBSxW0G0VRA2XlEyCf4113a/r+cuFO6IppD5UHv+jxNDb72YsgBqsc6IQeoUm8gB4gc"
    "YCbOyAYhB4i9Xo4DpDPNtKoYNGuBJlJV52Wsc9GqYDNPyj5HKnC3VKAjDMC6RGAgqzLWrf"
    "tvd92HCyI/Bqxzfdu7uyDyY8BuO3edz3DW/yLOf+7e9cV5+Biw33vdb3Da+1SDFjxA7rZ3"
    "93uv361KXgViF8T/InqnBJ2rRi9ZGneH3HxiQ5PV0AkyxLegGCgWEne4ekBa/fP4l6qBwH"
    "EpDAXOYM1SEKfx/dV2qHhV/k5XqbkvAWmK+TpIWMOjkQdwtOWay0qMKwGA+NnUIyevOo9X"
    "netu619vQ0c+UmHkZgYw+mfaRXQkD9tspCP7U0qmGp9C1KBGPMkjAkfF9S1T1yR5M9NWZO"
    "mYLiWmSzRmEAbRhAQsFnHkQkiKXjTFICFrvke3Z3NNjNo0abmfWyK1qdqk1UZqU6neCNHP"
    "3wC1WVU+hG1QrS+dx8dv9w9CAQ6+DZhUlzv93v2drzrL7wP20P31ofv42wXxv8ARcV34X3"
    "wI7fpLb/j37h9Cvfa+qKFJw4Sa7sI+/Z7DTQftVe62rajI3X/0Y9pxamvDWkO+ub/7HDRP"
    "7ndQxlHZp9osSy+Qxwu1AjdoUcJFyYS4dCJOA5/iT1ysQlRuLoALZfoiS0rhyqzeWoArs0"
    "q9gU5HdDruew09UPcTOh1/xF4v43REl9huXWJAtVRWDGJCyOQWMrkeVlsgcgPb4CAx3Uzj"
    "xsaUSiwu4J4fWBo5295ktw2rRJh+m9pkaTvPHGyx5dTUp9L4SltsRQ3RSFNtpmijkaZUb0"
    "ReaPlyVnVqRoUwMVdyVxdMelWH81oE4SzWLAIqcD96haKQblYsIiMqW61ITwJbQLW02/1g"
    "cY1NfSopbHe2a058B3SWyhY7X6i0sWTLjVrboz0TmpbAN8zm4+EE+X5c2zLanhfcHtvGio"
    "j7UcIp5Uek5xJ4TC40OCFnutBeG9sL1xOYClEuxIRq990FIh6c53CLlDq49ycYMNFQOvQX"
    "YsQ60m/g3fEncdx8mkKWowkcZqiTok6KOim69CNWbvfyt/v7vw+ve4+dyxuIbU0eSU5wpf"
    "Z0lyHKTvN5slNMkoxJkpWBeztTCcyFFRGNiCDJiy7IHzDSHdTaGn0cEcOdDCr373hVcUpc"
    "C+CEiOzpDiAt2hKC1FQwfrZATcVngX2iqubrvxnU9dSnEtfXWRim25XpsjKYvsjZdmH9UW"
    "g3pOuGpUq3yeZHZAQx2COi2xCyJ8kveUJyZm6wR2ZMJ2I8EdP9BGQbGfnEhPiVzBTS2fXc"
    "tn0DJN5Um+3bSLwp1RtY5C0ar7vnIm9YDKeRJtam4lybiezDKdTVuu1CksQL4n2md5kN2O"
    "Mfj/3u7QXxPuuQ21jWS0XDLYqnwGJMp5o1EatdFUyTcohrapxWLCgfSqg8bdR0vGy/FKi9"
    "cHU7L95+80QdEVcZ7ta1WOouCPyV+4S/PoLf0f9SZ0b+WKIfPuZ2w8dUliqq8WrDPJSohb"
    "tik0Uc3PNSux7OC3Y9nGfUBHhLd67ScDfOm6sY2ltyP2JBxH0WRIwpIYYhzubkpMvRQkKR"
    "Bk4Y52UmjPP8CeM8vf6Jn8mzJ4yiNTAq1Tyct18NJDvZyKXJNGeVjXFOupHxyvUmluZMHZ"
    "f+bLCeOgSOl727zsMf2RlHLjNmj8s/+t2OOjlHHuhEPNi0bz/TzLDo2Pl2kbvE8VoO3XXT"
    "Ug4Ty2TPQbYwDtkNfuJErEom+0RGCy5DYmRZ1OWUMog/Xmqc0O/eumWQie2FFjP63c32l2"
    "z5+uguUU8DQneJSr2B4XDNzc1QJiMH/T43xdVq9HpcsoG9fiC9XMqD46+dVfs4IoZBkCr3"
    "r68tVSVoYlIYvFccvOejlQa4cpzZY3ilwwR2c6RZfGipFG4WgJ+Z0nndL0U5ncNGJRI4Tr"
    "SZaa3ApvFNLiJNLu5t7RzTJ42RpelO5S5PyKD/VzB2HPpiP8MGUGHjUGZwolmWvwMzI33I"
    "zu6C9pNq81Mb7SelegPtJ7Sf0H5qvH4tV8paL3dcEq2oQ+jlMdU1YfpWc12lRJvnv9p+YA"
    "F6YnfticVNfbipTxlWQNl8Uz32Yrq52aYiZ9tF1IAZb1eCHRDm+F9h3SdLbQW5P8GDqUER"
    "eXEhavg5mD4J+5x7Bj34PkWzkVeradSWO8eokUUJbPPSyAOoNh+1kQdQqjeQB0AeAHmAxl"
    "uImq7Teb23OyGKTIDK/Yx8z4/Qy74uPKycQigliJsbkHXYAaTIOrxBKqHw5d4numpOA5vB"
    "TU2FKtE6XzTOl7ZjPFCeXcQ73qBdRO7M/aZDZ922CsEzp87MlJEjxLWJuALRSHDJNnnRLN"
    "OLX9cIn9qOS6SaUETr1L4gkjmqTfNtJHOU6g0kc5DMQTKn8eYfBsU3u3/RCEUjVBk7SVnX"
    "d2duin5qZaVe9c60C9Ouzs3hMy2ZcrVDRFMvDp3rthiCXg0i8bFkbaIvhAnjEqrpUyLmWD"
    "JeBWWMOJHalDBmZtqKGHZYiChhHG378mgqqTYZtdFUUqo3QvQhtXHm9qjcfKsRif3lXD3e"
    "EYh+wtWT47MPZx9P35+t86yujxSlV02nUkXLMx/q5lqei7lRs9fjktjrqvR6hqXiP33Y6/"
    "Iz1d/5IdBBe5UzNNYMgD4plSrwpCBV4Ek6VeDUX0/K4hu0byC+28887KnaaXjz09iFEpjF"
    "7hVZ7JClrNMViq8NaZXA0rg7rElVJmWRr1S5pzHo7Efo5cA8qxx0lhJEdrqYnQ4BQ4a6BE"
    "OdGl8qsdQ3oucfvBTpGUx15Gy7iK22RLthmGl9M2P9bbqSzBwnmkMJiKdp55w2yB2rNlW0"
    "kTtWqjeQO0bueN+r4YGyiMgd/4i9jtxxNW6zFHd8XMAdH6e5Y83Rp+ZLvR1/cVE0y9V5jb"
    "zZM2U7vtEuBXNOLZPRVtYGheBcu3BvQrTV5jAcRmzHoA41ZG6IiWPPyMR0uEtE/7pCFDYU"
    "aMSgugk6VkagTY0LoDmkngKO5pBKvYHmEJpDqBijOYS9juaQsuaQ6C4zu4Jv7toUFdnf4r"
    "RLmLe8Ppl8/YwpVC9tW6gzLEfVjQkmK7oJyV2Buz6y54pu9/c3sXnostdPjN2vULT952M5"
    "pEUj03NepTFHsx7N+l0XmnC1p0yb3jvRLiwysW5SYlMNd+ncK5oX8ABHZAQ18IbyMsIg4y"
    "NyB5UfNMuyl5xQYS6siDzpl3sIJdPG/vavj1yAetYncgEq9QZyAcgF7F2tPUyrELmAH7HX"
    "kQt4ey5AF2g82U5GdCVg3GWLWSq2Mj6jRuRVxrx1/6V7d0Hg74D9x9fOTe/XXvf6gqy/Dt"
    "i3e9FA/Bmwm/vH/gWBvwN23XuMNI/+l9Sy32brDpI521cw5o491samZboZ70U+rHEpRDYD"
    "Wcd2heo+1CYudYaGtsrYc5aLb6ZsLZQV42q2DjL9c2E6QuHxLcEUxPnb+jJE97+/L2L6jR"
    "em5ZqMH8H93sLK28muvzjvUqV/0pKv6h7FXoR99wMSyM0lkGPruU9cVuS/EmK4Vat4q1Y0"
    "gO2VG7WiEXOHCe3mrVqJ0aXSRq2rBXdtz/BrZfg+oqfbRR4QXTb0f3K7ZK1taOyVvAafg0"
    "f0EvGyUwMiEiHTl9yo9YmMnulqJCteiWPwiLL0lR4+HB9lltne+g3QFaLaLNVGV4hSvYGu"
    "EHSF7HshPlBSHF0hP2Kvl3GF+Clay3pC/OYqk/I1HSHbL2GNXqbdepmexU+r62EKZFXGut"
    "Xv/qN/QeDvgHnxixfE+xwwmDsuCPwdMIh+7HbuLoj/ZcCufrvvXYnz3qcaPiV9apt6tXxw"
    "EREkjJGoVIPLUnyFVyrS9UboTY/2wtFpKys5T3i2XZicR7Qb8rBhieQ8FBLuyNQ7uj2jci"
    "NqVn6evGZIvqhn7iP5olJvIPmC5Mu+F+UDNcORfPkRex3jUN+eIUALBy2cHVs4fe2plWHa"
    "wOF2kU3j+g1KOK+hbq/nWg6Tic405xmS7JjuNMsdXUYEbRz1tGq0cVTqDbRx0MZBbRdtHO"
    "x1tHG2YeOclzFxzvMtnHM0cNDA2beB0/3uUodpVi8zajdytl1k7lC/na+LlnHhCONFYzaY"
    "JoSvuEtnRNcsiwuzxvSCaT8Rb6hBAG006HZmsydiibHtGT9Zfp+tXhsNKfVUdzSkVOqNSE"
    "1A+bZV0QdCiQZqBDthPRNzbVmgE2INRHsnJURNPoT1II30pgR9gdQes/MFs/vBJueTkSDV"
    "pu6ICO61K95rB1Cloa28z+7Gv8xhQrp5j11kRKm0v07CnhNlVaycB/2+WSt/tGd0bBsrsp"
    "zaZKatyHixOiIjMSLcBR8Rh86p5nKpMQc5XCDPH2x1k/vL24Tbnl9CY0T2s2jHCKeO0KhN"
    "91NKVd/1DQdsBL4ScampLUAWtxFNOQXjmExEe9imR8biltJmgO9Uhz17yyll8O9Sg9Ax9k"
    "IdMc5hVx+DFIdEn2pMdBLRnsRAOiIdqbh5zyEkBmxGHTgtBpm9NkQgTaJ45hUnGvcv3SYT"
    "25E/TgrATsIxFZaJIdq2haB3R3sp49i8k5xSdiF/v2n4zh8XEKADxhfOi/liO2i0oNGCRg"
    "t6f9D7o5wOcqB+APT+/Ii9Xsr7swiKI5f2/6wlGslAlCIgCviHJP0gq2sNqzrZ4lK1gFbM"
    "27MHXs3SaiAdE0KgSwH9T3s8dE3XqgR0TKh5QO+Eu9Tt2Vxjq8qDOimHcJeCe0nHHKjNCk"
    "hHRJoH8nkpkM8LQD7PiPk2DKG+VNpmHBHBxIf19xNbtq5Vm7NDieYN7tPzEmP79Dx3aMOp"
    "hO9U7oAVz+1qplXJhZoUbB7aO5lKFm6Gpzp/GvGb4xRSfwpx6IQ6TjWDMSrTvIEt1IiSmk"
    "ihKpJhzDBDPMVw7peTKm/PxOUQ8bKIewmWuen7TqswYAnRBlJgh0t5pZlOzzmZ/VJtzkwU"
    "SqvMfzW28gXXbSfj/cz19KzbY82AjJoBmgu3q/kmhNIKLzKt3+7F2BZ/xIDvPNyKES/+Dt"
    "jV/Y0Y3vC3zrA+KzGqz/Iz0aUCArlYFTwXysxesCwHDNVFCysnMDBDPLkEefJH/nWU6Z1t"
    "rD/X3avebefm5+Nf2meJALVoWsA8yPWFUE6ZXinLYra0wm9BXRu5jImcbyGnEi5CHYuJDa"
    "VGh4t5DU9j5gVwZ4zKypb0r2i6a76Y7qpGl2fJY4+r3OOe71JccG4LMOsEFGRfAXtd5V73"
    "CiRUoeNCCTVyh8JtG5M7FG5PszTJgv4IRZAirY+8Ae+IC2HqLoRqpzqgcNtJWniPu0/WRw"
    "53+4kNwRx2NRduTKh5Ovyu6FJvX0Wd5T0uicu60st6sHeiTjRwQhZ7WuWeltts0l3cFyZ3"
    "TuhLILA/Hrz1BuoZpPcvVhLW/Xhzf/c5aJ7UHLIDu6ptGIlLvWLHyOG8RhV2gfhKU2VMo1"
    "KIaQpTfwofVx+sKVFEN6lC5SQByEc1IoJoZij/DtW4AKXiFvSUJGIbx9bbDzuE/bAVsU1L"
    "IrZxbO2l+M0VUY3KIJ5xPLHu824yA3lBqtVAjQnhQM0KOKsIaEQGh2gCUJdqs8p78NciOD"
    "wLk8+E9Z3i2NZKPxNWlTpIZDfnoIlNfNlZaLLWrC3A+yVyqcOcBTajm1irN+Mrp80tgPsY"
    "XKepyEbXl82wSjV0C7De0mBPeUOng6i+vhlWWJS2gGrfv0xDMY0s3ZshjZj421jCxNUe1h"
    "drKL5pVmQzzFHSD+eFzRhnkKRlQJZugC3gexVeqbEAR10mpQZwdthGDWzXV2ostlHXyWZs"
    "gbveArDX9IAD2DejGmH4N0MaYVe3ZJk1GNk0Fa1aetDuDDaA5+QI9U62NxZiput2m2uXMU"
    "L/Cs2Jn2IBcnNqMiHgBWS5hPFheIksvZyXpizEPNccamSUNXvt1TDnpWp8EAhizkt1eiOS"
    "81KzFpXCHNcCKm9brRnjeFoqb9tpQeK203TmNmY7M80yOa2UpT8u1UCsT87L7H4UrfKjSc"
    "9TOyDFYDfdailcoyL7y+G6S5i3vLnX5ENhW5qiccYA3lT8ICqJIegVQtAFdmNbrDJ1QI8I"
    "IuZYdUIRxx9WnShHl6pbdeKL6A7ayjErvZPtjWblfN2uREls2Zh4qYJDK/ATGYXq0QjMv+"
    "7R8fuzNrEdcgcCXqEEYRnq9sIyCLNdv54Cdbhr21k2505vhQapavNUGw1SpXoDDdI9VZJ9"
    "M2tUMbZ31/na0RJFSxStIrSK0CpqulXU155aOTYRnGpvtIhcv1WJWtmmPvVKzOma45gU6t"
    "jBIXGFrOrXG1qjVaLaPNFGq0Sp3sBFcFc7LLSnqiN5LYFgokaxD40iMV63AKmvDjQV0fAV"
    "VUlFk1strmSd3iw1LXq6UFXzdjToYcuN6tq9LPRL5yGb/JNQwbTVEbkTz8BlAJNfzBiUM8"
    "2h5JnOXRniNKUrsqQODesaT8ynhZgDiFfdl6bUvZ3ebcAcsVzPxK28sCtHn5ov4j/UI1GP"
    "RD2yguIzcezZsM6G3ZQgbjPNQLZyfcyoUPNo7Z1UbZSY+StJTrbzzTn/UxdRGPzG1sBw7V"
    "pTUUIM7bE0rFXnoYhIA72YO5mGBGSvnYQSl1AZ+cbOQZyKGxp8aLJhzub6S/MpvypPhnSD"
    "CvT8cnJyevrh5N3p+4/nZx8+nH98t3ahpk8V+VIve5/BsRfrlbSnr3pq1q0lZFVtAivA8u"
    "AyslZOuYiJFnNWdvQCIHH95jRrJeIa0yeUgXRD0oS3Ia47frGiVgZrvT7XLqKstWirjXT1"
    "oz2j7hQoXskALzVODIhw1sb2wvUp5SPyYC+J0LoWjrgu4VN7ycWpuWO+iFEB0c+UuDZZTm"
    "36Qh2ydOCA6bbJaLwaeVt2xWlmj21jlWKw9/0AA0YlEEtxN9nanVLiUE2fXgAPrhG50Zvo"
    "GoOobk6pbAmx3jP7hXLvaiP4Dmk3RoRJnh0usuYr5Q8xbArblJErR64cufIqkeDU4dUiaC"
    "MS+wugPd4RiNuOntXF1FazAEdMsoHWXkv8QOOeWSt/VjsQ68+fgAuNv8XcqNnrcUnsdVV6"
    "PcPm958+7PVnAWldVjSQVZoOverc3FwQ+Dtg3dtOT/wjPwbstivQv/t8QfwvcOTxsfO5C0"
    "fklwETVxb/wt8Be/zjsd+9vSDeZx1StGgaDjjRD7mU6IdUQSzToXr21pFyHRi7gMp+td7d"
    "5f3Xu+sL4n8ZsPuvff9Q8K1Oh3ws0SEfczvkY7JDhPWh29X8ORERhTug9mapkoXgiurApU"
    "b9AsrAC6B8Sr+C1pcl2iAnwNYUQFuXVcbr6AIJ0QYqA4e7+GcQ/j67Eu/h/ApsQfsmTFVF"
    "/biLCmwvJjfHpuWzbHWW6/gV9lgEr9+963hOwSqLtid1QbzPAet3O7fwX+d2wL489H7vgG"
    "rlf1FAm0LnFzq/lIQTi4ygK3G3kG57DwxWE9h2NQH0zh6sdzZIeZ/hnI1kw8/3zUaS75dJ"
    "hOU3b5NnofQz8GGCn3E5tS1KPK/OERnJSsojIg4a3PNVcgpbdchEdLHMlDxeZaW+2u7F0c"
    "Wp2kLZRhenUr2BLk50ce57tT1QZxe6OH/EXi/j4qy6xabB+2t245CxZ+J2VRAOJZpAJCez"
    "1Z+Wgfj8tCBb/WkS4iUdc0i7VgHjiEjzQD4vNY7PC8bxeXoc+zVk0iD/7fH+LmdXSyiSXB"
    "NM3SX/RyyTH6A/sQBbwKLYNZL0giQmdLhA0jXiZYmotTAnRLewMh9OXyi+EKf1L8kMVPE3"
    "rgX26Ox6Aztwa/7GFNH9VpSXV4kwk/JaFyksorzCRmVyvwtL12ZH5B5q3nqR+1SbEYPqpi"
    "HZKQjJ5zK4X+NkabpeskP+qT4Rto9bIj2mHiGD9JhKvYH0GNJj+9bHDpQoQXrsR+z1MvTY"
    "xHS4Wz0fVkyqeQzDTjLRWFoNpGNCCHQpoP9pj4eu6VqVgI4JNQ/onXC/yJm9FWdmwITuDi"
    "OmcrwDCqucpIWx0EmFQifIVyJfiXzllvdH+LFlFRmUuBQGOyc2cgE9WRHRqAziiaH4ewvF"
    "jwS6vjLQORJXe5C4bo50jk97m+PH5Uu9BWQbH0Ienf1wp8Oedjq8qZfyi+09ep6r0jvfLu"
    "GvHM7XTTd7LRnxDWEoEB0tJu1f7ELW2xDjxPDSh2nSNWhyLwbfoVmlqV9/zQEbsGQda1m9"
    "eiKuqAXXlMnKsIw1ui7Rdfl6nbLxGXjiWXe+/CaM9QsiP5IzWKnQvzKBf/lhf0kCE4uIR7"
    "A9LVXd+rSgvPVpur411hHPDhM+KxUmfFYQJnyGpcQzYN52KISv21WlpaJSmNJgk+Wf48So"
    "Yfmvr3SYwJYx/aNDSyWD6ppqVivDkJLHCw0oI2hRZoPzFIYA7D3m1LIID3JBVw/GzNzhvL"
    "2rS1sKoz3RZEKTCaM9lVZxMNqzYXF/GO35I/Z6mWhP3Ay924A4YaC4i4yYkXJ8Xii9xwAS"
    "KBVYcb2PFRnMKidYh9krQ4jk0yEpMkSb2QuWNbcJxX2mWTnhWWuh5LTmSR350odHPxWAe9"
    "296t12bn4+/qV9loh9W+OeGugyzS/Tc5KZ5qgLEZnmUXpl9v3n7/pP7fmn3+dUh2VWt2xO"
    "ayzTmRfAgEN1Fue0TiZ7qpYiHhXEPla5jzF4+MfoZwwexuBh9V6jCizbG3u+GokpBmRjQL"
    "ZaaGJA9psEZL+Fy/twsd3s8cZgdwx2VwJTRYPdrxdzy9QF3J8dezFvZUVpxFu0C+M1grbD"
    "p3XjjaEbUCODe7HjUw1qd/uhDmS8InPNdDjEqkOsObDg9Ij8alsWFO2eOPZM5pmXjT4R0+"
    "XENMLD8hF+Eu0gJYVX+ztJP+/73hjMoZqa0yYYzKFSb8Q9ZjkuyXIOM+X9k607GfIOfwfs"
    "8evjl+5Vv3t9QdZfB6z3+e7+AY75X+r4z34p4X/4Jdf/8Es657D5NM1QUHNjbEIBDCT2o2"
    "xSxtUbL/5fxCpWuPbLBiWX/nnQduPK31/aXkyktwLPtBXsGYPl1suj2ZZrKfwvwyfhH7H6"
    "itUZllpYWduwoU3KQkAmVKEkXBMnNYfCDrQj0pPrcmrZ39eNB2ySUBiEMGoCqAmgJlBBE3"
    "CoJt7JSsmkIiKvSial2uKz72xSuNi/frFHpVZ9pVba6xXn96gMegzieE7FLFARzogI7otL"
    "Jgi1l1ULJ68lEMwNlX7t5RbY68YX+l2Pp80OAXiTEdKNkEYmvM2Yrvn0V4KaZvMPcnnajG"
    "50dVbJ4XJLnSf6QHXbiVv1GafbRXzLDBoOnbDlRrblnlEipcCn4bEfAj8baI4jMhLytjOG"
    "1D5cW3G5f9Wd0hVZUodeENNoB0l+YKcrPLSQGdOJGH8jeWikTVzqeDtaQTLFuez39gPmrY"
    "XSgQP8DV84L+ZLwNqYrtzR+wQZj0ZgC/KRbOUAVxO6g4T1LHfiEgm7aDqzX+AZ4039Kw2Y"
    "+BS/Kmgunwt+qJBzxWONQoeRL6c5zgruAb/WFAfh2SVRJA7MxA/0LsxltiW5RxguQF8ocy"
    "VK7QEbPdO5O/JOagzSLdkCbnHXietncVqKD2qY4v0m3BRTA7JPyD4h+1RB964Rjt3U/Y9N"
    "CsMOFpwqrGJUBmnFV9CK3spdBfpQAoF/TUVN0JIqDflAAGF/BexSw6wC+1oAYX8F7FJbrw"
    "L7WgBhfwXsYMdUQT1oj6C/AnTfVqyCe0QEoX8F9GB1szo7sWOCuGtTZXMBeJYq71bQHktZ"
    "vcJKqLpvc4xbNrM5jID8rIhnQgw9idkTf+VxmpTD4VrooQ2G4RbcX033KSbe2M1+xfE2tn"
    "E2fkPcuPwGzvW7jbhuxjU5EarkqP1Gx1Pbfu64Lp3N3VaGrzbRol3krl16bYWuHzYu5bF1"
    "wUUItVrEJc0X6qwuQlegQ3UKx4jGODhKDRmWvpyu4KxDpe+P2f7Z9Oa37V8e/YqqLatt9C"
    "sq1RuRjJuLYHIvGVodCmBodVbxXfTTNpF4mZkWlHsRvzAra1buy5IUw1cmZzfCggvUjAxf"
    "bC60CalayCqmsG4bWOo4WeZqfgbUtUDz0p+el0qnfF6QTvk8nU7Z0zmrIBxKNA/i43elMI"
    "ZmuSB7J+MoBzZBRRUxIYa0YTG9FcC1BcLAt0ivI1c8TIQ3UweJQaYgc7DuhXzqINpRm7mD"
    "6EApRx54scIyipkLc31FvHhrQpkha9IeEf8JTBpmulmM/0l1l3g71wnV9CmxZU4ck3nb4h"
    "3D+2c5NfVpJquwh/sO2Do+nMw0g5KfR0HNulE7EAHTd6xxSjRL3OIvyFEgR4EcRSW/oXwn"
    "K7sNo1K4/B/4HvDWl+7dde/uc8WhGohdEP/LgD10+w9/yEPBtwG77t70fu/K7eDrr3C0Iw"
    "90VNgc7nP2ohcyC4fkGsopuf2REO92ZXds2VBm9LtbI3AqIoZhUyqzd1hCLv9VOsxiYmVK"
    "yE1MZvJprW5PiOLbrfLb7dC5pa1Ama2mICblMP4pQR/7ZnJFWBNiqHgnYQVWoiqmERkEtJ"
    "jIDMbf9ojMbuSKh4nwZiIz8dZujjCTQ3ILGHeD6zQW2ci7qyA/vB7c+fxwdPxv5oej799m"
    "fvibjOGSGHGZt5SLb+kgsexmsoa9h6+cPUYELN0VmVGNiWaWdURGfA4a7pDTP2UCC5lEVe"
    "OuTw77STY4GVPdntFIBJoMMhMnJsJsNiCbKnFtSOchBrMDjDJkW4d87JBrg7umZQEhbFEv"
    "OYYPAdzQnkzahNvencRlppAZQxyfmZxTQzygAY9nsqE2dOzliEgznQ+YEVLTT+ILI4u5lz"
    "oj/AnykprjQNE1JJWRVEZSuYIaJt4tDjdOYZ9LpEUk9kehHe8IxG1TaEix5EPdXIplMTdq"
    "9npcEntdlV7PYFz8p4/0umNlO45yutprrnK64JoRTyflIp5OiiKeTjIiniIqbRro/N2+Cb"
    "H976aP6AfjhWm5JuNHcL+3UAV2k0EFdPWJ+GXV0tckxHA3dv0eMDlol8LiSeN/adsCaJZj"
    "sUTlEh0wFoK7eiUCM2a/0F/e39/EoL/sJcsUf7297D78fCz7QTQyPU4irdgZJoffX2eNT4"
    "iiF0WdNT2tysVoiApWUUoOwwtSGxzWFFTGpGU+5W9xiMk1ae/ILycnp6cfTt6dvv94fvbh"
    "w/nHd2uM06eKwL7sfQa8Y2+NUsWtfAr1QfoaW/kcq9+gXYZhdcK2G/nVDnEgvRKEt/rsqZ"
    "d5GBhPYCJl0KrMgBwhHIHkJDPboZ/Ikyw/NaVsLQd7pdME7Q7vg6ymejwaspoq9QYuNW+6"
    "1MSzDlYHP5RB4GsDjwR0foccJhVZhoDGGCUMqVE28KNMSM2bWiWPVMx9RZEffoNSVgkP25"
    "aI+oCatWLgeAEZRmwbnsbWARQX8jSjSwrhDkv7iPTF/+JZZPUg0NigaO7SMV1KRi+ataCj"
    "tozVgBkPgjRSdsre7jxgtphxychXKYe6pZmzoQ8WH8mgDiiN0oZdiXCvpe08U2dt/mhjew"
    "ExJ/Jh0Q5COwjtoCrRHfBGVnFSrgUa6KY8LpuXoSgtQ9JHifp2nSGskn5dyi2ACjYq2Khg"
    "l1Sw//X/19JMBA=="
)
