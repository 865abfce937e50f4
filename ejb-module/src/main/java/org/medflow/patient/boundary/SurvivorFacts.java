package org.medflow.patient.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import org.medflow.clinic.boundary.ClinicDays;
import org.medflow.patient.control.Overlay;
import org.medflow.patient.control.PatientFacts;
import org.medflow.patient.control.PatientFacts.Around;
import org.medflow.patient.control.PersonCheck;
import org.medflow.patient.entity.Patient;
import org.medflow.platform.error.FieldText;
import org.medflow.platform.security.Actors;

/** Writes filled or blanked fields of a merge's survivor; the values were checked once already. */
@ApplicationScoped
class SurvivorFacts {

  @Inject PatientViews views;
  @Inject PatientFacts facts;
  @Inject ClinicDays days;
  @Inject Clock clock;

  void amend(Patient survivor, AmendPatient change) {
    var now = views.of(survivor);
    var person =
        PersonCheck.lenient(Overlay.person(now, change.person()), days.today(Actors.current()));
    var around = Around.checked(Overlay.around(now, change), new FieldText());
    survivor.amend(facts.of(survivor.id(), person, around), clock.instant());
  }
}
