package org.medflow.patient.control;

import java.util.List;
import org.medflow.patient.entity.Birth;
import org.medflow.patient.entity.IdentifierSystem;
import org.medflow.patient.entity.PatientName;
import org.medflow.patient.entity.Sex;

/** A person whose every value was checked and brought to its one form. */
public record CheckedPerson(
    PatientName name,
    Sex sex,
    Birth birth,
    List<String> phones,
    String email,
    List<Number> identifiers) {

  public CheckedPerson {
    phones = List.copyOf(phones);
    identifiers = List.copyOf(identifiers);
  }

  /** An identifier as typed, with the form that is compared. */
  public record Number(IdentifierSystem system, String typed, String normalised) {}

  public NameKey nameKey() {
    return NameKey.of(name.key());
  }

  /** Whether something that belongs in a record is not known yet. */
  public boolean incomplete() {
    return birth.date() == null || sex == Sex.UNKNOWN || phones.isEmpty();
  }
}
