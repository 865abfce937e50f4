package org.medflow.identity.boundary;

import jakarta.security.enterprise.CallerPrincipal;
import org.medflow.platform.security.Actor;

/** Somebody who is through the door, made anew at every request. */
public final class Caller extends CallerPrincipal {

  private static final long serialVersionUID = 1L;

  private final transient Actor actor;
  private final String language;

  public Caller(String username, Actor actor, String language) {
    super(username);
    this.actor = actor;
    this.language = language;
  }

  /** Whom boundary calls of this request run as. */
  public Actor actor() {
    return actor;
  }

  /** The language this person chose, {@code fr} or {@code en}; null for the launcher. */
  public String language() {
    return language;
  }
}
