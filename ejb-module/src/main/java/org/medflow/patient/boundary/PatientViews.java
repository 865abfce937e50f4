package org.medflow.patient.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.medflow.clinic.boundary.ClinicDays;
import org.medflow.patient.control.PatientLinkQuery;
import org.medflow.patient.control.PatientRepository;
import org.medflow.patient.control.PatientSeals;
import org.medflow.patient.entity.Patient;
import org.medflow.patient.entity.PatientIdentifier;
import org.medflow.patient.entity.Sex;
import org.medflow.platform.security.Actors;

/** Opens the sealed values of one patient for a caller who may see her. */
@ApplicationScoped
class PatientViews {

  @Inject PatientRepository patients;
  @Inject PatientLinkQuery links;
  @Inject PatientSeals seals;
  @Inject ClinicDays days;

  PatientView of(Patient patient) {
    var facts = patient.facts();
    var who = facts.identity();
    var phones = patients.phones(patient.id()).stream().map(seals::openPhone).distinct().toList();
    return new PatientView(
        patient.id(),
        patient.label().mrn(),
        who.name().lastName(),
        who.name().postName(),
        who.name().firstName(),
        who.birth().date(),
        who.birth().precision(),
        who.birth().ageOn(days.today(Actors.current())),
        who.sex(),
        List.copyOf(phones),
        seals.openEmail(patient.id(), facts.email()),
        patients.identifiers(patient.id()).stream().map(this::identifier).toList(),
        address(patient),
        new Cover(
            facts.payer().convention(), seals.openEmployee(patient.id(), facts.payer().employee())),
        seals.openEmergency(patient.id(), facts.contact().emergency()),
        List.copyOf(links.aliases(patient.id())),
        incomplete(who, phones),
        patient.stamps().version(),
        patient.stamps().createdAt(),
        patient.stamps().updatedAt());
  }

  private PostalAddress address(Patient patient) {
    var contact = patient.facts().contact();
    return new PostalAddress(
        seals.openStreet(patient.id(), contact.street()),
        contact.quarter(),
        contact.commune(),
        contact.city());
  }

  private IdentifierView identifier(PatientIdentifier identifier) {
    return new IdentifierView(
        identifier.system().code(), seals.openIdentifier(identifier), identifier.system().strong());
  }

  private static List<String> incomplete(Patient.Identity who, List<String> phones) {
    var missing = new ArrayList<String>();
    if (who.birth().date() == null) {
      missing.add("birthDate");
    }
    if (who.sex() == Sex.UNKNOWN) {
      missing.add("sex");
    }
    if (phones.isEmpty()) {
      missing.add("phones");
    }
    return missing;
  }
}
