package org.medflow.patient.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.medflow.patient.entity.PatientIdentifier;
import org.medflow.patient.entity.PatientPhone;

/** Replaces the telephones and identifiers of a patient; rows whose value stays are kept. */
@ApplicationScoped
public class PatientParts {

  @Inject PatientRepository patients;
  @Inject PatientFacts facts;
  @Inject PatientSeals seals;

  public void replacePhones(UUID patient, List<String> wanted) {
    var gone = new ArrayList<>(patients.phones(patient));
    var added = new ArrayList<PatientPhone>();
    for (int place = 0; place < wanted.size(); place++) {
      var index = seals.phoneIndex(wanted.get(place));
      var kept = gone.stream().filter(phone -> phone.has(index)).findFirst();
      if (kept.isPresent()) {
        kept.get().moveTo(place);
        gone.remove(kept.get());
      } else {
        added.add(facts.phone(patient, place, wanted.get(place)));
      }
    }
    patients.removeAll(gone);
    patients.addAll(added);
  }

  public void replaceIdentifiers(UUID patient, List<CheckedPerson.Number> wanted) {
    var gone = new ArrayList<>(patients.identifiers(patient));
    var added = new ArrayList<CheckedPerson.Number>();
    for (var number : wanted) {
      if (!gone.removeIf(kept -> same(kept, number))) {
        added.add(number);
      }
    }
    patients.removeAll(gone);
    patients.addAll(facts.identifiers(patient, added));
  }

  private boolean same(PatientIdentifier kept, CheckedPerson.Number number) {
    return kept.has(number.system(), seals.identifierIndex(number.system(), number.normalised()));
  }
}
