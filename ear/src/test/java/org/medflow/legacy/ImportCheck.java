package org.medflow.legacy;

import java.util.UUID;
import org.medflow.harness.Database;
import org.medflow.harness.Migration;

/**
 * Compares an invented export with what a run made of it: every row is mapped once or set aside
 * once, and nobody and no appointment is there twice, by number or by content.
 *
 * @param lost rows that are neither
 * @param doubled rows that are both or twice, and people and appointments that are there twice
 * @param taken rows that came in
 * @param aside rows that wait
 */
record ImportCheck(long lost, long doubled, long taken, long aside) {

  static ImportCheck of(Database owner, UUID clinic, Migration run, InventedExport export, int n) {
    var id = UUID.fromString(run.run());
    long keyed = 0;
    long lost = 0;
    long doubled = 0;
    for (var table : new String[] {"Patients", "Ag_Rdv"}) {
      var patients = table.equals("Patients");
      var met = new Met(owner, clinic, id, table);
      for (int i = 0; i < n; i++) {
        if (InventedExport.keyless(i, patients)) {
          continue;
        }
        keyed++;
        long times = met.times(patients ? export.keys().patient(i) : export.keys().appointment(i));
        lost += times == 0 ? 1 : 0;
        doubled += times > 1 ? 1 : 0;
      }
    }
    lost += 2L * n - keyed - asideWithoutKey(owner, id);
    return new ImportCheck(
        lost, doubled + twice(owner, clinic), mapped(owner, clinic, id), aside(owner, id));
  }

  boolean sound(int n) {
    return lost == 0 && doubled == 0 && taken + aside == 2L * n;
  }

  /** How often each key was mapped or set aside. */
  private static final class Met {
    private final java.util.Map<String, Integer> times = new java.util.HashMap<>();

    private Met(Database owner, UUID clinic, UUID run, String table) {
      owner
          .strings(
              """
              select source_key from legacy.legacy_mapping
               where clinic_id = ? and first_run = ? and source_table = ?
              union all
              select source_key from legacy.import_row
               where run_id = ? and source_table = ? and source_key is not null
              """,
              clinic,
              run,
              table,
              run,
              table)
          .forEach(key -> times.merge(key, 1, Integer::sum));
    }

    private long times(String key) {
      return times.getOrDefault(key, 0);
    }
  }

  private static long mapped(Database owner, UUID clinic, UUID run) {
    return owner.number(
        "select count(*) from legacy.legacy_mapping where clinic_id = ? and first_run = ?",
        clinic,
        run);
  }

  private static long aside(Database owner, UUID run) {
    return owner.number("select count(*) from legacy.import_row where run_id = ?", run);
  }

  private static long asideWithoutKey(Database owner, UUID run) {
    return owner.number(
        "select count(*) from legacy.import_row where run_id = ? and source_key is null", run);
  }

  /** People with one number or telephone, appointments with one reason, records without a row. */
  private static long twice(Database owner, UUID clinic) {
    return owner.number(
        """
        select (select count(*) from (
                  select 1 from medflow.patient_identifier i
                    join medflow.patient_clinic c using (patient_id) where c.clinic_id = ?
                   group by i.system, i.value_index having count(*) > 1) as t)
             + (select count(*) from (
                  select 1 from medflow.patient_phone i
                    join medflow.patient_clinic c using (patient_id) where c.clinic_id = ?
                   group by i.value_index having count(*) > 1) as t)
             + (select count(*) from (
                  select 1 from medflow.appointment where clinic_id = ?
                   group by reason having count(*) > 1) as t)
             + (select count(*) from medflow.patient_clinic c where c.clinic_id = ?
                   and not exists (select 1 from legacy.legacy_mapping m
                                    where m.target_id = c.patient_id))
             + (select count(*) from medflow.appointment a where a.clinic_id = ?
                   and not exists (select 1 from legacy.legacy_mapping m
                                    where m.target_id = a.id))
        """,
        clinic,
        clinic,
        clinic,
        clinic,
        clinic);
  }
}
