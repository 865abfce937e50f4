-- The migration engine: every table of an earlier system, its counts, sums and dates; rows set aside
-- and what a person made of them; rows that wait for the room they belong to; codes as data.

alter table legacy.import_run
  drop constraint import_run_source_system_check,
  drop constraint import_run_status_check,
  drop constraint import_run_check,
  alter column file_path drop not null,
  alter column file_hash drop not null;
alter table legacy.import_run
  add constraint import_run_system check (source_system in ('lv', 'carevision')),
  add constraint import_run_status check (status in ('STARTING', 'RUNNING', 'PAUSED', 'STOPPED',
    'COMPLETED', 'FAILED', 'ROLLING_BACK', 'ROLLED_BACK')),
  add constraint import_run_ended check (
    (status in ('STOPPED', 'COMPLETED', 'FAILED', 'ROLLED_BACK')) = (ended_at is not null)),
  add column report text,
  add column report_key text,
  add column report_signature bytea,
  add column undone bigint not null default 0,
  add column kept bigint not null default 0;
comment on column legacy.import_run.report is
  'The reconciliation as it was signed, byte for byte.';
drop index legacy.import_run_one_uk;
create unique index import_run_one_uk on legacy.import_run (clinic_id, source_system)
  where status in ('STARTING', 'RUNNING', 'PAUSED', 'ROLLING_BACK');

alter table legacy.import_progress
  add column place     int    not null default 1,
  add column target    text   not null default 'patient',
  add column state     text   not null default 'WAITING'
                       check (state in ('WAITING', 'LOADING', 'DONE')),
  add column expected  bigint not null default -1,
  add column mark      text,
  add column created   bigint not null default 0,
  add column updated   bigint not null default 0,
  add column unchanged bigint not null default 0,
  add column orphan    bigint not null default 0,
  add column invalid   bigint not null default 0,
  add column review    bigint not null default 0,
  add column error     bigint not null default 0,
  add column taken     jsonb  not null default '{}',
  add column aside     jsonb  not null default '{}',
  add column source    jsonb  not null default '{}',
  add column began_at  timestamptz,
  add column moved_at  timestamptz,
  add column ended_at  timestamptz;
comment on column legacy.import_progress.taken is
  'Sums and date ranges of the rows that are ours now; aside: of the others; source: counted again.';

alter table legacy.import_row
  add column source_system text not null default 'lv',
  add column resolution    text check (resolution in
               ('IGNORED', 'REPLAYED', 'LINKED', 'CREATED', 'SUPERSEDED', 'ROLLED_BACK')),
  add column resolved_by   uuid,
  add column resolved_at   timestamptz,
  add column resolved_why  text check (length(resolved_why) <= 300),
  add constraint import_row_resolved check ((resolution is null) = (resolved_at is null));
create index import_row_open on legacy.import_row (clinic_id, source_table, source_key)
  where resolution is null and outcome in ('ORPHAN', 'INVALID', 'REVIEW', 'ERROR');
create index import_row_orphan on legacy.import_row (clinic_id, id)
  where resolution is null and outcome = 'ORPHAN';
grant update on legacy.import_row to medflow_app;
grant delete on legacy.legacy_mapping to medflow_app;
create index legacy_mapping_made on legacy.legacy_mapping (first_run, source_table);

-- What a row held before a run changed our record, so that the run can be taken back.
create table legacy.before_image (
  id         uuid   primary key,
  run_id     uuid   not null references legacy.import_run,
  clinic_id  uuid   not null references medflow.clinic,
  mapping_id uuid   not null,
  version    bigint not null,
  row_hash   bytea  not null,
  image      bytea  not null
);
create index before_image_run on legacy.before_image (run_id, id);

-- Rows of tables whose room is not built yet: read, counted, kept sealed until it is.
create table legacy.staged_row (
  id            uuid        primary key,
  clinic_id     uuid        not null references medflow.clinic,
  source_system text        not null,
  source_table  text        not null,
  source_key    text        not null,
  raw_sealed    bytea       not null,
  version       bigint      not null default 0,
  at            timestamptz not null default now()
);
create index staged_row_table on legacy.staged_row (clinic_id, source_table);

-- Keys that a dry run would have brought in, so that rows that belong to them are no orphans.
create table legacy.dry_key (
  run_id       uuid   not null references legacy.import_run,
  clinic_id    uuid   not null references medflow.clinic,
  source_table text   not null,
  source_key   text   not null,
  row_hash     bytea  not null,
  primary key (run_id, source_table, source_key)
);

-- Codes of earlier systems and what they mean here; '*' stands for every code that is not listed.
create table legacy.code (
  source_system text not null,
  source_table  text not null,
  source_column text not null,
  code          text not null check (length(code) between 1 and 60),
  meaning       text not null check (length(meaning) <= 60),
  primary key (source_system, source_table, source_column, code)
);
comment on column legacy.code.code is 'Upper case, without accents, trimmed.';
insert into legacy.code (source_system, source_table, source_column, code, meaning)
select 'carevision', 'Ag_Rdv', 'status', c, m from (values
  ('PLANIFIE', 'SCHEDULED'), ('CONFIRME', 'CONFIRMED'), ('ARRIVE', 'CHECKED_IN'),
  ('EN_COURS', 'IN_PROGRESS'), ('TERMINE', 'COMPLETED'), ('ANNULE', 'CANCELLED'),
  ('NO_SHOW', 'NO_SHOW'), ('ABSENT', 'NO_SHOW'), ('*', 'SCHEDULED')) as v(c, m)
union all
select 'carevision', 'Ag_Rdv', 'typerdv', c, m from (values
  ('CONSULTATION', 'CONSULTATION'), ('CONSULT', 'CONSULTATION'), ('CONTROLE', 'FOLLOW_UP'),
  ('CONTROL', 'FOLLOW_UP'), ('SUIVI', 'FOLLOW_UP'), ('URGENCE', 'EMERGENCY'),
  ('URGENT', 'EMERGENCY'), ('REFRACTION', 'REFRACTION'), ('CHIRURGIE', 'SURGERY'),
  ('OPERATION', 'SURGERY'), ('IVT', 'PROCEDURE'), ('INJECTION', 'PROCEDURE'),
  ('LASER', 'PROCEDURE'), ('EXAMEN', 'OPHTHALMOLOGY'), ('FOND_OEIL', 'OPHTHALMOLOGY'),
  ('CHAMP_VISUEL', 'OPHTHALMOLOGY'), ('OCT', 'IMAGING'), ('ANGIO', 'IMAGING'),
  ('*', 'CONSULTATION')) as v(c, m)
union all
select 'carevision', 'Ag_Rdv', 'past', 'PLANNED', 'COMPLETED_UNKNOWN';

-- Codes met that no line above names: how often, and in which run last.
create table legacy.unknown_code (
  clinic_id     uuid   not null references medflow.clinic,
  source_system text   not null,
  source_table  text   not null,
  source_column text   not null,
  code          text   not null,
  rows          bigint not null,
  last_run      uuid   not null references legacy.import_run,
  primary key (clinic_id, source_system, source_table, source_column, code)
);

do $$
declare
  scoped text;
begin
  foreach scoped in array array['before_image', 'staged_row', 'dry_key', 'unknown_code'] loop
    execute format('alter table legacy.%I enable row level security', scoped);
    execute format(
      'create policy %1$s_scope on legacy.%1$I to medflow_app
         using (clinic_id = any ((select medflow.clinic_scope())::uuid[]))', scoped);
  end loop;
end $$;
grant select, insert, update, delete on legacy.before_image, legacy.staged_row, legacy.dry_key,
  legacy.unknown_code, legacy.code to medflow_app;

create or replace function legacy.runs_left_behind() returns table (run uuid, clinic uuid)
  language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$ select id, clinic_id from legacy.import_run
         where status in ('STARTING', 'RUNNING', 'ROLLING_BACK') and lease_till < now()
         order by started_at $$;

create function legacy.row_clinic(row_id uuid) returns uuid
  language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$ select clinic_id from legacy.import_row where id = row_id $$;
revoke all on function legacy.row_clinic(uuid) from public;
grant execute on function legacy.row_clinic(uuid) to medflow_app;
