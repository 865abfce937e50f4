-- A table that grows from nothing by a hundred thousand rows in half a minute is planned as if it
-- were empty until autovacuum comes by. An import that has grown its tables much says so itself.
create function legacy.tables_grew() returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp
  as $$
  begin
    analyze medflow.patient, medflow.patient_clinic, medflow.patient_identifier,
      medflow.patient_phone, medflow.patient_name, medflow.name_variant, medflow.appointment,
      legacy.legacy_mapping, legacy.import_row;
  end $$;
revoke all on function legacy.tables_grew() from public;
grant execute on function legacy.tables_grew() to medflow_app;
