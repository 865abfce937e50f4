-- What renews an access token: an opaque text that the holder alone has, here only as its hash. Each
-- is used once and gives the next; whoever shows one for the second time has stolen it or was robbed
-- of it, so the session ends. The tokens of a session are its family.
create table refresh_token (
  id         uuid        primary key,
  session_id uuid        not null references user_session,
  token_hash bytea       not null,
  issued_at  timestamptz not null,
  used_at    timestamptz,
  constraint refresh_token_uk unique (token_hash)
);
create index refresh_token_session on refresh_token (session_id);
grant select, insert, update, delete on refresh_token to medflow_app;

comment on column signing_key.retired_at is
  'From then on nothing that it signed is believed; a key that still has to is given a time ahead.';
