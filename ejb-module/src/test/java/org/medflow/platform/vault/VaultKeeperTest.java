package org.medflow.platform.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.medflow.platform.Ids;
import org.medflow.platform.vault.KeyCheckQuery.Probe;

class VaultKeeperTest {

  private static final Column PLACE = new Column("key_check", "sealed");

  private static Probe probe(Vault vault) {
    UUID id = Ids.next();
    return new Probe(
        id, vault.seal(PLACE, id, "medflow").bytes(), vault.index("key_check", "medflow"));
  }

  @Test
  void opensWhatAnOlderKeyOfTheRingHasSealed() {
    var old = probe(new Vault(Keys.ring(9, 1)));
    assertThat(VaultKeeper.compare(new Vault(Keys.ring(9, 1, 2)), old)).isEmpty();
  }

  @Test
  void saysWhichKeyIsMissingAndWhenItMayGo() {
    var second = probe(new Vault(Keys.ring(9, 1, 2)));
    assertThat(VaultKeeper.compare(new Vault(Keys.ring(9, 1)), second))
        .hasValue(
            "PHI_ENCRYPTION_KEY_V2 is not set, and values may still be sealed with key 2: put it"
                + " back. It can go after ./medflow keys --reencrypt.");
  }

  @Test
  void saysWhichKeyIsAnother() {
    var first = probe(new Vault(Keys.ring(9, 1)));
    assertThat(VaultKeeper.compare(new Vault(Keys.ring(9, 3)), first))
        .hasValue("PHI_ENCRYPTION_KEY does not open the data of this database.");
    var second = probe(new Vault(Keys.ring(9, 1, 2)));
    assertThat(VaultKeeper.compare(new Vault(Keys.ring(9, 1, 4)), second))
        .hasValue("PHI_ENCRYPTION_KEY_V2 does not open the data of this database.");
  }

  @Test
  void saysThatTheIndexKeyIsAnother() {
    var first = probe(new Vault(Keys.ring(9, 1)));
    assertThat(VaultKeeper.compare(new Vault(Keys.ring(8, 1)), first))
        .hasValue("PHI_INDEX_KEY is not the one that this database was indexed with.");
  }
}
