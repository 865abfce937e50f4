package org.medflow.patient.control;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.medflow.patient.entity.Blind;
import org.medflow.patient.entity.PatientIdentifier;
import org.medflow.patient.entity.PatientPhone;

/**
 * A newcomer of a bulk registration, her values checked and sealed.
 *
 * @param id the id that her record will have
 * @param sure whether a person has said that she is nobody else
 * @param signs what others of the same bulk share with her if they are alike
 */
public record BulkRow(
    UUID id, CheckedPerson person, boolean sure, List<String> signs, Written written) {

  /** What will be written down of her: what she is found by, and the rows as they are copied. */
  public record Written(
      Blind email,
      List<PatientIdentifier> numbers,
      List<PatientPhone> phones,
      PatientBulkLoader.Texts texts) {}

  static BulkRow of(UUID id, CheckedPerson person, Written written) {
    return new BulkRow(id, person, false, signs(person), written);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof BulkRow row && row.id.equals(id);
  }

  @Override
  public int hashCode() {
    return id.hashCode();
  }

  public BulkRow surely() {
    return new BulkRow(id, person, true, signs, written);
  }

  /** What she is compared by with others of the same bulk. */
  Traits traits() {
    return new Traits(
        person.nameKey(),
        person.birth(),
        person.sex(),
        Set.copyOf(person.phones()),
        person.email() == null ? Set.of() : Set.of(person.email()),
        numbers(person, true),
        numbers(person, false));
  }

  private static List<String> signs(CheckedPerson person) {
    var signs = new ArrayList<String>();
    signs.add("name|" + person.name().key());
    if (person.birth().date() != null) {
      person.nameKey().tokens().forEach(t -> signs.add(person.birth().date() + "|" + t));
    }
    person.phones().forEach(phone -> signs.add("phone|" + phone));
    if (person.email() != null) {
      signs.add("mail|" + person.email());
    }
    numbers(person, true).forEach(number -> signs.add("number|" + number));
    return signs;
  }

  private static Set<String> numbers(CheckedPerson person, boolean strong) {
    return person.identifiers().stream()
        .filter(number -> number.system().strong() == strong)
        .map(number -> number.system() + "|" + number.normalised())
        .collect(Collectors.toUnmodifiableSet());
  }
}
