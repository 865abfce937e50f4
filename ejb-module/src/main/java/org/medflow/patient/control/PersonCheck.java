package org.medflow.patient.control;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.medflow.patient.boundary.IdentifierInput;
import org.medflow.patient.boundary.Person;
import org.medflow.patient.entity.IdentifierSystem;
import org.medflow.patient.entity.PatientName;
import org.medflow.patient.entity.Sex;
import org.medflow.platform.error.FieldText;

/**
 * The rules of what may be written down about a person. Strict for a registration, where every
 * broken field is named; lenient for the live panel, where what cannot be read yet is left out.
 */
public final class PersonCheck {

  private static final Person NOBODY =
      new Person(null, null, null, null, null, null, null, null, null, null);
  private static final int NAME = 80;
  private static final int MAIL = 254;
  private static final int IDENTIFIER = 60;
  private static final int MOST_PHONES = 5;
  private static final int MOST_IDENTIFIERS = 12;
  private static final Pattern EMAIL =
      Pattern.compile("[^@\\s\"(),:;<>\\[\\]\\\\]{1,64}@[\\p{L}\\p{N}-]+(\\.[\\p{L}\\p{N}-]+)+");

  private final FieldText fields;
  private final LocalDate today;

  private PersonCheck(FieldText fields, LocalDate today) {
    this.fields = fields;
    this.today = today;
  }

  /** The person, or errors left in {@code fields}; call {@link FieldText#check} before using it. */
  public static CheckedPerson strict(Person typed, LocalDate today, FieldText fields) {
    var person = typed == null ? NOBODY : typed;
    var check = new PersonCheck(fields, today);
    var last = check.fields.required("lastName", person.lastName(), NAME);
    if (person.sex() == null) {
      fields.refuse("sex", "required");
    }
    return check.person(person, last);
  }

  /** What can be read of a person still being typed; nobody is an empty form. */
  public static CheckedPerson lenient(Person typed, LocalDate today) {
    var person = typed == null ? NOBODY : typed;
    var check = new PersonCheck(new FieldText(), today);
    return check.person(person, check.fields.line("lastName", person.lastName(), NAME));
  }

  private CheckedPerson person(Person person, String last) {
    var name = name(last, person);
    return new CheckedPerson(
        name,
        Objects.requireNonNullElse(person.sex(), Sex.UNKNOWN),
        BirthCheck.of(person, today, fields),
        phones(listed("phones", person.phones(), MOST_PHONES)),
        email(person.email()),
        identifiers(listed("identifiers", person.identifiers(), MOST_IDENTIFIERS)));
  }

  private PatientName name(String last, Person person) {
    var post = fields.line("postName", person.postName(), NAME);
    var first = fields.line("firstName", person.firstName(), NAME);
    var family = last == null ? null : last.toUpperCase(Locale.ROOT);
    if (last != null && NameKey.of(last).tokens().isEmpty()) {
      fields.refuse("lastName", "bad-format");
    }
    if (family != null && family.length() > NAME) {
      fields.refuse("lastName", "too-long");
    }
    var key = NameKey.of(last, post, first);
    return new PatientName(family, post, first, key.text(), key.soundText());
  }

  private <T> List<T> listed(String field, List<T> values, int most) {
    if (values == null) {
      return List.of();
    }
    if (values.size() > most) {
      fields.refuse(field, "too-long");
      return List.of();
    }
    return values.stream().filter(Objects::nonNull).toList();
  }

  private List<String> phones(List<String> typed) {
    return typed.stream()
        .filter(phone -> !phone.isBlank())
        .map(PhoneNumber::normalise)
        .peek(phone -> refuseIf(phone.isEmpty(), "phones", "bad-phone"))
        .flatMap(java.util.Optional::stream)
        .distinct()
        .toList();
  }

  private String email(String typed) {
    var email = fields.line("email", typed, MAIL);
    if (email != null && !EMAIL.matcher(email).matches()) {
      fields.refuse("email", "bad-email");
      return null;
    }
    return email == null ? null : email.toLowerCase(Locale.ROOT);
  }

  private List<CheckedPerson.Number> identifiers(List<IdentifierInput> typed) {
    var once = new LinkedHashMap<String, CheckedPerson.Number>();
    typed.stream()
        .map(this::identifier)
        .filter(Objects::nonNull)
        .forEach(number -> once.putIfAbsent(number.system() + "|" + number.normalised(), number));
    return List.copyOf(once.values());
  }

  private CheckedPerson.Number identifier(IdentifierInput input) {
    var system = IdentifierSystem.of(input.system());
    if (system.isEmpty()) {
      fields.refuse("identifiers", "unknown-identifier-system");
      return null;
    }
    var value = fields.line("identifiers", input.value(), IDENTIFIER);
    var normalised = value == null ? "" : IdentifierSystem.normalise(value);
    refuseIf(value != null && normalised.isEmpty(), "identifiers", "bad-format");
    return normalised.isEmpty() ? null : new CheckedPerson.Number(system.get(), value, normalised);
  }

  private void refuseIf(boolean broken, String field, String code) {
    if (broken) {
      fields.refuse(field, code);
    }
  }
}
