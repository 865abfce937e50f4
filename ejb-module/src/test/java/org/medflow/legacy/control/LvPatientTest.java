package org.medflow.legacy.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.medflow.legacy.entity.LvColumn.AVENUE;
import static org.medflow.legacy.entity.LvColumn.CODE;
import static org.medflow.legacy.entity.LvColumn.COMMUNE;
import static org.medflow.legacy.entity.LvColumn.CONVENTION;
import static org.medflow.legacy.entity.LvColumn.MESSAGERIE;
import static org.medflow.legacy.entity.LvColumn.NAISSANCE;
import static org.medflow.legacy.entity.LvColumn.NOMS;
import static org.medflow.legacy.entity.LvColumn.NUM_FICHE;
import static org.medflow.legacy.entity.LvColumn.POSTNOM;
import static org.medflow.legacy.entity.LvColumn.PRENOM;
import static org.medflow.legacy.entity.LvColumn.QUARTIER;
import static org.medflow.legacy.entity.LvColumn.SEXE;
import static org.medflow.legacy.entity.LvColumn.TELEPHONE;
import static org.medflow.legacy.entity.LvColumn.VILLE;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.medflow.legacy.entity.LvColumn;
import org.medflow.legacy.entity.SourceRow;
import org.medflow.patient.boundary.Cover;
import org.medflow.patient.boundary.IdentifierInput;
import org.medflow.patient.boundary.Person;
import org.medflow.patient.boundary.PostalAddress;
import org.medflow.patient.entity.BirthPrecision;
import org.medflow.patient.entity.Sex;

class LvPatientTest {

  private static final Map<LvColumn, String> GOOD =
      Map.ofEntries(
          Map.entry(NUM_FICHE, "90001A01"),
          Map.entry(NOMS, "Testeur"),
          Map.entry(POSTNOM, "Ilunga"),
          Map.entry(PRENOM, "Alpha"),
          Map.entry(SEXE, "F"),
          Map.entry(NAISSANCE, "12/04/1961"),
          Map.entry(CONVENTION, "SOCIETE EXEMPLE"),
          Map.entry(CODE, "E-17"),
          Map.entry(AVENUE, "Av. de l'Essai 12"),
          Map.entry(QUARTIER, "Matonge"),
          Map.entry(COMMUNE, "Kalamu"),
          Map.entry(VILLE, "Kinshasa"),
          Map.entry(TELEPHONE, "0810000001/0990000002"),
          Map.entry(MESSAGERIE, "alpha@courrier.test"));

  @Test
  void speaksTheWordsOfTheRegistry() {
    var patient = read(GOOD);
    assertThat(patient.problem()).isNull();
    assertThat(patient.notes()).isEmpty();
    assertThat(patient.person())
        .isEqualTo(
            new Person(
                "TESTEUR",
                "ILUNGA",
                "Alpha",
                Sex.FEMALE,
                LocalDate.of(1961, 4, 12),
                BirthPrecision.DAY,
                null,
                List.of("+243810000001", "+243990000002"),
                "alpha@courrier.test",
                List.of(new IdentifierInput("lv", "90001A01"))));
    assertThat(patient.address())
        .isEqualTo(new PostalAddress("Av. de l'Essai 12", "Matonge", "Kalamu", "Kinshasa"));
    assertThat(patient.cover()).isEqualTo(new Cover("SOCIETE EXEMPLE", "E-17"));
  }

  @Test
  void isInvalidWithoutFamilyAndFirstName() {
    var cells = with(NOMS, "***");
    cells.remove(PRENOM);
    assertThat(read(cells).problem()).isEqualTo("no-name");
  }

  @Test
  void callsAMissingFamilyNameUnknown() {
    var patient = read(with(NOMS, "NULL"));
    assertThat(patient.problem()).isNull();
    assertThat(patient.person().lastName()).isEqualTo("INCONNU");
    assertThat(patient.notes()).containsExactly("family-name-missing");
  }

  @Test
  void leavesAMissingFirstNameEmpty() {
    assertThat(read(with(PRENOM, "")).person().firstName()).isNull();
  }

  @Test
  void refusesANameThatIsAStory() {
    assertThat(read(with(NOMS, "Z".repeat(81))).problem()).isEqualTo("name-too-long");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[Patient Privé]", "[PATIENT PRIVE]", "Patient privé", "Privé", "NULL"})
  void payForThemselvesWithoutConvention(String convention) {
    assertThat(read(with(CONVENTION, convention)).cover()).isEqualTo(new Cover(null, null));
  }

  @ParameterizedTest
  @CsvSource({
    "NAISSANCE, 31/02/1980, birth-date-unreadable",
    "NAISSANCE, 01/01/1900, birth-date-placeholder",
    "TELEPHONE, 123, phone-dropped",
    "MESSAGERIE, aucune, email-dropped",
    "SEXE, X, sex-unreadable"
  })
  void notesWhatItLeavesOut(LvColumn column, String cell, String note) {
    var patient = read(with(column, cell));
    assertThat(patient.problem()).isNull();
    assertThat(patient.notes()).containsExactly(note);
  }

  @Test
  void cutsWhatIsTooLongForAnAddress() {
    var patient = read(with(AVENUE, "a".repeat(500)));
    assertThat(patient.address().street()).hasSize(200);
    assertThat(patient.notes()).containsExactly("text-cut");
  }

  private static LegacyPerson read(Map<LvColumn, String> cells) {
    var named = new HashMap<String, String>();
    cells.forEach((column, cell) -> named.put(column.header(), cell));
    var row = new SourceRow(2, "2", null, named);
    return LvPatient.of(row, "90001A01", LocalDate.of(2026, 11, 24));
  }

  private static Map<LvColumn, String> with(LvColumn column, String cell) {
    var cells = new EnumMap<>(GOOD);
    cells.put(column, cell);
    return cells;
  }
}
