package org.medflow.identity.control;

import java.time.Clock;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.medflow.identity.control.TokenMint.Proven;
import org.medflow.platform.security.OpaqueTokens;

/**
 * Tokens whose signature was found good are known again by their hash until their time is over,
 * because proving one costs more than all else that an ordinary request does. Only good ones are
 * remembered, so no stranger can fill this; whether the session still lives is asked elsewhere,
 * each time.
 */
final class ProvenTokens {

  static final int MOST = 5_000;

  /** No token of ours lives longer than this beyond its life, whenever it says it was made. */
  private static final int SLACK_SECONDS = 10;

  private final Function<String, Optional<Proven>> proof;
  private final Clock clock;
  private final Map<String, Proven> known = new Latest();

  ProvenTokens(Function<String, Optional<Proven>> proof, Clock clock) {
    this.proof = proof;
    this.clock = clock;
  }

  /** The session in a good token. */
  Optional<UUID> session(String token) {
    return token == null || token.length() > TokenMint.LONGEST
        ? Optional.empty()
        : remembered(token, hash(token)).map(Proven::session);
  }

  private Optional<Proven> remembered(String token, String hash) {
    var before = get(hash);
    if (before != null && clock.instant().isBefore(before.until())) {
      return Optional.of(before);
    }
    var latest = clock.instant().plus(TokenMint.LIFE).plusSeconds(SLACK_SECONDS);
    var proven = proof.apply(token).filter(found -> !found.until().isAfter(latest));
    proven.ifPresent(found -> put(hash, found));
    return proven;
  }

  private synchronized Proven get(String hash) {
    return known.get(hash);
  }

  private synchronized void put(String hash, Proven found) {
    known.put(hash, found);
  }

  private static String hash(String token) {
    return Base64.getEncoder().encodeToString(OpaqueTokens.hash(token));
  }

  /** Forgets what was used least lately. */
  private static final class Latest extends LinkedHashMap<String, Proven> {

    private static final long serialVersionUID = 1L;

    Latest() {
      super(16, 0.75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, Proven> eldest) {
      return size() > MOST;
    }
  }
}
