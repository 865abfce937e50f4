package org.medflow.visit.page;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.UUID;
import org.medflow.identity.boundary.StaffDirectory;
import org.medflow.identity.boundary.StaffMember;
import org.medflow.patient.boundary.PatientQuery;
import org.medflow.patient.boundary.PatientRow;
import org.medflow.patient.boundary.PatientSearch;
import org.medflow.platform.error.ClinicException;
import org.medflow.platform.page.Notes;
import org.medflow.platform.web.Words;
import org.medflow.scheduling.boundary.AppointmentTypeView;
import org.medflow.scheduling.boundary.AppointmentTypes;
import org.medflow.scheduling.entity.Priority;
import org.medflow.visit.boundary.FrontDesk;
import org.medflow.visit.boundary.WalkInArrival;
import org.primefaces.PrimeFaces;

/** Lets somebody in who has no appointment. */
@Named
@ViewScoped
public class WalkInPage implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final int FOUND = 6;

  @Inject FrontDesk desk;
  @Inject PatientSearch search;
  @Inject AppointmentTypes types;
  @Inject StaffDirectory staff;
  @Inject Notes notes;
  @Inject Words words;

  private String text;
  private List<PatientRow> found = List.of();
  private PatientRow patient;
  private String type = "consultation";
  private UUID provider;
  private Priority priority = Priority.NORMAL;
  private String reason;

  public void look() {
    found =
        text == null || text.isBlank()
            ? List.of()
            : search.search(new PatientQuery(text.strip(), FOUND, null)).data();
  }

  public void choose(UUID id) {
    patient = found.stream().filter(one -> one.id().equals(id)).findFirst().orElse(null);
    Focus.on("walkInType");
  }

  public void again() {
    patient = null;
  }

  public void letIn() {
    try {
      var id = patient == null ? null : patient.id();
      var arrival =
          desk.walkIn(new WalkInArrival(id, null, type, provider, priority, reason), null);
      notes.here(words.of("visit.walk-in.done", arrival.ticket().number()));
      clear();
      PrimeFaces.current().executeScript("PF('walkInDialog').hide(); lookAgain()");
    } catch (ClinicException refused) {
      notes.refused(refused);
    }
  }

  private void clear() {
    text = null;
    found = List.of();
    patient = null;
    provider = null;
    priority = Priority.NORMAL;
    reason = null;
  }

  public boolean isAsked() {
    return text != null && !text.isBlank();
  }

  public List<AppointmentTypeView> getTypes() {
    return types.all().stream().filter(AppointmentTypeView::active).toList();
  }

  /** The name of a type in the reader's language. */
  public String name(AppointmentTypeView one) {
    return words.locale().getLanguage().equals("en") ? one.nameEn() : one.nameFr();
  }

  public List<StaffMember> getProviders() {
    return staff.clinical();
  }

  public List<PatientRow> getFound() {
    return found;
  }

  public PatientRow getPatient() {
    return patient;
  }

  public String getText() {
    return text;
  }

  public void setText(String text) {
    this.text = text;
  }

  public String getType() {
    return type;
  }

  public void setType(String type) {
    this.type = type;
  }

  public UUID getProvider() {
    return provider;
  }

  public void setProvider(UUID provider) {
    this.provider = provider;
  }

  public Priority getPriority() {
    return priority;
  }

  public void setPriority(Priority priority) {
    this.priority = priority;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }
}
