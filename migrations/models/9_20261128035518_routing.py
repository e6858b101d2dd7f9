"""Routing: rules, shares, decisions and the queue; when members work and how much they take."""

from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True


async def upgrade(db: BaseDBAsyncClient) -> str:
    return r"""
        CREATE TABLE "assignment_rule" (
          "id" UUID NOT NULL PRIMARY KEY,
          "tenant_id" UUID NOT NULL,
          "version" INT NOT NULL,
          "created_at" TIMESTAMPTZ NOT NULL,
          "updated_at" TIMESTAMPTZ NOT NULL,
          "name" VARCHAR(100) NOT NULL,
          "position" INT NOT NULL,
          "lead_filter" JSONB,
          "strategy" VARCHAR(11) NOT NULL,
          "is_active" BOOL NOT NULL,
          "credits" JSONB NOT NULL,
          "archived_at" TIMESTAMPTZ,
          "member_id" UUID,
          "team_id" UUID
        );
        COMMENT ON COLUMN "assignment_rule"."strategy" IS 'FIXED: FIXED\nROUND_ROBIN: ROUND_ROBIN\nLEAST_BUSY: LEAST_BUSY\nWEIGHTED: WEIGHTED\nQUEUE: QUEUE\nKEEP_OWNER: KEEP_OWNER';
        COMMENT ON TABLE "assignment_rule" IS 'Which new leads go to whom. `credits` is the turn: what each member has coming, as fractions of a lead, see';
        CREATE TABLE "assignment_decision" (
          "id" UUID NOT NULL PRIMARY KEY,
          "tenant_id" UUID NOT NULL,
          "strategy" VARCHAR(11),
          "queued" BOOL NOT NULL,
          "at" TIMESTAMPTZ NOT NULL,
          "candidates" JSONB NOT NULL,
          "lead_id" UUID NOT NULL,
          "member_id" UUID,
          "rule_id" UUID
        );
        COMMENT ON COLUMN "assignment_decision"."strategy" IS 'FIXED: FIXED\nROUND_ROBIN: ROUND_ROBIN\nLEAST_BUSY: LEAST_BUSY\nWEIGHTED: WEIGHTED\nQUEUE: QUEUE\nKEEP_OWNER: KEEP_OWNER';
        COMMENT ON TABLE "assignment_decision" IS 'What was decided about a lead at a moment. `candidates` holds each member that was thought of, in the order in which';
        CREATE TABLE "assignment_share" (
          "id" UUID NOT NULL PRIMARY KEY,
          "tenant_id" UUID NOT NULL,
          "weight" INT NOT NULL,
          "member_id" UUID NOT NULL,
          "rule_id" UUID NOT NULL
        );
        COMMENT ON TABLE "assignment_share" IS 'A member whom a rule names, and how many leads they get beside the others.';
        CREATE TABLE "queued_lead" (
          "id" UUID NOT NULL PRIMARY KEY,
          "tenant_id" UUID NOT NULL,
          "since" TIMESTAMPTZ NOT NULL,
          "asked" VARCHAR(32) NOT NULL,
          "look_again" BOOL NOT NULL,
          "lead_id" UUID NOT NULL,
          "member_id" UUID,
          "rule_id" UUID
        );
        COMMENT ON TABLE "queued_lead" IS 'A lead that waits until somebody has room, in the order of `since`. `rule_id` is the rule whose members are full or';
        ALTER TABLE "member" ADD "capacity_30_days" INT;
        ALTER TABLE "member" ADD "capacity_open" INT;
        ALTER TABLE "member" ADD "away_until" TIMESTAMPTZ;
        ALTER TABLE "member" ADD "working_hours" JSONB;

        alter table assignment_rule drop constraint if exists assignment_rule_pkey;
        alter table assignment_rule add primary key (tenant_id, id);
        alter table assignment_rule add foreign key (tenant_id) references tenant (tenant_id) on delete cascade;
        alter table assignment_rule enable row level security;
        alter table assignment_rule force row level security;
        create policy owner_all on assignment_rule to leadhub_owner using (true) with check (true);
        create policy app_select on assignment_rule for select to leadhub_app using (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid));
        create policy app_insert on assignment_rule for insert to leadhub_app with check (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid));
        create policy app_update on assignment_rule for update to leadhub_app using (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid)) with check (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid));
        create policy app_delete on assignment_rule for delete to leadhub_app using (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid));
        grant select, insert, update, delete on assignment_rule to leadhub_app;

        alter table assignment_share drop constraint if exists assignment_share_pkey;
        alter table assignment_share add primary key (tenant_id, id);
        alter table assignment_share add foreign key (tenant_id) references tenant (tenant_id) on delete cascade;
        alter table assignment_share enable row level security;
        alter table assignment_share force row level security;
        create policy owner_all on assignment_share to leadhub_owner using (true) with check (true);
        create policy app_select on assignment_share for select to leadhub_app using (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid));
        create policy app_insert on assignment_share for insert to leadhub_app with check (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid));
        create policy app_update on assignment_share for update to leadhub_app using (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid)) with check (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid));
        create policy app_delete on assignment_share for delete to leadhub_app using (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid));
        grant select, insert, update, delete on assignment_share to leadhub_app;

        alter table assignment_decision drop constraint if exists assignment_decision_pkey;
        alter table assignment_decision add primary key (tenant_id, id);
        alter table assignment_decision add foreign key (tenant_id) references tenant (tenant_id) on delete cascade;
        alter table assignment_decision enable row level security;
        alter table assignment_decision force row level security;
        create policy owner_all on assignment_decision to leadhub_owner using (true) with check (true);
        create policy app_select on assignment_decision for select to leadhub_app using (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and (
              (select current_setting('leadhub.reach', true)) = 'all'
              or (select r.id from lead r where r.tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and r.id = lead_id) is not null
            ));
        create policy app_insert on assignment_decision for insert to leadhub_app with check (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid));
        create policy app_update on assignment_decision for update to leadhub_app using (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and (
              (select current_setting('leadhub.reach', true)) = 'all'
              or (select r.id from lead r where r.tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and r.id = lead_id) is not null
            )) with check (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid));
        create policy app_delete on assignment_decision for delete to leadhub_app using (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and (
              (select current_setting('leadhub.reach', true)) = 'all'
              or (select r.id from lead r where r.tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and r.id = lead_id) is not null
            ));
        grant select, insert, update, delete on assignment_decision to leadhub_app;

        alter table queued_lead drop constraint if exists queued_lead_pkey;
        alter table queued_lead add primary key (tenant_id, id);
        alter table queued_lead add foreign key (tenant_id) references tenant (tenant_id) on delete cascade;
        alter table queued_lead enable row level security;
        alter table queued_lead force row level security;
        create policy owner_all on queued_lead to leadhub_owner using (true) with check (true);
        create policy app_select on queued_lead for select to leadhub_app using (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and (
              (select current_setting('leadhub.reach', true)) = 'all'
              or (select r.id from lead r where r.tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and r.id = lead_id) is not null
            ));
        create policy app_insert on queued_lead for insert to leadhub_app with check (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid));
        create policy app_update on queued_lead for update to leadhub_app using (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and (
              (select current_setting('leadhub.reach', true)) = 'all'
              or (select r.id from lead r where r.tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and r.id = lead_id) is not null
            )) with check (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid));
        create policy app_delete on queued_lead for delete to leadhub_app using (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and (
              (select current_setting('leadhub.reach', true)) = 'all'
              or (select r.id from lead r where r.tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and r.id = lead_id) is not null
            ));
        grant select, insert, update, delete on queued_lead to leadhub_app;

        alter table assignment_rule add constraint assignment_rule_team_id_fkey foreign key (tenant_id, team_id) references team (tenant_id, id) on delete no action;
        alter table assignment_rule add constraint assignment_rule_member_id_fkey foreign key (tenant_id, member_id) references member (tenant_id, id) on delete no action;
        alter table assignment_share add constraint assignment_share_rule_id_fkey foreign key (tenant_id, rule_id) references assignment_rule (tenant_id, id) on delete cascade;
        alter table assignment_share add constraint assignment_share_member_id_fkey foreign key (tenant_id, member_id) references member (tenant_id, id) on delete no action;
        alter table assignment_decision add constraint assignment_decision_lead_id_fkey foreign key (tenant_id, lead_id) references lead (tenant_id, id) on delete cascade;
        alter table assignment_decision add constraint assignment_decision_rule_id_fkey foreign key (tenant_id, rule_id) references assignment_rule (tenant_id, id) on delete no action;
        alter table assignment_decision add constraint assignment_decision_member_id_fkey foreign key (tenant_id, member_id) references member (tenant_id, id) on delete no action;
        alter table queued_lead add constraint queued_lead_lead_id_fkey foreign key (tenant_id, lead_id) references lead (tenant_id, id) on delete cascade;
        alter table queued_lead add constraint queued_lead_rule_id_fkey foreign key (tenant_id, rule_id) references assignment_rule (tenant_id, id) on delete no action;
        alter table queued_lead add constraint queued_lead_member_id_fkey foreign key (tenant_id, member_id) references member (tenant_id, id) on delete no action;

        alter table assignment_rule add check (strategy in ('FIXED', 'ROUND_ROBIN', 'LEAST_BUSY', 'WEIGHTED', 'QUEUE', 'KEEP_OWNER'));
        alter table assignment_decision add check (strategy in ('FIXED', 'ROUND_ROBIN', 'LEAST_BUSY', 'WEIGHTED', 'QUEUE', 'KEEP_OWNER'));
        alter table assignment_share add check (weight > 0);
        create unique index assignment_rule_name on assignment_rule (tenant_id, lower(name)) where archived_at is null;
        create unique index assignment_share_member on assignment_share (tenant_id, rule_id, member_id);
        create index assignment_decision_lead on assignment_decision (tenant_id, lead_id, id);
        create index assignment_decision_member on assignment_decision (tenant_id, member_id, at) where member_id is not null;
        create unique index queued_lead_lead on queued_lead (tenant_id, lead_id);
        create index queued_lead_since on queued_lead (tenant_id, since, id);

        -- What members have in hand, who is known to have a person, and where leads wait: of the tenant, in reach or not
        grant select (owner_id, status, converted_at, created_at) on lead to leadhub_lookup;
        grant select (status, role) on member to leadhub_lookup;
        grant select (owner_id, archived_at, created_at) on contact to leadhub_lookup;
        grant select (tenant_id, contact_id, normalised) on contact_point to leadhub_lookup;
        grant select (tenant_id, member_id, at) on assignment_decision to leadhub_lookup;
        grant select (tenant_id) on queued_lead to leadhub_lookup;
        create policy lookup on contact_point for select to leadhub_lookup using (true);
        create policy lookup on assignment_decision for select to leadhub_lookup using (true);
        create policy lookup on queued_lead for select to leadhub_lookup using (true);

        create function leadhub_member_loads(members uuid[], since timestamptz)
        returns table (member_id uuid, open_leads int, assigned int, last_at timestamptz)
        language sql stable security definer set search_path = public, pg_temp as $$
          select m.id,
            (select count(*)::int from lead l
             where l.tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid)
               and l.owner_id = m.id and l.status in ('OPEN', 'QUALIFIED')
               and l.deleted_at is null and l.merged_into_id is null and l.converted_at is null),
            (select count(*)::int from assignment_decision d
             where d.tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and d.member_id = m.id and d.at > since),
            (select max(d.at) from assignment_decision d
             where d.tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and d.member_id = m.id)
          from unnest(members) as m (id)
        $$;

        create function leadhub_known_owner(emails text[], phones text[]) returns uuid
        language sql stable security definer set search_path = public, pg_temp as $$
          select coalesce(
            (select l.owner_id from lead l join member m on m.tenant_id = l.tenant_id and m.id = l.owner_id
             where l.tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid)
               and l.id in (
                 select e.lead_id from lead_email e
                 where e.tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and e.normalised = any (emails)
                 union all
                 select p.lead_id from lead_phone p
                 where p.tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and p.normalised = any (phones))
               and l.deleted_at is null and l.merged_into_id is null and m.status = 'ACTIVE' and m.role <> 'VIEWER'
             order by l.created_at desc, l.id desc limit 1),
            (select c.owner_id from contact c join member m on m.tenant_id = c.tenant_id and m.id = c.owner_id
             where c.tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid)
               and c.id in (
                 select p.contact_id from contact_point p
                 where p.tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and p.normalised = any (emails || phones))
               and c.archived_at is null and m.status = 'ACTIVE' and m.role <> 'VIEWER'
             order by c.created_at desc, c.id desc limit 1))
        $$;

        create function leadhub_queueing_tenants() returns table (tenant_id uuid)
        language sql stable security definer set search_path = public, pg_temp as $$
          select distinct q.tenant_id from queued_lead q
        $$;

        revoke execute on function leadhub_member_loads(uuid[], timestamptz), leadhub_known_owner(text[], text[]), leadhub_queueing_tenants() from public;
        grant execute on function leadhub_member_loads(uuid[], timestamptz), leadhub_known_owner(text[], text[]), leadhub_queueing_tenants() to leadhub_app;
        grant create on schema public to leadhub_lookup;
        alter function leadhub_member_loads(uuid[], timestamptz) owner to leadhub_lookup;
        alter function leadhub_known_owner(text[], text[]) owner to leadhub_lookup;
        alter function leadhub_queueing_tenants() owner to leadhub_lookup;
        revoke create on schema public from leadhub_lookup;"""


async def downgrade(db: BaseDBAsyncClient) -> str:
    return r"""
        drop function leadhub_member_loads, leadhub_known_owner, leadhub_queueing_tenants;
        drop policy lookup on contact_point;
        revoke select (tenant_id, contact_id, normalised) on contact_point from leadhub_lookup;
        revoke select (owner_id, archived_at, created_at) on contact from leadhub_lookup;
        revoke select (status, role) on member from leadhub_lookup;
        revoke select (owner_id, status, converted_at, created_at) on lead from leadhub_lookup;
        drop table queued_lead, assignment_decision, assignment_share, assignment_rule;
        alter table member drop column away_until;
        alter table member drop column capacity_30_days;
        alter table member drop column capacity_open;
        alter table member drop column working_hours;"""


MODELS_STATE = (
    "eJztfWtz4jq29l9R8WX2VDGpzq0v9KlTRTrs3pzpJD0JvXv2eXkLDIjgiZHYlgnNe87891"
    "dLvl+xCRDhXl8CsbVs80iW1nrWRf/TmPMJtcRJm9rmeNZokf9pMGNO5ZfEmSZpGItFeBwO"
    "OMbIUk2NsM1IOLYxduTRqWEJKg9NqBjb5sIxOZNH2dKy4CAfy4YmewwPLZn555IOHP5InR"
    "m15Yn/83/lYZNN6A8q/H8XT4OpSa1J7FHNCdxbHR8464U61mXOr6oh3G00GHNrOWdh48Xa"
    "mXEWtDaZA0cfKaO24VC4vGMv4fHh6bzf6f8i90nDJu4jRmQmdGosLSfyc0eD8FhjMLi96w"
    "0eOr3BoFEBoDFnAK58VKF+/SM8wt/OTi/eXbw/f3vxXjZRjxkcefdv99YhMK6ggue21/i3"
    "Om84httCYRyC+kxtAY+UQvbTzLCzoY2IJPCVD57E10ezCGD/QIhwOKoOAfHc+DGwKHt04N"
    "U4u7wsAPT39v2n39r3v8hWf4VbcvkauG/HrXfqzD0HqIcow0tVAWGveQ3RPX3zpgS6slUu"
    "uupcHF15R4e6r3Yc4f96uLvNRjgikkB5Yo4d8r/EMkVqrjgCtAvABTDgynMh/rSimP5y0/"
    "5nEu5PX+6uFDhcOI+2uoq6wJWEHibo6VNkNoEDI2P8tDLsySB1hp/xvLbpU/OzefKIwYxH"
    "BST8Yvh93pLVeYYOzFjL3BOFSxkNmmxayRp3jJLxzGCP9IQMBf1zSGxTUEFGa8LlqQW1iR"
    "xJBnOaxGRkzOdz0yHcnlD7pJHospdea8dr57dv3esKi+dyaU5OQGab12LzGtr4j+mSjQF1"
    "YlFjMluOTp5M5wTu+s79+5+Nw7806v04f/vX5LugcCheWd2eHFRDPia0yw4oMy/ldIF6f0"
    "4G3qPx6UC+L9zWsjdC9OXblcb9ynzMVRg9gc0a4xGsAp7S+OHs7Pz83dmb87fvLy/evbt8"
    "/ybQHtOnitTIq+5n0CRjS4SvWkYGPGBWQcvx29dQzXlbRst5m6/kvE3pOGI5+hcdO4OqIC"
    "flagj2RRmwL/LBvsgFu9rcHZc69OT9OkplhRlZrRqDJ/kbKplCMakajt7TszIG0Vm+PXSW"
    "MjYVZNXGblTmBSPX0+p0QXpHAzfDsryWGDjmnOagmWlYeiIn/pcjHLoFgPa6N52HXvvma8"
    "zGvG73OnDmTB1dJ47+8jYxrIOLkO/d3m8E/iX/fXfbSfZS0K733w14JmPp8AHjq4ExiWLi"
    "H/YPxbo1l/nKVRHzia9yaqJmb8duqMUIDaMsW1GJhglFkIY5Thqmp8zCRgYP451pFhExTt"
    "hmIxPTdQQZBgbykJiCmPIQXzFiTppEcOLMDEcxKfbSooRPic1XRNDx0jadtfxiP1NBqHyN"
    "10Q9QZqh2dM9kLnRb4FH5kan3njNdXkryE+PZVW2KfzyQXUtNi5ZQ222IX/g5I5Za29WOx"
    "Lt1puAC5Xb5WKyZa/HJbHXden1DJvGe/oIb2UtHyuRg1773dAqrxsnsWdKUH1WgNZvX0PG"
    "6qyUD/+swId/lvbhC8dwlhm2IyDcYcu5Qrkrn8pgY5oeyIH04fButD/1ur93KipTnlSLuJ"
    "999vDt4Wvn9rpz3SLB1z6Tht9D9/Zzi3hfkobK6zCLMOP/P2n7VPLyRGQO2Dnfep/2peYm"
    "XD0XZVw9F/munotUOMvStikbr6ugHJU5JMoP14dB+bwEyOe5GJ8nIfaeVgK4ZI5dCekM0Y"
    "MCfhi8y0wd+TNHauKYG+JpADFX0gAVgym3B88mXUmzLY38FefShGXZ4BdeJ9ENI3mhffVD"
    "cOSwVvTV3d2XmCp61U145W+/3Vx15KyuukY2Mp2Is14TxvCGzkeKA0sxht6ZZhFjOA/bbG"
    "QM2xBSJTiDaCqg7Fwi5CP866y4968gzoyuiWFTddC9vjgh34Hos/nSkZ1F5LgTQPbJpvMW"
    "kW++aZHVjLJQ1lgZ62aKTzz4E/RZeHDF7acmmfEVkX2xJnxBXXrIu59jPEnMDDYJm8jHOn"
    "9DJsZafCS38LymIIwTy5ybDhKZSGQikYlEJhKZ+tnnx0lpIZH5M/Z6GSKTzg3TqmKVBQJ1"
    "5Nsuy1AMslVBRlKKZEA+c798pi2t2G3ZTF9WZ6wbd99vO/ctoj76rH19071tEfXRZzft2/"
    "ZnOOt9kec/d2578jx89Nnv3c53OO1+6sFtHiEB3b39vdvrVGXgfLEW8b7I3inBSevRS5Yh"
    "nIEwH9nAZFvoBBniO1AMNIvrO149IK3+AacxUGRH1a6OS2Iv69zLQFTJ3zqY8WUWJZwfP5"
    "oSfFEU6fH08M6CSGMGtrEwxqazHgBRWIG1SMlhcHQGe+GDdP5mAPzqNvhGRBHiNMSuw6Fq"
    "5ktcCnNfMtxEKYjT+P7KbSrVqr/TdUpPTkCacvUcJazh0cgD2MYq8HskxpUEQP5s6nrjPr"
    "UfPrWvO41/v47/7YGObZoZse+daRb530TYZqP/rTejZGaIGfitDOJKnhA4Kq9vmWNDEf1z"
    "Y01WtulQYjrKHcUgfJ4AuyWPtKSk7EVTDhIS+AbGfL4w5KhNB/Af5pboBtNt0mqiG0yr3g"
    "jRz8/43UyrHEPeb+Nr++Hh+939dYv43/pMUSvtXvfu1qNZ1Pc+u+/8et95+K1FvC9wRF4X"
    "/pcffdb+2h38vfNHi3hf9GBdYEJNd2GP/sjRWP32OnfbTgztzj97xWZYYGd/ubv97DdP2m"
    "baROb0qDHP0gvU8UKtwPFblIjJYVJcBcDM/HiYvwi5ClGVTQcXyljWS0vhyqzfWoArs069"
    "gQEqGKBy6DX0SEMVMEDlZ+z1MgEqGD6x3/AJoFoqKwYxIWRyC5lcF6sdELm+bXCUmG6mcW"
    "NjSicWF3DPz6SInG1ustsGVVIqvs+4yisQYIutZuZ4poyvtMVW1BCNNN1miiYaaVr1RuSF"
    "Vi9nVadmVAgrUSbTmGHSqzqcAxGEs1iz8KnAw+gVmkK6WbGIjKhstSI9CewA1dJu96PFNT"
    "b16aSw3XLHnHoO6CyVLXa+UGljyZYbtbYHPpeaFqSRBuXrXJwgwdPh1sTNA2V8xCdrIu9H"
    "iaBUnJCuQ+AxhdTgpJzpQHtjxJeOnzgqfzlkiDr0hwNEPDjP4RYpdfDgT9BnsqFy6C/liL"
    "WV38C941/kcfNx5vjptAx1UtRJUSdFl37Eyu1c/XZ39/fBdfehffUF8iCSR5ITXBmm7LwM"
    "UXaez5Od464AuCuANnDvZiqBubAiohERJHnRBfkT5suAWrtFH0fEMB9K5/4drStOiYEATo"
    "jInu4B0qKUEKSm/PGzA2oqPgscElU9X//NoAZTn05cX3s5MZ2Oqg+ZwfRFzjYLN9yGdgMa"
    "NCy1V6lqfkKGEIM9JGMOIXuK/FInFGfm+DkyIzqV44mYzkcg28jQIybkr2SmlM7ewHTXN0"
    "DiTbfZvonEm1a9gbuaRuN1D7yrKe7+VksTa9NulJuJ7OPZmbJx04GqwC3ifqazzPrs4Y+H"
    "XuemRdzPbcht3MdSR8MtiqfEYkRnhjWVq10VTJNyiGtqnGZm0RRuapudRaPVtLGl42X3e1"
    "/zpTPmefH2myfqiLjOcDeu5VLXIvBX5Ql/ewC/o/dlmxn5fYl+eJ/bDe9TFQ2pIaoN81Bi"
    "K9w1myzi4F6Wynq4LMh6uMzYBOc13blaw107b65maO/I/Yg7AL9W8TZp+sizOfVLc7SQUK"
    "SGE8ZlmQnjMn/CuEyvf/JniuwJo2gNjErVD+fdb3+VXWzkymSGvc7GOKfcyGjtuBNLfaaO"
    "K282CKYOieNV97Z9/0d2xZGrjNnj6o9ep61PzZF7OpUPNuvxJ5oZFh073yxyl9huy4ETNC"
    "3lMLFM9uRXCxNQ3eAvgshVyWQfyXApVEiM2gdc7atjOmRlCEJ/uOvWhEy5G1rM6A8n21+y"
    "4+uju0Q/DQjdJTr1BobD1bc2Q5mKHPTHwpRX26LX45I17PUj6eVSHhxv7azaxxExDILUuX"
    "89bakqQROTwuC94uA9D600wJXjzB7CKx0nsJsjzeJDS6dwMx/8zJLOQb8U1XQOG5Uo4Dg1"
    "5qa1BpvGM7mIMrmEm9o5oo8GIyvTmaksT9ht5W9g7Nj0mcNmDWDjUDYRxLAsf0PTrIKPe7"
    "oL2k+6zU9NtJ+06g20n9B+Qvup9vq1Wim3ernjkmhFHUMvj+jYkKZvNddVSrR+/qvdBxag"
    "J3bfnlhM6sOkPm1YAW3rTXXZs+nkVpuKnG0WUQNmvF0JdkCa43+DdZ+sjDXU/gQPpjTV1Y"
    "XoxKvB9FHa58I16MH3KZsN3b2ahk2VOUYnWZTALi+NPIBu81ETeQCtegN5AOQBkAeovYVo"
    "jMd0sd3bnRBFJkDnfka+52foZU8XHlQuIZQSxOQGZB32ACmyDq9QSih8uQ+Jrp7TwGZwU1"
    "OhTrTOV0OIFbcn91Rkb+Idb9AsIncWXtOBHbStQvAsqD03VeQIcTiRVyAG8S/ZJM+GZbrx"
    "6wYRM247RKkJRbTO1hdEMke3ab6JZI5WvYFkDpI5SObU3vzDoPh69y8aoWiEamMnaev6bi"
    "9M2U+NrNKr7plmYdnVhTl4oiVLrraJbOrGoYsxl0PQ3YNIfqxYk4yX0oRxCDXGMyLnWDJa"
    "+9sYCaK0KWnMzI01mfBwI6KEcbTry6OppNtk1ERTSaveCNGH0saZ6VG59VYjEoeruXq6Jx"
    "C9gqtnpxfvLt6fv70I6qwGR4rKq6ZLqaLlmQ91fS3P5WKyZa/HJbHXden1DEvFe/qw19Vn"
    "qr/zQ6D99jpXaNwyAPqsVKnAs4JSgWfpUoEzbz0pi6/fvob47r7ysKtqp+HNL2MXSmAVux"
    "dUsUOWcpuu0HxtSKsEliGcwZZUZVIW+UqdexqDzn6GXvbNs8pBZylBZKeL2ekQMGSoSzDU"
    "qfGlE0v9Rfb8vVsiPYOpjpxtFrHVlmw3CCutb2asv8/WipkTxLApAfE07ZzTBrlj3aaKJn"
    "LHWvUGcsfIHR96NTxSFhG545+x15E7rsZtluKOTwu449M0d2zY45n5vF3GX1wUzXJ9XiN3"
    "9kzZjq+UpWAuqGUy2shKUPDPNQtzE6KtNofhMMLtCbXpRNWGmNp8TqamLRwi+9eRopBQYJ"
    "AJHZugY2UE2mxxATSH9FPA0RzSqTfQHEJzCBVjNIew19Ec0tYckt1lZu/gm7s2RUUOtzjt"
    "E+Ydr0+mCJ4xheoV51KdYTmqbkwwuaOblNwXuMGRA+/odnf3JTYPXXV7ibH7DTZt/+VUDW"
    "nZyHSdV2nM0axHs37fG004xmOmTe+eaBZuMhE0KZFUIxy6cDfN83mAEzKEPfAG6jLSIBND"
    "cgs7PxiWxVeCUGkurIk66W33EEqmjf3dXx+5AP2sT+QCdOoN5AKQCzi4WnucViFyAT9jry"
    "MX8PpcwFii8cjtjOhKwLjDlvNUbGV8Ro3I64x54+5r57ZF4G+f/eNb+0v3127nukWCr332"
    "/U42kH/67MvdQ69F4G+fXXcfIs2j/yW17NdJ3UEyZ/cKxsLmI2NkWqaT8V7kwxqXQmQzkL"
    "W5I1X3gTF1qD2YGOuMnLNcfDNlt0JZM65m5yDTP5emLRUezxJMQZyf1pchevj8vojpN1qa"
    "lmMycQL3ew0rby9Zf3HepUr/pCVf1D2avQiH7gckkOtLIMfWc4+4rMh/JcQwVas4VSsawP"
    "bCRK1oxNxxQrs5VSsxunRK1Pq0FA53Db9Ghu8jerpZ5AEZq4beT26W3GsbGrtbXoPPwSV6"
    "iXzZ6QQiEqHSl0rU+kiGT3Q9VDteyWPwiGrrq3H4cGKYuc32zm+ArhDdZqkmukK06g10ha"
    "Ar5NAL8ZGS4ugK+Rl7vYwrxCvRWtYT4jXXmZTf0hGy+y2s0cu0Xy/Tk/xp23qYfFmdsW70"
    "Ov/stQj87TM3frFF3M8+g7mjReBvn0H0Y6d92yLelz779Ntd95M8737q4VMaz7g5rlYPLi"
    "KChDESlXpwWZqv8FpFun6RetMDX9pj2sgqzhOebRYW55HtBiJsWKI4D4WCO6r0zpjPqUpE"
    "zarPk9cMyRf9zH0kX3TqDSRfkHw59KJ8pGY4ki8/Y69jHOrrMwRo4aCFs2cLp2c8NjJMGz"
    "jcLLJpHK9BCec17NvrupbDYqJzw36CIjumM8tyR5cRQRtHP60abRydegNtHLRxUNtFGwd7"
    "HW2cXdg4l2VMnMt8C+cSDRw0cA5t4HR+ONRmhtXNjNqNnG0WmTvUa+fpomVcONJ4MRgH04"
    "SItXDonIwNyxLSrDHdYNqPxB1qEEAbDbqdc/ZILDm2XeMny++z02ujIaWf6o6GlE69EdkT"
    "UL1tVfSBUKKGGsFeWM/EXFsW6IRYDdHeyxaiphjAepBGelOBPl/qgNX5/Nn9aIvzqUiQal"
    "N3RARz7Ypz7QCqNLSV8+y+eJc5Tkg359hFRpRO+XUK9pwoq2Ll3O/3zVr5A5/TEZ+syWrG"
    "ydxYk9FyfUKGckQ4SzEkNl1QwxFKY/ZruECdP0h1U/nlTSK465cwGFH9LNsxIqgtNWrT+Z"
    "hS1fd9wz4bgq9EXmrGJcjyNrKpoGAck6lsD2l6ZCRvqWwG+E7HkLO3mlEG/64MCB1jz9SW"
    "4xyy+hiUOCTjmcFkJxHjUQ6kE9JWipv7HFKiz+bUhtNykPHAEIEyifKZ14IYwrt0k0y5rX"
    "6cEoBMwhGVlslEtm1KQfeOfKXi2NyTglLWUr/fnHjOHwcQoH0mlvaz+cxtNFrQaEGjBb0/"
    "6P3RTgc5Uj8Aen9+xl4v5f1Z+psjl/b/BBK1ZCBKERAF/EOSflC7aw2qOtniUlsBrZm35w"
    "C8mmVsgXRMCIEuBfS/+GjgmI5VCeiYUP2A3gt3OebzhcHWlQd1Ug7hLgX3io4EUJsVkI6I"
    "1A/ky1IgXxaAfJkR8z2ZSPWlUppxRAQLH26fT2zxsVFtzg4l6je4zy9LjO3zy9yhDacSvl"
    "OVASuf2zFMq5ILNSlYP7T3MpUsnQxPdf404jXHKWT7KcSmU2rb1QzGqEz9BrZUI0pqIoWq"
    "SIYxwybyKQYLbzup8vZMXA4RL4u4W2BZmJ7vtAoDlhCtIQV2vJRXmul0nZPZL9XmykShtM"
    "78V213vhBjbme8n7menqA97hmQsWeA4cDttnwTQmmNF5nGb3dybMs/csC372/kiJd/++zT"
    "3Rc5vOHvNsP6osSovsivRJcKCBRyVXBdKHO+ZFkOGDqWLaycwMAM8eQS5MqfeNfRpnd2sf"
    "5cdz51b9pffjn90LxIBKhFywLmQT5eSuWUjStVWcyW1vgt2NZGLmMi51vIqYKLsI/FlMNW"
    "o4PlYgtPY+YFMDNGZ2VL+VeMsWM+m856iy7Pksce17nHXd+lvOCCSzC3CSjIvgL2us697m"
    "6QUIWOCyX0qB0Kt61N7VC4Pc3SJAv6IxRBinR75CfwjjgQpu5AqHaqAwrTTtLCB8w+CY4c"
    "b/oJh2AOXs2FGxOqnw6/L7rUzavYZnmPS+KyrvWy7udObBMNnJDFnta5p1WaTbqLe9Lkzg"
    "l98QUOx4M3XkE9g/L+xUpC0I9f7m4/+82TmkN2YFe1hJG41AsyRo7nNaqQBeIpTZUxjUoh"
    "pilMvSl8VH2wpkQR3aQKlVMEIB/ViAiimaH829QQEpSKKegpScQ2jq2bDzuAfNiK2KYlEd"
    "s4tnwlf3NFVKMyiGccT9z3eT+Vgdwg1WqgxoRwoGYFnFUENCKDQzQBqEONeeUc/EAEh2dh"
    "8Zlwf6c4tluVnwl3lTpKZDfXoIlNfNlVaLLWrB3A+zVyqeOcBTajm1irN+Orps0dgPvgX6"
    "euyEbXl82wKjV0B7DeUD+nvKbTQVRf3wwrLEo7QLXnXaammEaW7s2QRkz8XSxh8mr3wcVq"
    "im+aFdkMc5T0w3lhM8YZJGkZkJUbYAf4fgqvVFuAoy6TUgM4O2xjC2yDK9UW26jrZDO2wF"
    "3vANhresQB7JtRjTD8myGNsKs7ssxqjGyaitatPGhnDgngOTVC3ZPNjRsx06Dd5r3LGKF/"
    "g+bEK7EAtTkNVRCwBVUuYXxM3EKWbs1LU23EvDBsOsnY1uylV8Oal7rxQSCINS/16Y1IzU"
    "vDWlYKcwwEdE5b3TLG8bxU3bbzgsJt5+nKbYzbc8MyBa1UpT8uVUOszy7LZD/KVvnRpJep"
    "DEg52E2nWgnXqMjharjuE+YdJ/eaYiBtS1M2zhjAmzY/iEpiCHqFEHSJ3YjLVWYb0COCiD"
    "nuOqGJ4w93nShHl+q768RX2R20kWNWuiebG83KRdCuxJbYqjFxSwWHVuBHMgzVoyGYf52T"
    "07cXTcJtcgsC7kYJ0jIc86U1IYw73n4K1BYO51k2515vhQapbvNUEw1SrXoDDdID7ST7at"
    "aoZmzvvuu1oyWKlihaRWgVoVVUd6uoZzw2cmwiONXcaBE5XqsSe2Wb45m7xdzYsG2Twj52"
    "cEheIWv36w2t0SrRbZ5oolWiVW/gIrivDAvjsepIDiQQTNQoDqFRJMbrDiD11IG6Ihq+oj"
    "qpaCrV4pPapzdLTYueLlTV3IyGcdhyo7p2pzb6pYuQTf6LVMGM9Qm5lc8gVACTt5kxKGeG"
    "TckTXTgqxGlG12RFbRruazw1H5dyDiDu7r40pe7t9W59Zsvlei5v5YZd2eOZ+Sz/Qz0S9U"
    "jUIysoPlObzwfbJOymBDHNNAPZyvtjRoXqR2vvZddGhZm3kuRUO99c8z91EY3Br+0eGA7f"
    "aipKiKE9loa16jwUEamhF3Mv05CE7KWTUOISOiNf2zlIUHnDiRiYbJCTXH9lPubvypMhXa"
    "MNej6cnZ2fvzt7c/72/eXFu3eX798ELtT0qSJf6lX3Mzj2Yr2S9vRVL826s4Ksuk1gBVge"
    "XUXWyiUXsdBizsqOXgAkrl+dZq1EXGP5hDKQbiia8DrEddvbrKiRwVoH55pFlLURbbWRrn"
    "7gc+rMgOJVDPDKEGQCEc7GiC8dj1I+Ifd8RaTWtbTldYmY8ZWQpxa2+SxHBUQ/U+Jwsppx"
    "+kxtsrLhgOk0yXC0Hropu/I04yM+WacY7EM/QJ9RBcRK3k21dmaU2NQYz1rAgxtEJXqTsc"
    "EgqltQqlpCrPecP1PhXm0I36HsxpAwxbPDRQK+Uv2QCaeQpoxcOXLlyJVXiQSntqgWQRuR"
    "OFwA7emeQNx19OxYTm1bbsARk6yhtdeQP3Byx6y1N6sdifXnTcCFxt9yMdmy1+OS2Ou69H"
    "qGze89fdjrTxLSbVlRX1ZrOvRT+8uXFoG/fda5aXflP+qjz246Ev3bzy3ifYEjDw/tzx04"
    "or70mbyy/Bf+9tnDHw+9zk2LuJ/bkKJF07DPib7LpUTfpTbEMm06zk4dKdeBsQvo7Ffr3l"
    "7dfbu9bhHvS5/dfet5h/xv23TI+xId8j63Q94nO0RaH2NezZ8TEdG4A7ZOliq5EVzRPnCp"
    "Ub+EbeAlUB6lX0HryxKtkRNgZwogH6tdxrfRBRKiNVQGjnfxzyD8PXYl3sP5O7D57eswVR"
    "X14z52YHs2hTkyLY9l22a5jl/hgJvg9Tq3bdcpWGXRdqVaxP3ss16nfQP/tW/67Ot99/c2"
    "qFbeFw20KXR+ofNLSzhxkxF0Je4X0l3nwOBuArveTQC9s0frnfVL3mc4ZyPV8PN9s5Hi+2"
    "UKYXnNm+RJKv0MfJjgZ1zNuEWJ69U5IUO1k/KQyIMT4foqBYVUHTKVXawqJY/WWaWvdntx"
    "dHHqtlA20cWpVW+gixNdnIdebY/U2YUuzp+x18u4OKum2NQ4v2Y/Dhk+l7ergnAoUQciOV"
    "mt/rwMxJfnBdXqz5MQr+hIQNm1ChhHROoH8mWpcXxZMI4v0+PY20MmDfJ/Pdzd5mS1hCLJ"
    "NcEcO+R/iWWKI/QnFmALWBS7RpJekMSEDhdIukbcKhFbLcwJ0R2szMfTF5ovxGn9SzEDVf"
    "yNgcABnV2vYAfuzN+YIrpfi/JydyLMpLyCTQqLKK+wUZna79LS5eyE3MGet27kPjXmZELH"
    "5kSxUxCSL1RwvyHIynTcYofi4/ZE2CFuifSYfoQM0mM69QbSY0iPHVofO1KiBOmxn7HXy9"
    "BjU9MWTvV6WDGp+jEMe6lEYxlbIB0TQqBLAf0vPho4pmNVAjomVD+g98L9Imf2WpzZBCZ0"
    "ZxAxleMdULjLSVoYNzqpsNEJ8pXIVyJfueP8CC+2rCKDEpfCYOdEIhfQkxURjcognhiKf7"
    "BQ/Eig6wsDnSNxtUeJ6+ZI5/i0tzl+XL3UO0C29iHk0dkPMx0OlOnwql7Kr9x99DxXpXu+"
    "WcJfOVgETTd7LRnxDGHYIDq6mbR3sZbab0OOk4lbPsxQrkFTuDH4Ns3amvrl1+yzPkvuY6"
    "12r57KKxr+NVWxMtzGGl2X6Lp8uU5Z+wo88ao7X3+TxnqLqI/kDFYq9K9M4F9+2F+SwMRN"
    "xCPYnpfa3fq8YHvr8/T+1riPeHaY8EWpMOGLgjDhC9xKPAPmXYdCeLpdVVoqKoUlDTZZ/j"
    "lOjC0s/+BKxwlsGdM/OrR0MqiuqWE1MgwpdbzQgJr4LcokOM9gCEDusaCWRYRfC7p6MGZm"
    "hvPurq5sKYz2RJMJTSaM9tRaxcFoz5rF/WG058/Y62WiPTEZer8BcdJAcZYZMSPl+LxQ+o"
    "ABJLBVYMX1PrbJYNZ2gtswe2UIkXw6JEWGGHO+ZFlzm1Tc54aVE54VCCWnNVfqxJM+Pvqp"
    "ANzrzqfuTfvLL6cfmheJ2LcA99RAV2V+2TinmGmOuhCRqR+lVybvPz/rP5XzT38s6BiW2b"
    "HFBd1imc68AAYc6rM4p3Uy1VNbKeJRQexjnfsYg4d/jn7G4GEMHtbvNarAsr2y56uWmGJA"
    "NgZk64UmBmS/SkD2a7i8jxfbzR5vDHbHYHctMNU02P16ubDMsYT7s82Xi0ZWlEa8RbMwXs"
    "NvO3gMGm8M3YA9MoQbOz4zYO9uL9SBjNZkYZi2gFh1iDUHFpyekF+5ZcGm3VObz1WdedXo"
    "IzEdQcxJeFg9wl9kOyhJ4e79naSfD31vDObQTc1pEgzm0Kk34h6zHJdkOYeZ9v7Jxq0KeY"
    "e/ffbw7eFr51Ovc90iwdc+636+vbuHY96XbfxnH0r4Hz7k+h8+pGsOm4+zDAU1N8YmFMBA"
    "Yi/KJmVcvfLi/1WuYoVrv2pQculf+G03rvy9FXdjIt0VeG6sIWcMllu3jmZTraXwvwqfhH"
    "/k6itXZ1hqYWVtQkKbkoWATNiFkghDnjRsChloJ6Sr1uXUsn+oG/fZNKEwSGHUBFATQE2g"
    "giZgU0O+k5WKSUVEXlRMSrfF59DVpHCxf/lij0qt/kqtstcrzu9RGfQYxPGcyVmgIpwREc"
    "yLSxYI5auqGycHEgjmhp1++WoH7HXtN/oNxtNmhwC8yQjpRkgjE95mTAM+/YWgptn8o1ye"
    "NqMbXZ11crjcUPuR3tMxt+NWfcbpZhHfMoeGAztsuZFtuWOUKCnwabjsh8SPA81xQoZSnt"
    "sjKO0jjLVQ+avOjK7Jitq0RcxJ0y/yA5mu8NBSZkSncvwN1aGhMXWo7Wa0gmSKczns7fvM"
    "XQuVAwf4G7G0n81nn7UxHZXR+wgVj4ZgC4qhamUDVxO6g6T1rDJxiYJdNp3zZ3jGeFPvSn"
    "0mP+Wv8pur54IfKuUc+VjD0GHkyRm2vYZ7wK815UF4dkUUyQNz+QPdCwtVbUnlCMMF6DNl"
    "jkKp2WfDJ7pwhu5Jg0G5JS7hlnedOl4Vp5X8oBNTvt9EmHJqQPYJ2Sdknyro3luEY9c1/7"
    "FOYdj+glOFVYzKIK34AlrRXbmrQB9KIPAv2VETtKRKQ94XQNhfALvSMKvAHggg7C+AXWnr"
    "VWAPBBD2F8AOdkwV1P32CPoLQPdsxSq4R0QQ+hdAD1Y32yYTOyaIWZs6mwvAs1R5t/z2uJ"
    "XVC6yEqnmbI0zZzOYwfPKzIp4JMfQkZk/8lcdpUg6Ha6GH1h+GO3B/1d2nmHhjN/sVR7tI"
    "46x9QtyofAJn8G4jrptxTU6EOjlq20LIzppT5kBtL+FCkPLXZrRqFrltjaD9YBIV2Oi9/Q"
    "4uPnDmuQWGJ8QY8aVDDOVgIeD+I3MO1wW/ocEmJtgNQYVhaoxnZE7DXVrgSnLILR9nDuHT"
    "JjGZG/JuTyDKHVyS5lgFccR8uK/xEH2mHMEQWS9mfMVaZOheQ46ZobtfDQgN3ZBf8IWuQ9"
    "cxWUjA5XPyZ3nFX4Ida8Dh+sjBDfxX9IeiPxT9oZXy8gCdx5wCf2WimEN5jYv9NX7t/hNi"
    "lNVHn93ffbu9HtzfXXVvWyTyT5996bQfeoOrbw9/tEj4vc++d7qff1Ohz/63PvvHt863To"
    "uojz77e6fzdXD3/bZz3yLh9+SkWyYa+vS0RDj06Wn+VumnyYBoCe0yizsv3D46FDrgttGv"
    "Y83sctdoDDCoI2MY6j+VOPmYFNLyL3G6ypW2atR8KIJkV9KZ6ivdVQCNCSHNlchrXFq0Ip"
    "4REUSzOK3DY/qQMCzO6whnvM3cFoy+HWAacib33gWPcrxuBjfytm4Gdx6QfcgaFsMaW1T0"
    "pAzVwC6kC/2hX4oq9F+8MjShOZ4RRldeisUjhz3L/HwCGzIB3HwC4Mycpc1abvJAlJubGW"
    "rnZ9lXauuyKdxRXl64e0a7GQ2CpjM8DnjvPhsqChJ2YFush1CAi0DwlrfRGn2m9tojJdkE"
    "bsm4l6bh54MApMj9IfeH3B9usFYWRNxg7WDKwJFutYUbrP2MvZ7BB+IGawXeilIbrJ0WbL"
    "B2mt5gDfc43/36pMiBqWlVzBlKiGEI7PYc9qs7Ww80xH9yb6spQP03nzNWiEKHa0zugD5X"
    "3848Wp+rx0ZU8syFIod3y0WMyNFSzqwmEydw29ewF/eTmIq7n23TF5prwWnjB72IuNWRbm"
    "gWeBFxb5Od7G2Cfq6a+rkepBWywdHlNmmW9HSJoPVGV1fb9xmBh4kYyqOjSoMJNyp8xldE"
    "/oR1UOmdrskjdciICnNC3Uhz8PiI9LYwu700eph0m/Gb6GHSqjew4Pi+KLxX1bd1A/fIw/"
    "bqA2eBxv1aMWaagnv0QWZHi6u22vc/VJaNCkzNULwjZwt1bjdXZ+CHyZZRt1U8lZe4CRse"
    "LpljWuEGSBC6ZXM+T+Rx8ikZqsqzwxMy9AZrEAWmFGupZAvqadxCJXpO5S8mbsJ/Qi8/+D"
    "P0mbEy1s1o0qm3OZS1dneImnG1gRTo/6ba+QkunEiQhaC41Ywy11SYGc/Ue0z/oHoK4e0f"
    "1WcWZ48qSxaeyv25kM06NMQThaxXlcPqSSpIVNycW4eY/DK0OH8aGI9yeA8xwRVNEDRBKi"
    "W4mt7KV8UJEQjVMCqnTv4HNYGmOzc/DicQOJz7vLGv9yPuxj4/K+HGPj/LdWPDqeQ2Nf6y"
    "k0a40I8dFzygIzs4crSebMxyxCxHrRHFLEfMctwvpJjliARU/WDVln/6Tkczqa+1HYfOF0"
    "4jg4NKtGgW8VArt+3AiDQutZWVA3snQVKgvKQJ+X6tcI8km44pHCMGE0CcTDzGRFUGs6kq"
    "PMa4dzbt/t395ZF/0W1RbSL/olVvRDJlltlLRK4LOBRAFzDWl/pZmKy5aVmmoPIXTjLi2H"
    "NflqQYvjI527QvhURtkmEJ5EKbkNoKWc201V0DS207q453Pv0aCGhcKnJL/vWyVBrkZUEa"
    "5GU6DdLVOSsR3IFE/SA+fVM21bQw1zSFsm8TVFQRE2JIvhaTWz5cO2ALPIv0OnLF40R4M2"
    "+QGGQaMgdBL+RTB9GO2swdRAdKOfLA3URZbe8spLm+Ju5G1ISyyYKbUL/cewKTqtJDcE4s"
    "R/+iY4dMuWXxlVu1SEV5lyyefqD7evXSVbzI3JhQ8svQT3QfBmExYPqODEGJYclbYIwIch"
    "TIUVTbUEm9k5X3U4pK4fKfYXXl1EgpU+nAEz5gnMbXzu119/ZzxaHqi7WI96XP7ju9+z/U"
    "If9bn113vnR/79xDSYPgKxxtqwPt6+T6UkYf/lBCGf6Qqwl/SBkbLmcve2HJquRspOQOR0"
    "K82ZfdsWNDmdEfzha58BExzIPXmb3D0m/5r9JxFgErU/ptajJTzLbq9oQovt06v902XVjG"
    "GpTZioFPCTmMfkrQx56ZXBHWhBgq3klYgZWoimlEBgEtJjL98bc7IrMTueJxIryZyEy8tZ"
    "tjy9SQ3AHGHf86tUU28u5qyA8HgzufH46O/838cPT9K1NCH6hThZGbkCdgQ8sUnZvdrM/6"
    "bOjiq2aPIQFLd03m1GCymWWdkKFYgIY7EPTPIAfRMoTjkcMq2w/S+UZ0zOc0EoGmgsygKL"
    "40myeEcdmW95ns7jG1gVFWVfBhcE+E/DAtCwhhyy1H4kMAN+TTaZMI7t5JXmYmfxEcn5uw"
    "V6Z8wIkKl2UDY2Dz1ZAoM1302SSkph/lF0aWC6LynsKfoC5p2DbUY0NSGUllJJWxuv5rUW"
    "hIseRDXV+KBavr163XMxiXVHX9pW1lO45yutptrnNF7C0jns7KRTydFUU8nWVEPEVU2jTQ"
    "+UWTE2J6FE6G+9WmcDLW6H/tHsDi7QdOeZ+YAn7/Nmt8QhS9KPqs6WlVLkZDVLCKUnIYXp"
    "BKcAgoqIxJy3zMT3GIydUpd+TD2dn5+buzN+dv319evHt3+f5NgHH6VBHYV93PgHfsrXE7"
    "IOUheFWW9V75Ghv5HKvXoFmGYbXDtiUKydn+Rpwee6pYQxMYT2AiVdCq7B1OIoQjkJxkzm"
    "36kTy6VddU9TNXbiKPZBVx3tt9kNXUj0dDVlOn3sCl5lWXmtgGIbw6+KEMAr818EhA53fI"
    "cVKRZQhojFHCkBptAz/KhNS8qlXyQOXcVxT54TUoZZWIsG2JqA+p40PFLjcgYxJLwzNYEE"
    "DRUqcZXVEId1jxE9KT/8tnscyxoTQ2KAa9sk2HkuGzYS3psKliNWDGgyCNlJ1ysDv3mSpa"
    "PfRUysHYMsz5wANLDFVQh5ANm5CVCPdacftJVaF2zR+3lrU8Bw+LdhDaQWgHVYnugDeyip"
    "MyEKihm3IvW4Cjvr3NENZJvy7lFkAFGxVsVLBLKtj//v8bGH/o"
)
