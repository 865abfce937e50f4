package org.medflow.identity.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.medflow.platform.Ids;
import org.medflow.platform.vault.Keys;
import org.medflow.platform.vault.Vault;

class SigningKeysTest {

  /** The table of key pairs. */
  private static final class Table extends SigningKeyQuery {

    private final List<Stored> stored = new ArrayList<>();
    private int locks;

    @Override
    public void lock() {
      locks++;
    }

    @Override
    public List<Stored> usable() {
      return List.copyOf(stored);
    }

    @Override
    public void add(Stored key, Instant now) {
      stored.add(0, key);
    }
  }

  private final Table table = new Table();
  private final Vault vault = Keys.vault();

  private TokenMint node() {
    var keys = new SigningKeys();
    keys.keys = table;
    keys.vault = vault;
    keys.clock = Clock.systemUTC();
    keys.load();
    return keys.mint();
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
