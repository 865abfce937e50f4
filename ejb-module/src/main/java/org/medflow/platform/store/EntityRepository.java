package org.medflow.platform.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** All entities that the transaction at hand has loaded. */
@ApplicationScoped
public class EntityRepository {

  @PersistenceContext EntityManager entities;

  /** Writes what was changed; every entity is read anew from now on. */
  public void forget() {
    entities.flush();
    entities.clear();
  }
}
