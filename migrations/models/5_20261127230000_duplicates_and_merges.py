"""Duplicates and merges: who may be one person, and leads that went into others."""

from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True


async def upgrade(db: BaseDBAsyncClient) -> str:
    return r"""
        CREATE TABLE "duplicate_group" (
          "id" UUID NOT NULL PRIMARY KEY,
          "tenant_id" UUID NOT NULL,
          "state" VARCHAR(9) NOT NULL,
          "weight" INT NOT NULL
        );
        COMMENT ON COLUMN "duplicate_group"."state" IS 'NONE: NONE\nSUSPECTED: SUSPECTED\nIGNORED: IGNORED';
        COMMENT ON TABLE "duplicate_group" IS 'Leads that hang together by pairs of one state. Follows from the pairs; its id from the group''s first lead.';
        CREATE TABLE "duplicate_pair" (
          "id" UUID NOT NULL PRIMARY KEY,
          "tenant_id" UUID NOT NULL,
          "reasons" JSONB NOT NULL,
          "weight" INT NOT NULL,
          "state" VARCHAR(9) NOT NULL,
          "group_id" UUID,
          "high_id" UUID NOT NULL,
          "low_id" UUID NOT NULL
        );
        COMMENT ON COLUMN "duplicate_pair"."state" IS 'NONE: NONE\nSUSPECTED: SUSPECTED\nIGNORED: IGNORED';
        COMMENT ON TABLE "duplicate_pair" IS 'Two leads that may be one person, the one with the lower id first, or that somebody said are not. Its id';
        CREATE TABLE "merge_record" (
          "id" UUID NOT NULL PRIMARY KEY,
          "tenant_id" UUID NOT NULL,
          "at" TIMESTAMPTZ NOT NULL,
          "absorbed" JSONB NOT NULL,
          "before" JSONB NOT NULL,
          "after" JSONB NOT NULL,
          "lists" JSONB NOT NULL,
          "moved" JSONB NOT NULL,
          "told" JSONB NOT NULL,
          "changes" JSONB NOT NULL,
          "undone_at" TIMESTAMPTZ,
          "kept" JSONB,
          "by_id" UUID,
          "survivor_id" UUID NOT NULL,
          "undone_by_id" UUID
        );
        COMMENT ON TABLE "merge_record" IS 'One merge of leads into one. `absorbed` says who they were: id, number and name. `before` and `after` hold the';
        ALTER TABLE "lead" ADD "merged_into_id" UUID;

        -- A lead that was merged away is there, and nowhere to be seen
        alter table lead add constraint lead_merged_into_id_fkey foreign key (tenant_id, merged_into_id)
          references lead (tenant_id, id) on delete no action not valid;

        -- What leads are matched by besides e-mail addresses and phone numbers, see leadhub/duplicates/likeness.py
        create table match_key (
          tenant_id uuid not null,
          lead_id uuid not null,
          key text not null
        );

        alter table match_key add primary key (tenant_id, key, lead_id);
        alter table match_key add foreign key (tenant_id) references tenant (tenant_id) on delete cascade;
        alter table match_key enable row level security;
        alter table match_key force row level security;
        create policy owner_all on match_key to leadhub_owner using (true) with check (true);
        create policy app_select on match_key for select to leadhub_app using (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and (
              (select current_setting('leadhub.reach', true)) = 'all'
              or (select r.id from lead r where r.tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and r.id = lead_id) is not null
            ));
        create policy app_insert on match_key for insert to leadhub_app with check (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid));
        create policy app_update on match_key for update to leadhub_app using (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and (
              (select current_setting('leadhub.reach', true)) = 'all'
              or (select r.id from lead r where r.tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and r.id = lead_id) is not null
            )) with check (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid));
        create policy app_delete on match_key for delete to leadhub_app using (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and (
              (select current_setting('leadhub.reach', true)) = 'all'
              or (select r.id from lead r where r.tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and r.id = lead_id) is not null
            ));
        grant select, insert, update, delete on match_key to leadhub_app;

        -- Keys, row security and rights: a pair is seen by who sees both leads, a group by who sees one of its pairs

        alter table duplicate_pair drop constraint if exists duplicate_pair_pkey;
        alter table duplicate_pair add primary key (tenant_id, id);
        alter table duplicate_pair add foreign key (tenant_id) references tenant (tenant_id) on delete cascade;
        alter table duplicate_pair enable row level security;
        alter table duplicate_pair force row level security;
        create policy owner_all on duplicate_pair to leadhub_owner using (true) with check (true);
        create policy app_select on duplicate_pair for select to leadhub_app using (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and (
              (select current_setting('leadhub.reach', true)) = 'all'
              or ((select l.id from lead l where l.tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and l.id = low_id) is not null
                  and (select l.id from lead l where l.tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and l.id = high_id) is not null)
            ));
        create policy app_insert on duplicate_pair for insert to leadhub_app with check (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid));
        create policy app_update on duplicate_pair for update to leadhub_app using (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and (
              (select current_setting('leadhub.reach', true)) = 'all'
              or ((select l.id from lead l where l.tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and l.id = low_id) is not null
                  and (select l.id from lead l where l.tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and l.id = high_id) is not null)
            )) with check (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid));
        create policy app_delete on duplicate_pair for delete to leadhub_app using (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and (
              (select current_setting('leadhub.reach', true)) = 'all'
              or ((select l.id from lead l where l.tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and l.id = low_id) is not null
                  and (select l.id from lead l where l.tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and l.id = high_id) is not null)
            ));
        grant select, insert, update, delete on duplicate_pair to leadhub_app;

        alter table duplicate_group drop constraint if exists duplicate_group_pkey;
        alter table duplicate_group add primary key (tenant_id, id);
        alter table duplicate_group add foreign key (tenant_id) references tenant (tenant_id) on delete cascade;
        alter table duplicate_group enable row level security;
        alter table duplicate_group force row level security;
        create policy owner_all on duplicate_group to leadhub_owner using (true) with check (true);
        create policy app_select on duplicate_group for select to leadhub_app using (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and (
              (select current_setting('leadhub.reach', true)) = 'all'
              or (select p.id from duplicate_pair p
                  where p.tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and p.group_id = duplicate_group.id limit 1) is not null
            ));
        create policy app_insert on duplicate_group for insert to leadhub_app with check (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid));
        create policy app_update on duplicate_group for update to leadhub_app using (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and (
              (select current_setting('leadhub.reach', true)) = 'all'
              or (select p.id from duplicate_pair p
                  where p.tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and p.group_id = duplicate_group.id limit 1) is not null
            )) with check (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid));
        create policy app_delete on duplicate_group for delete to leadhub_app using (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and (
              (select current_setting('leadhub.reach', true)) = 'all'
              or (select p.id from duplicate_pair p
                  where p.tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and p.group_id = duplicate_group.id limit 1) is not null
            ));
        grant select, insert, update, delete on duplicate_group to leadhub_app;

        alter table merge_record drop constraint if exists merge_record_pkey;
        alter table merge_record add primary key (tenant_id, id);
        alter table merge_record add foreign key (tenant_id) references tenant (tenant_id) on delete cascade;
        alter table merge_record enable row level security;
        alter table merge_record force row level security;
        create policy owner_all on merge_record to leadhub_owner using (true) with check (true);
        create policy app_select on merge_record for select to leadhub_app using (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and (
              (select current_setting('leadhub.reach', true)) = 'all'
              or (select r.id from lead r where r.tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and r.id = survivor_id) is not null
            ));
        create policy app_insert on merge_record for insert to leadhub_app with check (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid));
        create policy app_update on merge_record for update to leadhub_app using (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and (
              (select current_setting('leadhub.reach', true)) = 'all'
              or (select r.id from lead r where r.tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and r.id = survivor_id) is not null
            )) with check (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid));
        create policy app_delete on merge_record for delete to leadhub_app using (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and (
              (select current_setting('leadhub.reach', true)) = 'all'
              or (select r.id from lead r where r.tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and r.id = survivor_id) is not null
            ));
        grant select, insert, update, delete on merge_record to leadhub_app;

        alter table match_key add constraint match_key_lead_id_fkey foreign key (tenant_id, lead_id) references lead (tenant_id, id) on delete cascade;
        alter table duplicate_pair add constraint duplicate_pair_low_id_fkey foreign key (tenant_id, low_id) references lead (tenant_id, id) on delete cascade;
        alter table duplicate_pair add constraint duplicate_pair_high_id_fkey foreign key (tenant_id, high_id) references lead (tenant_id, id) on delete cascade;
        alter table merge_record add constraint merge_record_survivor_id_fkey foreign key (tenant_id, survivor_id) references lead (tenant_id, id) on delete cascade;
        alter table merge_record add constraint merge_record_by_id_fkey foreign key (tenant_id, by_id) references member (tenant_id, id) on delete no action;
        alter table merge_record add constraint merge_record_undone_by_id_fkey foreign key (tenant_id, undone_by_id) references member (tenant_id, id) on delete no action;
        alter table duplicate_pair add constraint duplicate_pair_group_id_fkey foreign key (tenant_id, group_id) references duplicate_group (tenant_id, id) on delete set null (group_id);

        alter table duplicate_pair add check (low_id < high_id);
        alter table duplicate_pair add check (state in ('SUSPECTED', 'IGNORED'));
        alter table duplicate_group add check (state in ('SUSPECTED', 'IGNORED'));
        create index match_key_lead on match_key (tenant_id, lead_id);
        create index duplicate_pair_low on duplicate_pair (tenant_id, low_id);
        create index duplicate_pair_high on duplicate_pair (tenant_id, high_id);
        create index duplicate_pair_group on duplicate_pair (tenant_id, group_id);
        create index duplicate_group_likeliest on duplicate_group (tenant_id, state, weight desc, id);
        create index merge_record_survivor on merge_record (tenant_id, survivor_id, at);

        -- Who may be the same person, in reach or not: at most so many for each reason, and four times as many whose names are
        -- still to be compared
        grant select (tenant_id, lead_id, normalised) on lead_email, lead_phone to leadhub_lookup;
        grant select (first_name, last_name, deleted_at, merged_into_id) on lead to leadhub_lookup;
        grant select on match_key to leadhub_lookup;
        create policy lookup on lead_email for select to leadhub_lookup using (true);
        create policy lookup on lead_phone for select to leadhub_lookup using (true);
        create policy lookup on match_key for select to leadhub_lookup using (true);
        create function leadhub_match_leads(emails text[], phones text[], keys text[], most int)
        returns table (lead_id uuid, reason text, first_name text, last_name text)
        language sql stable security definer set search_path = public, pg_temp as $$
          (select l.id, 'EMAIL', l.first_name, l.last_name
           from lead_email e join lead l on l.tenant_id = e.tenant_id and l.id = e.lead_id
           where e.tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid)
             and e.normalised = any (emails) and l.deleted_at is null and l.merged_into_id is null
           limit most)
          union all
          (select l.id, 'PHONE', l.first_name, l.last_name
           from lead_phone p join lead l on l.tenant_id = p.tenant_id and l.id = p.lead_id
           where p.tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid)
             and p.normalised = any (phones) and l.deleted_at is null and l.merged_into_id is null
           limit most)
          union all
          (select l.id, 'NAME_AND_COMPANY', l.first_name, l.last_name
           from match_key k join lead l on l.tenant_id = k.tenant_id and l.id = k.lead_id
           where k.tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid)
             and k.key = any (keys) and starts_with(k.key, 'n:') and l.deleted_at is null and l.merged_into_id is null
           limit most)
          union all
          (select l.id, 'SIMILAR_NAME', l.first_name, l.last_name
           from match_key k join lead l on l.tenant_id = k.tenant_id and l.id = k.lead_id
           where k.tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid)
             and k.key = any (keys) and starts_with(k.key, 'd:') and l.deleted_at is null and l.merged_into_id is null
           limit 4 * most)
        $$;

        -- The lead that one was merged into at last, in reach or not; null for one that was not
        create function leadhub_survivor(lead_id uuid) returns uuid
        language sql stable security definer set search_path = public, pg_temp as $$
          with recursive way as (
            select l.id, l.merged_into_id from lead l
            where l.tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and l.id = lead_id
            union
            select l.id, l.merged_into_id from way w join lead l on l.id = w.merged_into_id
            where l.tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid)
          )
          select w.id from way w where w.merged_into_id is null and w.id <> lead_id
        $$;

        revoke execute on function leadhub_match_leads(text[], text[], text[], int), leadhub_survivor(uuid) from public;
        grant execute on function leadhub_match_leads(text[], text[], text[], int), leadhub_survivor(uuid) to leadhub_app;
        grant create on schema public to leadhub_lookup;
        alter function leadhub_match_leads(text[], text[], text[], int) owner to leadhub_lookup;
        alter function leadhub_survivor(uuid) owner to leadhub_lookup;
        revoke create on schema public from leadhub_lookup;"""


async def downgrade(db: BaseDBAsyncClient) -> str:
    return r"""
        drop function leadhub_match_leads, leadhub_survivor;
        drop policy lookup on lead_email;
        drop policy lookup on lead_phone;
        revoke select (tenant_id, lead_id, normalised) on lead_email, lead_phone from leadhub_lookup;
        revoke select (first_name, last_name, deleted_at, merged_into_id) on lead from leadhub_lookup;
        drop table merge_record, duplicate_pair, duplicate_group, match_key;
        alter table lead drop column merged_into_id;"""


MODELS_STATE = (
    "eJztXWtz4siS/SsVfJm+EVxHtx/9cG9sBLaZHvb60WvTM3d22QAhFUZjUWJUwjR7d/77Vp"
    "Yk9H5hwIU6vxgsVUriVKkq82RW5r9aM9ugFj/qUMfUp61z8q8W02ZUfEmcaZOWNp+Hx+GA"
    "q40t2VQL24y562i6K45ONItTccigXHfMuWvaTBxlC8uCg7YuGprsMTy0YOafCzp07UfqTq"
    "kjTvz3/4jDJjPod8qDf+dPw4lJLSP2qKYB95bHh+5qLo/1mPuzbAh3Gw9121rMWNh4vnKn"
    "Nlu3NpkLRx8po47mUri86yzg8eHp/N8Z/CLvScMm3iNGZAw60RaWG/m542F4rDUc3t71hw"
    "/d/nDYqgGQbjMAVzwql7/+ER7h78fvTj+cfjx5f/pRNJGPuT7y4S/v1iEwnqCE57bf+kue"
    "11zNayExDkF9pg6HR0oheznVnGxoIyIJfMWDJ/EN0CwCODgQIhyOqn1APNO+Dy3KHl14NY"
    "7PzgoA/bVzf/lL5/6NaPU3uKUtXgPv7bj1Tx175wD1EGV4qWog7DdvILrv3r6tgK5olYuu"
    "PBdHV9zRpd6rHUf4Px7ubrMRjogkUDZM3SX/RyyTp+aKA0C7AFwAA6484/xPK4rpm5vOP5"
    "NwX17fXUhwbO4+OvIq8gIXAnqYoCdPkdkEDow1/WmpOcYwdcY+tvPapk/NjmfJIxrTHiWQ"
    "8Ivh9/lLVvcZOjBjLfNOFC5ldN2kbCVr3TFK9KnGHukRGXH654g4JqecjFfEFqfm1CFiJG"
    "nMbROTEd2ezUyX2I5BnaNWosteeq0tr53fvvWuaiyei4VpHIHMJq9F+Rra+rfJgumAOrGo"
    "ZkwX46Mn0z2Cu37w/v57a/8vjXw/Tt7/LfkuSByKV1avJ4f1kI8JbbMDqsxLOV0g35+jof"
    "9o9mQo3hfbUbI3QvTF25XG/cJ8zFUYfYFyjfEAVgFfafx0fHxy8uH47cn7j2enHz6cfXy7"
    "1h7Tp4rUyIveF9AkY0tEoFpGBjxgVkPLCdo3UM15X0XLeZ+v5LxP6Th8Mf6D6u6wLshJuQ"
    "aCfVoF7NN8sE9zwa43d8el9j15v45SWWNGlqvG8En8hlqmUEyqgaP33XEVg+g43x46Thmb"
    "ErJ6Yzcq84KR62t1qiC9pYGbYVleCQxcc0Zz0Mw0LH2Ro+DLAQ7dAkD7vZvuQ79z8zVmY1"
    "51+l04cyyPrhJH37xPDOv1Rchvvf4vBP4l/3V320320rpd/79a8EzawrWHzF4ONSOKSXA4"
    "OBTr1lzmK1dFzCe+qqmJir0d26EWIzSMtGx5LRomFEEa5jBpmL40C1sZPIx/pl1ExLhhm1"
    "ImpudyMlobyCNicmKKQ/aSEdNoE24Td6q5kklxFhYl9oQ49pJwqi8c012JL84z5YSK13hF"
    "5BOkGZod3QOZG/UWeGRuVOqN11yXN4L83aGsyg6FXz6sr8XGJRuozbbEDzTumLXyZ7UD0W"
    "79CbhQuV3MjQ17PS6Jva5Kr2fYNP7TR3gra/FYixz022+HVnndOIkdU4Lyswa0QfsGMlbH"
    "lXz4xwU+/OO0D5+7mrvIsB0B4S5bzCTKPfFUGtNpeiCvpfeHd6tz2e/92q2pTPlS58T7HL"
    "CHbw9fu7dX3atzsv46YMLwe+jdfjkn/pekofI6zCLM+P8rbJ9aXp6IzB4751v/cldqbsLV"
    "c1rF1XOa7+o5TYWzLByHMn1VB+WozD5RfrjaD8onFUA+ycX4JAmx/7QCwAVznVpIZ4juFf"
    "D94F1l6sifOVITx0zjT0OIuRIGKB9ObGf4bNKlMNvSyF/YtjBhWTb4hddJdMNYXGhX/bA+"
    "sl8r+uLu7jqmil70El752283F10xq8uuEY1MN+KsV4QxvKGzseTAUoyhf6ZdxBjOwjaljG"
    "EHQqq4zSCaCig7jwj5DP+6S9v/lxN3SldEc6g86F2fp6nBl14MOUD1WCfkAFXqDeQAkQPM"
    "xBnZIOQAsdercYB0pplWHYNmLdBEquqsinUuWhVs5knZ50gF7pYKdIQBuCkRGMiqjHXr7r"
    "fb7v05kR8D1rm66d2eE/kxYDed284XOOt/Eee/dG/74jx8DNivve5vcNr7VIMWPEDutnf7"
    "a6/frUteBWLnxP8ieqcCnatGL1kad4fcfGRDk22gE2SIb0ExUCwk7nD1gLT65/EvdQOB41"
    "IYCpzBmqUgTuP7s+1Q8ar8g65Sc18C0hTzdZCwhkcjD+BoyzWXlRhXAgDxs6lHTl52Hi47"
    "V93WX69DRz5QYeRmBjD6Z9pFdCQP25TSkf0pJVONTyFqUCOe5BGBo+L6lqlrkryZaSuydE"
    "yXEtMlGjMIg2hCAhaLOHIuJEUvmmKQkDXfo9uzuSZGbZq03M8tkdpUbdJqI7WpVG+E6Odv"
    "gCpXlQ9hG1Tra+fh4be7e6EAB98GTKrLnX7v7tZXneX3Abvv/nzfffjlnPhf4Ii4LvwvPo"
    "R2/bU3/Ef3d6Fee1/U0KRhQk13YZ9+z+Gmg/Yqd9tWVOTuP/sx7Ti1tWGtIV/f3X4Jmif3"
    "OyjjqOxTbZalF8jjhVqBG7So4KJkQlw6EaeBT/EnLlYhKjcXwIUyfZEVpXBlVm8twJVZpd"
    "5ApyM6Hfe9hh6o+wmdjj9ir1dxOqJLbLcuMaBaaisGMSFkcguZXA+rLRC5gW1wkJiW07ix"
    "MaUSiwu45weWRs62y+y2YZ0I09+mNlnazhMHW2w5NfWpNL7SFltRQzTSVJsp2mikKdUbkR"
    "davpx1nZpRIUzMldzVBZNe3eG8FkE4izWLgArcj16hKKTlikVkRGWrFelJYAuoVna7Hyyu"
    "salPJYWtszBMtyu30GXVIwjPFipsGrQb0nXDSumcZfMjMgK/zIjoNtB4kkiXJ6QD3A385m"
    "M6EYOKmO5nwiklI38BFb+SmUI6O8fztm+ACqJqEz4qiGr1BiZ+jnL4e078jAkyGxlAWpaw"
    "tzxe5XCS97ZuurBx+px4n+nIkwF7+P2h3705J95nct1/nUgUTPW73cVDYDGmU82aiNWuDq"
    "ZJOcQ1NU5rFpkKJVSeNjb0EW2/PIC9cHU7zwdXPlFHxFWGu3UllrpzAn9l7OC3B9hn43/Z"
    "ZEb+WKEfPuZ2w8fUzjWq8XrDPJTYCHfFJos4uGeVPKFnBZ7Qs4w8Ya9ZB0NpuBtXBkMxtL"
    "ezEmKS9L0mSY8pIYYhzubsU83RQkKRBk4YVQpdnubXuTxNlbl0qPiZPHvCKFoDo1LNw3n7"
    "GQKzNyBcmExzVrW2IIxXrjexNGfquPBng/XUIXC86N127n/P3oVwkTF7XPze73bU2YdwTy"
    "fiwaZ9+4myVoazJHa+XeQucbyWQ3fdtJLDxDLZU7CDkEPE808c6lia7DMZLbiM2ZSlEpZT"
    "ymAL4VLjhH731i2DTGxHujsY/e5m+0u2fH10l6inAaG7RKXewCj95sZrV4nSp9/nprjaBr"
    "0el2xgrx9IL1fy4PhrZ90+johhiheV+9fXluoSNDEpjN8rjt/z0UoDXDvY7CG80mECWx5t"
    "Fh9aKoWbBeBnpnlZ90tRnpewUYVN3RNtZlorWR7OM7mINLm4Vz5uTB81RpamO5WZpCGr1t"
    "/B2HHos/0kOgJsHMoMTjTLkvu5pzRjS8HO7oL2k2rzUxvtJ6V6A+0ntJ/Qfmq8fi1Xyo1e"
    "7rgkWlGH0MtjqmvC9K3nukqJNs9/tf3AAvTE7toTi9skd577FfegBePnYPeg9diz6WpuDi"
    "8QOdsuogbMeLsK7IAwx/8O6z5ZaivIBwAeTA0KS4kLUcOvGvVZVp6XBr0sQ8/IyMvfOmrL"
    "nWPUyKIEtnlp5AFUm4/ayAMo1RvIAyAPgDxA4y1ETdfpfLO3OyGKTIDK/Yx8z4/Qy74uPB"
    "yvaipLKUHc3ICsww4gRdZhT6xD9qywT3TVnAbKwU1NhSrROl81zpe2Y9xTnl3YJ96gXUTu"
    "zP2mQ2fdtg7BM6fOzJSRI8S1ibgC0UhwyTZ51izTi1/XCJ/ajkukmlBE62x8QSRzVJvm20"
    "jmKNUbSOYgmYNkTuPNPwyKb3b/ohGKRqgydpKyru/O3BT91MpKveqdaRemXZ2bwydaMeVq"
    "h4imXhw6120xBCHYHBzQ9pK1ib4QJoxLqKZPiZhjyVg0heh1aCC1KWHMQH1Sw4YAdZZlHG"
    "378mgqqTYZtdFUUqo3sGgaFk3b95rbYMsTi6Y1rdczLBUsmpYfAL2TomlTM6uiVz6+QfsG"
    "4rv9zMOeqp2GNz+NXSiBWexekMUOWcpNukLxtSGtElgad4cbUpVJWeQrVe5pDDr7EXo5MM"
    "9qB52lBJGdLmanQ8CQoa7AUKfGl0os9bXo+XsvRXoGUx052y5iqy3RbhhmWq9S1XUlmTlO"
    "NIcSEM8q6JrZBrlj1aaKNnLHSvUGcsfIHe97NTxQFhG54x+x15E7rsdtVuKO3xVwx+/S3L"
    "Hm6FPzebMdf3FRNMvVeY282TNlO77SLgVzTi2T0VbWBoXgXLtwb0K0VXkYDiO2Y1CHGjI3"
    "xMSxZ2RiOtwlon9dIQobCjRiUN0EHSsj0GaDC6A5pJ4CjuaQSr2B5hCaQ6gYozmEvY7mkL"
    "LmkOguM7uCb+7aFBXZ3+K0S5i3vD6ZfP2MKVQvbFuoMyxH1Y0JJiu6Ccldgbs+sueKbnd3"
    "17F56KLXT4zdb1C0/c07OaRFI9NzXqUxR7MezfpdF5pwtcdMm9470S4sMrFuUmFTDXfp3C"
    "uaF/AAR2QENfCG8jLCIOMjcguVHzTLspecUGEurIg86Zd7CCXTxv72r49cgHrWJ3IBKvUG"
    "cgHIBexdrT1MqxC5gB+x15ELeH0uQBdoPNpORnQlYNxli1kqtjI+o0bkVca8dfe1e3tO4O"
    "+A/ee3znXv51736pysvw7Yb3eigfgzYNd3D/1zAn8H7Kr3EGke/S+pZb/O1h0kc7avYMwd"
    "e6yNTct0M96LfFjjUohsBrKO7QrVfahNXOoMDW2VsecsF99M2Y1QVoyr2TrI9M+F6QiFx7"
    "cEUxDnb+vLEN3//r6I6TdemJZrMn4E93sNK28nu/7ivEud/klLvqh7FHsR9t0PSCA3l0CO"
    "rec+cVmT/0qI4Vat4q1a0QC2F27UikbMHSa05Vu1EqNLpY1alwvu2p7h18rwfURPt4s8IL"
    "ps6P/kdsVa29DYK3kNPgeP6CXiZacGRCRCpi+5UeszGT3R1UhWvBLH4BFl6Ss9fDg+yiyz"
    "vfUboCtEtVmqja4QpXoDXSHoCtn3QnygpDi6Qn7EXq/iCvFTtFb1hPjNVSblN3SEbL+ENX"
    "qZdutlehI/bVMPUyCrMtatfvef/XMCfwfMi188J97ngMHccU7g74BB9GO3c3tO/C8DdvnL"
    "Xe9SnPc+1fAp6VPb1Ovlg4uIIGGMRKUaXJbiK7xSka7XQm96sBeOTltZyXnCs+3C5Dyi3Z"
    "CHDSsk56GQcEem3tHtGZUbUbPy8+Q1Q/JFPXMfyReVegPJFyRf9r0oH6gZjuTLj9jrGIf6"
    "+gwBWjho4ezYwulrj60M0wYOt4tsGtdvUMF5DXV7PddymEx0pjlPkGTHdKdZ7ugqImjjqK"
    "dVo42jUm+gjYM2Dmq7aONgr6ONsw0b56yKiXOWb+GcoYGDBs6+DZzud5c6TLN6mVG7kbPt"
    "InOH+u18XbSKC0cYLxqzwTQhfMVdOiO6ZllcmDWmF0z7mXhDDQJoo0G3M5s9EkuMbc/4yf"
    "L7bPXaaEipp7qjIaVSb0RqAsq3rY4+EEo0UCPYCeuZmGurAp0QayDaOykhavIhrAdppMsS"
    "9AVSe8zOF8zuB5ucT0aC1Ju6IyK41654rx1AlYa29j67a/8yhwlp+R67yIhSaX+dhD0nyq"
    "pYOQ/6vVwrf7BndGwbK7Kc2mSmrch4sToiIzEi3AUfEYfOqeZyqTEHOVwgzx9sdZP7y9uE"
    "255fQmNE9rNoxwinjtCoTfdzSlXf9Q0HbAS+EnGpqS1AFrcRTTkF45hMRHvYpkfG4pbSZo"
    "DvVIc9e8spZfDvUoPQMfZMHTHOYVcfgxSHRJ9qTHQS0R7FQDoiHam4ec8hJAZsRh04LQaZ"
    "vTZEIE2ieOYVJxr3L90mE9uRP04KwE7CMRWWiSHatoWgd0d7KePYvJOcUnYuf79p+M4fFx"
    "CgA8YXzrP5bDtotKDRgkYLen/Q+6OcDnKgfgD0/vyIvV7J+7MIiiNX9v+sJRrJQFQiIAr4"
    "hyT9IKtrDes62eJSGwGtmLdnD7yapW2AdEwIga4E9B/2eOiarlUL6JhQ84DeCXep27O5xl"
    "a1B3VSDuGuBPeSjjlQmzWQjog0D+SzSiCfFYB8lhHzbRhCfam1zTgigokPN99PbNm6Vm/O"
    "DiWaN7hPziqM7ZOz3KENpxK+U7kDVjy3q5lWLRdqUrB5aO9kKlm4GZ7q/GnEb45TyOZTiE"
    "Mn1HHqGYxRmeYNbKFGVNREClWRDGOGGeIphnO/nFR1eyYuh4hXRdxLsMxN33dahwFLiDaQ"
    "AjtcyivNdHrOyeyXqjwzUSitMv/V2MoXXLedjPcz19Ozbo81AzJqBmgu3G7DNyGUVniRaf"
    "1yJ8a2+CMGfOf+Rox48XfALu+uxfCGv5sM69MKo/o0PxNdKiCQi1XBc6HM7AXLcsBQXbSw"
    "cgIDM8STS5Anf+RfR5ne2cb6c9W97N10rt+8+9Q+TQSoRdMC5kGuL4RyyvRaWRazpRV+Cz"
    "a1kauYyPkWcirhItSxmNhQanS4mG/gacy8AO6MUVnZkv4VTXfNZ9NdbdDlWfLY4yr3uOe7"
    "FBec2wLMTQIKsq+Ava5yr3sFEurQcaGEGrlD4baNyR0Kt6dZmmRBf4QiSJFujrwB74gLYe"
    "ouhGqnOqBw20laeI+7T9ZHDnf7iQ3BHHY9F25MqHk6/K7oUm9fxSbLe1wSl3Wll/Vg78Qm"
    "0cAJWexplXtabrNJd3FfmNw5oS+BwP548NYrqGeQ3r9YSVj34/Xd7ZegeVJzyA7sqrdhJC"
    "71gh0jh/Ma1dgF4itNtTGNSiGmKUz9KXxcf7CmRBHdpAqVkwQgH9WICKKZofw7VOMClJpb"
    "0FOSiG0cW28/7BD2w9bENi2J2MaxtZfiN9dENSqDeMbxxLrPu8kM5AWp1gM1JoQDNSvgrC"
    "agERkcoglAXarNau/BX4vg8CxMPhPWd4pju1H6mbCq1EEiW56DJjbxZWehyVqztgDv18il"
    "DnMWKEc3sVaX4yunzS2A+xBcp6nIRteXclilGroFWG9osKe8odNBVF8vhxUWpS2g2vcv01"
    "BMI0t3OaQRE38bS5i42v36Yg3FN82KlMMcJf1wXijHOIMkrQKydANsAd/L8EqNBTjqMqk0"
    "gLPDNjbAdn2lxmIbdZ2UYwvc9RaAvaIHHMBejmqE4S+HNMKubskyazCyaSpatfSg3RlsAM"
    "/JEeqdbJcWYqbrduW1yxihf4fmxE+xALk5NZkQ8ByyXML4MLxEll7OS1MWYp5rDjUyypq9"
    "9GqY81I1PggEMeelOr0RyXmpWYtaYY5rAZW3rW4Y43hSKW/bSUHitpN05jZmOzPNMjmtla"
    "U/LtVArI/Pqux+FK3yo0nPUjsgxWA33XopXKMi+8vhukuYt7y51+RDYVuaonHGAC4rfhCV"
    "xBD0GiHoAruxLVaZTUCPCCLmWHVCEccfVp2oRpeqW3Xiq+gO2soxK72T7VKzcr5uV6Ektm"
    "xMvFTBoRX4mYxC9WgE5l/36N370zaxHXILAl6hBGEZ6vbCMgizXb+eAnW4a9tZNudOb4UG"
    "qWrzVBsNUqV6Aw3SPVWSfTVrVDG2d9f52tESRUsUrSK0itAqarpV1NceWzk2EZxql1pErt"
    "+qQq1sU596JeZ0zXFMCnXs4JC4Qlb165LWaJWoNk+00SpRqjdwEdzVDgvtse5IXksgmKhR"
    "7EOjSIzXLUDqqwNNRTR8RVVS0eRWi0tZpzdLTYueLlTVvB0NetiyVF27k4V+6Txkk38SKp"
    "i2OiK34hm4DGDyixmDcqY5lDzRuStDnKZ0RZbUoWFd44n5uBBzAPGq+9KUurfTuw2YI5br"
    "mbiVF3bl6FPzWfyHeiTqkahH1lB8Jo49G26yYTcliNtMM5CtXR8zKtQ8WnsnVRslZv5Kkp"
    "PtvDznf+oiCoPf2BoYrr3RVJQQQ3ssDWvdeSgi0kAv5k6mIQHZSyehxCVURr6xcxCn4oYG"
    "H5psmLO5/sJ8zK/KkyHdoAI9n46PT04+HL89ef/x7PTDh7OPb9cu1PSpIl/qRe8LOPZivZ"
    "L29NVPzbq1hKyqTWAFWB5cRtbaKRcx0WLOyo5eACSuX51mrUVcY/qEKpCWJE14HeI6SKqQ"
    "QVpH8i3kE9aR9A5VQq395m3yJNYRRlwggiG82bYo8Ti2IzKSubpHRBw0IJpAcwmnQAaTie"
    "hiuRd3vMoKrt7uxZFwVm1WbyPhrFRvRMKpqcPrhaFGJPYXhfpuRyBuOwRVd6i2YRWLmGQD"
    "TaaW+IHGHbNW/qx2ICaUPwEXWlCLubFhr8clsddV6fUMw9l/+shWiZokboMZ3OOqtZ+KSj"
    "+lKj/ZM3G7OgiHEgq7izaF+KxKlVzRqiAfQqpS7pKOuVmvjFlEpHkgn1Uax2cF4/gsPY79"
    "LEVpkPNrJEZEsEbi5jUSvTikjRbmhCjWFFNnIU7rX1hTbMc1xVKs7GtRXl6uy0zKa50Gs4"
    "jyChtVyS4gLF2bHZE7yKosAxshFzAxqG4akp0inFIgntoQJbk0XW87Df+8ORG2j1siPaYe"
    "IYP0mEq9gfQY0mP71scOlChBeuxH7PUq9NjEdKDged2I65hU8xiGncQ6WtoGSMeEEOhKQP"
    "9hj4eu6Vq1gI4JNQ/onXC/yJm9FmdmwITuDnMLVBTm0UkLYyqdGql0kK9EvhL5yi3wlRll"
    "jGqXlY9KYaAz1pLe6ZYwrCi7u7hxrGO2uzpmWJmzIrBYmXP7mJZW5nxVL+VX23v0PFeld7"
    "5dwV85nK+bVim1ta6K5ZBounL/YpsV3HrpNQdswJKZ0mV+9Im4ohZcU6aWwUTp6LpE1+XL"
    "dcon8UOzacryne+BrMqhqq3uTad3fU7kx4B9/UUY6+dEfiRnsEqhf1UC//LD/pIEJqapb2"
    "zdNMXUJSybdpDJ6uNVjavTUlEp3DFeZvnvv8q2osBup8z26xhUshJ3hiEVVOjON6CCUuCV"
    "NjhPYQjA3mNOLYtweyZsDMhhWTsYM3OH8/auLm0pjPZEkwlNJoz2VFrFwWjPhsX9YbTnj9"
    "jrVaI9cTP0bgPihIHiLjJiRqrxeaH0HgNIIBllzfU+lsYyK2HlJsxeFUIknw5JkSHazF6w"
    "rLlNKO4zzcoJz1oLJac1T+rIlz48+qkA3KvuZe+mc/3m3af2aSL2bY17aqDrC8ehTM9J2p"
    "qjLkRkmkfpVdn3n7/rP7Xnn36fUx2WWd2yOd1gmc68AAYcqrM4p3Uy2VMbKeJRQexjlfsY"
    "g4d/jH7G4GEMHlbvNarBsr2y56uRmGJANgZkq4UmBmS/SkD2a7i8Dxfbco83BrtjsLsSmC"
    "oa7H61mFsmVEn64tiLeSsrSiPeol0YrxG0HT6uG5eGbkBBB+7FjkP1VRKEOpDxisw10+EQ"
    "q27L8qfiykfkZ9uy7CUnUGNO5pmXjT4T0+XENMLD8hF+Eu0gJYV0bqcDO/Z8bwzmUE3NaR"
    "MM5lCpN+IesxyXZDWHmfL+ydatDHmHvwP28O3ha/eyD1Xc1l8HrPfl9u4ejvlfNvGffarg"
    "f/iU63/4lM45bD5OMxTU3BibUAADif0om5Rx9cqL/1exihWu/bJBxaV/HrQtXfn7S9uLif"
    "RW4Jm2gj1jsNx6eTTbci2F/2X4JPwjVl+xOsNSCytrGza0SVkIyBzbxopwzTRk9XNmu0ek"
    "J9fl1LK/rxsP2CShMAhh1ARQE0BNoIYm4FBNvJO1kklFRF6UTEq1xWff2aRwsX/5Yo9Krf"
    "pKrbTXa87vURn0GMTxnIpZoCacERHcF5dMEGov69alXUsgmCVlae3lFtjrxlelXY+ncocA"
    "vMkIaSmkkQmvHNM1n/5CUNNs/kEuT+XoRldnlRwuN9R5pPdUt524VZ9xul3Et8yg4dAJW5"
    "ayLXeMEikFPg2P/RD42UBzHJGRkLedMaT24dqKy/2r7pSuyJI69JyYRjtI8gM7XeGhhcyY"
    "TsT4G8lDI23iUsfb0QqSKc5lv7cfMG8tlA4c4G/4wnk2nwPWxnTljt5HyHg0AluQj2QrB7"
    "ia0B0krGe5E5dI2EXTmf0Mzxhv6l9pwMSn+FVBc/lc8EOFnCseaxQ6jHw5zXFWcA/4taY4"
    "CM8uiSJxYCZ+oHdhLrMtyT3CcAH6TJkrUWoP2OiJzt2Rd1JjkG7JFnCLu05cP4vTUnxQwx"
    "TvN+GmmBqQfUL2CdmnGrr3BuHYTd3/2KQw7GDBqcMqRmWQVnwBreit3HWgDyUQ+JdU1AQt"
    "qdaQDwQQ9hfALjXMOrCvBRD2F8AutfU6sK8FEPYXwA52TB3Ug/YI+gtA923FOrhHRBD6F0"
    "APVjfbZCd2TBB3bapsLgDPUufdCtpjKasXWAl1922OcctmNocRkJ818UyIoScxe+KvPU6T"
    "cjhcCz20wTDcgvur6T7FxBtb7lccb2MbZ+M3xI2rb+Bcv9uIazmuyYlQJUftb3Q8te2nju"
    "vS2dxtZfhqEy3aRe7apddW6Pph40oeWxdchFCrRVzSfKbO6jx0BTpUp3CMaIyDo9SQYenL"
    "6QrOOlT6/pjtn01vftv+5dGvqNqy2ka/olK9Ecm4uQgm94qh1aEAhlZnFd9FP20TiZeZaU"
    "G5F/ELs7Jm5b4sSTF8ZXJ2Iyy4QM3I8MXmQpuQ2ghZxRTWbQNLHSfLXM3PgLoWaF7607NK"
    "6ZTPCtIpn6XTKXs6Zx2EQ4nmQfzubSWMoVkuyN7JOMqBTVBTRUyIIW1YTG8FcG2BMPAt0q"
    "vIFQ8T4XLqIDHIFGQO1r2QTx1EO6qcO4gOlGrkgRcrLKOYuTDXV8SLtyaUGbIm7RHxn8Ck"
    "YaabxfgPqrvE27lOqKZPiS1z4pjM2xbvGN4/y6mpTzNZhT3cd8DW8eFkphmUvBkFNetG7U"
    "AETN+xxinRLHGLvyFHgRwFchS1/IbynaztNoxK4fJ/4HvAW1+7t1e92y81h2ogdk78LwN2"
    "3+3f/y4PBd8G7Kp73fu1K7eDr7/C0Y480FFhc7jP2YteyCwckmsop+T2R0K83ZXdsWVDmd"
    "Hv7gaBUxExDJtSmb3DEnL5r9JhFhOrUkJuYjKTTzfq9oQovt0qv90OnVvaCpTZegpiUg7j"
    "nxL0sW8m14Q1IYaKdxJWYCXqYhqRQUCLicxg/G2PyOxGrniYCJcTmYm3tjzCTA7JLWDcDa"
    "7TWGQj766C/PB6cOfzw9HxX84PR9+/cn74NxnDJTHiMm8pF9/SQWLZzWQNew9fOXuMCFi6"
    "KzKjGhPNLOuIjPgcNNwhp3/KBBYyiarGXZ8c9pNscDKmuj2jkQg0GWQmTkyE2WxANlXi2p"
    "DOQwxmBxhlyLYO+dgh1wZ3TcsCQtiiXnIMHwK4oT2ZtAm3vTuJy0whM4Y4PjM5p4Z4QAMe"
    "z2RDbejYyxGRZjofMCOkph/FF0YWcy91RvgT5CU1x4Gia0gqI6mMpHINNUy8WxxunMI+l0"
    "iLSOyPQnu3IxC3TaEhxZIPdXMplsXc2LDX45LY66r0egbj4j99pNcdK9txlNPVXnOV0wVv"
    "GPF0XC3i6bgo4uk4I+IpotKmgc7f7ZsQ2/9u+oh+MF6YlmsyfgT3ew1VYDcZVEBXn4hfVi"
    "99TUIMd2Nv3gMmB+1SWDxp/C9sWwDNciyWqFyiA8ZCcFevRGDG7Bf6i7u76xj0F71kmeJv"
    "Nxfd+zfvZD+IRqbHSaQVO8Pk8Ps3WeMTouhFUWdNT6tyMRqihlWUksPwgtQGhzUFlTFpmY"
    "/5Wxxick3aO/Lp+Pjk5MPx25P3H89OP3w4+/h2jXH6VBHYF70vgHfsrVGquJVPod5LX2Mr"
    "n2P1G7SrMKxO2LaUX+0QB9IrQXirz556mYeB8QQmUgatygzIEcIRSE4ysx36mTzK8lNTyt"
    "ZysFc6TdDu8D7IaqrHoyGrqVJv4FLzqktNPOtgffBDGQR+Y+CRgM7vkMOkIqsQ0BijhCE1"
    "ygZ+VAmpeVWr5IGKua8o8sNvUMkq4WHbClEfULNWDBwvIMOIbcPT2DqA4lyeZnRJIdxhaR"
    "+RvvhfPIusHgQaGxTNXTqmS8noWbMWdNSWsRow40GQRspO2dudB8wWMy4Z+SrlULc0czb0"
    "weIjGdQBpVHasCsR7rW0nSfqrM0fbWwvIOZEPizaQWgHoR1UJ7oD3sg6Tsq1QAPdlO+q5m"
    "UoSsuQ9FGivr3JEFZJv67kFkAFGxVsVLArKth//T+C3VN2"
)
