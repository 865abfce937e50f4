package org.medflow.patient.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import org.medflow.patient.boundary.Verdict;
import org.medflow.platform.Ids;
import org.medflow.platform.security.Actor;
import org.medflow.platform.store.Rows;

/** What people decided and changed about patients: added, never altered. */
@ApplicationScoped
public class PatientNoteQuery {

  @Inject Rows rows;

  /**
   * A word on a likeness.
   *
   * @param patient who was registered all the same, null when it was the same person
   */
  public record Decided(UUID patient, UUID candidate, Verdict verdict, int score, String reason) {}

  public void decided(Actor actor, Decided decided, Instant at) {
    rows.update(
        """
        insert into medflow.patient_decision
            (id, clinic_id, patient_id, candidate, verdict, score, reason, decided_by, at)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        Ids.next(),
        actor.clinic(),
        decided.patient(),
        decided.candidate(),
        decided.verdict(),
        decided.score(),
        decided.reason(),
        actor.id(),
        at);
  }

  /** Kind {@code amended} or {@code removed}; names of fields, never values. */
  public void changed(
      Actor actor, UUID patient, String kind, Collection<String> fields, Instant at) {
    rows.update(
        """
        insert into medflow.patient_change (id, patient_id, clinic_id, kind, fields, changed_by, at)
        values (?, ?, ?, ?, string_to_array(?, ','), ?, ?)
        """,
        Ids.next(),
        patient,
        actor.clinics().stream().sorted().findFirst().orElseThrow(),
        kind,
        String.join(",", fields),
        actor.id(),
        at);
  }
}
