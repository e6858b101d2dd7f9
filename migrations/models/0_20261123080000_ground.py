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
        CREATE TABLE "secret" (
            "id" UUID NOT NULL PRIMARY KEY,
            "tenant_id" UUID NOT NULL,
            "kind" VARCHAR(12) NOT NULL,
            "hash" TEXT NOT NULL
        );
        COMMENT ON COLUMN "secret"."kind" IS 'PASSWORD: PASSWORD\nINVITATION: INVITATION\nREFRESH: REFRESH\nRESET: RESET\nAPI_KEY: API_KEY';
        COMMENT ON TABLE "secret" IS 'The hash of a secret. The application may write it and never read it: a definer function compares.';
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
        CREATE TABLE "password_reset" (
            "id" UUID NOT NULL PRIMARY KEY,
            "tenant_id" UUID NOT NULL,
            "created_at" TIMESTAMPTZ NOT NULL,
            "expires_at" TIMESTAMPTZ NOT NULL,
            "used_at" TIMESTAMPTZ,
            "member_id" UUID NOT NULL
        );
        COMMENT ON TABLE "password_reset" IS 'A one-time permission to set a password, valid for a short time.';
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
        create index external_id_value on external_id (tenant_id, system, external_id, lead_id);
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
    "eJztXW1z4ji2/isqvuxslSc1nYR0L33rVpGE6WEngb6Bnp7Zyy1HGBG8MTJti9Ds7vz3K8"
    "k2fjc2DUS4z5dALB3ZPEeWzvPo7d+NuT0hlnvWJo5pzBot9O8GxXPCvyRSNNTAi0V4XVxg"
    "eGzJrDjMM3aZgw3Gr06x5RJ+aUJcwzEXzLQpv0qXliUu2gbPaNKn8NKSml+WRGf2E2Ez4v"
    "CE//0/ftmkE/KVuMG/i2d9ahJrEntUcyLuLa/rbL2Q17qU/SwziruNdcO2lnMaZl6s2cym"
    "m9wmZeLqE6HEwYyI4pmzFI8vns7/ncEv8p40zOI9YsRmQqZ4abHIzx3r4bWGrvf6Q33QGe"
    "p6owJAhk0FuPxRXfnrn8Qj/Hj+5vLt5buLq8t3PIt8zM2Vt396tw6B8QwlPL1h40+Zjhn2"
    "ckiMQ1BfiOOKR0ohezPDTja0EZMEvvzBk/gGaBYBHFwIEQ5r1TEgnuOvukXoExOvxnmzWQ"
    "Dob+2Hm1/aDz/wXH8Vt7T5a+C9HT0/6dxLE6iHKIuXqgLCfvYaovvmp59KoMtz5aIr0+Lo"
    "8jsy4r3acYT/Puj3shGOmCRQnpgGQ/9Blumm2ooTQLsAXAGGKHnuul+sKKY/3Ld/T8J9c9"
    "e/luDYLntyZCmygGsOvWigp8+R1kRcGGPjeYWdiZ5Ksc/tvLzppPn5PHkFU/wkgRS/WPw+"
    "v8saEoopy+rM/JTCzoyFebZ1Zo0uc9GjZ6Cbk0dkusjkl+wVReZEQ66N2AwzZFOCnKVFkD"
    "1Fjr1CLjGWjsnW/IvzQlxEeMO5RvIJzhoJbx7qHnvubj996t5W6G+XS3NyJmx2eZO2d7uN"
    "/5ouqSG8hCyCJ7Pl+OzZZGfirm+9v//dOP57Jl+pi6u/Jl8fiUNxZ7zxfxXkY0b7dECZpi"
    "zHBfKFO9P9R7OnOn+/bEdJb5QIhXKDzPxIKCPS3Bfkb5SONCO9skPEL9dxRsd8y1OYOSc5"
    "nXPMMtk/+6ZnwZcT7KUb/AdO+tRa+61aAa7D7n1nMGzff4x13bftYUeknMur68TVH64S3f"
    "mmEPS5O/wFiX/RP/q9TvKl2OQb/qMhngkvma1Te6XjSaQBDq4GqMW8vlxMdvR63BK8rorX"
    "A4wibvefPvS6ay2fqhCcIP9+GM7rEvQYv7ksQ28u89nNZYrcyM8K0Ab5a0gez0uRx/MC8n"
    "ieJo8uw2zpZiPcocu5RLnLnwpTg6Qr8sb6eHg32jfD7m+disGUb9VC3ueIDj4NPnZ6t53b"
    "Ftp8HVFO/Abd3ocW8r8kiUopkn9ehuOf51P886STRIv/L859qrwIUZsjOufT8OZQYW4c5a"
    "vLEihfXeaiLJISEdvScQg11lVQjtocE+XB7XFQvigB8kUuxhdJiP2n5QAuKXMqIZ1helTA"
    "j4N3maYjv+VINRxz7D7rQuzjBNTVp7ajv5hkxWlbGvlr2+YUlmaDX1hOwg1jXtCh/LC5cl"
    "wWfd3v38VC0evuMOGDT/fXHd6qS9fwTCbzqLOkhYoohvdkPpYaWEox9FO0IsVwHubZqhi2"
    "0YLXDZsik0rJzhNC3ot/2cr2/3URm5E1wg6RF73y3bQ0+K2FgQaonuoEGqBK3gANEDTATJ"
    "xBDQINELxeTgMkc2xaVQjNxqCOUlWzDDvnuQpmkaT4OUiBh5UCHU4AdxUCA1uVsW70P/c6"
    "Dy0kP0a0fXvf7bWQ/BjR+3av/UGk+l94+odOb8jTxceI/tbtfBbJ3qcasuAJarfd3m/dYa"
    "eqeBWYtZD/hXunhJyrhpcs7DLdNZ+obtIdYoIM8z0EBn4co0rrdrpxQDr88/QXpyKFjVt9"
    "A4c9Hc9u4aUp1SwFcRrfn22H8FflV7JOtX0JSFPK10nCGl6NPICDVxstK1GvOAD8ZxNPnL"
    "xpD27at53Gn68jRw4IJ7mZExj9FK1IjnTDPFvlyOGMoBl2Z2LWIEae5RkSV3n5lmlgKd7M"
    "8RqtHJMRZDKE6QRRMZsQCcbCr7S4JfeiySsJ2ug9hj1fYF5r06LlcW4J0qZqjZYG0qZS3g"
    "jRf+Y/dNdQObBVmt18bA8Gn/sPPAAOvo2oDJfbw26/54fO8vuIPnR+fugMfmkh/4u4wssV"
    "//MPHl1/7Oq/dv7g4bX3RY1IWjSoaRcOydccbTrIr7Lb9hIid34fxqLj1NKGTYR81+99CL"
    "In1zsoM1A5JHieFRfI64VRAQtylBiipNxcDiLOgjHFv7i8FyJycYEoKHMssqQV9Mzq9QXQ"
    "M6vkDRh0hEHHY/ehJzr8BIOO36PXyww6wpDYYYfEhNRSOTCIGYGSW6jkeljtQcgNuMFJYr"
    "pdxo3VKZVUXIF7/sTSSKq2jbfpVWaYfp7ZaGU7z67gYquZacwk+UoztqKMQNJUayk0IGlK"
    "eSPyQsuXs+qgZtTo2Ogr2RXGVnWJRq9qdd6YAJzFkUUgBR4nrlAU0u2BRaRGZYcV6UZgD6"
    "iWHnY/WVxjTZ9KAdsDmfJ3aDa0nwnNCtli6YVBm+Pl5PFTkHVr2NanBFkmfQ6GxV0h4/3F"
    "RcaMY/kePS5dKUTI/X9WM0LFuPgKu4h85Tko/z1oajtSe6fkK0tHewcoH4JE1Rp9CBLV8g"
    "ZIz/UVIctIz+TrwuSl7eD1uGUNvX4iXi41r9XvOysPL7j7fK3V1O9q4V8/WqrYd8atgJQW"
    "k1IfrT0wqEFY0mkCu51CxauWShwqAD9z7vLGL0WTl8NMJWYqTfHctNZyz1OPciFJuVxvT9"
    "QxecIUrUw2k9sjiKUiPwqy45AX+5k7QnAcQicuwpYlJynNSIZOfrC7AH9SrX3SgD8p5Q3g"
    "T8CfgD/VPr6WPeVOL3fcEljUKXh5TAzMqW/a1fmTszJMd5qnpZh3D71DLHcO91/OMvhspC"
    "MmNUS4zAEul/nnt1ymjm+Bsf+DL2iGgdWg/pzswGqXvpgMsxxdIJKqFUkDZjxfCXWA0/Ef"
    "Rb+PVngtJrmJEUwsdkvkBZGJvxXie3mciiT08mwVih69RcmPmlynTCZZksA+iwYdQLX2SA"
    "MdQClvgA4AOgDoALVniNgwyGK3tzthCkqAyn4Gved78LIfC+vjdcVgKWUIK8VAdTgApKA6"
    "HEl1yG4Vjomums3AdnBTTaFKss5H7Lor25k8EDd7t7p4Bq1I3Fn4WXVnk7eKwLMgztyUM0"
    "cQsxEvAWEUFKmhF2yZ3vx1jNyZ7TAkw4QiWWfnAkHMUa2Z10DMUcobIOaAmANiTu3pH0yK"
    "r7d/gYQCCVWGJyk79N1emNxPjQxy5KdoRawIL0z92c9Ugg7xrN48dNeweRUUk83FALS9oh"
    "oylpzCMESwMUO8jUVjnlXMXhcZZDTFyYzYdHtiiwnqNIsc7bt4oEqqNUYaUCWlvAE7gcJO"
    "oMfuc2vMPGEn0Lp5PYOpwE6gR94JdGZmbVOZj2+Qv4b4HuAgOxlqp+H9+6Dfy4Y3tEg2U6"
    "bB0H+QZboH6/5fh2ELLGJtUeqQh+R5DolGRhRwnQAeVMpdXKF435AOCeQZgjtKlUlb0CtV"
    "9jRMOvsevBzQs8qTzlKGoE4Xq9MhYKBQl1CoU/VLJZX6jnv+gWA3e4FWJFUrUqstnk93wo"
    "wltipfS2XORdghSJhn7VKemQe0Y9WaCg20Y6W8AdoxaMfH7g1PVEUE7fh79Dpox9W0zVLa"
    "8ZsC7fhNWjvGjjEzX3Zb8Rc3BVquzmvktZ4p7vhKqxTMBbFMShpZCxSCNK1wbUI01/ZpOB"
    "TZzoQ4ZCL3hpg69hxNTcdliPuXcVOxoEAcX2+YIsbKmGizQwFAh9QLwIEOqeQNoENAhyAw"
    "BjoEXgc6pCwd4u4yWbW+KWpyvM7pkDDvuX8y3c0zplC9tm0eztCcUDdmmMB2zC0PBe7myn"
    "FDqOt+/y7WDl13h4m6++n+usMrtazSPJPpDV6lMQdaD7T+0AdNMPyUyem9BK3wkIlNlhKL"
    "alxGFt6heYEOcIYexRl4uiyGEzL3EfXEyQ/YsuyViwinC2skE/3jHkLLNNnff/mgBajHPk"
    "ELUMkboAWAFnD0sPY0WSFoAd+j10ELeH0twOBoPNlOxuxKgXGHLuepuZXxFjVirzLmjf7H"
    "Tq+FxN8R/Z9P7bvuz93ObQttvo7o5z7PwP+M6F1/MGwh8XdEb7uDSPbof8ko+3WW7oCYs/"
    "8AY+HYYzw2LZNlvBf5sMatANkMZB2b8dBdx1NGHH2C1xlrznLxzbTdCWXFtJq9g0y+LE2H"
    "Bzw+E0xBnL+sL8P0+Ov7ItRvvDQtZlL3TNzvNVjeQVb9xXWXKv5JW36TexR7EY7tBxCQ6y"
    "sgx/pzX7isqH8lzGCpVvFSregEtm9cqBWdMXea0G5fqpWoXSot1LpZusz2iF8jY+wjmqwV"
    "jYAYMqP/k7WSZ22LzN6R12LMwRN6EX/ZyUTMSBQ7fcmFWu/R4zNZP8oTr/g18Yjy6CsjfD"
    "j3MfOY7b3fAIZCVGulNBgKUcobMBQCQyHH7ohPVBSHoZDv0etlhkL8LVrLjoT42VUW5Xcc"
    "CNn/EdYwynTYUaZn/tN2HWEKbFXGujHs/D5sIfF3RL35iy3kfY6oaDtaSPwdUTH7sdPutZ"
    "D/ZURvful3b3i696nGmJIxs02j2n5wERMQjEGoVEPLUryHV2qm6x2Pmwb20jFII2tznjBV"
    "K9ych+fT3TBjic15iNhwR269Y9hzIheiZu3Pk5cNxBf16D6ILyp5A8QXEF+O3SmfKA0H8e"
    "V79DrMQ319hQAYDjCcAzOcIX5qZFAbcVkr4jTMz1Bi8Fqc2+sNLYebic6x8yw22THZLGs4"
    "uowJcBz1omrgOCp5AzgOcByIdoHjgNeB4+yD4zTLUJxmPsNpAsEBgnNsgtP5yohDsdXNnL"
    "UbSdWK6A7x8/mxaJkhHE5eMLUFNUHu2mVkjgxsWS6nNaY3mfY98qqamEAbnXQ7t+kTsnjd"
    "9shP1rjPXssGIqVe6A5ESiVvRM4ElG9blXggtKhhRHAQ1TPR1pYFOmFWQ7QPcoSo6eqiP0"
    "gjvW2DvsDqiLvzBa37yW7OJ2eCVGu6Iyaw1q54rZ2AKg1t5XV2d34xpwnp9jV2kRql0vo6"
    "CXvOLKvi4Dzw+/aofGDPydierNFqZqM5XqPxcn2GHnmNYEv3ETlkQTBzZcQc7OEi9vkTS9"
    "3k+nINubY3LoEpkn7m+ShyicMjapO9T4Xqh77hiD6KsRJe1MzmIPPb8KwuEeQYTXl+sUwP"
    "jdcQ50OcD3E+DJjAgIly3faJSucwYPI9er3UgMkyOE+49JDJxqKWpL0UZy+g7EnGLg+k0q"
    "uOS8WtdgJasQGSI0hRFt4B6ZgRAF0K6H/aY52ZzKoEdMyofkAfRO4z7PkC03XlSp20A7hL"
    "wb0iY1eogRWQjpjUD+RmKZCbBSA3M6ZJTyY8fKm0MjdiAnsF7r4E17INXK3NDi3qV7kvmi"
    "Xq9kUzt2qLpMRwo1w0yp+bYdOqNOqYNKwf2gdpSpYsY3A3vxnxs0MTsnsT4pApcZxqhDFq"
    "U7+KzcOIkpFIYSiSQWbohD+FvvBPYCrPZ+J2gHhZxL09iV3TH26sooAlTGsogZ2u5JVWOr"
    "3xvOyXavtmPqG1yvpXbQ+LcA3byXg/c0d6Nvlhm/2MbfYxE7fb8U0IrRXuZBq/9Hnd5n94"
    "hW8/3PMaz/+O6E3/jldv8XeXan1ZolZf5m/elppD5/JewRtCmdtLmjUAQwyew8qZS5dhnu"
    "yCPPszvxxlvLOP/ue2c9O9b9/98OZv2mViTld0J708yI0lD06pUWljwmxrhd+CXTlyGYqc"
    "z5BTexSKox+mtjidU18udhhpzCwAFpOoHGzJ8RVsMPPFZOsdXJ5lDx5X2ePe2CUvcGFzMH"
    "eZUJBdAnhdZa97ZwpUkeNCCzW22xS3rc12m+L2JCuSLPBHaAIS6e7IT8Q7wsTMbiZmN6cc"
    "ULhSI218xAUbmyunu2LDFpM57GpDuDGj+sXwh5JLvaUIu3TvcUvo1lXu1uV6hbSDh5yI5U"
    "yICAyOp442XqHTFvukF3cdGz/e9XsfguzJ/iSj+XIIdjluFdedpSy/YT3B6bxOFdYI2Cv+"
    "myuiGrUBPBMHDMOBhAdZsu5NBakGaswIKmrWsG5FQCM2UEUTgDKC55VXum1MoHoWrooODx"
    "7Yw7ro8LiDk0R2++LoWMOXvTw6q8/aA7xwvGsGvrLZ3AO4g6CcuiIb7V+2wyrD0D3Aek+C"
    "lVs1bQ6i8fp2WEWntAdUh34xNcU00nVvhzRCQ/fRhfHSHjaF1RTfNHNXbZuPzlzMSs/Z68"
    "NL1LYeqEQ2+bbvQU4R+VFkR/66D7HHBpa7FLQQdpGoJRMNYToR/5lMHG8tFzw5ZJKxPfm3"
    "lgYbcagWPmsINuJQyRuRjTiwtaw09rIxUHku7a6Tp0otJr8oWE1+kV5OTm1nji3TJZV224"
    "tb1RDr82aZKZk8V/4QVzM1LZNXdpNV21cmanK8jWVOaMax6eovxDF55owKvG0Tw6gljItX"
    "GBfn2I1t3svsAnrEEDCH3SMV0Ulh98hy7FLd3SM/cneQRg6t9BK1rbRysclX4mgrmRl5+x"
    "eFLPA9egzDo0dB/zpnb64uNWQ7qCcMVvLgXs4MDXtpTRC1GRoTtOSed1xm21mc86C3AkKq"
    "WjulASFVyhtASI90IsyrsVHF1N5DbyIHTBSYKLAiYEXAiurOinJO+A2StK2MqPRRv59npj"
    "GTER4ysOOYROxHLy7xErJOsdqSG1iJau2EBqxEKW9AJ3ioCan4qWpN3lgAmBBRHCOiSNTX"
    "PUDqhwN1RTR8RVUK0eTM1JsZpk+Z0nU0uTBU8yaAGmHOreFanxLkMrII1eS/8BAMr89Qjz"
    "+DKycw+YcSieAMOwQ9kwWTU5xmZI1WxCHh+URT82nJ2wDkLp0X/2S4WLh30LuNqMO76zm/"
    "lTftSp4NzP+DOBLiSIgjKwQ+U8ee67usb0oZwqqcDGQrH9oRNaqfrH2QoyQkZsFhetlgb9"
    "+IMFWIwuDXdmNOZu/UFCXMgI+lYa3aDkVMajiKeZBmiEP2rY1QogiVka9tG+QSfsOJq5tU"
    "z1mLeG0+5W8VnGFdo12D/3Z+fnHx9vyni6t3zcu3b5vvftoMoaaTisZSr7sfxMBezCvpkb"
    "7q+wLV9vzAOm0INF5X7OA3BsAxYBQAhGvFZNZKwvU4IziCVehJSDcNnkrCdeeFyCdOSdZe"
    "glYkVpNNllIqtadqn6FHl3x5RI7pEheN10jMb14QB3kSm4ZMKtbZzk2GbGdCnPSUg28sC4"
    "Rk1VprDYRkpbwR5U1fqlKlLzuzI9X6ytehRxKzFOYFoo6fX2VdYUdF56qMoHOVr+dcpY/y"
    "Wo7/SQymVwU5aVdDsC/LgH2ZD3b6KJUAtIpb7MWsgM0k1RPRa+jP/DdUqb9xqxrW3v1Lhh"
    "5k1epu1AZUDZD9vgPZ74U4brUFSBGLGonoe1t+5DHbSsegR0yOf2LK67wnezuhI6UUvo4M"
    "015OTNahzFk3MrSYSKpWJMhgkU8nm4ylZBmZ/Qw9zrA7e0SGLd5PMVnPS5Az8cR/IhmNyd"
    "SWC9HfI5cQ9OgTXP4rqcmts7Wafd8ABBz1+nkQcFTyBgg4ML6tggPqFOhuI97bJwKdDglv"
    "3HfEsu0W8j5HtP2xq//a+aOF/C8jOvhjMOzct5D3mez3gbIr++JVORqH6mMyw9aU93ZVME"
    "3aAa6peppJmQv1u2zKrFSzoYzMby+ZYefNjd3eUEfMVYa7ccu7uhYSf0f0ofPzp4GYfOl/"
    "2aVFflfCD+9y3fAu6YW8/d7zq3loofBE/R1rebPU9ORmwfTkZnp68quOZykNd+2GsxRDez"
    "89IYidr3YcsX/qQaUoJDSpYYPRLNNgNPMbjGa6/+M/081uMIr6wKhV/XC+KrMh+1X+fuxX"
    "qe3YhXCcJXJR7KyzMQ4skju0rZnXsNSn6bj2W4NN08FxvO722g9/ZJ9He53Relz/Mey0X3"
    "uo5M//B0d0whw="
)
