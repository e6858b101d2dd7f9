"""From the lead to the deal: companies, contacts, deals, and what a lead became."""

from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True


async def upgrade(db: BaseDBAsyncClient) -> str:
    return r"""
        CREATE TABLE "company" (
          "id" UUID NOT NULL PRIMARY KEY,
          "tenant_id" UUID NOT NULL,
          "version" INT NOT NULL,
          "created_at" TIMESTAMPTZ NOT NULL,
          "updated_at" TIMESTAMPTZ NOT NULL,
          "name" VARCHAR(200) NOT NULL,
          "domain" VARCHAR(253),
          "website" VARCHAR(500),
          "address" JSONB,
          "archived_at" TIMESTAMPTZ,
          "words" TEXT NOT NULL
        );
        COMMENT ON TABLE "company" IS 'A company, known to the whole tenant. `words` holds what search finds it by.';
        CREATE TABLE "contact" (
          "id" UUID NOT NULL PRIMARY KEY,
          "tenant_id" UUID NOT NULL,
          "version" INT NOT NULL,
          "created_at" TIMESTAMPTZ NOT NULL,
          "updated_at" TIMESTAMPTZ NOT NULL,
          "first_name" VARCHAR(100),
          "last_name" VARCHAR(100),
          "job_title" VARCHAR(200),
          "address" JSONB,
          "do_not_contact" BOOL NOT NULL,
          "archived_at" TIMESTAMPTZ,
          "words" TEXT NOT NULL,
          "company_id" UUID,
          "owner_id" UUID,
          "team_id" UUID
        );
        COMMENT ON TABLE "contact" IS 'A person. Owner and team decide who sees it, as with leads; `words` holds what search finds it by.';
        CREATE TABLE "contact_point" (
          "id" UUID NOT NULL PRIMARY KEY,
          "tenant_id" UUID NOT NULL,
          "kind" VARCHAR(5) NOT NULL,
          "value" VARCHAR(320) NOT NULL,
          "normalised" VARCHAR(254),
          "position" INT NOT NULL,
          "contact_id" UUID NOT NULL
        );
        COMMENT ON TABLE "contact_point" IS 'An address or number of a contact: as typed, and as it is compared.';
        CREATE TABLE "deal" (
          "id" UUID NOT NULL PRIMARY KEY,
          "tenant_id" UUID NOT NULL,
          "version" INT NOT NULL,
          "created_at" TIMESTAMPTZ NOT NULL,
          "updated_at" TIMESTAMPTZ NOT NULL,
          "name" VARCHAR(200) NOT NULL,
          "status" VARCHAR(4) NOT NULL,
          "amount" DECIMAL(19,4),
          "currency" VARCHAR(3),
          "expected_close_at" TIMESTAMPTZ,
          "closed_at" TIMESTAMPTZ,
          "archived_at" TIMESTAMPTZ,
          "words" TEXT NOT NULL,
          "company_id" UUID,
          "contact_id" UUID,
          "owner_id" UUID,
          "team_id" UUID
        );
        COMMENT ON TABLE "deal" IS 'A chance to sell something. Owner and team decide who sees it, as with leads.';

        -- What a lead became
        alter table lead add column converted_at timestamptz;
        alter table lead add column converted_by_id uuid;
        alter table lead add column company_id uuid;
        alter table lead add column contact_id uuid;
        alter table lead add column deal_id uuid;

        -- Keys, row security and rights

        alter table company drop constraint if exists company_pkey;
        alter table company add primary key (tenant_id, id);
        alter table company add foreign key (tenant_id) references tenant (tenant_id) on delete cascade;
        alter table company enable row level security;
        alter table company force row level security;
        create policy owner_all on company to leadhub_owner using (true) with check (true);
        create policy app_select on company for select to leadhub_app using (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid));
        create policy app_insert on company for insert to leadhub_app with check (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid));
        create policy app_update on company for update to leadhub_app using (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid)) with check (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid));
        create policy app_delete on company for delete to leadhub_app using (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid));
        grant select, insert, update on company to leadhub_app;

        alter table contact drop constraint if exists contact_pkey;
        alter table contact add primary key (tenant_id, id);
        alter table contact add foreign key (tenant_id) references tenant (tenant_id) on delete cascade;
        alter table contact enable row level security;
        alter table contact force row level security;
        create policy owner_all on contact to leadhub_owner using (true) with check (true);
        create policy app_select on contact for select to leadhub_app using (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and (
              (select current_setting('leadhub.reach', true)) = 'all'
              or owner_id = (select nullif(current_setting('leadhub.member_id', true), '')::uuid)
              or ((select current_setting('leadhub.reach', true)) = 'team' and team_id = any ((select string_to_array(nullif(current_setting('leadhub.team_ids', true), ''), ','))::uuid[]))
              or ((select current_setting('leadhub.reach', true)) = 'own' and owner_id is null and team_id = any ((select string_to_array(nullif(current_setting('leadhub.team_ids', true), ''), ','))::uuid[]))
            ));
        create policy app_insert on contact for insert to leadhub_app with check (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid));
        create policy app_update on contact for update to leadhub_app using (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and (
              (select current_setting('leadhub.reach', true)) = 'all'
              or owner_id = (select nullif(current_setting('leadhub.member_id', true), '')::uuid)
              or ((select current_setting('leadhub.reach', true)) = 'team' and team_id = any ((select string_to_array(nullif(current_setting('leadhub.team_ids', true), ''), ','))::uuid[]))
              or ((select current_setting('leadhub.reach', true)) = 'own' and owner_id is null and team_id = any ((select string_to_array(nullif(current_setting('leadhub.team_ids', true), ''), ','))::uuid[]))
            )) with check (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid));
        create policy app_delete on contact for delete to leadhub_app using (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and (
              (select current_setting('leadhub.reach', true)) = 'all'
              or owner_id = (select nullif(current_setting('leadhub.member_id', true), '')::uuid)
              or ((select current_setting('leadhub.reach', true)) = 'team' and team_id = any ((select string_to_array(nullif(current_setting('leadhub.team_ids', true), ''), ','))::uuid[]))
              or ((select current_setting('leadhub.reach', true)) = 'own' and owner_id is null and team_id = any ((select string_to_array(nullif(current_setting('leadhub.team_ids', true), ''), ','))::uuid[]))
            ));
        grant select, insert, update on contact to leadhub_app;

        alter table contact_point drop constraint if exists contact_point_pkey;
        alter table contact_point add primary key (tenant_id, id);
        alter table contact_point add foreign key (tenant_id) references tenant (tenant_id) on delete cascade;
        alter table contact_point enable row level security;
        alter table contact_point force row level security;
        create policy owner_all on contact_point to leadhub_owner using (true) with check (true);
        create policy app_select on contact_point for select to leadhub_app using (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and (
              (select current_setting('leadhub.reach', true)) = 'all'
              or (select r.id from contact r where r.tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and r.id = contact_id) is not null
            ));
        create policy app_insert on contact_point for insert to leadhub_app with check (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid));
        create policy app_update on contact_point for update to leadhub_app using (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and (
              (select current_setting('leadhub.reach', true)) = 'all'
              or (select r.id from contact r where r.tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and r.id = contact_id) is not null
            )) with check (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid));
        create policy app_delete on contact_point for delete to leadhub_app using (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and (
              (select current_setting('leadhub.reach', true)) = 'all'
              or (select r.id from contact r where r.tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and r.id = contact_id) is not null
            ));
        grant select, insert, update, delete on contact_point to leadhub_app;

        alter table deal drop constraint if exists deal_pkey;
        alter table deal add primary key (tenant_id, id);
        alter table deal add foreign key (tenant_id) references tenant (tenant_id) on delete cascade;
        alter table deal enable row level security;
        alter table deal force row level security;
        create policy owner_all on deal to leadhub_owner using (true) with check (true);
        create policy app_select on deal for select to leadhub_app using (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and (
              (select current_setting('leadhub.reach', true)) = 'all'
              or owner_id = (select nullif(current_setting('leadhub.member_id', true), '')::uuid)
              or ((select current_setting('leadhub.reach', true)) = 'team' and team_id = any ((select string_to_array(nullif(current_setting('leadhub.team_ids', true), ''), ','))::uuid[]))
              or ((select current_setting('leadhub.reach', true)) = 'own' and owner_id is null and team_id = any ((select string_to_array(nullif(current_setting('leadhub.team_ids', true), ''), ','))::uuid[]))
            ));
        create policy app_insert on deal for insert to leadhub_app with check (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid));
        create policy app_update on deal for update to leadhub_app using (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and (
              (select current_setting('leadhub.reach', true)) = 'all'
              or owner_id = (select nullif(current_setting('leadhub.member_id', true), '')::uuid)
              or ((select current_setting('leadhub.reach', true)) = 'team' and team_id = any ((select string_to_array(nullif(current_setting('leadhub.team_ids', true), ''), ','))::uuid[]))
              or ((select current_setting('leadhub.reach', true)) = 'own' and owner_id is null and team_id = any ((select string_to_array(nullif(current_setting('leadhub.team_ids', true), ''), ','))::uuid[]))
            )) with check (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid));
        create policy app_delete on deal for delete to leadhub_app using (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and (
              (select current_setting('leadhub.reach', true)) = 'all'
              or owner_id = (select nullif(current_setting('leadhub.member_id', true), '')::uuid)
              or ((select current_setting('leadhub.reach', true)) = 'team' and team_id = any ((select string_to_array(nullif(current_setting('leadhub.team_ids', true), ''), ','))::uuid[]))
              or ((select current_setting('leadhub.reach', true)) = 'own' and owner_id is null and team_id = any ((select string_to_array(nullif(current_setting('leadhub.team_ids', true), ''), ','))::uuid[]))
            ));
        grant select, insert, update on deal to leadhub_app;

        alter table contact add constraint contact_company_id_fkey foreign key (tenant_id, company_id) references company (tenant_id, id) on delete no action;
        alter table contact add constraint contact_owner_id_fkey foreign key (tenant_id, owner_id) references member (tenant_id, id) on delete no action;
        alter table contact add constraint contact_team_id_fkey foreign key (tenant_id, team_id) references team (tenant_id, id) on delete no action;
        alter table contact_point add constraint contact_point_contact_id_fkey foreign key (tenant_id, contact_id) references contact (tenant_id, id) on delete cascade;
        alter table deal add constraint deal_company_id_fkey foreign key (tenant_id, company_id) references company (tenant_id, id) on delete no action;
        alter table deal add constraint deal_contact_id_fkey foreign key (tenant_id, contact_id) references contact (tenant_id, id) on delete no action;
        alter table deal add constraint deal_owner_id_fkey foreign key (tenant_id, owner_id) references member (tenant_id, id) on delete no action;
        alter table deal add constraint deal_team_id_fkey foreign key (tenant_id, team_id) references team (tenant_id, id) on delete no action;
        alter table lead add constraint lead_converted_by_id_fkey foreign key (tenant_id, converted_by_id) references member (tenant_id, id) on delete no action not valid;
        alter table lead add constraint lead_company_id_fkey foreign key (tenant_id, company_id) references company (tenant_id, id) on delete no action not valid;
        alter table lead add constraint lead_contact_id_fkey foreign key (tenant_id, contact_id) references contact (tenant_id, id) on delete no action not valid;
        alter table lead add constraint lead_deal_id_fkey foreign key (tenant_id, deal_id) references deal (tenant_id, id) on delete no action not valid;

        -- What the application may not put into a column
        alter table contact_point add check (kind in ('EMAIL', 'PHONE'));
        alter table deal add check (status in ('OPEN', 'WON', 'LOST'));
        alter table deal add check ((amount is null) = (currency is null));
        alter table deal add check ((status = 'OPEN') = (closed_at is null));
        alter table lead add constraint lead_converted check (
          converted_at is not null or coalesce(converted_by_id, company_id, contact_id, deal_id) is null
        ) not valid;

        -- What is looked for
        create index company_newest on company (tenant_id, created_at desc, id desc);
        create index company_domain on company (tenant_id, domain);
        create index contact_newest on contact (tenant_id, created_at desc, id desc);
        create index contact_owner on contact (tenant_id, owner_id, created_at desc, id desc);
        create index contact_team on contact (tenant_id, team_id, created_at desc, id desc);
        create index contact_company on contact (tenant_id, company_id);
        create index contact_point_contact on contact_point (tenant_id, contact_id);
        create index contact_point_value on contact_point (tenant_id, normalised, contact_id);
        create index deal_newest on deal (tenant_id, created_at desc, id desc);
        create index deal_owner on deal (tenant_id, owner_id, created_at desc, id desc);
        create index deal_team on deal (tenant_id, team_id, created_at desc, id desc);
        create index deal_company on deal (tenant_id, company_id);
        create index deal_contact on deal (tenant_id, contact_id);

        -- Search, as of leads
        alter table company add column word_vector tsvector generated always as (
          array_to_tsvector(string_to_array(regexp_replace(words, '(\S+)', right(tenant_id::text, 12) || ':\1', 'g'), ' '))
        ) stored;
        create index company_words on company using gin (word_vector);
        grant select (tenant_id, id, word_vector) on company to leadhub_lookup;
        create policy lookup on company for select to leadhub_lookup using (true);
        alter table contact add column word_vector tsvector generated always as (
          array_to_tsvector(string_to_array(regexp_replace(words, '(\S+)', right(tenant_id::text, 12) || ':\1', 'g'), ' '))
        ) stored;
        create index contact_words on contact using gin (word_vector);
        grant select (tenant_id, id, word_vector) on contact to leadhub_lookup;
        create policy lookup on contact for select to leadhub_lookup using (true);
        alter table deal add column word_vector tsvector generated always as (
          array_to_tsvector(string_to_array(regexp_replace(words, '(\S+)', right(tenant_id::text, 12) || ':\1', 'g'), ' '))
        ) stored;
        create index deal_words on deal using gin (word_vector);
        grant select (tenant_id, id, word_vector) on deal to leadhub_lookup;
        create policy lookup on deal for select to leadhub_lookup using (true);

        create function leadhub_word_query(terms text[]) returns tsquery
        language sql stable as $$
          select string_agg(
            '''' || replace(replace(right(own.tenant::text, 12) || ':' || term, '\', '\\'), '''', '''''') || ''':*', ' & '
          )::tsquery
          from unnest(terms) term, (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid as tenant) own
        $$;

        create function leadhub_search_records(kind text, terms text[])
        returns setof uuid
        language sql stable security definer set search_path = public, pg_temp as $$
          select r.id from company r
          where kind = 'company' and r.tenant_id = nullif(current_setting('leadhub.tenant_id', true), '')::uuid
            and r.word_vector @@ (select leadhub_word_query(terms))
          union all
          select r.id from contact r
          where kind = 'contact' and r.tenant_id = nullif(current_setting('leadhub.tenant_id', true), '')::uuid
            and r.word_vector @@ (select leadhub_word_query(terms))
          union all
          select r.id from deal r
          where kind = 'deal' and r.tenant_id = nullif(current_setting('leadhub.tenant_id', true), '')::uuid
            and r.word_vector @@ (select leadhub_word_query(terms))
        $$;

        grant create on schema public to leadhub_lookup;
        alter function leadhub_search_records(text, text[]) owner to leadhub_lookup;
        revoke create on schema public from leadhub_lookup;
        revoke execute on function leadhub_word_query(text[]), leadhub_search_records(text, text[]) from public;
        grant execute on function leadhub_word_query(text[]) to leadhub_app, leadhub_lookup;
        grant execute on function leadhub_search_records(text, text[]) to leadhub_app;

        -- Managers read in the audit what concerns contacts and deals in their reach, and companies
        alter policy app_select on audit_entry using (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and (
              (select current_setting('leadhub.reach', true)) = 'all'
              or actor_id = (select nullif(current_setting('leadhub.member_id', true), '')::uuid)
              or (select r.id from lead r where r.tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and r.id = subject_id) is not null
              or (select r.id from company r where r.tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and r.id = subject_id) is not null
              or (select r.id from contact r where r.tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and r.id = subject_id) is not null
              or (select r.id from deal r where r.tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and r.id = subject_id) is not null
              or exists (select 1 from team_member t
                         where t.tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and t.member_id = subject_id and t.team_id = any ((select string_to_array(nullif(current_setting('leadhub.team_ids', true), ''), ','))::uuid[]))
            ));
        alter policy app_update on audit_entry using (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and (
              (select current_setting('leadhub.reach', true)) = 'all'
              or actor_id = (select nullif(current_setting('leadhub.member_id', true), '')::uuid)
              or (select r.id from lead r where r.tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and r.id = subject_id) is not null
              or (select r.id from company r where r.tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and r.id = subject_id) is not null
              or (select r.id from contact r where r.tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and r.id = subject_id) is not null
              or (select r.id from deal r where r.tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and r.id = subject_id) is not null
              or exists (select 1 from team_member t
                         where t.tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and t.member_id = subject_id and t.team_id = any ((select string_to_array(nullif(current_setting('leadhub.team_ids', true), ''), ','))::uuid[]))
            ));
        alter policy app_delete on audit_entry using (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and (
              (select current_setting('leadhub.reach', true)) = 'all'
              or actor_id = (select nullif(current_setting('leadhub.member_id', true), '')::uuid)
              or (select r.id from lead r where r.tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and r.id = subject_id) is not null
              or (select r.id from company r where r.tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and r.id = subject_id) is not null
              or (select r.id from contact r where r.tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and r.id = subject_id) is not null
              or (select r.id from deal r where r.tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and r.id = subject_id) is not null
              or exists (select 1 from team_member t
                         where t.tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and t.member_id = subject_id and t.team_id = any ((select string_to_array(nullif(current_setting('leadhub.team_ids', true), ''), ','))::uuid[]))
            ));"""


async def downgrade(db: BaseDBAsyncClient) -> str:
    return r"""
        alter policy app_select on audit_entry using (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and (
              (select current_setting('leadhub.reach', true)) = 'all'
              or actor_id = (select nullif(current_setting('leadhub.member_id', true), '')::uuid)
              or (select l.id from lead l where l.tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and l.id = subject_id) is not null
              or exists (select 1 from team_member t
                         where t.tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and t.member_id = subject_id and t.team_id = any ((select string_to_array(nullif(current_setting('leadhub.team_ids', true), ''), ','))::uuid[]))
            ));
        alter policy app_update on audit_entry using (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and (
              (select current_setting('leadhub.reach', true)) = 'all'
              or actor_id = (select nullif(current_setting('leadhub.member_id', true), '')::uuid)
              or (select l.id from lead l where l.tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and l.id = subject_id) is not null
              or exists (select 1 from team_member t
                         where t.tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and t.member_id = subject_id and t.team_id = any ((select string_to_array(nullif(current_setting('leadhub.team_ids', true), ''), ','))::uuid[]))
            ));
        alter policy app_delete on audit_entry using (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and (
              (select current_setting('leadhub.reach', true)) = 'all'
              or actor_id = (select nullif(current_setting('leadhub.member_id', true), '')::uuid)
              or (select l.id from lead l where l.tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and l.id = subject_id) is not null
              or exists (select 1 from team_member t
                         where t.tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and t.member_id = subject_id and t.team_id = any ((select string_to_array(nullif(current_setting('leadhub.team_ids', true), ''), ','))::uuid[]))
            ));
        drop function leadhub_search_records, leadhub_word_query;
        alter table lead drop column converted_at, drop column converted_by_id, drop column company_id, drop column contact_id,
          drop column deal_id;
        drop table deal, contact_point, contact, company;"""


MODELS_STATE = (
    "eJztXWtz27iS/SsofblzqzSuxI88nK2tkm1NRnv9yNrK5M6utiiIhCyOKVBDUFG0d+e/Lw"
    "CS4gukSEUPiOkvlkyiSeo0CHQfNLr/1Zq6FnHYSYd4tjlpXaJ/tSieEv4lc6aNWng2i4+L"
    "Az4eObIpjtuMmO9h0+dHx9hhhB+yCDM9e+bbLuVH6dxxxEHX5A1t+hwfmlP7zzkxfPeZ+B"
    "Pi8RP//T/8sE0t8o2w6N/ZizG2iWOlHtW2xL3lccNfzuSxHvV/kQ3F3UaG6TrzKY0bz5b+"
    "xKWr1jb1xdFnQomHfSIu73tz8fji6cLfGf2i4EnjJsEjJmQsMsZzx0/83JERH2sZxv1D33"
    "jq9g2jVQMg06UCXP6oTP76Z/EIP5++Pn97/u7szfk73kQ+5urI27+CW8fABIISnvt+6y95"
    "Hvs4aCExjkH9SjwmHimH7PUEe2poEyIZfPmDZ/GN0CwDODoQIxz3qn1APMXfDIfQZ1+8Gq"
    "cXFyWA/tZ5vP618/gTb/V3cUuXvwbB23EfnjoNzgnUY5TFS1UD4bB5A9F9/epVBXR5q0J0"
    "5bk0uvyOPgle7TTC//H0cK9GOCGSQdmyTR/9H3JslhsrjgDtEnAFGOLKU8b+dJKY/nTX+W"
    "cW7uvbhysJjsv8Z09eRV7gikMvBujxS2I0EQdG2HxZYM8ycmfcU7eobf7U9HSaPYIpfpZA"
    "il8sfl84ZXW/CgUq5rLgROlURlZN1s1krQdKkDnB9JmcoCEjfw6RZzPC0GiJXH5qRjzEex"
    "KmfhvZFJnudGr7yPUs4p20Mir73mttee78/Ll3U2PynM9t60TIbPJarJ9DW/82nlNToI4c"
    "gq3JfHTyYvsn4q5vg7//3tr/SyPfj7M3f8++CxKH8pk10KRRD/mU0DYVUGVcKlCBfH9OjP"
    "DR3LHB3xfX01IbMfr87crjfmU/FxqMocB6i/EIZoHQaHx/enp29vb01dmbdxfnb99evHu1"
    "sh7zp8rMyKveR2FJpqaIyLRMdHiBWQ0rJ2rfQDPnTRUr502xkfMmZ+Ow+egPYvpGXZCzcg"
    "0E+7wK2OfFYJ8Xgl1v7E5L7XvwPoxRWWNElrOG8cJ/Qy1XKCXVwN77+rSKQ3Ra7A+d5pxN"
    "CVm9vpuU+Y6eG1p1uiC9pY6r8CxvOAa+PSUFaCody1DkJPpyhF23BNB+76771O/cfUr5mD"
    "edflecOZVHl5mjP73JdOvVRdCXXv9XJP5F//Vw381qadWu/18t8Ux47rsGdRcGtpKYRIej"
    "Qym1FjJfhSZiMfFVzUzU7O3YDrWYoGGkZ8tq0TCxCNAwx0nD9KVb2FLwMOGZdhkR48dt1j"
    "IxPZ+h4cpBHiKbIZsfchcU2VYbMRf5E+xLJsWbOwS5Y+S5C8SIOfdsf8m/eF8JQ4S/xksk"
    "nyDP0OzoHsDc6DfBA3OjkzYOOS9vBPnrY5mVPSJ+uVHfik1LNtCabfEfaD1QZxmOakdi3Y"
    "YDcKlxO59ZG2o9LQla10XrCp8mfPoEb+XMn2uRg2H77dAqh42T2DElKD9rQBu1byBjdVpp"
    "Df+0ZA3/NL+Gz3zszxW+o0C4S+dTiXKPPxWmJsl35JX0/vBuda77vd+6NY2pUOoSBZ8D+v"
    "T56VP3/qZ7c4lWXweUO35PvfuPlyj8knVUDsMsihH/f7nvU2uVJyGzR+V87l/vyszNLPWc"
    "V1nqOS9e6jnPhbPMPY9Qc1kH5aTMPlF+utkPymcVQD4rxPgsC3H4tBzAOfW9WkgrRPcK+H"
    "7wrjJ0FI8cuYFjitmLIWKuuAPKjLHrGV9tsuBuWx75K9flLixVg196nYwaRvxCu9LD6sh+"
    "veirh4fblCl61cusyt9/vrvq8lFdqoY3sv3EYr0mjOEdmY4kB5ZjDMMz7TLGcBq3WcsYdk"
    "RIFXOpiKYSlF1AhHwQ//oLN/yXIX9Clgh7RB4Mrs/y1OD3Xgw4QP1YJ+AAddIGcIDAASpx"
    "BjYIOEDQejUOkEyx7dRxaFYCTaSqLqp457xVyWaenH8OVOBuqUCPO4CbEoGRrM5Ytx6+3H"
    "cfL5H8GNDOzV3v/hLJjwG969x3Poqz4Rd+/mP3vs/Pi48B/a3X/SJOB5960IJHyN327n/r"
    "9bt1yatI7BKFX7h2KtC5emjJwcw3mP1MDZtuYBMoxLdgGGgWEne8dkDe/Av4l7qBwGkpCA"
    "VWsGY5iPP4/uJ6hL8q/yDL3NiXgTTHfB0lrPHRxAN4eLHisjL9igPAfzYJyMnrztN156bb"
    "+uswdOQT4U6uMoAxPNMuoyNZ3GYtHdmfEDTBbCKiBjEKJE+QOMqv79gmluTNFC/RwrN9gm"
    "wfYWohKqIJkfBY+JFLLsm1aPNOglZ8j+lOZ5j32jxpuZ9bArWp26DVBmpTK23E6BdvgFpv"
    "Kh/DNqjWp87T05eHR24AR98GVJrLnX7v4T40neX3AX3s/vLYffr1EoVfxBF+XfE//+DW9a"
    "ee8Y/u79y8Dr7oYUmLATWvwj75VsBNR+11VttWTOTuP/sp6zi3tWFlId8+3H+Mmmf3O2iz"
    "UNkneKqyC+TxUqvAj1pUWKKkXFwuIk6iNcW/MT4LEbm5QFxIuRZZUQpmZv3mApiZddIGLD"
    "rCouO+59AjXX6CRccfUetVFh1hSWy3S2KCaqltGKSEgMktZXIDrLZA5Ea+wVFiup7GTfUp"
    "nVhcgXtxYGnibHud32bUiTD9MnHRwvVemPDFFhPbnEjnK++xlTUEJ023kaINTppW2ki80P"
    "LlrLuomRSCxFzZXV1i0KvbnVciAGe5ZRFRgfuxKzSFdL1hkehRarMiPwhsAdXKy+5Hi2tq"
    "6NPJYOvMLdvvyi10qnoE8dlSgw2LdgZZNayUzlk2P0FDsS4zRKYraDxJpMsTcgHcj9bNR2"
    "TMOxWy/Q+IEYKG4QTKfyW1ubQ6x/O2bwAGom4DPhiIemkDEj8nOfw9J36GBJmNDCBdl7B3"
    "fbzK8STvbd11xcbpSxR85iNPBvTp96d+9+4SBZ/Zef8wkSiQ6ne7kwfHYkQm2Bnz2a4Opl"
    "k5wDXXT2sWmYoldB42Nlwj2n55AHfum27RGtz6gTohrjPcrRs+1V0i8VfGDn5+Evtswi+b"
    "jMjvKujhXaEa3uV2rhHM6nXzWGIj3DUbLNLgXlRaCb0oWQm9UOQJO2QdDK3hblwZDM3Q3s"
    "5MCEnS95okPWWEWBY/W7BPtcAKiUUaOGBUKXR5Xlzn8jxX5tIj/Gcy9YBRNgcmpZqH8/Yz"
    "BKo3IFzZFHvLWlsQRks/GFiaM3RchaPBaujgOF717juPv6t3IVwpRo+r3/vdjj77EB7JmD"
    "/YpO++ENpSLJakzrfLlku8oKXhr5pWWjBxbPoS7SBkIuL5b0zUsbTpBzScMxmzKUslLCaE"
    "ii2EC8wQ+RbMWxYau55c7qDkm69eL9ny9WG5RD8LCJZLdNIGROk3N167SpQ++Taz+dU20H"
    "pasoFaPxItV1rBCefOujpOiEGKF531G1pLdQmalBTE75XH74Vo5QGuHWz2FF/pOIFdH22W"
    "7lo6hZtF4CvTvKz0UpbnJW5UYVP3GE9tZynLwwUuF5IuFwvKx43IM6ZoYfsTmUlaZNX6WT"
    "g7HvnqvnBFCB+HUIsh7DhyP/eEKLYU7Owu4D/pNj61wX/SShvgP4H/BP5T4+1rOVNu9HKn"
    "JcGLOgYtj4iJuetbb+kqJ9q89avtBxbASuyuV2Jhm+TOc7/CHrSo/xztHrQe/Wr72C/gBR"
    "Jn22XUgJ1uV4Ed4O74z2LeRwu8FPkAxAomFoWl+IWIFVaN+iArz0uHXpahp2gY5G8dtuXO"
    "MWKpKIFtXhp4AN3GozbwAFppA3gA4AGAB2i8h4hNk8w2e7szosAE6Kxn4Ht+BC2HtrAxWt"
    "Y0lnKCsLkBWIcdQAqsw55YB/WosE909RwG1oObGwp1onU+YcYWrmc9EqYu7JNu0C4jd2Zh"
    "U8Nbta1D8MyIN7Vl5AjyXcSvgDCKLtlGX7FjB/HrGLGJ6/lImglltM7GFwQyR7dhvg1kjl"
    "baADIHyBwgcxrv/kFQfLP1C04oOKHa+EnaLn13ZjbXU0uVejU40y5NuzqzjRdSMeVqB/Gm"
    "QRw6M13eBUWwuViAdhe0jcw5d2F8RLA5QXyMRSPeVESviwbSmuLOjKhParkiQJ2qnKNtXx"
    "5cJd0Goza4SlppA4qmQdG0fc+5DfY8oWha07Su8FSgaFpxAPROiqZNbFVFr2J8o/YNxHf7"
    "mYcDUzsPb3Eau1gCsth9RxY7YCk3UYXmc0PeJHAw840NqcqsLPCVOmsags5+BC1H7lntoL"
    "OcILDT5ex0DBgw1BUY6lz/0omlvuWafwxSpCuY6sTZdhlb7fB2RpxpvUpV16Vk5hjCHkFC"
    "XFXQVdkGuGPdhoo2cMdaaQO4Y+CO9z0bHimLCNzxj6h14I7rcZuVuOPXJdzx6zx3jD1zYn"
    "/dbMdfWhTccn1eo2D0zPmOB9qlYM+IY1PSUm1QiM61S/cmJFutD8OhyPUs4hFL5oYYe+4U"
    "jW2P+Yjr1+eiYkMBRhYxbWFjKQJtNrgAuEP6GeDgDumkDXCHwB0CwxjcIdA6uEPaukNcXb"
    "a6gm/h3JQU2d/ktEuYtzw/2Wz1jDlUr1yXmzO0wNRNCWYrunHJXYG7OrLnim4PD7epceiq"
    "18/03c+iaPtPr2WX5o3sYPEqjzm49eDW77rQhI+flT59cKJdWmRi1aTCphrmk1lQNC/iAU"
    "7QUNTAM+RluEPGhuheVH7AjuMuGCLcXVgieTIs9xBL5p397V8fuAD9vE/gAnTSBnABwAXs"
    "3aw9Tq8QuIAfUevABRyeCzA5Gs+up4iuFBh36Xyai61Mj6gJeZ0xbz186t5fIvF3QP/zc+"
    "e290uve3OJVl8H9MsDb8D/DOjtw1P/Eom/A3rTe0o0T/6XtbIPs3UHyJztGxgzzx3hke3Y"
    "vuK9KIY1LQXIKpD1XJ+b7gYe+8QzLLxU7DkrxFcpuxHKmnE1WweZ/Dm3PW7whJ5gDuLibX"
    "0K0f3v70u4fqO57fg2ZSfifofw8nay6y/Nu9TRT17yu9Sj2Yuwbz0AgdxcAjk1n4fEZU3+"
    "KyMGW7XKt2olA9i+c6NWMmLuOKFdv1Ur07t02qh1PWe+Gzh+LcXaR/J0u2wFxJQNw5/crl"
    "hrWzQOSl6LNYeA6EX8ZSeWiEgUmb7kRq0PaPhClkNZ8YofE48oS1+Z8cOxobLM9tZvAEsh"
    "uo1SbVgK0UobsBQCSyH7noiPlBSHpZAfUetVlkLCFK1VV0LC5jqT8hsuhGy/hDWsMu12le"
    "mF/7RNV5giWZ2xbvW7/+xfIvF3QIP4xUsUfA6oGDsukfg7oCL6sdu5v0ThlwG9/vWhd83P"
    "B596rCmZE9c26+WDS4gAYQxEpR5cluYzvFaRrrfcbnpy555JWqrkPPHZdmlyHt7OYHHDCs"
    "l5iEi4I1PvmO6UyI2oqvw8Rc2AfNHP3QfyRSdtAPkC5Mu+J+UjdcOBfPkRtQ5xqIdnCMDD"
    "AQ9nxx5OHz+3FK6NONwu82n8sEGFxWtRtzdYWo6TiU6x9yKS7Nj+RLUcXUUEfBz9rGrwcX"
    "TSBvg44OOAtQs+DmgdfJxt+DgXVVyci2IP5wIcHHBw9u3gdL/5xKPY6SmjdhNn22XuDgnb"
    "hbZolSUc7rxg6grXBLEl88kUmdhxGHdr7CCY9gMKupoIoE0G3U5d+owc3rcD50e17rPVa4"
    "MjpZ/pDo6UTtpI1ASUb1sdeyCWaKBFsBPWMzPWVgU6I9ZAtHdSQtRmhpgP8kivS9AXSe0x"
    "O180uh9tcj4ZCVJv6E6IwF678r12Aqo8tLX32d2GlzlOSNfvsUv0KJ3210nYC6Ksyo3zSO"
    "/rrfInd0pGrrVEi4mLpniJRvPlCRryHuHP2RB5ZEawz6TFHOVwEXn+xFY3ub+8jZgbrEtg"
    "iqSeeTuKGPG4RW37H3Km+q5vOKBDsVbCLzVxOcj8NrwpI8I5RmPeXmzTQyN+S+kziO/EFH"
    "v2FhNCxb8LLELH6Ffi8X4udvVRkeIQmRNMuZIQfuYdCZwEcBLASYDVFlht0W7OP1LeHVZb"
    "fkStV1ptmUfFiCuvt6wkGunxV3L4S/z9rLsvq1kZdRe10lIbAa3Z6soeeCwHb4B0SgiArg"
    "T0H+7I8G3fqQV0Sqh5QO+EKzTd6QzTZe1OnZUDuCvBvSAjJqjEGkgnRJoH8kUlkC9KQL5Q"
    "xFhbFjdfam3rTYhAosHN9+86ronrjdmxRPM699lFhb59dlHYtcWpzFql3HHKn9vHtlNryT"
    "Ir2Dy0dzKUzH3FynDxMBI2hyFk8yHEI2PiefUcxqRM8zo2NyMqWiKlpojCmaEWfwpjFpZv"
    "qu7PpOUA8aqIBwmNmR2uVdZhwDKiDaTAjpfyyjOdwWKg+qVanwkoltaZ/2pspQlmup7i/S"
    "xc6Vm1hxz9ihz92Be32/BNiKU1nmRavz7wvs3/8A7febzjPZ7/HdDrh1vevcXfTbr1eYVe"
    "fV6c+S0XgMf4rBAsoUzdOVUtwBCTt3AKAvEU4tkpKJA/Ca+jjXa2Mf/cdK97d53bn16/b5"
    "9nAsKSafiKIDfn3DilZq2shmppjd+CTX3kKi5ysYecS3Ao6kaMXVHa05jPNlhpVF4AdqLo"
    "bGzJ9RVs+vZX219uoHKVPGhcZ40Ha5f8gjOXg7lJQIH6CqB1nbUeFCSoQ8fFEnrk6hS3bU"
    "yuTnF7orIkS/QRiwBFujnylnhHfBEW7ovQ6JwCSrd55IX3uNtjdeR4t3u4IpjDrbeEmxJq"
    "ng2/K7o02MewyfSeloRpXetpPdqrsEk0cEYWNK2zpuW2lryK+9zlLgh9iQT2x4O3DmCeiX"
    "T65UbCSo+3D/cfo+ZZy0Ed2FVvw0ha6jt2jBzPa1RjF0hoNNXGNCkFmOYwDYfwUf3OmhMF"
    "dLMmVMGm+2JUEyKApsL49whmHJSaW75zkoBtGlt3wX9zTVSTMoBnGk+oBbybbDFBIGU9UF"
    "NC0FFVQVE1AU3IQBfNAOoTPK29T3wlAt2zNCFJXPMnje1GKUniSkNHiez6vCSpgU+dmUQ1"
    "Z20BXqisrsBXDptbAPcpuk5TkU3OL+thlWboFmC9I9G+54YOB0l7fT2sYlLaAqr98DINxT"
    "Qxda+HNOGGbmMK41d7XF2sofjmPff1MCeJKRgX1mOsIPKqgCyp6i3gex1fqbEAJ2n9Sh1Y"
    "HVqwAbarKzUW2yS9vx5bwa9uAdgbcsRB1utRTbDQumU07E7FHtqCtIbByfba2rFk1W59uS"
    "WKyM+iOQp3qYt0gljmVLtEmCHRMaw2wtQS/9m+yPknX3iPWIpKTN97NUgbqBtdIQQhbaA+"
    "2kikDcTOvFak2EpA551/m271qJT66qwk99VZPvkVdb0pdmxGaiUWT0s1EOvTiyobyHir4o"
    "C8i9wmMt7Zbb9eFsykyP7SYO4S5i3vj7SZwV0fmzdWdOB1+dqTkhDFWyOKl2M3cvksswno"
    "CUHAHBLla7IuBYnyq7F5+ibK/8TVQVoFbmVwsr3WrZyt2lWo4isboyDbauwFfkDD2DwaCv"
    "eve/L6zXkbuR66FwIL7vWJTPXcLZw7FqKuSEGP5lzzHvNdV+Vz7vRW4JDqNk61wSHVShvg"
    "kO6p+OXBvFHNaN5dp7wGTxQ8UfCKwCsCr6jpXlEfP7cKfCJxqr3WI/LDVhXK+9rmRFp4yM"
    "SeZxNReksc4ldQFexd0xq8Et3GiTZ4JVppAybBXW0AwM91e/JKAsAEi2IfFkWmv24B0tAc"
    "aCqi8Suqk4kmdwJcy9KiKjMtebrUVAsC7s245Vpz7YESxHwyi9nkv3ETDC9P0D1/BiYDmM"
    "L6q8I4wx5BL2TmyxCnCVmiBfFIXIp1bD/P+RiA2Nz7GhbBTpl7O73bgHp8up7yWwVhV545"
    "sb/y/8COBDsS7Mgahs/Yc6fGJvtJc4KwC1KBbO0Sg0mh5tHaOyl8JzGL6oarwV6fNj13EY"
    "3Bb2wZAd/daCjKiIE/loe17jiUEGngKuZOhiEO2fcOQplL6Ix8Y8cgRvgNLWbY1CjY+31l"
    "PxcXNlFIN6jGyfvT07Ozt6evzt68uzh/+/bi3avVEmr+VNla6lXvo1jYS2klv9JXP7tlY6"
    "udl2B5dEkta2etg1x1BTM7rAIAcX1wmrUWcQ27+6tAumZP/2GI62jPv4K0TqQDKCasE9kH"
    "qoRah83b6IXPIxT5gggW4c2uQ1DAsZ2goUx3PET8oCWiCbCPGBFkMBpzFcu9uKOlKrh6ux"
    "cHwlm3Ub0NhLNW2kiEUxOP1QtDTUjsLwr19Y5A3HYIqukRvGEhgJRkA12mFv+B1gN1luGo"
    "diQuVDgAl3pQ85m1odbTkqB1XbSucJzDp09slahJ4jaYwT2tWj6nrHpOrniOO+W3q4NwLK"
    "HxctGmEF9UKTTKW5XkQ8gVG12QEbPrVYJKiDQP5ItK/fiipB9f5PtxmKUoD3JxmbmECJSZ"
    "27zMXBCHtNHEnBGFskz6TMR5+wvKMu24LFOOlT0U5RWkYlRSXqssjWWUV9yoSnYB7um69A"
    "Q9iKS/MrBRpKpFok68JdkpxAgRxFNbREkubD/YTsM+bE6E7eOWQI/pR8gAPaaTNoAeA3ps"
    "3/bYkRIlQI/9iFqvQo+NbU/UjK4bcZ2Sah7DsJNYRwdvgHRKCICuBPQf7sjwbd+pBXRKqH"
    "lA74T7Bc7sUJyZJQZ03yisn1CaRycvDKl0aqTSAb4S+ErgK6GMvJaRuVDqeIdbwqDg6e7i"
    "xqHM1u7KbEHhyIrAQuHI7WO6tnDkQVcpP7nBoxctVQbn2xXWK43ZqmmVUlurqlgeSqYrDy"
    "+2WcGt773mgA5oNlO6zI8+5lfE0TVlahlIlA5Ll7B0+f025Qv/oWqacv3O90hW51DVVveu"
    "07u9RPJjQD/9yp31SyQ/siNYpdC/KoF/xWF/WQIT0tQ3tm6aZuYSlE07ymT16aK71WmppB"
    "TsGF/n+e+/CLSmwG6nCvRhHCpZKFrhSEUFpIsdqKhSdaUNzhPRBcTeY0YcBzF3yn0MkcOy"
    "djCmcofz9q4ufSmI9gSXCVwmiPbU2sSBaM+Gxf1BtOePqPUq0Z6wGXq3AXHcQfHnipiRan"
    "xeLL3HABKRjLLmfJ9KY6lKWLkJs1eFECmmQ3JkCJ66c6oa27jhPsVOQXjWSig7rAVSJ6H0"
    "8dFPJeDedK97d53bn16/b59nYt9WuOc6ujn3PELNgqStBeZCQqZ5lF6Vff/Fu/5ze/7Jtx"
    "kxxTRrOi4jG0zTygtAwKE+k3PeJpOa2sgQTwqCjnXWMQQP/xh6huBhCB7W7zWqwbIdeOWr"
    "kZhCQDYEZOuFJgRkHyQg+xBL3seL7foVbwh2h2B3LTDVNNj9CxlNXPel4/tkOlOGu2datM"
    "viNRZBW+6Hxo0r1VH1vWUQkc4vyT1Zb3kZBEWINPIeMYk4hjBlooqp1RZh7IvJUpz1CFpg"
    "hqgbns3Hbmz/8hCSoZux0kYQkqGTNhLrivNorqwYkRELQNgp1PD6UUjBqe2IoHZZ7a7Gy5"
    "IVg1dG8coEi+ccNUsR4VBcejAt1aCqg1sDlnieqxjai9d5VwLNW+TdTeZxaXPWQTiWaB7E"
    "r19VTQlWmhMsX6cg9AlqmogZMdjLUU4aRnBtgSkIPdKbxBWPE+H1rEGmk2nIHKy0UEwdJB"
    "W1njtIdpRq5AH5SqiPuLdk+4y760uxS0PsTSfUkjvvT1D4BDZhggYQ59h89AcxfTR2Hcdd"
    "IILNCXKFN49sKmkB17OCfxYT25woWYU93HdA+bElErwEmmKLoJ+G0c68YTsSEa7vCDOCsM"
    "Nv8XfgKICjAI6iBkcRvpM14U9LwfSv8LoKIsqrxTvvOby89al7f9O7/1izq0Zilyj8MqCP"
    "3f7j7/JQ9G1Ab7q3vd+6j92bS7T6Ko525IHOTXZ+qWIPv69gDL8vtITf55yNgLPnWlCGRx"
    "c6yjm5/ZEQr3bld2zZUabkm79BWF9CDEL6dGbvYKNc8at0nFumqmyUG9vUZpON1J4Rhbdb"
    "57fbIzMHL4UxW89AzMpBVFmGPg7d5JqwZsTA8M7CKliJupgmZADQciIz6n/bIzK7iSseJ8"
    "LriczMW7s+qkx2yS1g3I2u01hkE++uhvzwqnMX88PJ/r+eH06+f+v54S8yhktixBDmXxn/"
    "lg8SUzeTmXoCfOXoMUTC012iKcGUN3OcEzRkM2HhGoz8KZOiCj5WVOYJyWGZEXWCGRoR05"
    "2SRASaDDLjJ8bcbQ7SpfrugHJ1m8QTjPIHkQNIdG6L8Q/bcQQh7BB5gwgCcUN3PG4j5gZ3"
    "4pcRSYnE8anNGLH4A1ri8WxqYMNzF0Mk3XQ2oFZMTT/zLxTNZ4jZMsdR9BPkJbHnia1lQC"
    "oDqQykMuQiOhSFBhRLMdTNpVggF1HTtK5gXHK5iOaeo144KlB10LyZmYgqpiIqzUWUi3hK"
    "mLR5oIsr9GXEvqtK3/faB6O57fg2ZSfifocwBXZSvE9YPfxujq+K+itWTEYMyidurgGbCe"
    "uSezx5/EsrJ6bk9lg0MXJjjrZmomUz8fs3meMzorCKos+cnjflUjREDa8oJwfhBbkNDisK"
    "SjFo2c/FWxxSck3aO/L+9PTs7O3pq7M37y7O3769ePdqhXH+VBnYV72PAu/UWxMoILdCcF"
    "CW9VGuNbaKOdawQbsKw+rFbSvkXfcwfSYivDVkTyVraAvGUzCRMmiVa8dFCcJRkJxo6nrk"
    "A3oWQbGLCaErOYsfUWVg39l9gNXUj0cDVlMnbcBUc9CpJpVsw60PfiwDwG8MPBDQxQo5Ti"
    "qyCgENMUoQUqNt4EeVkJqDeiVPhI99ZZEfYYNKXgmL21aI+hAFlXjHCQIyrNQ2PExXARSX"
    "8jQlCyLCHRbuCerz//mzOLaJpcU2xUu08GyfoKGs8Dhsy1gNMeKJII2cn7K3Ow+oy0dcNA"
    "xNSsN0sD01QrDYUAZ1BNWnfFfea+F6L1GNXu7+4JE792U9K/6w4AeBHwR+UJ3oDigPm0rM"
    "UC0vQ1lahlwdCbC3f4RlATCwwcAGA7uigf3X/wP3JWgY"
)
