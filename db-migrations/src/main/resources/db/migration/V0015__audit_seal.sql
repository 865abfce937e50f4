-- The seal over the audit rows. Committed rows are taken in the order of their transactions into
-- blocks; each block holds the hash of every row and the hash of the block before it, so that a row
-- or a block that is changed, taken out, put in or moved no longer fits. Anchors are signed outside
-- the database and kept outside it too: without them somebody who owns the database could cut the
-- chain's end off or forge all of it anew.

create table audit_block (
  no       bigint        primary key check (no > 0),
  at       timestamptz   not null default clock_timestamp(),
  prev     bytea         not null,
  hash     bytea         not null,
  ats      timestamptz[] not null,
  ids      uuid[]        not null,
  hashes   bytea[]       not null,
  last_xid xid8          not null
);
comment on column audit_block.last_xid is
  'Transaction of the last row: with ats and ids the place behind which the next block begins.';

create table audit_anchor (
  no        bigint      primary key,
  hash      bytea       not null,
  at        timestamptz not null,
  key       text        not null,
  signature bytea       not null
);

create index audit_event_order on audit_event (xid, at, id);

-- The hash of a row over every column, whatever the session's time zone or encoding.
create function audit_row_hash(e audit_event) returns bytea
  language sql stable set search_path = medflow, pg_temp
  as $$
    select sha256(convert_to(jsonb_build_array(
      e.id, (extract(epoch from e.at) * 1000000)::bigint, e.xid::text, e.actor_kind, e.actor_id,
      e.session_id, e.clinic_id, e.action, e.entity, to_jsonb(e.entity_ids), e.outcome, e.reason,
      e.correlation, e.detail)::text, 'UTF8'))
  $$;

create function audit_block_hash(prev bytea, no bigint, hashes bytea[]) returns bytea
  language sql stable set search_path = medflow, pg_temp
  as $$
    select sha256(prev || int8send(no) || (select string_agg(u.hash, ''::bytea order by u.place)
                                             from unnest(hashes) with ordinality u(hash, place)))
  $$;

-- Seals the next rows, at most so many, and tells how many. Rows of transactions that are younger
-- than the oldest open one wait: a row that commits later would otherwise stand behind its seal.
create function audit_seal(most int) returns int
  language plpgsql security definer set search_path = medflow, pg_temp
  as $$
  declare
    horizon xid8 := pg_snapshot_xmin(pg_current_snapshot());
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
           (array_agg(r.xid order by r.place desc))[1] as last_xid
      into made
      from (select e.at, e.id, e.xid, audit_row_hash(e) as hash,
                   row_number() over (order by e.xid, e.at, e.id) as place
              from audit_event e
             where e.xid < horizon
               and (last.no is null
                    or (e.xid, e.at, e.id) > (last.last_xid, last.ats[cardinality(last.ats)],
                                              last.ids[cardinality(last.ids)]))
             order by e.xid, e.at, e.id limit most) r;
    if made.rows > 0 then
      insert into audit_block (no, prev, hash, ats, ids, hashes, last_xid)
      values (coalesce(last.no, 0) + 1, before,
              audit_block_hash(before, coalesce(last.no, 0) + 1, made.hashes),
              made.ats, made.ids, made.hashes, made.last_xid);
    end if;
    return made.rows;
  end $$;

-- Seconds since the oldest row that is not sealed was written; 0 when all are.
create function audit_unsealed_seconds() returns double precision
  language plpgsql stable security definer set search_path = medflow, pg_temp
  as $$
  declare
    last   audit_block;
    oldest timestamptz;
  begin
    select * into last from audit_block order by no desc limit 1;
    select e.at into oldest from audit_event e
     where last.no is null
        or (e.xid, e.at, e.id) > (last.last_xid, last.ats[cardinality(last.ats)],
                                  last.ids[cardinality(last.ids)])
     order by e.xid, e.at, e.id limit 1;
    return coalesce(greatest(0, extract(epoch from clock_timestamp() - oldest)), 0);
  end $$;

-- The newest block, once the last anchor is a quarter of an hour old and holds an earlier one.
create function audit_to_anchor() returns table (no bigint, hash bytea)
  language sql stable security definer set search_path = medflow, pg_temp
  as $$
    select b.no, b.hash from audit_block b
     where b.no = (select max(m.no) from audit_block m)
       and not exists (select 1 from audit_anchor a
                        where a.no = b.no or a.at > now() - interval '15 minutes')
  $$;

create function audit_anchored(no bigint, hash bytea, at timestamptz, key text, signature bytea)
  returns void
  language sql security definer set search_path = medflow, pg_temp
  as $$
    insert into audit_anchor (no, hash, at, key, signature)
    values (no, hash, at, key, signature) on conflict do nothing
  $$;

-- What does not fit: for the owner only, since it reads the rows of all clinics.
create function audit_findings() returns table (finding text, block bigint, event uuid)
  language sql stable set search_path = medflow, pg_temp
  as $$
    with chain as (
      select b.*, lag(b.no, 1, 0::bigint) over w as no_before,
             lag(b.hash, 1, decode(repeat('00', 32), 'hex')) over w as hash_before
        from audit_block b window w as (order by b.no)),
    link as (
      select b.no, t.at, t.id, t.hash
        from audit_block b cross join lateral unnest(b.ats, b.ids, b.hashes) as t(at, id, hash)),
    head as (
      select b.last_xid, b.ats[cardinality(b.ats)] as at, b.ids[cardinality(b.ids)] as id
        from audit_block b order by b.no desc limit 1)
    select 'block-missing', c.no, null::uuid from chain c where c.no <> c.no_before + 1
    union all
    select 'chain-broken', c.no, null from chain c where c.prev <> c.hash_before
    union all
    select 'block-altered', c.no, null from chain c
     where c.hash <> audit_block_hash(c.prev, c.no, c.hashes)
        or cardinality(c.ids) <> cardinality(c.hashes) or cardinality(c.ats) <> cardinality(c.ids)
    union all
    select 'row-removed', l.no, l.id from link l
     where not exists (select 1 from audit_event e where e.at = l.at and e.id = l.id)
    union all
    select 'row-altered', l.no, l.id from link l join audit_event e on e.at = l.at and e.id = l.id
     where audit_row_hash(e) is distinct from l.hash
    union all
    select 'row-put-in', null, e.id from audit_event e, head h
     where (e.xid, e.at, e.id) <= (h.last_xid, h.at, h.id)
       and not exists (select 1 from link l where l.at = e.at and l.id = e.id)
    union all
    select 'anchor-contradicted', a.no, null from audit_anchor a
     where not exists (select 1 from audit_block b where b.no = a.no and b.hash = a.hash)
  $$;

revoke all on function audit_row_hash(audit_event), audit_block_hash(bytea, bigint, bytea[]),
  audit_seal(int), audit_unsealed_seconds(), audit_to_anchor(),
  audit_anchored(bigint, bytea, timestamptz, text, bytea), audit_findings() from public;
grant execute on function audit_seal(int), audit_unsealed_seconds(), audit_to_anchor(),
  audit_anchored(bigint, bytea, timestamptz, text, bytea) to medflow_app;
