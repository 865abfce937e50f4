package org.medflow.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.medflow.platform.security.FormTokens.Bond;
import org.medflow.platform.vault.KeyRing;
import org.medflow.platform.vault.Vault;

class FormTokensTest {

  private final FormTokens tokens = tokens((byte) 1);

  @Test
  void fitsWhatItWasMadeFor() {
    var token = tokens.of(Bond.SESSION, "a");
    assertThat(token).hasSize(43);
    assertThat(tokens.fits(Bond.SESSION, "a", token)).isTrue();
    assertThat(tokens.of(Bond.SESSION, "a")).isEqualTo(token);
  }

  @Test
  void fitsNoOtherSessionAndNoOtherBond() {
    var token = tokens.of(Bond.SESSION, "a");
    assertThat(tokens.fits(Bond.SESSION, "b", token)).isFalse();
    assertThat(tokens.fits(Bond.VISITOR, "a", token)).isFalse();
  }

  @Test
  void cannotBeMadeWithAnotherKey() {
    assertThat(tokens.fits(Bond.SESSION, "a", tokens((byte) 2).of(Bond.SESSION, "a"))).isFalse();
  }

  @Test
  void fitsNothingWithoutASession() {
    assertThat(tokens.of(Bond.SESSION, null)).isEmpty();
    assertThat(tokens.fits(Bond.SESSION, null, "")).isFalse();
    assertThat(tokens.fits(Bond.SESSION, "a", null)).isFalse();
    assertThat(tokens.fits(Bond.SESSION, "a", "")).isFalse();
  }

  private static FormTokens tokens(byte filling) {
    var sealing = new byte[32];
    var index = new byte[32];
    java.util.Arrays.fill(index, filling);
    return new FormTokens(new Vault(new KeyRing(new TreeMap<>(Map.of(1, sealing)), 1, index)));
  }
}
