package org.medflow.patient.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.medflow.patient.boundary.AmendPatient;
import org.medflow.patient.boundary.Cover;
import org.medflow.patient.boundary.IdentifierView;
import org.medflow.patient.boundary.PatientView;
import org.medflow.patient.boundary.PostalAddress;
import org.medflow.patient.entity.BirthPrecision;
import org.medflow.patient.entity.Sex;

/** What a merge fills, writes into its journal and blanks again; and how a change is laid over. */
class MergeRulesTest {

  private static final PatientView EMPTY = view(null, null, Sex.UNKNOWN, null, "Gombe");
  private static final PatientView FULL =
      view("Jean", LocalDate.of(1980, 1, 2), Sex.MALE, "j@example.cd", "Limete");

  @Test
  void fillsOnlyBlanks() {
    assertThat(BlankFill.blanks(EMPTY, FULL))
        .containsExactlyInAnyOrder("firstName", "email", "birthDate", "sex");
    assertThat(BlankFill.blanks(FULL, EMPTY)).isEmpty();
  }

  @Test
  void givesTheBlanksTheValuesOfTheDuplicate() {
    var filled = laid(EMPTY, BlankFill.fill(BlankFill.blanks(EMPTY, FULL), FULL));
    assertThat(filled.firstName()).isEqualTo("Jean");
    assertThat(filled.birthDate()).isEqualTo(FULL.birthDate());
    assertThat(filled.sex()).isEqualTo(Sex.MALE);
    assertThat(filled.email()).isEqualTo("j@example.cd");
  }

  @Test
  void blanksExactlyWhatWasFilled() {
    var names = BlankFill.blanks(EMPTY, FULL);
    var blank = laid(FULL, BlankFill.blank(names, FULL, FULL));
    assertThat(blank.firstName()).isEmpty();
    assertThat(blank.birthDate()).isNull();
    assertThat(blank.birthPrecision()).isEqualTo(BirthPrecision.UNKNOWN);
    assertThat(blank.sex()).isEqualTo(Sex.UNKNOWN);
    assertThat(blank.email()).isEmpty();
  }

  @Test
  void leavesAFilledFieldThatWasAmendedSince() {
    var amended = view("Jeannot", FULL.birthDate(), Sex.MALE, "j@example.cd", "Gombe");
    var blank = laid(amended, BlankFill.blank(List.of("firstName"), amended, FULL));
    assertThat(blank.firstName()).isEqualTo("Jeannot");
  }

  @Test
  void aChangeLeavesWhatItDoesNotName() {
    var change =
        new AmendPatient(null, new PostalAddress(null, null, null, ""), null, "Papa 0812345678");
    var person = Overlay.person(FULL, change.person());
    var around = Overlay.around(FULL, change);
    assertThat(person.firstName()).isEqualTo("Jean");
    assertThat(person.phones()).isEqualTo(FULL.phones());
    assertThat(person.identifiers()).hasSize(1);
    assertThat(around.address().commune()).isEqualTo("Limete");
    assertThat(around.address().city()).isEmpty();
    assertThat(around.emergencyContact()).isEqualTo("Papa 0812345678");
  }

  @Test
  void namesTheFieldsThatDiffer() {
    assertThat(Overlay.changed(EMPTY, FULL))
        .containsExactly("firstName", "sex", "birthDate", "email", "address");
    assertThat(Overlay.changed(FULL, FULL)).isEmpty();
  }

  @Test
  void theJournalComesBackAsItWasWritten() {
    var moved = new UUID(1, 2);
    var own = new LinkedHashMap<String, String>();
    own.put("phones", "[{\"id\":\"x\",\"position\":0}]");
    own.put("clinics", "[]");
    var json =
        new MergeJournal(own, List.of("email"), Map.of("appointment", List.of(moved))).json();
    assertThat(json).contains("\"phones\":[{\"id\":\"x\",\"position\":0}]", "\"clinics\":[]");
    var read = MergeJournal.read(json);
    assertThat(read.filled()).containsExactly("email");
    assertThat(read.rows()).containsEntry("appointment", List.of(moved));
  }

  private static org.medflow.patient.boundary.Person laid(PatientView on, AmendPatient change) {
    return Overlay.person(on, change.person());
  }

  private static PatientView view(
      String first, LocalDate born, Sex sex, String email, String commune) {
    return new PatientView(
        new UUID(0, 1),
        "PAT2026000001",
        "KABONGO",
        null,
        first,
        born,
        born == null ? BirthPrecision.UNKNOWN : BirthPrecision.DAY,
        null,
        sex,
        List.of("+243812345678"),
        email,
        List.of(new IdentifierView("lv", "12", true)),
        new PostalAddress(null, null, commune, "Kinshasa"),
        new Cover(null, null),
        null,
        List.of(),
        List.of(),
        1,
        Instant.EPOCH,
        Instant.EPOCH);
  }
}
