package org.medflow.identity.boundary;

import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;

/**
 * A role that somebody is to get.
 *
 * @param state {@code pending}, {@code approved}, {@code refused}, {@code withdrawn}, {@code
 *     expired}, or {@code alone}: carried out at once because nobody else here could decide
 * @param decider name of whoever decided, empty when nobody did
 * @param mine whether the caller asked for it, and so may only take it back
 * @param aboutMe whether the caller is the one who gets it, and so has no say
 */
public record RoleRequestView(
    UUID id,
    UUID user,
    String name,
    String role,
    String asker,
    Instant askedAt,
    Instant expiresAt,
    String state,
    String decider,
    Instant decidedAt,
    boolean mine,
    boolean aboutMe)
    implements Serializable {

  public boolean waits() {
    return state.equals("pending");
  }
}
