package org.medflow.patient.control;

import java.util.Set;
import org.medflow.patient.entity.Birth;
import org.medflow.patient.entity.Sex;

/**
 * What two records are compared by.
 *
 * @param strong blind or plain strong identifiers, as {@code system|value}
 */
public record Traits(
    NameKey names,
    Birth birth,
    Sex sex,
    Set<String> phones,
    Set<String> emails,
    Set<String> strong,
    Set<String> weak) {

  public Traits {
    phones = Set.copyOf(phones);
    emails = Set.copyOf(emails);
    strong = Set.copyOf(strong);
    weak = Set.copyOf(weak);
  }
}
