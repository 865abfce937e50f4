package org.medflow.identity.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
import java.util.UUID;
import org.medflow.identity.entity.AppUser;

/** Staff accounts. */
@ApplicationScoped
public class UserRepository {

  @PersistenceContext EntityManager entities;

  public AppUser add(AppUser user) {
    entities.persist(user);
    entities.flush();
    return user;
  }

  public Optional<AppUser> byId(UUID id) {
    return Optional.ofNullable(entities.find(AppUser.class, id));
  }

  /** The account, held until the transaction ends. */
  public Optional<AppUser> held(UUID id) {
    return Optional.ofNullable(entities.find(AppUser.class, id, LockModeType.PESSIMISTIC_WRITE));
  }

  /**
   * Something about her that is kept elsewhere has changed: whoever looked before is out of date.
   */
  public void touch(AppUser user) {
    entities.flush();
    entities.lock(user, LockModeType.PESSIMISTIC_FORCE_INCREMENT);
  }

  /** Writes now, so that the version is the one that the next caller has to show. */
  public void flush() {
    entities.flush();
  }

  public Optional<AppUser> byUsername(String username) {
    return entities
        .createQuery("select u from AppUser u where u.username = :username", AppUser.class)
        .setParameter("username", username)
        .getResultStream()
        .findFirst();
  }
}
