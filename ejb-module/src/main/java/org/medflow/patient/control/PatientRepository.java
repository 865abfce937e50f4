package org.medflow.patient.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.medflow.patient.entity.Patient;
import org.medflow.patient.entity.PatientIdentifier;
import org.medflow.patient.entity.PatientPhone;
import org.medflow.platform.error.Conflict;

/** Patients with their telephones and identifiers. */
@ApplicationScoped
public class PatientRepository {

  @PersistenceContext EntityManager entities;

  public void add(Patient patient) {
    entities.persist(patient);
    flush();
  }

  public void addAll(Collection<?> parts) {
    parts.forEach(entities::persist);
    flush();
  }

  public void removeAll(Collection<?> parts) {
    parts.forEach(entities::remove);
    flush();
  }

  /** Writes now; somebody who wrote meanwhile is a conflict. */
  public void flush() {
    try {
      entities.flush();
    } catch (OptimisticLockException overtaken) {
      throw new Conflict("stale-version");
    }
  }

  /** Holds these patients until the transaction ends, always in the same order. */
  public void lock(Collection<UUID> ids) {
    ids.stream()
        .sorted()
        .forEach(id -> entities.find(Patient.class, id, LockModeType.PESSIMISTIC_WRITE));
  }

  /** A patient whom the caller's clinics may see and who was not removed. */
  public Optional<Patient> byId(UUID id) {
    return Optional.ofNullable(entities.find(Patient.class, id))
        .filter(patient -> !patient.removed());
  }

  public List<PatientPhone> phones(UUID patient) {
    return entities
        .createQuery(
            "select p from PatientPhone p where p.patient = :patient order by p.position",
            PatientPhone.class)
        .setParameter("patient", patient)
        .getResultList();
  }

  public List<PatientIdentifier> identifiers(UUID patient) {
    return entities
        .createQuery(
            "select i from PatientIdentifier i where i.patient = :patient order by i.system, i.id",
            PatientIdentifier.class)
        .setParameter("patient", patient)
        .getResultList();
  }
}
