package org.medflow.clinic.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.medflow.clinic.entity.Clinic;
import org.medflow.platform.error.Conflict;

/** The clinics of the group. */
@ApplicationScoped
public class ClinicRepository {

  @PersistenceContext EntityManager entities;

  public Clinic add(Clinic clinic) {
    entities.persist(clinic);
    entities.flush();
    return clinic;
  }

  /** Writes what was changed; whoever was overtaken is told so. */
  public void flush() {
    try {
      entities.flush();
    } catch (OptimisticLockException overtaken) {
      throw new Conflict("stale-version");
    }
  }

  public Optional<Clinic> byId(UUID id) {
    return Optional.ofNullable(entities.find(Clinic.class, id));
  }

  public Optional<Clinic> byCode(String code) {
    return entities
        .createQuery("select c from Clinic c where c.code = :code", Clinic.class)
        .setParameter("code", code)
        .getResultStream()
        .findFirst();
  }

  public List<Clinic> named(Collection<UUID> ids) {
    return entities
        .createQuery("select c from Clinic c where c.id in :ids order by c.code", Clinic.class)
        .setParameter("ids", ids)
        .getResultList();
  }

  public List<Clinic> all() {
    return entities
        .createQuery("select c from Clinic c order by c.code", Clinic.class)
        .getResultList();
  }
}
