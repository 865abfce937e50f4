package org.medflow.visit.boundary;

import static org.medflow.platform.security.Permission.UPDATE_VITALS;
import static org.medflow.platform.security.Permission.VIEW_MEDICAL_RECORDS;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.medflow.audit.boundary.AuditTrail;
import org.medflow.clinic.boundary.ClinicDays;
import org.medflow.patient.boundary.PatientRegistry;
import org.medflow.platform.Ids;
import org.medflow.platform.error.Conflict;
import org.medflow.platform.error.FieldText;
import org.medflow.platform.error.Invalid;
import org.medflow.platform.error.NotFound;
import org.medflow.platform.event.LiveEvents;
import org.medflow.platform.idempotency.Idempotency;
import org.medflow.platform.idempotency.IdempotencyKey;
import org.medflow.platform.security.Actors;
import org.medflow.platform.security.Requires;
import org.medflow.platform.store.StoreException;
import org.medflow.visit.control.VisitOpening;
import org.medflow.visit.control.VisitRepository;
import org.medflow.visit.control.VitalsQuery;
import org.medflow.visit.control.VitalsRules;
import org.medflow.visit.entity.Visit;

/**
 * Vitals. They belong to the patient's open visit; when she has none, one is opened for them. What
 * was written stays: a mistake is marked as one, with the reason.
 */
@Stateless
public class VitalsDesk {

  private static final int REASON = 300;
  private static final int SHOWN = 100;

  @Inject VitalsQuery vitals;
  @Inject VisitRepository visits;
  @Inject VisitOpening opening;
  @Inject PatientRegistry patients;
  @Inject ClinicDays days;
  @Inject Idempotency idempotency;
  @Inject LiveEvents live;
  @Inject AuditTrail audit;
  @Inject Clock clock;

  /** Writes measures down; the same key writes them once. */
  @Requires(UPDATE_VITALS)
  public VitalsView record(UUID patient, RecordVitals typed, IdempotencyKey key) {
    if (typed == null) {
      throw Invalid.field("vitals", "required");
    }
    var values = VitalsRules.checked(typed);
    return idempotency.once(key, () -> recorded(patient, values), VitalsView::id, this::known);
  }

  /** The newest first, those said to be wrong among them. */
  @Requires(VIEW_MEDICAL_RECORDS)
  public List<VitalsView> ofPatient(UUID patient) {
    var id = patients.get(patient).id();
    audit.read("vitals.read", "patient", List.of(id));
    return vitals.ofPatient(id, SHOWN);
  }

  @Requires(UPDATE_VITALS)
  public VitalsView wrong(UUID id, String reason) {
    var fields = new FieldText();
    var why = fields.required("reason", reason, REASON);
    fields.check();
    if (why.length() < 3) {
      throw Invalid.field("reason", "reason-required");
    }
    known(id);
    if (!vitals.wrong(id, why, Actors.current().id(), clock.instant())) {
      throw new Conflict("vitals-wrong-already");
    }
    audit.wrote("vitals.wrong", "vitals", id, why);
    live.publish("visits", "vitals", id);
    return known(id);
  }

  private VitalsView recorded(UUID patient, RecordVitals values) {
    var known = patients.get(patient).id();
    var visit =
        visits
            .openOf(Actors.current().clinic(), known, days.today(Actors.current()))
            .orElseGet(() -> opened(known));
    visit.mayWrite(Actors.current().id(), clock.instant());
    var id = Ids.next();
    vitals.add(id, visit, values, Actors.current().id(), clock.instant());
    audit.wrote("vitals.record", "vitals", id);
    live.publish("visits", "vitals", id);
    return known(id);
  }

  private Visit opened(UUID patient) {
    try {
      return opening.open(patient);
    } catch (PersistenceException refused) {
      throw StoreException.constraintOf(refused)
          .filter("visit_open_uk"::equals)
          .<RuntimeException>map(open -> new Conflict("patient-already-here"))
          .orElse(refused);
    }
  }

  private VitalsView known(UUID id) {
    return vitals.byId(id).stream().findFirst().orElseThrow(() -> new NotFound("not-found"));
  }
}
