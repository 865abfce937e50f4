-- Looking through the audit. Operators of arrays are not leakproof and would lose their index under
-- row-level security, so these functions of the owner put the caller's clinics into the condition
-- themselves. Rows without a clinic (a refused sign-in) are everybody's who may look.
create function audit_rows(
    begins timestamptz, ends timestamptz, who uuid, about uuid, family text, ended_as text,
    before_at timestamptz, before_id uuid, wanted int)
  returns setof audit_event
  language plpgsql stable security definer set search_path = medflow, pg_temp
  as $$
  declare
    scope uuid[] := clinic_scope();
    sql   text := 'select e.* from audit_event e where e.at >= $1 and e.at < $2
                      and (e.clinic_id is null or e.clinic_id = any ($3))';
  begin
    if who is not null then
      sql := sql || ' and e.actor_id = $4';
    end if;
    if about is not null then
      sql := sql || ' and e.entity_ids @> array[$5]';
    end if;
    if family is not null then
      sql := sql || ' and starts_with(e.action, $6)';
    end if;
    if ended_as is not null then
      sql := sql || ' and e.outcome = $7';
    end if;
    if before_id is not null then
      sql := sql || ' and (e.at, e.id) < ($8, $9)';
    end if;
    return query execute sql || ' order by e.at desc, e.id desc limit $10'
      using begins, ends, scope, who, about, family, ended_as, before_at, before_id, wanted;
  end $$;

-- Who came near one record, and how: saw it in a list, opened it, changed it, or was turned away.
-- Whoever asked for this very list did not come near it.
create function audit_accesses(about uuid, begins timestamptz, ends timestamptz)
  returns table (
    actor_kind text, actor_id uuid, listed bigint, opened bigint, changed bigint, refused bigint,
    first_at timestamptz, last_at timestamptz)
  language sql stable security definer set search_path = medflow, pg_temp
  as $$
    with scope as materialized (select clinic_scope() as clinics)
    select e.actor_kind, e.actor_id,
           count(*) filter (where e.outcome = 'done'
                              and e.action in ('patient.search', 'patient.candidates')),
           count(*) filter (where e.outcome = 'done'
                              and e.action in ('patient.read', 'patient.timeline', 'patient.merges')),
           count(*) filter (where e.outcome = 'done'
                              and e.action not in ('patient.search', 'patient.candidates',
                                'patient.read', 'patient.timeline', 'patient.merges')),
           count(*) filter (where e.outcome = 'refused'),
           min(e.at), max(e.at)
      from audit_event e
     where e.entity_ids @> array[about] and e.at >= begins and e.at < ends
       and not starts_with(e.action, 'audit.')
       and (e.clinic_id is null or e.clinic_id = any ((select clinics from scope)::uuid[]))
     group by 1, 2 order by 8 desc
  $$;

revoke execute on function audit_rows, audit_accesses from public;
grant execute on function audit_rows, audit_accesses to medflow_app;
