package org.medflow.legacy.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.medflow.legacy.entity.SourceRow;
import org.medflow.patient.boundary.Cover;
import org.medflow.patient.boundary.IdentifierInput;
import org.medflow.patient.boundary.Person;
import org.medflow.patient.boundary.PostalAddress;
import org.medflow.patient.entity.BirthPrecision;
import org.medflow.patient.entity.Sex;

class CareVisionPatientTest {

  @Test
  void speaksTheWordsOfTheRegistry() {
    var patient = read(Map.of());
    assertThat(patient.problem()).isNull();
    assertThat(patient.notes()).isEmpty();
    assertThat(patient.person())
        .isEqualTo(
            new Person(
                "TESTEUR",
                null,
                "Alpha",
                Sex.FEMALE,
                LocalDate.of(1961, 4, 12),
                BirthPrecision.DAY,
                null,
                List.of("+243810000001", "+243990000002"),
                "alpha@courrier.test",
                List.of(new IdentifierInput("lv", "90001A01"))));
    assertThat(patient.address()).isEqualTo(new PostalAddress("Av. x 3", null, null, "Kinshasa"));
    assertThat(patient.cover()).isEqualTo(new Cover("SOCIETE EXEMPLE", "E-17"));
  }

  @Test
  void inventsNoDateForAPlaceholder() {
    var patient = read(Map.of("DateNaissance", "1900-01-01T00:00"));
    assertThat(patient.person().birthDate()).isNull();
    assertThat(patient.person().birthPrecision()).isEqualTo(BirthPrecision.UNKNOWN);
    assertThat(patient.notes()).containsExactly("birth-date-placeholder");
  }

  @Test
  void isNobodyWithoutAName() {
    assertThat(read(Map.of("Nom", "***", "Prenom", "")).problem()).isEqualTo("no-name");
    assertThat(read(Map.of("Nom", "Z".repeat(81))).problem()).isEqualTo("name-too-long");
  }

  @Test
  void callsAMissingFamilyNameUnknown() {
    var patient = read(Map.of("Nom", ""));
    assertThat(patient.person().lastName()).isEqualTo("INCONNU");
    assertThat(patient.notes()).containsExactly("family-name-missing");
  }

  @Test
  void notesWhatItLeavesOut() {
    var patient = read(Map.of("Telephone", "9990000000", "Email", "aucun", "Sexe", "X"));
    assertThat(patient.person().phones()).isEmpty();
    assertThat(patient.notes()).containsExactly("phone-dropped", "email-dropped", "sex-unreadable");
  }

  private static LegacyPerson read(Map<String, String> changed) {
    var cells = new HashMap<String, String>();
    cells.put("CodePatient", "90001A01");
    cells.put("Nom", "Testeur");
    cells.put("Prenom", "Alpha");
    cells.put("DateNaissance", "1961-04-12T00:00");
    cells.put("Sexe", "F");
    cells.put("Telephone", "0810000001/0990000002");
    cells.put("Adresse", "Av. x 3");
    cells.put("Ville", "Kinshasa");
    cells.put("Email", "alpha@courrier.test");
    cells.put("Convention", "SOCIETE EXEMPLE");
    cells.put("Matricule", "E-17");
    cells.putAll(changed);
    cells.values().removeIf(String::isEmpty);
    var row = new SourceRow(1, "90001A01", null, cells);
    return CareVisionPatient.of(row, "90001A01", LocalDate.of(2026, 11, 25));
  }
}
