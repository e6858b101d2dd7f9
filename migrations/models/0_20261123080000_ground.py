"""The ground: every table of the first release, its keys, row security and functions."""

from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True


async def upgrade(db: BaseDBAsyncClient) -> str:
    return r"""
        CREATE TABLE IF NOT EXISTS "aerich" (
            "id" SERIAL NOT NULL PRIMARY KEY,
            "version" VARCHAR(255) NOT NULL,
            "app" VARCHAR(100) NOT NULL,
            "content" JSONB NOT NULL
        );
        CREATE TABLE "tenant" (
            "id" UUID NOT NULL PRIMARY KEY,
            "tenant_id" UUID NOT NULL,
            "version" INT NOT NULL,
            "created_at" TIMESTAMPTZ NOT NULL,
            "updated_at" TIMESTAMPTZ NOT NULL,
            "slug" VARCHAR(40) NOT NULL UNIQUE,
            "name" VARCHAR(200) NOT NULL,
            "status" VARCHAR(12) NOT NULL,
            "timezone" VARCHAR(64) NOT NULL,
            "currency" VARCHAR(3) NOT NULL,
            "default_country" VARCHAR(2) NOT NULL,
            "mask_contacts_for_viewers" BOOL NOT NULL
        );
        COMMENT ON COLUMN "tenant"."status" IS 'ACTIVE: ACTIVE\nSUSPENDED: SUSPENDED\nCLOSING: CLOSING';
        COMMENT ON TABLE "tenant" IS 'Its `tenant_id` is its own id, so that one rule of row security serves every table.';
        CREATE TABLE "member" (
            "id" UUID NOT NULL PRIMARY KEY,
            "tenant_id" UUID NOT NULL,
            "version" INT NOT NULL,
            "created_at" TIMESTAMPTZ NOT NULL,
            "updated_at" TIMESTAMPTZ NOT NULL,
            "email" VARCHAR(254) NOT NULL,
            "name" VARCHAR(200) NOT NULL,
            "role" VARCHAR(12) NOT NULL,
            "status" VARCHAR(12) NOT NULL,
            "last_sign_in_at" TIMESTAMPTZ,
            "manager_id" UUID
        );
        COMMENT ON COLUMN "member"."role" IS 'OWNER: OWNER\nADMIN: ADMIN\nMANAGER: MANAGER\nAGENT: AGENT\nVIEWER: VIEWER';
        COMMENT ON COLUMN "member"."status" IS 'INVITED: INVITED\nACTIVE: ACTIVE\nSUSPENDED: SUSPENDED';
        COMMENT ON TABLE "member" IS 'A person in one tenant; in two tenants they are two members.';
        CREATE TABLE "invitation" (
            "id" UUID NOT NULL PRIMARY KEY,
            "tenant_id" UUID NOT NULL,
            "created_at" TIMESTAMPTZ NOT NULL,
            "expires_at" TIMESTAMPTZ NOT NULL,
            "accepted_at" TIMESTAMPTZ,
            "revoked_at" TIMESTAMPTZ,
            "invited_by_id" UUID,
            "member_id" UUID NOT NULL
        );
        COMMENT ON TABLE "invitation" IS 'A one-time way in for an invited member; its token is in `secret`, hashed.';
        CREATE TABLE "team" (
            "id" UUID NOT NULL PRIMARY KEY,
            "tenant_id" UUID NOT NULL,
            "version" INT NOT NULL,
            "created_at" TIMESTAMPTZ NOT NULL,
            "updated_at" TIMESTAMPTZ NOT NULL,
            "name" VARCHAR(200) NOT NULL,
            "parent_id" UUID
        );
        COMMENT ON TABLE "team" IS 'A node in the tenant''s tree of teams.';
        CREATE TABLE "team_member" (
            "id" UUID NOT NULL PRIMARY KEY,
            "tenant_id" UUID NOT NULL,
            "member_id" UUID NOT NULL,
            "team_id" UUID NOT NULL
        );
        COMMENT ON TABLE "team_member" IS 'Who works in which team.';
        CREATE TABLE "password_reset" (
            "id" UUID NOT NULL PRIMARY KEY,
            "tenant_id" UUID NOT NULL,
            "created_at" TIMESTAMPTZ NOT NULL,
            "expires_at" TIMESTAMPTZ NOT NULL,
            "used_at" TIMESTAMPTZ,
            "member_id" UUID NOT NULL
        );
        COMMENT ON TABLE "password_reset" IS 'A one-time permission to set a password, valid for a short time.';
        CREATE TABLE "secret" (
            "id" UUID NOT NULL PRIMARY KEY,
            "tenant_id" UUID NOT NULL,
            "kind" VARCHAR(12) NOT NULL,
            "hash" TEXT NOT NULL
        );
        COMMENT ON COLUMN "secret"."kind" IS 'PASSWORD: PASSWORD\nINVITATION: INVITATION\nREFRESH: REFRESH\nRESET: RESET\nAPI_KEY: API_KEY';
        COMMENT ON TABLE "secret" IS 'The hash of a secret. The application may write it and never read it: a definer function compares.';
        CREATE TABLE "session" (
            "id" UUID NOT NULL PRIMARY KEY,
            "tenant_id" UUID NOT NULL,
            "created_at" TIMESTAMPTZ NOT NULL,
            "expires_at" TIMESTAMPTZ NOT NULL,
            "revoked_at" TIMESTAMPTZ,
            "revoked_because" VARCHAR(40),
            "address" VARCHAR(45),
            "member_id" UUID NOT NULL
        );
        COMMENT ON TABLE "session" IS 'A family of refresh tokens that began with one sign-in; revoking it ends all of them.';
        CREATE TABLE "refresh_token" (
            "id" UUID NOT NULL PRIMARY KEY,
            "tenant_id" UUID NOT NULL,
            "created_at" TIMESTAMPTZ NOT NULL,
            "expires_at" TIMESTAMPTZ NOT NULL,
            "used_at" TIMESTAMPTZ,
            "session_id" UUID NOT NULL
        );
        COMMENT ON TABLE "refresh_token" IS 'One link of a session''s chain; `used_at` is when it was exchanged for the next.';
        CREATE TABLE "api_key" (
            "id" UUID NOT NULL PRIMARY KEY,
            "tenant_id" UUID NOT NULL,
            "version" INT NOT NULL,
            "created_at" TIMESTAMPTZ NOT NULL,
            "updated_at" TIMESTAMPTZ NOT NULL,
            "name" VARCHAR(200) NOT NULL,
            "hint" VARCHAR(12) NOT NULL,
            "scopes" JSONB NOT NULL,
            "expires_at" TIMESTAMPTZ NOT NULL,
            "last_used_at" TIMESTAMPTZ,
            "revoked_at" TIMESTAMPTZ,
            "created_by_id" UUID NOT NULL
        );
        COMMENT ON TABLE "api_key" IS 'A key with scopes of its own, cut at each use by what its creator may do then.';
        CREATE TABLE "lost_reason" (
            "id" UUID NOT NULL PRIMARY KEY,
            "tenant_id" UUID NOT NULL,
            "version" INT NOT NULL,
            "created_at" TIMESTAMPTZ NOT NULL,
            "updated_at" TIMESTAMPTZ NOT NULL,
            "name" VARCHAR(100) NOT NULL,
            "archived_at" TIMESTAMPTZ
        );
        COMMENT ON TABLE "lost_reason" IS 'Why leads are lost.';
        CREATE TABLE "pipeline" (
            "id" UUID NOT NULL PRIMARY KEY,
            "tenant_id" UUID NOT NULL,
            "version" INT NOT NULL,
            "created_at" TIMESTAMPTZ NOT NULL,
            "updated_at" TIMESTAMPTZ NOT NULL,
            "name" VARCHAR(100) NOT NULL,
            "position" INT NOT NULL,
            "is_default" BOOL NOT NULL,
            "archived_at" TIMESTAMPTZ
        );
        COMMENT ON TABLE "pipeline" IS 'An ordered way from first contact to a decision.';
        CREATE TABLE "stage" (
            "id" UUID NOT NULL PRIMARY KEY,
            "tenant_id" UUID NOT NULL,
            "version" INT NOT NULL,
            "created_at" TIMESTAMPTZ NOT NULL,
            "updated_at" TIMESTAMPTZ NOT NULL,
            "name" VARCHAR(100) NOT NULL,
            "category" VARCHAR(12) NOT NULL,
            "position" INT NOT NULL,
            "probability" INT NOT NULL,
            "rotten_after_days" INT,
            "required_fields" JSONB NOT NULL,
            "next_stage_ids" JSONB,
            "archived_at" TIMESTAMPTZ,
            "pipeline_id" UUID NOT NULL
        );
        COMMENT ON COLUMN "stage"."category" IS 'OPEN: OPEN\nQUALIFIED: QUALIFIED\nWON: WON\nLOST: LOST\nDISQUALIFIED: DISQUALIFIED';
        COMMENT ON TABLE "stage" IS 'A step of a pipeline. `next_stage_ids` None allows every stage of the pipeline.';
        CREATE TABLE "custom_field" (
            "id" UUID NOT NULL PRIMARY KEY,
            "tenant_id" UUID NOT NULL,
            "version" INT NOT NULL,
            "created_at" TIMESTAMPTZ NOT NULL,
            "updated_at" TIMESTAMPTZ NOT NULL,
            "key" VARCHAR(40) NOT NULL,
            "name" VARCHAR(100) NOT NULL,
            "kind" VARCHAR(12) NOT NULL,
            "choices" JSONB NOT NULL,
            "archived_at" TIMESTAMPTZ
        );
        COMMENT ON COLUMN "custom_field"."kind" IS 'TEXT: TEXT\nNUMBER: NUMBER\nDATE: DATE\nBOOLEAN: BOOLEAN\nCHOICE: CHOICE';
        COMMENT ON TABLE "custom_field" IS 'A field that the tenant added to its leads; `key` is its name in `customFields`.';
        CREATE TABLE "lead_source" (
            "id" UUID NOT NULL PRIMARY KEY,
            "tenant_id" UUID NOT NULL,
            "version" INT NOT NULL,
            "created_at" TIMESTAMPTZ NOT NULL,
            "updated_at" TIMESTAMPTZ NOT NULL,
            "name" VARCHAR(100) NOT NULL,
            "archived_at" TIMESTAMPTZ
        );
        COMMENT ON TABLE "lead_source" IS 'Where leads come from.';
        CREATE TABLE "tag" (
            "id" UUID NOT NULL PRIMARY KEY,
            "tenant_id" UUID NOT NULL,
            "version" INT NOT NULL,
            "created_at" TIMESTAMPTZ NOT NULL,
            "updated_at" TIMESTAMPTZ NOT NULL,
            "name" VARCHAR(50) NOT NULL,
            "archived_at" TIMESTAMPTZ
        );
        COMMENT ON TABLE "tag" IS 'A word that leads are marked with.';
        CREATE TABLE "lead" (
            "id" UUID NOT NULL PRIMARY KEY,
            "tenant_id" UUID NOT NULL,
            "version" INT NOT NULL,
            "created_at" TIMESTAMPTZ NOT NULL,
            "updated_at" TIMESTAMPTZ NOT NULL,
            "number" VARCHAR(20) NOT NULL,
            "first_name" VARCHAR(100),
            "last_name" VARCHAR(100),
            "job_title" VARCHAR(200),
            "company_name" VARCHAR(200),
            "website" VARCHAR(500),
            "address" JSONB,
            "locale" VARCHAR(35),
            "source_detail" VARCHAR(500),
            "utm" JSONB,
            "referrer" VARCHAR(2000),
            "landing_page" VARCHAR(2000),
            "stage_since" TIMESTAMPTZ NOT NULL,
            "status" VARCHAR(12) NOT NULL,
            "score" INT,
            "rating" VARCHAR(4),
            "estimated_amount" DECIMAL(19,4),
            "estimated_currency" VARCHAR(3),
            "next_follow_up_at" TIMESTAMPTZ,
            "last_activity_at" TIMESTAMPTZ,
            "first_responded_at" TIMESTAMPTZ,
            "custom" JSONB NOT NULL,
            "consent" JSONB,
            "do_not_contact" BOOL NOT NULL,
            "lost_note" VARCHAR(2000),
            "deleted_at" TIMESTAMPTZ,
            "words" TEXT NOT NULL,
            "lost_reason_id" UUID,
            "owner_id" UUID,
            "pipeline_id" UUID NOT NULL,
            "source_id" UUID,
            "stage_id" UUID NOT NULL,
            "team_id" UUID
        );
        COMMENT ON COLUMN "lead"."status" IS 'OPEN: OPEN\nQUALIFIED: QUALIFIED\nWON: WON\nLOST: LOST\nDISQUALIFIED: DISQUALIFIED';
        COMMENT ON COLUMN "lead"."rating" IS 'HOT: HOT\nWARM: WARM\nCOLD: COLD';
        COMMENT ON TABLE "lead" IS 'Somebody who may buy. `status` repeats the category of its stage, so that an index can serve it;';
        CREATE TABLE "external_id" (
            "id" UUID NOT NULL PRIMARY KEY,
            "tenant_id" UUID NOT NULL,
            "system" VARCHAR(100) NOT NULL,
            "external_id" VARCHAR(200) NOT NULL,
            "is_live" BOOL NOT NULL,
            "lead_id" UUID NOT NULL
        );
        COMMENT ON TABLE "external_id" IS 'What another system calls this lead; unique in the tenant among live leads.';
        CREATE TABLE "lead_email" (
            "id" UUID NOT NULL PRIMARY KEY,
            "tenant_id" UUID NOT NULL,
            "value" VARCHAR(320) NOT NULL,
            "normalised" VARCHAR(254) NOT NULL,
            "position" INT NOT NULL,
            "is_verified" BOOL NOT NULL,
            "is_bounced" BOOL NOT NULL,
            "lead_id" UUID NOT NULL
        );
        COMMENT ON TABLE "lead_email" IS 'An e-mail address of a lead: as typed, and as it is compared.';
        CREATE TABLE "lead_phone" (
            "id" UUID NOT NULL PRIMARY KEY,
            "tenant_id" UUID NOT NULL,
            "value" VARCHAR(50) NOT NULL,
            "normalised" VARCHAR(20),
            "position" INT NOT NULL,
            "is_verified" BOOL NOT NULL,
            "lead_id" UUID NOT NULL
        );
        COMMENT ON TABLE "lead_phone" IS 'A phone number of a lead; `normalised` is E.164, or None where it could not be understood.';
        CREATE TABLE "lead_tag" (
            "id" UUID NOT NULL PRIMARY KEY,
            "tenant_id" UUID NOT NULL,
            "lead_id" UUID NOT NULL,
            "tag_id" UUID NOT NULL
        );
        COMMENT ON TABLE "lead_tag" IS 'Which lead carries which tag.';
        CREATE TABLE "stage_change" (
            "id" UUID NOT NULL PRIMARY KEY,
            "tenant_id" UUID NOT NULL,
            "from_stage_id" UUID,
            "from_name" VARCHAR(100),
            "from_category" VARCHAR(12),
            "to_stage_id" UUID NOT NULL,
            "to_name" VARCHAR(100) NOT NULL,
            "to_category" VARCHAR(12) NOT NULL,
            "seconds_in_stage" BIGINT,
            "at" TIMESTAMPTZ NOT NULL,
            "by_id" UUID,
            "lead_id" UUID NOT NULL
        );
        COMMENT ON COLUMN "stage_change"."from_category" IS 'OPEN: OPEN\nQUALIFIED: QUALIFIED\nWON: WON\nLOST: LOST\nDISQUALIFIED: DISQUALIFIED';
        COMMENT ON COLUMN "stage_change"."to_category" IS 'OPEN: OPEN\nQUALIFIED: QUALIFIED\nWON: WON\nLOST: LOST\nDISQUALIFIED: DISQUALIFIED';
        COMMENT ON TABLE "stage_change" IS 'One step of a lead''s way. Names and categories are kept as they were, so that figures survive';
        CREATE TABLE "event" (
            "id" UUID NOT NULL PRIMARY KEY,
            "tenant_id" UUID NOT NULL,
            "seq" BIGINT NOT NULL,
            "type" VARCHAR(60) NOT NULL,
            "subject_type" VARCHAR(40) NOT NULL,
            "subject_id" UUID NOT NULL,
            "actor_kind" VARCHAR(12) NOT NULL,
            "actor_id" UUID,
            "at" TIMESTAMPTZ NOT NULL,
            "version" INT,
            "changes" JSONB NOT NULL
        );
        COMMENT ON TABLE "event" IS 'One change. `seq` rises by one per tenant, in commit order.';
        CREATE TABLE "audit_entry" (
            "id" UUID NOT NULL PRIMARY KEY,
            "tenant_id" UUID NOT NULL,
            "seq" BIGINT NOT NULL,
            "at" TIMESTAMPTZ NOT NULL,
            "actor_kind" VARCHAR(12) NOT NULL,
            "actor_id" UUID,
            "on_behalf_of" UUID,
            "action" VARCHAR(60) NOT NULL,
            "outcome" VARCHAR(8) NOT NULL,
            "reason" VARCHAR(500),
            "subject_type" VARCHAR(40),
            "subject_id" UUID,
            "changes" JSONB NOT NULL,
            "address" VARCHAR(45),
            "request_id" VARCHAR(64),
            "hash" BYTEA NOT NULL
        );
        COMMENT ON COLUMN "audit_entry"."actor_kind" IS 'MEMBER: MEMBER\nAPI_KEY: API_KEY\nSYSTEM: SYSTEM';
        COMMENT ON COLUMN "audit_entry"."outcome" IS 'DONE: DONE\nREFUSED: REFUSED';
        COMMENT ON TABLE "audit_entry" IS 'One entry. `hash` covers the entry and the hash before it; see `leadhub_finish`.';
        -- Keys, row security and rights: see docs/decisions/003-row-security.md
        alter table tenant add unique (tenant_id);
        alter table tenant add check (id = tenant_id);

        alter table tenant drop constraint if exists tenant_pkey;
        alter table tenant add primary key (tenant_id, id);
        alter table tenant enable row level security;
        alter table tenant force row level security;
        create policy owner_all on tenant to leadhub_owner using (true) with check (true);
        create policy app_select on tenant for select to leadhub_app using (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid));
        create policy app_insert on tenant for insert to leadhub_app with check (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid));
        create policy app_update on tenant for update to leadhub_app using (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid)) with check (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid));
        create policy app_delete on tenant for delete to leadhub_app using (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid));
        grant select, update on tenant to leadhub_app;

        alter table member drop constraint if exists member_pkey;
        alter table member add primary key (tenant_id, id);
        alter table member add foreign key (tenant_id) references tenant (tenant_id) on delete cascade;
        alter table member enable row level security;
        alter table member force row level security;
        create policy owner_all on member to leadhub_owner using (true) with check (true);
        create policy app_select on member for select to leadhub_app using (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid));
        create policy app_insert on member for insert to leadhub_app with check (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid));
        create policy app_update on member for update to leadhub_app using (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid)) with check (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid));
        create policy app_delete on member for delete to leadhub_app using (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid));
        grant select, insert, update, delete on member to leadhub_app;

        alter table team drop constraint if exists team_pkey;
        alter table team add primary key (tenant_id, id);
        alter table team add foreign key (tenant_id) references tenant (tenant_id) on delete cascade;
        alter table team enable row level security;
        alter table team force row level security;
        create policy owner_all on team to leadhub_owner using (true) with check (true);
        create policy app_select on team for select to leadhub_app using (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid));
        create policy app_insert on team for insert to leadhub_app with check (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid));
        create policy app_update on team for update to leadhub_app using (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid)) with check (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid));
        create policy app_delete on team for delete to leadhub_app using (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid));
        grant select, insert, update, delete on team to leadhub_app;

        alter table team_member drop constraint if exists team_member_pkey;
        alter table team_member add primary key (tenant_id, id);
        alter table team_member add foreign key (tenant_id) references tenant (tenant_id) on delete cascade;
        alter table team_member enable row level security;
        alter table team_member force row level security;
        create policy owner_all on team_member to leadhub_owner using (true) with check (true);
        create policy app_select on team_member for select to leadhub_app using (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid));
        create policy app_insert on team_member for insert to leadhub_app with check (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid));
        create policy app_update on team_member for update to leadhub_app using (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid)) with check (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid));
        create policy app_delete on team_member for delete to leadhub_app using (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid));
        grant select, insert, update, delete on team_member to leadhub_app;

        alter table invitation drop constraint if exists invitation_pkey;
        alter table invitation add primary key (tenant_id, id);
        alter table invitation add foreign key (tenant_id) references tenant (tenant_id) on delete cascade;
        alter table invitation enable row level security;
        alter table invitation force row level security;
        create policy owner_all on invitation to leadhub_owner using (true) with check (true);
        create policy app_select on invitation for select to leadhub_app using (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid));
        create policy app_insert on invitation for insert to leadhub_app with check (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid));
        create policy app_update on invitation for update to leadhub_app using (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid)) with check (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid));
        create policy app_delete on invitation for delete to leadhub_app using (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid));
        grant select, insert, update, delete on invitation to leadhub_app;

        alter table session drop constraint if exists session_pkey;
        alter table session add primary key (tenant_id, id);
        alter table session add foreign key (tenant_id) references tenant (tenant_id) on delete cascade;
        alter table session enable row level security;
        alter table session force row level security;
        create policy owner_all on session to leadhub_owner using (true) with check (true);
        create policy app_select on session for select to leadhub_app using (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid));
        create policy app_insert on session for insert to leadhub_app with check (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid));
        create policy app_update on session for update to leadhub_app using (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid)) with check (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid));
        create policy app_delete on session for delete to leadhub_app using (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid));
        grant select, insert, update, delete on session to leadhub_app;

        alter table refresh_token drop constraint if exists refresh_token_pkey;
        alter table refresh_token add primary key (tenant_id, id);
        alter table refresh_token add foreign key (tenant_id) references tenant (tenant_id) on delete cascade;
        alter table refresh_token enable row level security;
        alter table refresh_token force row level security;
        create policy owner_all on refresh_token to leadhub_owner using (true) with check (true);
        create policy app_select on refresh_token for select to leadhub_app using (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid));
        create policy app_insert on refresh_token for insert to leadhub_app with check (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid));
        create policy app_update on refresh_token for update to leadhub_app using (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid)) with check (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid));
        create policy app_delete on refresh_token for delete to leadhub_app using (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid));
        grant select, insert, update, delete on refresh_token to leadhub_app;

        alter table password_reset drop constraint if exists password_reset_pkey;
        alter table password_reset add primary key (tenant_id, id);
        alter table password_reset add foreign key (tenant_id) references tenant (tenant_id) on delete cascade;
        alter table password_reset enable row level security;
        alter table password_reset force row level security;
        create policy owner_all on password_reset to leadhub_owner using (true) with check (true);
        create policy app_select on password_reset for select to leadhub_app using (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid));
        create policy app_insert on password_reset for insert to leadhub_app with check (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid));
        create policy app_update on password_reset for update to leadhub_app using (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid)) with check (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid));
        create policy app_delete on password_reset for delete to leadhub_app using (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid));
        grant select, insert, update, delete on password_reset to leadhub_app;

        alter table api_key drop constraint if exists api_key_pkey;
        alter table api_key add primary key (tenant_id, id);
        alter table api_key add foreign key (tenant_id) references tenant (tenant_id) on delete cascade;
        alter table api_key enable row level security;
        alter table api_key force row level security;
        create policy owner_all on api_key to leadhub_owner using (true) with check (true);
        create policy app_select on api_key for select to leadhub_app using (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid));
        create policy app_insert on api_key for insert to leadhub_app with check (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid));
        create policy app_update on api_key for update to leadhub_app using (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid)) with check (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid));
        create policy app_delete on api_key for delete to leadhub_app using (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid));
        grant select, insert, update, delete on api_key to leadhub_app;

        alter table pipeline drop constraint if exists pipeline_pkey;
        alter table pipeline add primary key (tenant_id, id);
        alter table pipeline add foreign key (tenant_id) references tenant (tenant_id) on delete cascade;
        alter table pipeline enable row level security;
        alter table pipeline force row level security;
        create policy owner_all on pipeline to leadhub_owner using (true) with check (true);
        create policy app_select on pipeline for select to leadhub_app using (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid));
        create policy app_insert on pipeline for insert to leadhub_app with check (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid));
        create policy app_update on pipeline for update to leadhub_app using (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid)) with check (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid));
        create policy app_delete on pipeline for delete to leadhub_app using (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid));
        grant select, insert, update, delete on pipeline to leadhub_app;

        alter table stage drop constraint if exists stage_pkey;
        alter table stage add primary key (tenant_id, id);
        alter table stage add foreign key (tenant_id) references tenant (tenant_id) on delete cascade;
        alter table stage enable row level security;
        alter table stage force row level security;
        create policy owner_all on stage to leadhub_owner using (true) with check (true);
        create policy app_select on stage for select to leadhub_app using (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid));
        create policy app_insert on stage for insert to leadhub_app with check (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid));
        create policy app_update on stage for update to leadhub_app using (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid)) with check (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid));
        create policy app_delete on stage for delete to leadhub_app using (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid));
        grant select, insert, update, delete on stage to leadhub_app;

        alter table lost_reason drop constraint if exists lost_reason_pkey;
        alter table lost_reason add primary key (tenant_id, id);
        alter table lost_reason add foreign key (tenant_id) references tenant (tenant_id) on delete cascade;
        alter table lost_reason enable row level security;
        alter table lost_reason force row level security;
        create policy owner_all on lost_reason to leadhub_owner using (true) with check (true);
        create policy app_select on lost_reason for select to leadhub_app using (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid));
        create policy app_insert on lost_reason for insert to leadhub_app with check (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid));
        create policy app_update on lost_reason for update to leadhub_app using (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid)) with check (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid));
        create policy app_delete on lost_reason for delete to leadhub_app using (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid));
        grant select, insert, update, delete on lost_reason to leadhub_app;

        alter table lead_source drop constraint if exists lead_source_pkey;
        alter table lead_source add primary key (tenant_id, id);
        alter table lead_source add foreign key (tenant_id) references tenant (tenant_id) on delete cascade;
        alter table lead_source enable row level security;
        alter table lead_source force row level security;
        create policy owner_all on lead_source to leadhub_owner using (true) with check (true);
        create policy app_select on lead_source for select to leadhub_app using (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid));
        create policy app_insert on lead_source for insert to leadhub_app with check (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid));
        create policy app_update on lead_source for update to leadhub_app using (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid)) with check (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid));
        create policy app_delete on lead_source for delete to leadhub_app using (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid));
        grant select, insert, update, delete on lead_source to leadhub_app;

        alter table tag drop constraint if exists tag_pkey;
        alter table tag add primary key (tenant_id, id);
        alter table tag add foreign key (tenant_id) references tenant (tenant_id) on delete cascade;
        alter table tag enable row level security;
        alter table tag force row level security;
        create policy owner_all on tag to leadhub_owner using (true) with check (true);
        create policy app_select on tag for select to leadhub_app using (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid));
        create policy app_insert on tag for insert to leadhub_app with check (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid));
        create policy app_update on tag for update to leadhub_app using (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid)) with check (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid));
        create policy app_delete on tag for delete to leadhub_app using (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid));
        grant select, insert, update, delete on tag to leadhub_app;

        alter table custom_field drop constraint if exists custom_field_pkey;
        alter table custom_field add primary key (tenant_id, id);
        alter table custom_field add foreign key (tenant_id) references tenant (tenant_id) on delete cascade;
        alter table custom_field enable row level security;
        alter table custom_field force row level security;
        create policy owner_all on custom_field to leadhub_owner using (true) with check (true);
        create policy app_select on custom_field for select to leadhub_app using (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid));
        create policy app_insert on custom_field for insert to leadhub_app with check (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid));
        create policy app_update on custom_field for update to leadhub_app using (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid)) with check (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid));
        create policy app_delete on custom_field for delete to leadhub_app using (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid));
        grant select, insert, update, delete on custom_field to leadhub_app;

        alter table lead drop constraint if exists lead_pkey;
        alter table lead add primary key (tenant_id, id);
        alter table lead add foreign key (tenant_id) references tenant (tenant_id) on delete cascade;
        alter table lead enable row level security;
        alter table lead force row level security;
        create policy owner_all on lead to leadhub_owner using (true) with check (true);
        create policy app_select on lead for select to leadhub_app using (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and (
              (select current_setting('leadhub.reach', true)) = 'all'
              or owner_id = (select nullif(current_setting('leadhub.member_id', true), '')::uuid)
              or ((select current_setting('leadhub.reach', true)) = 'team' and team_id = any ((select string_to_array(nullif(current_setting('leadhub.team_ids', true), ''), ','))::uuid[]))
              or ((select current_setting('leadhub.reach', true)) = 'own' and owner_id is null and team_id = any ((select string_to_array(nullif(current_setting('leadhub.team_ids', true), ''), ','))::uuid[]))
            ));
        create policy app_insert on lead for insert to leadhub_app with check (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid));
        create policy app_update on lead for update to leadhub_app using (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and (
              (select current_setting('leadhub.reach', true)) = 'all'
              or owner_id = (select nullif(current_setting('leadhub.member_id', true), '')::uuid)
              or ((select current_setting('leadhub.reach', true)) = 'team' and team_id = any ((select string_to_array(nullif(current_setting('leadhub.team_ids', true), ''), ','))::uuid[]))
              or ((select current_setting('leadhub.reach', true)) = 'own' and owner_id is null and team_id = any ((select string_to_array(nullif(current_setting('leadhub.team_ids', true), ''), ','))::uuid[]))
            )) with check (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid));
        create policy app_delete on lead for delete to leadhub_app using (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and (
              (select current_setting('leadhub.reach', true)) = 'all'
              or owner_id = (select nullif(current_setting('leadhub.member_id', true), '')::uuid)
              or ((select current_setting('leadhub.reach', true)) = 'team' and team_id = any ((select string_to_array(nullif(current_setting('leadhub.team_ids', true), ''), ','))::uuid[]))
              or ((select current_setting('leadhub.reach', true)) = 'own' and owner_id is null and team_id = any ((select string_to_array(nullif(current_setting('leadhub.team_ids', true), ''), ','))::uuid[]))
            ));
        grant select, insert, update on lead to leadhub_app;

        alter table lead_email drop constraint if exists lead_email_pkey;
        alter table lead_email add primary key (tenant_id, id);
        alter table lead_email add foreign key (tenant_id) references tenant (tenant_id) on delete cascade;
        alter table lead_email enable row level security;
        alter table lead_email force row level security;
        create policy owner_all on lead_email to leadhub_owner using (true) with check (true);
        create policy app_select on lead_email for select to leadhub_app using (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and (
              (select current_setting('leadhub.reach', true)) = 'all'
              or (select l.id from lead l where l.tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and l.id = lead_id) is not null
            ));
        create policy app_insert on lead_email for insert to leadhub_app with check (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid));
        create policy app_update on lead_email for update to leadhub_app using (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and (
              (select current_setting('leadhub.reach', true)) = 'all'
              or (select l.id from lead l where l.tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and l.id = lead_id) is not null
            )) with check (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid));
        create policy app_delete on lead_email for delete to leadhub_app using (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and (
              (select current_setting('leadhub.reach', true)) = 'all'
              or (select l.id from lead l where l.tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and l.id = lead_id) is not null
            ));
        grant select, insert, update, delete on lead_email to leadhub_app;

        alter table lead_phone drop constraint if exists lead_phone_pkey;
        alter table lead_phone add primary key (tenant_id, id);
        alter table lead_phone add foreign key (tenant_id) references tenant (tenant_id) on delete cascade;
        alter table lead_phone enable row level security;
        alter table lead_phone force row level security;
        create policy owner_all on lead_phone to leadhub_owner using (true) with check (true);
        create policy app_select on lead_phone for select to leadhub_app using (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and (
              (select current_setting('leadhub.reach', true)) = 'all'
              or (select l.id from lead l where l.tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and l.id = lead_id) is not null
            ));
        create policy app_insert on lead_phone for insert to leadhub_app with check (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid));
        create policy app_update on lead_phone for update to leadhub_app using (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and (
              (select current_setting('leadhub.reach', true)) = 'all'
              or (select l.id from lead l where l.tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and l.id = lead_id) is not null
            )) with check (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid));
        create policy app_delete on lead_phone for delete to leadhub_app using (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and (
              (select current_setting('leadhub.reach', true)) = 'all'
              or (select l.id from lead l where l.tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and l.id = lead_id) is not null
            ));
        grant select, insert, update, delete on lead_phone to leadhub_app;

        alter table lead_tag drop constraint if exists lead_tag_pkey;
        alter table lead_tag add primary key (tenant_id, id);
        alter table lead_tag add foreign key (tenant_id) references tenant (tenant_id) on delete cascade;
        alter table lead_tag enable row level security;
        alter table lead_tag force row level security;
        create policy owner_all on lead_tag to leadhub_owner using (true) with check (true);
        create policy app_select on lead_tag for select to leadhub_app using (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and (
              (select current_setting('leadhub.reach', true)) = 'all'
              or (select l.id from lead l where l.tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and l.id = lead_id) is not null
            ));
        create policy app_insert on lead_tag for insert to leadhub_app with check (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid));
        create policy app_update on lead_tag for update to leadhub_app using (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and (
              (select current_setting('leadhub.reach', true)) = 'all'
              or (select l.id from lead l where l.tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and l.id = lead_id) is not null
            )) with check (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid));
        create policy app_delete on lead_tag for delete to leadhub_app using (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and (
              (select current_setting('leadhub.reach', true)) = 'all'
              or (select l.id from lead l where l.tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and l.id = lead_id) is not null
            ));
        grant select, insert, update, delete on lead_tag to leadhub_app;

        alter table external_id drop constraint if exists external_id_pkey;
        alter table external_id add primary key (tenant_id, id);
        alter table external_id add foreign key (tenant_id) references tenant (tenant_id) on delete cascade;
        alter table external_id enable row level security;
        alter table external_id force row level security;
        create policy owner_all on external_id to leadhub_owner using (true) with check (true);
        create policy app_select on external_id for select to leadhub_app using (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and (
              (select current_setting('leadhub.reach', true)) = 'all'
              or (select l.id from lead l where l.tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and l.id = lead_id) is not null
            ));
        create policy app_insert on external_id for insert to leadhub_app with check (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid));
        create policy app_update on external_id for update to leadhub_app using (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and (
              (select current_setting('leadhub.reach', true)) = 'all'
              or (select l.id from lead l where l.tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and l.id = lead_id) is not null
            )) with check (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid));
        create policy app_delete on external_id for delete to leadhub_app using (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and (
              (select current_setting('leadhub.reach', true)) = 'all'
              or (select l.id from lead l where l.tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and l.id = lead_id) is not null
            ));
        grant select, insert, update, delete on external_id to leadhub_app;

        alter table stage_change drop constraint if exists stage_change_pkey;
        alter table stage_change add primary key (tenant_id, id);
        alter table stage_change add foreign key (tenant_id) references tenant (tenant_id) on delete cascade;
        alter table stage_change enable row level security;
        alter table stage_change force row level security;
        create policy owner_all on stage_change to leadhub_owner using (true) with check (true);
        create policy app_select on stage_change for select to leadhub_app using (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and (
              (select current_setting('leadhub.reach', true)) = 'all'
              or (select l.id from lead l where l.tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and l.id = lead_id) is not null
            ));
        create policy app_insert on stage_change for insert to leadhub_app with check (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid));
        create policy app_update on stage_change for update to leadhub_app using (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and (
              (select current_setting('leadhub.reach', true)) = 'all'
              or (select l.id from lead l where l.tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and l.id = lead_id) is not null
            )) with check (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid));
        create policy app_delete on stage_change for delete to leadhub_app using (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and (
              (select current_setting('leadhub.reach', true)) = 'all'
              or (select l.id from lead l where l.tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and l.id = lead_id) is not null
            ));
        grant select, insert, update, delete on stage_change to leadhub_app;

        alter table event drop constraint if exists event_pkey;
        alter table event add primary key (tenant_id, id);
        alter table event add foreign key (tenant_id) references tenant (tenant_id) on delete cascade;
        alter table event enable row level security;
        alter table event force row level security;
        create policy owner_all on event to leadhub_owner using (true) with check (true);
        create policy app_select on event for select to leadhub_app using (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and (
              (select current_setting('leadhub.reach', true)) = 'all'
              or (select l.id from lead l where l.tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and l.id = subject_id) is not null
            ));
        create policy app_insert on event for insert to leadhub_app with check (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid));
        create policy app_update on event for update to leadhub_app using (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and (
              (select current_setting('leadhub.reach', true)) = 'all'
              or (select l.id from lead l where l.tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and l.id = subject_id) is not null
            )) with check (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid));
        create policy app_delete on event for delete to leadhub_app using (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and (
              (select current_setting('leadhub.reach', true)) = 'all'
              or (select l.id from lead l where l.tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and l.id = subject_id) is not null
            ));
        grant select, insert on event to leadhub_app;

        alter table audit_entry drop constraint if exists audit_entry_pkey;
        alter table audit_entry add primary key (tenant_id, id);
        alter table audit_entry add foreign key (tenant_id) references tenant (tenant_id) on delete cascade;
        alter table audit_entry enable row level security;
        alter table audit_entry force row level security;
        create policy owner_all on audit_entry to leadhub_owner using (true) with check (true);
        create policy app_select on audit_entry for select to leadhub_app using (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and (
              (select current_setting('leadhub.reach', true)) = 'all'
              or actor_id = (select nullif(current_setting('leadhub.member_id', true), '')::uuid)
              or (select l.id from lead l where l.tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and l.id = subject_id) is not null
              or exists (select 1 from team_member t
                         where t.tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and t.member_id = subject_id and t.team_id = any ((select string_to_array(nullif(current_setting('leadhub.team_ids', true), ''), ','))::uuid[]))
            ));
        create policy app_insert on audit_entry for insert to leadhub_app with check (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid));
        create policy app_update on audit_entry for update to leadhub_app using (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and (
              (select current_setting('leadhub.reach', true)) = 'all'
              or actor_id = (select nullif(current_setting('leadhub.member_id', true), '')::uuid)
              or (select l.id from lead l where l.tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and l.id = subject_id) is not null
              or exists (select 1 from team_member t
                         where t.tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and t.member_id = subject_id and t.team_id = any ((select string_to_array(nullif(current_setting('leadhub.team_ids', true), ''), ','))::uuid[]))
            )) with check (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid));
        create policy app_delete on audit_entry for delete to leadhub_app using (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and (
              (select current_setting('leadhub.reach', true)) = 'all'
              or actor_id = (select nullif(current_setting('leadhub.member_id', true), '')::uuid)
              or (select l.id from lead l where l.tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and l.id = subject_id) is not null
              or exists (select 1 from team_member t
                         where t.tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid) and t.member_id = subject_id and t.team_id = any ((select string_to_array(nullif(current_setting('leadhub.team_ids', true), ''), ','))::uuid[]))
            ));
        grant select, insert on audit_entry to leadhub_app;

        alter table secret drop constraint if exists secret_pkey;
        alter table secret add primary key (tenant_id, id);
        alter table secret add foreign key (tenant_id) references tenant (tenant_id) on delete cascade;
        alter table secret enable row level security;
        alter table secret force row level security;
        create policy owner_all on secret to leadhub_owner using (true) with check (true);
        create policy app_select on secret for select to leadhub_app using (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid));
        create policy app_insert on secret for insert to leadhub_app with check (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid));
        create policy app_update on secret for update to leadhub_app using (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid)) with check (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid));
        create policy app_delete on secret for delete to leadhub_app using (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid));
        grant insert, delete, select (tenant_id, id, kind), update (hash) on secret to leadhub_app;
        -- Keys that cannot cross tenants
        alter table member add constraint member_manager_id_fkey foreign key (tenant_id, manager_id) references member (tenant_id, id) on delete no action;
        alter table team add constraint team_parent_id_fkey foreign key (tenant_id, parent_id) references team (tenant_id, id) on delete no action;
        alter table team_member add constraint team_member_team_id_fkey foreign key (tenant_id, team_id) references team (tenant_id, id) on delete cascade;
        alter table team_member add constraint team_member_member_id_fkey foreign key (tenant_id, member_id) references member (tenant_id, id) on delete cascade;
        alter table invitation add constraint invitation_member_id_fkey foreign key (tenant_id, member_id) references member (tenant_id, id) on delete cascade;
        alter table invitation add constraint invitation_invited_by_id_fkey foreign key (tenant_id, invited_by_id) references member (tenant_id, id) on delete no action;
        alter table session add constraint session_member_id_fkey foreign key (tenant_id, member_id) references member (tenant_id, id) on delete cascade;
        alter table refresh_token add constraint refresh_token_session_id_fkey foreign key (tenant_id, session_id) references session (tenant_id, id) on delete cascade;
        alter table password_reset add constraint password_reset_member_id_fkey foreign key (tenant_id, member_id) references member (tenant_id, id) on delete cascade;
        alter table api_key add constraint api_key_created_by_id_fkey foreign key (tenant_id, created_by_id) references member (tenant_id, id) on delete no action;
        alter table stage add constraint stage_pipeline_id_fkey foreign key (tenant_id, pipeline_id) references pipeline (tenant_id, id) on delete no action;
        alter table lead add constraint lead_source_id_fkey foreign key (tenant_id, source_id) references lead_source (tenant_id, id) on delete no action;
        alter table lead add constraint lead_pipeline_id_fkey foreign key (tenant_id, pipeline_id) references pipeline (tenant_id, id) on delete no action;
        alter table lead add constraint lead_stage_id_fkey foreign key (tenant_id, stage_id) references stage (tenant_id, id) on delete no action;
        alter table lead add constraint lead_owner_id_fkey foreign key (tenant_id, owner_id) references member (tenant_id, id) on delete no action;
        alter table lead add constraint lead_team_id_fkey foreign key (tenant_id, team_id) references team (tenant_id, id) on delete no action;
        alter table lead add constraint lead_lost_reason_id_fkey foreign key (tenant_id, lost_reason_id) references lost_reason (tenant_id, id) on delete no action;
        alter table lead_email add constraint lead_email_lead_id_fkey foreign key (tenant_id, lead_id) references lead (tenant_id, id) on delete cascade;
        alter table lead_phone add constraint lead_phone_lead_id_fkey foreign key (tenant_id, lead_id) references lead (tenant_id, id) on delete cascade;
        alter table lead_tag add constraint lead_tag_lead_id_fkey foreign key (tenant_id, lead_id) references lead (tenant_id, id) on delete cascade;
        alter table external_id add constraint external_id_lead_id_fkey foreign key (tenant_id, lead_id) references lead (tenant_id, id) on delete cascade;
        alter table stage_change add constraint stage_change_lead_id_fkey foreign key (tenant_id, lead_id) references lead (tenant_id, id) on delete cascade;
        alter table lead_tag add constraint lead_tag_tag_id_fkey foreign key (tenant_id, tag_id) references tag (tenant_id, id) on delete no action;
        alter table stage_change add constraint stage_change_by_id_fkey foreign key (tenant_id, by_id) references member (tenant_id, id) on delete no action;

        -- One row a tenant: the last event number and the head of the audit chain, taken once per transaction
        create table tenant_head (
          tenant_id uuid primary key,
          event_seq bigint not null default 0,
          audit_seq bigint not null default 0,
          audit_hash bytea not null default sha256('LeadHub')
        );

        -- The last lead number of each year
        create table lead_counter (
          tenant_id uuid not null,
          year int not null,
          last int not null,
          primary key (tenant_id, year)
        );

        -- Limits that are security, counted for all processes together; `bucket` is a hash, so it tells nobody's address
        create table attempt (
          bucket text not null,
          window_start timestamptz not null,
          count int not null,
          primary key (bucket, window_start)
        );
        create index attempt_window on attempt (window_start);
        grant select, insert, update, delete on attempt to leadhub_app;

        alter table tenant_head add foreign key (tenant_id) references tenant (tenant_id) on delete cascade;
        alter table tenant_head enable row level security;
        alter table tenant_head force row level security;
        create policy owner_all on tenant_head to leadhub_owner using (true) with check (true);
        create policy app_select on tenant_head for select to leadhub_app using (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid));
        create policy app_insert on tenant_head for insert to leadhub_app with check (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid));
        create policy app_update on tenant_head for update to leadhub_app using (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid)) with check (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid));
        create policy app_delete on tenant_head for delete to leadhub_app using (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid));
        grant select, update on tenant_head to leadhub_app;

        alter table lead_counter add foreign key (tenant_id) references tenant (tenant_id) on delete cascade;
        alter table lead_counter enable row level security;
        alter table lead_counter force row level security;
        create policy owner_all on lead_counter to leadhub_owner using (true) with check (true);
        create policy app_select on lead_counter for select to leadhub_app using (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid));
        create policy app_insert on lead_counter for insert to leadhub_app with check (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid));
        create policy app_update on lead_counter for update to leadhub_app using (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid)) with check (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid));
        create policy app_delete on lead_counter for delete to leadhub_app using (tenant_id = (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid));
        grant select, insert, update on lead_counter to leadhub_app;

        -- What the application may not put into a column
        alter table tenant add check (status in ('ACTIVE', 'SUSPENDED', 'CLOSING'));
        alter table member add check (role in ('OWNER', 'ADMIN', 'MANAGER', 'AGENT', 'VIEWER'));
        alter table member add check (status in ('INVITED', 'ACTIVE', 'SUSPENDED'));
        alter table stage add check (category in ('OPEN', 'QUALIFIED', 'WON', 'LOST', 'DISQUALIFIED'));
        alter table stage add check (probability between 0 and 100);
        alter table stage add check (rotten_after_days > 0);
        alter table lead add check (status in ('OPEN', 'QUALIFIED', 'WON', 'LOST', 'DISQUALIFIED'));
        alter table lead add check (rating in ('HOT', 'WARM', 'COLD'));
        alter table lead add check ((estimated_amount is null) = (estimated_currency is null));
        alter table custom_field add check (kind in ('TEXT', 'NUMBER', 'DATE', 'BOOLEAN', 'CHOICE'));
        alter table secret add check (kind in ('PASSWORD', 'INVITATION', 'REFRESH', 'RESET', 'API_KEY'));
        alter table audit_entry add check (outcome in ('DONE', 'REFUSED'));

        -- What is unique
        create unique index member_email on member (tenant_id, email);
        create unique index team_name on team (tenant_id, lower(name));
        create unique index team_member_pair on team_member (tenant_id, team_id, member_id);
        create unique index pipeline_name on pipeline (tenant_id, lower(name)) where archived_at is null;
        create unique index pipeline_default on pipeline (tenant_id) where is_default and archived_at is null;
        create unique index stage_name on stage (tenant_id, pipeline_id, lower(name)) where archived_at is null;
        create unique index lost_reason_name on lost_reason (tenant_id, lower(name)) where archived_at is null;
        create unique index lead_source_name on lead_source (tenant_id, lower(name)) where archived_at is null;
        create unique index tag_name on tag (tenant_id, lower(name)) where archived_at is null;
        create unique index custom_field_key on custom_field (tenant_id, key);
        create unique index lead_number on lead (tenant_id, number);
        create unique index lead_tag_pair on lead_tag (tenant_id, lead_id, tag_id);
        create unique index external_id_live on external_id (tenant_id, system, external_id) where is_live;
        create unique index event_seq on event (tenant_id, seq);
        create unique index audit_seq on audit_entry (tenant_id, seq);

        -- What is looked for
        create index team_member_member on team_member (tenant_id, member_id);
        create index team_parent on team (tenant_id, parent_id);
        create index invitation_member on invitation (tenant_id, member_id);
        create index session_member on session (tenant_id, member_id);
        create index refresh_token_session on refresh_token (tenant_id, session_id);
        create index password_reset_member on password_reset (tenant_id, member_id);
        create index secret_hash on secret (hash) where kind <> 'PASSWORD';
        create index lead_newest on lead (tenant_id, created_at desc, id desc);
        create index lead_owner on lead (tenant_id, owner_id, created_at desc, id desc);
        create index lead_team on lead (tenant_id, team_id, created_at desc, id desc);
        create index lead_changed on lead (tenant_id, updated_at desc, id desc);
        create index lead_status on lead (tenant_id, status, created_at desc, id desc);
        create index lead_stage on lead (tenant_id, stage_id, created_at desc, id desc);
        create index lead_source_of on lead (tenant_id, source_id);
        create index lead_email_lead on lead_email (tenant_id, lead_id);
        create index lead_email_value on lead_email (tenant_id, normalised, lead_id);
        create index lead_phone_lead on lead_phone (tenant_id, lead_id);
        create index lead_phone_value on lead_phone (tenant_id, normalised, lead_id);
        create index lead_tag_tag on lead_tag (tenant_id, tag_id, lead_id);
        create index external_id_lead on external_id (tenant_id, lead_id);
        create index stage_change_lead on stage_change (tenant_id, lead_id, at);
        create index event_subject on event (tenant_id, subject_id, seq);
        create index audit_subject on audit_entry (tenant_id, subject_id, seq);

        -- Search: each word carries its tenant, so that a prefix is looked for among that tenant's words alone
        alter table lead add column word_vector tsvector generated always as (
          array_to_tsvector(string_to_array(regexp_replace(words, '(\S+)', right(tenant_id::text, 12) || ':\1', 'g'), ' '))
        ) stored;
        create index lead_words on lead using gin (word_vector);

        -- The few looks that must cross row security are functions of a role that owns nothing else
        grant select (tenant_id, id, slug, status) on tenant to leadhub_lookup;
        grant select (tenant_id, id, email) on member to leadhub_lookup;
        grant select (tenant_id, id, kind, hash) on secret to leadhub_lookup;
        grant select (tenant_id, id, word_vector) on lead to leadhub_lookup;
        grant select on tenant_head to leadhub_lookup;
        create policy lookup on tenant for select to leadhub_lookup using (true);
        create policy lookup on member for select to leadhub_lookup using (true);
        create policy lookup on secret for select to leadhub_lookup using (true);
        create policy lookup on lead for select to leadhub_lookup using (true);
        create policy lookup on tenant_head for select to leadhub_lookup using (true);

        create function leadhub_find_secret(wanted_kind text, wanted_hash text)
        returns table (tenant_id uuid, id uuid)
        language sql stable security definer set search_path = public, pg_temp as $$
          select s.tenant_id, s.id from secret s
          where s.hash = wanted_hash and s.kind = wanted_kind and s.kind <> 'PASSWORD'
        $$;

        create function leadhub_find_sign_in(wanted_slug text, wanted_email text)
        returns table (tenant_id uuid, member_id uuid, password_hash text)
        language sql stable security definer set search_path = public, pg_temp as $$
          select t.id, m.id, (select s.hash from secret s where s.tenant_id = t.id and s.id = m.id and s.kind = 'PASSWORD')
          from tenant t left join member m on m.tenant_id = t.id and m.email = wanted_email
          where t.slug = wanted_slug
        $$;

        create function leadhub_audit_heads()
        returns table (tenant_id uuid, slug text, audit_seq bigint, audit_hash bytea)
        language sql stable security definer set search_path = public, pg_temp as $$
          select t.id, t.slug, h.audit_seq, h.audit_hash from tenant t join tenant_head h on h.tenant_id = t.id
        $$;

        create function leadhub_search_leads(terms text[])
        returns setof uuid
        language sql stable security definer set search_path = public, pg_temp as $$
          select l.id from lead l
          where l.tenant_id = nullif(current_setting('leadhub.tenant_id', true), '')::uuid
            and l.word_vector @@ (
              select string_agg(
                '''' || replace(replace(right(l2.tenant::text, 12) || ':' || term, '\', '\\'), '''', '''''') || ''':*', ' & '
              )::tsquery
              from unnest(terms) term, (select nullif(current_setting('leadhub.tenant_id', true), '')::uuid as tenant) l2
            )
        $$;

        grant create on schema public to leadhub_lookup;
        alter function leadhub_find_secret(text, text) owner to leadhub_lookup;
        alter function leadhub_find_sign_in(text, text) owner to leadhub_lookup;
        alter function leadhub_audit_heads() owner to leadhub_lookup;
        alter function leadhub_search_leads(text[]) owner to leadhub_lookup;
        revoke create on schema public from leadhub_lookup;

        -- The hash of an entry covers all of it that is not null, so that a later column leaves old hashes as they are
        create function leadhub_audit_hash(previous bytea, entry audit_entry) returns bytea
        language sql stable set timezone = 'UTC' as $$
          select sha256(previous || convert_to(
            (select jsonb_object_agg(key, value)::text from jsonb_each(to_jsonb(entry) - 'hash') where value <> 'null'), 'UTF8'
          ))
        $$;

        -- Numbers the events and chains the audit entries of one transaction, under the tenant's one lock
        create function leadhub_finish(tenant uuid, document jsonb) returns bigint
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

        revoke execute on all functions in schema public from public;
        grant execute on all functions in schema public to leadhub_app;
        grant select on aerich to leadhub_app;"""


async def downgrade(db: BaseDBAsyncClient) -> str:
    return r"""
        drop function leadhub_finish, leadhub_audit_hash, leadhub_search_leads, leadhub_audit_heads, leadhub_find_sign_in,
          leadhub_find_secret;
        drop table attempt, lead_counter, tenant_head, audit_entry, event, stage_change, external_id, lead_tag, lead_phone,
          lead_email, lead, custom_field, tag, lead_source, lost_reason, stage, pipeline, api_key, secret, password_reset,
          refresh_token, session, invitation, team_member, team, member, tenant;"""


MODELS_STATE = (
    "eJztXW1z4ji2/isqvsxsFZOaTkK6l751q0jC9LCTQN9AT+/s5ZYRRgneGJm2RGh2d/77lW"
    "SD341NAxHu8yUQW8c2z5Gl8zySjv5dmzkTYrOzFnEtc1pron/XKJ4R8SV2po5qeD4PjssD"
    "HI9tVRQHZcaMu9jk4ugjthkRhyaEma4155ZDxVG6sG150DFFQYs+BYcW1PqyIAZ3ngifEl"
    "ec+N//E4ctOiFfCVv/O382Hi1iTyKPak3kvdVxg6/m6liH8l9UQXm3sWE69mJGg8LzFZ86"
    "dFPaolwefSKUuJgTeXnuLuTjy6fzf+f6F3lPGhTxHjFkMyGPeGHz0M8dG8GxmmF0ewOj3x"
    "4YRq0EQKZDJbjiUZn69U/yEX46f3P59vLdxdXlO1FEPebmyNs/vVsHwHiGCp7uoPanOo85"
    "9koojANQX4jL5CMlkL2ZYjcd2pBJDF/x4HF812jmAbw+ECAc1KpjQDzDXw2b0CcuX43zRi"
    "MH0N9bDze/th5+FKX+Im/piNfAezu6/qlz75xEPUBZvlQlEPaLVxDdNz//XABdUSoTXXUu"
    "iq64Iyfeqx1F+G/9Xjcd4ZBJDOWJZXL0H2RbLNFWnADaOeBKMOSVZ4x9scOY/njf+nsc7p"
    "u73rUCx2H8yVVXURe4FtDLBvrxOdSayANjbD4vsTsxEmeccyerbPLU7HwWP4IpflJAyl8s"
    "f5/fZQ0IxZSndWb+mdzOjAdltnVmtQ5naOQZGNZkhCyGLHHIWVJkTeqIOYhPMUcOJchd2A"
    "Q5j8h1logRc+FafCW+uC+EISIazhVST3BWi3nzUPfYc3f76VPntkR/u1hYkzNps8ubtL3b"
    "rf3X44Ka0kvIJngyXYzPni1+Ju/61vv737Xjv2fqlbq4+kv89VE45HfGG/+XQT5itE8HFG"
    "nKMlygXrgzw38059EQ75fjaumNAqFQZpCZHQmlRJr7gvyN1pFmqFd2ifzlBk7pmG/FGW7N"
    "SEbnHLGM98++6dn6ywn20jXxAyc9aq/8Vi0H10Hnvt0ftO4/Rrru29agLc+cq6Or2NEfr2"
    "Ld+eYi6HNn8CuS/6J/9Lrt+EuxKTf4R00+E15wx6DO0sCTUAO8PrpGLeL1xXyyo9ejluB1"
    "Xby+xijkdv/pA68ze/FUhuCsy++H4bwuQY/wm8si9OYym91cJsiN+iwB7bp8BcnjeSHyeJ"
    "5DHs+T5JFxzBcsHeE2XcwUyh3xVJiaJFmRN9bHw7vWuhl0fm+XDKZ8qybyPoe0/6n/sd29"
    "bd820ebrkAri1+90PzSR/yVOVAqR/PMiHP88m+Kfx50kW/x/Ce5T5kUI2xzROZ8GN4cKc6"
    "MoX10WQPnqMhNleSoWsS1cl1BzVQblsM0xUe7fHgfliwIgX2RifBGH2H9aAeCCcrcU0imm"
    "RwX8OHgXaTqyW45EwzHD7NmQYp8goMx4dFzjxSJLQduSyF87jqCwNB383OvE3DAWFzqUHz"
    "ZHjsuir3u9u0goet0ZxHzw6f66LVp15RpRyOIedVa0UBPFsENfLNFfe7AkVMPQ2XqecmhF"
    "y21VD1tStPtJ9kZoiVfIokhUH4QpUhciEzQjszFx3yu9jzvPhCrxj6IRI4IJ81EdTTGbkk"
    "lSNNzvpUEr1E+dAq1QJ2+AuFVdmaOIuEW+zi1xtR28HrWsoNdPxMspYlbSzdg0yXy3tztm"
    "ugdH+/US/Lx/P7vkRcREu7g5agle1tnLfixsjFclg6WE4TcETKfj3xJBkMcuSqIaMTp2CK"
    "olpAl2HEc4Ce8vjkusJ/obWSXk6RikPrm931zoNGENjoYewMXLDReN1isBgPjZxNMgblr9"
    "m9Ztu5bRKhwTXT2bge3gJprCdIBfR9bx0U+RdAK/ZMs5wStWRMqZE5c5Ul9RM7E8zvpe/s"
    "uXjv8vQ3xKVgi7RB30rs/SxJtvuxjINbo15HWQa7TyBkztgqldx+5SK6x+wdSuqnm9yNQu"
    "MsOWnXR49jj1xqCKM5AaRSZdiFI5i4MS0y5ghtdhZ3i5jp2B7/b5XWtbnbGu9T532w9NpD"
    "6GtHV73+k2kfoY0vtWt/VBnvW/iPMf2t2BOC8/hvT3TvuzPO19xknK68z2OsEpeZ3u751B"
    "u+ycpLVZE/lfhHcKzNLTw0s2Ztxg1hM1LLpDTJBiDjq6PnFAMvzz9JfScm/EChT0fLnXAw"
    "sUyQJyb6Re6SRHDgie1VJXpYrj9fw1qX6JAkIkFeZKKpyulcMfmHAmUStD5YVSFceCViAt"
    "6tZo1EFa1MobIC2CtHjsvvFERSaQFr9HrxeRFkH4OqzwNccuKR0YRIyAr+XyNQ+rPdC1NT"
    "c4SUy3k7VIndKNq2VPHwmdrW/jbUaZeSSfpw5aOu6zWouznFrmVJGvJGPLKwgkTbeWog4k"
    "TStvwEzVA0KqGr2y1XljAnDmRxZrKfA4cYWmkG4PLEI1avuUX5hMvc/J1K8TsH3EjImAaP"
    "JAGEnN/RgtkBu2zf2ihrspW2Yx95y4M4tJJQ9xB4krIIzWl6yjF2xbE285NmJTx+VICREp"
    "mvy3XxAiQd1adogE9fIG6MvVVRph4TZMUVkPI7DdxhAYLOU9Cf8CjYcFp8CRtnGkB/Io/D"
    "0dyHxPtRSKFDlfz2NIrlfS4JuiWwlSjxJkW/RZTigSRIUoPvMDQ+ZUYPkejfy2ViW4X05l"
    "QiqOlpgh8lWUoOL3KIoj5ydR8pUn+dIBrg/0SbcGqg70SStvAH0C+gT0qfLhNdCnavvXj5"
    "ZK9p1RKyBQ+QTKR2sPDKofXOk0gd1OoaJVSycO1Vf5cWsp7Mk/U8/jTSwos5UwDQQVkUl4"
    "14RGWp4heVRc37ZMlWkYzfAKLV2LE8lnMJ0I9vJCXCRDDnGkKSyFFy1RS9Am1jSdmZx3lb"
    "IO5Di3BFqlW7NVB1qllTcC9J/FD00CX2y989pW51nRtY+tfv9z7+G2idbfhlSteW4NOr2u"
    "v/5ZfR/Sh/YvD+3+r03kf5FHxHXl/+JjSFsfO8Zv7T+ayP8Sb9+KzLfe/3Jo2aAmXTggXz"
    "NWAa3L6+y2vUTJ7b8PIgFyYtvRTZB81+t+WBeP70WqzSYC67AsNTTYRGx5sUFQqMB0k0c8"
    "s+yV2u7TE2O9PP7M2w50TJ4wRUuLT1UKObmc/icpg6r8tMJhsusmdMIQtm21xHNKUmYZH+"
    "wuEALo1+lACKCTN0BZBWUVlNXKK2+Qaf578vKYmHjBSi1tTTHdiRho5t1Db44qnCP8l5Eq"
    "LB3pkEkFEW4UQbiRjXAjsYEeTLmCKVe6jBdoO+WqNbeEn2opmoB/pp4nCeC5ZTz7hQpIAq"
    "KoR8aZ6YgqKBm33N/PWdI6MhccCcZOsDlFoh9BY1FUUnhZQPEEx1XC/sSRLJ2maQH7vjyI"
    "ALo1RnUQAbTyBiSTgmRSR48bq6upQDKpqnk9hX1DMqkjJ5OaWmmZjrLxXZevIL4HyHiuQu"
    "0kvH/r97oZs/I2FvFmyjI5+g+yLXaw7v91GLbEItIWJQaS42PGsUZGXuA6Bjzo77u4QvO+"
    "IRkSqGTzO05vjtuCBq+zp2Gk5Xvw8pqeld7TN2EI6nS+Oh0ABgp1AYU6Ub90UqnvhOcfCG"
    "bps9dCZ+t5arUtyhluULBAtsuVUuaY2sZUmqclukwtA9qxbk1FHbRjrbwB2jFox8fuDU9U"
    "RQTt+Hv0OmjH5bTNQtrxmxzt+E1SO8auObVednqtYqZAy/V5jbzWU5NlOR+tObEtSmppOW"
    "HX5+q56WDDpbZPw6HIcSfEJRO0xCv06Doz9Gi5jCPhXy5MZQ5XuUTWtGSMlTLRZocLAB3S"
    "LwAHOqSTN4AOAR2CwBjoEHgd6JC2dEi4y+Ll+qawyfE6p0PCvOf+yWKbZ0ygeu04IpyhGa"
    "FuxDCG7VhYHgrczZHjhlDXvd5dpB267sQTLny6v26LSq2qtChkeYNXScyB1gOtP3S2DY6f"
    "Ujm9d6Kem2ljU6TAohrGydzLh7XWAc7QSKYINtRlBCFjI9SV6S+wbTtLhmQyrBVSJ/2cF4"
    "Flkuzv//qgBejHPkEL0MkboAWAFnD0sPY0WSFoAd+j10ELeH0twBRoPDluyuzKYtkfw/Y6"
    "Y17rfWx3m0j+HdL/+dS66/zSad820ebrkH6WiSA/ywyQd73+oInk3yG97fRDxcP/xaPs11"
    "m6A2LO/gOMueuM8diyLZ7yXmTDGrUCZFOQdR0uQncDP3LiGhO8Sllzlolvqu1OKGum1ewd"
    "ZPJlYbki4PGZYALi7GV9KabHX98Xon7jhWVzi7Izeb/XYHkHWfUX1V3K+Cdp+U3u0exFOL"
    "YfQECuroAc6c994bKk/hUzg6Va+Uu1whPYvnGhVnjG3GlCu32pVqx26bRQ62bBuOMRv1rK"
    "2Ef4dD1vBMRUBf2fXC+YcFwW9vJ+yzEHT+hF4mUnEzkjUWb6Ugu13qPRM1mpfRblMfmIyK"
    "JoZAYPx0apucb3fgMYCtGtlarDUIhW3oChEBgKOXZHfKKiOAyFfI9eLzIU4qdoLToS4hfX"
    "WZTfcSBk/3m8YZTpsKNMld9fTG4b1UTy75B68xebyPscUtl2NJH8O6Ry9mO71W0i/8uQ3v"
    "za69yI896nHmNK5tSxzHL54EImIBiDUKmHlqV5D6/VTNc7ETf1nYVrklpacp7gbD03OY8o"
    "Z7CgYIHkPEQm3FGpd0xnRtRC1LT8PFnFQHzRj+6D+KKTN0B8AfHl2J3yidJwEF++R6/DPN"
    "TXVwiA4QDDOTDDGeCnWgq1kYfreZyG+wUKDF4vHdcfWg6Sic6w+yyT7Fh8mjYcXcQEOI5+"
    "UTVwHJ28ARwHOA5Eu8BxwOvAcfbBcRpFKE4jm+E0gOAAwTk2wWl/5cSl2O6kztoNna3n0R"
    "3il/Nj0SJDOIK8YOpIaoLYinEyQya2bSZojeVNpn2PvKomJ9CGJ93OHPqEbFG3PfKTNu6z"
    "12sDkdIvdAcipZM3QnsCqretTDwQWFQwIjiI6hlra4sCHTOrINoH2ULUYobsD5JIb0vQt7"
    "Y6Yna+det+ssn51EyQck13yATW2uWvtZNQJaEtvc7uzr/MaUK6fY1dqEbptL5OwZ4xyyo/"
    "OF/7fXtU3ndmZOxMVmg5ddAMr9B4sTpDI1Ej+IKNkEvmBHOmIuZ1DheZ508udVPry+uIOd"
    "64BKZI+VmUo4gRV0TUFn+fCNUPfcMhHcmxEnGpqSNAFrcRRRmR5Bg9ivJymR4aryDOhzgf"
    "4nwYMIEBE+267ROVzmHA5Hv0eqEBk8V6P+HCQyYbi0qS9kKcPYeyxxm72pDKKDsuFbXaCW"
    "jNBkiOIEXZeAekI0YAdCGg/+mMDW5xuxTQEaPqAX0Quc90ZnNMV6UrddwO4C4E95KMmVQD"
    "SyAdMqkeyI1CIDdyQG6kTJOeTET4UmplbsgEcgXuvgTXdkxcrs0OLKpXuS8aBer2RSOzas"
    "tTseFGtWhUPDfHll1q1DFuWD20D9KULHjK4G52M+IXhyZk9ybEJY/EdcsRxrBN9Sq2CCMK"
    "RiK5oUgKmaET8RTG3N+BqTifidoB4kUR93ISM8sfbiyjgMVMKyiBna7klVQ6vfG89Jdqez"
    "KfwFpn/auym0Uw03FT3s/MkZ5NeUizn5JmH3N5ux3fhMBa406m9mtP1G3xR1T41sO9qPHi"
    "75De9O5E9ZZ/d6nWlwVq9WV28rbEHDomegVvCGXmLGjaAAwxRQk7Yy5dinm8C/Lsz/zraO"
    "OdffQ/t+2bzn3r7sc3f61fxuZ0hTPpZUFuLkRwSs1SiQnTrTV+C3blyEUocjZDTuQolFs/"
    "PDpyd05jMd9hpDH1ArCYROdgS42vYJNbLxZf7eDyNHvwuM4e98YuxQXnjgBzlwkF6VcAr+"
    "vsdW9PgTJyXGChR7pNedvKpNuUtydpkWSOPwITkEh3R34i3xEuZ3ZzObs54YDclRpJ4yMu"
    "2NgcOd0VG46czOGUG8KNGFUvhj+UXOotRdile49aQreuc7eu1iskHTwQRCxjQsTa4HjqaO"
    "0VOm2ZJz2/69j48a7X/bAuHu9PUpovl2AmcCu57ixh+Q3rCU7ndSqxRsBZit9cEtWwDeAZ"
    "22AYNiQ8yJJ1bypIOVAjRlBR04Z1SwIasoEqGgOUEzwrvdJtYwLVM3dVdLDxwB7WRQfbHZ"
    "wkstsXR0cavvTl0Wl91h7ghe1dU/BVzeYewO2vr1NVZMP9y3ZYVRi6B1jvyXrlVkWbg3C8"
    "vh1W2SntAdWBf5mKYhrqurdDGqKh++jCxNUeNherKL5J5q5bmo/2TM5Kz8j14Z2sb91QiW"
    "zKbc9BThH5SRZH/roPmWMDqywFTYQZkrVkUkeYTuR/FpfbW6sFTy6ZpKQn/9arQSIO3cLn"
    "OoJEHDp5I5SIA9uLUmMvGwOd59LuOnmq0GLyi5zV5BfJ5eTUcWfYthgplW0valVBrM8bRa"
    "ZkilLZQ1yNxLRMUdktXi6vTNjkeIllTmjGscWMF+JaonBKBd6WxDBsCePiJcbFBXZjR/Qy"
    "u4AeMgTMIXukJjopZI8sxi71zR75UbiD1DJopXeyvpVWzjflCmxtpQojL39RwALfo1EQHo"
    "0k/Wufvbm6rCPHRV1psFQb9wpmaDoLe4Kow9GYoIXwvMu446RxzoPeCgipbu1UHQipVt4A"
    "QnqkHWFejY1qpvYeOokcMFFgosCKgBUBK6o6K8rY4Xd9qr6VERXe6vfz1DKnKsJDJnZdi8"
    "h89PKQuELaLlZbSgMr0a2dqAMr0cob0AkeakIqfipbkzcWACZEFMeIKGL1dQ+Q+uFAVREN"
    "XlGdQjQ1M/VmiulTqnQdPp0bqnkTQM2g5NZwrUcJYpzMAzX5BxGC4dUZ6opnYGoCk78pkQ"
    "zOsEvQM5lzNcVpSlZoSVwS7E/0aD0tRBuA2MJ98XeGi4R7B73bkLqiu56JW3nTrtTewOI/"
    "iCMhjoQ4skTg8+g6M2OX9U0JQ1iVk4Js6U07wkbVk7UPspWEwmy9mV462NsTESYuojH4lU"
    "3MyZ2dmqKYGfCxJKxl26GQSQVHMQ/SDAnIvrURil1CZ+Qr2wYxIm44YYZFjYy1iNfWU3aq"
    "4BTrCmUN/uv5+cXF2/OfL67eNS7fvm28+3kzhJo8lTeWet35IAf2Il5JjvSVzwtU2f0Dq5"
    "QQaLwq2cFvDIBjwCgACNeayaylhOtxSnAEq9DjkG4aPJ2E6/YLUU+ckKy9E/U8sZpsihRS"
    "qT1V+wyNGPkyQq7FCEPjFZLzm+fERZ7EVkcWletsZxZHjjshbnLKwTdeC4Rk3VrrOgjJWn"
    "kjzJu+lKVKX3ZmR7r1la9DjxRmCcxzRB2/vM66wo6KzlURQecqW8+5Sm7ltRj/k5jcKAty"
    "3K6CYF8WAfsyG+zkVipr0Eqm2ItYAZuJqyey1zCexW8oU3+jVhWsvfuXDD3IytXdsA2oGi"
    "D7fQey3wtxWbkFSCGLConoe1t+5DHbUtugh0yOv2PK67wne9uhI6EUvo4M01pMLN6m3F3V"
    "UrSY0Nl6niCDZTmDbAoWkmVU8TM0mmI2HSHTke+nnKznnVAz8eR/8jQak0dHLUR/jxghaO"
    "QTXPErqSWs07Wafd8ABBz9+nkQcHTyBgg4ML6tgwOqFOhuI97bJwKdDgmv3bflsu0m8j6H"
    "tPWxY/zW/qOJ/C9D2v+jP2jfN5H3Ge/3gbJr++KV2RqHGmMyxfaj6O3KYBq3A1wT9TSVMu"
    "fqd+mUWatmQxuZ31lw08maG7u9oQ6Z6wx37VZ0dU0k/w7pQ/uXT305+dL/skuL/K6AH95l"
    "uuFd3AtZ+d6zq3lgofFE/R1reaPQ9ORGzvTkRnJ68quOZ2kNd+WGszRDez89IYidr7Ydsb"
    "/rQakoJDCpYIPRKNJgNLIbjEay/xM/k6U3GHl9YNiqejhfFUnIfpWdj/0qkY5dCsdpIhfF"
    "7iod47VFPEPbinsNS3Wajmu/Ndg0HQLH60639fBH+n601ymtx/Ufg3brtYdK/vx/1zfCHA"
    "=="
)
