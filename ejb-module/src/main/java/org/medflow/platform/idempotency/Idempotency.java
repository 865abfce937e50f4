package org.medflow.platform.idempotency;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.medflow.platform.error.Conflict;
import org.medflow.platform.security.Actors;

/**
 * Runs a request once per key, inside the caller's transaction. A second request with the key waits
 * for the first one's commit at the primary key of {@code idempotency}, then gets the same
 * resource; if the first was rolled back, the second does the work.
 */
@ApplicationScoped
public class Idempotency {

  private static final int CREATED = 201;

  @Inject IdempotencyQuery keys;

  /** Does {@code work} unless the key has done it; {@code again} reads the resource once more. */
  public <T> T once(
      IdempotencyKey key, Supplier<T> work, Function<T, UUID> id, Function<UUID, T> again) {
    if (key == null) {
      return work.get();
    }
    var user = Actors.current().id();
    if (keys.claim(user, key)) {
      var done = work.get();
      keys.done(user, key, CREATED, id.apply(done));
      return done;
    }
    var earlier = keys.find(user, key.key()).orElseThrow();
    if (!earlier.route().equals(key.route())
        || !Arrays.equals(earlier.bodyHash(), key.bodyHash())) {
      throw new Conflict("idempotency-key-reused");
    }
    return again.apply(earlier.resource());
  }
}
