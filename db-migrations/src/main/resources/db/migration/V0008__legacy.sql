-- What came in from older systems: runs, where each stands, one outcome per row, and which of our
-- records stands for which row at the source. Below it, the job repository of Jakarta Batch.

create table legacy.import_run (
  id            uuid        primary key,
  clinic_id     uuid        not null references medflow.clinic,
  source_system text        not null check (source_system in ('lv')),
  source        text        not null,
  file_path     text        not null,
  file_hash     bytea       not null,
  dry_run       boolean     not null,
  status        text        not null default 'STARTING'
                check (status in ('STARTING', 'RUNNING', 'COMPLETED', 'FAILED')),
  failure       text,
  started_by    uuid        not null,
  started_at    timestamptz not null default now(),
  ended_at      timestamptz,
  holder        uuid        not null,
  lease_till    timestamptz not null,
  attempts      int         not null default 1,
  check ((status in ('COMPLETED', 'FAILED')) = (ended_at is not null))
);
comment on column legacy.import_run.holder is
  'The job execution that may write; a row whose job no longer holds the run is refused.';
create unique index import_run_one_uk on legacy.import_run (clinic_id, source_system)
  where status in ('STARTING', 'RUNNING');
create index import_run_newest on legacy.import_run (clinic_id, started_at desc);

create table legacy.import_progress (
  run_id       uuid   not null references legacy.import_run,
  clinic_id    uuid   not null references medflow.clinic,
  source_table text   not null,
  last_line    bigint not null default 0,
  rows_read    bigint,
  primary key (run_id, source_table)
);
comment on table legacy.import_progress is
  'The watermark, moved in the transaction of the row it stands on; rows_read is counted at the end.';

create table legacy.import_row (
  id           uuid        primary key,
  run_id       uuid        not null references legacy.import_run,
  clinic_id    uuid        not null references medflow.clinic,
  source_table text        not null,
  line         bigint      not null check (line > 0),
  source_key   text        check (length(source_key) <= 80),
  row_hash     bytea       not null,
  outcome      text        not null check (outcome in
               ('CREATED', 'UPDATED', 'UNCHANGED', 'ORPHAN', 'INVALID', 'REVIEW', 'ERROR')),
  reason       text,
  notes        text,
  target_id    uuid,
  candidates   uuid[]      not null default '{}',
  raw_sealed   bytea,
  at           timestamptz not null default now(),
  constraint import_row_line_uk unique (run_id, source_table, line)
);
create index import_row_key on legacy.import_row (run_id, source_table, source_key);
create index import_row_aside on legacy.import_row (run_id, source_table, line)
  where outcome in ('ORPHAN', 'INVALID', 'REVIEW', 'ERROR');

create table legacy.legacy_mapping (
  id             uuid        primary key,
  clinic_id      uuid        not null references medflow.clinic,
  source_system  text        not null,
  source_table   text        not null,
  source_key     text        not null,
  target_type    text        not null,
  target_id      uuid        not null,
  target_version bigint      not null,
  row_hash       bytea       not null,
  first_run      uuid        not null references legacy.import_run,
  first_at       timestamptz not null default now(),
  last_run       uuid        not null references legacy.import_run,
  last_at        timestamptz not null default now(),
  constraint legacy_mapping_uk unique (source_system, source_table, source_key)
);
comment on constraint legacy_mapping_uk on legacy.legacy_mapping is
  'An old number stands for one person in the whole group, whichever clinic brought it in.';
create index legacy_mapping_target on legacy.legacy_mapping (target_id);

do $$
declare
  scoped text;
begin
  foreach scoped in array array['import_run', 'import_progress', 'import_row', 'legacy_mapping'] loop
    execute format('alter table legacy.%I enable row level security', scoped);
    execute format(
      'create policy %1$s_scope on legacy.%1$I to medflow_app
         using (clinic_id = any ((select medflow.clinic_scope())::uuid[]))', scoped);
  end loop;
end $$;

-- The launcher and the watch know a run before they know its clinic; these say only which it is.
create function legacy.run_clinic(run uuid) returns uuid
  language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$ select clinic_id from legacy.import_run where id = run $$;

create function legacy.runs_left_behind() returns table (run uuid, clinic uuid)
  language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$ select id, clinic_id from legacy.import_run
         where status in ('STARTING', 'RUNNING') and lease_till < now() order by started_at $$;

revoke all on function legacy.run_clinic(uuid), legacy.runs_left_behind() from public;
grant usage on schema legacy to medflow_app;
grant execute on function legacy.run_clinic(uuid), legacy.runs_left_behind() to medflow_app;
grant select, insert, update on legacy.import_run, legacy.import_progress, legacy.legacy_mapping
  to medflow_app;
grant select, insert on legacy.import_row to medflow_app;

-- JBeret 3.1 (sql/jberet-postgresql.ddl of jberet-core); it finds them through the search path.
create table batch.job_instance (
  jobinstanceid   bigserial primary key,
  version         int,
  jobname         varchar(512),
  applicationname varchar(512)
);

create table batch.job_execution (
  jobexecutionid  bigserial primary key,
  jobinstanceid   bigint    not null references batch.job_instance on delete cascade,
  version         int,
  createtime      timestamptz,
  starttime       timestamptz,
  endtime         timestamptz,
  lastupdatedtime timestamptz,
  batchstatus     varchar(30),
  exitstatus      varchar(512),
  jobparameters   varchar(3000),
  restartposition varchar(255)
);
create index job_execution_instance on batch.job_execution (jobinstanceid);

create table batch.step_execution (
  stepexecutionid      bigserial primary key,
  jobexecutionid       bigint    not null references batch.job_execution on delete cascade,
  version              int,
  stepname             varchar(255),
  starttime            timestamptz,
  endtime              timestamptz,
  batchstatus          varchar(30),
  exitstatus           varchar(512),
  executionexception   varchar(2048),
  persistentuserdata   bytea,
  readcount            int,
  writecount           int,
  commitcount          int,
  rollbackcount        int,
  readskipcount        int,
  processskipcount     int,
  filtercount          int,
  writeskipcount       int,
  readercheckpointinfo bytea,
  writercheckpointinfo bytea
);
create index step_execution_job on batch.step_execution (jobexecutionid);

create table batch.partition_execution (
  partitionexecutionid int    not null,
  stepexecutionid      bigint not null references batch.step_execution on delete cascade,
  version              int,
  batchstatus          varchar(30),
  exitstatus           varchar(512),
  executionexception   varchar(2048),
  persistentuserdata   bytea,
  readercheckpointinfo bytea,
  writercheckpointinfo bytea,
  primary key (partitionexecutionid, stepexecutionid)
);

grant usage on schema batch to medflow_app;
grant select, insert, update, delete on all tables in schema batch to medflow_app;
grant usage, select on all sequences in schema batch to medflow_app;
