"""SLAs: policies, how the answer stands that each lead waits for, and working all of a tenant's out again."""

from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True


async def upgrade(db: BaseDBAsyncClient) -> str:
    return r"""
        CREATE TABLE "sla_policy" (
          "id" UUID NOT NULL PRIMARY KEY,
          "tenant_id" UUID NOT NULL,
          "version" INT NOT NULL,
          "created_at" TIMESTAMPTZ NOT NULL,
          "updated_at" TIMESTAMPTZ NOT NULL,
          "name" VARCHAR(100) NOT NULL,
          "position" INT NOT NULL,
          "lead_filter" JSONB NOT NULL,
          "first_response_seconds" INT,
          "next_response_seconds" INT,
          "hours" JSONB,
          "holidays" JSONB NOT NULL,
          "pausing_stage_ids" JSONB NOT NULL,
          "notify" JSONB NOT NULL,
          "reassign" BOOL NOT NULL,
          "is_active" BOOL NOT NULL,
          "archived_at" TIMESTAMPTZ
        );
        COMMENT ON TABLE "sla_policy" IS 'How soon the leads that meet `lead_filter` are answered. Without `hours` the clock never stands still; the ids of';
        CREATE TABLE "lead_sla" (
          "id" UUID NOT NULL PRIMARY KEY,
          "tenant_id" UUID NOT NULL,
          "target" VARCHAR(14) NOT NULL,
          "status" VARCHAR(8) NOT NULL,
          "started_at" TIMESTAMPTZ NOT NULL,
          "counted_from" TIMESTAMPTZ,
          "used_seconds" DOUBLE PRECISION NOT NULL,
          "due_at" TIMESTAMPTZ,
          "responded_at" TIMESTAMPTZ,
          "breached_at" TIMESTAMPTZ,
          "lead_id" UUID NOT NULL,
          "policy_id" UUID NOT NULL
        );
        COMMENT ON TABLE "lead_sla" IS 'The answer that a lead waits for, or waited for last; its id is the lead''s. Its clock has run since `counted_from`,';
        CREATE TABLE "sla_sweep" (
          "id" UUID NOT NULL PRIMARY KEY,
          "tenant_id" UUID NOT NULL,
          "after_id" UUID,
          "barrier" BIGINT
        );
        COMMENT ON TABLE "sla_sweep" IS 'The SLAs of all leads of the tenant are being worked out again, in the order of their ids; gone when that is done. A';
        COMMENT ON COLUMN "notification"."kind" IS 'MENTIONED: MENTIONED\nTASK_ASSIGNED: TASK_ASSIGNED\nTASK_DUE: TASK_DUE\nFOLLOW_UP_DUE: FOLLOW_UP_DUE\nSLA_BREACHED: SLA_BREACHED\nWEBHOOK_DISABLED: WEBHOOK_DISABLED';
        ALTER TABLE "lead" ADD "sla_status" VARCHAR(8);
        ALTER TABLE "lead" ADD "sla_due_at" TIMESTAMPTZ;

        -- Keys, row security and rights: how the answer stands is seen with the lead

        alter table sla_policy drop constraint if exists sla_policy_pkey;
        alter table sla_policy add primary key (tenant_id, id);
        alter table sla_policy add foreign key (tenant_id) references tenant (tenant_id) on delete cascade;
        alter table sla_policy enable row level security;
        alter table sla_policy force row level security;
        create policy owner_all on sla_policy to leadhub_owner using (true) with check (true);
        create policy app_select on sla_policy for select to leadhub_app using (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid));
        create policy app_insert on sla_policy for insert to leadhub_app with check (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid));
        create policy app_update on sla_policy for update to leadhub_app using (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid)) with check (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid));
        create policy app_delete on sla_policy for delete to leadhub_app using (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid));
        grant select, insert, update, delete on sla_policy to leadhub_app;

        alter table lead_sla drop constraint if exists lead_sla_pkey;
        alter table lead_sla add primary key (tenant_id, id);
        alter table lead_sla add foreign key (tenant_id) references tenant (tenant_id) on delete cascade;
        alter table lead_sla enable row level security;
        alter table lead_sla force row level security;
        create policy owner_all on lead_sla to leadhub_owner using (true) with check (true);
        create policy app_select on lead_sla for select to leadhub_app using (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and (
              (select current_setting('leadhub.reach', true)) = 'all'
              or (select r.id from lead r where r.tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and r.id = lead_id) is not null
            ));
        create policy app_insert on lead_sla for insert to leadhub_app with check (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid));
        create policy app_update on lead_sla for update to leadhub_app using (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and (
              (select current_setting('leadhub.reach', true)) = 'all'
              or (select r.id from lead r where r.tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and r.id = lead_id) is not null
            )) with check (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid));
        create policy app_delete on lead_sla for delete to leadhub_app using (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and (
              (select current_setting('leadhub.reach', true)) = 'all'
              or (select r.id from lead r where r.tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and r.id = lead_id) is not null
            ));
        grant select, insert, update, delete on lead_sla to leadhub_app;

        alter table sla_sweep drop constraint if exists sla_sweep_pkey;
        alter table sla_sweep add primary key (tenant_id, id);
        alter table sla_sweep add foreign key (tenant_id) references tenant (tenant_id) on delete cascade;
        alter table sla_sweep enable row level security;
        alter table sla_sweep force row level security;
        create policy owner_all on sla_sweep to leadhub_owner using (true) with check (true);
        create policy app_select on sla_sweep for select to leadhub_app using (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid));
        create policy app_insert on sla_sweep for insert to leadhub_app with check (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid));
        create policy app_update on sla_sweep for update to leadhub_app using (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid)) with check (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid));
        create policy app_delete on sla_sweep for delete to leadhub_app using (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid));
        grant select, insert, update, delete on sla_sweep to leadhub_app;

        alter table lead_sla add constraint lead_sla_lead_id_fkey foreign key (tenant_id, lead_id) references lead (tenant_id, id) on delete cascade;
        alter table lead_sla add constraint lead_sla_policy_id_fkey foreign key (tenant_id, policy_id) references sla_policy (tenant_id, id) on delete no action;

        alter table sla_policy add check (coalesce(first_response_seconds, next_response_seconds) > 0);
        create unique index sla_policy_name on sla_policy (tenant_id, lower(name)) where archived_at is null;
        alter table lead_sla add check (id = lead_id);
        alter table lead_sla add check (target in ('FIRST_RESPONSE', 'NEXT_RESPONSE'));
        alter table lead_sla add check (status in ('PENDING', 'PAUSED', 'BREACHED', 'MET', 'LATE', 'ENDED'));
        create unique index lead_sla_lead on lead_sla (tenant_id, lead_id);
        create index lead_sla_policy on lead_sla (tenant_id, policy_id);
        create index lead_sla_due on lead_sla (tenant_id, due_at) where status = 'PENDING';
        alter table lead add constraint lead_sla_status_check check (sla_status in ('PENDING', 'PAUSED', 'BREACHED', 'MET', 'LATE', 'ENDED')) not valid;

        -- Tenants whose SLAs are being worked out again
        create function leadhub_sla_sweeps() returns table (tenant_id uuid)
        language sql stable security definer set search_path = public, pg_temp as $$
          select s.tenant_id from sla_sweep s
        $$;

        -- The leads whose answers are due by this moment: up to `most` of each tenant, so that none waits for the troubles of another
        create function leadhub_due_slas(moment timestamptz, most int) returns table (tenant_id uuid, lead_id uuid)
        language sql stable security definer set search_path = public, pg_temp as $$
          select t.tenant_id, i.lead_id from tenant t cross join lateral (
            select d.lead_id from lead_sla d where d.tenant_id = t.tenant_id and d.status = 'PENDING' and d.due_at <= moment
            order by d.due_at limit most
          ) i
        $$;

        revoke execute on function leadhub_sla_sweeps(), leadhub_due_slas(timestamptz, int) from public;
        grant execute on function leadhub_sla_sweeps(), leadhub_due_slas(timestamptz, int) to leadhub_app;
        grant select (tenant_id) on sla_sweep to leadhub_lookup;
        grant select (tenant_id, lead_id, status, due_at) on lead_sla to leadhub_lookup;
        create policy lookup on sla_sweep for select to leadhub_lookup using (true);
        create policy lookup on lead_sla for select to leadhub_lookup using (true);
        grant create on schema public to leadhub_lookup;
        alter function leadhub_sla_sweeps() owner to leadhub_lookup;
        alter function leadhub_due_slas(timestamptz, int) owner to leadhub_lookup;
        revoke create on schema public from leadhub_lookup;"""


async def downgrade(db: BaseDBAsyncClient) -> str:
    return r"""
        drop function leadhub_sla_sweeps, leadhub_due_slas;
        alter table lead drop column sla_status, drop column sla_due_at;
        drop table sla_sweep, lead_sla, sla_policy;
        COMMENT ON COLUMN "notification"."kind" IS 'MENTIONED: MENTIONED\nTASK_ASSIGNED: TASK_ASSIGNED\nTASK_DUE: TASK_DUE\nFOLLOW_UP_DUE: FOLLOW_UP_DUE\nWEBHOOK_DISABLED: WEBHOOK_DISABLED';"""


MODELS_STATE = (
    "eJztfWtz4kjS7l+p8JeZjWAd7Vtf3CdOBLaZbnZ96TV4euccToCAwmgtqlhJmOF93/3vp7"
    "JKErojYS6FnF8MliolkVmqynzy9t9HEz6klnNcp7Y5GB9dkv8+YsaEii+xMzVyZEyny+Nw"
    "wDX6lhxqLMf0Hdc2Bq44OjIsh4pDQ+oMbHPqmpyJo2xmWXCQD8RAkz0vD82Y+e8Z7br8mb"
    "pjaosT//f/icMmG9I/qeP/O33pjkxqDSOPag7h3vJ4111M5bEmc3+TA+Fu/e6AW7MJWw6e"
    "LtwxZ8Fok7lw9Jkyahsuhcu79gweH57O+53+L1JPuhyiHjFEM6QjY2a5oZ/b7y6PHXW79w"
    "/tbqvR7naPSjBowBkwVzyqI3/9MzzCX09Pzj+dfz77eP5ZDJGPGRz59B916yVjFKFkz337"
    "6D/yvOEaaoTk8ZKpr9R24JESnL0eG3Y6a0MkMf6KB4/z1+dmHoP9A0sOL2fVLlg8Mf7sWp"
    "Q9u/BqnF5c5DD09/rj9ff6469i1F/glly8BurtuPdOnapzwPUll+GlKsFhb3gFuXvy4UMB"
    "7opRmdyV56LcFXd0qXq1oxz+W+vhPp3DIZIYl4fmwCX/QyzTSawVB8DtHOYCM+DKE8f5tx"
    "Xm6a939X/G2X19+3AlmcMd99mWV5EXuBKshwV69BJaTeBA3xi8zA172E2c4ac8a2zy1OR0"
    "Ej9iMONZMhJ+Mfw+b8tqvIIAU/YydSJ3K6PBkFU72dEDo2QwNtgzPSY9h/67R2zToQ7pLw"
    "gXp6bUJmImGcytEZORAZ9MTJdwe0jt46OYyN56rQ3vnU9PzZsSm+dsZg6PgWad12L1Hnr0"
    "v0YzNgCuE4saw/Gsf/xiusdw10/q7/8+2v1LI9+Ps49/ib8Lkg/5O6uSZLcc5yNEmxRAkX"
    "UpQwTy/Tnueo/GR13xvnBbS2ksuS/eriTfr8znTIXRI1itMR7ALuApjV9OT8/OPp1+OPv4"
    "+eL806eLzx8C7TF5Kk+NvGp+A00yskX4qmVowgPPSmg5/vgKqjkfi2g5H7OVnI8JHceZ9f"
    "9FB263LJPjdBVk9nkRZp9nM/s8k9nl1u4o1a4X7/0olSVWZLlrdF/EbyhlCkWoKjh7T06L"
    "GESn2fbQacLYlCwrN3fDNG+YuZ5WpwunNzRxUyzLG8ED15zQDG6mGpYeybH/5QCnbg5D28"
    "27Rqtdv/sRsTFv6u0GnDmVRxexo79+jE3r4CLkZ7P9ncC/5P883DfiUgrGtf/PETyTMXN5"
    "l/F51xiGeeIf9g9FxJqJfGWqiNnAVzE1UbO3YzPQYgiGkZatUwqGWZIgDHOYMExbmoVHKT"
    "iMd6aWB8S4yzErkZim65BeYCD3iOkQUxzic0bMYY04nLhjw5VIij2zKOEjYvM5cehgZpvu"
    "QnyxX6lDqHiNF0Q+QRKh2dI9ELnRb4NH5EYnaexzX16L5SeHsivbFH55t7wWG6WsoDZ7JH"
    "7g8IFZC29VOxDt1luAc5Xb2XS4ptSjlCh1XaSeYtN4Tx/CrazZcylw0Bu/GVhlv3ESW4YE"
    "5WcJ1vrjK4hYnRby4Z/m+PBPkz58xzXcWYrtCBxusNlEcrkpnspgA5qcyAH17vh9VL9uN3"
    "9vlFSmPKpLoj47rPXU+tG4v2ncXJLga4cJw6/VvP92SbwvcUNlP8girPj/JWyfUl6eEM0O"
    "hfPUvt6Wmhtz9ZwXcfWcZ7t6zhPhLDPbpmywKMPlMM0uudy62Q2Xzwow+SyTx2dxFntPKx"
    "g4Y65ditMppDtl+G74XWTpyF45EgvHxHBeuhBzJQxQpzvidvfVpHNhtiU5f8W5MGFZOvNz"
    "rxMTQ19caFtyCI7s1oq+eni4jaiiV82YV/7+6e6qIVZ1KRoxyHRDznpNEMM7OulLDCyBGH"
    "pnanmI4WQ5ZiViWIeQKocziKYCyE4BIV/hX3fOvX8d4o7pghg2lQfV9Z1j8hOAPpvPXCEs"
    "IuadA2CfGDq5JOLNNy0yH1O2pDXmxqKWwBN3/gQdtjw45/ZLjYz5nAhZLAifUgUPefdzjR"
    "fBM4MNl0PEY519IENj4Xwl9/C8pkMYJ5Y5MV0EMhHIRCATgUwEMvWzzw8T0kIg8z1KvQiQ"
    "SSeGaZWxygKCKuJtF0UgBjEqJyMpATIgnrldPNMWVuy6aKZPqzOvjx5+3jceL4n86LD6zV"
    "3z/pLIjw67q9/Xv8FZ74s4/61x3xbn4aPDfm82fsJp9akHtnmAAHTz/vdmu1EWgfPJLon3"
    "RUinACath5Qsw3G7jvnMuiZbQydIId+AYqBZXN/h6gFJ9Q8wja4EO8qKOkqJUtZZygBUid"
    "/aHfNZGiScHT+aIHxTFOnhSHhjQaQRA9uYGgPTXXQBKCyBWiToMDg6Bb3wmXT2oQv46jr8"
    "DZEii5MsVg6HspkvUSrMfUlxEyVYnOTvb9ymQq36O10k9OQYSxOunoNk6/Jo6AFsYx74PW"
    "LzSjBA/GyqvHHX9dZ1/aZx9J/9+N9adGDT1Ih970wtz//mLMes9L+1x5SMDWcMfiuDKMpj"
    "AkfF9S1zYEigf2IsyNw2XUpMV7qjGITPE0C3xJFLQSmkaIpJQgLfwIBPpoaYtckA/t3cEt"
    "1gui1aNXSDaSWNJfezM35XwyqHkPd79KPeav18eLy5JP63DpPQSr3dfLj3YBb5vcMeG789"
    "NlrfL4n3BY6I68L/4qPD6j+a3b83/rgk3hc9UBdYUJMibNM/MzRWf7zOYtuIod34ZzvfDA"
    "vs7NuH+2/+8Lhtpk1kTpsakzS9QB7P1Qpcf0SBmBwmyGUAzNiPh/nFEbsQldl0cKGUbb0w"
    "Fe7M+u0FuDPrJA0MUMEAlV3voQcaqoABKu9R6kUCVDB8YrvhEwC1lFYMIkSI5OYiuYpXGw"
    "ByfdvgIHm6GsaNzCmdUFzge3YmRehsbZXd1i2TUvFzzGVegQO22HxsDsbS+EpabHkD0UjT"
    "baWooZGmlTRCL7R8Ocs6NcNEWIkynsYMi17Z6RyQIDvzNQsfCtyNXqEpS1crFqEZla5WJB"
    "eBDXC1sNv9YPkaWfp0UtjuuWuOPAd0msoWOZ+rtLH4yJVaW4tPhKYFaaRB+TrFJ0jwdLk1"
    "VHmgjPf5cEHE/ShxKHWOSdMl8JiO0OAEnenCeKPPZ66fOCp+OWSIuvRPF4B4cJ7DLRLq4M"
    "6foMPEQOnQn4kZa0u/gbrjL+K4+Tx2/XRahjop6qSok6JLf7le3jXuwV8PCRDB1w5r11t/"
    "79ZbreY3eSbyr3f25qnhnRDfOuy3h9vbh5/dpx/qROTfDmvd1rtXj4369XeZaRH6r8N+Nq"
    "6+PzyIyzRb9atbOB8/El9ii2B1Z0WgurNspO4M+xJgXwJt2L2ZxQxW45IcDZEgzIxO0HeY"
    "sQOK9RoyDpFhRpbO8u0vSi6JAQEuiIjfboGleUkpCI7582cD4Fh0FdglV/V8/VczNVj6dE"
    "Ib67Oh6TZkhcoUrDF0tpbb8hvGdWkwsFC3VDn8mPQgCrxHBhyCBiX8Jk9I1M71s3T6dCTm"
    "EzHdrwD3kZ4HjYhfyUxBnd5CddM3QOhPt9W+htCfVtLAvqrhiOEd91XF/nOVNLFW9cNcDa"
    "UfTm/Mo7sG1CUGNB0+k3luAJU/3gFC/njXYa0/Wu2G+E99rgN0Y1dNHY24MD8FL/p0bFgj"
    "sfOV4WmcDvmamKepOT25LXbTc3q0WkLWdMJsvhM3n7kDnhX9v3rRDpHrzO6jG7HtXRL4K7"
    "OWn1rgg/S+rLMify4gh8+ZYvicqK9IDafcNF9SrMV3zRaLKHMvCuVgXOTkYFyktOTZp2tX"
    "a3ZXzrOrGbc35IrEfsT7KiUnzCBxNqOaaoYWsiSp4IJxUWTBuMheMC6S+5/4mU76gpG3B4"
    "apqsfnzTfjSi99cmUyw16k8zij+El/4aqFpTpLx5W3GgRLh+DjVfO+/vhHev2Tq5TV4+qP"
    "dqOuTwWURzoSDzZu8xeaGqQdOV/Lc53YamTXDYYWcp5YJnvxa5c5UGvhF4eIXclkX0lv5s"
    "jwGNmVXHb5MV0yNxxC/1T71pCMuAp0ZvRPN913suHro+tEPw0IXSc6SQND46pbKaJIfRD6"
    "59QUV1tD6lHKCkr9QKRcyJvj7Z1lZRwiw4BIneXraUtlAZoIFQby5QfyedxKMrh0zFlrea"
    "XDZOzqqLPo1NIp9MxnfmqB6UAueRWml4MKlJMcGRPTWoBN45lcRJpcjko07dNng5G56Y5l"
    "zin0fvkrGDs2feXQOgJsHMqGDjEsy2+vmlZ+ckt3QftJt/WphvaTVtJA+wntJ7SfKq9fy5"
    "1yrZc7SolW1CFIuU8HhjB9y7muEqTV819tPrAAPbHb9sRigh8m+GmDCmhb/arJXk03s/ZV"
    "6GwtDxowo+MKoAPCHP8r7PtkbiygEil4MIWpLi9Eh15FqK/CPneUQQ++TzGspzpH9Woyi4"
    "wO0yCBTV4acQDd1qMa4gBaSQNxAMQBEAeovIVoDAZ0ut7bHSNFJEBnOSPe8x6k7OnC3dLl"
    "hBKEmNyAqMMWWIqowx7KCi1f7l1yV89lYDVzE0uhTrDOD8Nx5twePlInvaV4dEAtD9yZek"
    "O7djC2DMAzpfbElJEjxOVEXIEYxL9kjbwalqni1w3ijLntEqkm5ME6a18QwRzdlvkagjla"
    "SQPBHARzEMypvPmHQfHVli8aoWiEamMnaev6rk9NIaejtDKs6kwttwTr1Oy+0ILlV+tEDF"
    "Vx6M6AiymoOiKJjzmrkcFMmDAuocZgTMQaS/oLv6mSQ6Q2JYyZibEgQ75sixQzjjZ9eTSV"
    "dFuMamgqaSWNJfehzHFqelRm7dUQxe7qr55siYle8dXTk/NP55/PPp4HNVeDI3mlVpNlVd"
    "HyzGZ1dS3P2XS4ptSjlCh1XaSeYql4T7+UuvxMyDs7BNofr3OFxjUDoE8LlQo8zSkVeJos"
    "FTj29pOi/PXHV5C/m688rFTtJHuzy9gtKbCK3Ruq2CFKuY4oNN8bkiqBZThud02oMk6LeK"
    "XOksags/cgZd88Kx10liBEdDofnV4yDBHqAgh1Yn7phFLfCsk/qhLpKUh16GwtD622xLju"
    "stL6asT653ghkTmHGDYlQJ6EnTPGIHas21JRQ+xYK2kgdozY8a53wwNFERE7fo9SR+y4HL"
    "ZZCDs+ycGOT5LYsWEPxubrehl/UVI0y/V5jdTqmbAd95SlYE6pZTJ6lJag4J+r5eYmhEet"
    "DsNhhNtDatOhrA0xsvmEjEzbcYmQrytIIaHAIEM6MEHHSgm0WeMCaA7pp4CjOaSTNNAcQn"
    "MIFWM0h1DqaA5paw4JcZnpHXwz96Ywye42p22yecP7k+kEz5jg6hXnQp1hGapuhDDe0U1Q"
    "bou5wZEdd3R7eLiNrENXzXZs7j5BA/dfT+SUFoNM5bxK8hzNejTrt91owjWeU216daKW22"
    "QiGFIgqcZx6VQ1zfNxgGPSgx54XXkZYZA5PXIPnR8My+Jzh1BhLiyIPOm1e1hSJo39zV8f"
    "sQD9rE/EAnSSBmIBiAXsXK09TKsQsYD3KHXEAvaPBQwEN565nRJdCTxusNkkEVsZXVFD9D"
    "rz/OjhR+P+ksDfDvvHU/22+VuzcXNJgq8d9vNBDBB/Ouz2odW+JPC3w26ardDw8H9xLXs/"
    "qTsI5mxewZjavG/0Tct0U96LbLZGqZCzKZy1uStU964xcqndHRqLlJyzTP6m0q7FZc2wmo"
    "0zmf57ZtpC4fEswQSLs9P6Ukh3n98XMv36M9NyTeYcw/32YeVtJesviruUkU+S8k3i0exF"
    "2LUcEECuLoAc2c894LIk/hUjw1St/FStcADbGxO1whFzh8na1alasdmlU6LW9cxxuTL8jl"
    "J8H+HTtTwPyEAO9H5yrWCvbRisWl6Dz0EBvUS87HQIEYlQ6Usman0lvRe66MmOV+IYPKJs"
    "fTVYPpzTS22zvfEboCtEt1Wqhq4QraSBrhB0hex6Iz5QUBxdIe9R6kVcIV6J1qKeEG+4zq"
    "D8mo6QzbewRi/Tdr1ML+Knreth8ml15vVRu/HP9iWBvx2m4hcvifrsMFg7Lgn87TCIfmzU"
    "7y+J96XDrr8/NK/FefWph09pMObmoFw9uBAJAsYIVOqBZWm+w2sV6Xor9KYWn9kDepRWnG"
    "d5tpZbnEeM6zrLgQWK81AouCNL7wz4hMpE1LT6PFnDEHzRz9xH8EUnaSD4guDLrjflAzXD"
    "EXx5j1LHONT9IwRo4aCFs2ULp208H6WYNnC4lmfTuN6AAs5r6NurXMvLYqITw36BIjumO0"
    "5zRxchQRtHP60abRydpIE2Dto4qO2ijYNSRxtnEzbORRET5yLbwrlAAwcNnF0bOI0/XWoz"
    "w2qmRu2GztbyzB3qjfN00SIuHGG8GIyDaUKchePSCRkYluUIs8ZUwbRfiZpqEEAbDrqdcP"
    "ZMLDG3lfGT5vfZ6LXRkNJPdUdDSidphHoCyretjD6wpKigRrAV1DO21hZldIysgtzeSgtR"
    "0+nCfpDk9KoCfT7VDqvz+av7wRbnk5Eg5ZbuEAnm2uXn2gGrkqwtnWd3613mMFm6OscuNK"
    "N0yq+TbM+IsspXzn25r9bKW3xC+3y4IPMxJxNjQfqzxTHpiRnhzpwesemUGq4jNWa/hgvU"
    "+YNUN5lfXiMOV34JgxEpZzGOEYfaQqM23a8JVX3bN+ywHvhKxKXGXDBZ3EYMdSgYx2Qkxk"
    "OaHumLW0qbAb7TAeTszceUwb9zA0LH2Cu1xTyHrD4GJQ7JYGwwISRiPIuJdEzqUnFTzyEo"
    "OmxCbTgtJhkPDBEokyieeeEQw/EuXSMjbssfJwkgk7BPhWUyFGNrglDdkc9lHJs66VDKLu"
    "XvN4ee88cFDtAOc2b2q/nKbTRa0GhBowW9P+j90U4HOVA/AHp/3qPUC3l/Zn5z5ML+n4Ci"
    "kghEIQAiB3+Iww+yu1a3rJMtSrUWozXz9uwAV7OMNTgdIUJGF2L0v3i/65quVYrREaLqMX"
    "or2OWAT6YGW5Se1HE6ZHchds9p3wFoswSnQyTVY/JFISZf5DD5IiXmezgU6kupNOMQCRY+"
    "XD+f2OIDo9yavaSo3uQ+uygwt88uMqc2nIr5TmUGrHhu1zCtUi7UOGH1uL2VpWTmpniqs5"
    "cRbzguIesvITYdUdsuZzCGaao3sYUaUVATyVVFUowZNhRP0Z167aSK2zNROuR4UY6rAsuO"
    "6flOyyBgMdIKQmCHC3klkU7lnEx/qVZXJlpS64x/VbbzhTPgdsr7menpCcZjz4CUngGGC7"
    "db801YUmu8yRx9fxBzW/wRE77+eCdmvPjbYdcPt2J6w991pvV5gVl9nl2JLjGnLaP7xkUp"
    "cgWdxSEWpJvm/bdL4n3psB/1pxasNeqzw64eG/Xr73DE/9Zhdw0hRPFHrFWyrtqtrKsmrg"
    "DD5Mc6YvxcQIyfM8X4OU2Mwxldw4MWpcRUD521B+oIGSh/54TPWJqs6UCMsDKieFPI4wJX"
    "9MfedSol7pvGdfOufvvryZfaeSyaNFzD8z8ZLB/MhCXJBqVKoqZTa7xGrgtoFcGzsuGsRH"
    "VUaDoz4tAXuDubrrGopV4A1zad1zbpDDUGrvlquos1RJ5GjxLXWeIq0EBccMoFM9eJ/km/"
    "AkpdZ6mrbiZlsPMlhR6FfuG2lSn0C7enaZpkjjyWJOjPWJ/zQ3hHXMgpcSGvIiGA3ByxJP"
    "EOU8WCI4ebK8Yh8oqXi7eIEFVPh9+Wb0MlQa2zvUcpcVvXelv3E53WCd2P0aKkdZa0zIlL"
    "irgtTO6MODWfYHdOq6M9qGfQiyNfSQjkePtw/80fHtcc0qMwy2V3RanekN51OK9RiZQtT2"
    "kqzdMwFfI0wVNvCe+Xn6wJUuRuXIXKqNiRzdUQCXIzRfm3qeEIppSsF5GgRN5GeauS17uQ"
    "vF6St0lK5G2Ut3wufnNJroZpkJ9RfmKT9u2U8VIR5eWYGiHCiZoWHVqSoSEanKIxhrrUmJ"
    "QumBGQ4PTMrRS1bMYW5e1ataKWLeAOkrOrC0ZFFr70klFpe9YG2PsjdKnDXAVWcze2V6/m"
    "r1w2N8Dcln+dqnI2vL+sZqtUQzfA1jvqF4Co6HIQ1tdXsxU2pQ1wte1dpqI8DW3dq1kaMv"
    "E3sYWJqz0GF6sof5OoyGo2h0E/XBdW8zgFJC3CZOkG2AB/r5dXqiyDwy6TQhM4PWxjDd4G"
    "V6osb8Ouk9W8Bex6A4y9oQccwL6aqyGEfzVLQ+jqhiyzCnM2CUXrVsu3MYFqDRkFfdXJ2s"
    "qu6TQYt7rRICP0rzCcePVQoJCuIat3XkJJWpgfQ1V1VhWoNWXX9Klh02FKD8K3Xg0L1OqG"
    "BwEhFqjVRxqhArWGNSsV5hgQ6JxjvmaM41mhIotnOVUWz5JlFhm3J4ZlOrRUS40oVQV5fX"
    "pRJFVZjMqOJr1IpCuLyW665eoth0l2V3B5m2zecCa+6XSFbWmKwSkTeFWnkjAlhqCXCEEX"
    "vOtzscusw/QQIfIcW8Ro4vjDFjHF4FJ9W8T8EOKgRxlmpTpZW2lWToNxBfrXy8FE1fVeWo"
    "FfSW+pHvXA/Gscn3w8rxFuk3sgUF1NhGU44DNrSBh3veYn1HZcztNszq3eCg1S3dapGhqk"
    "WkkDDdIdtX3emzWqGdq77eYKaImiJYpWEVpFaBVV3SpqG89HGTYRnKqttIhcb1SBxvbmYK"
    "z6QQ4M2zYpNJ2EQ+IKaa3qV4xGq0S3daKGVolW0sBNcFsZFsZz2ZkcUCAzUaPYhUYRm68b"
    "YKmnDlSVo8tXVCcVTaZaXMum2mlqWvh0rqqmMhoGy5Er1bUH2ZWbTpdo8i9CBTMWx+RePI"
    "MjA5i8zuOgnBk2JS906soQpzFdkDm16bIJ+ch8nok1gKhW3DSh7m31bh1mi+16Im6lwq7s"
    "wdh8Ff+hHol6JOqRJRSfkc0n3XUSdhOEmGaawtnSzWzDRNWDtbfSYlXyzNtJMqqdr+4Kkb"
    "iIxsyvbMMal6+1FMXI0B5LsrXsOhQiqaAXcyvLkGDZWxeh2CV05nxl1yCHihsOna7JuhnJ"
    "9Vfmc3YLrRTqCnXT+nJ6enb26fTD2cfPF+efPl18/hC4UJOn8nypV81v4NiLSCXp6Stfmn"
    "VjBVl1W8ByeHlwFVlLl1zEQosZOzt6ARC43jvMWgq4xvIJRVi6omjCfoDrutes6CgFtQ7O"
    "1fIgayM8aiVc3eIT6o4B4pUI8NxwyBAinI0+n7kepHxMHvmcCK1rZovrEmfM5444NbXNVz"
    "ErIPqZEpeT+ZjTV2qTuQ0HTLdGev1FT6XsitOM9/lwkUCwd/0AHUYlI+bibnK0O6bEpsZg"
    "fAk4uEFkojcZGAyiuh1K5UiI9Z7wV+qoq/XgO5Td6BEmcXa4SIBXyh8y5BTSlBErR6wcsf"
    "IykeDUdspF0IYodhdAe7IlJm46enYglrY1G3BEKCto7R2JHzh8YNbCW9UOxPrzFuBc4282"
    "Ha4p9SglSl0XqafY/N7TL6X+Ili6Lirq02oNh17Xb28vCfztsMZdvSn+kR/Qj1twH7p4e1"
    "/gSKtV/9aAI/JLh4kri3/hb4e1/mi1G3eXRH2uA4rmLcM+JvopExL9lGiIZdp0kJ46UkyA"
    "kQvo7Fdr3l89PN3fXBLvS4c9PLW9Q/63dQSy4ebpwvoY8HL+nBCJxgJYO1mqYCO4vD5wiV"
    "k/E+wQj9X1IP0SWl8aaYWcABtTAPlAdhlfRxeIkVZQGTjczT8F8PfQlaiEszuw+eOrsFTl"
    "yXEbHdheTcfsm5aHsq2zXUevsMMmeO3GfV05Bcts2orqkqjPDms36nfwX/2uw348Nn+vg2"
    "rlfdFAm0LnFzq/tGQnNhlBV+J2WbrpHBjsJrDpbgLonT1Y76xf8j7FORuqhp/tmw0V3y9S"
    "CMsbXiMvQuln4MMEP+N8zC1KlFfnmPRkJ+UeEQeHjvJVOhRSdchIiFhWSu4v0kpfbfbi6O"
    "LUbaOsoYtTK2mgixNdnLvebQ/U2YUuzvco9SIuzrIpNhXOr9mOQ4ZPxO3KcHhJUQUgOV6t"
    "/qwIiy/OcqrVn8VZPKd9B8quleBxiKR6TL4oNI8vcubxRXIeez1kkkz+W+vhPiOrZUkS3x"
    "PMgUv+h1imc4D+xBzeAi/yXSNxL0hsQYcLxF0jqkrEWhtzjHQDO/PhyELzjTipf0lkoIy/"
    "MSDYobNrD3bgxvyNCaB7X5CX6kSYCnkFTQrzIK/loCK134Wly9kxeYCetypynxoTMqQDcy"
    "jRKQjJd2Rwv+GQuemqYofO1/WBsF3cEuEx/QAZhMd0kgbCYwiP7VofO1CgBOGx9yj1IvDY"
    "yLQdt3w9rAhV9RCGrVSisYw1OB0hQkYXYvS/eL/rmq5VitERouoxeivYL2Jm+8LMhrCgu9"
    "2QqRwVQG6XkyQxNjop0egE8UrEKxGv3HB+hBdbVhJBiVJhsHMskQvgyZIcDdMgPzEUf2eh"
    "+KFA1zcGOofiag+Sr6sjnaPL3ur4cflSb4CzlQ8hD69+mOmwo0yHvXopf3D16FmuSnW+Vs"
    "Bf2Z0GQ1d7LRnxDGFoEB1uJu1d7FL22xDzZKjKhxnSNWg6Kgbfpmmtqd9+zQ7rsHgfa9m9"
    "eiSuaPjXlMXKsI01ui7Rdfl2nbLyFXiiVXd+fBfG+iWRH/EVrFDoX5HAv+ywvziAiU3EQ7"
    "w9K9Td+iynvfVZsr819hFPDxM+LxQmfJ4TJnyOrcRT2LzpUAhPtysLS4WpsKTBKss/w4mx"
    "huUfXOkwGVvE9A9PLZ0MqhtqWEcphpQ8nmtADf0RRRKcxzAFIPfYoZZFHL8WdPlgzNQM58"
    "1dXdpSGO2JJhOaTBjtqbWKg9GeFYv7w2jP9yj1ItGemAy93YA4YaC4s5SYkWJ43pJ6hwEk"
    "0Cqw5H4faTKY1k5wHWSvCCCSDYckwBBjwmcsbW0TivvEsDLCswKi+LKmqI496sODn3KYe9"
    "O4bt7Vb389+VI7j8W+BXxPTHRZ5pcNMoqZZqgLIZrqQXpF8v6zs/4TOf/0zykdwDY7sLhD"
    "19imUy+AAYf6bM5JnUxKai1FPEyIMtZZxhg8/D7kjMHDGDys32tUAmXbs+erkjzFgGwMyN"
    "aLmxiQvZeA7H24vA+Xt6s93hjsjsHuWvBU02D3tuG8HKXEZsjjtbzYDNcfUaYvOCdDHmnH"
    "7QWcyyNQM957p1U8hfgfIkBUXDmERNCBeMpj0qKUqYgKsbRCJLsYOVFX6i8g9CIOM+/hET"
    "rMdLybma6M+agTG7qO2/IpBPMghh5C6G0+l2H00DecgH1+SXpypNMd2XwiY+3nY8rkwzjU"
    "NiGqxCHDGSWy2kaNmOrc3LAseQHxPB3Wg2//JW7gdS3vMWFhihnYU13KxU1VuL74OcQYuT"
    "J833siv3H6MTzIBN4sgBZ6xDEWjs8JhxiOI15wKod3mD8Qg1YwaAWDVjBoBYNW9HNzH2b4"
    "AgatvEepFwlaKV3K6W1lnLST7PbDVhh3aSlnRUBQBT/+rr0VU9vk9hsawYbpd+gsun94vK"
    "vfltSyBFt+QkzQzw5T9JdEfXbY9+a375cE/nbY0+O3BjSLVZ9xu67Ie/GxwFsRX8OW78RH"
    "DORiNzIzE/522HX9/rpxe9u4uSTB13Wk8qWAVL5kSuVLsvn7OpEwSyp0meuzzSe1O4UtrC"
    "HgCCHKWH8Zr6XCx0hRzjrLGXDFdZbqJRnKV2f5KoybespPUcMsSlUF22EHxlnISVB+yYyQ"
    "4iul8yvlO3LKIR1LmgqCHR+LJIV8zM4K+ZhIC/G8Y2VcICESjBiKJdl4vsGSHI2RIVejXO"
    "2XDWTtYwxrOicxhnXzPIU4iZIMDZEgN+N1/IXBU/qFj1IhT2N9VqgxLMnQEAlWa8oPCwZW"
    "JVlbOg7w1rvMYbJ0dSBgaEZhOPA+w4H94lJvZKxfxaqiXA1t0atZ6uvvG2Br5YOsY7bOau"
    "b2N5FxUXm29ovnWnjKEnK1wCoQ0St1CmC/5pMJzSrUrk7V8mu0LweViGR3DHMYiSI/Jj/H"
    "nL5SG2Kz4YqChA4hNFtWAGRDMjEWUBJQhl+ruHOIs3a5lVKyfZs3wuBs3ZTqGsHgbJ2kgc"
    "HZGJy96634QMN0MTj7PUq9SHB2nw9TVOvsyGF/fCW8lbuOHEbPEGLE2rATMeKdYsSIYGwA"
    "F9oPePEbtyw+f5oepaAXwblaHnwxkqO6s2kxAKMNqd8qXNZr19anFmfPMlVd4Qu/OF6qeH"
    "BpyP3+Ks7Km0KuO2R/8zmrEYeri8gGBl5OuvgY8Rkbyux4PnMT2MYenqEjbE4iZyjxrFIn"
    "L7dd4iXP5itlCJggYIKASZnAr/LFK6tq2x2uLYfZGe9Vzmj9oPWzd1V9pfWzH2X9Zja1zI"
    "Hg9zebz1JV9tiIXMV96I/tPgeDV6rvIHlPSx0bspiVUkmh5tTUMG0HNGOo4AR5xvSYKBtC"
    "KMM2n0h3oBz0VSrP5nB5WD6CULplPSnlZUyo7Tu+Nyrdui1sqHTrJY1oTYKM7KBiJQm0Tx"
    "M6upc1CO5lDYLWU+tH47oNNQiCrx3W/Hb/8AjHvC/xBaxIWtGGqxLMxb4+TlGYM53HSwLs"
    "ueu5jxPq1J43/x9iF8vd++WAglv/1B+7Gribc4VbqR0YQnz6VG63U2o7nNXkXiqLN0JRSh"
    "n6w+cQJDT0q0RyD22D3qXgbPNCi2xKGHePSVPuy0m0bkc37rBRTGEQxKgJoCaAmkAJTcCm"
    "hngnU8oT/a31cJ+FzwQkcWzGHLjkf4hlOoe4+eQwFJiR74KPe9tjnIcLxF3wuNlvNlYMlV"
    "o9lVppr5dc38M0GHAS5edYrAIl2RkiQcg1Hr/D52UB7IACmbkCv+ZzhK9Xw9fBfFoduwNv"
    "MrJ0JUtDC95qngZ4+huZmkTzD3J7Ws3d8O6sk8PlUfxu7v3EBN6yPFnLw1rsyLCVMEvdsj"
    "y0Q7X0IMr8k2BFn8p8LHE5OiTGs+Bo0HmD2xDLpEhMgD6cr+RZYiKqb4cXmSRbatS9a/4C"
    "vTasRQJw2f0jdBh0AxlDjlhwu18Akzkmvb5h2ya1ZRMSOKu8NIKLzDGUzexFcD0b4ivnxB"
    "LvBwRyvTDZYYQSe2ZR+Vv6dCSeGyEdhHQQ0inj3DFTaynmB90ERBhXpXW8jWy8VLZIWogG"
    "jelk1aQSENwwvULiFgG4D1ti36bRN5e7adVRMjkZjF+LlZrNxU0z01Oikuy8Mp8zORoiqh"
    "BPv5yenp19Ov1w9vHzxfmnTxefPwTMTZ7K4/JV81vzPpYZp5XHuAVaetOlk6MU62V5Mtd6"
    "kZp+1/THrTRffoIurlIopD7/zF0Iz5JdBoUaDjkP4kMq8/dwENoO+nkTrvEiDAU+GokLyP"
    "tC1YlXVUUC7G/quIJeKhaRloQJA2YfD9Fh8naymaEwPiaUuoHx4TmgfdsFzJZX01147Q/5"
    "TEzQGukN6cBYODIVRF7UdInFHWG5TDlMYQLpKGLYnNsvVMyMmSuHCmLTCplYkDiihhAxBG"
    "0dtHXQ1imhvql3rYTasSRAH2qaDxVtx+rajsGOVVbAEULMx9FZxhF1o6ycE8T4QmstbEy+"
    "2mwsnND9S7IzRILIGqayrWLphgt5wOzbAE9byuH56F3tICfras6GXlWdfNZh5mfgPiHZ5C"
    "M/YmDXnxOrsZ8fCqcYeWBHOGYf0JCenIoj03Kp3fuqgvV7PhbSfRHi7klaagzGS4xE+pPF"
    "JeA8+RWKiw5Nm0pr8y+1VPRnP4/RYeB3dsT1Dbc7EStZD2iCgqlwF6n1wtgFeYYHkf93lQ"
    "HZI4waNpQj4eS/qM3VI7xSe+GPGwqNuUekaYSoDqI6iOpgEdV9gTpYRDWb1YdZThOLqL5H"
    "qadgAokiqvIzIe/sto/+eJ3TXorLNZLGclKohepJTgvVk2QL1ZA2mmRzds5cjAzz5t6QNx"
    "dR/tPn+up8r8RFNG4hLEzU29tLAn87rHFXb4p/5EeH3TXEinP/7ZJ4X+BIq1X/1oAj8kuH"
    "iSvLpLE2JI390Wo37i6J+ozbYkXeqjzVwxfup8w36lP8fQrkENhnb5Zo5Eo6i7V5f/XwdA"
    "+5eupLhz08tb1D/rd1RPS5gIg+Z4roc0JEykAuoY2HKCoUibQxfRyd1pvlZxiYKcHVOBlO"
    "1SzWApZVmrE+EbI1yVbT6crtKkVVv+JcKIssA9sL08UY2xeE21oMfMBvt9rj1cPDbUR7vG"
    "rGOxs83V01hA4vNzMxyFSQfpLhhj0YC7atYw3HSDH8QR/rV4EeGoXvCja3qOuKD8XDdGdO"
    "MKRWxKHjhEevdOr8BrWQ5mNzMPbCYTnzQ2tNh3x/aENs68/6453q/BYKk/XGg3MC6qEnkv"
    "5IRs5fLeHR2cMzQL12efW5bbriRBCSKw4NoPokHQYeJi8jEV5adMygYwYdM+iYQceMdjbi"
    "YUL06Jh5j1Iv4pgZc7cLhSpLrJ1hkt0tnp8PJeNUqOyTsiyN0OyOp+eHwlNPDy8zSZcUiP"
    "RolU9adxzzmUHD7xs6MB3FiIRNmjKqlmeWGsF4wfwQQbFUU0h3BLIhjfYoJzIDdMLhusek"
    "NxDWnAn7mNMjYy5+rArvm8iec8vESWjV9Tx2CR/FqtqYTNmfCdN0Hw/RYTKGEMrxOGM+Z5"
    "ekp64hDJLe0gTuqbqqkE3qRR3OwQqeCoZDcij0b/81lP7KZZqs6f4FjVg0YtGILdX8ALjz"
    "nNIEs2ip2CW9zu7l35r/hEKw8qPDHsGb3H18uGreX5LQPx1226i32t2rp9Yfl2T5vcN+Np"
    "rfvsv6sv63DvvHU+OpcUnkR4f9vdH40X34ed94vCTL7+u4rE9OioTqnGRH6pzEvdaCtTOa"
    "8oLl+leWRDt0ruwH2t+kcwVb+FXFlxJBpwL9Jyne7Ei3KBUGur0h0A3TOze67wdKdxmGRo"
    "gwxRMTZjFhVq+0zn0kzC4xk/eeM5tcXzfA3rvgQhVla2RT0SkZOTaxc+HC1SnJIaiweFby"
    "Txk3wujcywR+5pBjOx/zCUByNh2akH3rFZd2Zza7VLXgwtgcRIgM+ETIqkYM6A+mKk87yx"
    "TfGnFoWiG6nd27w3oSghTjjqeLHnQ5JRP+Sh2V4axSiRUoqQJbGPcCWfwq37I0HmJ/iP0h"
    "9ocBLBjAopsCe6ChDBjA8h6lXiSABTOLt5tZLMRlpuc/5uSFLUkwMyxlf9IgW1tPG3VnGP"
    "bena07muLv3NuKCW079rl6aEQpz9ySZPduuZAR2Z+JldVkzjHcdh/24naqUmCG4Tqy0FwL"
    "Tho/6EXcNCbjUmNSGg8LSJCbuV5E4NQGXDJt7zIHydHVDpnQfEI/17vyc7WEFbLC0aWG1A"
    "p6upxg9Oresb7PCDxMxJAeHQKP4aio8DGfE/ETFkFNXK8SbZ865lC1OOLg8XGOE56szV4a"
    "PUy6rfg19DBpJY1QVprYA8ZlEqiWBAjhpRi6e9W3dWPugYftVYedORr3vmLMNGXuwQeZHS"
    "xftdW+/yGzbGRgaoriHTqbq3OrXJ2uHyZbRN2W8VRe4qbpOl4zTodPaJ8PFzJ0y+Z8Esvj"
    "5CO/gajXiRTyNv0oMKlYCyXboZ7G7chEz5H4xYI8RS/f+TN0mDE3FrVw0qm6MNRTgnxSyC"
    "WdGEr/F1oXacqqSbEEWQiK83unwlO+Uu8x/YPyKdSNGe8wi7NnmSULT6V+LmSz9gznhULW"
    "q8xh9SiDxq9+paZfexbnL13jWUzvHia4ogmCJkipBFds4lld/4NcQJPCzY7DCQh25z4/2t"
    "b7EXVjn50WcGOfnWa6seFULF4k2HaSHM71Y0cJd+jIDo4crCcbsxwxy1FrjmKWI2Y5bpel"
    "mOWIAFT12Kot/gSLRcsyjlLAJ/9ULQ95ki+j441aCTu1x5QYzJn7NcO8WmMK/RlxW2Eh4j"
    "+vRLVlOC6kA0Jdax/hAYpfHIBmHDKw+OBF4UQzphqMkt6AzxgkVkBpw16yIvcenqHD7hW4"
    "ZFoUkhvhdRg64sOESQU+aLhRb+YICoeK2TR0eqRPxUF6THrDGe0arkS4si+DwBACQwgMlY"
    "m0M2zxlqSDB6tD8ZfUmgfiP7ba3cdG68fDfasBEfnh/8Wy1Phn+HTk3/jCWSiY/rxIMP15"
    "djD9eRyFEPx3Zymh3UUzJnxqrcX0o3F/IzvXeV867Ef9qQX5D+qzw64eG/Xr73DE/wbd7d"
    "rQ2a7dYbd16GoHfztMXAGGyY91RLjhhmlCAvZ6+ZFRSkRitUZiw/pOWUHHaTHmX2dJh5XU"
    "FMvP4kZGbFecMCbmEVBu6y3eVsnxHMHePDxd3TbIj8fGdbPV9JJsAknKk1E0WKzrt/GOc1"
    "LzL/s+LanwTdL5TRKXmoqXYa3NMU6LktZZ0n0bqiKtJegYKcpZZzmj+26jJvqUW+ZgUZKh"
    "ESJkKXqcdu1xUhNwA1xtWcaP4FpVZW3kddXJMbLkfoprJCKanLalltFdTofV7pHvfE4czp"
    "eRoI5yUUwodUkvVImlJ2NLlReDDo/JTxM6r4gx4q/tqJhW5ZdgUD0x4in4Ks+aQ6jCmHCO"
    "7PwJOqw3NWaObO7qCkmImSCo/T4w0DdbxvuOBRfhH3VbhwMydEweVPVHyWKTOhF/DjyxU/"
    "PCbaGMpPxFfE4dF+7pVQvqEYk+YGofuk/QfYLFI/eW2YfFI7NZfZhlBLF45HuUegpMgMUj"
    "sXjkwWeea1A8UjcW77qo2si0HbergH+HZrvgMid59gWwWW1yxjP655u4nUmPzE5ptQygQZ"
    "mFJSDAerTrryg+qFKO8UsaPSpnwv0qUzkzgYWVkU0qMQpp40Ji3DVHKQh/tmSWFCiOjYsD"
    "eoVDdk5SILlpqmEyTFItkaSK9a133VMYyymvIwHNcSEFByac83vzdrbmlE6P0p2d6lxtla"
    "/TCYYVygRr3dZVKzjL8nyNXjs35QqRrr4+FdInc26/0CGR1XegsECyIpD4x7TBp/iVPKsk"
    "KVlQx1D1e8SRY1I/is2ovTxEh6kL/+KoqkM2n8vkseUtf4FMs2PS6xu2bYKn1Us6k/a7eP"
    "8M5qg+eurSffpsiK+cE0u8tdCk70VMsKhjFPysXj7ZUQ0dnTq61tDRqZM0QpvvyC1dQiJM"
    "gzUPovz0VrUU3dF8zgTTQkQVgs++nJ6enX06/XD28fPF+adPF58/BDha8lQeoHbV/AZaY0"
    "RxUWqkJurFHbWf6SMdiJ0yTcMIn85VMiYwsGsvR67UMx4YFAK0VatYtb8LKXAiN+OeoOd2"
    "nw57xIFII6j+J2v6QVDTpdiFa+KHyNLhEJAEDw3bstxHVYxST77pPTLmlgxYSmgYu719h6"
    "lXJtBhnJn9ar5yL9PddP2qgjXSAwjAi9MSKogXOwVnxbPByP6CSLZDsUT+Sofxod6VOmws"
    "A7v84fK5VGffniseS5FNDaG7eHTiVYZai/LXgmYDzw6pX0FvYXlh1VtYdhSGC9BXKnQx4F"
    "Ktw3ovdOr21Emh+szYkIN+ZtGRC22GTSgn6RBo8CPUNZmQj1oPaj2o9ZTResojDVWNRDl0"
    "hCEiVm/DKYNdh2nQgf8GnFrt3GVYv6RAxr+lHd2oZNhKQIBsfwPbpYZZhu0BAbL9DWyX2n"
    "oZtgcEyPY3sB3smDJc98cj09/AdM9WLMP3EAmy/g2sB6ubrVOeIkKIDkmdzQXAWcq8W/54"
    "DMp7g5VQNuG9v4Fk98PheZnWDx74WZKfMTIsIZC+8Jeep3E6nK65pRn8aZhkMZZniNUQiL"
    "2xq0s09DdRnqHyNav7+WUZUtcE5OtqvsYXQp2qXlwbU3dmUyG0yVGKozZ8upbnqB2ogd2R"
    "P7JARzoYC45Bv//bLw6Z075jujStp3PO6A7rMGiu5lWLkHW95c+vkd5/wy+qETGHqJAh+G"
    "nktKwRmIU1YtN/z0ybDv/Ti0V3meCwNAdj5aCVRSjGfM6OSU/M58m0+0IXPQLhxI5yxILx"
    "4hCoPSGppoLdjmr79my+UgZRZFBUHJyc8kIQt8U4/BD0VaKvEn2VWIpiX7l4WIoim9WHWZ"
    "QAS1G8R6mnIHxYimLXpShmfcscgHJYhstRqgry+mMRVn/M5vTHBKMDJbwMnyNEyOYCbAaj"
    "qoxDwB+Pnra3hK9YULZQGPa2+WyycvxPkmIC8sYFJPhJF1PuesZ4iRUoSbnWMqQZErbtVW"
    "hiMigqZK1RlSWNdHcm4LbaUGzaBITf3bXMiZliDGSyNkqEVbRS+DqcTYViB3wCoCV9oVjd"
    "1Cp5FZ11l6Prx4ZsT6U+O+zpx438X312WL3drl9/79av283fm+0/LknsQIc9Nn5vNn5eEv"
    "UZx4ILKfcXRXT7i2zV/iK+Btl0aNp04HZntlVmxY/TVW+9P/1QyJKCYZn8VidjuBQU0mJu"
    "16V/ZrTty0ClYnTV4/hFMY5f5HH8IoXjWHfifYR58TkrneIcpsFIjhgYwWf2gJYNOwoTIU"
    "djwdXUmJR2rwUkyM38SCM585K8XSvOqBVc7CA5WyDYKPyero6MkevkBnhb+aiY8Iaymq3w"
    "dm+Aq23vMhXlaWgN1CnIqDXrT0zHUb86WW5qebaWW3AqOm5lgNFPVX1gQok7tvnseUwMGU"
    "RUC9UMAEPBD+kJ6i5BVA8dEtBToa4ChBNBOE9NlWAImxe9ZcECP/ApErW0+0foMMOBolXy"
    "EPTx4RN5/abrd/fhRB52XKhJ4VVuUDFLEJpEKYPSDvMxV118qN9lBwZ+lY11oB6WIK150U"
    "zirh0mjjpUVniYGAuvVIR8Hmy0g9FNGN1UMroJfDTrgoUh8t2hhH5D+5Kc9ckuifelw+rX"
    "140fbWho73/rsNaP+t0lgb8d9o+n+mP9vt28hyGhfwA0/FvjWlL639YCDk+KAIcn2cDhSR"
    "I4NBxezosXIkHv3ca9d6+GNSuXQrqkQL/2GxgvVZwySG5AUD0I97QoZp4HmSNivm/EfOam"
    "WKXZC4k3HNNl31L8fURtOw1iyfPBLWmqN7e35X+zhK0J3SXA8CzD7Tgdcrwox43hUMz8FN"
    "Ukm9khkurx+byIF/8824t/nvDizxxqd8W8ZKX2xyhV9fh8UXRzzNsbE8oIppW8B1/yv2bD"
    "57WkHCHEeAGdZQxAbkk4MESCBTXSemuWY2eIBJ3buc5t3w/zRkdhLPH9MOfpaodh6DVd7Y"
    "O1vLIiG4gaONjJupqloVdVJx/sT9ofc/5Sd106mbpHKX7Y2Ihani92rsaK3Xs5uFBpfhdq"
    "wY+IQcQlzVdqLy6X/kubDigcIwZzoHLCsEa4LU4v4KxNpbeUce9sskTE5i+PbkvdFv4aui"
    "21kkYos3jmxysVTB9ZEmDqSFoPQCzIX0VTamJalrlOGluUDF+ZlFdGKJ7uzBFcS0u1ymRt"
    "jKpC7aY2xlhq22l1CbMB04AAsdJCWKnSOUvh/gFF9Vh8Usy9cpLnXjlJca/4NkFJFTFGhn"
    "BWPgDjs2sDSIFnkd6ErniYHF6NGsQmmYbIQSCFbOggLKjV2EF4ohQDD1RTONmuzhHm+oKo"
    "xnqEsuGUmxDm7D2BaoErzzmz/r/owCUjDqUxCDUGY8LBmk8v95iKKuzgvhBC7TUCJBNjSM"
    "mvPfHamfDrl5UpwfTtGw4lhiVu8RfEKBCjQIyiVIF4+U6Wrg8fpsLtP8XqWru0RUB8iLHq"
    "j4324x/ykP+tw24at83fG48Qhh58haN1eaC+Vkz6lwLK8JdMTfhLwthQmL2QwiwtDCbTUE"
    "7QYR2duKHM6J/uGqEQITIMhNAZvcOYpuxX6TCLphYplTsymemM1xJ7jBTfbp3fbptOLWMB"
    "ymw5BTFOhxE6MfjYM5NLsjVGhop3nK2ASpTlaYgGGZoPZPrzb3NAZiN0xcPk8GogM/bWro"
    "4qk1NyAzxu+NepLGdD766G+HAwubPx4fD8X40Ph9+/ItU+ADqVPHJUux6oe5GAc9OHyQZC"
    "ir9y9egRsHQXZEINJoZZFhTomIKG23Xov4MqHZbhuB44LGtkjA2H9OmAT2goAk0GmRlQJ2"
    "PGhoRxMZZ3mBD3gNqAKMuuQDC5h474MC0LAGGLyhv4LIAb8tGoRhyu7iQuMxa/CI5DTRQ6"
    "FA84lIGHrGt0bT7vEWmmOx02XELTqhPRbEocU9x9+RPkJQ3bhgJ+CCojqIygMnYj2heEhh"
    "BLNqurC7FgN6KqST0FcUl0IypZSvstFbS1k+pOEspDKm2S0dllKmJkWIMo8j5tooqFTBIa"
    "iV+WFvWXLZgYGdYRWV8CpgPapbB4kvy/4lwwmmVYLGG6mAD6gnBbr4RvxuyW9VcPD7cR1l"
    "812zGGP91dNR5/VRXRxCBTYRIpvTBMB37/Ont8jBS9KPrs6UlVLgJDlLCKEnQYXpBIcAgg"
    "qJRFy3zOTnGI0FUpd+TL6enZ2afTD2cfP1+cf/p08flDwOPkqTxmXzW/Ab8jb40SQMJDsF"
    "eU9VH6Go+yMVZvQK0IwmovxxZo127Lor585KOnEjU0AfEEJFIGrQrpcBICHAHkJBNu06/k"
    "GYJi52PKArqhOJLW6H1r90FUUz8cDVFNnaSBW81et5pIwwNenvlLGmT82oxHADpbIIcJRR"
    "YBoDFGCUNqtA38KBJSs1erpEXF2pcX+eENKGSVOMuxxXq8QLMUFZAxjKThGSwIoLiUpxmd"
    "Uwh3mPNj0hb/i2eRjVVBY4O+JXPbdCnpyXLvvZqM1YAVD4I0EnbKzu7cYVysuKTnqZTdgW"
    "WYk67HLKcngzqgmUwNshLhXnNuv1A7MH+MPjRsEefgYdEOQjsI7aAy0R3wRpZxUgYEFXRT"
    "nhSty5BXlgHrBL9LtwAq2Khgo4JdWsFui5XLMhltunSSpl9Hzueq1643smv6Q4sV7JRxxl"
    "5483RKoS0hdAEkhtzcZWdBeCalBkvXuOkuamTAJxNZNUNooobz4qmjoJGqJoZ+s0F5LYiC"
    "FuQJJXvXD9BhNqjp4pTJSE+1MXSEPi5UetUiMRR3LaaVK+4mi3JAeHhQJUCMV7HkPdWt0Q"
    "v37BEHFH15GRUzLh7mmVOnw+ARZAz6z4jObpCpbb6K9w1uS+H42BwOxSOPbD4JWjROqC0e"
    "UoaG9yYcWrD3F70QRwJdzOsHqawFNATQEEBDoIQhgPU4K6mWvggeppt3q4uX+LQ6W3pH14"
    "+NuuyK6X3pMMGyb42umPr33+B45N8Oq7dazW+yu6b/DZpytpu/N9t/QFNO9a3Drh/u7hr3"
    "bXFd9aXD2vXW37s3Qk6XJPjaYXeNR3kb9en93326VwPD/8E1739vPKqn9b/KkiqNtldQpd"
    "FWrT5b7YdH1epTfYtrDoWs2bMixuxZti17lqisAutY9y1TKnoFrSfWXQMC/0CE8CkmyY9m"
    "9+8NmCPqS4f99vB4d0ngr5h0f7TaDejiKj/XEtdpEXGdZovrNIE8KP0uKavsANwQiR5R0X"
    "DbykRFZ6QC59SZfX1LTy7d9tXofP9YBGv7mA21fUwgbVj+rBLpf5rFLm+88L1nwZecpjEy"
    "rMES5Wq/LD/7yMl0Tnq4Ukl2RqmQp5p0RKvmngR4Z1mcaEmCkzPXxbLbLmiaTtANtEGL7k"
    "4b4Ogd9RsKHeQsXc3Sfn51+DQlagNsrYcuVVHGxnTH1ez1dvMNcPd6eaWKMjeq+azmLexE"
    "G2Bs27tMRbka2q/3767+z/8HricqVw=="
)
