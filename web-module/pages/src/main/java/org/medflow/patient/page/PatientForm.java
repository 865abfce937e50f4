package org.medflow.patient.page;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.medflow.patient.boundary.AmendPatient;
import org.medflow.patient.boundary.Cover;
import org.medflow.patient.boundary.Decision;
import org.medflow.patient.boundary.IdentifierInput;
import org.medflow.patient.boundary.Person;
import org.medflow.patient.boundary.PostalAddress;
import org.medflow.patient.boundary.RegisterPatient;
import org.medflow.patient.entity.BirthPrecision;
import org.medflow.patient.entity.Sex;
import org.medflow.patient.web.BirthText;
import org.medflow.platform.error.FieldError;
import org.medflow.platform.error.Invalid;

/**
 * What is typed about a patient, field by field as text, so that nothing is lost when something is
 * not right yet. Names of the fields are those of the facade's records.
 */
public class PatientForm implements Serializable {

  private static final long serialVersionUID = 1L;
  static final List<String> IDENTITY = List.of("national_id", "passport", "voter_card");
  static final List<String> OLD = List.of("lv", "dmi", "carevision", "pacs", "old_emr");

  private final Map<String, String> typed = new HashMap<>();
  private final List<IdentifierInput> others = new ArrayList<>();
  private final List<String> otherPhones = new ArrayList<>();

  public PatientForm() {
    typed.put("identitySystem", IDENTITY.get(0));
    typed.put("oldSystem", OLD.get(0));
  }

  /** Keeps numbers that have no field of their own. */
  void keep(List<String> phones, List<IdentifierInput> numbers) {
    otherPhones.addAll(phones);
    others.addAll(numbers);
  }

  public Map<String, String> getTyped() {
    return typed;
  }

  public List<String> getIdentitySystems() {
    return IDENTITY;
  }

  public List<String> getOldSystems() {
    return OLD;
  }

  /** Whether there is enough to look for likenesses. */
  boolean recognisable() {
    return Stream.of("lastName", "firstName", "phones", "identifiers", "oldNumber")
        .anyMatch(field -> text(field) != null && text(field).length() > 1);
  }

  /** What can be read so far; what cannot is left out. */
  Person soFar() {
    var birth = birth().orElse(null);
    return person(birth, age().orElse(null));
  }

  /** Everything as a person, or the fields that cannot be read. */
  Person person() {
    var broken = new ArrayList<FieldError>();
    if (text("birthDate") != null && birth().isEmpty()) {
      broken.add(new FieldError("birthDate", "bad-format"));
    }
    if (text("age") != null && age().isEmpty()) {
      broken.add(new FieldError("age", "bad-format"));
    }
    if (text("lastName") == null) {
      broken.add(new FieldError("lastName", "required"));
    }
    if (text("sex") == null) {
      broken.add(new FieldError("sex", "required"));
    }
    if (!broken.isEmpty()) {
      throw new Invalid(broken);
    }
    return soFar();
  }

  RegisterPatient registration(List<Decision> decisions) {
    return new RegisterPatient(person(), address(), cover(), text("emergencyContact"), decisions);
  }

  /** Everything again: an empty field clears what was there. */
  AmendPatient amendment() {
    var now = person();
    var whole =
        new Person(
            now.lastName(),
            orEmpty(now.postName()),
            orEmpty(now.firstName()),
            now.sex(),
            now.birthDate(),
            now.birthDate() == null && now.age() == null
                ? BirthPrecision.UNKNOWN
                : now.birthPrecision(),
            now.age(),
            now.phones(),
            orEmpty(now.email()),
            now.identifiers());
    var home = address();
    var payer = cover();
    return new AmendPatient(
        whole,
        new PostalAddress(
            orEmpty(home.street()),
            orEmpty(home.quarter()),
            orEmpty(home.commune()),
            orEmpty(home.city())),
        new Cover(orEmpty(payer.convention()), orEmpty(payer.employeeNumber())),
        orEmpty(text("emergencyContact")));
  }

  private Person person(BirthText birth, Integer age) {
    return new Person(
        text("lastName"),
        text("postName"),
        text("firstName"),
        text("sex") == null ? null : Sex.valueOf(text("sex")),
        birth == null ? null : birth.date(),
        birth == null ? null : birth.precision(),
        age,
        phones(),
        text("email"),
        identifiers());
  }

  private PostalAddress address() {
    return new PostalAddress(text("street"), text("quarter"), text("commune"), text("city"));
  }

  private Cover cover() {
    return new Cover(text("convention"), text("employeeNumber"));
  }

  private List<String> phones() {
    var shown = Stream.of("phones", "phones2").map(this::text).filter(Objects::nonNull);
    return Stream.concat(shown, otherPhones.stream()).toList();
  }

  private List<IdentifierInput> identifiers() {
    var all = new ArrayList<IdentifierInput>();
    add(all, "identitySystem", "identifiers");
    add(all, "oldSystem", "oldNumber");
    all.addAll(others);
    return List.copyOf(all);
  }

  private void add(List<IdentifierInput> all, String system, String value) {
    if (text(value) != null) {
      all.add(new IdentifierInput(text(system), text(value)));
    }
  }

  private Optional<BirthText> birth() {
    return Optional.ofNullable(text("birthDate")).flatMap(BirthText::read);
  }

  private Optional<Integer> age() {
    return Optional.ofNullable(text("age"))
        .filter(text -> text.matches("\\d{1,3}"))
        .map(Integer::valueOf);
  }

  private String text(String field) {
    var text = typed.get(field);
    return text == null || text.isBlank() ? null : text.strip();
  }

  private static String orEmpty(String text) {
    return text == null ? "" : text;
  }
}
