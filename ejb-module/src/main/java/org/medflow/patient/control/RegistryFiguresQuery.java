package org.medflow.patient.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import org.medflow.patient.boundary.RegistryFigures;
import org.medflow.platform.store.Rows;

/** Counts for a board, each by an index. */
@ApplicationScoped
public class RegistryFiguresQuery {

  private static final Duration RECENT = Duration.ofDays(7);

  @Inject Rows rows;

  public RegistryFigures of(Collection<UUID> clinics, Instant morning) {
    return rows.list(
            """
            with here as (select unnest(?::uuid[]) as clinic)
            select
              (select count(*) from here h
                 join medflow.patient_clinic pc on pc.clinic_id = h.clinic)
              - (select count(*) from medflow.patient p
                  where p.deleted_at is not null or p.merged_into is not null) as total,
              (select count(*) from here h
                 join medflow.patient_clinic pc on pc.clinic_id = h.clinic
                where pc.linked_at >= ?) as today,
              (select count(*) from medflow.patient p
                where p.incomplete and p.deleted_at is null
                  and p.merged_into is null) as incomplete,
              (select count(*) from here h
                 join medflow.patient_clinic pc on pc.clinic_id = h.clinic
                where pc.linked_at >= ?
                  and exists (select 1 from medflow.patient_identifier i
                               where i.patient_id = pc.patient_id
                                 and i.system in ('lv', 'dmi', 'carevision'))) as imported
            """,
            row ->
                new RegistryFigures(
                    row.getLong("total"),
                    row.getLong("today"),
                    row.getLong("incomplete"),
                    row.getLong("imported")),
            clinics,
            morning,
            morning.minus(RECENT))
        .get(0);
  }
}
