package org.medflow.patient.boundary;

import static org.medflow.platform.security.Permission.MANAGE_PATIENTS;
import static org.medflow.platform.security.Permission.REGISTER_PATIENTS;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import org.medflow.clinic.boundary.ClinicDays;
import org.medflow.patient.control.LikelyPatients;
import org.medflow.patient.control.PatientNoteQuery;
import org.medflow.patient.control.PersonCheck;
import org.medflow.platform.security.Actors;
import org.medflow.platform.security.AuditSink;
import org.medflow.platform.security.Requires;

/** What is still to be done when a registration was refused and its transaction is gone. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class RefusedRegistration {

  @Inject LikelyPatients likely;
  @Inject PatientNoteQuery notes;
  @Inject ClinicDays days;
  @Inject AuditSink audit;
  @Inject Clock clock;

  /** Those in the caller's clinics who hold one of this person's strong numbers. */
  @Requires({REGISTER_PATIENTS, MANAGE_PATIENTS})
  public List<Candidate> owners(Person person) {
    return likely.of(PersonCheck.lenient(person, days.today(Actors.current()))).stream()
        .filter(candidate -> candidate.reasons().contains("same-identifier"))
        .toList();
  }

  /** Keeps the word that the person at the desk is this patient. */
  @Requires(REGISTER_PATIENTS)
  public void same(Candidate candidate, String reason) {
    notes.decided(
        Actors.current(),
        new PatientNoteQuery.Decided(null, candidate.id(), Verdict.SAME, candidate.score(), reason),
        clock.instant());
    audit.wrote("patient.same", "patient", candidate.id());
  }
}
