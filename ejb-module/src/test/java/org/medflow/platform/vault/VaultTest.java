package org.medflow.platform.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.medflow.platform.Ids;

class VaultTest {

  private static final Column PHONE = new Column("patient_phone", "value_sealed");
  private static final Column EMAIL = new Column("patient", "email_sealed");
  private static final UUID ROW = Ids.next();

  private final Vault vault = new Vault(Keys.ring(9, 1));

  @Property(tries = 200)
  void opensWhatItSealed(@ForAll String plain) {
    var text = new String(plain.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    assertThat(vault.open(PHONE, ROW, vault.seal(PHONE, ROW, text))).isEqualTo(text);
  }

  @Test
  void tellsWhichKeySealedAValue() {
    var two = new Vault(Keys.ring(9, 1, 2));
    assertThat(Vault.keyOf(vault.seal(PHONE, ROW, "x").bytes())).isEqualTo(1);
    assertThat(Vault.keyOf(two.seal(PHONE, ROW, "x").bytes())).isEqualTo(2);
    assertThat(two.primary()).isEqualTo(2);
    assertThat(two.keys()).containsExactly(1, 2);
    assertThat(Vault.keyOf(new byte[] {1, -1, -1, -1, -1, 9})).isEqualTo(0xFFFFFFFFL);
  }

  @Test
  void knowsBytesThatNoKeyHasSealed() {
    assertThat(Vault.keyOf(new byte[0])).isZero();
    assertThat(Vault.keyOf(new byte[] {1, 0, 0, 0, 1})).isZero();
    assertThat(Vault.keyOf("in clear".getBytes(java.nio.charset.StandardCharsets.UTF_8))).isZero();
  }

  @Test
  void sealsTheSameValueDifferentlyEachTime() {
    assertThat(vault.seal(PHONE, ROW, "+243810000001"))
        .isNotEqualTo(vault.seal(PHONE, ROW, "+243810000001"));
  }

  @Test
  void showsNothingOfTheValue() {
    var sealed = vault.seal(PHONE, ROW, "+243810000001");
    assertThat(new String(sealed.bytes(), StandardCharsets.ISO_8859_1)).doesNotContain("81000");
    assertThat(sealed.toString()).doesNotContain("81000");
  }

  @Test
  void refusesToOpenInAnotherRow() {
    var sealed = vault.seal(PHONE, ROW, "secret");
    refuses(() -> vault.open(PHONE, Ids.next(), sealed));
  }

  @Test
  void refusesToOpenInAnotherColumn() {
    var sealed = vault.seal(PHONE, ROW, "secret");
    refuses(() -> vault.open(EMAIL, ROW, sealed));
    refuses(() -> vault.open(new Column("patient_phone", "other"), ROW, sealed));
  }

  @Test
  void refusesToOpenWithAnotherKey() {
    var sealed = vault.seal(PHONE, ROW, "secret");
    refuses(() -> new Vault(Keys.ring(9, 2)).open(PHONE, ROW, sealed));
  }

  @Property(tries = 60)
  void refusesAValueWithOneBitChanged(@ForAll @IntRange(min = 0, max = 38) int at) {
    var bytes = vault.seal(PHONE, ROW, "secret").bytes();
    bytes[at % bytes.length] ^= 1;
    refuses(() -> vault.open(PHONE, ROW, new Sealed(bytes)));
  }

  @Test
  void refusesACutValue() {
    refuses(() -> vault.open(PHONE, ROW, new Sealed(new byte[] {1, 0, 0, 0, 1})));
  }

  @Test
  void opensOldValuesAfterTheKeyHasBeenChanged() {
    var old = vault.seal(PHONE, ROW, "old");
    var rotated = new Vault(Keys.ring(9, 1, 2));
    assertThat(rotated.open(PHONE, ROW, old)).isEqualTo("old");
    var fresh = rotated.seal(PHONE, ROW, "new");
    assertThat(rotated.open(PHONE, ROW, fresh)).isEqualTo("new");
    refuses(() -> vault.open(PHONE, ROW, fresh));
  }

  @Test
  void writesTheKeyIdInFrontOfTheValue() {
    var sealed = new Vault(Keys.ring(9, 1, 2)).seal(PHONE, ROW, "x").bytes();
    assertThat(sealed).startsWith(1, 0, 0, 0, 2);
  }

  @Test
  void leavesNothingAsNothing() {
    assertThat(vault.seal(PHONE, ROW, null)).isNull();
    assertThat(vault.open(PHONE, ROW, (Sealed) null)).isNull();
  }

  @Test
  void indexesEqualValuesAlikeAndDomainsApart() {
    var phone = vault.index("phone", "+243810000001");
    assertThat(vault.index("phone", "+243810000001")).isEqualTo(phone).hasSize(32);
    assertThat(vault.index("email", "+243810000001")).isNotEqualTo(phone);
    assertThat(vault.index("phone", "+243810000002")).isNotEqualTo(phone);
  }

  @Test
  void indexesOtherwiseUnderAnotherIndexKey() {
    assertThat(new Vault(Keys.ring(8, 1)).index("phone", "1"))
        .isNotEqualTo(vault.index("phone", "1"));
  }

  @Test
  void keepsTheIndexWhenOnlyTheEncryptionKeyChanges() {
    assertThat(new Vault(Keys.ring(9, 1, 2)).index("phone", "1"))
        .isEqualTo(vault.index("phone", "1"));
  }

  @Test
  void carriesCiphertextUnchangedThroughTheColumn() {
    var converter = new SealedConverter();
    var sealed = vault.seal(PHONE, ROW, "secret");
    var column = converter.convertToDatabaseColumn(sealed);
    assertThat(converter.convertToEntityAttribute(column)).isEqualTo(sealed);
    assertThat(sealed).hasSameHashCodeAs(new Sealed(column));
    assertThat(converter.convertToDatabaseColumn(null)).isNull();
    assertThat(converter.convertToEntityAttribute(null)).isNull();
  }

  @Test
  void keepsItsBytesFromBeingChangedOutside() {
    var bytes = new byte[] {1, 2, 3};
    var sealed = new Sealed(bytes);
    bytes[0] = 9;
    sealed.bytes()[1] = 9;
    assertThat(sealed.bytes()).containsExactly(1, 2, 3);
  }

  private static void refuses(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOf(KeyProblem.class)
        .hasMessageContaining("cannot be opened")
        .hasMessageNotContaining("secret");
  }
}
