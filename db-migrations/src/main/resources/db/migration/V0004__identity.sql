-- Staff, their roles in each clinic, their sessions, and the keys that sign their tokens.
create table app_user (
  id            uuid        primary key,
  username      text        not null check (username = lower(username) and length(username) >= 3),
  password_hash text        not null,
  first_name    text        not null,
  last_name     text        not null,
  language      text        not null default 'fr' check (language in ('fr', 'en')),
  theme         text        not null default 'auto' check (theme in ('auto', 'light', 'dark')),
  density       text        not null default 'standard'
                check (density in ('compact', 'standard', 'comfortable')),
  active        boolean     not null default true,
  version       bigint      not null default 0,
  created_at    timestamptz not null,
  constraint app_user_username_uk unique (username)
);

create table role (
  code     text primary key,
  clinical boolean not null
);

create table role_permission (
  role       text not null references role,
  permission text not null,
  primary key (role, permission)
);

create table user_role (
  user_id   uuid not null references app_user,
  clinic_id uuid not null references clinic,
  role      text not null references role,
  primary key (user_id, clinic_id, role)
);

create table user_session (
  id           uuid        primary key,
  user_id      uuid        not null references app_user,
  clinic_id    uuid        not null references clinic,
  created_at   timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at   timestamptz not null,
  ended_at     timestamptz,
  address      text,
  agent        text
);
create index user_session_user on user_session (user_id) where ended_at is null;

create table signing_key (
  kid            text        primary key,
  id             uuid        not null unique,
  private_sealed bytea       not null,
  public_der     bytea       not null,
  created_at     timestamptz not null,
  retired_at     timestamptz
);

create table one_time_link (
  id         uuid        primary key,
  purpose    text        not null,
  token_hash bytea       not null unique,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  used_at    timestamptz
);

grant select, insert, update on app_user, user_session, signing_key to medflow_app;
grant select, insert, delete on user_role to medflow_app;
grant select on role, role_permission to medflow_app;
grant select, update on one_time_link to medflow_app;
