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
    "eJztfW1z4kiy7l+p4MvMRrCOab9097hv3AhsMz3s2NDX0NM753IDBCqM1qKKkYQZztn977"
    "ey9P6KhAEX6vxisFQpiadKVZlPZmX+T2PBdWraZy1qGdN545r8T4NpCyq+JM40SUNbLsPj"
    "cMDRJqZsqoVtJrZjaVNHHJ1ppk3FIZ3aU8tYOgZn4ihbmSYc5FPR0GBP4aEVM/5c0ZHDn6"
    "gzp5Y48X//nzhsMJ3+RW3/3+XzaGZQU489qqHDveXxkbNZymMd5vwiG8LdJqMpN1cLFjZe"
    "bpw5Z0Frgzlw9IkyamkOhcs71goeH57O+53+L3KfNGziPmJERqczbWU6kZ87GYXHGqNRtz"
    "cY9duD0ahRAaApZwCueFRb/voneIS/n7+7/HD58eL95UfRRD5mcOTDf9xbh8C4ghKe7qDx"
    "H3leczS3hcQ4BPWFWjY8UgrZ27lmZUMbEUngKx48ia+PZhHA/oEQ4XBUHQPihfbXyKTsyY"
    "FX4/zqqgDQ31uPt7+2Hn8Urf4Gt+TiNXDfjq536tw9B6iHKMNLVQFhr3kN0X33008l0BWt"
    "ctGV5+Loijs61H214wj/o9/rZiMcEUmgrBtTh/ybmIadmitOAO0CcAEMuPLCtv80o5j++N"
    "D6ZxLu2/vejQSH286TJa8iL3AjoIcJevYcmU3gwESbPq81Sx+lzvBzntc2fWpxvkge0Zj2"
    "JIGEXwy/z1uy2i/QgRlrmXuicCmjQZNtK1mjxyiZzjX2RM/I2KZ/joll2NQmkw3h4tSSWk"
    "SMJI05TWIwMuWLheEQbunUOmskuuy119rz2vn1a+euwuK5Whn6Gcjs8lpsX0Mb/2u2YlNA"
    "nZhU0+erydmz4ZzBXT+4f/934/gvjXw/Lt7/LfkuSByKV1a3J0fVkI8J7bMDysxLOV0g35"
    "+zkfdofDYS7wu3lOyNEH3xdqVxvzGechVGT2C7xngCq4CnNP58fn5x8eH8p4v3H68uP3y4"
    "+vhToD2mTxWpkTedz6BJxpYIX7WMDHjArIKW47evoZrzvoyW8z5fyXmf0nHs1eRfdOqMqo"
    "KclKsh2JdlwL7MB/syF+xqc3dc6tiT99solRVmZLlqjJ7Fb6hkCsWkajh6352XMYjO8+2h"
    "85SxKSGrNnajMq8YuZ5WpwrSexq4GZblncDAMRY0B81Mw9ITOfO/nODQLQB00Hlo9wethy"
    "8xG/OuNWjDmXN5dJM4+uP7xLAOLkK+dQa/EviX/Fev2072UtBu8F8NeCZt5fAR4+uRpkcx"
    "8Q/7h2Ldmst85aqI+cRXOTVRsbdjP9RihIaRlq1diYYJRZCGOU0aZiDNwkYGD+OdaRYRMU"
    "7YZisT03FsMg4M5DExbGKIQ3zNiKE3ic2JM9ccyaRYK5MSPiMWXxObTleW4WzEF+uF2oSK"
    "13hD5BOkGZoD3QOZG/UWeGRuVOqNt1yXd4L83amsyhaFXz6qrsXGJWuozTbED9R7zNx4s9"
    "qJaLfeBFyo3K6W+o69HpfEXlel1zNsGu/pI7yVuXqqRA567fdDq7xtnMSBKUH5WQFav30N"
    "GavzUj788wIf/nnah287mrPKsB0B4TZbLSTKHfFUGpvS9EAOpI+Hd6N1O+j83q6oTHlS18"
    "T9HLL+1/6XdveufXdNgq9DJgy/fqf7+Zp4X5KGytswizDj/7ewfSp5eSIyR+ycr4PbQ6m5"
    "CVfPZRlXz2W+q+cyFc6ysizKppsqKEdljoly/+44KF+UAPkiF+OLJMTe0woAV8yxKiGdIX"
    "pUwI+Dd5mpI3/mSE0cC81+HkHMlTBA7dGMW6MXg66F2ZZG/oZzYcKybPALr5Pohom40KH6"
    "IThyXCv6pte7j6miN52EV7779eGmLWZ12TWikeFEnPWKMIYPdDGRHFiKMfTONIsYw0XYZi"
    "tj2IKQKpsziKYCys4lQj7Bv86ae//axJnTDdEsKg+617fT1OBrL4YcoHqsE3KAKvUGcoDI"
    "AWbijGwQcoDY6+U4QLrQDLOKQRMI1JGquipjnYtWBZt5UvY5UoGHpQItYQDuSgT6sipj3e"
    "h967Yfr4n8GLLW3UOne03kx5A9tLqtz3DW+yLOf253B+I8fAzZ7532NzjtfqpBC54gd9vp"
    "/t4ZtKuSV77YNfG+iN4pQeeq0UumZjsj23hiI4PtoBNkiO9BMVAsJO509YC0+ufyL1UDge"
    "NSGAqcwZqlIE7j+wu3qHhVfqOb1NyXgDTFfJ0krOHRyANY2jrgshLjSgAgfjZ1ycnbVv+2"
    "dddu/Odt6Mg+FUZuZgCjd6ZZREfaYZutdORgTslcs+cQNagRV/KMwFFxfdOYapK8WWgbsr"
    "YMhxLDIRrTCYNoQgIWizhyLSRFLxpikJCA75nyxVITozZNWh7nlkhtqjZpNZHaVKo3QvTz"
    "N0BtV5VPYRtU40ur3//WexQKsP9tyKS63Bp0el1PdZbfh+yx/ctju//rNfG+wBFxXfhffA"
    "jt+ktn9Fv7D6Feu1/U0KRhQk134YD+lcNN++1V7ra9qMjtfw5i2nFqa0OgId/3up/95sn9"
    "Dso4KgdUW2TpBfJ4oVbg+C1KuCiZEJdOxLnvU/zBFqsQlZsL4EKZvsiSUrgyq7cW4MqsUm"
    "+g0xGdjsdeQ0/U/YROx++x18s4HdEldliXGFAtlRWDmBAyuYVMrovVHohc3zY4SUy307ix"
    "MaUSiwu45weWRs42t9ltoyoRpt/mnKy59WyDLbaeG9O5NL7SFltRQzTSVJspmmikKdUbkR"
    "davpxVnZpRIUzMldzVBZNe1eEciCCcxZqFTwUeR69QFNLtikVkRGWrFelJYA+olna7nyyu"
    "salPJYWtyx1j5jmgs1S22PlCpY0lW27V2vp8ITQtgW+YzcfFCfL9ONzUm64XnE+4viHifp"
    "TYlNpnpOMQeExbaHBCznCgvTbhK8cVmAtRW4gJ1e4vB4h4cJ7DLVLq4NGfYMhEQ+nQX4kR"
    "a0m/gXvHH8Rx42kOWY5mcJihToo6Keqk6NIP58uHdhf89RDUGnwdskGr/9uo1e93PsszsX"
    "+9s3df294J8W3Ifund3/e+jb5+cU/E/h2yb+2bX3s90bTTb93cwyWTR5LTaKmd42XouIt8"
    "Nu4CUzFjKmZl4N7PhAUzbkVEIyJIJaOj8zuMpwfleYc+jojhfgmV+3eyqTglBgI4ISJHew"
    "BIizaeIAHmj589EGDxWeCYqKr5+m8HNZj6VGIUWyvdcNoyKVcGnxg52yyscgrtRjRoWKpA"
    "nGx+RsYQ6T0mUw6BgZJikyckM+f4O3EmdCbGEzGcT0DpkbFHf4hfyQwhnV01bt83QHpPtd"
    "m+ifSeUr2BpeSiUcFHLiWHJXdqaWJtKwG2nS4/nXJgjYc2pGIExhw+03vZhqz/R3/Qfrgm"
    "7ucu5DYWD1PRcIviKbCY0LlmzsRqVwXTpBzimhqnFcvWhxIqTxs7Ol72X3CUr5wpz4vq3z"
    "5RR8RVhrtxJ5a6awJ/5W7kr33wO3pfdpmRP5boh4+53fAxlQuLana1YR5K7IS7YpNFHNyr"
    "Unsrrgr2VlxlVB54S3eu0nDXzpurGNp7cj9i2cVjll2MKSG6Ls7mZL7L0UJCkRpOGFdlJo"
    "yr/AnjKr3+iZ9pZ08YRWtgVKp+OO+/5kh2SpMbg2nWJhvjnKQmk43jTiz1mTpuvNkgmDoE"
    "jjedbuvxj+y8JjcZs8fNH4N2S53MJo90Jh5sPuDPNDP4Ona+WeQusdyWIydoWsphYhrs2c"
    "9JZkMOhR9sIlYlg30i45UtQ2Jk8dX1nDKIcl5rNqF/ueuWTmbcDWBm9C8n21+y5+uju0Q9"
    "DQjdJSr1BobD1TcDRJm8H/SvpSGutkOvxyVr2Osn0sulPDje2lm1jyNiGASpcv962lJVgi"
    "YmhcF7xcF7HlppgCvHmfXDK50msNsjzeJDS6VwMx/8zMTRQb8UZY4OG5VIEznTFoa5AZvG"
    "M7mINLlsdwPphD5pjKwNZy73kkKe/r+DsWPRF/4M20yFjUOZbhPNNL19nhlJSg52F7SfVJ"
    "ufmmg/KdUbaD+h/YT2U+31a7lS7vRyxyXRijqFXp7QqSZM32quq5Ro/fxX+w8sQE/soT2x"
    "uKkPN/Upwwoom9Wqw14MJzenVeRss4gaMOLtSrADwhz/O6z7ZK1tIMMoeDA1KFUvLkR1L9"
    "PTJ2Gf265BD75P0WzsVoQaN+XOMapnUQL7vDTyAKrNR03kAZTqDeQBkAdAHqD2FqI2ndLl"
    "bm93QhSZAJX7Gfme76GXPV14VDmFUEoQNzcg63AASJF1eINUQuHLfUx01ZwGtoObmgpVon"
    "W+aLa95pb+SO3sUuHxBs0icmfpNR1ZQdsqBM+SWgtDRo4QhxNxBaIR/5JN8qKZhhu/rhF7"
    "zi2HSDWhiNbZ+YJI5qg2zTeRzFGqN5DMQTIHyZzam38YFF/v/kUjFI1QZewkZV3fraUh+q"
    "mRlXrVPdMsTLu6NEbPtGTK1RYRTd04dHvKxRB0Kx2JjzVrkulKmDAOodp0TsQcSyYbv1iS"
    "TaQ2JYyZhbYhOg/LHSWMo31fHk0l1SajJppKSvVGiD6kNs7cHpWbbzUicbycq+8OBKKXcP"
    "X83eWHy48X7y+DPKvBkaL0qulUqmh55kNdX8tztdR37PW4JPa6Kr2eYal4Tx/2uvxM9Xd+"
    "CLTfXuUMjTsGQJ+XShV4XpAq8DydKnDurSdl8fXb1xDf/WcedlXtNLz5aexCCcxi94osds"
    "hS7tIViq8NaZXA1GxntCNVmZRFvlLlnsags++hl33zrHLQWUoQ2elidjoEDBnqEgx1anyp"
    "xFLfi55/dFOkZzDVkbPNIrbaFO1GYab17Yz1t/lGMnM20SxKQDxNO+e0Qe5YtamiidyxUr"
    "2B3DFyx8deDU+URUTu+HvsdeSOq3GbpbjjdwXc8bs0d6xZ07nxstuOv7gomuXqvEbu7Jmy"
    "Hd9ol4KxpKbBaCNrg4J/rlm4NyHaansYDiPc0qlFdZkbYmbxBZkZlu0Q0b+OEIUNBRrR6d"
    "QAHSsj0GaHC6A5pJ4CjuaQSr2B5hCaQ6gYozmEvY7mkLLmkOguI7uCb+7aFBU53uJ0SJj3"
    "vD4ZdvCMKVRvOBfqDMtRdWOCyYpuQvJQ4AZHjlzRrde7j81DN51BYux+haLtP76TQ1o0Ml"
    "znVRpzNOvRrD90oQlHe8q06d0TzcIiE0GTEptqbIcu3aJ5Pg9wRsZQA28kLyMMMntMulD5"
    "QTNNvrYJFebChsiTXrmHUDJt7O//+sgFqGd9IhegUm8gF4BcwNHV2tO0CpEL+B57HbmAt+"
    "cCpgKNJ25lRFcCxm22WqRiK+MzakReZcwbvS/t7jWBv0P2f7627ju/dNp31yT4OmTfeqKB"
    "+DNk973+4JrA3yG76/QjzaP/JbXst9m6g2TO/hWMpcUn2sQwDSfjvciHNS6FyGYga3FHqO"
    "4jbeZQa6Rrm4w9Z7n4ZsruhLJiXM3eQaZ/rgxLKDyeJZiCOH9bX4bo8ff3RUy/ycowHYPZ"
    "Z3C/t7DyDrLrL867VOmftOSrukexF+HY/YAEcn0J5Nh67hGXFfmvhBhu1SreqhUNYHvlRq"
    "1oxNxpQrt9q1ZidKm0Uet2ZTvcNfwaGb6P6OlmkQdkKht6P7lZstY2NHZLXoPPwSV6iXjZ"
    "qQ4RiZDpS27U+kTGz3QzlhWvxDF4RFn6aho+nD3OLLO99xugK0S1WaqJrhClegNdIegKOf"
    "ZCfKKkOLpCvsdeL+MK8VK0lvWEeM1VJuV3dITsv4Q1epkO62V6Fj9tVw+TL6sy1o1B+5+D"
    "awJ/h8yNX7wm7ueQwdxxTeDvkEH0Y7vVvSbelyG7/bXXuRXn3U81fErTOTem1fLBRUSQME"
    "aiUg0uS/EVXqlI13uhN/X5yprSRlZynvBsszA5j2g3ssOGJZLzUEi4I1PvTPmCyo2oWfl5"
    "8poh+aKeuY/ki0q9geQLki/HXpRP1AxH8uV77HWMQ317hgAtHLRwDmzhDLSnRoZpA4ebRT"
    "aN4zUo4byGur2uazlMJrrQrGdIsmM48yx3dBkRtHHU06rRxlGpN9DGQRsHtV20cbDX0cbZ"
    "h41zVcbEucq3cK7QwEED59gGTvsvh1pMMzuZUbuRs80ic4d67TxdtIwLRxgvGuNgmhB7Yz"
    "t0QaaaadrCrDHcYNpPxB1qEEAbDbpdcPZETDG2XeMny++z12ujIaWe6o6GlEq9EakJKN+2"
    "KvpAKFFDjeAgrGdiri0LdEKshmgfpISoYY9gPUgjvS1Bny91xOx8/ux+ssn5ZCRItak7Io"
    "J77Yr32gFUaWgr77O79y5zmpBu32MXGVEq7a+TsOdEWRUr536/b9fK+3xBJ1zfkPWck4W2"
    "IZPV5oyMxYhwVvaYWHRJNceWGrOfwwXy/MFWN7m/vEls7volNEZkP4t2jNjUEhq14XxKqe"
    "qHvuGQjcFXIi415wJkcRvR1KZgHJOZaA/b9MhE3FLaDPCdTmHP3npOGfy71iB0jL1QS4xz"
    "2NXHIMUhmc41JjqJaE9iIJ2RllTc3OcQEkO2oBacFoOMB4YIpEkUz7yxiWZ7l26SGbfkj5"
    "MCsJNwQoVloou2TSHo3pGvZRybe9KmlF3L32/onvPHAQTokNkr68V44RYaLWi0oNGC3h/0"
    "/iing5yoHwC9P99jr5fy/qz84sil/T+BRC0ZiFIERAH/kKQfZHWtUVUnW1xqJ6AV8/YcgV"
    "cztR2Qjgkh0KWA/hefjBzDMSsBHROqH9AH4S6nfLHU2KbyoE7KIdyl4F7TiQ3UZgWkIyL1"
    "A/mqFMhXBSBfZcR867pQXyptM46IYOLD3fcTm3yqVZuzQ4n6De6LqxJj++Iqd2jDqYTvVO"
    "6AFc/taIZZyYWaFKwf2geZSlZOhqc6fxrxmuMUsvsUYtEZtaxqBmNUpn4DW6gRJTWRQlUk"
    "w5hhuniK0dIrJ1XenonLIeJlEXcTLNuG5zutwoAlRGtIgZ0u5ZVmOl3nZPZLtT0zUSitMv"
    "9V28oX9pRbGe9nrqcnaI81AzJqBmgO3G7HNyGUVniRafzaE2Nb/BEDvvX4IEa8+Dtkt717"
    "Mbzh7y7D+rLEqL7Mz0SXCgi0xargulAWfMWyHDB0KlqYOYGBGeLJJciVP/Ouo0zv7GP9uW"
    "vfdh5a9z+++7l5mQhQi6YFzIN8uhLKKZtWyrKYLa3wW7CrjVzGRM63kFMJF6GOxYxDqdHR"
    "armDpzHzArgzRmVlS/pXtKljvBjOZocuz5LHHle5x13fpbjgkgswdwkoyL4C9rrKve4WSK"
    "hCx4USauQOhdvWJnco3J5maZIF/RGKIEW6O/I6vCMOhKk7EKqd6oDCbSdp4SPuPgmOnO72"
    "Ew7BHLyaCzcmVD8d/lB0qbuvYpflPS6Jy7rSy7q/d2KXaOCELPa0yj0tt9mku3ggTO6c0B"
    "df4Hg8eOMN1DNI71+sJAT9eN/rfvabJzWH7MCuahtG4lKv2DFyOq9RhV0gntJUGdOoFGKa"
    "wtSbwifVB2tKFNFNqlA5SQDyUY2IIJoZyr9FNVuAUnELekoSsY1j6+6HHcF+2IrYpiUR2z"
    "i2fC1+c0VUozKIZxxPrPt8mMxAbpBqNVBjQjhQswLOKgIakcEhmgDUodqi8h78QASHZ2Hy"
    "mbC+UxzbndLPhFWlThLZ7TloYhNfdhaarDVrD/B+iVzqNGeB7egm1urt+Mppcw/g9v3r1B"
    "XZ6PqyHVaphu4B1gfq7ymv6XQQ1de3wwqL0h5QHXiXqSmmkaV7O6QRE38fS5i42mNwsZri"
    "m2ZFtsMcJf1wXtiOcQZJWgZk6QbYA7634ZVqC3DUZVJqAGeHbeyAbXCl2mIbdZ1sxxa46z"
    "0Ae0dPOIB9O6oRhn87pBF2dU+WWY2RTVPRqqUHbS9gA3hOjlD3ZHNrIWYatNteu4wR+ndo"
    "TrwUC5CbU5MJAa8hyyWMD91NZOnmvDRkIealZlE9o6zZa6+GOS9V44NAEHNeqtMbkZyXmr"
    "mqFOYYCKi8bXXHGMeLUnnbLgoSt12kM7cxbi0007BppSz9cakaYn1+VWb3o2iVH016ldoB"
    "KQa74VRL4RoVOV4O10PCvOfNvYY9EralIRpnDOBtxQ+ikhiCXiEEXWA34WKV2QX0iCBijl"
    "UnFHH8YdWJcnSpulUnvojuoI0cs9I92dxqVi6DdiVKYsvGxE0VHFqBn8g4VI/GYP61z969"
    "v2wSbpEuCLiFEoRlOOUrUyeMO149BWrZDudZNudBb4UGqWrzVBMNUqV6Aw3SI1WSfTNrVD"
    "G299D52tESRUsUrSK0itAqqrtVNNCeGjk2EZxqbrWIHK9ViVrZxnTulpibapZlUKhjB4fE"
    "FbKqX29pjVaJavNEE60SpXoDF8FD7bDQnqqO5EACwUSN4hgaRWK87gFSTx2oK6LhK6qSii"
    "a3WtzKOr1Zalr0dKGq5u5omIYtt6prPVnoly5DNvkHoYJpmzPSFc9gywAmr5gxKGeaRckz"
    "XToyxGlON2RNLRrWNZ4ZTysxBxC3ui9NqXsHvduQWWK5XohbuWFX1nRuvIj/UI9EPRL1yA"
    "qKz8zii9EuG3ZTgrjNNAPZyvUxo0L1o7UPUrVRYuatJDnZzrfn/E9dRGHwa1sDw+E7TUUJ"
    "MbTH0rBWnYciIjX0Yh5kGhKQvXYSSlxCZeRrOwfZVNxQt0cGG+Vsrr8xnvKr8mRI16hAz8"
    "/n5xcXH85/unj/8eryw4erjz8FLtT0qSJf6k3nMzj2Yr2S9vRVT826t4Ssqk1gBVieXEbW"
    "yikXMdFizsqOXgAkrt+cZq1EXGP6hDKQbkma8DbEdcsrVtTIYK2Dc80iylqLttpKV/f5gj"
    "pzoHglA7zWbKJDhLM24SvHo5TPyCNfE6F1rSxxXWLP+doWp5aW8SJGBUQ/U+Jwsp5z+kIt"
    "srbggOE0yXiyGbtbdsVpxidc36QY7GM/wJBRCcRa3E22duaUWFSbzq+BB9eI3OhNphqDqG"
    "6bUtkSYr0X/IXa7tXG8B3SbowJkzw7XCTgK+UP0TmFbcrIlSNXjlx5lUhwatnVImgjEscL"
    "oH13IBD3HT07FVPbjgU4YpI1tPYa4gfqPWZuvFntRKw/bwIuNP5WS33HXo9LYq+r0usZNr"
    "/39GGvPwtId2VFfVml6dDb1v39NYG/Q9Z+aHXEP/JjyB7aAv3u52vifYEj/X7rcxuOyC9D"
    "Jq4s/oW/Q9b/oz9oP1wT93MXUrRoGvY50Q+5lOiHVEEsw6LT7K0j5TowdgGV/Wqd7k3va/"
    "fumnhfhqz3deAd8r/t0iEfS3TIx9wO+ZjsEGF9THk1f05EROEO2HmzVMlCcEV14FKjfgVl"
    "4AVQHqVfQevLEq2RE2BvCiCfyirju+gCCdEaKgOnu/hnEP4euxLv4fwKbH77OkxVRf14iA"
    "psL4ZtTAzTY9l2Wa7jVzhiEbxBu9tynYJVFm1X6pq4n0M2aLce4L/Ww5B9eez83gLVyvui"
    "gDaFzi90fikJJxYZQVfiYSHd9x4YrCaw72oC6J09We+sn/I+wzkbyYaf75uNJN8vkwjLa9"
    "4kz0LpZ+DDBD/jes5NSlyvzhkZy0rKYyIO6rbrq7QpbNUhM9HFMlPyZJOV+mq/F0cXp2oL"
    "ZRNdnEr1Bro40cV57NX2RJ1d6OL8Hnu9jIuz6habGu+vOYxDhi/E7aogHErUgUhOZqu/KA"
    "Px1UVBtvqLJMRrOrEh7VoFjCMi9QP5qtQ4vioYx1fpcezVkEmD/I9+r5uzqyUUSa4JxtQh"
    "/yamYZ+gP7EAW8Ci2DWS9IIkJnS4QNI14maJ2GlhTojuYWU+nb5QfCFO61+SGajibwwEju"
    "jsegM7cG/+xhTR/VaUl1uJMJPyCooUFlFeYaMyud+FpcvZGelBzVs3cp9qC6LTqaFLdgpC"
    "8m0Z3K/ZZG04brJD+9PuRNgxbon0mHqEDNJjKvUG0mNIjx1bHztRogTpse+x18vQYzPDsp"
    "3q+bBiUvVjGA6SicbUdkA6JoRAlwL6X3wycgzHrAR0TKh+QB+E+0XO7K04Mx0mdGcUMZXj"
    "HVBY5SQtjIVOKhQ6Qb4S+UrkK/e8P8KLLavIoMSlMNg5sZEL6MmKiEZlEE8MxT9aKH4k0P"
    "WVgc6RuNqTxHV7pHN82tsePy5f6j0gW/sQ8ujshzsdjrTT4U29lF+4++h5rkr3fLOEv3K0"
    "DJpu91oy4hnCUCA6Wkzau9i1rLchxonupg/TpGvQsN0YfItmlaZ+/TWHbMiSdaxl9eqZuK"
    "LmX1MmK8My1ui6RNfl63XK2mfgiWfd+fKrMNavifxIzmClQv/KBP7lh/0lCUwsIh7B9qJU"
    "deuLgvLWF+n61lhHPDtM+LJUmPBlQZjwJZYSz4B536EQnm5XlZaKSmFKg22Wf44TYwfLP7"
    "jSaQJbxvSPDi2VDKo7qpmNDENKHi80oHS/RZkNznMYArD32KamSWw/F3T1YMzMHc77u7q0"
    "pTDaE00mNJkw2lNpFQejPWsW94fRnt9jr5eJ9sTN0IcNiBMGirPKiBkpx+eF0kcMIIFSgR"
    "XX+1iRwaxygrswe2UIkXw6JEWGaAu+Yllzm1DcF5qZE54VCCWnNVfqzJM+PfqpANy79m3n"
    "oXX/47ufm5eJ2LcA99RAl2l+2TQnmWmOuhCRqR+lV2bff/6u/9Sef/rXkk5hmZ2a3KY7LN"
    "OZF8CAQ3UW57ROJntqJ0U8Koh9rHIfY/Dw99HPGDyMwcPqvUYVWLY39nzVElMMyMaAbLXQ"
    "xIDsNwnIfguX9+liu93jjcHuGOyuBKaKBrsPNPu5kRGbIY83i2IzHL9FlbrgnOg8Vo7bCz"
    "iXRyBnvPdOu/EU4n+IAHHjyiEkgk7FU56RPqXMjagQUytEsouWC/dKkw2EXiRp5jd4hCEz"
    "bO9mhiNjPlrEgqrjlnwKAR7E0EMIvcXXMowe6oYTsM+vyVi2tEcziy9krP16Tpl8GJtaBk"
    "SV2ERfUSKzbTSJ4Z5ba6YpLyCeZ8jG8O2/xQ28quVjJixMMQLHbpVycVM3XF/8HKLNHBm+"
    "7z2RXzj9DB5kAW8WUAtjYmsb20fCJpptixecyuZD5jfEoBUMWsGgFQxawaAV9dzcpxm+gE"
    "Er32OvlwlaqZzK6XVpnJTr2cOHrTDu0ErOikCgDn78Y3srlpbBrVcUgo3KH9FZ1O09PrTu"
    "K2pZApZvEBP0bchc+Wvifg7Zr53Pv14T+DtkXx8/t6FYrPuZtOvKvBfvS7wVyTksfCfeYy"
    "AXu5M7M+HvkN22urft+/v23TUJvu7SKz+X6JWfc3vl53Tx910iYUIpdJmrs8yntTuXW9ih"
    "g2OC2Mfq9/FOKnxCFPtZ5X4GXnGXqToUw/5VuX9djpt6yk9ZwywuVQfb4QjGWcRJUH3KjI"
    "niK6XyK+U7cqoxHaFMDcmO92U2hbzP3xXyPrUtxPOOVXGBREQwYiixycbzDVZENCGGqMZR"
    "nVQNZJ1gDGs2khjDun9MIU6iIqAREUQzmcdfGDyVX/i4FGKaqLNCNb0ioBERzNZUHBYMUK"
    "WhrRwHeO9d5jQh3R4IGBlRGA78luHAfnKpVwLrZ7GqKaqRJXo7pL7+vgdYax9knbB1toM7"
    "2ceOi9rDOim/18JTlhDVErNATK9UKYD9li8WNC9Ru3uqWZyjPWxUIZLd1gw9FkV+Rr7NOX"
    "2hFsRmwxWFCNUhNFtmAGQ6WWgbSAkow6/duHOIs3a4mZGy/ZA3wuBs1ZTqJsHgbJV6A4Oz"
    "MTj72EvxiYbpYnD299jrZYKzJ1zPUK3zI4f99rXwVh47chg9Q8gRKwMncsRH5YiRwdgDL/"
    "Q25MUv3DT5+uuykcFeBOeaRfTFTLYarZblCIwBbP12w2W9cm0TanL2JLequ/zCD7a3VTy4"
    "NOz9/iTOypvCXnfY/c3XrEls7l5EFjDw9qSLjxlfMV3ujucrJ8VtvMEzDIXNSeQIJZ5Vah"
    "ftbZd8yZPxQhkSJkiYIGFSJfCrevLKutp2p2vL4e6M77Wf0fpB6+fNVfWt1s/bKOt3q6Vp"
    "TAXeny2+ylTZEy0KFXfdbzt6ChpvVd+h5z0tda7JZFauSgo5p5aaYdmgGUMGJ9hnTM+Ia0"
    "MIZdjiC+kOlI0+SeXZ0MPD8hGE0i3zSblexpTafuR7o9Kt2sSGSrdavRHPSZCzO6hcSgLl"
    "twk1ujIHQVfmIOh/7X9p3w4gB0Hwdcg6n7u9RzjmfUlOYGW2Fe05K8FarOvzDIU513kcCm"
    "DNXc99nFKn3njx/yJWscK1XzYoufQv/bbbibs1d3krdwWGEJ8Jlcvtklo2Z025lsrkjZCU"
    "Uob+8DUECel+lkjusW1QuxScbV5okUUJ484Z6ch1Oc3WHenGQzZLKAxCGDUB1ARQE6igCV"
    "hUE+9kRnqif/R73Tx+JhBJcjPG1CH/JqZhn+LiUwAogFHsgk962xPIwwWSLnhc7PcbK4ZK"
    "rZpKrbTXK87vURkMOInjORezQEU4IyJIuSbjd/i6KoEdSCCYW/hrvkb6ejt9HYyn7bE78C"
    "YjpFshjUx42zEN+PRXgppm809yedqObnR1Vsnh8kCtJ/pIp9yKW/UZp5tFfMsCGo6ssOVW"
    "tqXHKJFS4NNw2Q+BHyduTQwhz60J1b2gofUcIpDohqypRa+JoTfFD4FoOrkZi8lyIeMJnY"
    "nxN3YrcchyG2My56asMJLiXI57+yFz10LbK2NC7JX1Yrz4rI3hkCk4fKi48BhsQTuoIBJ1"
    "B3Emy6Ns3Agt0XTBX6iebOpdacjEp/hVfnP5XO5WtTHsUxuHDiO/SollbeAe8GsNdzObSx"
    "SJAwvxA90L216xFM2t5EJfKHMkSs0hGz/TpTN2T2qMrJjOYX+dSWfif9uP+qK6Id5vYhti"
    "akD2CdknZJ8w+Ot7DwryF5wqrGJUBmnFV9CK7spdBfpQAoF/BfBSS6o05H0BhP0VsEsNsw"
    "rsgQDC/grYpbZeBfZAAGF/Bexgx1RB3W+PoL8CdM9WrIJ7RAShfwX0YHXvlP8/Joh7CFQ2"
    "F4BnqfJu+e1f9WKdTn8exkrA/f/7iqX1yM+KeCbE0JOYPfFXHqdJORyuhR5afxjuwf1Vd5"
    "9i4o3FPAtHz78ZvNuI63ZckxOhSo7ab3Qy5/y55Th0scxMxZlo0Sxy167dtkLXDxuX8tg6"
    "4CKcEY2ISxov1Npch65Ai04pHCMas8FRqsuw9PV8A2ctKn1/jHtn05vf9n959Cuqtqw20a"
    "+oVG9EajOt/Mm9ZGh1KICh1Rmh1einrSXxsjBM07Cp+IV6BrmZ+7IkxfCVydmNsLIFanqG"
    "LzYX2oTUTsgqprDuG1hqWVnman5lw0CgflVCr0pVCb0qqBJ6la4S6uqcVRAOJeoH8bufSm"
    "EMzXJBdk8mi5+5NkHlAmgxMaQNi+ktH649EAaeRXoXueJpIlymhE9skCnIHAS9kE8dRDtq"
    "O3cQHSjlyAM3VlhGMdvCXN8QN96aUKYvuQD3jHhPYNAw081q8i86dYi7c51QbTonXObEMZ"
    "i7Ld7S3X/Wc2M6z2QVjnDfIQviw8lC0yn5cSxeOwN+/bjpi4DpO9FsSjRT3OJvyFEgR4Ec"
    "RSW/oXwnK7sNo1K4/J/4HvDGl3b3rtP9XHGo+mLXxPsyZI/tweMf8pD/bcju2ved39tyO3"
    "jwFY625IGWCpvDPc5e9MKKVcmFkJI7Hgnx06Hsjj0byjIfdnXmLiKGYVMqs3dYGyn/VTrN"
    "KjllaiPNDGbY8526PSGKb7fKb7dFl6a2AWW2moKYlMP4pwR97JnJFWFNiKHinYQVWImqmE"
    "ZkENBiItMff/sjMtuRK54mwtuJzMRbuz3CTA7JPWDc9q9TW2Qj766C/HAwuPP54ej4384P"
    "R9+/7fzwNxnDJTGyZd5SW3xLB4llNxuyIRu7+MrZY0zA0t2QBdWYaGaaZ2RsL0HDHdn0T5"
    "nAQiZR1WzHI4e9JBs2mdApX9BIBJoMMtP8YkeMi7Yc0nmIwWwBowzZ1iEfO+TasB3DNIEQ"
    "Nt3K0D4EcEM+m4WFlMRlZOVpKC9t2DbVxQPqMiU/G2kji6/HRJrp9pDpITUtyyWR1dJNnR"
    "H+BHlJzbLEaUzsjqQykspYfvrNKDSkWPKhri/FguWn69brGYxLqvz0yjKzHUc5Xe02Vzld"
    "8I4RT+flIp7OiyKezjMiniIqbRro/N2+CbHj76aP6AeTlWE6BrPP4H5voQocJoMK6Ooz8c"
    "uqpa9JiOFu7N17wLBBuxQWTxr/G84F0CzHYonKJTpgIgQP9Ur4Zsxxob/p9e5j0N90kpXu"
    "vz7ctB9/fCf7QTQyXE4irdjphg2/f5c1PiGKXhR11vS0KhejISpYRSk5DC9IbXAIKKiMSc"
    "t4yt/iEJOr096Rn8/PLy4+nP908f7j1eWHD1cffwowTp8qAvum8xnwjr01ShW38ijUR+lr"
    "bORzrF6DZhmG1QrbbuVXW8SC9EoQ3uqxp45XzH1CgYmUQasyA3KEcASSkyy4RT+RJ1l+ak"
    "5ZIAd7pdME7QHvg6ymejwaspoq9QYuNW+61MSzDlYHP5RB4HcGHgno/A45TSqyDAGNMUoY"
    "UqNs4EeZkJo3tUr6VMx9RZEfXoNSVokdti0R9QE1a8XAcQMy9Ng2PI0FARTX8jSjawrhDm"
    "t+Rgbif/EssnoQaGxQNHdtGQ4l4xfNXNFxU8ZqwIwHQRopO+Vodx4yLmZcMvZUytHU1IzF"
    "yAPLHsugDiiN0oRdiXCvNbeeqRWYP9qEryDmRD4s2kFoB6EdVCW6A97IKk7KQKCGbsp3Zf"
    "MyFKVlSPooUd/eZQirpF+Xcguggo0KNirYlRXsgZi5TIPRjkMXWfp17Hyheu14LUeG37Rc"
    "wk4ZZ+yFNy+XYgToZG04c6LJxf2MdBxZwNBVg6Vr3HA2TTLli4XMmiE0Uc1+DuoUGnZTVh"
    "IUmqlNKXOvBVHQeUUWj/kAQ2aBmm5ALcewXmETVHqZpSMady2GlSPuJpNyQHh4kCVAtHdj"
    "yb1Sjl64pywF6V3GjRkXD/PEqT1k8AgyBv1bTGfXyNIyXsT7BrelcHxu6Lp4ZL+oIoVspr"
    "IIpS1Dw916jqPJZhxBJNDFJADQAqwFNATQEEBDAOsmfu9q6bPAMNu82568xJdV2dJr3D62"
    "Bc5318T7MmQCss/tkRj63c9wPPbvkLX6/c7nLpzwv4ljt4PO753BH+KY923IbnsPD+3uQF"
    "zX/TJkg1b/t9Gd6KdrEnwdsof2o7yN++n9P/radRtG/4Nrdn9vP7pP63+VKVXaAy+hSlse"
    "eRTd3pM5VvxvSc2hlDV7UcaYvci3ZS9SmVVgHhu9ZkjFr6D0wHpoQ+AfdCF8ikHypTP6rQ"
    "1jxP0iBtof/UH7QYww+blTF52X6aLz/C46T7ENJ1ZXLCsSGm5bm0jonO2/BbllfQGV344d"
    "Cbb3Zfi19/n02vsUu4Ypz2qx5U+xeOW9J7v3rPaKwzQhhnlXsODcYZD0uKSKcMalENOMLV"
    "DVAI2I4JqUjBfU7Oeq3FAogoOz0K1ienX2XulSqXu5vsj7iaX6jl6qz9eG9gBrK3KpmgKb"
    "0B23w+ut5ntA9za8Uk3BjWs+27GFlWgPwA68y9QU1ch6/fYu6v/8fwduk9U="
)
