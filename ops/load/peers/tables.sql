-- The same leads for servers that know one tenant and no row security: plain tables, keys, and the index of the list.
create schema peer;
create table peer.member as select id, name, email from public.member;
create table peer.stage as select id, name from public.stage;
create table peer.source as select id, name from public.lead_source;
create table peer.lead as
    select id, number, first_name, last_name, company_name, job_title, status, created_at, owner_id, stage_id, source_id
    from public.lead;
create table peer.stage_change as select id, lead_id, to_name, at, seconds_in_stage from public.stage_change;
alter table peer.member add primary key (id);
alter table peer.stage add primary key (id);
alter table peer.source add primary key (id);
alter table peer.lead add primary key (id);
alter table peer.stage_change add primary key (id);
create index on peer.lead (created_at desc, id desc);
create index on peer.lead (status, created_at desc, id desc);
create index on peer.stage_change (lead_id, at);
analyze;
grant usage on schema peer to leadhub_app;
grant select, insert on all tables in schema peer to leadhub_app;
