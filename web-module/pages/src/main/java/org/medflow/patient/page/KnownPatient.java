package org.medflow.patient.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.medflow.patient.boundary.IdentifierInput;
import org.medflow.patient.boundary.IdentifierView;
import org.medflow.patient.boundary.PatientView;
import org.medflow.patient.boundary.PostalAddress;
import org.medflow.patient.entity.BirthPrecision;
import org.medflow.patient.web.BirthText;

/** Fills a form with what is known of a patient, no more exactly than it is known. */
final class KnownPatient {

  private final PatientView patient;
  private final PatientForm form = new PatientForm();
  private final Map<String, String> typed = form.getTyped();

  private KnownPatient(PatientView patient) {
    this.patient = patient;
  }

  static PatientForm form(PatientView patient) {
    var known = new KnownPatient(patient);
    known.person();
    known.birth();
    known.address(patient.address());
    known.numbers();
    return known.form;
  }

  private void person() {
    typed.put("lastName", patient.lastName());
    typed.put("postName", patient.postName());
    typed.put("firstName", patient.firstName());
    typed.put("sex", patient.sex().name());
    typed.put("email", patient.email());
    typed.put("emergencyContact", patient.emergencyContact());
    if (patient.cover() != null) {
      typed.put("convention", patient.cover().convention());
      typed.put("employeeNumber", patient.cover().employeeNumber());
    }
  }

  private void birth() {
    if (patient.birthPrecision() == BirthPrecision.AGE) {
      typed.put("age", String.valueOf(patient.age()));
    } else {
      typed.put("birthDate", BirthText.show(patient.birthDate(), patient.birthPrecision()));
    }
  }

  private void address(PostalAddress address) {
    if (address != null) {
      typed.put("street", address.street());
      typed.put("quarter", address.quarter());
      typed.put("commune", address.commune());
      typed.put("city", address.city());
    }
  }

  private void numbers() {
    var phones = patient.phones();
    typed.put("phones", phones.isEmpty() ? null : phones.get(0));
    typed.put("phones2", phones.size() < 2 ? null : phones.get(1));
    var others = new ArrayList<IdentifierInput>();
    for (var known : patient.identifiers()) {
      if (!shown(known, PatientForm.IDENTITY, "identitySystem", "identifiers")
          && !shown(known, PatientForm.OLD, "oldSystem", "oldNumber")) {
        others.add(new IdentifierInput(known.system(), known.value()));
      }
    }
    form.keep(phones.subList(Math.min(2, phones.size()), phones.size()), others);
  }

  /** Whether this number found its field still free. */
  private boolean shown(IdentifierView known, List<String> systems, String system, String value) {
    if (!systems.contains(known.system()) || typed.get(value) != null) {
      return false;
    }
    typed.put(system, known.system());
    typed.put(value, known.value());
    return true;
  }
}
