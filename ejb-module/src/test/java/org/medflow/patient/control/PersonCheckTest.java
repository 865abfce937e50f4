package org.medflow.patient.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.medflow.patient.boundary.IdentifierInput;
import org.medflow.patient.boundary.Person;
import org.medflow.patient.entity.BirthPrecision;
import org.medflow.patient.entity.Sex;
import org.medflow.platform.error.FieldError;
import org.medflow.platform.error.FieldText;
import org.medflow.platform.error.Invalid;

class PersonCheckTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

  @Test
  void writesTheFamilyNameInCapitalsAndTheRestAsTyped() {
    var person = strict(named("  kabongo ", " Mwamba", "Jean-Paul "));
    assertThat(person.name().lastName()).isEqualTo("KABONGO");
    assertThat(person.name().postName()).isEqualTo("Mwamba");
    assertThat(person.name().firstName()).isEqualTo("Jean-Paul");
    assertThat(person.name().key()).isEqualTo("JEAN KABONGO MWAMBA PAUL");
  }

  @Test
  void needsOnlyAFamilyNameAndASex() {
    assertThat(errors(new Person(null, null, null, null, null, null, null, null, null, null)))
        .containsExactlyInAnyOrder(
            new FieldError("lastName", "required"), new FieldError("sex", "required"));
    assertThat(errors(null)).hasSize(2);
  }

  @Test
  void namesEveryBrokenFieldAtOnce() {
    var person =
        new Person(
            "K",
            null,
            null,
            Sex.FEMALE,
            TODAY.plusDays(1),
            null,
            null,
            List.of("abc"),
            "nobody",
            List.of(new IdentifierInput("shoe_size", "42")));
    assertThat(errors(person))
        .containsExactlyInAnyOrder(
            new FieldError("birthDate", "birth-date-in-future"),
            new FieldError("phones", "bad-phone"),
            new FieldError("email", "bad-email"),
            new FieldError("identifiers", "unknown-identifier-system"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"...", "-", "'", "\u0000KABONGO", "KA\u0007BONGO", "KAB\uD800ONGO"})
  void refusesANameThatIsNone(String name) {
    assertThat(errors(named(name, null, null))).contains(new FieldError("lastName", "bad-format"));
  }

  @Test
  void refusesANameThatIsTooLongEvenInCapitals() {
    assertThat(errors(named("ß".repeat(60), null, null)))
        .contains(new FieldError("lastName", "too-long"));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-24,,,2026-11-24,DAY",
    "1980-03-12,MONTH,,1980-03-01,MONTH",
    "1980-03-12,YEAR,,1980-01-01,YEAR",
    ",,40,1986-11-24,AGE",
    ",,0,2026-11-24,AGE",
    ",,150,1876-11-24,AGE",
    ",UNKNOWN,,,UNKNOWN",
    ",,,,UNKNOWN",
    "1986-11-24,AGE,,1986-11-24,AGE",
    "1875-11-25,,,1875-11-25,DAY"
  })
  void knowsAsMuchOfABirthDateAsWasTold(
      LocalDate date, BirthPrecision precision, Integer age, LocalDate kept, BirthPrecision as) {
    var birth = strict(born(date, precision, age)).birth();
    assertThat(birth.date()).isEqualTo(kept);
    assertThat(birth.precision()).isEqualTo(as);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-25,,,birthDate,birth-date-in-future",
    "1875-11-24,,,birthDate,age-out-of-range",
    ",,151,age,age-out-of-range",
    ",,-1,age,age-out-of-range",
    "1980-01-01,,46,birthDate,birth-date-and-age",
    "1980-01-01,UNKNOWN,,birthPrecision,bad-format",
    ",DAY,,birthDate,required"
  })
  void refusesABirthDateThatCannotBe(
      LocalDate date, BirthPrecision precision, Integer age, String field, String code) {
    assertThat(errors(born(date, precision, age))).containsExactly(new FieldError(field, code));
  }

  @Test
  void keepsEachTelephoneAndIdentifierOnce() {
    var person =
        strict(
            new Person(
                "K",
                null,
                null,
                Sex.MALE,
                null,
                null,
                null,
                List.of("0812345678", "+243812345678", " "),
                "JEAN@Example.CD",
                List.of(
                    new IdentifierInput("national_id", "ab-12 34"),
                    new IdentifierInput("national_id", "AB1234"),
                    new IdentifierInput("lv", "0012"))));
    assertThat(person.phones()).containsExactly("+243812345678");
    assertThat(person.email()).isEqualTo("jean@example.cd");
    assertThat(person.identifiers())
        .extracting(CheckedPerson.Number::normalised)
        .containsExactly("AB1234", "0012");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a@b", "@b.cd", "a b@c.cd", "a@b..cd", "a@.cd", "a", "a@b.cd, c@d.cd"})
  void refusesWhatIsNoMailAddress(String email) {
    var person = new Person("K", null, null, Sex.MALE, null, null, null, null, email, null);
    assertThat(errors(person)).containsExactly(new FieldError("email", "bad-email"));
  }

  @Test
  void refusesMoreThanFiveTelephones() {
    var phones = Collections.nCopies(6, "0812345678");
    var person = new Person("K", null, null, Sex.MALE, null, null, null, phones, null, null);
    assertThat(errors(person)).containsExactly(new FieldError("phones", "too-long"));
  }

  @Test
  void readsWhatItCanOfAFormBeingFilledIn() {
    var person =
        PersonCheck.lenient(
            new Person("Kab", null, null, null, null, null, null, List.of("08"), "a@", null),
            TODAY);
    assertThat(person.name().key()).isEqualTo("KAB");
    assertThat(person.phones()).isEmpty();
    assertThat(person.sex()).isEqualTo(Sex.UNKNOWN);
  }

  @Test
  void saysWhatIsNotKnownYet() {
    assertThat(strict(named("K", null, null)).incomplete()).isTrue();
  }

  @Property
  void noTextBreaksTheCheck(@ForAll String last, @ForAll String mail, @ForAll String number) {
    var fields = new FieldText();
    var person =
        new Person(
            last,
            mail,
            number,
            Sex.MALE,
            null,
            null,
            null,
            List.of(number),
            mail,
            List.of(new IdentifierInput("lv", number)));
    var checked = PersonCheck.strict(person, TODAY, fields);
    assertThat(checked.phones().size()).isLessThanOrEqualTo(1);
  }

  private static Person named(String last, String post, String first) {
    return new Person(last, post, first, Sex.FEMALE, null, null, null, null, null, null);
  }

  private static Person born(LocalDate date, BirthPrecision precision, Integer age) {
    return new Person("K", null, null, Sex.FEMALE, date, precision, age, null, null, null);
  }

  private static CheckedPerson strict(Person person) {
    var fields = new FieldText();
    var checked = PersonCheck.strict(person, TODAY, fields);
    fields.check();
    return checked;
  }

  private static List<FieldError> errors(Person person) {
    return catchThrowableOfType(Invalid.class, () -> strict(person)).fields();
  }
}
