package org.medflow.legacy.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.medflow.legacy.control.OldCipher.Shut;
import org.medflow.legacy.entity.SourceRow;
import org.medflow.platform.vault.KeyProblem;

/** Values are made here by the cipher of the JDK, part by part. */
class OldCipherTest {

  private static final String ONE = "0f".repeat(32);
  private static final String THREE = "a7".repeat(32);
  private static final byte[] IV = "twelve bytes".getBytes(StandardCharsets.US_ASCII);

  private final OldCipher cipher =
      OldCipher.of(Map.of("LEGACY_PHI_ENCRYPTION_KEY", ONE, "LEGACY_PHI_ENCRYPTION_KEY_V3", THREE));

  private static String parts(String key, String plain) {
    return parts(key, plain.getBytes(StandardCharsets.UTF_8));
  }

  private static String parts(String key, byte[] plain) {
    try {
      var made = Cipher.getInstance("AES/GCM/NoPadding");
      var secret = new SecretKeySpec(HexFormat.of().parseHex(key), "AES");
      made.init(Cipher.ENCRYPT_MODE, secret, new GCMParameterSpec(128, IV));
      var all = made.doFinal(plain);
      var tag = Arrays.copyOfRange(all, plain.length, all.length);
      return "%s:%s:%s"
          .formatted(base64(IV), base64(tag), base64(Arrays.copyOf(all, plain.length)));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  private static String first(String plain) {
    return "enc:v1:" + parts(ONE, plain);
  }

  private void refuses(String cell, String reason) {
    assertThatThrownBy(() -> cipher.open(cell)).isInstanceOf(Shut.class).hasMessage(reason);
  }

  @Property(tries = 100)
  void opensWhatTheFirstKeySealed(@ForAll String plain) throws Shut {
    var sound = new String(plain.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    assertThat(cipher.open(first(sound))).isEqualTo(sound);
  }

  @ParameterizedTest
  @ValueSource(strings = {"key_v3", "v3", "3"})
  void opensWithTheKeyThatIsNamed(String name) throws Shut {
    assertThat(cipher.open("enc:v2:" + name + ":" + parts(THREE, "Éve 081"))).isEqualTo("Éve 081");
  }

  @Test
  void takesTheFirstKeyForOneAmongOthers() throws Shut {
    assertThat(cipher.open("enc:v2:key_v1:" + parts(ONE, "x"))).isEqualTo("x");
  }

  @Test
  void refusesAKeyThatItWasNotGiven() {
    refuses("enc:v2:key_v2:" + parts(THREE, "x"), "cipher-key-missing");
    assertThatThrownBy(() -> OldCipher.of(Map.of()).open(first("x")))
        .hasMessage("cipher-key-missing");
  }

  @Test
  void refusesAnotherKeyThanTheOneThatSealed() {
    refuses("enc:v1:" + parts(THREE, "x"), "cipher-broken");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2})
  void refusesAValueThatSomebodyTouched(int part) {
    var parts = parts(ONE, "a secret").split(":");
    var bytes = Base64.getDecoder().decode(parts[part]);
    bytes[bytes.length - 1] ^= 1;
    parts[part] = base64(bytes);
    refuses("enc:v1:" + String.join(":", parts), "cipher-broken");
  }

  @Test
  void refusesPartsOfTheWrongLength() {
    var parts = parts(ONE, "a secret").split(":");
    var longer = base64(new byte[16]);
    var shorter = base64(Arrays.copyOf(Base64.getDecoder().decode(parts[1]), 12));
    refuses("enc:v1:%s:%s:%s".formatted(longer, parts[1], parts[2]), "cipher-broken");
    refuses("enc:v1:%s:%s:%s".formatted(parts[0], shorter, parts[2]), "cipher-broken");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "enc:",
        "enc:v1",
        "enc:v1:::",
        "enc:v3:AAAA:AAAA:AAAA",
        "enc:v1:AAAA:AAAA",
        "enc:v1:A:A:A",
        "enc:v2:AAAAAAAAAAAAAAAA:AAAA:AAAA",
        "enc:v2:key_v0:AAAA:AAAA:AAAA",
        "enc: voir le dossier"
      })
  void refusesWhatHasNotTheForm(String cell) {
    refuses(cell, "cipher-broken");
  }

  @Test
  void refusesBytesThatAreNoText() {
    refuses("enc:v1:" + parts(ONE, new byte[] {(byte) 0xC3, (byte) 0x28}), "cipher-broken");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0f", "zz", "not hexadecimal"})
  void refusesAKeyThatIsNone(String key) {
    assertThatThrownBy(() -> OldCipher.of(Map.of("LEGACY_PHI_ENCRYPTION_KEY_V2", key)))
        .isInstanceOf(KeyProblem.class)
        .hasMessage("LEGACY_PHI_ENCRYPTION_KEY_V2 is not 32 bytes in hexadecimal.");
  }

  @Test
  void opensTheCellsOfARow() {
    var row = new SourceRow(4, "4", null, Map.of("Nom", "MBUYI", "Code", first("M-17")));
    var opened = OldValues.opened(row, cipher);
    assertThat(opened.problem()).isNull();
    assertThat(opened.cells()).isEqualTo(Map.of("Nom", "MBUYI", "Code", "M-17"));
    assertThat(opened.ordinal()).isEqualTo(4);
  }

  @Test
  void setsARowAsideAndLeavesItAsItWas() {
    var cells = Map.of("Nom", "MBUYI", "Code", "enc:v1:AAAA:AAAA:AAAA");
    var opened = OldValues.opened(new SourceRow(4, "4", null, cells), cipher);
    assertThat(opened.problem()).isEqualTo("cipher-broken");
    assertThat(opened.cells()).isEqualTo(cells);
  }

  @Test
  void dropsCellsThatAreEmptyInClearAndRefusesWhatNoDatabaseTakes() {
    var empty = new SourceRow(1, "1", null, Map.of("Code", first(" ")));
    assertThat(OldValues.opened(empty, cipher).cells()).isEmpty();
    var nul = new SourceRow(1, "1", null, Map.of("Code", first("a\0b")));
    assertThat(OldValues.opened(nul, cipher).problem()).isEqualTo("nul-character");
    var formula = new SourceRow(1, "1", null, Map.of("Code", first("=1+1")));
    assertThat(OldValues.opened(formula, cipher).problem()).isEqualTo("formula-cell");
  }
}
