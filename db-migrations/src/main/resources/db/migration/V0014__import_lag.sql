-- How far the imports at work are behind their sources, of all clinics together; for the metrics.
create function legacy.import_lag() returns table (rows_behind bigint, seconds_still double precision)
  language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$
    with stage as (
      select r.id, coalesce(p.moved_at, p.began_at, r.started_at) as moved,
             greatest(0, p.expected - p.created - p.updated - p.unchanged - p.orphan - p.invalid
                         - p.review - p.error) as behind
        from legacy.import_run r left join legacy.import_progress p on p.run_id = r.id
       where r.status in ('STARTING', 'RUNNING')),
    run as (select id, sum(behind) as behind, max(moved) as moved from stage group by id)
    select coalesce(sum(behind), 0)::bigint,
           coalesce(extract(epoch from now() - min(moved)), 0)::double precision
      from run
  $$;
revoke all on function legacy.import_lag() from public;
grant execute on function legacy.import_lag() to medflow_app;
