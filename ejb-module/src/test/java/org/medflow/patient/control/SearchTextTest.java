package org.medflow.patient.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.medflow.patient.entity.IdentifierSystem;
import org.medflow.platform.vault.KeyRing;
import org.medflow.platform.vault.Vault;

class SearchTextTest {

  private static final PatientSeals SEALS = seals();

  @Test
  void readsANameAsTokens() {
    var text = read("kabongo  Élise");
    assertThat(text.names().tokens()).containsExactly("ELISE", "KABONGO");
    assertThat(text.phones()).isEmpty();
    assertThat(text.numbers()).isEmpty();
    assertThat(text.identifiers()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0812345678", "+243 812 345 678", "Kabongo 081 234 56 78"})
  void readsATelephoneInAnyForm(String typed) {
    assertThat(read(typed).phones()).singleElement().isEqualTo(SEALS.phoneIndex("+243812345678"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"PAT2026000123", "pat2026000123", "PAT 2026 000123", "2026000123"})
  void readsAPatientNumber(String typed) {
    var text = read(typed);
    assertThat(text.numbers()).containsExactly("PAT2026000123");
    assertThat(text.names().tokens()).isEmpty();
  }

  @Test
  void readsABareNumberOfThisAndEarlierYears() {
    assertThat(read("123").numbers()).contains("PAT2026000123", "PAT1996000123").hasSize(31);
  }

  @Test
  void readsAnOldNumberOfAnySystem() {
    var indexes = read("a-1234 cd").identifiers();
    assertThat(indexes).hasSize(IdentifierSystem.values().length);
    assertThat(indexes)
        .anyMatch(i -> Arrays.equals(i, SEALS.identifierIndex(IdentifierSystem.DMI, "A1234CD")));
  }

  @Test
  void readsNoMoreThanSixNames() {
    assertThat(read("a b c d e f g h").names().tokens()).hasSize(6);
  }

  @Property
  void readsAnyText(@ForAll @StringLength(max = 120) String anything) {
    assertThat(read(anything).names().tokens()).allSatisfy(t -> assertThat(t).isNotEmpty());
  }

  private static SearchText read(String typed) {
    return SearchText.of(typed, 2026, SEALS);
  }

  private static PatientSeals seals() {
    var seals = new PatientSeals();
    seals.vault =
        new Vault(KeyRing.of(Map.of("PHI_ENCRYPTION_KEY", key(1), "PHI_INDEX_KEY", key(2))));
    return seals;
  }

  private static String key(int of) {
    var bytes = new byte[32];
    Arrays.fill(bytes, (byte) of);
    return Base64.getEncoder().encodeToString(bytes);
  }
}
