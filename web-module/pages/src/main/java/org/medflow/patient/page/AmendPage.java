package org.medflow.patient.page;

import static org.medflow.platform.security.Permission.MANAGE_PATIENTS;
import static org.medflow.platform.security.Permission.REGISTER_PATIENTS;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import org.medflow.patient.boundary.PatientRegistry;
import org.medflow.patient.boundary.PatientView;
import org.medflow.patient.web.EventWords;
import org.medflow.platform.error.ClinicException;
import org.medflow.platform.error.Conflict;
import org.medflow.platform.page.Notes;
import org.medflow.platform.page.Route;
import org.medflow.platform.page.Screen;
import org.medflow.platform.web.Words;

/** Changes what is known of a patient; a change somebody else made meanwhile is never run over. */
@Named
@ViewScoped
@Screen(
    path = "/patients/{id}/modifier",
    view = "/patient/amend.xhtml",
    requires = {MANAGE_PATIENTS, REGISTER_PATIENTS})
public class AmendPage implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject PatientRegistry registry;
  @Inject Notes notes;
  @Inject Words words;
  @Inject EventWords events;

  private PatientView patient;
  private PatientForm form;
  private String overtakenIn;

  public void open() {
    patient = registry.get(Route.current().id());
    form = KnownPatient.form(patient);
    overtakenIn = null;
  }

  public void save() {
    try {
      var after = registry.amend(patient.id(), patient.version(), form.amendment());
      notes.done(words.of("patient.amend.done", after.displayName()));
      Route.go("/patients/" + patient.id() + "/resume");
    } catch (Conflict conflict) {
      notes.refused(conflict);
      if (conflict.code().equals("stale-version")) {
        overtakenIn = events.fields(meanwhile());
      }
    } catch (ClinicException refused) {
      notes.refused(refused);
    }
  }

  private String meanwhile() {
    return String.join(",", registry.get(patient.id()).changedSince(patient));
  }

  public PatientView getPatient() {
    return patient;
  }

  public PatientForm getForm() {
    return form;
  }

  /** Words for what somebody else changed meanwhile, null when nobody did. */
  public String getOvertakenIn() {
    return overtakenIn;
  }
}
