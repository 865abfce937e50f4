package org.medflow.identity.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.medflow.identity.boundary.PublicKeyView;
import org.medflow.platform.Ids;
import org.medflow.platform.vault.Keys;
import org.medflow.platform.vault.Vault;

class SigningKeysTest {

  /** The table of key pairs. */
  private static final class Table extends SigningKeyQuery {

    private final List<Stored> stored = new ArrayList<>();
    private final Map<String, Instant> retired = new HashMap<>();
    private int locks;

    @Override
    public void lock() {
      locks++;
    }

    @Override
    public List<Stored> usable(Instant now) {
      return stored.stream()
          .filter(key -> retired.getOrDefault(key.kid(), Instant.MAX).isAfter(now))
          .sorted(Comparator.comparing(key -> retired.containsKey(key.kid())))
          .toList();
    }

    @Override
    public void retireOthers(String kid, Instant until) {
      stored.stream()
          .filter(key -> !key.kid().equals(kid))
          .forEach(key -> retired.putIfAbsent(key.kid(), until));
    }

    @Override
    public void add(Stored key, Instant now) {
      stored.add(0, key);
    }
  }

  private final Table table = new Table();
  private final Vault vault = Keys.vault();
  private final MovedClock clock = new MovedClock();

  private TokenMint node() {
    return keys().mint();
  }

  private SigningKeys keys() {
    var keys = new SigningKeys();
    keys.keys = table;
    keys.vault = vault;
    keys.clock = clock;
    keys.load();
    return keys;
  }

  @Test
  void believesTheOldKeyAfterARotationAsLongAsItsTokensMayLive() {
    var one = keys();
    var other = keys();
    var session = Ids.next();
    var old = one.mint().kid();
    var before = one.mint().token(Ids.next(), "nadine", session);

    var kid = other.rotate();
    assertThat(other.mint().kid()).isEqualTo(kid).isNotEqualTo(old);
    var after = other.mint().token(Ids.next(), "nadine", session);
    assertThat(other.session(before)).contains(session);
    assertThat(other.publicKeys()).extracting(PublicKeyView::kid).containsExactly(kid, old);

    clock.now = clock.now.plusSeconds(61);
    assertThat(one.mint().kid()).isEqualTo(kid);
    assertThat(one.session(after)).contains(session);

    clock.now = clock.now.plus(TokenMint.LIFE).plusSeconds(120);
    assertThat(one.publicKeys()).extracting(PublicKeyView::kid).containsExactly(kid);
    assertThat(one.mint().session(before)).isEmpty();
  }

  @Test
  void writesThePublicHalfInSixtyFourBytes() {
    var key = keys().publicKeys().get(0);
    assertThat(key.kty() + key.crv() + key.alg() + key.use()).isEqualTo("ECP-256ES256sig");
    assertThat(key.x()).hasSize(43).matches("[A-Za-z0-9_-]+");
    assertThat(key.y()).hasSize(43).matches("[A-Za-z0-9_-]+");
  }

  /** A clock that a test moves. */
  private static final class MovedClock extends Clock {
    private Instant now = Instant.now();

    @Override
    public java.time.ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(java.time.ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now;
    }
  }

  @Test
  void makesAPairAtTheVeryFirstStartOnly() {
    node();
    node();
    assertThat(table.stored).hasSize(1);
    assertThat(table.locks).isEqualTo(2);
  }

  @Test
  void readsOnOneNodeWhatAnotherSigned() {
    var session = Ids.next();
    var token = node().token(Ids.next(), "nadine", session);
    assertThat(node().session(token)).contains(session);
  }

  @Test
  void keepsThePrivateHalfSealed() {
    node();
    var pair = table.stored.get(0);
    var opened = vault.open("signing_key", "private_sealed", pair.id(), pair.privateSealed());
    assertThat(pair.privateSealed()).isNotEqualTo(opened);
    assertThat(opened).hasSizeLessThan(pair.privateSealed().length);
  }
}
