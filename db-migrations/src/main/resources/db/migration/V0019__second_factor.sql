-- The second factor: a code that changes every half minute (RFC 6238), its secret sealed, each step
-- used once. A clinic may leave the choice to its staff; unless somebody says so, it is required.
alter table clinic add column second_factor text not null default 'required'
  constraint clinic_second_factor_ck check (second_factor in ('required', 'optional'));

create table user_factor (
  user_id       uuid        primary key references app_user,
  id            uuid        not null unique,
  secret_sealed bytea       not null,
  created_at    timestamptz not null,
  confirmed_at  timestamptz,
  last_step     bigint      not null default 0
);
comment on column user_factor.last_step is
  'Half minutes since 1970 of the code used last; it and everything before is refused.';

-- Ten codes for the day the telephone is gone; a slow hash, because a person has to type them.
create table recovery_code (
  id         uuid        primary key,
  user_id    uuid        not null references user_factor on delete cascade,
  code_hash  text        not null,
  used_at    timestamptz
);
create index recovery_code_user on recovery_code (user_id);

-- When the person behind a session last proved who she is: signing, exports and changes of factors
-- want that to be fresh.
alter table user_session add column proven_at timestamptz;
update user_session set proven_at = created_at;
alter table user_session alter column proven_at set not null;

grant select, insert, update, delete on user_factor, recovery_code to medflow_app;
