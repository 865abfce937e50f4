package org.medflow.visit.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.medflow.visit.entity.Visit;

/** Visits, one by one. */
@ApplicationScoped
public class VisitRepository {

  @PersistenceContext EntityManager entities;

  public void add(Visit visit) {
    entities.persist(visit);
    entities.flush();
  }

  public void flush() {
    entities.flush();
  }

  public Optional<Visit> byId(UUID id) {
    return Optional.ofNullable(entities.find(Visit.class, id));
  }

  /** The visit, held until the transaction ends. */
  public Optional<Visit> held(UUID id) {
    return Optional.ofNullable(entities.find(Visit.class, id, LockModeType.PESSIMISTIC_WRITE));
  }

  /** The visit of a patient that is open in a clinic on this day. */
  public Optional<Visit> openOf(UUID clinic, UUID patient, LocalDate day) {
    return entities
        .createQuery(
            """
            select v from Visit v where v.clinicId = :clinic and v.patientId = :patient
               and v.day = :day and v.endedAt is null
            """,
            Visit.class)
        .setParameter("clinic", clinic)
        .setParameter("patient", patient)
        .setParameter("day", day)
        .getResultStream()
        .findFirst();
  }

  /** The visit that an appointment became, if it has not been cancelled. */
  public Optional<Visit> ofAppointment(UUID appointment) {
    return entities
        .createQuery(
            """
            select v from Visit v where v.appointmentId = :appointment
               and v.status <> org.medflow.visit.entity.VisitStatus.CANCELLED
            """,
            Visit.class)
        .setParameter("appointment", appointment)
        .getResultStream()
        .findFirst();
  }
}
