package org.medflow.patient.boundary;

import static org.medflow.platform.security.Permission.DELETE_PATIENTS;
import static org.medflow.platform.security.Permission.MANAGE_PATIENTS;
import static org.medflow.platform.security.Permission.REGISTER_PATIENTS;
import static org.medflow.platform.security.Permission.VIEW_PATIENTS;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.medflow.audit.boundary.AuditTrail;
import org.medflow.clinic.boundary.ClinicDays;
import org.medflow.patient.control.LikelyPatients;
import org.medflow.patient.control.MrnDispenser;
import org.medflow.patient.control.PatientNoteQuery;
import org.medflow.patient.control.PatientRepository;
import org.medflow.patient.control.PersonCheck;
import org.medflow.patient.entity.PatientIdentifier;
import org.medflow.platform.error.ClinicException;
import org.medflow.platform.error.Conflict;
import org.medflow.platform.error.FieldText;
import org.medflow.platform.error.Invalid;
import org.medflow.platform.event.LiveEvents;
import org.medflow.platform.idempotency.IdempotencyKey;
import org.medflow.platform.security.Actors;
import org.medflow.platform.security.Requires;

/**
 * One record per person, however many doors they come in by. Two people are never joined by the
 * machine: a strong identifier that is taken, or a likeness, is a conflict with candidates, and a
 * person decides. patient_identifier_uk settles the race, not this class: after its refusal the
 * transaction is gone, so registering and amending are transactions of their own inside the call
 * (or part of the caller's, when there is one), and whose the number is is asked afterwards.
 */
@Stateless
public class PatientRegistry {

  private static final int REASON = 300;
  private static final AmendPatient NO_CHANGE = new AmendPatient(null, null, null, null);

  @Inject Registration registration;
  @Inject Amendment amendment;
  @Inject RefusedRegistration refused;
  @Inject StandingPatient standing;
  @Inject PatientRepository patients;
  @Inject PatientNoteQuery notes;
  @Inject Instance<DeletionGuard> guards;
  @Inject LiveEvents live;
  @Inject Clock clock;
  @Inject PatientViews views;
  @Inject LikelyPatients likely;
  @Inject MrnDispenser numbers;
  @Inject ClinicDays days;
  @Inject AuditTrail audit;

  /** Registers a person in the caller's clinic; the same key gives the same patient. */
  @Requires(REGISTER_PATIENTS)
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public PatientView register(RegisterPatient command, IdempotencyKey key) {
    if (command == null) {
      throw Invalid.field("person", "required");
    }
    int year = days.today(Actors.current()).getYear();
    var mrn = numbers.take(year);
    try {
      var patient = registration.register(command, key, mrn);
      if (!patient.mrn().equals(mrn)) {
        numbers.giveBack(year, mrn);
      }
      return patient;
    } catch (ClinicException conflict) {
      numbers.giveBack(year, mrn);
      throw explained(conflict, command);
    }
  }

  /** Reads one patient; the record of a merged one names the record it leads to. */
  @Requires(VIEW_PATIENTS)
  public PatientView get(UUID id) {
    var patient = standing.of(id);
    audit.read("patient.read", "patient", List.of(id));
    return views.of(patient);
  }

  /** The same for a caller who may not see her, or after she was removed: empty then. */
  @Requires(VIEW_PATIENTS)
  public Optional<PatientView> seen(UUID id) {
    var found = patients.byId(id).map(views::of);
    found.ifPresent(any -> audit.read("patient.read", "patient", List.of(id)));
    return found;
  }

  @Requires({MANAGE_PATIENTS, REGISTER_PATIENTS})
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public PatientView amend(UUID id, long version, AmendPatient change) {
    try {
      return amendment.amend(id, version, change == null ? NO_CHANGE : change);
    } catch (Conflict conflict) {
      throw change == null || change.person() == null ? conflict : owned(conflict, change.person());
    }
  }

  /** Hides a patient for a reason, unless a room still needs her; her numbers become free. */
  @Requires(DELETE_PATIENTS)
  public void remove(UUID id, long version, String reason) {
    var fields = new FieldText();
    var why = fields.line("reason", reason, REASON);
    fields.check();
    if (why == null) {
      throw Invalid.field("reason", "reason-required");
    }
    var patient = standing.at(id, version);
    guards.forEach(guard -> guard.refusal(id).ifPresent(PatientRegistry::keep));
    var now = clock.instant();
    patient.remove(Actors.current().id(), why, now);
    patients.identifiers(id).forEach(PatientIdentifier::release);
    patients.flush();
    notes.changed(Actors.current(), id, "removed", List.of(), now);
    audit.wrote("patient.remove", "patient", List.of(id), why);
    live.publish("patients", "patient", id);
  }

  /** Who is already here and looks like this person; tolerates a form still being filled in. */
  @Requires({REGISTER_PATIENTS, VIEW_PATIENTS})
  public List<Candidate> candidates(Person person) {
    var found = likely.of(PersonCheck.lenient(person, days.today(Actors.current())));
    audit.read("patient.candidates", "patient", found.stream().map(Candidate::id).toList());
    return found;
  }

  /** The person at the desk is somebody already here: nothing is created, and the word is kept. */
  @Requires(REGISTER_PATIENTS)
  public void recognised(Person person, UUID candidate) {
    likely.of(PersonCheck.lenient(person, days.today(Actors.current()))).stream()
        .filter(alike -> alike.id().equals(candidate))
        .findFirst()
        .ifPresent(same -> refused.same(same, null));
  }

  private ClinicException explained(ClinicException conflict, RegisterPatient command) {
    if (conflict.code().equals("patient-same")) {
      @SuppressWarnings("unchecked")
      var same = ((List<Candidate>) conflict.details().get("candidates")).get(0);
      refused.same(same, reason(same, command));
      return conflict;
    }
    return owned(conflict, command.person());
  }

  private ClinicException owned(ClinicException conflict, Person person) {
    if (!conflict.code().equals(Registration.KNOWN_ELSEWHERE)) {
      return conflict;
    }
    var owners = refused.owners(person);
    return owners.isEmpty()
        ? conflict
        : new Conflict("patient-identifier-taken", Map.of("candidates", owners));
  }

  private static void keep(String why) {
    throw new Conflict(why);
  }

  private static String reason(Candidate same, RegisterPatient command) {
    return command.decisions().stream()
        .filter(decision -> same.id().equals(decision.candidate()))
        .findFirst()
        .map(Decision::reason)
        .orElse(null);
  }
}
