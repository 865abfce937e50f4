-- The clinics of the group. Their names are no secret inside it; their rows elsewhere are.
create table clinic (
  id         uuid        primary key,
  code       text        not null check (code ~ '^[A-Z0-9]{2,8}$'),
  name       text        not null,
  city       text        not null,
  time_zone  text        not null,
  status     text        not null default 'active'
             check (status in ('active', 'inactive', 'temporarily_closed')),
  version    bigint      not null default 0,
  created_at timestamptz not null,
  constraint clinic_code_uk unique (code)
);
grant select, insert, update on clinic to medflow_app;
