package org.medflow.patient.boundary;

import static org.medflow.platform.security.Permission.REGISTER_PATIENTS;
import static org.medflow.platform.security.Permission.VIEW_MEDICAL_RECORDS;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.medflow.audit.boundary.AuditTrail;
import org.medflow.patient.control.CrossClinicQuery;
import org.medflow.patient.control.CrossClinicQuery.Linked;
import org.medflow.patient.control.CrossClinicQuery.Stamp;
import org.medflow.patient.control.LinkRules.Checked;
import org.medflow.patient.control.PatientSeals;
import org.medflow.platform.Ids;
import org.medflow.platform.event.LiveEvents;
import org.medflow.platform.security.Actors;
import org.medflow.platform.security.Requires;

/** One link as one transaction: link, deed, audit and alert are there together or not at all. */
@Stateless
public class LinkDeed {

  static final String TOPIC = "emergencies";

  @Inject CrossClinicQuery links;
  @Inject PatientSeals seals;
  @Inject AuditTrail audit;
  @Inject LiveEvents live;
  @Inject Clock clock;

  @Requires({REGISTER_PATIENTS, VIEW_MEDICAL_RECORDS})
  public Optional<UUID> byConsent(Checked asked) {
    var found = links.byConsent(Ids.next(), number(asked), asked.words(), asked.given(), stamp());
    return told(found, "patient.link", null);
  }

  @Requires(VIEW_MEDICAL_RECORDS)
  public Optional<UUID> breakGlass(Checked asked) {
    var access = Ids.next();
    var found = links.byBreakingGlass(access, number(asked), asked.words(), stamp());
    found
        .filter(Linked::fresh)
        .ifPresent(broken -> live.publish(TOPIC, "emergency_access", access));
    return told(found, "patient.break-glass", asked.words());
  }

  /** Somebody tried the glass who may not. */
  @Requires({REGISTER_PATIENTS, VIEW_MEDICAL_RECORDS})
  public void refused() {
    audit.refused(Actors.current(), "CrossClinicLink.breakGlass");
  }

  /** Every try is written down, with the person when there is one. */
  private Optional<UUID> told(Optional<Linked> found, String action, String words) {
    var patient = found.map(Linked::patient);
    audit.wrote(action, "patient", patient.stream().toList(), words);
    found
        .filter(Linked::fresh)
        .ifPresent(linked -> live.publish("patients", "patient", linked.patient()));
    return patient;
  }

  private CrossClinicQuery.Number number(Checked asked) {
    return new CrossClinicQuery.Number(
        asked.system().code(), seals.identifierIndex(asked.system(), asked.number()));
  }

  private Stamp stamp() {
    return Stamp.of(Actors.current(), clock.instant());
  }
}
