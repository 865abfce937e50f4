-- What every room stands on: the clinic scope, numbers, messages out and in, idempotency, key check.

create function clinic_scope() returns uuid[]
  language sql stable parallel safe
  as $$ select coalesce(
    string_to_array(nullif(current_setting('app.clinic_ids', true), ''), ',')::uuid[],
    '{}'::uuid[]) $$;
comment on function clinic_scope is
  'The clinics whose rows this transaction may see; set by the boundary interceptor.';

create table number_series (
  scope   text   not null,
  period  text   not null,
  next    bigint not null check (next > 0),
  primary key (scope, period)
);

create table key_check (
  id          uuid        primary key,
  sealed      bytea       not null,
  index_probe bytea       not null,
  created_at  timestamptz not null default now()
);

create table idempotency (
  user_id     uuid        not null,
  key         text        not null check (length(key) between 8 and 128),
  route       text        not null,
  body_hash   bytea       not null,
  status      int,
  resource_id uuid,
  created_at  timestamptz not null default now(),
  primary key (user_id, key)
);
create index idempotency_age on idempotency (created_at);

create table outbox (
  id         uuid        primary key,
  seq        bigint      generated always as identity,
  room       text        not null,
  type       text        not null,
  key        text        not null,
  payload    jsonb       not null,
  due_at     timestamptz not null default now(),
  attempts   int         not null default 0,
  lease_till timestamptz,
  failure    text,
  parked_at  timestamptz,
  sent_at    timestamptz
);
create index outbox_due on outbox (due_at, seq) where sent_at is null and parked_at is null;
create index outbox_key on outbox (room, key, seq) where sent_at is null and parked_at is null;

create table inbox (
  source      text        not null,
  message_key text        not null,
  received_at timestamptz not null default now(),
  primary key (source, message_key)
);

create table live_event (
  seq       bigint      generated always as identity primary key,
  clinic_id uuid        not null,
  topic     text        not null,
  entity    text        not null,
  entity_id uuid        not null,
  at        timestamptz not null default now()
);
create index live_event_age on live_event (at);

create table lease (
  name   text        primary key,
  holder text        not null,
  fence  bigint      not null default 1,
  till   timestamptz not null
);

grant usage on schema medflow to medflow_app;
grant select on flyway_schema_history to medflow_app;
grant select, insert, update on number_series to medflow_app;
grant select, insert on key_check to medflow_app;
grant select, insert, update, delete on idempotency, outbox, inbox, lease to medflow_app;
grant select, insert, delete on live_event to medflow_app;
