-- Changing the keys while everybody works (decision 0018). Which columns are sealed is written here,
-- where the server cannot change it; what the server may do with the rows of all clinics is to fetch
-- the ciphertext of such a column and to put another in the place of the very same bytes.
create table sealed_column (
  table_name  text not null,
  column_name text not null,
  row_name    text not null default 'id',
  primary key (table_name, column_name)
);
comment on table sealed_column is
  'Every sealed column; each table has a unique id by which it is walked.';
comment on column sealed_column.row_name is
  'The column that holds the row id to which the seal is bound.';
insert into sealed_column (table_name, column_name, row_name) values
  ('patient', 'email_sealed', 'id'),
  ('patient', 'street_sealed', 'id'),
  ('patient', 'emergency_sealed', 'id'),
  ('patient', 'employee_sealed', 'id'),
  ('patient_phone', 'value_sealed', 'id'),
  ('patient_identifier', 'value_sealed', 'id'),
  ('signing_key', 'private_sealed', 'id'),
  ('user_factor', 'secret_sealed', 'id'),
  ('legacy.import_row', 'raw_sealed', 'id'),
  ('legacy.staged_row', 'raw_sealed', 'id'),
  ('legacy.before_image', 'image', 'mapping_id');

-- How far the present or the last re-encryption is, column by column.
create table key_walk (
  table_name  text        not null,
  column_name text        not null,
  key_id      int         not null,
  state       text        not null check (state in ('WAITING', 'WALKING', 'CHECKING', 'DONE')),
  after       uuid        not null default '00000000-0000-0000-0000-000000000000',
  total       bigint      not null default 0,
  resealed    bigint      not null default 0,
  pass        int         not null default 1,
  began_at    timestamptz,
  passed_at   timestamptz,
  moved_at    timestamptz,
  ended_at    timestamptz,
  primary key (table_name, column_name),
  foreign key (table_name, column_name) references sealed_column
);
comment on column key_walk.after is 'Everything up to this id was looked at in the present pass.';

-- How many values each key held when they were last counted.
create table key_use (
  table_name  text        not null,
  column_name text        not null,
  key_id      bigint      not null,
  amount      bigint      not null,
  counted_at  timestamptz not null default now(),
  primary key (table_name, column_name, key_id),
  foreign key (table_name, column_name) references sealed_column
);
comment on column key_use.key_id is '0 stands for bytes that no key of this house has sealed.';

-- Values that could not be opened.
create table key_failure (
  table_name  text        not null,
  column_name text        not null,
  id          uuid        not null,
  key_id      bigint      not null,
  seen_at     timestamptz not null default now(),
  primary key (table_name, column_name, id),
  foreign key (table_name, column_name) references sealed_column
);

create function sealed_key(sealed bytea) returns bigint
  language sql immutable parallel safe
  as $$ select case when length(sealed) > 5 and substring(sealed from 1 for 1) = '\x01'
    then ('x' || encode(substring(sealed from 2 for 4), 'hex'))::bit(32)::bigint
    else 0 end $$;
comment on function sealed_key is
  'The key that sealed a value, which stands in front of it: 01, then its id in four bytes.';

create function sealed_known(in_table text, in_column text) returns sealed_column
  language plpgsql stable set search_path = medflow, pg_temp
  as $$
  declare
    known sealed_column;
  begin
    select * into strict known from sealed_column s
     where s.table_name = in_table and s.column_name = in_column;
    return known;
  end $$;

-- The next values that another key than this one has sealed. A row that somebody writes just now is
-- not waited for: it is met again in the next pass.
create function sealed_next(in_table text, in_column text, after uuid, key bigint, most int)
  returns table (id uuid, place uuid, sealed bytea)
  language plpgsql security definer set search_path = medflow, pg_temp
  as $$
  declare
    col sealed_column := sealed_known(in_table, in_column);
  begin
    return query execute format(
      'select s.id, s.%1$I, s.%2$I from %3$s s
        where s.id > $1 and s.%2$I is not null and sealed_key(s.%2$I) <> $2
          and not exists (select 1 from key_failure f
                           where f.table_name = $4 and f.column_name = $5 and f.id = s.id)
        order by s.id limit $3 for no key update of s skip locked',
      col.row_name, col.column_name, col.table_name::regclass)
      using after, key, least(most, 1000), in_table, in_column;
  end $$;

-- Puts new ciphertext in the place of the old, where the old still stands.
create function sealed_replace(
    in_table text, in_column text, ids uuid[], olds bytea[], news bytea[]) returns int
  language plpgsql security definer set search_path = medflow, pg_temp
  as $$
  declare
    col  sealed_column := sealed_known(in_table, in_column);
    done int;
  begin
    execute format(
      'update %1$s s set %2$I = n.new
         from unnest($1, $2, $3) as n(id, old, new)
        where s.id = n.id and s.%2$I = n.old',
      col.table_name::regclass, col.column_name)
      using ids, olds, news;
    get diagnostics done = row_count;
    return done;
  end $$;

create function sealed_use(in_table text, in_column text)
  returns table (key_id bigint, amount bigint)
  language plpgsql stable security definer set search_path = medflow, pg_temp
  as $$
  declare
    col sealed_column := sealed_known(in_table, in_column);
  begin
    return query execute format(
      'select sealed_key(s.%1$I), count(*) from %2$s s where s.%1$I is not null group by 1',
      col.column_name, col.table_name::regclass);
  end $$;

-- How many values wait for this key, those that cannot be opened apart.
create function sealed_rest(in_table text, in_column text, key bigint) returns bigint
  language plpgsql stable security definer set search_path = medflow, pg_temp
  as $$
  declare
    col  sealed_column := sealed_known(in_table, in_column);
    rest bigint;
  begin
    execute format(
      'select count(*) from %2$s s
        where s.%1$I is not null and sealed_key(s.%1$I) <> $1
          and not exists (select 1 from key_failure f
                           where f.table_name = $2 and f.column_name = $3 and f.id = s.id)',
      col.column_name, col.table_name::regclass)
      into rest using key, in_table, in_column;
    return rest;
  end $$;

-- Forgets that a key was ever used, once no value is sealed with it: from then on the server starts
-- without it. The key that seals now is never forgotten.
create function sealed_retire(gone bigint, present bigint) returns boolean
  language plpgsql security definer set search_path = medflow, pg_temp
  as $$
  declare
    col  sealed_column;
    held boolean;
  begin
    if gone = present
        or not exists (select 1 from key_check c where sealed_key(c.sealed) = present) then
      return false;
    end if;
    for col in select * from sealed_column loop
      execute format('select exists (select 1 from %2$s s where sealed_key(s.%1$I) = $1)',
        col.column_name, col.table_name::regclass)
        into held using gone;
      if held then
        return false;
      end if;
    end loop;
    delete from key_check c where sealed_key(c.sealed) = gone;
    return true;
  end $$;

revoke all on function sealed_known(text, text), sealed_next(text, text, uuid, bigint, int),
  sealed_replace(text, text, uuid[], bytea[], bytea[]), sealed_use(text, text),
  sealed_rest(text, text, bigint), sealed_retire(bigint, bigint) from public;
grant execute on function sealed_next(text, text, uuid, bigint, int),
  sealed_replace(text, text, uuid[], bytea[], bytea[]), sealed_use(text, text),
  sealed_rest(text, text, bigint), sealed_retire(bigint, bigint) to medflow_app;
grant select on sealed_column to medflow_app;
grant select, insert, update, delete on key_walk, key_use, key_failure to medflow_app;
