package org.medflow.patient.control;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.medflow.patient.control.PatientFacts.Around;

/**
 * A newcomer of a bulk registration, her values checked.
 *
 * @param id the id that her record will have
 * @param sure whether a person has said that she is nobody else
 */
public record BulkRow(UUID id, CheckedPerson person, Around around, boolean sure) {

  /** What she is compared by with others of the same bulk. */
  Traits traits() {
    return new Traits(
        person.nameKey(),
        person.birth(),
        person.sex(),
        Set.copyOf(person.phones()),
        person.email() == null ? Set.of() : Set.of(person.email()),
        numbers(true),
        numbers(false));
  }

  /** What others of the same bulk share with her if they are alike. */
  List<String> signs() {
    var signs = new java.util.ArrayList<String>();
    signs.add("name|" + person.name().key());
    if (person.birth().date() != null) {
      person.nameKey().tokens().forEach(t -> signs.add(person.birth().date() + "|" + t));
    }
    person.phones().forEach(phone -> signs.add("phone|" + phone));
    if (person.email() != null) {
      signs.add("mail|" + person.email());
    }
    numbers(true).forEach(number -> signs.add("number|" + number));
    return signs;
  }

  private Set<String> numbers(boolean strong) {
    return person.identifiers().stream()
        .filter(number -> number.system().strong() == strong)
        .map(number -> number.system() + "|" + number.normalised())
        .collect(java.util.stream.Collectors.toUnmodifiableSet());
  }
}
