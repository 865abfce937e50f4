-- The day of a patient in the clinic: a visit, its place in the queue, the way from station to station,
-- vitals, acts and problems. Source: spec clinical.md 4 and 5.

create table visit (
  id             uuid        primary key,
  clinic_id      uuid        not null references clinic,
  number         text        not null,
  patient_id     uuid        not null references patient,
  appointment_id uuid        references appointment,
  day            date        not null,
  kind           text        not null check (kind in ('ROUTINE', 'EMERGENCY', 'FOLLOW_UP', 'INITIAL',
                   'PROCEDURE', 'CONSULTATION')),
  status         text        not null check (status in ('CHECKED_IN', 'IN_PROGRESS', 'COMPLETED',
                   'CANCELLED', 'NO_SHOW')),
  provider       uuid        references app_user,
  complaint      text        check (length(complaint) <= 500),
  complaint_eye  text        check (complaint_eye in ('OD', 'OS', 'OU')),
  convention     text,
  coverage       int         check (coverage between 0 and 100),
  beneficiary    text,
  arrived_at     timestamptz not null,
  started_at     timestamptz,
  ended_at       timestamptz,
  end_reason     text        check (length(end_reason) <= 300),
  flagged        text        check (flagged in ('OVERDUE_START', 'OVERDUE_END')),
  lease_by       uuid,
  lease_till     timestamptz,
  opened_by      uuid        not null,
  version        bigint      not null default 0,
  check ((status in ('COMPLETED', 'CANCELLED', 'NO_SHOW')) = (ended_at is not null)),
  check ((lease_by is null) = (lease_till is null))
);
comment on column visit.day is 'The day of the arrival in the clinic''s own zone.';
comment on column visit.convention is
  'Who pays a part, frozen at the arrival with its share and the kind of beneficiary.';
create unique index visit_number_uk on visit (clinic_id, number);
create unique index visit_open_uk on visit (clinic_id, patient_id)
  where status in ('CHECKED_IN', 'IN_PROGRESS');
create unique index visit_appointment_uk on visit (appointment_id)
  where appointment_id is not null and status <> 'CANCELLED';
create index visit_day on visit (clinic_id, day, arrived_at);
create index visit_patient on visit (patient_id, arrived_at desc);
create index visit_open on visit (arrived_at) where status in ('CHECKED_IN', 'IN_PROGRESS');

create table queue_day (
  clinic_id uuid not null references clinic,
  day       date not null,
  next      int  not null check (next > 0),
  closed_at timestamptz,
  primary key (clinic_id, day)
);

-- One place in the queue of a day. The rank is what a doctor would say: an emergency first, then the
-- urgent, then those who should not stand, then who came first.
create table queue_ticket (
  id           uuid        primary key,
  clinic_id    uuid        not null references clinic,
  day          date        not null,
  number       int         not null check (number > 0),
  visit_id     uuid        not null references visit,
  patient_id   uuid        not null references patient,
  provider     uuid        references app_user,
  priority     text        not null check (priority in ('EMERGENCY', 'URGENT', 'PREGNANT', 'ELDERLY',
                 'HIGH', 'VIP', 'NORMAL')),
  rank         int         not null generated always as (case priority when 'EMERGENCY' then 0
                 when 'URGENT' then 1 when 'PREGNANT' then 2 when 'ELDERLY' then 2 when 'HIGH' then 2
                 else 3 end) stored,
  state        text        not null check (state in ('WAITING', 'CALLED', 'SERVING', 'MISSED', 'DONE',
                 'LEFT')),
  station      text        not null,
  station_since timestamptz not null,
  arrived_at   timestamptz not null,
  room_id      uuid        references room,
  calls        int         not null default 0 check (calls between 0 and 4),
  called_at    timestamptz,
  called_by    uuid,
  served_at    timestamptz,
  dilated_till timestamptz,
  waited_secs  bigint      not null default 0,
  ended_at     timestamptz,
  version      bigint      not null default 0,
  constraint queue_ticket_number_uk unique (clinic_id, day, number),
  constraint queue_ticket_visit_uk unique (visit_id),
  check ((state in ('DONE', 'LEFT')) = (ended_at is not null)),
  check ((state in ('CALLED', 'SERVING')) <= (called_at is not null))
);
comment on column queue_ticket.dilated_till is 'When the drops have worked; null without dilation.';
comment on column queue_ticket.waited_secs is 'Seconds spent waiting before the present station.';
create index queue_ticket_board on queue_ticket (clinic_id, day, rank, arrived_at)
  where state in ('WAITING', 'CALLED', 'SERVING', 'MISSED');
create index queue_ticket_patient on queue_ticket (patient_id);

-- The way through the clinic, station by station.
create table queue_step (
  ticket_id  uuid        not null references queue_ticket,
  clinic_id  uuid        not null references clinic,
  position   int         not null check (position between 1 and 20),
  station    text        not null check (station in ('triage', 'va-iop', 'dilation', 'imaging',
               'doctor', 'pharmacy', 'optical', 'cashier')),
  state      text        not null check (state in ('PLANNED', 'HERE', 'DONE', 'SKIPPED')),
  began_at   timestamptz,
  ended_at   timestamptz,
  primary key (ticket_id, position)
);
create unique index queue_step_here_uk on queue_step (ticket_id) where state = 'HERE';

create table vitals (
  id           uuid        primary key,
  clinic_id    uuid        not null references clinic,
  visit_id     uuid        not null references visit,
  patient_id   uuid        not null references patient,
  systolic     int         check (systolic between 40 and 300),
  diastolic    int         check (diastolic between 20 and 200),
  pulse        int         check (pulse between 20 and 300),
  temperature  numeric(4,1) check (temperature between 25 and 45),
  breaths      int         check (breaths between 4 and 60),
  saturation   int         check (saturation between 0 and 100),
  weight       numeric(5,1) check (weight between 0.3 and 500),
  height       numeric(4,1) check (height between 20 and 280),
  glucose      numeric(4,1) check (glucose between 0.5 and 60),
  note         text        check (length(note) <= 500),
  taken_at     timestamptz not null,
  taken_by     uuid        not null,
  wrong_at     timestamptz,
  wrong_by     uuid,
  wrong_reason text        check (length(wrong_reason) between 3 and 300),
  check ((systolic is null) = (diastolic is null) and (systolic is null or systolic > diastolic)),
  check ((wrong_at is null) = (wrong_by is null) and (wrong_at is null) = (wrong_reason is null)),
  check (num_nonnulls(systolic, pulse, temperature, breaths, saturation, weight, height, glucose, note)
         > 0)
);
comment on table vitals is
  'mmHg, beats and breaths per minute, °C, %, kg, cm, mmol/l. Never changed: said to be wrong instead.';
create index vitals_patient on vitals (patient_id, taken_at desc);
create index vitals_visit on vitals (visit_id, taken_at);

-- A minimal price list, until the billing room brings its own.
create table tariff (
  id         uuid    primary key,
  clinic_id  uuid    not null references clinic,
  code       text    not null check (code ~ '^[A-Z0-9][A-Z0-9-]{1,19}$'),
  label      text    not null check (length(label) between 1 and 120),
  kind       text    not null check (kind in ('CONSULTATION', 'PROCEDURE', 'EXAMINATION', 'IMAGING',
               'LABORATORY', 'THERAPY')),
  currency   text    not null check (currency in ('CDF', 'USD', 'EUR')),
  minor      bigint  not null check (minor >= 0),
  active     boolean not null default true,
  version    bigint  not null default 0,
  constraint tariff_code_uk unique (clinic_id, code)
);

create table visit_act (
  id         uuid        primary key,
  clinic_id  uuid        not null references clinic,
  visit_id   uuid        not null references visit,
  code       text        not null,
  label      text        not null,
  kind       text        not null check (kind in ('CONSULTATION', 'PROCEDURE', 'EXAMINATION', 'IMAGING',
               'LABORATORY', 'THERAPY')),
  eye        text        check (eye in ('OD', 'OS', 'OU')),
  quantity   int         not null default 1 check (quantity between 1 and 99),
  currency   text        not null check (currency in ('CDF', 'USD', 'EUR')),
  minor      bigint      not null check (minor >= 0),
  state      text        not null check (state in ('PLANNED', 'IN_PROGRESS', 'COMPLETED', 'CANCELLED',
               'DEFERRED')),
  added_at   timestamptz not null,
  added_by   uuid        not null,
  done_at    timestamptz,
  done_by    uuid,
  version    bigint      not null default 0
);
comment on column visit_act.minor is 'The price of one, taken from the price list once, when it was added.';
create index visit_act_visit on visit_act (visit_id, added_at);

-- Codes of diagnoses: the words are the house's own until a clinic loads the list that it may use.
create table diagnosis_code (
  system   text    not null check (system in ('ICD-10')),
  code     text    not null check (code ~ '^[A-Z][0-9][0-9A-Z](\.[0-9A-Z]{1,4})?$'),
  label_fr text    not null check (length(label_fr) between 1 and 200),
  label_en text    not null check (length(label_en) between 1 and 200),
  eye      boolean not null default false,
  active   boolean not null default true,
  words    text    not null default '',
  primary key (system, code)
);
comment on column diagnosis_code.eye is 'Whether a diagnosis of this code must name the eye.';
comment on column diagnosis_code.words is 'Both labels in capitals without accents, for the search.';

create table problem (
  id          uuid        primary key,
  clinic_id   uuid        not null references clinic,
  patient_id  uuid        not null references patient,
  visit_id    uuid        references visit,
  system      text        not null default 'ICD-10',
  code        text        not null,
  label       text        not null check (length(label) between 1 and 200),
  eye         text        check (eye in ('OD', 'OS', 'OU')),
  rank        text        not null check (rank in ('PRIMARY', 'SECONDARY', 'RULE_OUT')),
  state       text        not null check (state in ('ACTIVE', 'RESOLVED', 'WRONG')),
  since       date,
  note        text        check (length(note) <= 500),
  noted_at    timestamptz not null,
  noted_by    uuid        not null,
  closed_at   timestamptz,
  closed_by   uuid,
  close_note  text        check (length(close_note) <= 300),
  version     bigint      not null default 0,
  foreign key (system, code) references diagnosis_code,
  check ((state = 'ACTIVE') = (closed_at is null))
);
create unique index problem_uk on problem (clinic_id, patient_id, code, coalesce(eye, ''))
  where state = 'ACTIVE';
create unique index problem_primary_uk on problem (visit_id)
  where rank = 'PRIMARY' and state = 'ACTIVE' and visit_id is not null;
create index problem_patient on problem (patient_id, noted_at desc);

-- What the evening finds: open visits, missed appointments, waits.
create table day_report (
  clinic_id uuid        not null references clinic,
  day       date        not null,
  made_at   timestamptz not null,
  figures   jsonb       not null,
  primary key (clinic_id, day)
);

alter table visit        enable row level security;
alter table queue_day    enable row level security;
alter table queue_ticket enable row level security;
alter table queue_step   enable row level security;
alter table vitals       enable row level security;
alter table tariff       enable row level security;
alter table visit_act    enable row level security;
alter table problem      enable row level security;
alter table day_report   enable row level security;
create policy visit_scope on visit to medflow_app
  using (clinic_id = any ((select clinic_scope())::uuid[]));
create policy queue_day_scope on queue_day to medflow_app
  using (clinic_id = any ((select clinic_scope())::uuid[]));
create policy queue_ticket_scope on queue_ticket to medflow_app
  using (clinic_id = any ((select clinic_scope())::uuid[]));
create policy queue_step_scope on queue_step to medflow_app
  using (clinic_id = any ((select clinic_scope())::uuid[]));
create policy vitals_scope on vitals to medflow_app
  using (clinic_id = any ((select clinic_scope())::uuid[]));
create policy tariff_scope on tariff to medflow_app
  using (clinic_id = any ((select clinic_scope())::uuid[]));
create policy visit_act_scope on visit_act to medflow_app
  using (clinic_id = any ((select clinic_scope())::uuid[]));
create policy problem_scope on problem to medflow_app
  using (clinic_id = any ((select clinic_scope())::uuid[]));
create policy day_report_scope on day_report to medflow_app
  using (clinic_id = any ((select clinic_scope())::uuid[]));
grant select, insert, update on visit, queue_day, queue_ticket, queue_step, tariff, visit_act, problem
  to medflow_app;
grant select, insert on vitals, day_report to medflow_app;
grant update (wrong_at, wrong_by, wrong_reason, patient_id) on vitals to medflow_app;
grant select, insert, update on diagnosis_code to medflow_app;
