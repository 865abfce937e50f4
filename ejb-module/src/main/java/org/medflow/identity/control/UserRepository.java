package org.medflow.identity.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
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

  public Optional<AppUser> byUsername(String username) {
    return entities
        .createQuery("select u from AppUser u where u.username = :username", AppUser.class)
        .setParameter("username", username)
        .getResultStream()
        .findFirst();
  }
}
