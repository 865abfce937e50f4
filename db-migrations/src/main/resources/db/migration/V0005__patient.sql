-- One row per person in the whole group; a clinic sees the persons it is linked with.
create table patient (
  id                  uuid        primary key,
  mrn                 text        not null constraint patient_mrn_uk unique,
  registered_at_clinic uuid       not null references clinic,
  last_name           text        not null check (length(last_name) between 1 and 80),
  post_name           text        check (length(post_name) between 1 and 80),
  first_name          text        check (length(first_name) between 1 and 80),
  name_key            text        not null,
  name_sound          text        not null,
  sex                 text        not null check (sex in ('FEMALE', 'MALE', 'OTHER', 'UNKNOWN')),
  birth_date          date,
  birth_precision     text        not null
                      check (birth_precision in ('DAY', 'MONTH', 'YEAR', 'AGE', 'UNKNOWN')),
  email_sealed        bytea,
  email_index         bytea,
  street_sealed       bytea,
  quarter             text,
  commune             text,
  city                text,
  emergency_sealed    bytea,
  convention          text,
  employee_sealed     bytea,
  incomplete          boolean     not null default false,
  version             bigint      not null default 0,
  created_at          timestamptz not null,
  updated_at          timestamptz not null,
  deleted_at          timestamptz,
  deleted_by          uuid,
  deleted_reason      text,
  merged_into         uuid        references patient,
  check ((birth_precision = 'UNKNOWN') = (birth_date is null)),
  check (merged_into is distinct from id)
);
create index patient_birth on patient (birth_date) where birth_date is not null;
create index patient_email on patient (email_index) where email_index is not null;
create index patient_incomplete on patient (id) where incomplete;
create index patient_gone on patient (id) where deleted_at is not null or merged_into is not null;
comment on column patient.name_key is
  'Name tokens in upper case without accents, sorted, separated by one space (NameKey in Java).';
comment on column patient.name_sound is
  'Sounds of the tokens of name_key, in the same order (NameSound in Java).';

create table patient_clinic (
  patient_id uuid        not null references patient,
  clinic_id  uuid        not null references clinic,
  linked_at  timestamptz not null,
  primary key (patient_id, clinic_id)
);
create index patient_clinic_newest on patient_clinic (clinic_id, linked_at desc, patient_id desc);

create table patient_identifier (
  id           uuid    primary key,
  patient_id   uuid    not null references patient,
  system       text    not null,
  strong       boolean not null,
  live         boolean not null default true,
  value_sealed bytea   not null,
  value_index  bytea   not null
);
comment on column patient_identifier.live is
  'False while the patient is removed, so that the number can be registered again.';
create unique index patient_identifier_uk on patient_identifier (system, value_index)
  where strong and live;
create index patient_identifier_value on patient_identifier (value_index, system);
create index patient_identifier_patient on patient_identifier (patient_id);

create table patient_phone (
  id           uuid  primary key,
  patient_id   uuid  not null references patient,
  position     int   not null check (position between 0 and 99),
  value_sealed bytea not null,
  value_index  bytea not null,
  constraint patient_phone_uk unique (patient_id, position) deferrable initially deferred
);
create index patient_phone_value on patient_phone (value_index);

create table patient_alias (
  mrn        text primary key,
  patient_id uuid not null references patient
);
create index patient_alias_patient on patient_alias (patient_id);

create table patient_decision (
  id         uuid        primary key,
  clinic_id  uuid        not null references clinic,
  patient_id uuid        references patient,
  candidate  uuid        not null references patient,
  verdict    text        not null check (verdict in ('SAME', 'ANOTHER_PERSON')),
  score      int         not null,
  reason     text,
  decided_by uuid        not null,
  at         timestamptz not null
);
comment on column patient_decision.patient_id is
  'Who was registered in spite of the likeness; null when the verdict was SAME.';
create index patient_decision_patient on patient_decision (patient_id);
create index patient_decision_candidate on patient_decision (candidate);

create table patient_change (
  id         uuid        primary key,
  patient_id uuid        not null references patient,
  clinic_id  uuid        not null references clinic,
  kind       text        not null check (kind in ('amended', 'removed')),
  fields     text[]      not null default '{}',
  changed_by uuid        not null,
  at         timestamptz not null
);
comment on table patient_change is 'Which fields were amended when, for the timeline; no values.';
create index patient_change_patient on patient_change (patient_id, at);

create table patient_merge (
  id          uuid        primary key,
  clinic_id   uuid        not null references clinic,
  survivor    uuid        not null references patient,
  duplicate   uuid        not null references patient,
  reason      text        not null,
  journal     jsonb       not null,
  merged_by   uuid        not null,
  at          timestamptz not null,
  undone_at   timestamptz,
  undone_by   uuid,
  undo_reason text,
  check (survivor <> duplicate)
);
create unique index patient_merge_open_uk on patient_merge (duplicate) where undone_at is null;
create index patient_merge_survivor on patient_merge (survivor);

alter table patient            enable row level security;
alter table patient_clinic     enable row level security;
alter table patient_identifier enable row level security;
alter table patient_phone      enable row level security;
alter table patient_alias      enable row level security;
alter table patient_decision   enable row level security;
alter table patient_change     enable row level security;
alter table patient_merge      enable row level security;

create policy patient_scope on patient to medflow_app
  using (exists (select 1 from patient_clinic pc
                  where pc.patient_id = patient.id
                    and pc.clinic_id = any ((select clinic_scope())::uuid[])))
  with check (registered_at_clinic = any ((select clinic_scope())::uuid[])
    or exists (select 1 from patient_clinic pc
                where pc.patient_id = patient.id
                  and pc.clinic_id = any ((select clinic_scope())::uuid[])));
create policy patient_clinic_scope on patient_clinic to medflow_app
  using (clinic_id = any ((select clinic_scope())::uuid[]))
  with check (clinic_id = any ((select clinic_scope())::uuid[]));
do $$
declare
  child text;
begin
  foreach child in array array['patient_identifier', 'patient_phone', 'patient_alias'] loop
    execute format(
      'create policy %1$s_scope on %1$s to medflow_app using (exists (
         select 1 from patient_clinic pc
         where pc.patient_id = %1$s.patient_id
           and pc.clinic_id = any ((select clinic_scope())::uuid[])))', child);
  end loop;
  foreach child in array array['patient_decision', 'patient_merge', 'patient_change'] loop
    execute format(
      'create policy %1$s_scope on %1$s to medflow_app
         using (clinic_id = any ((select clinic_scope())::uuid[]))', child);
  end loop;
end $$;

-- When two records are joined, the survivor is seen wherever the duplicate was, also in clinics
-- that the person who joins them does not see. Both must be visible to her; the added are told.
create function patient_links_follow(duplicate uuid, survivor uuid) returns uuid[]
  language sql security definer set search_path = medflow, pg_temp
  as $$
    with added as (
      insert into patient_clinic (patient_id, clinic_id, linked_at)
      select survivor, d.clinic_id, d.linked_at from patient_clinic d
       where d.patient_id = duplicate
         and 2 = (select count(distinct v.patient_id) from patient_clinic v
                   where v.patient_id in (duplicate, survivor)
                     and v.clinic_id = any (clinic_scope()))
          on conflict do nothing
      returning clinic_id)
    select coalesce(array_agg(clinic_id), '{}') from added
  $$;
create function patient_links_return(merge uuid) returns void
  language sql security definer set search_path = medflow, pg_temp
  as $$
    delete from patient_clinic pc using patient_merge m
     where m.id = merge and m.undone_at is null and m.clinic_id = any (clinic_scope())
       and pc.patient_id = m.survivor
       and pc.clinic_id in (select c::uuid from jsonb_array_elements_text(m.journal -> 'clinics') c)
  $$;
revoke execute on function patient_links_follow, patient_links_return from public;
grant execute on function patient_links_follow, patient_links_return to medflow_app;

grant select, insert, update on patient, patient_merge to medflow_app;
grant select, insert on patient_decision, patient_change to medflow_app;
grant select, insert, delete on patient_clinic to medflow_app;
grant select, insert, update, delete on patient_alias to medflow_app;
grant select, insert, update, delete on patient_identifier, patient_phone to medflow_app;
