-- Appointments, as far as those of earlier systems need them. Times are instants; the day of an
-- appointment is the clinic's. Rows of an earlier system are history or plans made elsewhere: they
-- never take part in the agenda's rules against double booking.

create table practitioner_placeholder (
  id        uuid        primary key,
  clinic_id uuid        not null references clinic,
  name      text        not null check (length(name) between 1 and 120),
  name_key  text        not null check (length(name_key) between 1 and 120),
  user_id   uuid        references app_user,
  made_at   timestamptz not null default now(),
  constraint practitioner_placeholder_uk unique (clinic_id, name_key)
);
comment on table practitioner_placeholder is
  'A practitioner whom an earlier system knew by name; a person says which member of staff it is.';

create table appointment (
  id             uuid        primary key,
  clinic_id      uuid        not null references clinic,
  patient_id     uuid        not null references patient,
  starts_at      timestamptz not null,
  ends_at        timestamptz not null,
  time_known     boolean     not null default true,
  type           text        not null check (type in ('CONSULTATION', 'FOLLOW_UP', 'EMERGENCY',
                   'REFRACTION', 'SURGERY', 'PROCEDURE', 'OPHTHALMOLOGY', 'IMAGING')),
  status         text        not null check (status in ('SCHEDULED', 'CONFIRMED', 'CHECKED_IN',
                   'IN_PROGRESS', 'COMPLETED', 'COMPLETED_UNKNOWN', 'CANCELLED', 'NO_SHOW')),
  reason         text        check (length(reason) <= 255),
  note           text        check (length(note) <= 4000),
  room           text        check (length(room) <= 50),
  practitioner   uuid        references app_user,
  placeholder    uuid        references practitioner_placeholder,
  reminder_sent  boolean     not null default false,
  origin         text        not null check (origin in ('medflow', 'legacy-import')),
  version        bigint      not null default 0,
  created_at     timestamptz not null,
  updated_at     timestamptz not null,
  check (ends_at > starts_at)
);
comment on column appointment.status is
  'COMPLETED_UNKNOWN: planned in an earlier system, the day is over, nobody wrote what became of it.';
create index appointment_day on appointment (clinic_id, starts_at);
create index appointment_patient on appointment (patient_id, starts_at desc);
create index appointment_placeholder on appointment (placeholder) where placeholder is not null;

alter table practitioner_placeholder enable row level security;
alter table appointment              enable row level security;
create policy practitioner_placeholder_scope on practitioner_placeholder to medflow_app
  using (clinic_id = any ((select clinic_scope())::uuid[]));
create policy appointment_scope on appointment to medflow_app
  using (clinic_id = any ((select clinic_scope())::uuid[]));
grant select, insert, update on practitioner_placeholder to medflow_app;
grant select, insert, update, delete on appointment to medflow_app;
