"""Work on leads: tasks, comments, reminders and one timeline."""

from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True


async def upgrade(db: BaseDBAsyncClient) -> str:
    return """
        CREATE TABLE IF NOT EXISTS "task" (
    "id" UUID NOT NULL PRIMARY KEY,
    "tenant_id" UUID NOT NULL,
    "version" INT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "updated_at" TIMESTAMPTZ NOT NULL,
    "title" VARCHAR(200) NOT NULL,
    "notes" TEXT,
    "priority" VARCHAR(6) NOT NULL,
    "status" VARCHAR(9) NOT NULL,
    "due_at" TIMESTAMPTZ,
    "remind_at" TIMESTAMPTZ,
    "reminded_at" TIMESTAMPTZ,
    "done_at" TIMESTAMPTZ,
    "recurrence" VARCHAR(200),
    "recurs_from" TIMESTAMPTZ,
    "timezone" VARCHAR(64) NOT NULL,
    "next_id" UUID,
    "assignee_id" UUID,
    "by_id" UUID,
    "contact_id" UUID,
    "deal_id" UUID,
    "done_by_id" UUID,
    "lead_id" UUID NOT NULL
);
COMMENT ON COLUMN "task"."priority" IS 'LOW: LOW\nNORMAL: NORMAL\nHIGH: HIGH\nURGENT: URGENT';
COMMENT ON COLUMN "task"."status" IS 'OPEN: OPEN\nDONE: DONE\nCANCELLED: CANCELLED';
COMMENT ON TABLE "task" IS 'Something to do about a lead, and about the contact and the deal that it became. Seen with any of them, and by who';
        CREATE TABLE IF NOT EXISTS "comment" (
    "id" UUID NOT NULL PRIMARY KEY,
    "tenant_id" UUID NOT NULL,
    "version" INT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "updated_at" TIMESTAMPTZ NOT NULL,
    "body" TEXT NOT NULL,
    "by_id" UUID,
    "lead_id" UUID NOT NULL
);
COMMENT ON TABLE "comment" IS 'Something said about a lead. Whoever is mentioned in it, and may see the lead, was told.';
        CREATE TABLE IF NOT EXISTS "follow_up" (
    "id" UUID NOT NULL PRIMARY KEY,
    "tenant_id" UUID NOT NULL,
    "at" TIMESTAMPTZ NOT NULL,
    "reminded_at" TIMESTAMPTZ,
    "lead_id" UUID NOT NULL
);
COMMENT ON TABLE "follow_up" IS 'The reminder that belongs to a lead''s `next_follow_up_at`; a table of its own, so that what is due is found without';
        CREATE TABLE IF NOT EXISTS "timeline_item" (
    "id" UUID NOT NULL PRIMARY KEY,
    "tenant_id" UUID NOT NULL,
    "at" TIMESTAMPTZ NOT NULL,
    "kind" VARCHAR(13) NOT NULL,
    "actor_kind" VARCHAR(12) NOT NULL,
    "changes" JSONB NOT NULL,
    "event" VARCHAR(60) NOT NULL,
    "subject_id" UUID NOT NULL,
    "version" INT,
    "activity_id" UUID,
    "by_id" UUID,
    "comment_id" UUID,
    "lead_id" UUID NOT NULL,
    "task_id" UUID
);
COMMENT ON COLUMN "timeline_item"."kind" IS 'CREATED: CREATED\nSTAGE_CHANGED: STAGE_CHANGED\nASSIGNED: ASSIGNED\nACTIVITY: ACTIVITY\nCOMMENT: COMMENT\nTASK_DONE: TASK_DONE\nMERGED: MERGED\nMERGE_UNDONE: MERGE_UNDONE\nCONVERTED: CONVERTED\nDELETED: DELETED\nRESTORED: RESTORED';
COMMENT ON COLUMN "timeline_item"."actor_kind" IS 'MEMBER: MEMBER\nAPI_KEY: API_KEY\nSYSTEM: SYSTEM';
COMMENT ON TABLE "timeline_item" IS 'One thing that happened with a lead. It names the activity, comment or task that it is, and is seen with it; the';
        COMMENT ON COLUMN "notification"."kind" IS 'MENTIONED: MENTIONED\nTASK_ASSIGNED: TASK_ASSIGNED\nTASK_DUE: TASK_DUE\nFOLLOW_UP_DUE: FOLLOW_UP_DUE\nWEBHOOK_DISABLED: WEBHOOK_DISABLED';

        alter table task drop constraint if exists task_pkey;
        alter table task add primary key (tenant_id, id);
        alter table task add foreign key (tenant_id) references tenant (tenant_id) on delete cascade;
        alter table task enable row level security;
        alter table task force row level security;
        create policy owner_all on task to leadhub_owner using (true) with check (true);
        create policy app_select on task for select to leadhub_app using (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and (
              (select current_setting('leadhub.reach', true)) = 'all'
              or assignee_id = (select nullif(current_setting('leadhub.member_id', true), '')::uuid)
              or (select r.id from lead r where r.tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and r.id = lead_id) is not null
              or (contact_id is not null and (select r.id from contact r where r.tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and r.id = contact_id) is not null)
              or (deal_id is not null and (select r.id from deal r where r.tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and r.id = deal_id) is not null)
            ));
        create policy app_insert on task for insert to leadhub_app with check (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid));
        create policy app_update on task for update to leadhub_app using (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and (
              (select current_setting('leadhub.reach', true)) = 'all'
              or assignee_id = (select nullif(current_setting('leadhub.member_id', true), '')::uuid)
              or (select r.id from lead r where r.tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and r.id = lead_id) is not null
              or (contact_id is not null and (select r.id from contact r where r.tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and r.id = contact_id) is not null)
              or (deal_id is not null and (select r.id from deal r where r.tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and r.id = deal_id) is not null)
            )) with check (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid));
        create policy app_delete on task for delete to leadhub_app using (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and (
              (select current_setting('leadhub.reach', true)) = 'all'
              or assignee_id = (select nullif(current_setting('leadhub.member_id', true), '')::uuid)
              or (select r.id from lead r where r.tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and r.id = lead_id) is not null
              or (contact_id is not null and (select r.id from contact r where r.tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and r.id = contact_id) is not null)
              or (deal_id is not null and (select r.id from deal r where r.tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and r.id = deal_id) is not null)
            ));
        grant select, insert, update, delete on task to leadhub_app;
        
        alter table comment drop constraint if exists comment_pkey;
        alter table comment add primary key (tenant_id, id);
        alter table comment add foreign key (tenant_id) references tenant (tenant_id) on delete cascade;
        alter table comment enable row level security;
        alter table comment force row level security;
        create policy owner_all on comment to leadhub_owner using (true) with check (true);
        create policy app_select on comment for select to leadhub_app using (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and (
              (select current_setting('leadhub.reach', true)) = 'all'
              or (select r.id from lead r where r.tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and r.id = lead_id) is not null
            ));
        create policy app_insert on comment for insert to leadhub_app with check (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid));
        create policy app_update on comment for update to leadhub_app using (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and (
              (select current_setting('leadhub.reach', true)) = 'all'
              or (select r.id from lead r where r.tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and r.id = lead_id) is not null
            )) with check (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid));
        create policy app_delete on comment for delete to leadhub_app using (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and (
              (select current_setting('leadhub.reach', true)) = 'all'
              or (select r.id from lead r where r.tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and r.id = lead_id) is not null
            ));
        grant select, insert, update, delete on comment to leadhub_app;
        
        alter table follow_up drop constraint if exists follow_up_pkey;
        alter table follow_up add primary key (tenant_id, id);
        alter table follow_up add foreign key (tenant_id) references tenant (tenant_id) on delete cascade;
        alter table follow_up enable row level security;
        alter table follow_up force row level security;
        create policy owner_all on follow_up to leadhub_owner using (true) with check (true);
        create policy app_select on follow_up for select to leadhub_app using (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and (
              (select current_setting('leadhub.reach', true)) = 'all'
              or (select r.id from lead r where r.tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and r.id = lead_id) is not null
            ));
        create policy app_insert on follow_up for insert to leadhub_app with check (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid));
        create policy app_update on follow_up for update to leadhub_app using (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and (
              (select current_setting('leadhub.reach', true)) = 'all'
              or (select r.id from lead r where r.tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and r.id = lead_id) is not null
            )) with check (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid));
        create policy app_delete on follow_up for delete to leadhub_app using (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and (
              (select current_setting('leadhub.reach', true)) = 'all'
              or (select r.id from lead r where r.tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and r.id = lead_id) is not null
            ));
        grant select, insert, update, delete on follow_up to leadhub_app;
        
        alter table timeline_item drop constraint if exists timeline_item_pkey;
        alter table timeline_item add primary key (tenant_id, id);
        alter table timeline_item add foreign key (tenant_id) references tenant (tenant_id) on delete cascade;
        alter table timeline_item enable row level security;
        alter table timeline_item force row level security;
        create policy owner_all on timeline_item to leadhub_owner using (true) with check (true);
        create policy app_select on timeline_item for select to leadhub_app using (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and (
              (select current_setting('leadhub.reach', true)) = 'all'
              or (select r.id from lead r where r.tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and r.id = lead_id) is not null
            )
            and (activity_id is null or (select r.id from activity r where r.tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and r.id = activity_id) is not null));
        create policy app_insert on timeline_item for insert to leadhub_app with check (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid));
        create policy app_update on timeline_item for update to leadhub_app using (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and (
              (select current_setting('leadhub.reach', true)) = 'all'
              or (select r.id from lead r where r.tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and r.id = lead_id) is not null
            )
            and (activity_id is null or (select r.id from activity r where r.tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and r.id = activity_id) is not null)) with check (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid));
        create policy app_delete on timeline_item for delete to leadhub_app using (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and (
              (select current_setting('leadhub.reach', true)) = 'all'
              or (select r.id from lead r where r.tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and r.id = lead_id) is not null
            )
            and (activity_id is null or (select r.id from activity r where r.tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and r.id = activity_id) is not null));
        grant select, insert, update, delete on timeline_item to leadhub_app;

        alter table task add constraint task_lead_id_fkey foreign key (tenant_id, lead_id) references lead (tenant_id, id) on delete cascade;
        alter table task add constraint task_contact_id_fkey foreign key (tenant_id, contact_id) references contact (tenant_id, id) on delete no action;
        alter table task add constraint task_deal_id_fkey foreign key (tenant_id, deal_id) references deal (tenant_id, id) on delete no action;
        alter table task add constraint task_assignee_id_fkey foreign key (tenant_id, assignee_id) references member (tenant_id, id) on delete no action;
        alter table task add constraint task_by_id_fkey foreign key (tenant_id, by_id) references member (tenant_id, id) on delete no action;
        alter table task add constraint task_done_by_id_fkey foreign key (tenant_id, done_by_id) references member (tenant_id, id) on delete no action;
        alter table task add constraint task_next_id_fkey foreign key (tenant_id, next_id) references task (tenant_id, id) on delete no action;
        alter table comment add constraint comment_lead_id_fkey foreign key (tenant_id, lead_id) references lead (tenant_id, id) on delete cascade;
        alter table comment add constraint comment_by_id_fkey foreign key (tenant_id, by_id) references member (tenant_id, id) on delete no action;
        alter table follow_up add constraint follow_up_lead_id_fkey foreign key (tenant_id, lead_id) references lead (tenant_id, id) on delete cascade;
        alter table timeline_item add constraint timeline_item_lead_id_fkey foreign key (tenant_id, lead_id) references lead (tenant_id, id) on delete cascade;
        alter table timeline_item add constraint timeline_item_by_id_fkey foreign key (tenant_id, by_id) references member (tenant_id, id) on delete no action;
        alter table timeline_item add constraint timeline_item_activity_id_fkey foreign key (tenant_id, activity_id) references activity (tenant_id, id) on delete cascade;
        alter table timeline_item add constraint timeline_item_comment_id_fkey foreign key (tenant_id, comment_id) references comment (tenant_id, id) on delete cascade;
        alter table timeline_item add constraint timeline_item_task_id_fkey foreign key (tenant_id, task_id) references task (tenant_id, id) on delete cascade;

        alter table task add check (status in ('OPEN', 'DONE', 'CANCELLED'));
        alter table task add check (priority in ('LOW', 'NORMAL', 'HIGH', 'URGENT'));
        alter table task add check (recurrence is null or (due_at is not null and recurs_from is not null));
        alter table timeline_item add check (num_nonnulls(activity_id, comment_id, task_id) <= 1);
        create index task_lead on task (tenant_id, lead_id, (due_at is null), due_at, id);
        create index task_due on task (tenant_id, (due_at is null), due_at, id);
        create index task_assignee on task (tenant_id, assignee_id, (due_at is null), due_at, id);
        create index task_contact on task (tenant_id, contact_id) where contact_id is not null;
        create index task_deal on task (tenant_id, deal_id) where deal_id is not null;
        create index task_remind on task (remind_at) where status = 'OPEN' and reminded_at is null;
        create index comment_lead on comment (tenant_id, lead_id);
        create unique index follow_up_of_lead on follow_up (tenant_id, lead_id);
        create index follow_up_remind on follow_up (at) where reminded_at is null;
        create index timeline_latest on timeline_item (tenant_id, lead_id, at desc, id desc);
        create index timeline_activity on timeline_item (tenant_id, activity_id) where activity_id is not null;
        create index timeline_comment on timeline_item (tenant_id, comment_id) where comment_id is not null;
        create index timeline_task on timeline_item (tenant_id, task_id) where task_id is not null;
        create index timeline_event on timeline_item (tenant_id, subject_id, event, version);

        -- What is there already: the timeline begins with the events that are kept, and what is due was known before
        insert into timeline_item (id, tenant_id, at, kind, actor_kind, changes, event, subject_id, version, by_id, lead_id)
        select uuidv7(), e.tenant_id, e.at, case e.type
            when 'lead.created' then 'CREATED' when 'lead.stage_changed' then 'STAGE_CHANGED' when 'lead.assigned' then 'ASSIGNED'
            when 'lead.merged' then 'MERGED' when 'lead.merge_undone' then 'MERGE_UNDONE' when 'lead.converted' then 'CONVERTED'
            when 'lead.deleted' then 'DELETED' else 'RESTORED' end,
          e.actor_kind,
          (select coalesce(jsonb_object_agg(c.key, c.value), '{}') from jsonb_each(e.changes) c where c.key in (
            'stageId', 'pipelineId', 'status', 'lostReasonId', 'ownerId', 'teamId', 'mergedFrom', 'companyId', 'contactId', 'dealId')),
          e.type, e.subject_id, e.version, (select m.id from member m where m.tenant_id = e.tenant_id and m.id = e.actor_id),
          coalesce(l.merged_into_id, l.id)
        from event e join lead l on l.tenant_id = e.tenant_id and l.id = e.subject_id
        where e.subject_type = 'Lead' and e.type in ('lead.created', 'lead.stage_changed', 'lead.assigned', 'lead.merged',
          'lead.merge_undone', 'lead.converted', 'lead.deleted', 'lead.restored')
        order by e.tenant_id, e.seq;
        insert into follow_up (id, tenant_id, lead_id, at, reminded_at)
        select uuidv7(), l.tenant_id, l.id, l.next_follow_up_at, case when l.next_follow_up_at <= now() then now() end
        from lead l where l.next_follow_up_at is not null;

        -- What hangs on a lead that is merged goes along, also what whoever merges cannot see: by id alone
        grant select (id, tenant_id, lead_id), update (lead_id) on timeline_item to leadhub_lookup;
        create policy lookup on timeline_item for select to leadhub_lookup using (true);
        create policy lookup_move on timeline_item for update to leadhub_lookup using (true) with check (true);
        create function leadhub_move_timeline(tenant uuid, from_lead uuid, to_lead uuid, ids uuid[]) returns setof uuid
        language sql security definer set search_path = public, pg_temp as $$
          update timeline_item i set lead_id = to_lead
          where i.tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and i.tenant_id = tenant and i.lead_id = from_lead and (ids is null or i.id = any (ids))
          returning i.id
        $$;

        -- The tenants in which somebody is to be reminded
        grant select (tenant_id, status, remind_at, reminded_at) on task to leadhub_lookup;
        grant select (tenant_id, at, reminded_at) on follow_up to leadhub_lookup;
        create policy lookup on task for select to leadhub_lookup using (true);
        create policy lookup on follow_up for select to leadhub_lookup using (true);
        create function leadhub_reminders_due(moment timestamptz) returns setof uuid
        language sql stable security definer set search_path = public, pg_temp as $$
          select t.tenant_id from task t where t.status = 'OPEN' and t.reminded_at is null and t.remind_at <= moment
          union
          select f.tenant_id from follow_up f where f.reminded_at is null and f.at <= moment
        $$;
        revoke execute on function leadhub_move_timeline(uuid, uuid, uuid, uuid[]), leadhub_reminders_due(timestamptz) from public;
        grant execute on function leadhub_move_timeline(uuid, uuid, uuid, uuid[]), leadhub_reminders_due(timestamptz) to leadhub_app;
        grant create on schema public to leadhub_lookup;
        alter function leadhub_move_timeline(uuid, uuid, uuid, uuid[]) owner to leadhub_lookup;
        alter function leadhub_reminders_due(timestamptz) owner to leadhub_lookup;
        revoke create on schema public from leadhub_lookup;

        -- The audit of a task and of a comment is seen with them
        alter policy app_select on audit_entry using (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and ( (select current_setting('leadhub.reach', true)) = 'all' or actor_id = (select nullif(current_setting('leadhub.member_id', true), '')::uuid) or (select r.id from lead r where r.tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and r.id = subject_id) is not null or (select r.id from company r where r.tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and r.id = subject_id) is not null or (select r.id from contact r where r.tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and r.id = subject_id) is not null or (select r.id from deal r where r.tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and r.id = subject_id) is not null or (select r.id from activity r where r.tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and r.id = subject_id) is not null or (select r.id from task r where r.tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and r.id = subject_id) is not null or (select r.id from comment r where r.tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and r.id = subject_id) is not null or exists (select 1 from team_member t where t.tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and t.member_id = subject_id and t.team_id = any ((select string_to_array(nullif(current_setting('leadhub.team_ids', true), ''), ','))::uuid[])) ));
        alter policy app_update on audit_entry using (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and ( (select current_setting('leadhub.reach', true)) = 'all' or actor_id = (select nullif(current_setting('leadhub.member_id', true), '')::uuid) or (select r.id from lead r where r.tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and r.id = subject_id) is not null or (select r.id from company r where r.tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and r.id = subject_id) is not null or (select r.id from contact r where r.tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and r.id = subject_id) is not null or (select r.id from deal r where r.tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and r.id = subject_id) is not null or (select r.id from activity r where r.tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and r.id = subject_id) is not null or (select r.id from task r where r.tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and r.id = subject_id) is not null or (select r.id from comment r where r.tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and r.id = subject_id) is not null or exists (select 1 from team_member t where t.tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and t.member_id = subject_id and t.team_id = any ((select string_to_array(nullif(current_setting('leadhub.team_ids', true), ''), ','))::uuid[])) )) with check (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid));
        alter policy app_delete on audit_entry using (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and ( (select current_setting('leadhub.reach', true)) = 'all' or actor_id = (select nullif(current_setting('leadhub.member_id', true), '')::uuid) or (select r.id from lead r where r.tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and r.id = subject_id) is not null or (select r.id from company r where r.tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and r.id = subject_id) is not null or (select r.id from contact r where r.tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and r.id = subject_id) is not null or (select r.id from deal r where r.tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and r.id = subject_id) is not null or (select r.id from activity r where r.tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and r.id = subject_id) is not null or (select r.id from task r where r.tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and r.id = subject_id) is not null or (select r.id from comment r where r.tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and r.id = subject_id) is not null or exists (select 1 from team_member t where t.tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and t.member_id = subject_id and t.team_id = any ((select string_to_array(nullif(current_setting('leadhub.team_ids', true), ''), ','))::uuid[])) ));"""


async def downgrade(db: BaseDBAsyncClient) -> str:
    return """
        alter policy app_select on audit_entry using (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and ( (select current_setting('leadhub.reach', true)) = 'all' or actor_id = (select nullif(current_setting('leadhub.member_id', true), '')::uuid) or (select r.id from lead r where r.tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and r.id = subject_id) is not null or (select r.id from company r where r.tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and r.id = subject_id) is not null or (select r.id from contact r where r.tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and r.id = subject_id) is not null or (select r.id from deal r where r.tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and r.id = subject_id) is not null or (select r.id from activity r where r.tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and r.id = subject_id) is not null or exists (select 1 from team_member t where t.tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and t.member_id = subject_id and t.team_id = any ((select string_to_array(nullif(current_setting('leadhub.team_ids', true), ''), ','))::uuid[])) ));
        alter policy app_update on audit_entry using (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and ( (select current_setting('leadhub.reach', true)) = 'all' or actor_id = (select nullif(current_setting('leadhub.member_id', true), '')::uuid) or (select r.id from lead r where r.tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and r.id = subject_id) is not null or (select r.id from company r where r.tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and r.id = subject_id) is not null or (select r.id from contact r where r.tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and r.id = subject_id) is not null or (select r.id from deal r where r.tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and r.id = subject_id) is not null or (select r.id from activity r where r.tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and r.id = subject_id) is not null or exists (select 1 from team_member t where t.tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and t.member_id = subject_id and t.team_id = any ((select string_to_array(nullif(current_setting('leadhub.team_ids', true), ''), ','))::uuid[])) )) with check (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid));
        alter policy app_delete on audit_entry using (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and ( (select current_setting('leadhub.reach', true)) = 'all' or actor_id = (select nullif(current_setting('leadhub.member_id', true), '')::uuid) or (select r.id from lead r where r.tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and r.id = subject_id) is not null or (select r.id from company r where r.tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and r.id = subject_id) is not null or (select r.id from contact r where r.tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and r.id = subject_id) is not null or (select r.id from deal r where r.tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and r.id = subject_id) is not null or (select r.id from activity r where r.tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and r.id = subject_id) is not null or exists (select 1 from team_member t where t.tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and t.member_id = subject_id and t.team_id = any ((select string_to_array(nullif(current_setting('leadhub.team_ids', true), ''), ','))::uuid[])) ));
        drop function leadhub_move_timeline, leadhub_reminders_due;
        drop table timeline_item, follow_up, comment, task;"""


MODELS_STATE = (
    "eJztfWtz4ki27V/J8JfuiWAcVX7Ug7pxI7BNVzNt4xpDdU2fyw0QkDYai0xGEqaZc+a/n9"
    "yZer+QMI8E7y8GS7klsTKVuffaj/zvkykfU8s5bVDbHE1O6uS/T5gxpeJL4kyNnBizWXgc"
    "DrjG0JJNjbDN0HFtY+SKo4+G5VBxaEydkW3OXJMzcZTNLQsO8pFoaLKn8NCcmf+a077Ln6"
    "g7obY48f/+vzhssjH9kzr+v7Pn/qNJrXHsUc0x3Fse77vLmTzWYu4vsiHcbdgfcWs+ZWHj"
    "2dKdcBa0NpkLR58oo7bhUri8a8/h8eHpvN/p/yL1pGET9YgRmTF9NOaWG/m5w3547KTfb9"
    "93+51mt98/qQDQiDMAVzyqI3/9EzzCX8/eX3y8+HT+4eKTaCIfMzjy8T/q1iEwSlDC0+6e"
    "/EeeN1xDtZAYh6C+UNuBR0ohez0x7GxoIyIJfMWDJ/H10SwC2D8QIhyOql1APDX+7FuUPb"
    "nwapxdXhYA+nvj4frXxsPPotVf4JZcvAbq7Wh7p87UOUA9RBleqgoIe82PEN33796VQFe0"
    "ykVXnoujK+7oUvVqxxH+W+e+nY1wRCSB8tgcueR/iGU6qbniANAuABfAgCtPHedfVhTTn+"
    "8a/0jCfX17fyXB4Y77ZMuryAtcCehhgn58jswmcGBojJ4Xhj3up87wM57XNn1qejZNHjGY"
    "8SSBhF8Mv89bspov0IEZa5k6UbiU0aDJqpXs5J5RMpoY7ImekoFD/zUgtulQhwyXhItTM2"
    "oTMZIM5taIyciIT6emS7g9pvbpSaLLXnutDa+d37+3biosnvO5OT4FmXVei9Vr6Mn/eZyz"
    "EaBOLGqMJ/Ph6bPpnsJdP6q///dk9y+NfD/OP/wl+S5IHIpXVtWT/WrIx4Q22QFl5qWcLp"
    "Dvz2nfezT+2BfvC7e17I0QffF2pXG/Mp9yFUZPYLXGeACrgKc0fj47Oz//ePbu/MOny4uP"
    "Hy8/vQu0x/SpIjXyqvUVNMnYEuGrlpEBD5hV0HL89keo5nwoo+V8yFdyPqR0HGc+/Ccduf"
    "2qICfljhDsizJgX+SDfZELdrW5Oy6168l7P0plhRlZrhr9Z/EbKplCMakjHL3vz8oYRGf5"
    "9tBZytiUkFUbu1GZV4xcT6vTBekNDdwMy/JGYOCaU5qDZqZh6Ymc+l8OcOgWANpt3TU73c"
    "bdt5iNedPoNuHMmTy6TBz9+UNiWAcXIT9a3V8J/Ev+677dTPZS0K77XyfwTMbc5X3GF31j"
    "HMXEP+wfinVrLvOVqyLmE1/l1ETN3o7NUIsRGkZatk4lGiYUQRrmMGmYrjQLTzJ4GO9MrY"
    "iIccM2K5mYluuQQWAgD4jpEFMc4gtGzHGNOJy4E8OVTIo9tyjhj8TmC+LQ0dw23aX4Yr9Q"
    "h1DxGi+JfII0Q7OleyBzo98Cj8yNTr2xz3V5LcjfH8qqbFP45f3qWmxc8gi12RPxA8f3zF"
    "p6s9qBaLfeBFyo3M5n4zV7PS6Jva5Lr2fYNN7TR3gra/5UiRz02m+GVtlvnMSWKUH5WQFa"
    "v/0RMlZnpXz4ZwU+/LO0D99xDXeeYTsCwk02n0qUW+KpDDai6YEcSO8O75PGdbf1e7OiMu"
    "VJ1Yn67LHO9863ZvumeVMnwdceE4Zfp9X+Wifel6Shsh9mEWb8fwvbp5KXJyKzw8753r3e"
    "lpqbcPVclHH1XOS7ei5S4Sxz26ZstKyCclRmlyh3bnaD8nkJkM9zMT5PQuw9rQBwzly7Et"
    "IZojsFfDd4l5k68meO1MQxNZznPsRcCQPU6T9yu/9i0oUw29LIX3EuTFiWDX7hdRLdMBQX"
    "2lY/BEd2a0Vf3d/fxlTRq1bCK9/+fnfVFLO67BrRyHQjznpNGMM7Oh1KDizFGHpnakWM4T"
    "Rss5IxbEBIlcMZRFMBZaeIkC/wr7vg3r8OcSd0SQybyoPq+s4p+QFEn83nrugsIsadA2Sf"
    "aDqtE/HmmxZZTCgLZY2Fsayl+MSdP0GPhQcX3H6ukQlfENEXS8JnVNFD3v1c41lgZrBx2E"
    "Q81vk7MjaWzhfShuc1HcI4scyp6SKRiUQmEplIZCKRqZ99fpiUFhKZb7HXyxCZdGqYVhWr"
    "LBA4Rr7tsgzFIFoVZCSlSAbkM7fLZ9rCil2XzfRldcb65P5Hu/lQJ/Kjxxo3d612nciPHr"
    "trtBtf4az3RZz/2mx3xXn46LHfW80fcFp96sFtHiAB3Wr/3uo2qzJwvlideF9E75TgpPXo"
    "Jctw3L5jPrG+ydbQCTLEN6AYaBbXd7h6QFr9A06jL8mOql0dl8Re1rmXgagSv7U/4fMsSj"
    "g/fjQl+Koo0sPp4Y0FkcYMbGNmjEx32QeisAJrkZLD4OgM9sIH6fxdH/jVdfCNiCLEaYiV"
    "w6Fq5ktcCnNfMtxEKYjT+P7CbSrUqt/oMqUnJyBNuXoOEtbwaOQBbGMR+D0S40oAIH42Vd"
    "6460bnunHTPPnPfvxvHTqyaWbEvnemVuR/c8I2K/1v3QklE8OZgN/KIErylMBRcX3LHBmS"
    "6J8aS7KwTZcS05XuKAbh8wTYLXGkLiRFL5pikJDANzDi05khRm06gH83t0Q3mG6TVg3dYF"
    "r1Roh+fsbvalrlEPJ+T741Op0f9w83deJ/6zFJrTS6rfu2R7PI7z320Pzlodn5tU68L3BE"
    "XBf+Fx891vjW6v/W/KNOvC96sC4woaa7sEv/zNFY/fY6d9tGDO3mP7rFZlhgZ9/et7/6zZ"
    "O2mTaROV1qTLP0Anm8UCtw/RYlYnKYEJcBMBM/HuYnR6xCVGbTwYUylvXSUrgy67cW4Mqs"
    "U29ggAoGqOx6DT3QUAUMUHmLvV4mQAXDJ7YbPgFUS2XFICaETG4hk6uw2gCR69sGB4npah"
    "o3NqZ0YnEB9/xMisjZ2iq7rV8lpeLHhMu8AgdsscXEHE2k8ZW22IoaopGm20xRQyNNq96I"
    "vNDy5azq1IwKYSXKZBozTHpVh3MggnAWaxY+FbgbvUJTSFcrFpERla1WpCeBDaBa2u1+sL"
    "jGpj6dFLY2d81HzwGdpbLFzhcqbSzZcqXW1uFToWlBGmlQvk7hBAmeLrfGKg+U8SEfL4m4"
    "HyUOpc4pabkEHtMRGpyQM11obwz53PUTR8UvhwxRl/7pAhEPznO4RUod3PkT9JhoKB36cz"
    "Fibek3UHf8SRw3nyaun07LUCdFnRR1UnTph/PlXbMN/npIgAi+9li30fmt3+h0Wl/lmdi/"
    "3tmb703vhPjWY7/c397e/+h//6ZOxP7tsR/Nq1/v70XTVqdxdQuXTB5JTqNl+LjzMnTceT"
    "4bd457D+DeA9rAvZkJC2bciohGRJBKRkfnG8zKAeV5jT6OiGHWlc79O1xWnBIDAZwQkaPd"
    "AqRFiSdIgPnjZwMEWHwW2CWqer7+q0ENpj6dGMXGfGy6TVmFMoNPjJytFW7rDe36NGhYak"
    "dU2fyUDCDSe0BGHAIDJcUmT0hmzvUzcYb0UYwnYrpfgNIjA4/+EL+SmUI6e5vUTd8A6T3d"
    "Zvsa0nta9QbunRqNCt7x3qm4x9xRmlir9rxcTZcfzv6XJ3dNqD0MjDl8pnPZeqzzR6fbvK"
    "sT9bkOuY27ZepouEXxFFgM6cSwHsVqVwXTpBzimhqnmbk6hVvnZufqaDVtrOl42fwO23zu"
    "jnheVP/qiToirjPcJzdiqasT+Cuzkb93wO/ofVlnRv5Uoh8+5XbDp1TdRGo41YZ5KLEW7p"
    "pNFnFwL0vlVlwW5FZcZmy1s093rtZwH503VzO0N+R+xH2G91UiTpg+4mxOldQcLSQUOcIJ"
    "47LMhHGZP2Fcptc/8TOd7AmjaA2MSh0fzpvfZCu7pMmVyQx7mY1xTlGT4dJVE8vxTB1X3m"
    "wQTB0Cx6tWu/HwR3Zdk6uM2ePqj26zoU9lkwf6KB5s0uXPNDP4Ona+VuQusVXLvhs0LeUw"
    "sUz27Nckc6CGwk8OEauSyb6QwdyRITFyt3G5e4/pkoXhEPqnWrfG5JGrAGZG/3Sz/SUbvj"
    "66S/TTgNBdolNvYDjc8VaAKFP3g/45M8XV1uj1uOQR9vqB9HIpD463dlbt44gYBkHq3L+e"
    "tlSVoIlJYfBecfCeh1Ya4MpxZp3wSocJ7OpIs/jQ0inczAc/s3B00C9FlaPDRiXKRD4aU9"
    "Nagk3jmVxEmlyOSiAd0ieDkYXpTmQuKezp8lcwdmz6wmFLCLBxKBs7xLAsf9vUrLKSW7oL"
    "2k+6zU81tJ+06g20n9B+Qvvp6PVruVKu9XLHJdGKOoReHtKRIUzfaq6rlOjx+a82H1iAnt"
    "hte2IxqQ+T+rRhBbStatViL6abW9MqcrZWRA2Y8XYl2AFhjv8V1n2yMJZQYRQ8mMJUlxei"
    "Y6/S0xdhnzvKoAffp2g2UDtCDWoyc4yOsyiBTV4aeQDd5qMa8gBa9QbyAMgDIA9w9BaiMR"
    "rR2Xpvd0IUmQCd+xn5nrfQy54u3K9cQigliMkNyDpsAVJkHfZQSih8uXeJrp7TwGpwU1Oh"
    "TrTON8NxFtweP1Ane6vweINaEbkz85r27aBtFYJnRu2pKSNHiMuJuAIxiH/JGnkxLFPFrx"
    "vEmXDbJVJNKKJ11r4gkjm6TfM1JHO06g0kc5DMQTLn6M0/DIo/7v5FIxSNUG3sJG1d342Z"
    "KfrpJKv0qjpTKyy7OjP7z7RkydUGEU1VHLoz4mIIqp2OxMeC1choLkwYl1BjNCFijiXDpb"
    "9ZkkOkNiWMmamxJGMebneUMI42fXk0lXSbjGpoKmnVGyH6UNo4Mz0qt95qRGJ3NVffbwlE"
    "r+Dq2fuLjxefzj9cBHVWgyNF5VXTpVTR8syH+ngtz/lsvGavxyWx13Xp9QxLxXv6sNflZ6"
    "q/80Og/fY6V2hcMwD6rFSpwLOCUoFn6VKBE289KYuv3/4I8d185WGlaqfhzS9jF0pgFbtX"
    "VLFDlnKdrtB8bUirBJbhuP01qcqkLPKVOvc0Bp29hV72zbPKQWcpQWSni9npEDBkqEsw1K"
    "nxpRNLfSt6/kGVSM9gqiNna0VstSXa9cNK66sZ6x+TpWTmHGLYlIB4mnbOaYPcsW5TRQ25"
    "Y616A7lj5I53vRoeKIuI3PFb7HXkjqtxm6W44/cF3PH7NHds2KOJ+bJexl9cFM1yfV4jNX"
    "umbMc9ZSmYM2qZjJ5kJSj452qFuQnRVqvDcBjh9pjadCxrQzzafEoeTdtxiehfV4hCQoFB"
    "xnRkgo6VEWizxgXQHNJPAUdzSKfeQHMIzSFUjNEcwl5Hc0hbc0h0l5m9g2/u2hQV2d3itE"
    "2YN7w+mU7wjClUrzgX6gzLUXVjgskd3YTktsANjux4R7f7+9vYPHTV6ibG7nfYtP3n93JI"
    "i0amcl6lMUezHs36bW804RpPmTa9OlEr3GQiaFIiqcZx6UxtmufzAKdkAHvg9eVlhEHmDE"
    "gbdn4wLIsvHEKFubAk8qS33UMomTb2N3995AL0sz6RC9CpN5ALQC5g52rtYVqFyAW8xV5H"
    "LmD/XMBIoPHE7YzoSsC4yebTVGxlfEaNyOuM+cn9t2a7TuBvj/39e+O29UureVMnwdce+3"
    "EvGog/PXZ73+nWCfztsZtWJ9I8+l9Sy95P6g6SOZtXMGY2HxpD0zLdjPciH9a4FCKbgazN"
    "XaG6941Hl9r9sbHMyDnLxTdTdi2UNeNqNg4y/dfctIXC41mCKYjz0/oyRHef3xcx/YZz03"
    "JN5pzC/fZh5W0l6y/Ou1Tpn7Tkq7pHsxdh1/2ABPLxEsix9dwjLivyXwkxTNUqTtWKBrC9"
    "MlErGjF3mNCuTtVKjC6dErWu547LleF3kuH7iJ6uFXlARrKh95NrJffahsZqy2vwOSiil4"
    "iXnY4hIhEqfclErS9k8EyXA7njlTgGjyi3vhqFD+cMMrfZ3vgN0BWi2yxVQ1eIVr2BrhB0"
    "hex6IT5QUhxdIW+x18u4QrwSrWU9IV5znUn5NR0hm9/CGr1M2/UyPYuftq6HyZfVGeuTbv"
    "Mf3TqBvz2m4hfrRH32GMwddQJ/ewyiH5uNdp14X3rs+tf71rU4rz718CmNJtwcVasHFxFB"
    "whiJSj24LM1XeK0iXW+F3tThc3tET7KK84Rna4XFeUS7vhM2LFGch0LBHVl6Z8SnVCaiZt"
    "XnyWuG5It+5j6SLzr1BpIvSL7selE+UDMcyZe32OsYh7p/hgAtHLRwtmzhdI2nkwzTBg7X"
    "imwa12tQwnkN+/Yq13JYTHRq2M9QZMd0J1nu6DIiaOPop1WjjaNTb6CNgzYOarto42Cvo4"
    "2zCRvnsoyJc5lv4VyigYMGzq4NnOafLrWZYbUyo3YjZ2tF5g712nm6aBkXjjBeDMbBNCHO"
    "0nHplIwMy3KEWWOqYNovRA01CKCNBt1OOXsilhjbyvjJ8vts9NpoSOmnuqMhpVNvRPYElG"
    "9bFX0glDhCjWArrGdiri0LdELsCNHeyhaiptOH9SCN9KoCfb7UDqvz+bP7wRbnk5Eg1abu"
    "iAjm2hXn2gFUaWgr59ndepc5TEhX59hFRpRO+XUS9pwoq2Ll3O/31Vp5h0/pkI+XZDHhZG"
    "osyXC+PCUDMSLcuTMgNp1Rw3WkxuzXcIE6f5DqJvPLa8Thyi9hMCL7WbRjxKG20KhN90tK"
    "Vd/2DXtsAL4ScakJFyCL24imDgXjmDyK9pCmR4biltJmgO90BDl7iwll8O/CgNAx9kJtMc"
    "4hq49BiUMymhhMdBIxnsRAOiUNqbip5xASPTalNpwWg4wHhgiUSRTPvHSI4XiXrpFHbssf"
    "JwUgk3BIhWUyFm1rQlDdkS9kHJs66VDK6vL3m2PP+eMCArTHnLn9Yr5wG40WNFrQaEHvD3"
    "p/tNNBDtQPgN6ft9jrpbw/c39z5NL+n0DiKBmIUgREAf+QpB/k7lr9qk62uNRaQGvm7dkB"
    "r2YZayAdE0KgSwH9Tz7su6ZrVQI6JnR8QG+Fuxzx6cxgy8qDOimHcJeCe0GHDlCbFZCOiB"
    "wfyJelQL4sAPkyI+Z7PBbqS6U044gIFj5cP5/Y4iOj2pwdShzf4D6/LDG2zy9zhzacSvhO"
    "ZQaseG7XMK1KLtSk4PGhvZWpZO5meKrzpxGvOU4h608hNn2ktl3NYIzKHN/AFmpESU2kUB"
    "XJMGbYWDxFf+ZtJ1XenonLIeJlEVcFlh3T851WYcASokdIgR0u5ZVmOpVzMvulWl2ZKJTW"
    "mf862p0vnBG3M97PXE9P0B73DMjYM8Bw4XZrvgmhtMaLzMmv92Jsiz9iwDce7sSIF3977P"
    "r+Vgxv+LvOsL4oMaov8ivRpQICHbEqKBfKlM9ZlgOGjkQLKycwMEM8uQQp+VPvOtr0zibW"
    "n5vmdeuucfvz+8+1i0SAWrQsYB7ko7lQTtmoUpXFbGmN34J1beQyJnK+hZwquAj7WDxy2G"
    "q0P5+t4WnMvABmxuisbEn/ijFyzRfTXa7R5Vny2OM697jyXYoLzrgAc52AguwrYK/r3Otq"
    "g4QqdFwooUftULjt0dQOhdvTLE2yoD9CEaRI10d+DO+IC2HqLoRqpzqgMO0kLbzD7JPgyO"
    "Gmn3AI5uDVXLgxoePT4bdFl6q8inWW97gkLutaL+t+7sQ60cAJWexpnXtaptmku7grTO6c"
    "0BdfYHc8+Mke1DMo71+sJAT9eHvf/uo3T2oO2YFd1RJG4lKvyBg5nNeoQhaIpzRVxjQqhZ"
    "imMPWm8GH1wZoSRXSTKlROEYB8VCMiiGaG8m9TwxGgVExBT0kitnFsVT5sH/JhK2KblkRs"
    "49jyhfjNFVGNyiCecTxx3+ftVAZSQarVQI0J4UDNCjirCGhEBodoAlCXGtPKOfiBCA7Pwu"
    "Iz4f5OcWzXKj8T7ip1kMiurkETm/iyq9BkrVkbgPdb5FKHOQusRjexVq/GV06bGwC341/n"
    "WJGNri+rYZVq6AZgvaN+TvmRTgdRfX01rLAobQDVrneZI8U0snSvhjRi4m9iCRNXewgudq"
    "T4plmR1TBHST+cF1ZjnEGSlgFZugE2gO91eKWjBTjqMik1gLPDNtbANrjS0WIbdZ2sxha4"
    "6w0Ae0MPOIB9NaoRhn81pBF2dUOW2REjm6aidSsP2pxCAnhOjVB1srZyI2YatFu9dxkj9K"
    "/QnHglFqA2pyELAtahyiWMj7EqZKlqXppyI+aZYdNxxrZmr70a1rzUjQ8CQax5qU9vRGpe"
    "Gta8UphjIKBz2uqaMY7npeq2nRcUbjtPV25j3J4alunQSlX641JHiPXZZZnsR9EqP5r0Mp"
    "UBKQa76VYr4RoV2V0N123CvOHkXtPpC9vSFI0zBvCqzQ+ikhiCXiEEXWA35GKVWQf0iCBi"
    "jrtOaOL4w10nytGl+u468U10Bz3JMSvVydpKs3IWtCuxJbZsTFSp4NAK/EIGoXo0APOvef"
    "r+w0WNcJu0QUBtlCAswxGfW2PCuOvtp0Btx+U8y+bc6q3QINVtnqqhQapVb6BBuqOdZPdm"
    "jWrG9m67XjtaomiJolWEVhFaRcduFXWNp5McmwhO1VZaRK7XqsRe2eZooraYGxm2bVLYxw"
    "4OiStk7X69ojVaJbrNEzW0SrTqDVwEt5VhYTxVHcmBBIKJGsUuNIrEeN0ApJ46cKyIhq+o"
    "TiqaTLW4lvv0Zqlp0dOFqprKaBiFLVeqa/dyo186C9nkn4QKZixPSVs8gyMDmLzNjEE5M2"
    "xKnunMlSFOE7okC2rTcF/jR/NpLuYAonb3pSl1b6t36zFbLNdTcSsVdmWPJuaL+A/1SNQj"
    "UY+soPg82nzaXydhNyWIaaYZyFbeHzMqdHy09lZ2bZSYeStJTrXz1TX/UxfRGPyj3QPD5W"
    "tNRQkxtMfSsFadhyIiR+jF3Mo0JCB77SSUuITOyB/tHORQccOx0zdZPye5/sp8yt+VJ0P6"
    "iDbo+Xx2dn7+8ezd+YdPlxcfP15+ehe4UNOninypV62v4NiL9Ura01e9NOvGCrLqNoEVYH"
    "lwFVkrl1zEQos5Kzt6AZC43jvNWom4xvIJZSBdUTRhP8R1w9us6CSDtQ7O1YooayPaaiVd"
    "3eFT6k6A4pUM8MJwyBginI0hn7sepXxKHviCCK1rbovrEmfCF444NbPNFzEqIPqZEpeTxY"
    "TTF2qThQ0HTLdGBsPlQKXsitOMD/l4mWKwd/0APUYlEAtxN9nanVBiU2M0qQMPbhCZ6E1G"
    "BoOobodS2RJivaf8hTrqagP4DmU3BoRJnh0uEvCV8oeMOYU0ZeTKkStHrrxKJDi1nWoRtB"
    "GJ3QXQvt8SiJuOnh2JqW3NDThikkdo7Z2IHzi+Z9bSm9UOxPrzJuBC428+G6/Z63FJ7HVd"
    "ej3D5veePuz1ZwHpuqyoL6s1HXrduL2tE/jbY827Rkv8Iz967K4p0G9/rRPvCxzpdBpfm3"
    "BEfukxcWXxL/ztsc4fnW7zrk7U5zqkaNE07HOiH3Mp0Y+pDbFMm46yU0fKdWDsAjr71Vrt"
    "q/vv7Zs68b702P33rnfI/7ZOh3wq0SGfcjvkU7JDhPUx4tX8ORERjTtg7WSpkhvBFe0Dlx"
    "r1c9gGXgDlUfoVtL4s0SNyAmxMAeQjucv4OrpAQvQIlYHDXfwzCH+PXYn3cP4ObH77Y5iq"
    "ivpxGzuwvZiOOTQtj2VbZ7mOX2GHm+B1m+2GcgpWWbSVVJ2ozx7rNht38F/jrse+PbR+b4"
    "Bq5X3RQJtC5xc6v7SEEzcZQVfidiHddA4M7iaw6d0E0Dt7sN5Zv+R9hnM2Ug0/3zcbKb5f"
    "phCW17xGnoXSz8CHCX7GxYRblCivzikZyJ2UB0QcHDvKV+lQSNUhj6KLZaXk4TKr9NVmL4"
    "4uTt0Wyhq6OLXqDXRxootz16vtgTq70MX5Fnu9jIuzaorNEefXbMchw6fidlUQDiWOgUhO"
    "Vqs/LwPx5XlBtfrzJMQLOnSg7FoFjCMixwfyZalxfFkwji/T49jbQyYN8t869+2crJZQJL"
    "kmmCOX/A+xTOcA/YkF2AIWxa6RpBckMaHDBZKuEVUlYq2FOSG6gZX5cPpC84U4rX9JZqCK"
    "vzEQ2KGzaw924Mb8jSmie1+Ul9qJMJPyCjYpLKK8wkZlar8LS5ezU3IPe96qyH1qTMmYjs"
    "yxZKcgJN+Rwf2GQxamq4odOl/WJ8J2cUukx/QjZJAe06k3kB5DemzX+tiBEiVIj73FXi9D"
    "jz2atuNWr4cVkzo+hmErlWgsYw2kY0IIdCmg/8mHfdd0rUpAx4SOD+itcL/Ime2LMxvDhO"
    "72I6ZyvAMKdzlJC+NGJxU2OkG+EvlK5Cs3nB/hxZZVZFDiUhjsnEjkAnqyIqJRGcQTQ/F3"
    "FoofCXR9ZaBzJK72IHFdHekcn/ZWx4/Ll3oDyB59CHl09sNMhx1lOuzVS/mNq0fPc1Wq87"
    "US/sr+LGi62mvJiGcIwwbR0c2kvYvV5X4bYpyMVfkwQ7oGTUfF4Ns0a2vq11+zx3osuY+1"
    "3L36UVzR8K8pi5XhNtboukTX5et1yqOvwBOvuvPtV2Gs14n8SM5gpUL/ygT+5Yf9JQlM3E"
    "Q8gu15qd2tzwu2tz5P72+N+4hnhwlflAoTvigIE77ArcQzYN50KISn21WlpaJSWNJgleWf"
    "48RYw/IPrnSYwJYx/aNDSyeD6oYa1kmGISWPFxpQY79FmQTnCQwByD12qGURx68FXT0YMz"
    "PDeXNXl7YURnuiyYQmE0Z7aq3iYLTnkcX9YbTnW+z1MtGemAy93YA4YaC484yYkXJ8Xii9"
    "wwAS2Cqw4nof22QwazvBdZi9MoRIPh2SIkOMKZ+zrLlNKO5Tw8oJzwqEktOakjr1pA+Pfi"
    "oA96Z53bpr3P78/nPtIhH7FuCeGuiyzC8b5RQzzVEXIjLHR+mVyfvPz/pP5fzTP2d0BMvs"
    "yOIOXWOZzrwABhzqszindTLZU2sp4lFB7GOd+xiDh99GP2PwMAYP6/caVWDZ9uz5OkpMMS"
    "AbA7L1QhMDsvcSkL0Pl/fhYrva443B7hjsrgWmmga7dw3n+SQjNkMerxXFZrh+iyr7gnMy"
    "5rHtuL2Ac3kEasZ777SKpxD/QwSIiiuHkAg6Ek95SjqUMhVRIaZWiGQXLafqSsMlhF4kae"
    "Y9PEKPmY53M9OVMR8NYsOu47Z8CgEexNBDCL3NFzKMHvYNJ2Cf18lAtnT6jzafylj7xYQy"
    "+TAOtU2IKnHIeE6JrLZRI6Y6tzAsS15APE+PDeDbv8UNvF3LB0xYmGIEDtQu5eKmKlxf/B"
    "xiPLoyfN97In/j9FN4kCm8WUAtDIhjLB0fCYcYjiNecCqb95jfEINWMGgFg1YwaAWDVvRz"
    "cx9m+AIGrbzFXi8TtFK5lNPryjhp17PbD1th3KWVnBWBwDH48XftrZjZJrdfsRFsVH6Hzq"
    "L2/cNd47ailiVg+QExQT96TMnXifrssV9bX3+tE/jbY98fvjZhs1j1mbTryrwXH0q8Fck5"
    "LHwnPmAgF7uRmZnwt8euG+3r5u1t86ZOgq/r9MrnEr3yObdXPqc3f18nEiaUQpe5Pst8Wr"
    "tT3MIaHRwTxD7Wv4/XUuETotjPOvcz8IrrTNWhGPavzv2rOG7qKT9lDbO41DHYDjswziJO"
    "gupTZkwUXymdXynfkVON6QhljpDs+FAmKeRDflbIh1RaiOcdq+ICiYhgxFAiycbzDVZENC"
    "GGqMZRHVYNZB1iDGs2khjDunlMIU6iIqAREUQzWcdfGDyVX/i4FGKa2GeFGuOKgEZEsFpT"
    "cVgwQJWGtnIc4K13mcOEdHUgYGREYTjwPsOB/eJSrwTWr2J1pKhGlujVkPr6+wZgPfog64"
    "Stsxrc4SYyLo4e1mH5XAtPWUJUS8wCMb1SpwD2az6d0rxC7epUrbhGe9ioQiS7Y5jjWBT5"
    "Kfkx4fSF2hCbDVcUInQModmyAiAbk6mxhJKAMvxaxZ1DnLXLrYyS7du8EQZn66ZU1wgGZ+"
    "vUGxicjcHZu16KDzRMF4Oz32KvlwnOHvJxhmqdHznstz8Kb+WuI4fRM4QcsTZwIke8U44Y"
    "GYwN8EL7IS9+4ZbFF99nJxnsRXCuVkRfPMpW/fmsHIHRhdRvFS7rbdc2pBZnTzJVXfELPz"
    "leqnhwacj9/iLOyptCrjtkf/MFqxGHq4vIDQy8nHTx8cjnbCyz4/ncTXEbe3iGnrA5iRyh"
    "xLNKnaLcdsmXPJkvlCFhgoQJEiZVAr+qF688VtvucG05zM54q/2M1g9aP3tX1VdaP/tR1m"
    "/mM8scCby/2nyeqbInWhQq7mO/bf8paLxSfYee97TUiSGLWSmVFGpOzQzTdkAzhgpOkGdM"
    "T4myIYQybPOpdAfKRl+k8myOw8PyEYTSLetJKS9jSm3f8b1R6dZtYkOlW6/eiNckyMkOKl"
    "eSQPs0oZO2rEHQljUIOt8735rXXahBEHztsdbX9v0DHPO+JCewMmlFG65KsBDr+iRDYc51"
    "HocCuOeu5z5OqVN7Xvy/iVWscO2XDUou/TO/7WribsEVb6VWYAjxGVK53M6o7XBWk2upLN"
    "4IRSll6A9fQJDQ2K8SyT22DfYuBWebF1pkU8K4e0pacl1Os3U7unGPPSYUBiGMmgBqAqgJ"
    "VNAEbGqIdzKjPNHfOvftPH4mEElyM+bIJf9DLNM5xMWnAFAAo9gFn/S2J5CHCyRd8LjYbz"
    "ZWDJVaPZVaaa9XnN+jMhhwEsdzImaBinBGRJByTcbv8EVVAjuQQDBX8Nd8gfT1avo6GE+r"
    "Y3fgTUZIV0IamfBWYxrw6a8ENc3mH+TytBrd6Oqsk8PlQfxu7v3EFN8SnqwVcS12rNlKmq"
    "VhWR7bobb0IMr8k2TFkMp8LHE5OibGk0A02HmD2xDLpERMoD6cL+RJciJq3w4vMkluqdHw"
    "rvkT7LVhLVOEy+4focdgN5AJ5IgFt/sJOJlTMhgatm1SW25CAmeVl0agyBxD2cxeBNeTIb"
    "5yTizxfkAg1zOTO4xQYs8tKn/LkD6K50ZKBykdpHSqOHfMzFqKxUE3gRDGVWkdbyM3Xqpa"
    "JC0ig8Z0umpSBQpunF0hcYsE3Lstwbdp9s3lblZ1lFwkg/ZrQanZWNw0mJ4SlYbzynzKRT"
    "QidESYfj47Oz//ePbu/MOny4uPHy8/vQvATZ8qQvmq9bXVTmTGaeUx7oCW3nLp9CTDeglP"
    "FlovUtPvm367lebLD9DFVQqF1OefuAvhWXKXQaGGQ86D+JDKfBsOwraDft6EazwLQ4E/Po"
    "oLyPtC1YkXVUUC7G/quEJeKhaxLQlTBsw+HqLH5O3kZobC+JhS6gbGh+eA9m0XMFteTHfp"
    "bX/I52KA1shgTEfG0pGpIPKipkss7gjLZcZhCBNIRxHNFtx+pmJkzF3ZVAibVsTEgsQR1Y"
    "SIJmjroK2Dtk4F9U29axXUjlAAfahZPlS0HY/XdgxWrKodHBPEfByd+zimblTt55QwvtBa"
    "dzYmX202Fk7o/hXhjIggs4apbKsg3XAhDxh9G8C0oxyeD97VDnKwrkY28qrq5LOOgp/D+0"
    "T6ppj5EQ37/phYzf18UzzFo0d2RGP2gQ0ZyKH4aFoutQdfVLD+wOdC+s+iuwdSlhqjSciR"
    "SH+yuAScJz9DcdGxaVNpbf6llsn+7Ocxegz8zo64vuH2p2ImG4BMUDAV7iK1Xmi7JE/wIP"
    "L/vjIgB4RRw4ZyJJz8m9pcPcILtZd+u7HQmAdEmkbI6iCrg6wOFlHdF6mDRVTzoT7McppY"
    "RPUt9noGJ5Aqoio/U/2dv+2j317ntJfy/RpLY3lfagvV9wVbqL5Pb6Ea0UbTMOfnzCXEMG"
    "/uFXlzMeU/e6yvzvdKXUTjLYSFiXp7Wyfwt8ead42W+Ed+9NhdU8w47a914n2BI51O42sT"
    "jsgvPSauLJPGupA09ken27yrE/WZtMXKvFVFqoffuR9z36iPyfcp6IfAPnt1j8aupHO3tt"
    "pX99/bkKunvvTY/feud8j/tk4XfSrRRZ9yu+hTqouUgVxBG49IHFEk0sb0cXRabxbPKDFT"
    "AdWkGA7VPGiBy6oMrC+EsKZhNZ2+XK4yVPUrzoWyyHK4vahcAtihENzWZOATfrvVHq/u72"
    "9j2uNVK7mzwfe7q6bQ4eViJhqZitJPA27Yo4mAbR1rOCGK4Q/6WL+K9NAofFfA3KGuKz4U"
    "htnOnKBJrYxDx4m2XunU+QVqIS0m5mjihcNy5ofWmg759b4Lsa0/Gg93aue3SJis1x6cE1"
    "APPZX0R3Jy/mopj84engHqtcurL2zTFSeCkFxxaATVJ+k48DB5GYnw0qJjBh0z6JhBxww6"
    "ZrSzEQ+TokfHzFvs9TKOmQl3+1CossLcGRXZ3eT56VAyToXKPq0KaUxmd5heHAqmnh5eZZ"
    "CGEsj0aJVPekftJ/pAhUUVt1oyTteKDNEpNOzbYcuVRug9o0RKQUydCugT+HIia8kMhDy3"
    "h3TsbaG1mHAVZLcQRl8djDnxQ2BvOWkcwkNDVRlZCmYgDw1kPYMBmXBrnBlRuNvb95h6GY"
    "LyO87cfjFf/BrGwgb1DNAaGYCH1xmoRFOoXBxujsCltTpcqv3KRNMpf4FnjDf1rtRj4lP8"
    "Kr+5fC61cfsAdm0fhNsneHKGbUNCrfy1ptraXZVNFgem4geqCzteiqyhcmHpC2WuREnY14"
    "NnOpOprpCry8icjTmUFrLoo/jf8fdAo2NTvOkY9ojWNVrXuBXaVgDVXPFP23v+gpPu3Px4"
    "oagMBgu9IlhIrdxVoA8lEPjXRGk9VgyRCwQQ9lfALjXMKrAHAgj7K2CX2noV2AMBhP0VsI"
    "MdUwV1vz2C/grQPVuxCu4REYT+FdCD1c3oOp6DqCCGsOhsLgDPUuXd8tu/6sU6nP7cjpWw"
    "rMh5BAJY9SFRQMojPyvimRDD0iTZE3/lcZqUw+FaWKTEH4ZpiLFQSaKcRuKNXV2sZLjcAK"
    "p3FFwzBztaV8MavKmrAQ3ebcR1Na7JiVCnEjANxxGdNaXMvaEj01EQpPy1Ga1qRW5bI2gv"
    "fmlEoFxNYHDmgdgY9g0Z8nlQoFeW6p1yuC74DQ02NsFucJRD1FF1WKZyOIUVbsWQmz9NXM"
    "IfE9uPmEwFCp8kensvD9Fj0hEM+6Y4E75gdTJQ1xBjZhDGKg/UBpjgC12GrmMyE4BDFd8X"
    "ccWfI3WKuaxnbLp/QX8o+kPRH1ppl3pA5yljfSu7p2cor3Me8C+tf8COnfKjxx4g7bf/cH"
    "/VatdJ5J8eu202Ot3+1ffOH3USfu+xH83W11/lRqD+tx77+/fm92adyI8e+63Z/Na//9Fu"
    "PtRJ+D056eZERMWLKrwvU1PhfX5JhffJ9GIB7TyLOy9MhAuFdpgFtx9rZpNZcBhgcIyMYa"
    "j/VOLkY1JIy7/G6Yp1eDe57gdKdxVAY0JIc2Fl452RhljZuBQDs4/KxiFn8taLG6fnV2QN"
    "V8MaW1T0pAzzCkenh34pqrB8+egfMsGf0YWXYvHEoRiyn09gQyaAE+wC7M5tVlfJA1FuDl"
    "L5R3wq+qoGSQSPttoi2AlrMdeIQ7N2DNvZvXtsIClI0e50thx8gUwHCN5yVClqVfNZkZKq"
    "AgHjXpqGnw8i9zBD7g+5P+T+sNIAVhrQTYE90JxzrDTwFns9gw/EEtA7LgEtusvMLlRbUM"
    "AzFMESnhnrkwZltfW0UXfGYe/d2bqjIf7Gva1YeXTHPlePjajkmQtFdu+WixiRw7mYWU3m"
    "nMJt92EvbicxFUvBrtMXmmvBaeMHvYib5mRcakwr82GBCKJZ6EUEpDbgkul6lzlIRFc7ZC"
    "LjCf1cb8rP1RFWyApHl2pSK+npcoLWK11dDd9nBB4mYkiPjiwN5qio8AlfEPETlsHmpd6W"
    "oUPqmGOqIs3B4+OcpjxZm700eph0m/Fr6GHSqjci5UPFGjCpUukyFEAKL8PQ3au+rRu4Bx"
    "62dzxwFmjc+4ox0xTcgw8yO1hctdW+/y6zbGRgaobiHTlbqHOrXJ2+HyZbRt2W8VRe4qbp"
    "OmTOXNMiDp/SIR8vZeiWzfk0kcfJH8lAVp4dnJKBN1iDKDCpWAsl26Gexu3IRM9H8YuJSv"
    "hP6OU7f4YeMxbGshZNOlUXho1vIJ8UckmnhtL/hdZFWnJ7m0SCLATFyc1vpKkwMV6o95j+"
    "QfkU6saM95jF2ZPMkoWnUj8XslkHhvNMIetV5rB6khISGTfnbanz88Di/LlvPInhPcAEVz"
    "RB0ASplOBqeitfFSdEIHSEUTnH5H+QE2i6c/PjcAKB3bnPT7b1fsTd2OdnJdzY52e5bmw4"
    "lYgXCZadNMKFfuy44A4d2cGRg/VkY5YjZjlqjShmOWKW43YhxSxHJKCOD1Zt+acfdDgR+l"
    "rDdel05p5kcFCJFrUiHmqh2vaNSONSW1m5sHcSJAWKS5qQ71cP90iy6YjCMWIwB4iTsceY"
    "LL1NjKHwGOPe2bT7d/OXR/5Ft0W1hvyLVr0RyZSZZy8RuS7gUABdwFhf6q0wWVPTskyHil"
    "84zohjz31ZkmL4ymS8MkL5dOeOQG2cYQnkQpuQwo1X08BS286q451PvwYCGpeKXJN/vSyV"
    "BnlZkAZ5mU6DVDpnJYI7kDg+iN+/K5tqWphrmkLZtwkqqogJMSRfi8ktH64NsAWeRXoTue"
    "JhIryaN0gMMg2Zg6AX8qmDaEet5g6iA6UceaA2UZbbOzvCXF8StRE1oWw84ybUL/eewKSy"
    "9BCcc+bDf9KRSx65ZfGFqloko7xLFk/f0X29eukyXmRqjCn5eeAnug+CsBgwfYeGQ4lhiV"
    "tgjAhyFMhRVNtQSb6TlfdTikrh8p9hdeXUSClT6cAT3mGcxrdm+6bV/lpxqPpideJ96bGH"
    "ZvfhD3nI/9ZjN83b1u/NByhpEHyFow15oHGTXF/K6MOfSyjDn3M14c8pY0Nx9qIX5qxKzk"
    "ZKbnckxLtt2R0bNpQZ/dNdIxc+IoZ58Dqzd1j6Lf9VOswiYGVKvz2azHQma3V7QhTfbp3f"
    "bpvOLGMJymzFwKeEHEY/Jehjz0yuCGtCDBXvJKzASlTFNCKDgBYTmf742xyR2Yxc8TARXk"
    "1kJt7a1bFlckhuAOOmf52jRTby7mrIDweDO58fjo7/1fxw9P0rU0IfqFOJkUrIc2BDyxSd"
    "m92sx3psoPCVs8eAgKW7JFNqMNHMsk7JwJmBhtt36L+CHETLcFyPHJbZfpDON6QjPqWRCD"
    "QZZAZF8YXZPCaMi7a8x0R3j6gNjLKsgg+De+yID9OygBC2VDkSHwK4IX98rBGHqzuJy0zE"
    "L4LjUxP2yhQPOJbhsqxv9G2+GBBppjs9Ng6p6SfxhZH5jMi8p/AnyEsatg312JBURlIZSW"
    "Wsrr8vCg0plnyoj5diwer6x9brGYxLqrr+3LayHUc5Xa2a61wRe82Ip7NyEU9nRRFPZxkR"
    "TxGVNg10ftHkhJgehZPhfkdTOBlr9O+7B7B4+45T3semA79/nTU+IYpeFH3W9LQqF6MhKl"
    "hFKTkML0glOAQUVMakZT7lpzjE5I4pd+Tz2dn5+cezd+cfPl1efPx4+eldgHH6VBHYV62v"
    "gHfsrVEdkPIQ7JVlfZC+xpN8jtVrUCvDsNph2xKF5Gx/I06PPZWsoQmMJzCRMmhV9A4nEc"
    "IRSE4y5Tb9Qp5U1TVZ/UzJjcWRrCLOW7sPspr68WjIaurUG7jU7HWpiW0QwquDH8og8GsD"
    "jwR0foccJhVZhoDGGCUMqdE28KNMSM1erZIOFXNfUeSH16CUVeKEbUtEfQgdHyp2qYCMcS"
    "wNz2BBAEVdnmZ0QSHcYcFPSVf8L57FMkeG1NigGPTCNl1KBi+GNaeDmozVgBkPgjRSdsrO"
    "7txjsmj1wFMp+yPLMKd9DyxnIIM6HNGwBlmJcK8Ft59lFWpl/qha1uIcPCzaQWgHoR1UJb"
    "oD3sgqTspA4AjdlFvZAhz17XWGsE76dSm3ACrYqGCjgl1Zwe6KmcsyGW25dJqlX8fOF6rX"
    "rteyb/pNyxXslHHGXnjzbCZGwJgsTHdCDLm4y51T5B6LUveUrnHTXdbIiE+nsmqG0EQN59"
    "lTR0EjVZsxCs3UoZSpa0EUtBBPKdm7foAes0FNF6dMRgZqZxYHNm55VFU6onHXYli54m6y"
    "KAeEhwdVAkR7FUs+kPcZeOGeA+KAoi8vo2LGxcM8cer0GDyCjEH/EdPZDTKzzRfxvsFtKR"
    "yfmOOxeORHm09hBxsK1Uyn1H6CHS4dTgZTDjtqD5eDCCKBLiYBgBZgLaAhgIYAGgIVDAGs"
    "x3mUaumzwDDbvFtdvMSX1dnSO7l+aAqcb+rE+9JjArKvzb4Y+u2vcDz2b481Op3W1zac8L"
    "+JY9fd1u+t7h/imPetx67v7+6a7a64rvrSY91G57f+jeinOgm+9thd80HeRn16//e/t1XD"
    "6H9wzfbvzQf1tP5XWVKl2fUKqjTlkQfR7feyxor/Lak5lLJmz8sYs+f5tux5qrIKzGP91w"
    "yp+BW0Hlh3TQj8gy6ETzFIvrX6vzVhjKgvYqD90ek278QIk59rdVGZzY7e52929D612ZGn"
    "06X7Jz/oNiKiRyQ03PZoIqFz0n8Lasv6Ajq/HWsSbB/K8Gsf8um1Dyl2DUueHUXKn2bxyh"
    "svdu9Z7RWHaUIM667EUR1WxXOISGYj6XFJFeGMSyGmuAXiFuEEjrMqNxSK4ODEDftWQbrh"
    "DfuGm6gQf/T7yQ2LK8JnKVEbgLURudSRApvQHVfD663mG0D3OrzSkYIb13xWYwsr0QaA7X"
    "qXOVJUI+v1/l3U//lfYoqk0w=="
)
