package org.medflow.patient.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.medflow.patient.boundary.Candidate;
import org.medflow.patient.boundary.IdentifierInput;
import org.medflow.patient.boundary.Person;
import org.medflow.patient.entity.BirthPrecision;
import org.medflow.patient.entity.Sex;
import org.medflow.platform.Ids;
import org.medflow.platform.error.FieldText;

class BulkLikenessTest {

  private static final LocalDate BORN = LocalDate.of(1961, 4, 12);

  private final Loader loader = new Loader();
  private final Likely likely = new Likely();
  private final BulkLikeness likeness = new BulkLikeness();

  @BeforeEach
  void open() {
    likeness.loader = loader;
    likeness.likely = likely;
  }

  @Test
  void letsStrangersIn() {
    assertThat(likeness.doubts(List.of(row("KABONGO", "Jean", BORN), row("ILUNGA", "Anne", BORN))))
        .isEmpty();
  }

  @Test
  void asksAboutTheSameNameAndBirthDateWithinOneBulk() {
    var first = row("KABONGO", "Jean", BORN);
    var second = row("KABONGO", "Jean", BORN);
    var doubt = likeness.doubts(List.of(first, second));
    assertThat(doubt).containsOnlyKeys(second.id());
    assertThat(doubt.get(second.id()).reason()).isEqualTo("patient-likely-duplicate");
    assertThat(doubt.get(second.id()).candidates()).containsExactly(first.id());
  }

  @Test
  void asksAboutAMisspeltNameOfTheSameBirthDate() {
    var second = row("KABONGO", "Jaen", BORN);
    assertThat(likeness.doubts(List.of(row("KABONGO", "Jean", BORN), second)))
        .containsOnlyKeys(second.id());
  }

  @Test
  void letsNamesakesOfAnotherBirthDateIn() {
    var other = row("KABONGO", "Jean", LocalDate.of(1990, 8, 3));
    assertThat(likeness.doubts(List.of(row("KABONGO", "Jean", BORN), other))).isEmpty();
  }

  @Test
  void comparesOnlyThoseWhoMayBeKnown() {
    var row = row("KABONGO", "Jean", BORN);
    likely.found = List.of(candidate(85, "same-names", "same-birth-date"));
    assertThat(likeness.doubts(List.of(row))).isEmpty();
    loader.known.put(row.id(), false);
    assertThat(likeness.doubts(List.of(row)).get(row.id()).candidates())
        .containsExactly(likely.found.get(0).id());
  }

  @Test
  void holdsNobodyBackForASharedTelephone() {
    var row = row("KABONGO", "Jean", BORN);
    loader.known.put(row.id(), false);
    likely.found = List.of(candidate(65, "same-phone"));
    assertThat(likeness.doubts(List.of(row))).isEmpty();
  }

  @Test
  void believesAPersonExceptAboutANumberThatIsTaken() {
    var sure = row("KABONGO", "Jean", BORN).surely();
    loader.known.put(sure.id(), false);
    likely.found = List.of(candidate(85, "same-names"));
    assertThat(likeness.doubts(List.of(sure))).isEmpty();
    likely.found = List.of(candidate(100, "same-identifier"));
    assertThat(likeness.doubts(List.of(sure)).get(sure.id()).reason())
        .isEqualTo("patient-identifier-taken");
  }

  @Test
  void tellsNothingAboutAnotherClinic() {
    var row = row("KABONGO", "Jean", BORN);
    loader.known.put(row.id(), true);
    likely.found = List.of(candidate(100, "same-identifier"));
    var doubt = likeness.doubts(List.of(row)).get(row.id());
    assertThat(doubt.reason()).isEqualTo("patient-known-elsewhere");
    assertThat(doubt.candidates()).isEmpty();
  }

  private static BulkRow row(String last, String first, LocalDate born) {
    var number = Ids.next().toString();
    var person =
        new Person(
            last,
            null,
            first,
            Sex.MALE,
            born,
            BirthPrecision.DAY,
            null,
            List.of(),
            null,
            List.of(new IdentifierInput("lv", number)));
    var checked = PersonCheck.strict(person, LocalDate.of(2026, 11, 25), new FieldText());
    return BulkRow.of(Ids.next(), checked, null);
  }

  private static Candidate candidate(int score, String... reasons) {
    return new Candidate(
        UUID.randomUUID(),
        "PAT2026000001",
        "KABONGO",
        null,
        "Jean",
        BORN,
        BirthPrecision.DAY,
        Sex.MALE,
        null,
        score,
        List.of(reasons));
  }

  private static final class Loader extends PatientBulkLoader {
    final Map<UUID, Boolean> known = new HashMap<>();

    @Override
    Map<UUID, Boolean> maybeKnown(List<BulkRow> newcomers) {
      return known;
    }
  }

  private static final class Likely extends LikelyPatients {
    List<Candidate> found = List.of();

    @Override
    public List<Candidate> of(CheckedPerson person) {
      return found;
    }
  }
}
