package org.medflow.scheduling.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.medflow.platform.error.Conflict;
import org.medflow.platform.error.NotFound;
import org.medflow.platform.store.StoreException;
import org.medflow.scheduling.entity.Appointment;

/** Appointments; what the database refuses to place twice is a conflict without details. */
@ApplicationScoped
public class AppointmentRepository {

  static final Set<String> TAKEN =
      Set.of("appointment_practitioner_ex", "appointment_room_ex", "appointment_equipment_ex");

  @PersistenceContext EntityManager entities;

  public void add(Appointment appointment) {
    entities.persist(appointment);
    flush();
  }

  /** Writes now; a taken place and somebody who wrote meanwhile are conflicts. */
  public void flush() {
    try {
      entities.flush();
    } catch (OptimisticLockException overtaken) {
      throw new Conflict("stale-version");
    } catch (PersistenceException refused) {
      throw StoreException.constraintOf(refused)
          .filter(TAKEN::contains)
          .<RuntimeException>map(taken -> new Conflict("slot-taken"))
          .orElse(refused);
    }
  }

  public Optional<Appointment> byId(UUID id) {
    return Optional.ofNullable(entities.find(Appointment.class, id));
  }

  /** Holds it until the transaction ends, as it stands by then. */
  public Appointment hold(UUID id) {
    try {
      var held = entities.find(Appointment.class, id, LockModeType.PESSIMISTIC_WRITE);
      if (held == null) {
        throw new NotFound("not-found");
      }
      return held;
    } catch (OptimisticLockException overtaken) {
      throw new Conflict("stale-version");
    }
  }
}
