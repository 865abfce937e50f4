package org.medflow.platform.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyRingTest {

  private static final String ONE = Keys.base64(1);
  private static final String TWO = Keys.base64(2);
  private static final String INDEX = Keys.base64(9);

  private static Map<String, String> settings() {
    var settings = new HashMap<String, String>();
    settings.put("PHI_ENCRYPTION_KEY", ONE);
    settings.put("PHI_INDEX_KEY", INDEX);
    return settings;
  }

  private static void refuses(Map<String, String> settings, String sentence) {
    assertThatThrownBy(() -> KeyRing.of(settings))
        .isInstanceOf(KeyProblem.class)
        .hasMessage(sentence);
  }

  @Test
  void sealsWithTheFirstKeyWhenNobodySaysOtherwise() {
    var ring = KeyRing.of(settings());
    assertThat(ring.primary()).isEqualTo(1);
    assertThat(ring.encryption().keySet()).containsExactly(1);
  }

  @Test
  void takesLaterKeysByTheirNumber() {
    var settings = settings();
    settings.put("PHI_ENCRYPTION_KEY_V2", TWO);
    settings.put("PHI_ENCRYPTION_KEY_V7", Keys.base64(7));
    settings.put("PHI_KEY_ID", "7");
    var ring = KeyRing.of(settings);
    assertThat(ring.primary()).isEqualTo(7);
    assertThat(ring.encryption().keySet()).containsExactly(1, 2, 7);
  }

  @Test
  void saysWhichKeyIsMissing() {
    refuses(Map.of(), "PHI_ENCRYPTION_KEY is not set.");
    refuses(Map.of("PHI_ENCRYPTION_KEY", ONE), "PHI_INDEX_KEY is not set.");
    var blank = settings();
    blank.put("PHI_ENCRYPTION_KEY_V2", "  ");
    refuses(blank, "PHI_ENCRYPTION_KEY_V2 is not set.");
  }

  @Test
  void saysWhichKeyIsShort() {
    var settings = settings();
    settings.put("PHI_ENCRYPTION_KEY", Keys.base64OfLength(16));
    refuses(settings, "PHI_ENCRYPTION_KEY has 16 bytes, it needs 32 in base64.");
    settings.put("PHI_ENCRYPTION_KEY", Keys.base64OfLength(33));
    refuses(settings, "PHI_ENCRYPTION_KEY has 33 bytes, it needs 32 in base64.");
  }

  @Test
  void saysWhichKeyIsGarbled() {
    var settings = settings();
    settings.put("PHI_INDEX_KEY", "not base64!");
    refuses(settings, "PHI_INDEX_KEY is not valid base64.");
  }

  @Test
  void refusesOneKeyForTwoPurposes() {
    var settings = settings();
    settings.put("PHI_INDEX_KEY", ONE);
    refuses(settings, "Encryption key 1 equals another key: all must differ.");
  }

  @Test
  void refusesTheSameKeyTwice() {
    var settings = settings();
    settings.put("PHI_ENCRYPTION_KEY_V3", ONE);
    refuses(settings, "Encryption key 1 equals another key: all must differ.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "100", "two", "1.0", ""})
  void refusesAKeyIdThatIsNoNumber(String id) {
    var settings = settings();
    settings.put("PHI_KEY_ID", id);
    refuses(settings, "PHI_KEY_ID is not a number from 1 to 99.");
  }

  @Test
  void refusesAPrimaryKeyThatIsNotThere() {
    var settings = settings();
    settings.put("PHI_KEY_ID", "2");
    refuses(settings, "PHI_KEY_ID names key 2, which is not set.");
  }

  @Test
  void doesWithoutOldKeysOnceAnotherSeals() {
    var settings = settings();
    settings.remove("PHI_ENCRYPTION_KEY");
    settings.put("PHI_ENCRYPTION_KEY_V3", TWO);
    settings.put("PHI_KEY_ID", "3");
    assertThat(KeyRing.of(settings).encryption().keySet()).containsExactly(3);
  }

  @Test
  void neverShowsAKeyInItsText() {
    var settings = settings();
    assertThat(KeyRing.of(settings).toString()).isEqualTo("KeyRing[ids=[1], primary=1]");
  }
}
