"""Capture forms, and what came through them."""

from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True


async def upgrade(db: BaseDBAsyncClient) -> str:
    return """
        CREATE TABLE IF NOT EXISTS "capture_form" (
    "id" UUID NOT NULL PRIMARY KEY,
    "tenant_id" UUID NOT NULL,
    "version" INT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "updated_at" TIMESTAMPTZ NOT NULL,
    "name" VARCHAR(100) NOT NULL,
    "public_key" VARCHAR(60) NOT NULL,
    "stamp_key" VARCHAR(60) NOT NULL,
    "asks" JSONB NOT NULL,
    "allowed_origins" JSONB NOT NULL,
    "honeypot_field" VARCHAR(60),
    "min_fill_seconds" INT NOT NULL,
    "rate_limit" INT NOT NULL,
    "duplicate_mode" VARCHAR(15) NOT NULL,
    "redirect_url" VARCHAR(2000),
    "consent_text" VARCHAR(5000),
    "archived_at" TIMESTAMPTZ,
    "owner_id" UUID,
    "source_id" UUID,
    "team_id" UUID
);
COMMENT ON COLUMN "capture_form"."duplicate_mode" IS 'CREATE: CREATE\nUPDATE: UPDATE\nATTACH_ACTIVITY: ATTACH_ACTIVITY\nREVIEW: REVIEW';
COMMENT ON TABLE "capture_form" IS 'A form on somebody''s website.';
        CREATE TABLE IF NOT EXISTS "submission" (
    "id" UUID NOT NULL PRIMARY KEY,
    "tenant_id" UUID NOT NULL,
    "verdict" VARCHAR(11) NOT NULL,
    "reasons" JSONB NOT NULL,
    "values" JSONB NOT NULL,
    "stamp" VARCHAR(200),
    "consent_text" VARCHAR(5000),
    "utm" JSONB,
    "referrer" VARCHAR(2000),
    "landing_page" VARCHAR(2000),
    "address" VARCHAR(45),
    "user_agent" VARCHAR(500),
    "created_at" TIMESTAMPTZ NOT NULL,
    "judged_at" TIMESTAMPTZ,
    "form_id" UUID NOT NULL,
    "lead_id" UUID
);
COMMENT ON COLUMN "submission"."verdict" IS 'PENDING: PENDING\nACCEPTED: ACCEPTED\nSPAM: SPAM\nQUARANTINED: QUARANTINED\nREJECTED: REJECTED';
COMMENT ON TABLE "submission" IS 'What came through a form, as it was sent. `stamp` is the signed time of its page, and `consent_text` what the form';
        COMMENT ON COLUMN "audit_entry"."actor_kind" IS 'MEMBER: MEMBER\nAPI_KEY: API_KEY\nFORM: FORM\nSYSTEM: SYSTEM';

        alter table capture_form drop constraint if exists capture_form_pkey;
        alter table capture_form add primary key (tenant_id, id);
        alter table capture_form add foreign key (tenant_id) references tenant (tenant_id) on delete cascade;
        alter table capture_form enable row level security;
        alter table capture_form force row level security;
        create policy owner_all on capture_form to leadhub_owner using (true) with check (true);
        create policy app_select on capture_form for select to leadhub_app using (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid));
        create policy app_insert on capture_form for insert to leadhub_app with check (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid));
        create policy app_update on capture_form for update to leadhub_app using (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid)) with check (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid));
        create policy app_delete on capture_form for delete to leadhub_app using (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid));
        grant select, insert, update, delete on capture_form to leadhub_app;

        alter table submission drop constraint if exists submission_pkey;
        alter table submission add primary key (tenant_id, id);
        alter table submission add foreign key (tenant_id) references tenant (tenant_id) on delete cascade;
        alter table submission enable row level security;
        alter table submission force row level security;
        create policy owner_all on submission to leadhub_owner using (true) with check (true);
        create policy app_select on submission for select to leadhub_app using (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and (
              (select current_setting('leadhub.reach', true)) = 'all'
              or (select r.id from lead r where r.tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and r.id = lead_id) is not null
            ));
        create policy app_insert on submission for insert to leadhub_app with check (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid));
        create policy app_update on submission for update to leadhub_app using (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and (
              (select current_setting('leadhub.reach', true)) = 'all'
              or (select r.id from lead r where r.tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and r.id = lead_id) is not null
            )) with check (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid));
        create policy app_delete on submission for delete to leadhub_app using (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and (
              (select current_setting('leadhub.reach', true)) = 'all'
              or (select r.id from lead r where r.tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and r.id = lead_id) is not null
            ));
        grant select, insert, update, delete on submission to leadhub_app;

        alter table capture_form add constraint capture_form_source_id_fkey foreign key (tenant_id, source_id) references lead_source (tenant_id, id) on delete no action;
        alter table capture_form add constraint capture_form_owner_id_fkey foreign key (tenant_id, owner_id) references member (tenant_id, id) on delete no action;
        alter table capture_form add constraint capture_form_team_id_fkey foreign key (tenant_id, team_id) references team (tenant_id, id) on delete set null (team_id);
        alter table submission add constraint submission_form_id_fkey foreign key (tenant_id, form_id) references capture_form (tenant_id, id) on delete cascade;
        alter table submission add constraint submission_lead_id_fkey foreign key (tenant_id, lead_id) references lead (tenant_id, id) on delete cascade;

        alter table capture_form add check (duplicate_mode in ('CREATE', 'UPDATE', 'ATTACH_ACTIVITY', 'REVIEW'));
        alter table submission add check (verdict in ('PENDING', 'ACCEPTED', 'SPAM', 'QUARANTINED', 'REJECTED'));
        alter table submission add check ((verdict = 'ACCEPTED') = (lead_id is not null));
        create index capture_form_public_key on capture_form (public_key);
        create unique index capture_form_name on capture_form (tenant_id, lower(name)) where archived_at is null;
        create index capture_form_newest on capture_form (tenant_id, created_at desc, id desc);
        create index submission_newest on submission (tenant_id, created_at desc, id desc);
        create index submission_form on submission (tenant_id, form_id, created_at desc, id desc);
        create index submission_lead on submission (tenant_id, lead_id, created_at desc, id desc);
        create index submission_stamp on submission (tenant_id, stamp) where stamp is not null;
        create index submission_waiting on submission (tenant_id, created_at, id) where verdict = 'PENDING';

        -- Nobody is signed in who fills in a form: its key leads to the tenant
        grant select (tenant_id, id, public_key) on capture_form to leadhub_lookup;
        create policy lookup on capture_form for select to leadhub_lookup using (true);
        create function leadhub_find_form(key text) returns table (tenant_id uuid, form_id uuid)
        language sql stable security definer set search_path = public, pg_temp as $$
          select f.tenant_id, f.id from capture_form f join tenant t on t.tenant_id = f.tenant_id
          where f.public_key = key and t.status = 'ACTIVE'
        $$;

        -- What waits to be judged, the oldest first: so many of each tenant at most
        grant select (tenant_id, id, created_at, verdict) on submission to leadhub_lookup;
        create policy lookup on submission for select to leadhub_lookup using (true);
        create function leadhub_waiting_submissions(most int) returns table (tenant_id uuid, submission_id uuid)
        language sql stable security definer set search_path = public, pg_temp as $$
          select w.tenant_id, w.id from (
            select s.tenant_id, s.id, s.created_at,
              row_number() over (partition by s.tenant_id order by s.created_at, s.id) as place
            from submission s where s.verdict = 'PENDING'
          ) w where w.place <= most order by w.place, w.created_at
        $$;

        revoke execute on function leadhub_find_form(text), leadhub_waiting_submissions(int) from public;
        grant execute on function leadhub_find_form(text), leadhub_waiting_submissions(int) to leadhub_app;
        grant create on schema public to leadhub_lookup;
        alter function leadhub_find_form(text) owner to leadhub_lookup;
        alter function leadhub_waiting_submissions(int) owner to leadhub_lookup;
        revoke create on schema public from leadhub_lookup;"""


async def downgrade(db: BaseDBAsyncClient) -> str:
    return """
        drop function leadhub_find_form, leadhub_waiting_submissions;
        COMMENT ON COLUMN "audit_entry"."actor_kind" IS 'MEMBER: MEMBER\nAPI_KEY: API_KEY\nSYSTEM: SYSTEM';
        drop table submission;
        drop table capture_form;"""


MODELS_STATE = (
    "eJztfWtz4kjS7l+p8JeZjWAd3b5099AnTgS2mR52bNxr6Omd93ACBBRGa6hiJGGGvfz3t7"
    "JK9xsSBlzI+cVgqVIST0mlzCdv/z6Z8zGd2acNapmj6Umd/PuEGXMqvsT21MiJsVgE22GD"
    "YwxncqgRjBnajmWMHLF1YsxsKjaNqT2yzIVjcia2suVsBhv5SAw02WOwacnMP5a07/BH6k"
    "ypJXb8v/8vNptsTP+ktvfv4qk/MelsHLlUcwznltv7znoht7WY87McCGcb9kd8tpyzYPBi"
    "7Uw580ebzIGtj5RRy3AoHN6xlnD5cHXu7/R+kbrSYIi6xJDMmE6M5cwJ/dxhP9h20u+377"
    "v9TrPb75+UAGjEGYArLtWWv/4RLuGvZ+8vPl58Ov9w8UkMkZfpb/n4X3XqABglKOFpd0/+"
    "K/cbjqFGSIwDUJ+pZcMlJZC9nhpWOrQhkRi+4sLj+Hpo5gHsbQgQDu6qQ0A8N/7szyh7dO"
    "DROLu8zAH0t8bD9S+Nhx/FqL/AKbl4DNTT0XZ3nal9gHqAMjxUJRB2h1cQ3ffv3hVAV4zK"
    "RFfui6IrzuhQ9WhHEf5b576djnBIJIby2Bw55D9kZtqJteII0M4BF8CAI89t+49ZGNMf7x"
    "r/iMN9fXt/JcHhtvNoyaPIA1wJ6GGBnjyFVhPYMDRGTyvDGvcTe/gZzxqb3DU/m8e3GMx4"
    "lEDCL4bf576yms8wgSnvMrUj91VG/SGb3mQn94yS0dRgj/SUDGz6x4BYpk1tMlwTLnYtqE"
    "XEnWQwp0ZMRkZ8Pjcdwq0xtU5PYlP20mPt+N357VvrpsTLc7k0x6cgs81jsfkdevJ/Jks2"
    "AtTJjBrj6XJ4+mQ6p3DWj+rv/z05/EMjn4/zD3+JPwsSh/w3q5rJfjnkI0K7nIAi61LGFM"
    "jn57TvXhqf9MXzwi0tZyNAXzxdSdyvzMdMhdEV2KwxHsFbwFUafzo7Oz//ePbu/MOny4uP"
    "Hy8/vfO1x+SuPDXyqvUFNMnIK8JTLUM3PGBWQsvxxldQzflQRMv5kK3kfEjoOPZy+E86cv"
    "plQY7LVRDsiyJgX2SDfZEJdrm1Oyp16MX7dZTKEiuyfGv0n8RvKGUKRaQqePe+PytiEJ1l"
    "20NnCWNTQlbu3g3LvODOdbU6XZDe0Y2bYlneCAwcc04z0Ew1LF2RU+/LEd66OYB2W3fNTr"
    "dx9zViY940uk3Ycya3rmNbf/wQu639g5Dvre4vBP4l/3PfbsZnyR/X/Z8TuCZj6fA+46u+"
    "MQ5j4m32NkWmNZP5ylQRs4mvYmqiZk/HbqjFEA0jLVu7FA0TiCANc5w0TFeahScpPIy7p5"
    "ZHxDjBmI1MTMuxycA3kAfEtIkpNvEVI+a4RmxOnKnhSCbFWs4o4RNi8RWx6Whpmc5afLGe"
    "qU2oeIzXRF5BkqHZ0zmQudHvBY/MjU6z8Zrv5a0gf38sb2WLwi/vl9dio5IV1GZPxA8c37"
    "PZ2l3VjkS7dRfgXOV2uRhvOetRSZx1XWY9xaZxrz7EW82Wj6XIQXf8bmiV142T2DMlKD9L"
    "QOuNryBjdVbIh3+W48M/S/rwbcdwlim2IyDcZMu5RLklrspgI5q8kX3pw+F90rjutn5rll"
    "SmXKk6UZ891vnW+dps3zRv6sT/2mPC8Ou02l/qxP0SN1Reh1mEFf9fwvYp5eUJyRxwcr51"
    "r/el5sZcPRdFXD0X2a6ei0Q4y9KyKButy6Acljkkyp2bw6B8XgDk80yMz+MQu1crAFwyxy"
    "qFdIroQQE/DN5Flo7slSOxcMwN+6kPMVfCALX7E271n026EmZbEvkrzoUJy9LBzz1ObBqG"
    "4kD7mgd/y2Gt6Kv7+9uIKnrVinnl29/urppiVZdTIwaZTshZrwljeEfnQ8mBJRhDd08tjz"
    "GcB2M2MoYNCKmyOYNoKqDsFBHyGf51Vtz91ybOlK6JYVG5UR3fPiXfgeiz+NIRk0XEfWcD"
    "2SeGzutEPPnmjKymlAWyxspY1xJ84sGvoMeCjStuPdXIlK+ImIs14Quq6CH3fI7xJDAz2D"
    "gYIi7r/B0ZG2v7M2nD9Zo2YZzMzLnpIJGJRCYSmUhkIpGpn31+nJQWEplvcdaLEJl0bpiz"
    "MlaZL1BFvu2yCMUgRuVkJCVIBuQz98tnWsKK3ZbN9GR1xvrk/nu7+VAn8qPHGjd3rXadyI"
    "8eu2u0G19gr/tF7P/SbHfFfvjosd9aze+wW33qwW0eIQHdav/W6jbLMnCeWJ24X8TsFOCk"
    "9ZilmWE7fdt8ZH2TbaETpIjvQDHQLK7vePWApPoHnEZfkh1lpzoqibOs8ywDUSV+a3/Kl2"
    "mUcHb8aELwRVGkxzPDOwsijRjYxsIYmc66D0RhCdYiIYfB0SnshQfS+bs+8Kvb4BsSRYiT"
    "ECuHQ9nMl6gU5r6kuIkSECfx/ZlbVKhVv9J1Qk+OQZpw9RwlrMHW0AVYxsr3e8TuKwGA+N"
    "lUeeOuG53rxk3z5L+v43/r0JFFUyP23T21PP+bHYzZ6H/rTimZGvYU/FYGUZKnBLaK48/M"
    "kSGJ/rmxJivLdCgxHemOYhA+T4DdElvqQlLMoiluEuL7BkZ8vjDEXZsM4D/MKdENptuiVU"
    "M3mFazEaCfnfG7mVY5hrzfk6+NTuf7/cNNnXjfekxSK41u677t0izye489NH9+aHZ+qRP3"
    "C2wRx4X/xUePNb62+r82f68T94serAssqMkp7NI/MzRWb7zO07YTQ7v5j26+Gebb2bf37S"
    "/e8Lhtpk1kTpca8zS9QG7P1Qocb0SBmBwmxGUAzNSLh/nBFm8hKrPp4EApr/XCUvhm1u9d"
    "gG9mnWYDA1QwQOXQ79AjDVXAAJW3OOtFAlQwfGK/4RNAtZRWDCJCyOTmMrkKqx0QuZ5tcJ"
    "SYbqZxI/eUTiwu4J6dSRHaW9tkt/XLpFR8n3KZV2CDLbaamqOpNL6SFlveQDTSdFspamik"
    "aTUboQdaPpxlnZphIaxEGU9jhkWv7O3siyCc+ZqFRwUeRq/QFNLNikXojkpXK5KLwA5QLe"
    "x2P1pcI0ufTgpbmzvmxHVAp6lskf25ShuLj9yotXX4XGhakEbql69TOEGCp8NnY5UHyviQ"
    "j9dEnI8Sm1L7lLQcApdpCw1OyJkOjDeGfOl4iaPil0OGqEP/dICIB+c5nCKhDh78CnpMDJ"
    "QO/aW4Yy3pN1Bn/EFsNx+njpdOy1AnRZ0UdVJ06Qfr5V2zDf56SIDwv/ZYt9H5td/odFpf"
    "5J7Iv+7em29Nd4f41mM/39/e3n/vf/uqdkT+7bHvzatf7u/F0FancXULh4xviS+jRfi48y"
    "J03Hk2G3eOvQew94A2cO9mwYIVtySiIRGkktHR+QazckB53mKOQ2KYdaXz/A7XJZdEXwAX"
    "RORo9wBpXuIJEmDe/bMDAiy6ChwSVT0f/82g+kufToxiYzk2naasQpnCJ4b21nLbesO4Pv"
    "UHFuqIKoefkgFEeg/IiENgoKTY5A7JzDleJs6QTsT9REznM1B6ZODSH+JXMlNIp7dJ3fUJ"
    "kN7TbbWvIb2n1Wxg79RwVPCBe6dij7lKmlibel5upsuPp//lyV0Tag8DYw6fyVw2oMMf7o"
    "AFf7jrsc7vnW5T/Kc+tyG6sXOmjkZcGE+BxZBOjdlEvPnKYBqXQ1wT92lq3k5uG930vB2t"
    "lpAtnTC777bNl86IZ0X4b160Q+I6w31yI157dQJ/ZWbytw74IN0v26zInwrMw6fMafiUqK"
    "FIDbvcbR5IbIW7ZotFFNzLQnkWlzl5FpcpbXde07WrNdyV8+xqhvaOXJHYc/i1ysUJM0js"
    "zaiYmqGFBCIVXDAuiywYl9kLxmXy/Sd+pp2+YOS9A8NS1cN59w230subXJnMsNbpGGcUOB"
    "muHbWwVGfpuHJXA3/pEDhetdqNh9/Ta5xcpaweV793mw19qpw80Im4sGmXP9HUQOzI/lqe"
    "68RSI/uOP7SQ82RmsievPpkN9RR+sIl4K5nsMxksbRkeIzuPy04+pkNWhk3on+q9NSYTro"
    "KZGf3TSfed7Pj46DrRTwNC14lOs4GhcdWtBlGkBgj9c2GKo20x61HJCs76kcxyIW+O++4s"
    "O8chMQyI1Hl+XW2pLEETkcJAvvxAPhetJMClY846wZGOE9jNUWfRW0un0DMP/NQi0v685F"
    "WRDgYVKBk5MebmbA02jWtyEWly2SqZdEgfDUZWpjOVeaXQ3+WvYOxY9JlDewiwcSgb28SY"
    "zbwWqmklJvd0FrSfdFufamg/aTUbaD+h/YT2U+X1a/mm3OrhjkqiFXUMszykI0OYvuVcVw"
    "nR6vmvdh9YgJ7YfXtiMcEPE/y0YQW0rXDVYs+mk1nfKrS3lkcNmNFxBdgBYY7/Fd77ZGWs"
    "odooeDCFqS4PRMdu1afPwj63lUEPvk8xbKC6Qw1qMouMjtMogV0eGnkA3dajGvIAWs0G8g"
    "DIAyAPUHkL0RiN6GK7pzsmikyAzvOMfM9bmGVXF+6XLieUEMTkBmQd9gApsg6vUFYoeLgP"
    "ia6ey8BmcBNLoU60zlfDtlfcGj9QO71teHRALY/cWbhD+5Y/tgzBs6DW3JSRI8ThRByBGM"
    "Q7ZI08GzNTxa8bxJ5yyyFSTcijdbY+IJI5ui3zNSRztJoNJHOQzEEyp/LmHwbFV3t+0QhF"
    "I1QbO0lb13djYYp5Okkrw6r21HJLsC7M/hMtWH61QcRQFYduj7i4BVXXI/GxYjUyWgoTxi"
    "HUGE2JWGPJcO01TrKJ1KaEMTM31mTMg9ZHMeNo14dHU0m3xaiGppJWsxGgD2WOU9OjMmuv"
    "hiQOV3/1/Z5AdIuvnr2/+Hjx6fzDhV9z1d+SV2o1WVYVLc9sqKtreS4X4y1nPSqJs67LrK"
    "dYKu7VB7MuPxPznR0C7Y3XuULjlgHQZ4VKBZ7llAo8S5YKnLrvk6L4euMriO/uKw8rVTsJ"
    "b3YZu0ACq9i9oIodspTbTIXm74akSjAzbKe/JVUZl0W+UueZxqCztzDLnnlWOugsIYjsdD"
    "47HQCGDHUBhjpxf+nEUt+KmX9QJdJTmOrQ3loeWz0T4/pBpfXNjPX36VoyczYxLEpAPEk7"
    "Z4xB7li3paKG3LFWs4HcMXLHh34bHimLiNzxW5x15I7LcZuFuOP3Odzx+yR3bFijqfm8Xc"
    "ZfVBTNcn0eI7V6JmzHV8pSMBd0ZjJ6kpag4O2r5eYmhEdtDsNhhFtjatGxrA0xsficTEzL"
    "doiYX0eIQkKBQcZ0ZIKOlRJos8UB0BzSTwFHc0in2UBzCM0hVIzRHMJZR3NIW3NITJeZ3s"
    "E3890UFjncy2mfMO/4/WTa/jUmUL3iXKgzLEPVjQjGO7oJyX2B6285cEe3+/vbyDp01erG"
    "7t1v0MD9x/fylhaDTOW8SmKOZj2a9ftuNOEYj6k2vdpRy20y4Q8pkFRjO3ShmuZ5PMApGU"
    "APvL48jDDI7AFpQ+cHYzbjK5tQYS6sidzptnsIJJPG/u6Pj1yAftYncgE6zQZyAcgFHFyt"
    "PU6rELmAtzjryAW8PhcwEmg8cisluhIwbrLlPBFbGV1RQ/I6Y35y/7XZrhP422N//9a4bf"
    "3cat7Uif+1x77fiwHiT4/d3ne6dQJ/e+ym1QkND/8X17JfJ3UHyZzdKxgLiw+NoTkznZTn"
    "IhvWqBQim4KsxR2huveNiUOt/thYp+ScZeKbKrsVyppxNTsHmf6xNC2h8LiWYALi7LS+FN"
    "HD5/eFTL/h0pw5JrNP4XyvYeXtJesvyruUmZ+k5IumR7MH4dDzgARydQnkyPvcJS5L8l8x"
    "MUzVyk/VCgewvTBRKxwxd5zQbk7Vit1dOiVqXS9thyvD7yTF9xHeXcvzgIzkQPcn1wr22o"
    "bBquU1+BwU0UvEw07HEJEIlb5kotZnMnii64HseCW2wSXK1lej4OLsQWqb7Z2fAF0huq1S"
    "NXSFaDUb6ApBV8ihX8RHSoqjK+QtznoRV4hborWoJ8QdrjMpv6UjZPctrNHLtF8v05P4ad"
    "t6mDxZnbE+6Tb/0a0T+NtjKn6xTtRnj8HaUSfwt8cg+rHZaNeJ+6XHrn+5b12L/epTD5/S"
    "aMrNUbl6cCERJIyRqNSDy9L8Da9VpOut0Js6fGmN6ElacZ5gby23OI8Y17eDgQWK81AouC"
    "NL74z4nMpE1LT6PFnDkHzRz9xH8kWn2UDyBcmXQ7+Uj9QMR/LlLc46xqG+PkOAFg5aOHu2"
    "cLrG40mKaQOba3k2jeMOKOC8hr69yrUcFBOdG9YTFNkxnWmaO7qICNo4+mnVaOPoNBto46"
    "CNg9ou2jg462jj7MLGuSxi4lxmWziXaOCggXNoA6f5p0MtZsxaqVG7ob21PHOHuuNcXbSI"
    "C0cYLwbjYJoQe207dE5GxmxmC7PGVMG0n4m61SCANhx0O+fskczEva2MnzS/z06PjYaUfq"
    "o7GlI6zUaoJ6B82sroA4FEBTWCvbCesbW2KNAxsQqivZcWoqbdh/dBEulNBfo8qQNW5/NW"
    "96MtzicjQcot3SERzLXLz7UDqJLQls6zu3UPc5yQbs6xC91ROuXXSdgzoqzylXNv3jdr5R"
    "0+p0M+XpPVlJO5sSbD5fqUDMQd4SztAbHoghqOLTVmr4YL1PmDVDeZX14jNld+CYMROc9i"
    "HCM2tYRGbTqfE6r6vk/YYwPwlYhDTbkAWZxGDLUpGMdkIsZDmh4ZilNKmwG+0xHk7K2mlM"
    "G/KwNCx9gztcR9Dll9DEocktHUYGKSiPEobqRT0pCKm7oOIdFjc2rBbnGTcd8QgTKJ4prX"
    "NjFs99A1MuGW/HFSADIJh1RYJmMxtiYE1Rn5SsaxqZ02pawuf785dp0/DiBAe8xeWs/mM7"
    "fQaEGjBY0W9P6g90c7HeRI/QDo/XmLs17I+7P0miMX9v/4EpVkIAoREDn8Q5x+kN21+mWd"
    "bFGprYDWzNtzAF5tZmyBdEQIgS4E9D/5sO+YzqwU0BGh6gG9F+5yxOcLg61L39RxOYS7EN"
    "wrOrSB2iyBdEikeiBfFgL5Mgfky5SY7/FYqC+l0oxDIlj4cPt84hkfGeXW7ECiejf3+WWB"
    "e/v8MvPWhl0x36nMgBXX7RjmrJQLNS5YPbT3spQsnRRPdfYy4g7HJWT7JcSiE2pZ5QzGsE"
    "z1bmyhRhTURHJVkRRjho3FVfQXbjup4vZMVA4RL4q4KrBsm67vtAwDFhOtIAV2vJRXkulU"
    "zsn0h2pzZaJAWmf+q7KdL+wRt1Kez0xPjz8eewak9AwwHDjdlk9CIK3xS+bkl3txb4s/4o"
    "ZvPNyJO1787bHr+1txe8PfbW7riwJ39UV2JbpEQKAt3grKhTLnS5bmgKEjMWKWERiYIh5/"
    "BSn5U/c42szOLt4/N83r1l3j9sf3P9UuYgFq4bKAWZCPlkI5ZaNSVRbTpTV+Cra1kYuYyN"
    "kWcqLgIvSxmHBoNdpfLrbwNKYeADNjdFa2pH/FGDnms+mst5jyNHmccZ1nXPkuxQEXXIC5"
    "TUBB+hFw1nWeddUgoQwdF0joUTsUTluZ2qFwepqmSebMRyCCFOn2yI/hGXEgTN2BUO3EBO"
    "SmnSSFD5h94m853vQTDsEcvJwLNyJUPR1+X3SpyqvY5vUelcTXutavdS93Ypto4JgszrTO"
    "My3TbJJT3BUmd0boiydwOB785BXUMyjvn68k+PN4e9/+4g2Paw7pgV3lEkaiUi/IGDmex6"
    "hEFoirNJXGNCyFmCYwdZfwYfmbNSGK6MZVqIwiANmohkQQzRTl36KGLUApmYKekERso9iq"
    "fNg+5MOWxDYpidhGseUr8ZtLohqWQTyjeGLf5/1UBlJBquVAjQjhjZoWcFYS0JAM3qIxQB"
    "1qzEvn4PsieHvmFp8J+jtFsd2q/EzQVeookd1cgyay8KVXoUl7Z+0A3q+hQx3nKrAZ3di7"
    "ejO+ctncAbgd7zhVRTb8ftkMq1RDdwDrHfVyyiu6HIT19c2wwktpB6h23cNUFNPQq3szpC"
    "ETfxevMHG0B/9gFcU3yYpshjlM+uG6sBnjFJK0CMjSDbADfK+DI1UW4LDLpNANnB62sQW2"
    "/pEqi23YdbIZW+CudwDsDT3iAPbNqIYY/s2QhtjVHVlmFUY2SUXrVh60OYcE8IwaoWpnbW"
    "MjZuqP29y7jBH6VxhO3BILUJvTkAUB61DlEu6PsSpkqWpemrIR88Kw6DilrdlLj4Y1L3Xj"
    "g0AQa17qMxuhmpfGbFkqzNEX0DltdcsYx/NCddvOcwq3nScrtzFuzY2ZadNSVfqjUhXE+u"
    "yySPajGJUdTXqZyIAUN7vplCvhGhY5XA3XfcK84+Re0+4L29IUg1Nu4E3ND8KSGIJeIgRd"
    "YDfk4i2zDeghQcQcu05o4vjDrhPF6FJ9u058FdNBTzLMSrWzttGsXPjjCrTEloOJKhUcWI"
    "GfySBQjwZg/jVP33+4qBFukTYIqEYJwjIc8eVsTBh33H4K1LIdztNszr2eCg1S3dapGhqk"
    "Ws0GGqQH6iT7ataoZmzvvuu1oyWKlihaRWgVoVVUdauoazyeZNhEsKu20SJy3FEFemWbo6"
    "lqMTcyLMuk0McONokjpHW/3jAarRLd1okaWiVazQa+BPeVYWE8lr2TfQkEEzWKQ2gUsft1"
    "B5C66kBVEQ0eUZ1UNJlqcS379KapaeHduaqaymgYBSM3qmv3stEvXQRs8g9CBTPWp6Qtrs"
    "GWAUxuM2NQzgyLkie6cGSI05SuyYpaNOhrPDEfl2INIKq7L02oe3s9W49Z4nU9F6dSYVfW"
    "aGo+i/9Qj0Q9EvXIEorPxOLz/jYJuwlBTDNNQbZ0f8ywUPVo7b10bZSYuW+SjGrnm2v+Jw"
    "6iMfiV7YHh8K2WopgY2mNJWMuuQyGRCnox97IMCcheugjFDqEz8pVdg2wqTji2+ybrZyTX"
    "X5mP2V15UqQr1KDnp7Oz8/OPZ+/OP3y6vPj48fLTO9+FmtyV50u9an0Bx15kVpKevvKlWX"
    "dWkFW3BSwHy6OryFq65CIWWsx4s6MXAInrV6dZSxHXWD6hCKQbiia8DnHdcJsVnaSw1v6+"
    "Wh5lbYRHbaSrO3xOnSlQvJIBXhk2GUOEszHkS8ellE/JA18RoXUtLXFcYk/5yha7Fpb5LO"
    "4KiH6mxOFkNeX0mVpkZcEG06mRwXA9UCm7YjfjQz5eJxjsQ19Aj1EJxEqcTY52ppRY1BhN"
    "68CDG0QmepORwSCq26ZUjoRY7zl/prY62gC+Q9mNAWGSZ4eD+Hyl/CFjTiFNGbly5MqRKy"
    "8TCU4tu1wEbUjicAG07/cE4q6jZ0diaduyAUdEsoLW3on4geN7Nlu7q9qRWH/uApxr/C0X"
    "4y1nPSqJs67LrKfY/O7VB7P+JCDdlhX1ZLWmQ68bt7d1An97rHnXaIl/5EeP3TUF+u0vde"
    "J+gS2dTuNLE7bILz0mjiz+hb891vm9023e1Yn63IYUzVuGPU70YyYl+jHREMu06Cg9daTY"
    "BEYOoLNfrdW+uv/WvqkT90uP3X/rupu8b9tMyKcCE/Ipc0I+xSdEWB8jXs6fExLReAK2Tp"
    "Yq2Agurw9c4q5fQht4AZRL6ZfQ+tJEK+QE2JkCyEeyy/g2ukBMtILKwPG+/FMIf5ddic5w"
    "dgc2b3wVlqq8edxHB7Zn0zaH5sxl2bZ5XUePcMAmeN1mu6GcgmVe2kqqTtRnj3WbjTv4r3"
    "HXY18fWr81QLVyv2igTaHzC51fWsKJTUbQlbhfSHedA4PdBHbdTQC9s0frnfVK3qc4Z0PV"
    "8LN9s6Hi+0UKYbnDa+RJKP0MfJjgZ1xN+YwS5dU5JQPZSXlAxMaxrXyVNoVUHTIRUywrJQ"
    "/XaaWvdntwdHHq9qKsoYtTq9lAFye6OA/9tj1SZxe6ON/irBdxcZZNsalwfs1+HDJ8Lk5X"
    "BuFAogpEcrxa/XkRiC/Pc6rVn8chXtGhDWXXSmAcEqkeyJeF7uPLnPv4Mnkfuz1kkiD/rX"
    "PfzshqCUTi7wRz5JD/kJlpH6E/MQdbwCLfNRL3gsQWdDhA3DWiqkRs9WKOie7gzXw8c6H5"
    "izipf0lmoIy/0Rc4oLPrFezAnfkbE0T3a1FeqhNhKuXlNynMo7yCQUVqvwtLl7NTcg89b1"
    "XkPjXmZExH5liyUxCSb8vgfsMmK9NRxQ7tz9sTYYc4JdJj+hEySI/pNBtIjyE9dmh97EiJ"
    "EqTH3uKsF6HHJqZlO+XrYUWkqscw7KUSzczYAumIEAJdCOh/8mHfMZ1ZKaAjQtUDei/cL3"
    "Jmr8WZjWFBd/ohUzk6AbldTpLC2OikRKMT5CuRr0S+csf5EW5sWUkGJSqFwc6xRC6gJ0si"
    "GpZBPDEU/2Ch+KFA1xcGOofiao8S182RztFlb3P8uHyod4Bs5UPIw6sfZjocKNPhVb2UX7"
    "m69CxXpdpfK+Cv7C/8oZu9loy4hjA0iA43k3YPVpf9NsR9MlblwwzpGjRtFYNv0bTW1C8/"
    "Zo/1WLyPtexePRFHNLxjymJl2MYaXZfouny5Tln5CjzRqjtffxHGep3Ij/gKVij0r0jgX3"
    "bYX5zAxCbiIWzPC3W3Ps9pb32e7G+NfcTTw4QvCoUJX+SECV9gK/EUmHcdCuHqdmVpqbAU"
    "ljTYZPlnODG2sPz9Ix0nsEVM//CtpZNBdUON2UmKISW35xpQY29EkQTnKdwCkHts09mM2F"
    "4t6PLBmKkZzrs7urSlMNoTTSY0mTDaU2sVB6M9Kxb3h9Geb3HWi0R7YjL0fgPihIHiLFNi"
    "RorxeYH0AQNIoFVgyfd9pMlgWjvBbZi9IoRINh2SIEOMOV+ytLVNKO5zY5YRnuULxZc1JX"
    "XqSh8f/ZQD7k3zunXXuP3x/U+1i1jsm4974kaXZX7ZKKOYaYa6EJKpHqVXJO8/O+s/kfNP"
    "/1zQEbxmRzNu0y1e06kHwIBDfV7OSZ1MztRWinhYEOdY5znG4OG3Mc8YPIzBw/o9RiVYtl"
    "f2fFUSUwzIxoBsvdDEgOxXCch+DZf38WK72eONwe4Y7K4FppoGu3cN++kkJTZDbq/lxWY4"
    "3ogyfcE5GfNIO2434FxugZrx7jOt4inE/xABouLKISSCjsRVnpIOpUxFVIilFSLZxci5Ot"
    "JwDaEXcZr5FS6hx0zbPZnpyJiPBrGg67glr0KABzH0EEJv8ZUMo4e+4QTs8zoZyJF2f2Lx"
    "uYy1X00pkxdjU8uEqBKbjJeUyGobNWKqfStjNpMHENfTYwP49i9xArdr+YAJC1PcgQPVpV"
    "ycVIXri59DjIkjw/fdK/Iap5/ChczhyQJqYUBsY217SNjEsG3xgFM5vMe8gRi0gkErGLSC"
    "QSsYtKKfm/s4wxcwaOUtznqRoJXSpZxeVsZJu5ndf9gK4w4t5azwBargxz+0t2Jhmdx6QS"
    "PYsPwBnUXt+4e7xm1JLUvA8h1igr73mJKvE/XZY7+0vvxSJ/C3x749fGlCs1j1GbfrijwX"
    "Hwo8FfE1LHgmPmAgF7uRmZnwt8euG+3r5u1t86ZO/K/bzMpPBWblp8xZ+SnZ/H2bSJhACl"
    "3m+rzmk9qd4ha2mOCIIM6x/nO8lQofE8V51nmegVfcZqkOxHB+dZ5fxXFTV/kpaphFpapg"
    "OxzAOAs5CcovmRFRfKR0fqQ8R045piOQqSDZ8aFIUsiH7KyQD4m0ENc7VsYFEhLBiKFYko"
    "3rGyyJaEwMUY2iOiwbyDrEGNZ0JDGGdfeYQpxESUBDIohmvI6/MHhKP/BRKcQ01meFGuOS"
    "gIZEsFpTflgwQJWEtnQc4K17mOOEdHMgYOiOwnDg1wwH9opLvRBYr4pVRVENvaI3Q+rp7z"
    "uAtfJB1jFbZzO4w11kXFQe1mHxXAtXWUJUC6wCEb1SpwD2az6f06xC7WpXLb9GezCoRCS7"
    "bZjjSBT5Kfk+5fSZWhCbDUcUInQModmyAiAbk7mxhpKAMvxaxZ1DnLXDZykl2/d5IgzO1k"
    "2prhEMztZpNjA4G4OzD/0qPtIwXQzOfouzXiQ4e8jHKap1duSwN74S3spDRw6jZwg5Ym3g"
    "RI74oBwxMhg74IVeh7z4mc9mfPVtcZLCXvj7ann0xUSO6i8XxQiMLqR+q3BZt13bkM44e5"
    "Sp6opf+MF2U8X9Q0Pu92exV54Uct0h+5uvWI3YXB1ENjBwc9LFx4Qv2Vhmx/Olk+A2XuEa"
    "esLmJPIOJa5Vaufltku+5NF8pgwJEyRMkDApE/hVvnhlVW2747XlMDvjrc4zWj9o/by6qr"
    "7R+nkdZf1muZiZI4H3F4svU1X22IhcxX3sje0/+oM3qu8w866WOjVkMSulkkLNqYVhWjZo"
    "xlDBCfKM6SlRNoRQhi0+l+5AOeizVJ7NcbBZXoJQumU9KeVlTKjtBz43Kt26LWyodOs1G9"
    "GaBBnZQcVKEmifJnTSljUI2rIGQedb52vzugs1CPyvPdb60r5/gG3ul/gCViStaMdVCVbi"
    "vT5NUZgznceBAPbcdd3HCXXqlV/+X8VbLPfdLwcUfPUvvLGbibsVV7yVegNDiM+Qytftgl"
    "o2ZzX5LpXFG6EopQz94SsIEhp7VSK5y7ZB71JwtrmhRRYljDunpCXfy0m27kAn7rFJTGEQ"
    "wqgJoCaAmkAJTcCihngmU8oT/a1z387iZ3yRODdjjhzyHzIz7WN8+eQACmDku+Dj3vYY8n"
    "CAuAseX/a7jRVDpVZPpVba6yXX97AMBpxE8ZyKVaAknCERpFzj8Tt8VZbA9iUQzA38NV8h"
    "fb2Zvvbvp82xO/AkI6QbIQ0teJsx9fn0F4KaZPOP8vW0Gd3w21knh8uD+N3c/YkJviXYWc"
    "vjWqzIsI00S2M2c9kO1dKDKPNPkhVDKvOxxOHomBiPAlG/8wa3IJZJiZhAfdifyaPkRFTf"
    "DjcySbbUaLjH/AF6bczWCcLl8JfQY9ANZAo5Yv7pfgBO5pQMhoZlmdSSTUhgr/LSCBSZbS"
    "ib2Y3gejTEV87JTDwfEMj1xGSHEUqs5YzK3zKkE3HdSOkgpYOUThnnjplaSzE/6MYXwrgq"
    "reNtZOOlskXSQjJoTCerJpWg4MbpFRL3SMC92xN8u2bfHO6kVUfJRNIfvxWUmt2LuwbTVa"
    "KScF6Zj5mIhoQqhOlPZ2fn5x/P3p1/+HR58fHj5ad3PrjJXXkoX7W+tNqxzDitPMYd0NJb"
    "Dp2fpFgvwc5c60Vq+n3TG7fRfPkOurhKoZD6/CN3IDxLdhkUajjkPIgPqcy3YSO0HfTyJh"
    "zjSRgKfDIRB5DnhaoTz6qKBNjf1HaEvFQsIi0JEwbMa1xEj8nTyWaGwviYU+r4xofrgPZs"
    "FzBbnk1n7bY/5Etxg9bIYExHxtqWqSDyoKZDZtwWlsuCwy1MIB1FDFtx64mKO2PpyKFC2J"
    "yFTCxIHFFDiBiCtg7aOmjrlFDf1LNWQu0IBNCHmuZDRduxuraj/8YqO8ERQczH0XmOI+pG"
    "2XlOCOMDrfVkY/LVbmPhhO5fEs6QCDJrmMq2CdIdF/KAu28HmHaUw/PBPdpR3qybkQ09qj"
    "r5rMPgZ/A+obnJZ37EwL53T2zmfr4qnmLikh3hmH1gQwbyVpyYM4dag88qWH/gcSH9JzHd"
    "AylLjdE04EikP1kcAvaTH6G46Ni0qLQ2/1JLZX9e5zJ6DPzOtji+4fTnYiUbgIxfMBXOIr"
    "VeGLsmj3Ah8v++MiAHhFHDgnIknPyLWlxdwjO11t64sdCYB0SaRsjqIKuDrA4WUX0tUgeL"
    "qGZDfZzlNLGI6luc9RROIFFEVX4m5ju77aM3Xue0l+LzGkljeV+oher7nBaq75MtVEPaaB"
    "Lm7Jy5mBjmzb0gby6i/Kff65vzvRIH0biFsDBRb2/rBP72WPOu0RL/yI8eu2uKFaf9pU7c"
    "L7Cl02l8acIW+aXHxJFl0lgXksZ+73Sbd3WiPuO2WJGnKk/18Cb3Y+YT9TH+PPnz4NtnL5"
    "7RyJF0ntZW++r+Wxty9dSXHrv/1nU3ed+2maJPBaboU+YUfUpMkTKQS2jjIYkKRSLtTB9H"
    "p/Vu8QwTMyVQjYvhrZoFLXBZpYH1hBDWJKym3ZevqxRV/YpzoSyyDG4vLBcDdigE97UYeI"
    "TfYbXHq/v724j2eNWKdzb4dnfVFDq8fJmJQaai9JOAG9ZoKmDbxhqOiWL4gz7WryI9NArf"
    "FTB3qOOID4VhujPHH1Ir4tCxw6M3OnV+hlpIq6k5mrrhsJx5obWmTX6570Js6/fGw53q/B"
    "YKk3XHg3MC6qEnkv5IRs5fLeHReYVrgHrt8ugry3TEDj8kV2waQfVJOvY9TG5GIjy06JhB"
    "xww6ZtAxg44Z7WzE46To0THzFme9iGNmyp0+FKossXaGRQ63eH46loxTobLPy0IakTkcph"
    "fHgqmrh5e5SQMJZHq0yie9o9YjfaDCoopaLSm7a3mG6BwG9q1g5EYj9J5RIqUgpk4F9Al8"
    "OZG1ZAZCnltDOnZbaK2mXAXZrYTRVwdjTvwQ6C0njUO4aKgqI0vBDOSmgaxnMCBTPhunRh"
    "Qe9vQ9ph4Gv/yOvbSezWevhrGwQV0DtEYG4OG1ByrRFCoXB80RuLRWh2vVr0wMnfNnuMbo"
    "UPdIPSY+xa/yhsvrUo3bB9C1fRC0T3DlDMuChFr5a03V2l2VTRYb5uIHqgPbboqsoXJh6T"
    "NljkRJ2NeDJ7qQqa6Qq8vIko05lBaa0Yn43/Z6oNGxKZ50DHtE6xqta2yFthdANVf8k/ae"
    "98JJTm52vFBYBoOFXhAspN7cZaAPJBD4l0RpTUqGyPkCCPsLYJcaZhnYfQGE/QWwS229DO"
    "y+AML+AtjBjimDujceQX8B6K6tWAb3kAhC/wLowepmdBvPQVgQQ1h0NheAZynzbHnjX/Rg"
    "Hc987sdKWJfkPHwBrPoQKyDlkp8l8YyJYWmS9IW/9H0al8PbNbdIiXcbJiHGQiWxchqxJ3"
    "ZzsZLhegeo3lFwzRzt3boZVv9J3Qyo/2wjrptxjS+EOpWAadi2mKw5Zc4NHZm2giDhr00Z"
    "Vctz2xr+ePFLQwLFagKDMw/ExtA3ZMiXfoFeWap3zuG44Dc02NgEu8FWDlFb1WGZy9spqH"
    "Arbrnl49QhfBJrP2IyFSh8EpvtV7mIHpOOYOibYk/5itXJQB1D3DODIFZ5oBpggi90HbiO"
    "yUIADlV8n8URfwzVKeaynrHp/AX9oegPRX9oqS71gM5jyvutaE/PQF7nPOCfW/+Ajp3yo8"
    "ceIO23/3B/1WrXSeifHrttNjrd/tW3zu91Enzvse/N1pdfZCNQ71uP/f1b81uzTuRHj/3a"
    "bH7t339vNx/qJPgeX3QzIqKiRRXeF6mp8D67pML7eHqxgHaZxp3nJsIFQgfMgnsda2aXWX"
    "AYYFBFxjDQf0px8hEppOVf4nTFOry7fO/7SncZQCNCSHNhZeODkYZY2bgQA/MalY0DzuSt"
    "FzdOrq/IGm6GNfJS0ZMyzCocnbz1C1GFxctHf5cJ/oyu3BSLRw7FkL18AgsyAWy/C7CztF"
    "hdJQ+EuTlI5R/xuZirGiQRTCzVItgOajHXiE3TOoYd7Nw9NpAUpBh3ulgPPkOmAwRv2aoU"
    "tar5rEhJVYGAcTdNw8sHkT3MkPtD7g+5P6w0gJUGdFNgjzTnHCsNvMVZT+EDsQT0gUtAi+"
    "ky0wvV5hTwDESwhGfK+0mDstp62qgH47Bf3dl6oFv8jXtbsfLogX2uLhtRyjMXiBzeLRcy"
    "IodLsbKazD6F076GvbifxFQsBbvNXGiuBSeNH/Qi7pqTcagxL82H+SKIZq4XEZDagUum6x"
    "7mKBHd7JAJ3U/o53pTfq6OsEI2OLrUkFpBT5ftj97o6mp4PiPwMBFDenRkaTBbRYVP+YqI"
    "n7D2m5e6LUOH1DbHVEWag8fHPk14snZ7aPQw6bbi19DDpNVshMqHinfAtEyly0AAKbwUQ/"
    "dV9W3dwD3ysL3qwJmjcb9WjJmm4B59kNnR4qqt9v13mWUjA1NTFO/Q3lydW+Xq9L0w2SLq"
    "toynchM3TccmS+aYM2LzOR3y8VqGblmcz2N5nHxCBrLy7OCUDNyb1Y8Ck4q1ULJt6mrctk"
    "z0nIhfTFTCf0wvP/g19JixMta1cNKpOjA0voF8UsglnRtK/xdaF2nJ9jaxBFkIipPNb6Sp"
    "MDWeqXuZ3kZ5FerEjPfYjLNHmSULV6V+LmSzDgz7iULWq8xhdSUlJDJuzm2p8+NgxvlT33"
    "gUt/cAE1zRBEETpFSCq+m++co4IXyhCkblVMn/IBfQ5ORmx+H4Aodzn5/s6/mIurHPzwq4"
    "sc/PMt3YsCsWL+K/dpII5/qxo4IHdGT7W47Wk41ZjpjlqDWimOWIWY77hRSzHJGAqh6s2v"
    "JP18bCWVpUzNj8JIWACu+u5TFQIzWwP/FGFqCgYCx0TPIInx9ssqJDW2hHaU7cnNE91mPA"
    "ptgDybkAlaR+fo0M/g2/qEbEDUTFBMLaIe/JGoFbsEYs+sfStOj4v4OMimUkWrDslAzEzT"
    "xf9J/oekBgUbBVhyowB22omqakFgJuW/E8j+YzZYQvnc9ut2R5IMimZBx+CHI6yOkgp4OJ"
    "i6/lVcbExWyojzOFDRMX3+Ksp1CmmLh46MTF5XBmjkA5LINyVKqCWH8oAvWHbKQ/JID2lf"
    "AyOEeEEOYCMINRlUQ4p8OcOx5rHb4kfWo24yvxguWW+WiycvgnRfXIb4PzVSa/TeBJ1wvu"
    "uMZ4iRUoKalx1WRtVqG5ySAFfda3qTjzOOWJyLT80kQPZwK+2xfgOzYB4Xf3Z+bcLBOsHR"
    "XCgO0UXMfLhVDsACcgWtIXis15/8mj6Ky7nFw/NIWlUyfqs8e+fb2R/6vPHmt0u43rX/qN"
    "627rt1b39zqJbeixh+Zvreb3OlGfcS64kHJ/WUS3v8xW7S/jaxAkjFt05PSX1qzMih+Xq9"
    "56f/aukCUFwzLxVjtjvJQ4KWSROfTPlGUpG/G4XPUQvyyG+GUe4pcpiGPe/tuIm+MrVjos"
    "JiyDcRwxMoIvrVHZuJiIECKKdRAOFmek7rwktltFGnX8gx0lsgW6MIaf080xMXKd3AG2lQ"
    "+JCb9QNsOKtTt2UrvjdYKMOsvh3LSzui6G9tbyQozs6LhiTRZH4lzEmVrQl5AYMohI1iI3"
    "VcNCW7U3lI4BP4cMonromICeCslmEE4E4TyqWsQgbF4MVM1zEPICn5ItFg96CT0mcxyI3G"
    "Q4fgfHluOVt+BEbrYdmfCmirCrmCUITaKUkeEa8uCg7Dr8b6sDwcDPsiA75MAJ0ZobzTSB"
    "tDqV2+Zlz7nF2eF6sGgGRjdhdFPJ6Cbw0WxLFobED5jk9LXZvmm1v5RE1hOrE/dLjzWur5"
    "tfZelP71uPdb427uoE/kIZ0MZDo91ttWFI6B8gDf/WvJaS3retiMOdlwNVrWxLefFCIui9"
    "27n37tmYLcv18Qsk0K/9ovrHQsUpw+T6AtWjcM+KcuZ5lDky5q/NmC+dFKs0eyFxh2MR9e"
    "0XEYtOqGWlUSx5PrhApnr39r78bzPoXsse+2B4lkE7LoeIF0XcGI/FnZ+imuRUNAhEqofz"
    "RREv/kW2F/8i4cVf2tTqi/uSlXo/RqWqh/Nl0Zdj3rsxoYxgWslb8CX/czl+3GqWI4IYL6"
    "DzHAORW5IODIlgWRJdqrwczyOyvXPb88O80FEYS3w/zvt0s8Mw9Jhu9sEetj6JnjfrDsqT"
    "vI4P9jsdTjl/ajgOnS+ckxQ/bGxELc8Xu1Jjxds7GLzRIXvPqJjVter+LA5pQmPneuC/tO"
    "iIwjZiMBsqJ4zd0phr2GtR6S1l3N2bLBGx+8Oj21K3hb+GbkutZiOUWbxMrwWUmT4SCGDq"
    "SErqyBYh2Ggu629Kzc3ZzNwmjS0qho9MyiMjFE9naQvU0lKtMqGNSW2FrGa66q6BpZbFSz"
    "lcfAHkSgtxpUrnLMX7+xLVg/h9MffK+zz3yvsU94pnE5RUEWNiSGflEzAeXDtgClyL9CZ0"
    "xONEeDNrELvJNGQO/FnIpg7CE7WZOwjfKMXIA/pMGcQey3jolbGGYGYIYqZsvOAmhDm7V2"
    "BSG2gA2Gcvh/+kI4dMOJTGINQYTVU7v/Ryj6mswgHOCyHUdK0KRs6NMSU/DsRjZ8KvDypT"
    "guk7NGxKjJk4BTYDQY4COYpSeZrqmSybqBmRwtd/itW1dWkLX/gYY9Ufmt2H3+Um71uP3T"
    "RvW781HyAM3f8KWxtyQ2OrmPSfCijDP2Vqwj8ljA3F2YtZWKaFwWQaygk5rKMTN5QZ/dPZ"
    "IhQiJIaBEDqzdxjTlP0oHWfR1CKlcicmM+3pVtMeE8WnW+en26KLmbEGZbZkh5uYHEboxO"
    "hj10wuCWtMDBXvOKzASpTFNCSDgOYTmd79tzsisxk64nEivJnIjD21m6PK5C25A4yb3nEq"
    "i2zo2dWQH/Zv7mx+OHz/b+aHw89fkWofQJ1KjFTnZVlXI0Hnpg+TDYQUvnL1GBCwdNdkTg"
    "0mhs1mUKBjARpu36Z/+FU6ZobtuOSwrJEBfZuHdMTnNBSBJoPMDKiTsWRjwrgYy3tMTPeI"
    "WsAoy65AcHOPbfFhzmZACM+oPIEHAZyQTyY1YnN1JnGYqfhFsB1qotCxuMCxDDxkfaNv8d"
    "WASDPd7rFxQE2rTkTLBZENboOfIA9pWBYU8ENSGUllJJWxG9FrUWhIsWRDXV2KBbsRVW3W"
    "UxiXRDeikqW0X1JBW7tZPUhCeUilTQKdXaYiJoY1iCLP0y6qWMgkoYn4ZWlRf9kTExPDOi"
    "Lbz4Bpg3YpLJ4k/lecC6BZhsUSlotNwFAI7uuR8MyYw0J/dX9/G4H+qtWNAf7t7qr58KOq"
    "iCYGmYqTSOmFYdrw+7d5x8dE0Yuizzs9qcpFaIgSVlFCDsMLEgkOPgWVsmiZj9kpDhG5Ku"
    "WO/HR2dn7+8ezd+YdPlxcfP15+eudjnNyVB/ZV6wvgHXlq1AQkPASvyrI+SF/jSTbH6g6o"
    "FWFYrWBsgXbtlizqyyceeypZQxMYT2AiZdCqmB1OQoQjkJxkzi36mTxCUOxqSpkvNxZb0h"
    "q97+08yGrqx6Mhq6nTbOCr5lVfNZGGB7w8+IEMAr818EhAZ0/IcVKRRQhojFHCkBptAz+K"
    "hNS8qlXSoWLty4v8cAcUskrsYGyxHi/QLEUFZIwjaXgG8wMo6nI3oysK4Q4rfkq64n9xLb"
    "KxKmhs0LdkZZkOJQNZ7n1Qk7EasOJBkEbCTjnYmXuMixWXDFyVsj+aGea874JlD2RQBzST"
    "qUFWIpxrxa0navnmjzGEhi1iH1ws2kFoB6EdVCa6A57IMk5KX6CCbsr3Resy5JVlwDrBb9"
    "ItgAo2KtioYJdWsLti5ZqZjLYcOk/TryP7c9Vrxx3ZN72hxQp2yjhjN7x5saDQlhC6ABJD"
    "vtxlZ0G4JqUGS9e46axrZMTnc1k1Q2iihv3kqqOgkaomhl6zQXksiIIW4gkl+9AX0GMWqO"
    "lil8nIQLUxtIU+LlR61SIxFHctbitHnE0W5YDwcL9KgBivYskHqlujG+45IDYo+vIwKmZc"
    "XMwjp3aPwSXIGPTvEZ3dIAvLfBbPG5yWwvapOR6LS55YfO63aJxTS1ykDA0fzDm0YB+uBy"
    "FEfF3M7QeprAU0BNAQQEOghCGA9TgrqZY+CQzTzbvNxUs8WZ0tvZPrh2ZDdsV0v/SYgOxL"
    "sy9u/fYX2B75t8canU7ri+yu6X2Dppzd1m+t7u/QlFN967Hr+7u7Zrsrjqu+9Fi30fm1fy"
    "PmqU78rz1213yQp1Gf7v/9b201MPwfHLP9W/NBXa33VZZUaXbdgirNrmr12eneP6hWn+pb"
    "XHMoZM2eFzFmz7Nt2fNEZRVYx/ovuaWiR9D6xrprQuAfTCF8ipvka6v/axPuEfWlx36+f7"
    "irE/grbrrfO90mdHGVn1tN11mR6TrLnq6zBPOg9LvkXGUH4IZE9IiKhtNWJio6IxU4p87s"
    "80t6cun2Xo3e7x+KcG0fsqm2DwmmDcufVSL9T7PY5Z0Xvnct+JK3aUwMa7BEUR2WxXOISK"
    "Yj6fJKJeGMSiGmmnREq+Y7CfjOsjxRIII3Z66L5bBd0DS9QXfQBi36dtoBonfUayh0lHfp"
    "ZkiH+dXh05SoHcDaCB2qosDGdMfN8Lpv8x2gex0cqaLgRjWfzdjCm2gHwHbdw1QU1dD7+v"
    "Xd1f/9X0AX3Ko="
)
