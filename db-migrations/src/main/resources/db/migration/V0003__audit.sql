-- Who did what, when, to whom. Rows are added and read, never changed: there is no other grant.
create table audit_event (
  id          uuid        not null,
  at          timestamptz not null default clock_timestamp(),
  xid         xid8        not null default pg_current_xact_id(),
  actor_kind  text        not null,
  actor_id    uuid        not null,
  session_id  uuid,
  clinic_id   uuid,
  action      text        not null,
  entity      text        not null,
  entity_ids  uuid[]      not null default '{}' check (cardinality(entity_ids) <= 100),
  outcome     text        not null default 'done' check (outcome in ('done', 'refused')),
  reason      text,
  correlation text,
  detail      jsonb       not null default '{}',
  primary key (at, id)
) partition by range (at);

do $$
declare
  first date := date '2026-11-01';
begin
  for i in 0..37 loop
    execute format(
      'create table audit_event_%s partition of audit_event for values from (%L) to (%L)',
      to_char(first + make_interval(months => i), 'YYYYMM'),
      first + make_interval(months => i), first + make_interval(months => i + 1));
  end loop;
end $$;
create table audit_event_later partition of audit_event default;

create index audit_event_entity on audit_event using gin (entity_ids);
create index audit_event_actor on audit_event (actor_id, at);

alter table audit_event enable row level security;
create policy audit_event_read on audit_event for select to medflow_app
  using (clinic_id is null or clinic_id = any ((select clinic_scope())::uuid[]));
create policy audit_event_write on audit_event for insert to medflow_app with check (true);
grant select, insert on audit_event to medflow_app;
