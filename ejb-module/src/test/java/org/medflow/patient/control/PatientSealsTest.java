package org.medflow.patient.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.medflow.patient.boundary.Cover;
import org.medflow.patient.boundary.PostalAddress;
import org.medflow.patient.control.PatientFacts.Around;
import org.medflow.patient.entity.Birth;
import org.medflow.patient.entity.IdentifierSystem;
import org.medflow.patient.entity.Patient;
import org.medflow.patient.entity.PatientName;
import org.medflow.patient.entity.Sex;
import org.medflow.platform.vault.KeyProblem;
import org.medflow.platform.vault.KeyRing;
import org.medflow.platform.vault.Vault;

/** What is written down of a patient: sealed to its row, found by its index, readable again. */
class PatientSealsTest {

  private static final UUID ROW = new UUID(0, 1);
  private static final UUID OTHER = new UUID(0, 2);

  private final PatientSeals seals = new PatientSeals();
  private final PatientFacts facts = new PatientFacts();

  PatientSealsTest() {
    seals.vault =
        new Vault(KeyRing.of(Map.of("PHI_ENCRYPTION_KEY", key(1), "PHI_INDEX_KEY", key(2))));
    facts.seals = seals;
  }

  @Test
  void opensWhatItSealedInItsOwnRowOnly() {
    var blind = seals.phone(ROW, "+243812345678");
    assertThat(seals.openPhone(ROW, blind.value())).isEqualTo("+243812345678");
    assertThatThrownBy(() -> seals.openPhone(OTHER, blind.value())).isInstanceOf(KeyProblem.class);
    assertThatThrownBy(() -> seals.openIdentifier(ROW, blind.value()))
        .isInstanceOf(KeyProblem.class);
  }

  @Test
  void neverSealsTheSameValueTheSameWay() {
    assertThat(seals.phone(ROW, "+243812345678").value())
        .isNotEqualTo(seals.phone(ROW, "+243812345678").value());
    assertThat(seals.phone(ROW, "+243812345678").index())
        .isEqualTo(seals.phone(OTHER, "+243812345678").index());
  }

  @Test
  void keepsTheNumbersOfDifferentSystemsApart() {
    assertThat(seals.identifierIndex(IdentifierSystem.LV, "12"))
        .isNotEqualTo(seals.identifierIndex(IdentifierSystem.DMI, "12"));
  }

  @Test
  void writesAPersonDownWithHerPersonalValuesSealed() {
    var around =
        new Around(
            new PostalAddress("12, avenue du Port", "Q", "Gombe", "Kinshasa"),
            new Cover("SNEL", "E-77"),
            "Papa");
    var written = facts.of(ROW, person(), around);
    assertThat(seals.openStreet(ROW, written.contact().street())).isEqualTo("12, avenue du Port");
    assertThat(seals.openEmergency(ROW, written.contact().emergency())).isEqualTo("Papa");
    assertThat(seals.openEmployee(ROW, written.payer().employee())).isEqualTo("E-77");
    assertThat(seals.openEmail(ROW, written.email())).isEqualTo("k@example.cd");
    assertThat(written.contact().city()).isEqualTo("Kinshasa");
    assertThat(written.identity().incomplete()).isTrue();
  }

  @Test
  void keepsTelephonesInTheOrderTheyWereTold() {
    var phones = facts.phones(ROW, List.of("+243812345678", "+243899999999"));
    assertThat(phones)
        .extracting(seals::openPhone)
        .containsExactly("+243812345678", "+243899999999");
    assertThat(phones.get(1).position()).isEqualTo(1);
  }

  @Test
  void writesIdentifiersInOneOrder() {
    var numbers =
        List.of(
            new CheckedPerson.Number(IdentifierSystem.LV, "2", "2"),
            new CheckedPerson.Number(IdentifierSystem.NATIONAL_ID, "b", "B"),
            new CheckedPerson.Number(IdentifierSystem.NATIONAL_ID, "a", "A"));
    var written = facts.identifiers(ROW, numbers);
    assertThat(written).extracting(seals::openIdentifier).containsExactly("a", "b", "2");
    assertThat(
            written
                .get(2)
                .has(IdentifierSystem.LV, seals.identifierIndex(IdentifierSystem.LV, "2")))
        .isTrue();
  }

  @Test
  void aPatientLivesFromRegistrationToMergeAndRemoval() {
    var now = java.time.Instant.EPOCH;
    var label = new Patient.Label(ROW, "PAT2026000001", OTHER);
    var around = new Around(new PostalAddress(null, null, null, null), new Cover(null, null), null);
    var patient = Patient.register(label, facts.of(ROW, person(), around), now);
    assertThat(patient.label()).isEqualTo(label);
    assertThat(patient.facts().identity().name().lastName()).isEqualTo("KABONGO");
    assertThat(patient.removed()).isFalse();
    patient.mergeInto(OTHER, now.plusSeconds(1));
    assertThat(patient.mergedInto()).isEqualTo(OTHER);
    patient.separate(now.plusSeconds(2));
    assertThat(patient.mergedInto()).isNull();
    patient.remove(OTHER, "twice", now.plusSeconds(3));
    assertThat(patient.removed()).isTrue();
    assertThat(patient.stamps().updatedAt()).isEqualTo(now.plusSeconds(3));
  }

  private static CheckedPerson person() {
    var key = NameKey.of("KABONGO");
    return new CheckedPerson(
        new PatientName("KABONGO", null, null, key.text(), key.soundText()),
        Sex.FEMALE,
        Birth.UNKNOWN,
        List.of(),
        "k@example.cd",
        List.of());
  }

  private static String key(int of) {
    var bytes = new byte[32];
    Arrays.fill(bytes, (byte) of);
    return Base64.getEncoder().encodeToString(bytes);
  }
}
