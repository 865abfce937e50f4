package org.medflow.patient.boundary;

import static org.medflow.platform.security.Permission.MANAGE_PATIENTS;
import static org.medflow.platform.security.Permission.REGISTER_PATIENTS;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import java.time.Clock;
import java.util.UUID;
import org.medflow.audit.boundary.AuditTrail;
import org.medflow.clinic.boundary.ClinicDays;
import org.medflow.patient.control.CheckedPerson;
import org.medflow.patient.control.Overlay;
import org.medflow.patient.control.PatientFacts;
import org.medflow.patient.control.PatientFacts.Around;
import org.medflow.patient.control.PatientNoteQuery;
import org.medflow.patient.control.PatientParts;
import org.medflow.patient.control.PatientRepository;
import org.medflow.patient.control.PersonCheck;
import org.medflow.patient.entity.Patient;
import org.medflow.platform.error.FieldText;
import org.medflow.platform.event.LiveEvents;
import org.medflow.platform.security.Actors;
import org.medflow.platform.security.Requires;

/** One change of one patient as one transaction; only for the version the caller has seen. */
@Stateless
public class Amendment {

  static final String STALE = "stale-version";

  @Inject PatientRepository patients;
  @Inject StandingPatient standing;
  @Inject PatientFacts facts;
  @Inject PatientParts parts;
  @Inject PatientNoteQuery notes;
  @Inject PatientViews views;
  @Inject ClinicDays days;
  @Inject AuditTrail audit;
  @Inject LiveEvents live;
  @Inject Clock clock;

  @Requires({MANAGE_PATIENTS, REGISTER_PATIENTS})
  public PatientView amend(UUID id, long version, AmendPatient change) {
    var patient = standing.at(id, version);
    var before = views.of(patient);
    var fields = new FieldText();
    var today = days.today(Actors.current());
    var person = PersonCheck.strict(Overlay.person(before, change.person()), today, fields);
    var around = Around.checked(Overlay.around(before, change), fields);
    fields.check();
    write(patient, person, around);
    var after = views.of(patient);
    var changed = Overlay.changed(before, after);
    notes.changed(Actors.current(), id, "amended", changed, clock.instant());
    audit.wrote("patient.amend", "patient", id);
    live.publish("patients", "patient", id);
    return after;
  }

  private void write(Patient patient, CheckedPerson person, Around around) {
    try {
      patient.amend(facts.of(patient.id(), person, around), clock.instant());
      patients.flush();
      parts.replacePhones(patient.id(), person.phones());
      parts.replaceIdentifiers(patient.id(), person.identifiers());
    } catch (PersistenceException taken) {
      throw Registration.refused(taken);
    }
  }
}
