package org.medflow.patient.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.medflow.patient.boundary.Cover;
import org.medflow.patient.boundary.IdentifierInput;
import org.medflow.patient.boundary.IdentifierView;
import org.medflow.patient.boundary.PatientView;
import org.medflow.patient.boundary.PostalAddress;
import org.medflow.patient.entity.BirthPrecision;
import org.medflow.patient.entity.Sex;
import org.medflow.platform.error.FieldError;
import org.medflow.platform.error.Invalid;

class PatientFormTest {

  private final PatientForm form = new PatientForm();

  @Test
  void makesAPersonOfWhatWasTyped() {
    type("lastName", " Mbuyi ");
    type("sex", "FEMALE");
    type("birthDate", "04/1982");
    type("phones", "081 552 04 17");
    type("identifiers", "OP123");
    var person = form.person();
    assertThat(person.lastName()).isEqualTo("Mbuyi");
    assertThat(person.sex()).isEqualTo(Sex.FEMALE);
    assertThat(person.birthDate()).isEqualTo(LocalDate.of(1982, 4, 1));
    assertThat(person.birthPrecision()).isEqualTo(BirthPrecision.MONTH);
    assertThat(person.phones()).containsExactly("081 552 04 17");
    assertThat(person.identifiers()).containsExactly(new IdentifierInput("national_id", "OP123"));
  }

  @Test
  void namesEveryFieldThatCannotBeRead() {
    type("birthDate", "hier");
    type("age", "vieux");
    assertThatThrownBy(form::person)
        .isInstanceOfSatisfying(
            Invalid.class,
            invalid ->
                assertThat(invalid.fields())
                    .containsExactly(
                        new FieldError("birthDate", "bad-format"),
                        new FieldError("age", "bad-format"),
                        new FieldError("lastName", "required"),
                        new FieldError("sex", "required")));
  }

  @Test
  void leavesOutWhatCannotBeReadYetWhileSomebodyTypes() {
    type("lastName", "Mb");
    type("birthDate", "12/0");
    var person = form.soFar();
    assertThat(person.birthDate()).isNull();
    assertThat(person.sex()).isNull();
  }

  @Test
  void looksForLikenessesOnlyWhenThereIsSomethingToGoBy() {
    assertThat(form.recognisable()).isFalse();
    type("lastName", "M");
    assertThat(form.recognisable()).isFalse();
    type("lastName", "Mb");
    assertThat(form.recognisable()).isTrue();
  }

  @Test
  void anEmptyFieldClearsWhatWasThere() {
    var filled = KnownPatient.form(patient(BirthPrecision.DAY));
    filled.getTyped().put("email", null);
    filled.getTyped().put("birthDate", " ");
    var change = filled.amendment();
    assertThat(change.person().email()).isEmpty();
    assertThat(change.person().birthDate()).isNull();
    assertThat(change.person().birthPrecision()).isEqualTo(BirthPrecision.UNKNOWN);
    assertThat(change.cover().convention()).isEqualTo("SONAFER");
  }

  @Test
  void keepsNumbersThatItDoesNotShow() {
    var change = KnownPatient.form(patient(BirthPrecision.DAY)).amendment().person();
    assertThat(change.phones()).containsExactly("+243815520417", "+243815520418", "+243815520419");
    assertThat(change.identifiers())
        .containsExactlyInAnyOrder(
            new IdentifierInput("passport", "OP123"),
            new IdentifierInput("lv", "A-1187"),
            new IdentifierInput("dmi", "77"));
  }

  @Test
  void showsAnAgeThatWasToldAsAnAge() {
    var typed = KnownPatient.form(patient(BirthPrecision.AGE)).getTyped();
    assertThat(typed).containsEntry("age", "44").doesNotContainKey("birthDate");
  }

  private void type(String field, String text) {
    form.getTyped().put(field, text);
  }

  private static PatientView patient(BirthPrecision precision) {
    return new PatientView(
        UUID.randomUUID(),
        "PAT000123",
        "MBUYI",
        "Kalenga",
        "Espérance",
        LocalDate.of(1982, 4, 12),
        precision,
        44,
        Sex.FEMALE,
        List.of("+243815520417", "+243815520418", "+243815520419"),
        "e@example.org",
        List.of(
            new IdentifierView("passport", "OP123", true),
            new IdentifierView("lv", "A-1187", true),
            new IdentifierView("dmi", "77", true)),
        new PostalAddress(null, null, "Gombe", "Kinshasa"),
        new Cover("SONAFER", null),
        null,
        List.of(),
        List.of(),
        3,
        Instant.EPOCH,
        Instant.EPOCH);
  }
}
