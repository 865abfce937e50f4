package org.medflow.patient.boundary;

import static org.medflow.platform.security.Permission.OVERRIDE_DUPLICATES;
import static org.medflow.platform.security.Permission.REGISTER_PATIENTS;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.medflow.clinic.boundary.ClinicDays;
import org.medflow.patient.control.CheckedPerson;
import org.medflow.patient.control.DecisionRules;
import org.medflow.patient.control.LikelyPatients;
import org.medflow.patient.control.PatientFacts;
import org.medflow.patient.control.PatientFacts.Around;
import org.medflow.patient.control.PatientLinkQuery;
import org.medflow.patient.control.PatientNoteQuery;
import org.medflow.patient.control.PatientRepository;
import org.medflow.patient.control.PersonCheck;
import org.medflow.patient.entity.Patient;
import org.medflow.platform.Ids;
import org.medflow.platform.error.Conflict;
import org.medflow.platform.error.FieldText;
import org.medflow.platform.event.LiveEvents;
import org.medflow.platform.idempotency.Idempotency;
import org.medflow.platform.idempotency.IdempotencyKey;
import org.medflow.platform.security.Actor;
import org.medflow.platform.security.Actors;
import org.medflow.platform.security.AuditSink;
import org.medflow.platform.security.Requires;
import org.medflow.platform.store.StoreException;

/**
 * One registration as one transaction: the key claimed first, then the person checked against those
 * who are alike, written down, linked to the clinic and put into the audit trail. When
 * patient_identifier_uk refuses, the transaction is gone; {@link PatientRegistry} finds out whose
 * the number is.
 */
@Stateless
public class Registration {

  static final String KNOWN_ELSEWHERE = "patient-known-elsewhere";
  private static final String IDENTIFIER_UK = "patient_identifier_uk";

  @Inject Idempotency idempotency;
  @Inject LikelyPatients likely;
  @Inject PatientRepository patients;
  @Inject StandingPatient standing;
  @Inject PatientFacts facts;
  @Inject PatientLinkQuery links;
  @Inject PatientNoteQuery notes;
  @Inject PatientViews views;
  @Inject ClinicDays days;
  @Inject AuditSink audit;
  @Inject LiveEvents live;
  @Inject Clock clock;

  @Requires(REGISTER_PATIENTS)
  public PatientView register(RegisterPatient command, IdempotencyKey key, String mrn) {
    return idempotency.once(key, () -> registered(command, mrn), PatientView::id, this::again);
  }

  /** The answer of an earlier request with the same key, as the patient is now. */
  private PatientView again(UUID id) {
    return views.of(standing.of(id));
  }

  static RuntimeException refused(PersistenceException refused) {
    return StoreException.constraintOf(refused)
        .filter(IDENTIFIER_UK::equals)
        .<RuntimeException>map(taken -> new Conflict(KNOWN_ELSEWHERE))
        .orElse(refused);
  }

  private PatientView registered(RegisterPatient command, String mrn) {
    var actor = Actors.current();
    var fields = new FieldText();
    var person = PersonCheck.strict(command.person(), days.today(actor), fields);
    var around =
        Around.checked(
            new Around(command.address(), command.cover(), command.emergencyContact()), fields);
    fields.check();
    var candidates = likely.of(person);
    var decisions = command.decisions() == null ? List.<Decision>of() : command.decisions();
    DecisionRules.check(candidates, decisions, actor.may(OVERRIDE_DUPLICATES));
    var patient = written(new Patient.Label(Ids.next(), mrn, actor.clinic()), person, around);
    keep(patient.id(), candidates, decisions);
    audit.wrote("patient.register", "patient", patient.id());
    live.publish("patients", "patient", patient.id());
    return views.of(patient);
  }

  private Patient written(Patient.Label label, CheckedPerson person, Around around) {
    var now = clock.instant();
    var patient = Patient.register(label, facts.of(label.id(), person, around), now);
    patients.add(patient);
    links.link(label.id(), label.clinic(), now);
    patients.addAll(facts.phones(label.id(), person.phones()));
    try {
      patients.addAll(facts.identifiers(label.id(), person.identifiers()));
    } catch (PersistenceException taken) {
      throw refused(taken);
    }
    return patient;
  }

  private void keep(UUID patient, List<Candidate> candidates, List<Decision> decisions) {
    for (var candidate : candidates) {
      DecisionRules.on(candidate, decisions)
          .ifPresent(decision -> keep(patient, candidate, decision, clock.instant()));
    }
  }

  private void keep(UUID patient, Candidate candidate, Decision decision, Instant at) {
    Actor actor = Actors.current();
    notes.decided(
        actor,
        new PatientNoteQuery.Decided(
            patient, candidate.id(), decision.verdict(), candidate.score(), decision.reason()),
        at);
  }
}
