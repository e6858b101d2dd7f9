"""Telling the world: webhooks, and what wakes the readers of the event log."""

from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True


async def upgrade(db: BaseDBAsyncClient) -> str:
    return r"""
        CREATE TABLE "webhook_endpoint" (
          "id" UUID NOT NULL PRIMARY KEY,
          "tenant_id" UUID NOT NULL,
          "version" INT NOT NULL,
          "created_at" TIMESTAMPTZ NOT NULL,
          "updated_at" TIMESTAMPTZ NOT NULL,
          "url" VARCHAR(2000) NOT NULL,
          "event_types" JSONB NOT NULL,
          "lead_filter" JSONB,
          "is_active" BOOL NOT NULL,
          "disabled_at" TIMESTAMPTZ,
          "dead_in_a_row" INT NOT NULL,
          "spread_seq" BIGINT NOT NULL
        );
        COMMENT ON TABLE "webhook_endpoint" IS 'Where events are sent.';
        CREATE TABLE "webhook_delivery" (
          "id" UUID NOT NULL PRIMARY KEY,
          "tenant_id" UUID NOT NULL,
          "subject_id" UUID NOT NULL,
          "state" VARCHAR(9) NOT NULL,
          "attempt_count" INT NOT NULL,
          "next_at" TIMESTAMPTZ,
          "created_at" TIMESTAMPTZ NOT NULL,
          "finished_at" TIMESTAMPTZ,
          "replay_of_id" UUID,
          "endpoint_id" UUID NOT NULL,
          "event_id" UUID NOT NULL
        );
        COMMENT ON TABLE "webhook_delivery" IS 'One event on its way to one endpoint. Deliveries of one subject follow each other in the order in which';
        CREATE TABLE "webhook_attempt" (
          "id" UUID NOT NULL PRIMARY KEY,
          "tenant_id" UUID NOT NULL,
          "number" INT NOT NULL,
          "at" TIMESTAMPTZ NOT NULL,
          "milliseconds" INT NOT NULL,
          "status_code" INT,
          "error" VARCHAR(500),
          "answer" VARCHAR(1000),
          "delivery_id" UUID NOT NULL
        );
        COMMENT ON TABLE "webhook_attempt" IS 'One try of a delivery: what the receiver answered, or why there was no answer.';
        CREATE TABLE "webhook_replay" (
          "id" UUID NOT NULL PRIMARY KEY,
          "tenant_id" UUID NOT NULL,
          "spread_seq" BIGINT NOT NULL,
          "to_seq" BIGINT NOT NULL,
          "created_at" TIMESTAMPTZ NOT NULL,
          "endpoint_id" UUID NOT NULL
        );
        COMMENT ON TABLE "webhook_replay" IS 'A range of events that is being made into deliveries once more; gone when that is done.';
        CREATE TABLE "webhook_secret" (
          "id" UUID NOT NULL PRIMARY KEY,
          "tenant_id" UUID NOT NULL,
          "value" VARCHAR(100) NOT NULL,
          "created_at" TIMESTAMPTZ NOT NULL,
          "endpoint_id" UUID NOT NULL
        );
        COMMENT ON TABLE "webhook_secret" IS 'What signs the deliveries of an endpoint: the newest two. The application may write `value`, not read it;';

        -- Counts changes of rights, so that a server that missed the notice of one still learns of it
        alter table tenant_head add column actor_seq bigint not null default 0;

        -- When work that one worker does for all is due again
        create table duty (
          name text primary key,
          due_at timestamptz not null
        );
        grant select, insert, update on duty to leadhub_app;

        -- Keys, row security and rights: webhooks are for those who see the whole tenant

        alter table webhook_endpoint drop constraint if exists webhook_endpoint_pkey;
        alter table webhook_endpoint add primary key (tenant_id, id);
        alter table webhook_endpoint add foreign key (tenant_id) references tenant (tenant_id) on delete cascade;
        alter table webhook_endpoint enable row level security;
        alter table webhook_endpoint force row level security;
        create policy owner_all on webhook_endpoint to leadhub_owner using (true) with check (true);
        create policy app_select on webhook_endpoint for select to leadhub_app using (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and (select current_setting('leadhub.reach', true)) = 'all');
        create policy app_insert on webhook_endpoint for insert to leadhub_app with check (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid));
        create policy app_update on webhook_endpoint for update to leadhub_app using (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and (select current_setting('leadhub.reach', true)) = 'all') with check (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid));
        create policy app_delete on webhook_endpoint for delete to leadhub_app using (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and (select current_setting('leadhub.reach', true)) = 'all');
        grant select, insert, update, delete on webhook_endpoint to leadhub_app;

        alter table webhook_secret drop constraint if exists webhook_secret_pkey;
        alter table webhook_secret add primary key (tenant_id, id);
        alter table webhook_secret add foreign key (tenant_id) references tenant (tenant_id) on delete cascade;
        alter table webhook_secret enable row level security;
        alter table webhook_secret force row level security;
        create policy owner_all on webhook_secret to leadhub_owner using (true) with check (true);
        create policy app_select on webhook_secret for select to leadhub_app using (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and (select current_setting('leadhub.reach', true)) = 'all');
        create policy app_insert on webhook_secret for insert to leadhub_app with check (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid));
        create policy app_update on webhook_secret for update to leadhub_app using (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and (select current_setting('leadhub.reach', true)) = 'all') with check (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid));
        create policy app_delete on webhook_secret for delete to leadhub_app using (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and (select current_setting('leadhub.reach', true)) = 'all');
        grant insert, delete, select (tenant_id, id, endpoint_id, created_at) on webhook_secret to leadhub_app;

        alter table webhook_delivery drop constraint if exists webhook_delivery_pkey;
        alter table webhook_delivery add primary key (tenant_id, id);
        alter table webhook_delivery add foreign key (tenant_id) references tenant (tenant_id) on delete cascade;
        alter table webhook_delivery enable row level security;
        alter table webhook_delivery force row level security;
        create policy owner_all on webhook_delivery to leadhub_owner using (true) with check (true);
        create policy app_select on webhook_delivery for select to leadhub_app using (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and (select current_setting('leadhub.reach', true)) = 'all');
        create policy app_insert on webhook_delivery for insert to leadhub_app with check (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid));
        create policy app_update on webhook_delivery for update to leadhub_app using (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and (select current_setting('leadhub.reach', true)) = 'all') with check (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid));
        create policy app_delete on webhook_delivery for delete to leadhub_app using (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and (select current_setting('leadhub.reach', true)) = 'all');
        grant select, insert, update, delete on webhook_delivery to leadhub_app;

        alter table webhook_attempt drop constraint if exists webhook_attempt_pkey;
        alter table webhook_attempt add primary key (tenant_id, id);
        alter table webhook_attempt add foreign key (tenant_id) references tenant (tenant_id) on delete cascade;
        alter table webhook_attempt enable row level security;
        alter table webhook_attempt force row level security;
        create policy owner_all on webhook_attempt to leadhub_owner using (true) with check (true);
        create policy app_select on webhook_attempt for select to leadhub_app using (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and (select current_setting('leadhub.reach', true)) = 'all');
        create policy app_insert on webhook_attempt for insert to leadhub_app with check (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid));
        create policy app_update on webhook_attempt for update to leadhub_app using (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and (select current_setting('leadhub.reach', true)) = 'all') with check (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid));
        create policy app_delete on webhook_attempt for delete to leadhub_app using (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and (select current_setting('leadhub.reach', true)) = 'all');
        grant select, insert on webhook_attempt to leadhub_app;

        alter table webhook_replay drop constraint if exists webhook_replay_pkey;
        alter table webhook_replay add primary key (tenant_id, id);
        alter table webhook_replay add foreign key (tenant_id) references tenant (tenant_id) on delete cascade;
        alter table webhook_replay enable row level security;
        alter table webhook_replay force row level security;
        create policy owner_all on webhook_replay to leadhub_owner using (true) with check (true);
        create policy app_select on webhook_replay for select to leadhub_app using (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and (select current_setting('leadhub.reach', true)) = 'all');
        create policy app_insert on webhook_replay for insert to leadhub_app with check (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid));
        create policy app_update on webhook_replay for update to leadhub_app using (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and (select current_setting('leadhub.reach', true)) = 'all') with check (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid));
        create policy app_delete on webhook_replay for delete to leadhub_app using (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and (select current_setting('leadhub.reach', true)) = 'all');
        grant select, insert, update, delete on webhook_replay to leadhub_app;

        -- Deliveries of one subject to one endpoint form a lane, which one worker at a time works on: that is what keeps
        -- them in order. While `claim` is set, `next_at` is when the claim ends, should its worker have died.
        create table webhook_lane (
          tenant_id uuid not null,
          endpoint_id uuid not null,
          subject_id uuid not null,
          next_at timestamptz not null,
          claim uuid
        );

        alter table webhook_lane drop constraint if exists webhook_lane_pkey;
        alter table webhook_lane add primary key (tenant_id, endpoint_id, subject_id);
        alter table webhook_lane add foreign key (tenant_id) references tenant (tenant_id) on delete cascade;
        alter table webhook_lane enable row level security;
        alter table webhook_lane force row level security;
        create policy owner_all on webhook_lane to leadhub_owner using (true) with check (true);
        create policy app_select on webhook_lane for select to leadhub_app using (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and (select current_setting('leadhub.reach', true)) = 'all');
        create policy app_insert on webhook_lane for insert to leadhub_app with check (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid));
        create policy app_update on webhook_lane for update to leadhub_app using (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and (select current_setting('leadhub.reach', true)) = 'all') with check (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid));
        create policy app_delete on webhook_lane for delete to leadhub_app using (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and (select current_setting('leadhub.reach', true)) = 'all');
        grant select, insert, update, delete on webhook_lane to leadhub_app;

        alter table webhook_secret add constraint webhook_secret_endpoint_id_fkey foreign key (tenant_id, endpoint_id) references webhook_endpoint (tenant_id, id) on delete cascade;
        alter table webhook_delivery add constraint webhook_delivery_endpoint_id_fkey foreign key (tenant_id, endpoint_id) references webhook_endpoint (tenant_id, id) on delete cascade;
        alter table webhook_delivery add constraint webhook_delivery_event_id_fkey foreign key (tenant_id, event_id) references event (tenant_id, id) on delete cascade;
        alter table webhook_attempt add constraint webhook_attempt_delivery_id_fkey foreign key (tenant_id, delivery_id) references webhook_delivery (tenant_id, id) on delete cascade;
        alter table webhook_replay add constraint webhook_replay_endpoint_id_fkey foreign key (tenant_id, endpoint_id) references webhook_endpoint (tenant_id, id) on delete cascade;
        alter table webhook_lane add constraint webhook_lane_endpoint_id_fkey foreign key (tenant_id, endpoint_id) references webhook_endpoint (tenant_id, id) on delete cascade;

        alter table webhook_delivery add column position bigint generated always as identity;
        alter table webhook_delivery add check (state in ('PENDING', 'RETRYING', 'DELIVERED', 'DEAD'));
        create index webhook_delivery_open on webhook_delivery (tenant_id, endpoint_id, subject_id, position)
          where state in ('PENDING', 'RETRYING');
        create index webhook_delivery_endpoint on webhook_delivery (tenant_id, endpoint_id, id);
        create index webhook_delivery_state on webhook_delivery (tenant_id, state, id);
        create index webhook_delivery_event on webhook_delivery (tenant_id, event_id);
        create index webhook_attempt_delivery on webhook_attempt (tenant_id, delivery_id, number);
        create index webhook_secret_endpoint on webhook_secret (tenant_id, endpoint_id, created_at);
        create index webhook_replay_endpoint on webhook_replay (tenant_id, endpoint_id);
        create index webhook_lane_due on webhook_lane (tenant_id, endpoint_id, next_at) where next_at < 'infinity';
        create index webhook_lane_claimed on webhook_lane (tenant_id, endpoint_id, next_at) where claim is not null;
        create index event_at on event (at);

        -- What the worker and the readers of the log must know of all tenants at once
        grant select on webhook_endpoint, webhook_secret, webhook_delivery, webhook_replay, webhook_lane, event to leadhub_lookup;
        grant update (next_at, claim), delete on webhook_lane to leadhub_lookup;
        grant delete on event to leadhub_lookup;
        create policy lookup on webhook_endpoint for select to leadhub_lookup using (true);
        create policy lookup on webhook_secret for select to leadhub_lookup using (true);
        create policy lookup on webhook_delivery for select to leadhub_lookup using (true);
        create policy lookup on webhook_replay for select to leadhub_lookup using (true);
        create policy lookup on webhook_lane to leadhub_lookup using (true);
        create policy lookup on event for select to leadhub_lookup using (true);
        create policy lookup_forget on event for delete to leadhub_lookup using (true);

        -- The newest event of these tenants, and how often somebody's rights changed there
        create function leadhub_heads(tenants uuid[])
        returns table (tenant_id uuid, event_seq bigint, actor_seq bigint)
        language sql stable security definer set search_path = public, pg_temp as $$
          select h.tenant_id, h.event_seq, h.actor_seq from tenant_head h where h.tenant_id = any (tenants)
        $$;

        -- Endpoints with events that are not deliveries yet
        create function leadhub_endpoints_behind()
        returns table (tenant_id uuid, endpoint_id uuid)
        language sql stable security definer set search_path = public, pg_temp as $$
          select e.tenant_id, e.id from webhook_endpoint e join tenant_head h on h.tenant_id = e.tenant_id
          where e.is_active
            and (e.spread_seq < h.event_seq
                 or exists (select from webhook_replay r where r.tenant_id = e.tenant_id and r.endpoint_id = e.id))
        $$;

        -- Takes up to `most` lanes that are due, at most `at_once` of one endpoint among all workers, or `slow_at_once` of one
        -- that the caller calls slow, for as long as `lease` says; gives the first open delivery of each with all that is
        -- needed to send it. First one of each endpoint, then the second of each: who has much to do delays nobody else.
        create function leadhub_claim_webhooks(most int, at_once int, slow uuid[], slow_at_once int, lease interval)
        returns table (
          tenant_id uuid, tenant text, endpoint_id uuid, subject_id uuid, claim uuid, delivery_id uuid, attempt_count int,
          url text, secrets text[], event_id uuid, seq bigint, type text, subject_type text, actor_kind text, actor_id uuid,
          at timestamptz, version int, changes jsonb
        )
        -- Without sorting, the first open delivery of a lane is found by its index and no other: before the first ANALYZE
        -- the planner took all deliveries of the endpoint and sorted them, 30 ms a claim instead of 1
        language plpgsql volatile security definer set search_path = public, pg_temp set enable_sort = off as $$
        #variable_conflict use_column
        declare
          lanes webhook_lane[];
        begin
          -- One worker at a time, or two would each find room for the same endpoint
          perform pg_advisory_xact_lock(7246837552);
          with recursive working as (
            -- The endpoints with lanes, by one look into the index for each, however many lanes it has
            (select l.tenant_id, l.endpoint_id from webhook_lane l where l.next_at < 'infinity'
             order by l.tenant_id, l.endpoint_id limit 1)
            union all
            select n.* from working w cross join lateral (
              select l.tenant_id, l.endpoint_id from webhook_lane l
              where l.next_at < 'infinity' and (l.tenant_id, l.endpoint_id) > (w.tenant_id, w.endpoint_id)
              order by l.tenant_id, l.endpoint_id limit 1
            ) n
          ), room as (
            select e.tenant_id, e.id as endpoint_id, case when e.id = any (slow) then slow_at_once else at_once end - (
              select count(*) from webhook_lane l where l.tenant_id = e.tenant_id and l.endpoint_id = e.id
                and l.claim is not null and l.next_at > now() and l.next_at < 'infinity'
            ) as places
            from working w join webhook_endpoint e on e.tenant_id = w.tenant_id and e.id = w.endpoint_id and e.is_active
          ), due as (
            select d.*, row_number() over (partition by d.tenant_id, d.endpoint_id order by d.next_at) as place
            from room r cross join lateral (
              select l.tenant_id, l.endpoint_id, l.subject_id, l.next_at from webhook_lane l
              where l.tenant_id = r.tenant_id and l.endpoint_id = r.endpoint_id and l.next_at <= now()
                and l.next_at < 'infinity'
              order by l.next_at limit least(most, greatest(r.places, 0))
              for update skip locked
            ) d
          ), chosen as (
            select * from due order by place, next_at limit most
          ), taken as (
            update webhook_lane l set claim = uuidv7(), next_at = now() + lease from chosen c
            where (l.tenant_id, l.endpoint_id, l.subject_id) = (c.tenant_id, c.endpoint_id, c.subject_id)
            returning l
          )
          select array_agg(t.l) into lanes from taken t;
          -- A lane whose deliveries were forgotten with their events has nothing to wait for
          delete from webhook_lane l using unnest(lanes) t
          where (l.tenant_id, l.endpoint_id, l.subject_id) = (t.tenant_id, t.endpoint_id, t.subject_id)
            and (
              select w.id from webhook_delivery w
              where w.tenant_id = l.tenant_id and w.endpoint_id = l.endpoint_id and w.subject_id = l.subject_id
                and w.state in ('PENDING', 'RETRYING')
              order by w.position limit 1
            ) is null;
          return query
            select t.tenant_id, n.slug::text, t.endpoint_id, t.subject_id, t.claim, d.id, d.attempt_count, e.url::text,
                   array(select s.value::text from webhook_secret s
                         where s.tenant_id = t.tenant_id and s.endpoint_id = t.endpoint_id
                         order by s.created_at desc, s.id desc limit 2),
                   v.id, v.seq, v.type::text, v.subject_type::text, v.actor_kind::text, v.actor_id, v.at, v.version, v.changes
            from unnest(lanes) t
            join tenant n on n.id = t.tenant_id
            join webhook_endpoint e on e.tenant_id = t.tenant_id and e.id = t.endpoint_id
            cross join lateral (
              select w.id, w.event_id, w.attempt_count from webhook_delivery w
              where w.tenant_id = t.tenant_id and w.endpoint_id = t.endpoint_id and w.subject_id = t.subject_id
                and w.state in ('PENDING', 'RETRYING')
              order by w.position limit 1
            ) d
            join event v on v.tenant_id = t.tenant_id and v.id = d.event_id;
        end
        $$;

        -- What waits for the workers: deliveries not final yet, for how long the oldest lane has been due, and how many
        -- events the endpoints are behind
        create function leadhub_webhook_backlog(
          out open_deliveries bigint, out seconds_late double precision, out unspread_events bigint
        )
        language sql stable security definer set search_path = public, pg_temp as $$
          select (select count(*) from webhook_delivery w where w.state in ('PENDING', 'RETRYING')),
                 coalesce((
                   select extract(epoch from now() - min(l.next_at)) from webhook_lane l
                   join webhook_endpoint e on e.tenant_id = l.tenant_id and e.id = l.endpoint_id and e.is_active
                   where l.next_at <= now() and l.next_at < 'infinity'
                 ), 0),
                 (select coalesce(sum(h.event_seq - e.spread_seq), 0)::bigint
                  from webhook_endpoint e join tenant_head h on h.tenant_id = e.tenant_id
                  where e.is_active and e.spread_seq < h.event_seq)
        $$;

        -- Deletes up to `most` events that are older than `keep`, oldest first, with their deliveries; says how many.
        -- Lanes of endpoints that are off wait for ever; those that this leaves empty go too.
        create function leadhub_forget_events(keep interval, most int) returns int
        language plpgsql volatile security definer set search_path = public, pg_temp as $$
        declare
          forgotten int;
          lane webhook_lane;
        begin
          delete from event v using (
            select o.tenant_id, o.id from event o where o.at < now() - keep order by o.at limit most
          ) old where v.tenant_id = old.tenant_id and v.id = old.id;
          get diagnostics forgotten = row_count;
          for lane in
            select l.* from webhook_lane l where l.next_at = 'infinity' and not exists (
              select from webhook_delivery w
              where w.tenant_id = l.tenant_id and w.endpoint_id = l.endpoint_id and w.subject_id = l.subject_id
                and w.state in ('PENDING', 'RETRYING')
            ) for update skip locked
          loop
            -- Looked at again now that it is locked: whoever makes a delivery locks its lane too
            delete from webhook_lane l
            where (l.tenant_id, l.endpoint_id, l.subject_id) = (lane.tenant_id, lane.endpoint_id, lane.subject_id)
              and not exists (
                select from webhook_delivery w
                where w.tenant_id = l.tenant_id and w.endpoint_id = l.endpoint_id and w.subject_id = l.subject_id
                  and w.state in ('PENDING', 'RETRYING')
              );
          end loop;
          return forgotten;
        end
        $$;

        grant create on schema public to leadhub_lookup;
        alter function leadhub_heads(uuid[]) owner to leadhub_lookup;
        alter function leadhub_endpoints_behind() owner to leadhub_lookup;
        alter function leadhub_claim_webhooks(int, int, uuid[], int, interval) owner to leadhub_lookup;
        alter function leadhub_webhook_backlog() owner to leadhub_lookup;
        alter function leadhub_forget_events(interval, int) owner to leadhub_lookup;
        revoke create on schema public from leadhub_lookup;

        -- Writes down what became of one try and lets its lane go on. `outcome` is DELIVERED, RETRYING (again after `wait`) or
        -- DEAD. Under the rights of the caller. Answers how many deliveries died in a row, or null when the claim was lost:
        -- then somebody else has taken the lane over, and nothing is written.
        create function leadhub_record_webhook(
          tenant uuid, endpoint uuid, subject uuid, held uuid, delivery uuid, outcome text, wait interval,
          started timestamptz, took int, status int, failure text, answered text
        ) returns int
        language plpgsql volatile set enable_sort = off as $$
        declare
          tries int;
          dead int := 0;
          counts boolean := false;
        begin
          -- The endpoint before the lane, as whoever switches an endpoint off does; and only where its count changes, since
          -- every delivery comes here
          if outcome <> 'RETRYING' then
            perform from webhook_endpoint e
            where e.tenant_id = tenant and e.id = endpoint and (outcome = 'DEAD' or e.dead_in_a_row > 0) for no key update;
            counts := found;
          end if;
          perform from webhook_lane l
          where l.tenant_id = tenant and l.endpoint_id = endpoint and l.subject_id = subject and l.claim = held for update;
          if not found then
            return null;
          end if;
          if counts then
            update webhook_endpoint e set dead_in_a_row = case when outcome = 'DEAD' then e.dead_in_a_row + 1 else 0 end
            where e.tenant_id = tenant and e.id = endpoint returning e.dead_in_a_row into dead;
          end if;
          update webhook_delivery w set
            state = outcome, attempt_count = w.attempt_count + 1,
            next_at = case when outcome = 'RETRYING' then now() + wait end,
            finished_at = case when outcome <> 'RETRYING' then now() end
          where w.tenant_id = tenant and w.id = delivery returning w.attempt_count into tries;
          if found then  -- it may have been forgotten with its event meanwhile
            insert into webhook_attempt (id, tenant_id, delivery_id, number, at, milliseconds, status_code, error, answer)
            values (uuidv7(), tenant, delivery, tries, started, took, status, failure, answered);
          end if;
          perform from webhook_delivery w
          where w.tenant_id = tenant and w.endpoint_id = endpoint and w.subject_id = subject
            and w.state in ('PENDING', 'RETRYING')
          order by w.position limit 1;
          if not found then
            delete from webhook_lane l where l.tenant_id = tenant and l.endpoint_id = endpoint and l.subject_id = subject;
          else
            update webhook_lane l set claim = null,
              next_at = case when (select e.is_active from webhook_endpoint e where e.tenant_id = tenant and e.id = endpoint)
                             then now() + case when outcome = 'RETRYING' then wait else '0' end
                             else 'infinity' end
            where l.tenant_id = tenant and l.endpoint_id = endpoint and l.subject_id = subject;
          end if;
          return dead;
        end
        $$;

        revoke execute on all functions in schema public from public;
        grant execute on all functions in schema public to leadhub_app;

        create or replace function leadhub_finish(tenant uuid, document jsonb) returns bigint
        language plpgsql set timezone = 'UTC' as $$
        declare
          head tenant_head;
          entry jsonb;
          line audit_entry;
        begin
          select * into strict head from tenant_head h where h.tenant_id = tenant for update;
          for entry in select value from jsonb_array_elements(document -> 'entries') loop
            line.id := uuidv7();
            line.tenant_id := tenant;
            line.at := clock_timestamp();
            line.actor_kind := document ->> 'actor_kind';
            line.actor_id := (document ->> 'actor_id')::uuid;
            line.on_behalf_of := (document ->> 'on_behalf_of')::uuid;
            line.address := document ->> 'address';
            line.request_id := document ->> 'request_id';
            line.action := entry ->> 'action';
            line.outcome := entry ->> 'outcome';
            line.reason := entry ->> 'reason';
            line.subject_type := entry ->> 'subject_type';
            line.subject_id := (entry ->> 'subject_id')::uuid;
            line.changes := entry -> 'masked';
            if (entry -> 'event')::boolean then
              head.event_seq := head.event_seq + 1;
              insert into event (id, tenant_id, seq, type, subject_type, subject_id, actor_kind, actor_id, at, version, changes)
              values (uuidv7(), tenant, head.event_seq, line.action, line.subject_type, line.subject_id, line.actor_kind,
                      line.actor_id, line.at, (entry ->> 'version')::int, entry -> 'changes');
            end if;
            head.audit_seq := head.audit_seq + 1;
            line.seq := head.audit_seq;
            head.audit_hash := leadhub_audit_hash(head.audit_hash, line);
            line.hash := head.audit_hash;
            insert into audit_entry select line.*;
          end loop;
          if coalesce((document -> 'actors')::boolean, false) then
            head.actor_seq := head.actor_seq + 1;
          end if;
          update tenant_head h set event_seq = head.event_seq, audit_seq = head.audit_seq, audit_hash = head.audit_hash,
            actor_seq = head.actor_seq
          where h.tenant_id = tenant;
          return head.event_seq;
        end
        $$;"""


async def downgrade(db: BaseDBAsyncClient) -> str:
    return r"""
        drop function leadhub_record_webhook, leadhub_forget_events, leadhub_webhook_backlog, leadhub_claim_webhooks,
          leadhub_endpoints_behind, leadhub_heads;
        drop policy lookup on event;
        drop policy lookup_forget on event;
        revoke select, delete on event from leadhub_lookup;
        drop index event_at;
        drop table duty, webhook_lane, webhook_replay, webhook_attempt, webhook_delivery, webhook_secret, webhook_endpoint;
        create or replace function leadhub_finish(tenant uuid, document jsonb) returns bigint
        language plpgsql set timezone = 'UTC' as $$
        declare
          head tenant_head;
          entry jsonb;
          line audit_entry;
        begin
          select * into strict head from tenant_head h where h.tenant_id = tenant for update;
          for entry in select value from jsonb_array_elements(document -> 'entries') loop
            line.id := uuidv7();
            line.tenant_id := tenant;
            line.at := clock_timestamp();
            line.actor_kind := document ->> 'actor_kind';
            line.actor_id := (document ->> 'actor_id')::uuid;
            line.on_behalf_of := (document ->> 'on_behalf_of')::uuid;
            line.address := document ->> 'address';
            line.request_id := document ->> 'request_id';
            line.action := entry ->> 'action';
            line.outcome := entry ->> 'outcome';
            line.reason := entry ->> 'reason';
            line.subject_type := entry ->> 'subject_type';
            line.subject_id := (entry ->> 'subject_id')::uuid;
            line.changes := entry -> 'masked';
            if (entry -> 'event')::boolean then
              head.event_seq := head.event_seq + 1;
              insert into event (id, tenant_id, seq, type, subject_type, subject_id, actor_kind, actor_id, at, version, changes)
              values (uuidv7(), tenant, head.event_seq, line.action, line.subject_type, line.subject_id, line.actor_kind,
                      line.actor_id, line.at, (entry ->> 'version')::int, entry -> 'changes');
            end if;
            head.audit_seq := head.audit_seq + 1;
            line.seq := head.audit_seq;
            head.audit_hash := leadhub_audit_hash(head.audit_hash, line);
            line.hash := head.audit_hash;
            insert into audit_entry select line.*;
          end loop;
          update tenant_head h set event_seq = head.event_seq, audit_seq = head.audit_seq, audit_hash = head.audit_hash
          where h.tenant_id = tenant;
          return head.event_seq;
        end
        $$;
        alter table tenant_head drop column actor_seq;"""


MODELS_STATE = (
    "eJztXW1z2ziS/isofZlMlcaV+CXJOFdXJduajHb9krOVycyeriiIhCyuKVBDQFa0u/PfDw"
    "BJ8Z0iFUmGmP5iySSapJ4Gge6nG41/t6auRRx21CGebU5a5+jfLYqnRHxJnWmjFp7NouPy"
    "AMcjRzXFUZsR4x42uTg6xg4j4pBFmOnZM267VBylc8eRB11TNLTpY3RoTu0/58Tg7iPhE+"
    "KJE//7f+KwTS3ylbDw39mTMbaJYyUe1bbkvdVxgy9n6liP8l9UQ3m3kWG6znxKo8azJZ+4"
    "dNXaplwefSSUeJgTeXnuzeXjy6cLfmf4i/wnjZr4jxiTscgYzx0e+7kjIzrWMozbu77x0O"
    "0bRqsGQKZLJbjiUZn69Y/yEX46fnP67vT9ydvT96KJeszVkXd/+beOgPEFFTy3/dZf6jzm"
    "2G+hMI5AfSYek4+UQfZygr18aGMiKXzFg6fxDdEsAzg8ECEc9ap9QDzFXw2H0EcuX43js7"
    "MSQH/r3F/+2rl/JVr9KG/pitfAfztug1PH/jmJeoSyfKlqIBw0byC6b16/roCuaFWIrjqX"
    "RFfckRP/1U4i/LeHu9t8hGMiKZQt2+ToP8ixWWasOAC0S8CVYMgrTxn704lj+uqm83sa7s"
    "vruwsFjsv4o6euoi5wIaCXA/T4KTaayAMjbD4tsGcZmTPusVvUNntqejxNH8EUPyog5S+W"
    "vy+YsrrPUoE5c5l/onQqI6sm62ay1h0lyJxg+kiO0JCRP4fIsxlhaLRErjg1Ix4SPQlT3k"
    "Y2RaY7ndocuZ5FvKNWSmXfeq0tz52fP/euakye87ltHUmZTV6L9XNo67/Gc2pK1JFDsDWZ"
    "j46ebH4k7/rO//vfrf2/NOr9OHn7Y/pdUDiUz6y+Jo16yCeEtqmAKuNSgQrU+3NkBI/mjg"
    "3xvrieltqI0BdvVxb3C/ux0GAMBNZbjAcwCwRG48/Hxycn745fn7x9f3b67t3Z+9cr6zF7"
    "qsyMvOh9lJZkYooITctYh5eY1bBywvYNNHPeVrFy3hYbOW8zNg6bj/5JTG7UBTkt10CwT6"
    "uAfVoM9mkh2PXG7qTUvgfvlzEqa4zIatYwnsRvqOUKJaQa2HvfHFdxiI6L/aHjjLOpIKvX"
    "d+My39BzA6tOF6S31HFzPMsrgQG3p6QAzVzHMhA5Cr8cYNctAbTfu+k+9Ds3nxI+5lWn35"
    "VnjtXRZeroq7epbr26CPrS6/+K5L/oH3e33bSWVu36/2jJZ8Jz7hrUXRjYimMSHg4PJdRa"
    "yHwVmojFxFc1M1Gzt2M71GKMhlGeLatFw0QiQMMcJg3TV25hK4eHCc60y4gYHrVZy8T0OE"
    "PDlYM8RDZDtjjkLiiyrTZiLuITzBWT4s0dgtwx8twFYsScezZfii/eM2GIiNd4idQTZBma"
    "Hd0DmBv9JnhgbnTSxkvOyxtB/uZQZmWPyF9u1Ldik5INtGZb4gdad9RZBqPagVi3wQBcat"
    "zOZ9aGWk9KgtZ10XqOTxM8fYy3cuaPtcjBoP12aJWXzZPYMSWoPmtAG7ZvIGN1XCmGf1wS"
    "wz/OxvAZx3ye4ztKhLt0PlUo98RTYWqSbEdeSe8P71bnst/7rVvTmAqkzpH/OaAPnx8+dW"
    "+vulfnaPV1QIXj99C7/XiOgi9pR+VlmEU54v9L+D61ojwxmT0q53P/cldmbirUc1ol1HNa"
    "HOo5zaSzzD2PUHNZB+W4zD5RfrjaD8onFUA+KcT4JA1x8LQCwDnlXi2kc0T3Cvh+8K4ydB"
    "SPHJmBY4rZkyFzroQDyoyx6xnPNlkIty2L/IXrCheW5oNfep2UGkbiQrvSw+rIfr3oi7u7"
    "64QpetFLReVvP99cdMWorlQjGtk8FqzXhDG8IdOR4sAyjGFwpl3GGE6jNmsZw45MqWIuld"
    "lUkrLziZAP8l++cIN/GeITskTYI+qgf32WpQa/9WLAAerHOgEHqJM2gAMEDjAXZ2CDgAME"
    "rVfjAMkU204dh2Yl0ESq6qyKdy5alSzmyfjnQAXulgr0hAO4KREYyuqMdevuy233/hypjw"
    "HtXN30bs+R+hjQm85t56M8G3wR5z92b/vivPwY0N963S/ytP+pBy14gNxt7/a3Xr9bl7wK"
    "xc5R8EVopwKdq4eWHMy4wexHath0A5sgR3wLhoFmKXGHawdkzT+ff6mbCJyUglTgHNYsA3"
    "EW319cj4hX5e9kmRn7UpBmmK+DhDU6GnsADy9WXFaqXwkAxM8mPjl52Xm47Fx1W3+9DB35"
    "QISTm5vAGJxpl9GRLGqzlo7sTwiaYDaRWYMY+ZJHSB4V13dsEyvyZoqXaOHZnCCbI0wtRG"
    "U2IZIeizhyLiSFFm3RSdCK7zHd6QyLXpslLfdzS6A2dRu02kBtaqWNCP3iBVDrTeVDWAbV"
    "+tR5ePhydy8M4PDbgCpzudPv3d0GprP6PqD33V/uuw+/nqPgizwiriv/Fx/Cuv7UM/7e/U"
    "OY1/4XPSxpOaBmVdgnXwu46bC9zmrbionc/b2fsI4zSxtWFvL13e3HsHl6vYM2gco+wdM8"
    "u0AdL7UKeNiiQoiSCnEVRJyEMcUfmJiFiFpcIC+UG4usKAUzs35zAczMOmkDgo4QdNz3HH"
    "qg4ScIOn6PWq8SdISQ2G5DYpJqqW0YJISAyS1lcn2stkDkhr7BQWK6nsZN9CmdWFyJe3Fi"
    "aexse53fZtTJMP0ycdHC9Z6Y9MUWE9ucKOcr67GVNQQnTbeRog1OmlbaiL3Q6uWsG9SMC0"
    "FhrvSqLjno1e3OKxGAs9yyCKnA/dgVmkK63rCI9ah8syI7CGwB1cph94PFNTH06WSwdeaW"
    "zbtqCV3efgTR2VKDDct2Blk1rFTOWTU/QkMZlxki05U0niLS1QkVAOdh3HxExqJTIZt/QI"
    "wQNAwmUPErqS2k82s8b/sGYCDqNuCDgaiXNqDwc5zD33PhZyiQ2cgE0nUFe9fnqxxO8d7W"
    "TVcunD5H/mc282RAH/546HdvzpH/mZ73XyYTBUr9bnfyEFiMyAQ7YzHb1cE0LQe4ZvppzU"
    "2mIgmdh40NY0Tb3x7AnXPTLYrBrR+oY+I6w926ElPdOZJ/Ve7g5we5zib4ssmI/L6CHt4X"
    "quF9ZuUawaxeN48kNsJds8EiCe5ZpUjoWUkk9CynTthL7oOhNdyN2wZDM7S3MxNCkfS9Fk"
    "lPGCGWJc4WrFMtsEIikQYOGFU2ujwt3ufyNLPNpUfEz2T5A0bZHBiXah7O268QmL8A4cKm"
    "2FvWWoIwWnJ/YGnO0HERjAaroUPgeNG77dz/kb8K4SJn9Lj4o9/t6LMO4Z6MxYNN+u4Toa"
    "2cYEnifLssXOL5LQ2+alopYOLY9ClcQchkxvMPTO5jadMPaDhnKmdTbZWwmBAqlxAuMEPk"
    "qz9vWWjseircQclXnh8v2fL1IVyinwUE4RKdtAFZ+s3N166SpU++zmxxtQ20npRsoNYPRM"
    "uVIjjB3FlXxzExKPGis34Da6kuQZOQgvy98vy9AK0swLWTzR6iKx0msOuzzZJdS6d0sxD8"
    "3DIvK72U1XmJGlVY1D3GU9tZqu3hfJcLKZeL+dvHjcgjpmhh84mqJC2rav0knR2PPLtPQh"
    "HSxyHUYgg7jlrPPSE5Swp2dhfwn3Qbn9rgP2mlDfCfwH8C/6nx9rWaKTd6uZOS4EUdgpZH"
    "xMTC9a0XusqINi9+tf3EAojE7joSC8skd177Fdaghf3nYNeg9eizzTEv4AViZ9tl1ICdbF"
    "eBHRDu+E9y3kcLvJT1AGQEE8uNpcSFiBXsGvVB7TyvHHq1DT1FQ79+67CtVo4RK48S2Oal"
    "gQfQbTxqAw+glTaABwAeAHiAxnuI2DTJbLO3OyUKTIDOega+53vQcmALG6NlTWMpIwiLG4"
    "B12AGkwDrsiXXIHxX2ia6ew8B6cDNDoU60zifM2ML1rHvC8jf2STZol5E7s6Cp4a3a1iF4"
    "ZsSb2ipzBHEXiSsgjMJLttEzdmw/fx0jNnE9jpSZUEbrbHxBIHN0G+bbQOZopQ0gc4DMAT"
    "Kn8e4fJMU3W7/ghIITqo2fpG3ouzOzhZ5aeaVX/TPt0rKrM9t4IhVLrnaQaOrnoTPTFV1Q"
    "JpvLALS7oG1kzoULwxHB5gSJMRaNRFOZvS4bKGtKODNyf1LLlQnqNM852vblwVXSbTBqg6"
    "uklTZg0zTYNG3fc26DPU/YNK1pWs/xVGDTtOIE6J1smjax83b0KsY3bN9AfLdfedg3tbPw"
    "FpexiySgit03VLEDlnITVWg+N2RNAgczbmxIVaZlga/UWdOQdPY9aDl0z2onnWUEgZ0uZ6"
    "cjwIChrsBQZ/qXTiz1tdD8vV8iPYepjp1tl7HVjmhnRJXWq+zqulTMHEPYI0iK523omtsG"
    "uGPdhoo2cMdaaQO4Y+CO9z0bHiiLCNzx96h14I7rcZuVuOM3Jdzxmyx3jD1zYj9vtuIvKQ"
    "puuT6vkT96ZnzHF1qlYM+IY1PSylugEJ5rl65NiLdan4ZDketZxCOWqg0x9twpGtse40jo"
    "lwtRuaAAI4uYtrSxchJtNrgAuEP6GeDgDumkDXCHwB0CwxjcIdA6uEPaukNCXXb+Dr6Fc1"
    "NcZH+T0y5h3vL8ZLPVM2ZQvXBdYc7QAlM3IZje0U1I7grc1ZE97+h2d3edGIcuev1U3/0s"
    "N21/9UZ1adHI9oNXWczBrQe3ftcbTXD8mOvT+yfapZtMrJpUWFTDOJn5m+aFPMARGso98A"
    "x1GeGQsSG6lTs/YMdxFwwR4S4skToZbPcQSWad/e1fH7gA/bxP4AJ00gZwAcAF7N2sPUyv"
    "ELiA71HrwAW8PBdgCjQeXS8nu1Ji3KXzaSa3MjmixuR1xrx196l7e47k3wH9n8+d694vve"
    "7VOVp9HdAvd6KB+DOg13cP/XMk/w7oVe8h1jz+X9rKfpmlO0DmbN/AmHnuCI9sx+Y570Ux"
    "rEkpQDYHWc/lwnQ38JgTz7DwMmfNWSG+ubIboawZV7N1kMmfc9sTBk/gCWYgLl7WlyO6//"
    "V9MddvNLcdblN2JO/3El7eTlb9JXmXOvrJSn6TejR7EfatByCQm0sgJ+bzgLisyX+lxGCp"
    "VvlSrXgC2zcu1IpnzB0mtOuXaqV6l04LtS7njLu+49fKiX3ET7fLIiCmahj85HbFvbZlY3"
    "/Laxlz8IleJF52YsmMRFnpSy3U+oCGT2Q5VDteiWPyEdXWV2b0cGyYu8321m8AoRDdRqk2"
    "hEK00gaEQiAUsu+J+EBJcQiFfI9arxIKCUq0Vo2EBM11JuU3DIRsfwtriDLtNsr0JH7aph"
    "GmUFZnrFv97u/9cyT/Dqifv3iO/M8BlWPHOZJ/B1RmP3Y7t+co+DKgl7/e9S7Fef9Tj5iS"
    "OXFts149uJgIEMZAVOrBZWk+w2uV6Xot7KYHd+6ZpJVXnCc62y4tziPaGSxqWKE4D5EFd1"
    "TpHdOdErUQNa8+T1EzIF/0c/eBfNFJG0C+APmy70n5QN1wIF++R61DHurLMwTg4YCHs2MP"
    "p48fWzmujTzcLvNpeNCgQvBa7tvrh5ajYqJT7D3JIjs2n+SFo6uIgI+jn1UNPo5O2gAfB3"
    "wcsHbBxwGtg4+zDR/nrIqLc1bs4ZyBgwMOzr4dnO5XTjyKnV5u1m7sbLvM3SFBu8AWrRLC"
    "Ec4Lpq50TRBbMk6myMSOw4RbY/vJtB+Q39VkAm086Xbq0kfkiL7tOz95cZ+tXhscKf1Md3"
    "CkdNJGbE9A9bbVsQciiQZaBDthPVNjbVWgU2INRHsnW4jazJDzQRbpdQX6Qqk9VucLR/eD"
    "Lc6nMkHqDd0xEVhrV77WTkKVhbb2Orvr4DKHCen6NXaxHqXT+joFe0GWVblxHup9vVX+4E"
    "7JyLWWaDFx0RQv0Wi+PEJD0SP4nA2RR2YEc6Ys5rCGi6zzJ5e6qfXlbcRcPy6BKVJ6Fu0o"
    "YsQTFrXNP2RM9V3fcECHMlYiLjVxBcjiNqIpI9I5RmPRXi7TQ6Ml2Plg54OdDwETCJhoN2"
    "0fKHUOAZPvUeuVAibzcD/hyiGTlUQjnfZKPnuJy5722NWGVEbduFRSaiOgNQuQ7IGKcvAG"
    "SCeEAOhKQP/THRnc5k4toBNCzQN6J3Sf6U5nmC5rd+q0HMBdCe4FGTHJBtZAOibSPJDPKo"
    "F8VgLyWU6atGUJ86XWytyYCNQK3HwJruOauN6YHUk0r3OfnFXo2ydnhV1bnkqFG9WiUfHc"
    "HNtOrahjWrB5aO9kKJnznOBu8TASNIchZPMhxCNj4nn1HMa4TPM6tjAjKloipaZIjjNDLf"
    "EUxizYgam6P5OUA8SrIu7XJGZ2EG6sw4ClRBtIgR0u5ZVlOv14Xv5Ltb6YTyStM//V2M0i"
    "mOl6Oe9nYaRn1R7K7OeU2cdc3m7DNyGS1niSaf16J/q2+CM6fOf+RvR48XdAL++uRfeWfz"
    "fp1qcVevVpcfG2TA4dE7OCH0KZunOaF4AhpmjhFOTS5YinpyBf/ii4jjba2cb8c9W97N10"
    "rl+9+bl9msrpilfSK4LcnAvjlJq1ChPmS2v8FmzqI1dxkYs95EyNQrn1w9iVu3Ma89kGkc"
    "bcC8BiEp2NLRVfwSa3n22+3EDlefKgcZ017scuxQVnrgBzk4SC/CuA1nXWur+nQB06LpLQ"
    "o9ymvG1jym3K25M8S7JEH5EIUKSbI2/Jd4TLzG4us5szCihdqZEV3uOCjdWRw12x4cpkDr"
    "deCDch1Dwbfld0qb8UYZPpPSkJ07rO07par5BVcF84YgUJEaHA/tjR1gtM2rJOevnUsdLj"
    "9d3tx7B5ej7JGb48gpnArea6s4zkN6wnOJzXqcYaAXchfnNNVOMygGdqg2HYkHAnS9b9VJ"
    "B6oCaEoKPmhXVrAhqTgS6aApQTPK290m0lAt2zdFV0tPHAFtZFR9sdHCSy6xdHJwa+/OXR"
    "eXPWFuCF7V1z8FXD5hbAfQiv01Rk4/PLeliVGboFWG9IuHKrocNB3F5fD6uclLaAaj+4TE"
    "MxjU3d6yGNuaHbmMLE1e5XF2sovlnPXbcyH92pzEovqPXhn2yv3VCJrNqtr0FOEflJNkfB"
    "ug9ZYwOrKgXnCDMke4nVRpha8j+by+2t1YInj1g55cm/9WpQiEM387mNoBCHTtqIFeLAzr"
    "xW7GUloHMu7abJU5UWk5+UrCY/yS4np643xY7NSK1qe0mpBmJ9fFYlJVO0Kg5xnWXSMkVn"
    "t3m9ujJxkf0VljmgjGObGc/Es0XjnA68rohhXBLi4jXi4gK7kStmmU1AjwkC5lA9UhOeFK"
    "pHVvMu9a0e+Umog7QK3Er/ZHutWzlbtauwtZVqjPz6RZEX+AENI/NoKN2/7tGbt6dt5Hro"
    "Vgos1Ma9wjM03bljIepyNCJoLjTvMe66eT7nTm8FDqlu41QbHFKttAEO6Z52hHkxb1Qztn"
    "fXReTAEwVPFLwi8IrAK2q6V1Sww294qr3WI6q81e+XiW1OlIWHTOx5NpH16OUhcYW8XazW"
    "tAavRLdxog1eiVbagElwVwmp+LFuT15JAJhgUezDokj11y1AGpgDTUU0ekV1MtFUZurlBN"
    "PHXOo6frrUVPMTQM2o5Vpz7Y4SxDiZRWzyD8IEw8sjdCuegakEpmBTImmcYY+gJzLjKsVp"
    "QpZoQTwS7U80th/nYgxAbO49BzvDJcy9nd5tQD0xXU/Frfy0K7U3sPgP7EiwI8GOrGH4jD"
    "13amyyvikjCKtycpCtvWlHXKh5tPZOtpJQmIWb6eWDvb4QYeYiGoPf2MKc3N1oKEqJgT+W"
    "hbXuOBQTaWAUcyfDkIDsWweh1CV0Rr6xYxAj4oYWM2xqFKxFvLAfi0sF50g3qGrwz8fHJy"
    "fvjl+fvH1/dvru3dn716sQavZUWSz1ovdRBvYSWslG+urXBWrs/oFNKgg0Wtac4FcC4GNA"
    "FACIa81o1lrE9SjHOIJV6GlIVwOeTsT1FzKauO5Th3MynfFWDnedatEuo68XflsDxxpXYr"
    "C5t/QpZXFJ+5l4y3O0kAwxnxDkEZPIYwhTJvljS+VFLyZLedYjaIEZom5wNpuhsP3LAxWt"
    "23jfBipaK22s30e60Nkq3EYaslNb4D011Xua2o5MfFc8Q42XJS0Gr0zOK+NvzCVQs2rtD5"
    "WUahDfszVgiee5tXZ8XAloHIfZeA3NLrZEVjZnHYQjieZB/KZawfI3ZQXL3+QXLFc+QU0T"
    "MSUGvEs57xLCtQWmIPBIr2JXPEyE13MGqU6mIXOw0kIxdRBX1HruIN5RqpEH5JlQjoS3ZH"
    "OVjIa4i+SqaUKtmSvAPULBE8iUNHeszrH56J/E5MjfNAwRbE6QK715ZFNFC7ie5f+jljPk"
    "sgp7uO+ArtLm0BRbBL0ahgv4hu1QRLq+I8wIwo64xY/AUQBHARxFnUrg/jtZtxZ4Qgqm/x"
    "yvqyA7pdpeynvOU2l96t5e9W4/1uyqodg5Cr4M6H23f/+HOhR+G9Cr7nXvt+69yo4Iv8qj"
    "HXWgs1GaxM8VjOGfCy3hnzPOhs/ZCy3k7jRb6Chn5PZHQrzeld+xZUdZbU+64a6msBmS/u"
    "yd6RG82ZZXSckGkrQt8QOtO+osgx54IGoPXpY1+5lSm0023Mg0IQpvt85vt0dmDl5KY7ae"
    "gZiWgzynFH0cuMk1YU2JgeGdhlWyEnUxjckAoOVEZtj/tkdkdmNXPEyE1xOZqbd2fU6Z6p"
    "JbwLgbXqexyMbeXQ354VXnLuaH4/1/PT8cf/+qVLOR1KnCyF+OLLeyzitjk9dsQAd06OOr"
    "Ro8hkp7uEk0JpqKZ4xyhIZtJC9dg5E9VuFPysQ5mPCCH1TLnCWZoREx3SmIZaCrJTJwYC7"
    "fZr+jJ3QEV6jaJJxnlD7Lcp+zcFhMftuNIQtgh6gYhBPKG7ngcLagWl5nI5dPi+NRmjFji"
    "AS2VyUkNbHjuYoiUm84G1Iqo6UfxhaL5DDFb3D36CeqSsqjPM2x5AaQykMr1KowSj9WrzB"
    "iT2B+F9mZHIG6bQgOKpRjq5lIs85m1odaTkqB1XbSew7gETx/TuufkB44KVO0313lh7YYZ"
    "T8fVMp6OyzKejnMynmImbRbovz3c3ZaxBCux9Etlmxz9Bzk229lkFbMPRnPb4TZlR/J+L2"
    "EKSJgS71MI+aubzu9pbVxe312kXxR5gYu8pX9j8cvysv6KFZMS+ybFHA7VuBMN2Exal0Hp"
    "qyT+62o/R3J7rPwcujEHW/jZspn8/ZvM8SlRiKLoM6dnTbkEDVHDK8rIQXpBZoHDioLKGb"
    "TK6lok5Jq0dmQPJS0yEYIXZVnvVayxVcyxBg3aVRhWL2pbYfckT9aqlOmtAXuqWENbMp6S"
    "iVRJq0I7LooRjpLkRFPXIx/QY7C9EV3JWeJI3tZJO7sPsJr68WjAauqkDZhqtKmeJMvi1Q"
    "U/kgHgNwYeCOhihRwmFVmFgIYcJUip0Tbxo0pKzYt6JQ9EjH1lmR9Bg0peCYvaVsj6EDY+"
    "Ex3HT8iwEsvwMF0lUJyr05QsiEx3WLhHqC/+F8/i2CZWFtsUL9HCszlBQ7UF5LCtcjXkiC"
    "eTNDJ+yt7uPKCuGHHRMDApDdPB9tQIwGJDldTBRMO2XJUo77VwvSfirdwfPHLnMudEPSz4"
    "QeAHgR8E+8duFqbcSeVlsLc36cI62deVwgJgYIOBDQZ2RQP7r/8HFaDM4A=="
)
