-- Passkeys (WebAuthn) beside the changing codes: several per person, each for one name of this
-- installation. What is kept is the public half; a counter that goes backwards tells of a copy.
create table user_passkey (
  id            uuid        primary key,
  user_id       uuid        not null references app_user,
  relying_party text        not null,
  credential_id bytea       not null unique,
  credential    bytea       not null,
  sign_count    bigint      not null,
  label         text        not null constraint user_passkey_label_ck
                              check (label = btrim(label) and length(label) between 1 and 60),
  created_at    timestamptz not null,
  last_used_at  timestamptz
);
create index user_passkey_user on user_passkey (user_id);
comment on column user_passkey.credential is
  'Attested credential data as WebAuthn writes it: authenticator model, id and COSE public key.';

-- Recovery codes belong to the person: she may have passkeys and no authenticator.
alter table recovery_code drop constraint recovery_code_user_id_fkey;
alter table recovery_code add constraint recovery_code_user_id_fkey
  foreign key (user_id) references app_user;

grant select, insert, update, delete on user_passkey to medflow_app;
