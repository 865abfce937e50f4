-- Staff looked after by those who manage users: an account without a password until its owner has
-- chosen one by a link, roles that two people give, and who asked for a new password.
alter table app_user alter column password_hash drop not null;

alter table one_time_link
  add column user_id uuid references app_user,
  add column issued_by uuid references app_user,
  add column replaced_at timestamptz,
  add constraint one_time_link_user_ck check ((purpose = 'first-admin') = (user_id is null)),
  add constraint one_time_link_purpose_ck
    check (purpose in ('first-admin', 'invitation', 'password'));
create unique index one_time_link_open_uk on one_time_link (user_id)
  where used_at is null and replaced_at is null;
comment on column one_time_link.replaced_at is
  'From then on it opens nothing: a newer link of the same person came, or she was shut out.';
grant insert on one_time_link to medflow_app;

create table password_request (
  user_id  uuid        primary key references app_user,
  asked_at timestamptz not null
);
grant select, insert, update, delete on password_request to medflow_app;

-- Giving a role takes four eyes: whoever asks, whoever decides and whoever gets it are three people.
-- 'alone' was carried out at once because nobody else there could have decided.
create table role_request (
  id         uuid        primary key,
  clinic_id  uuid        not null references clinic,
  user_id    uuid        not null references app_user,
  role       text        not null references role,
  asked_by   uuid        not null references app_user,
  asked_at   timestamptz not null,
  expires_at timestamptz not null,
  state      text        not null default 'pending'
             check (state in ('pending', 'approved', 'refused', 'withdrawn', 'expired', 'alone')),
  decided_by uuid        references app_user,
  decided_at timestamptz,
  constraint role_request_own_ck check (asked_by <> user_id),
  constraint role_request_eyes_ck check (decided_by <> asked_by and decided_by <> user_id),
  constraint role_request_decided_ck check (
    (state = 'pending') = (decided_at is null)
    and (state in ('approved', 'refused')) = (decided_by is not null))
);
create unique index role_request_open_uk on role_request (clinic_id, user_id, role)
  where state = 'pending';
create index role_request_user on role_request (user_id);

alter table role_request enable row level security;
create policy role_request_scope on role_request to medflow_app
  using (clinic_id = any ((select clinic_scope())::uuid[]))
  with check (clinic_id = any ((select clinic_scope())::uuid[]));
grant select, insert, update on role_request to medflow_app;

create index user_role_clinic on user_role (clinic_id, user_id);
create index user_session_latest on user_session (user_id, created_at desc);
create index app_user_name on app_user (lower(last_name), lower(first_name), id);
