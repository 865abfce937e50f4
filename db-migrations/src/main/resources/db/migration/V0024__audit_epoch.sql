-- A cluster that was made anew from a dump counts its transactions from the beginning again, so that
-- their numbers alone no longer say what came later. Rows carry the epoch in which they were written;
-- a new one begins, before the server starts, when the numbers have gone back.

create table audit_epoch (
  no  int         primary key check (no > 0),
  xid xid8        not null,
  at  timestamptz not null default clock_timestamp()
);
comment on table audit_epoch is 'From which transaction on an epoch counts.';
insert into audit_epoch (no, xid) values (1, '0');

alter table audit_event add column epoch int not null default 1;
alter table audit_block add column last_epoch int not null default 1;
create index audit_event_sealing on audit_event (epoch, xid, at, id);
drop index audit_event_order;

-- Where and when a row stands is said by the database and not by the server.
revoke insert on audit_event from medflow_app;
grant insert (id, actor_kind, actor_id, session_id, clinic_id, action, entity, entity_ids, outcome,
  reason, correlation, detail) on audit_event to medflow_app;

-- Begins an epoch when this one holds a transaction that has not been yet; returns the present one.
-- For the launcher, after each migration and before the server comes.
create function audit_begin_epoch() returns int
  language plpgsql set search_path = medflow, pg_temp
  as $$
  declare
    present int := (select max(no) from audit_epoch);
    newest  xid8;
  begin
    newest := greatest(
      (select xid from audit_epoch where no = present),
      (select e.xid from audit_event e where e.epoch = present
        order by e.epoch desc, e.xid desc, e.at desc, e.id desc limit 1),
      (select b.last_xid from audit_block b where b.last_epoch = present
        order by b.no desc limit 1));
    if newest > pg_current_xact_id() then
      present := present + 1;
      insert into audit_epoch (no, xid) values (present, pg_current_xact_id());
      execute format('alter table audit_event alter column epoch set default %s', present);
    end if;
    return present;
  end $$;

-- As before; a row of a later epoch says so, one of the first has the hash that it always had.
create or replace function audit_row_hash(e audit_event) returns bytea
  language sql stable set search_path = medflow, pg_temp
  as $$
    select sha256(convert_to((jsonb_build_array(
      e.id, (extract(epoch from e.at) * 1000000)::bigint, e.xid::text, e.actor_kind, e.actor_id,
      e.session_id, e.clinic_id, e.action, e.entity, to_jsonb(e.entity_ids), e.outcome, e.reason,
      e.correlation, e.detail)
      || case when e.epoch = 1 then '[]'::jsonb else jsonb_build_array(e.epoch) end)::text, 'UTF8'))
  $$;

-- As before; rows of earlier epochs are all committed, whatever their transactions' numbers are.
create or replace function audit_seal(most int) returns int
  language plpgsql security definer set search_path = medflow, pg_temp
  as $$
  declare
    horizon xid8 := pg_snapshot_xmin(pg_current_snapshot());
    present int := (select max(no) from audit_epoch);
    last    audit_block;
    made    record;
    before  bytea;
  begin
    if not pg_try_advisory_xact_lock(hashtext('audit_seal')) then
      return 0;
    end if;
    select * into last from audit_block order by no desc limit 1;
    before := coalesce(last.hash, decode(repeat('00', 32), 'hex'));
    select count(*)::int as rows, array_agg(r.at order by r.place) as ats,
           array_agg(r.id order by r.place) as ids, array_agg(r.hash order by r.place) as hashes,
           (array_agg(r.xid order by r.place desc))[1] as last_xid,
           (array_agg(r.epoch order by r.place desc))[1] as last_epoch
      into made
      from (select e.at, e.id, e.xid, e.epoch, audit_row_hash(e) as hash,
                   row_number() over (order by e.epoch, e.xid, e.at, e.id) as place
              from audit_event e
             where (e.epoch < present or e.epoch = present and e.xid < horizon)
               and (last.no is null
                    or (e.epoch, e.xid, e.at, e.id)
                       > (last.last_epoch, last.last_xid, last.ats[cardinality(last.ats)],
                          last.ids[cardinality(last.ids)]))
             order by e.epoch, e.xid, e.at, e.id limit most) r;
    if made.rows > 0 then
      insert into audit_block (no, prev, hash, ats, ids, hashes, last_epoch, last_xid)
      values (coalesce(last.no, 0) + 1, before,
              audit_block_hash(before, coalesce(last.no, 0) + 1, made.hashes),
              made.ats, made.ids, made.hashes, made.last_epoch, made.last_xid);
    end if;
    return made.rows;
  end $$;

create or replace function audit_unsealed_seconds() returns double precision
  language plpgsql stable security definer set search_path = medflow, pg_temp
  as $$
  declare
    last   audit_block;
    oldest timestamptz;
  begin
    select * into last from audit_block order by no desc limit 1;
    select e.at into oldest from audit_event e
     where last.no is null
        or (e.epoch, e.xid, e.at, e.id)
           > (last.last_epoch, last.last_xid, last.ats[cardinality(last.ats)],
              last.ids[cardinality(last.ids)])
     order by e.epoch, e.xid, e.at, e.id limit 1;
    return coalesce(greatest(0, extract(epoch from clock_timestamp() - oldest)), 0);
  end $$;

-- As before; and a block's place is the one of its last row.
create or replace function audit_findings() returns table (finding text, block bigint, event uuid)
  language sql stable set search_path = medflow, pg_temp
  as $$
    with chain as (
      select b.*, lag(b.no, 1, 0::bigint) over w as no_before,
             lag(b.hash, 1, decode(repeat('00', 32), 'hex')) over w as hash_before
        from audit_block b window w as (order by b.no)),
    link as (
      select b.no, t.at, t.id, t.hash
        from audit_block b cross join lateral unnest(b.ats, b.ids, b.hashes) as t(at, id, hash)),
    tail as (
      select b.no, b.last_epoch, b.last_xid, b.ats[cardinality(b.ats)] as at,
             b.ids[cardinality(b.ids)] as id
        from audit_block b),
    head as (select * from tail order by no desc limit 1)
    select 'block-missing', c.no, null::uuid from chain c where c.no <> c.no_before + 1
    union all
    select 'chain-broken', c.no, null from chain c where c.prev <> c.hash_before
    union all
    select 'block-altered', c.no, null from chain c
     where c.hash <> audit_block_hash(c.prev, c.no, c.hashes)
        or cardinality(c.ids) <> cardinality(c.hashes) or cardinality(c.ats) <> cardinality(c.ids)
    union all
    select 'block-altered', t.no, t.id
      from tail t join audit_event e on e.at = t.at and e.id = t.id
     where (e.epoch, e.xid) <> (t.last_epoch, t.last_xid)
    union all
    select 'row-removed', l.no, l.id from link l
     where not exists (select 1 from audit_event e where e.at = l.at and e.id = l.id)
    union all
    select 'row-altered', l.no, l.id from link l join audit_event e on e.at = l.at and e.id = l.id
     where audit_row_hash(e) is distinct from l.hash
    union all
    select 'row-put-in', null, e.id from audit_event e, head h
     where (e.epoch, e.xid, e.at, e.id) <= (h.last_epoch, h.last_xid, h.at, h.id)
       and not exists (select 1 from link l where l.at = e.at and l.id = e.id)
    union all
    select 'anchor-contradicted', a.no, null from audit_anchor a
     where not exists (select 1 from audit_block b where b.no = a.no and b.hash = a.hash)
  $$;

revoke all on function audit_begin_epoch() from public;
