package org.medflow.patient.control;

import static org.medflow.patient.entity.BirthPrecision.AGE;
import static org.medflow.patient.entity.BirthPrecision.DAY;
import static org.medflow.patient.entity.BirthPrecision.UNKNOWN;

import java.time.LocalDate;
import org.medflow.patient.boundary.Person;
import org.medflow.patient.entity.Birth;
import org.medflow.platform.error.FieldText;

/** The rules of a birth date: not in the future, nobody older than 150 years (clinical.md 1.2). */
final class BirthCheck {

  private static final int OLDEST = 150;

  private BirthCheck() {}

  static Birth of(Person person, LocalDate today, FieldText fields) {
    if (person.birthDate() != null && person.age() != null && person.birthPrecision() != AGE) {
      fields.refuse("birthDate", "birth-date-and-age");
      return Birth.UNKNOWN;
    }
    if (person.age() != null) {
      return fromAge(person.age(), today, fields);
    }
    return person.birthDate() == null ? none(person, fields) : dated(person, today, fields);
  }

  private static Birth fromAge(int age, LocalDate today, FieldText fields) {
    if (age < 0 || age > OLDEST) {
      fields.refuse("age", "age-out-of-range");
      return Birth.UNKNOWN;
    }
    return new Birth(today.minusYears(age), AGE);
  }

  private static Birth none(Person person, FieldText fields) {
    if (person.birthPrecision() != null && person.birthPrecision() != UNKNOWN) {
      fields.refuse("birthDate", "required");
    }
    return Birth.UNKNOWN;
  }

  private static Birth dated(Person person, LocalDate today, FieldText fields) {
    var precision = person.birthPrecision() == null ? DAY : person.birthPrecision();
    if (precision == UNKNOWN) {
      fields.refuse("birthPrecision", "bad-format");
    } else if (person.birthDate().isAfter(today)) {
      fields.refuse("birthDate", "birth-date-in-future");
    } else if (person.birthDate().isBefore(today.minusYears(OLDEST + 1L).plusDays(1))) {
      fields.refuse("birthDate", "age-out-of-range");
    } else {
      return new Birth(person.birthDate(), precision);
    }
    return Birth.UNKNOWN;
  }
}
