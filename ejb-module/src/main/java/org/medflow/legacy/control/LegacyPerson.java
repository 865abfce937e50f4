package org.medflow.legacy.control;

import java.util.List;
import org.medflow.patient.boundary.Cover;
import org.medflow.patient.boundary.Person;
import org.medflow.patient.boundary.PostalAddress;

/**
 * A row of a patients' table in the words of the patient registry.
 *
 * @param problem why nobody can be registered from it, null when somebody can
 * @param notes what was left out or put right
 */
record LegacyPerson(
    String problem, Person person, PostalAddress address, Cover cover, List<String> notes) {

  static LegacyPerson nobody(String problem) {
    return new LegacyPerson(problem, null, null, null, List.of());
  }
}
