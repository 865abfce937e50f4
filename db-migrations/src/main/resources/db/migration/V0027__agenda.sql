-- The agenda: types of appointments as data, rooms and equipment, when providers are there, bookings
-- that cannot overlap, a waiting list that is offered freed places. Source: spec clinical.md 3 and 4.
create extension if not exists btree_gist;

create table appointment_type (
  code             text    primary key check (code ~ '^[a-z][a-z0-9-]{1,39}$'),
  name_fr          text    not null check (length(name_fr) between 1 and 80),
  name_en          text    not null check (length(name_en) between 1 and 80),
  category         text    not null check (category in ('CONSULTATION', 'EXAM', 'IMAGING', 'PROCEDURE',
                     'SURGERY', 'LABORATORY', 'REFRACTION', 'EMERGENCY', 'OTHER')),
  minutes          int     not null check (minutes between 5 and 480),
  buffer           int     not null default 0 check (buffer between 0 and 120),
  dilation_minutes int     not null default 0 check (dilation_minutes between 0 and 120),
  steps            text[]  not null default '{triage,va-iop,doctor,cashier}',
  max_per_day      int     check (max_per_day between 1 and 500),
  notice_hours     int     not null default 0 check (notice_hours between 0 and 720),
  ahead_days       int     not null default 365 check (ahead_days between 1 and 730),
  active           boolean not null default true,
  position         int     not null default 100,
  version          bigint  not null default 0
);
comment on column appointment_type.buffer is
  'Minutes that stay free beside it; between two appointments the larger one counts.';
comment on column appointment_type.steps is 'Stations of the way through the clinic, in their order.';
insert into appointment_type
  (code, name_fr, name_en, category, minutes, buffer, dilation_minutes, steps, position) values
  ('consultation', 'Consultation', 'Consultation', 'CONSULTATION', 30, 5, 0,
     '{triage,va-iop,doctor,cashier}', 10),
  ('follow-up', 'Contrôle', 'Follow-up', 'CONSULTATION', 20, 5, 0,
     '{triage,va-iop,doctor,cashier}', 20),
  ('emergency', 'Urgence', 'Emergency', 'EMERGENCY', 30, 0, 0, '{triage,doctor,cashier}', 30),
  ('ophthalmology', 'Examen ophtalmologique', 'Eye exam', 'EXAM', 30, 10, 20,
     '{triage,va-iop,dilation,doctor,cashier}', 40),
  ('comprehensive', 'Examen complet', 'Comprehensive exam', 'EXAM', 60, 15, 20,
     '{triage,va-iop,dilation,imaging,doctor,cashier}', 50),
  ('refraction', 'Réfraction', 'Refraction', 'REFRACTION', 30, 10, 0,
     '{va-iop,doctor,optical,cashier}', 60),
  ('contact-lens', 'Lentilles de contact', 'Contact lenses', 'REFRACTION', 45, 10, 0,
     '{va-iop,doctor,optical,cashier}', 70),
  ('glaucoma', 'Suivi glaucome', 'Glaucoma follow-up', 'EXAM', 45, 10, 0,
     '{triage,va-iop,imaging,doctor,cashier}', 80),
  ('retina', 'Rétine', 'Retina', 'EXAM', 30, 10, 20,
     '{triage,va-iop,dilation,imaging,doctor,cashier}', 90),
  ('oct', 'OCT', 'OCT', 'IMAGING', 15, 5, 0, '{imaging,doctor,cashier}', 100),
  ('imaging', 'Imagerie', 'Imaging', 'IMAGING', 20, 5, 0, '{imaging,doctor,cashier}', 110),
  ('visual-field', 'Champ visuel', 'Visual field', 'IMAGING', 20, 5, 0,
     '{imaging,doctor,cashier}', 120),
  ('procedure', 'Acte technique', 'Procedure', 'PROCEDURE', 45, 15, 0, '{triage,doctor,cashier}', 130),
  ('minor-procedure', 'Petit acte', 'Minor procedure', 'PROCEDURE', 30, 10, 0,
     '{triage,doctor,cashier}', 140),
  ('injection', 'Injection', 'Injection', 'PROCEDURE', 15, 5, 0, '{triage,doctor,cashier}', 150),
  ('ivt', 'Injection intravitréenne', 'Intravitreal injection', 'PROCEDURE', 30, 10, 20,
     '{triage,va-iop,dilation,doctor,cashier}', 160),
  ('laser', 'Laser', 'Laser', 'PROCEDURE', 45, 15, 20, '{triage,va-iop,dilation,doctor,cashier}', 170),
  ('surgery', 'Chirurgie', 'Surgery', 'SURGERY', 120, 30, 0, '{triage,doctor,cashier}', 180),
  ('lab-test', 'Prélèvement', 'Laboratory', 'LABORATORY', 15, 0, 0, '{triage,cashier}', 190);

create table room (
  id          uuid   primary key,
  clinic_id   uuid   not null references clinic,
  number      text   not null check (length(number) between 1 and 12),
  name        text   not null check (length(name) between 1 and 60),
  kind        text   not null check (kind in ('CONSULTATION', 'EXAMINATION', 'PROCEDURE', 'SURGERY',
                'WAITING', 'TRIAGE', 'LABORATORY', 'IMAGING', 'PHARMACY', 'RECEPTION',
                'OPHTHALMOLOGY', 'ORTHOPTIC', 'EMERGENCY')),
  features    text[] not null default '{}',
  status      text   not null default 'AVAILABLE' check (status in ('AVAILABLE', 'OCCUPIED',
                'CLEANING', 'MAINTENANCE', 'RESERVED', 'CLOSED')),
  occupied_by uuid,
  since       timestamptz,
  version     bigint not null default 0,
  constraint room_number_uk unique (clinic_id, number),
  constraint room_occupied_ck check ((status = 'OCCUPIED') = (occupied_by is not null))
);
comment on column room.occupied_by is 'The queue ticket of the person who is in it.';
create unique index room_occupied_uk on room (occupied_by) where occupied_by is not null;

create table equipment (
  id        uuid    primary key,
  clinic_id uuid    not null references clinic,
  name      text    not null check (length(name) between 1 and 60),
  kind      text    not null check (length(kind) between 1 and 40),
  active    boolean not null default true,
  version   bigint  not null default 0,
  constraint equipment_name_uk unique (clinic_id, name)
);

-- The week of a provider: several shifts a day, with their breaks. Times are the clinic's own.
create table provider_hours (
  id         uuid not null primary key,
  clinic_id  uuid not null references clinic,
  provider   uuid not null references app_user,
  kind       text not null check (kind in ('SHIFT', 'BREAK')),
  weekday    int  not null check (weekday between 1 and 7),
  starts     time not null,
  ends       time not null,
  valid_from date not null,
  valid_till date,
  check (ends > starts),
  check (valid_till is null or valid_till >= valid_from),
  constraint provider_hours_ex exclude using gist (clinic_id with =, provider with =, kind with =,
    weekday with =, int4range(extract(epoch from starts)::int, extract(epoch from ends)::int) with &&,
    daterange(valid_from, valid_till, '[]') with &&)
);
comment on column provider_hours.weekday is '1 is Monday, 7 is Sunday.';
create index provider_hours_provider on provider_hours (clinic_id, provider);

-- Days that are not as the week says.
create table provider_exception (
  id        uuid not null primary key,
  clinic_id uuid not null references clinic,
  provider  uuid not null references app_user,
  kind      text not null check (kind in ('OFF', 'INSTEAD', 'EXTRA')),
  first_day date not null,
  last_day  date not null,
  starts    time,
  ends      time,
  reason    text check (length(reason) <= 200),
  made_by   uuid not null,
  made_at   timestamptz not null,
  check (last_day >= first_day),
  check ((kind = 'OFF' and (starts is null) = (ends is null))
         or (kind <> 'OFF' and starts is not null and ends is not null)),
  check (ends > starts)
);
comment on column provider_exception.kind is
  'OFF: away, the whole day or between two hours; INSTEAD: other hours than the week; EXTRA: more hours.';
create index provider_exception_provider on provider_exception (clinic_id, provider, last_day);

create table provider_limit (
  clinic_id   uuid   not null references clinic,
  provider    uuid   not null references app_user,
  max_per_day int    not null default 20 check (max_per_day between 1 and 200),
  minutes     jsonb  not null default '{}',
  version     bigint not null default 0,
  primary key (clinic_id, provider)
);
comment on column provider_limit.minutes is 'Minutes by type code where this provider needs others.';

alter table appointment drop constraint appointment_type_check;
update appointment set type = lower(replace(type, '_', '-'));
alter table appointment
  add constraint appointment_type_fk foreign key (type) references appointment_type,
  add column number          text,
  add column room_id         uuid references room,
  add column equipment_id    uuid references equipment,
  add column priority        text not null default 'NORMAL' check (priority in ('EMERGENCY', 'URGENT',
                               'PREGNANT', 'ELDERLY', 'HIGH', 'VIP', 'NORMAL')),
  add column source          text not null default 'DESK' check (source in ('DESK', 'PHONE', 'WEB',
                               'WALK_IN', 'REFERRAL', 'RECURRING', 'WAITING_LIST', 'LEGACY')),
  add column overbooked      boolean not null default false,
  add column overbook_reason text check (length(overbook_reason) between 3 and 200),
  add column series          uuid,
  add column booked_by       uuid,
  add column arrived_at      timestamptz,
  add column seen_by         uuid references app_user,
  add column seen_in         uuid references room,
  add column ended_at        timestamptz,
  add column cancel_reason   text check (length(cancel_reason) <= 300),
  add column cancelled_side  text check (cancelled_side in ('PATIENT', 'CLINIC')),
  add column fee_percent     int check (fee_percent between 0 and 100),
  add constraint appointment_overbook_ck check (not overbooked or overbook_reason is not null),
  add constraint appointment_practitioner_ex exclude using gist
    (practitioner with =, tstzrange(starts_at, ends_at) with &&)
    where (origin = 'medflow' and source <> 'WALK_IN' and not overbooked
           and status not in ('CANCELLED', 'NO_SHOW')),
  add constraint appointment_room_ex exclude using gist
    (room_id with =, tstzrange(starts_at, ends_at) with &&)
    where (origin = 'medflow' and source <> 'WALK_IN' and not overbooked
           and status not in ('CANCELLED', 'NO_SHOW')),
  add constraint appointment_equipment_ex exclude using gist
    (equipment_id with =, tstzrange(starts_at, ends_at) with &&)
    where (origin = 'medflow' and source <> 'WALK_IN' and not overbooked
           and status not in ('CANCELLED', 'NO_SHOW'));
update appointment set source = 'LEGACY' where origin = 'legacy-import';
create unique index appointment_number_uk on appointment (clinic_id, number) where number is not null;
create index appointment_practitioner_day on appointment (practitioner, starts_at)
  where practitioner is not null;
create index appointment_series on appointment (series) where series is not null;
comment on column appointment.seen_by is
  'Who really saw the person; practitioner and room stay those of the plan, which the rules guard.';
comment on column appointment.overbooked is
  'Declared by a person who may: it takes no place of its own, so that it can lie over another.';

-- What became of an appointment, step by step; moving one is history, not a state.
create table appointment_step (
  id             uuid        primary key,
  clinic_id      uuid        not null references clinic,
  appointment_id uuid        not null references appointment,
  what           text        not null check (what in ('BOOKED', 'CONFIRMED', 'MOVED', 'CANCELLED',
                   'NO_SHOW', 'ARRIVED', 'ARRIVAL_UNDONE', 'STARTED', 'COMPLETED', 'AMENDED')),
  at             timestamptz not null,
  by             uuid        not null,
  was_starts_at  timestamptz,
  was_ends_at    timestamptz,
  was_provider   uuid,
  reason         text        check (length(reason) <= 300)
);
create index appointment_step_appointment on appointment_step (appointment_id, at);

create table waiting_wish (
  id               uuid        primary key,
  clinic_id        uuid        not null references clinic,
  patient_id       uuid        not null references patient,
  type             text        not null references appointment_type,
  provider         uuid        references app_user,
  priority         text        not null check (priority in ('NORMAL', 'HIGH', 'URGENT')),
  see_by           date,
  weekdays         int[]       not null default '{1,2,3,4,5,6,7}',
  day_parts        text[]      not null default '{MORNING,AFTERNOON,EVENING}',
  first_day        date        not null,
  last_day         date        not null,
  note             text        check (length(note) <= 300),
  status           text        not null default 'WAITING' check (status in ('WAITING', 'OFFERED',
                     'SCHEDULED', 'EXPIRED', 'CANCELLED')),
  offered_starts   timestamptz,
  offered_ends     timestamptz,
  offered_provider uuid        references app_user,
  offer_lapses     timestamptz,
  appointment_id   uuid        references appointment,
  made_by          uuid        not null,
  made_at          timestamptz not null,
  version          bigint      not null default 0,
  check (last_day >= first_day),
  check ((status = 'OFFERED') <= (offered_starts is not null and offer_lapses is not null))
);
create unique index waiting_wish_uk on waiting_wish (clinic_id, patient_id, type)
  where status in ('WAITING', 'OFFERED');
create index waiting_wish_open on waiting_wish (clinic_id, last_day)
  where status in ('WAITING', 'OFFERED');
comment on column waiting_wish.see_by is 'The day by which a clinician wants the person to be seen.';

alter table room               enable row level security;
alter table equipment          enable row level security;
alter table provider_hours     enable row level security;
alter table provider_exception enable row level security;
alter table provider_limit     enable row level security;
alter table appointment_step   enable row level security;
alter table waiting_wish       enable row level security;
create policy room_scope on room to medflow_app
  using (clinic_id = any ((select clinic_scope())::uuid[]));
create policy equipment_scope on equipment to medflow_app
  using (clinic_id = any ((select clinic_scope())::uuid[]));
create policy provider_hours_scope on provider_hours to medflow_app
  using (clinic_id = any ((select clinic_scope())::uuid[]));
create policy provider_exception_scope on provider_exception to medflow_app
  using (clinic_id = any ((select clinic_scope())::uuid[]));
create policy provider_limit_scope on provider_limit to medflow_app
  using (clinic_id = any ((select clinic_scope())::uuid[]));
create policy appointment_step_scope on appointment_step to medflow_app
  using (clinic_id = any ((select clinic_scope())::uuid[]));
create policy waiting_wish_scope on waiting_wish to medflow_app
  using (clinic_id = any ((select clinic_scope())::uuid[]));
grant select, insert, update on appointment_type, room, equipment, provider_limit, waiting_wish
  to medflow_app;
grant select, insert, update, delete on provider_hours, provider_exception to medflow_app;
grant select, insert on appointment_step to medflow_app;

-- A reminder of one kind is planned once.
create unique index outbox_reminder_uk on outbox (key)
  where type = 'appointment.reminder' and sent_at is null;

-- Clinics in which an offer is over or a wish has had its time; a timer has no clinic of its own.
create function waiting_due(moment timestamptz) returns table (clinic uuid)
  language sql security definer set search_path = medflow, pg_temp
  as $$
    select distinct w.clinic_id from waiting_wish w join clinic c on c.id = w.clinic_id
     where w.status = 'OFFERED' and w.offer_lapses <= moment
        or w.status in ('WAITING', 'OFFERED')
           and w.last_day < (moment at time zone c.time_zone)::date
  $$;
revoke execute on function waiting_due from public;
grant execute on function waiting_due to medflow_app;
