package org.medflow.visit.page;

import static org.medflow.platform.security.Permission.MANAGE_QUEUE;
import static org.medflow.platform.security.Permission.UPDATE_VITALS;
import static org.medflow.platform.security.Permission.VIEW_QUEUE;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.util.List;
import java.util.UUID;
import org.medflow.patient.boundary.PatientRegistry;
import org.medflow.patient.boundary.PatientView;
import org.medflow.platform.error.ClinicException;
import org.medflow.platform.page.Notes;
import org.medflow.platform.page.Screen;
import org.medflow.platform.security.Actors;
import org.medflow.platform.web.Words;
import org.medflow.queue.boundary.BoardRow;
import org.medflow.queue.boundary.QueueBoard;
import org.medflow.visit.boundary.PatientFlow;
import org.medflow.visit.boundary.VitalsDesk;
import org.medflow.visit.boundary.VitalsView;
import org.primefaces.PrimeFaces;

/** The nurse's page: who waits for her measures, the measures, those of before. */
@Named
@ViewScoped
@Screen(
    path = "/constantes",
    view = "/visit/vitals.xhtml",
    requires = UPDATE_VITALS,
    nav = 13,
    icon = "pi-heart")
public class VitalsPage implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject QueueBoard board;
  @Inject VitalsDesk desk;
  @Inject PatientFlow flow;
  @Inject PatientRegistry patients;
  @Inject HttpServletRequest request;
  @Inject Notes notes;
  @Inject Words words;

  private List<BoardRow> waiting = List.of();
  private PatientView patient;
  private List<VitalsView> earlier = List.of();
  private VitalsForm form = new VitalsForm();
  private UUID wrong;
  private String reason;

  @PostConstruct
  void open() {
    refresh();
    var asked = request.getParameter("patient");
    if (asked != null && asked.matches("[0-9a-f-]{36}")) {
      choose(UUID.fromString(asked));
    }
  }

  public void refresh() {
    var caller = Actors.current();
    waiting = caller.may(VIEW_QUEUE) || caller.may(MANAGE_QUEUE) ? board.lines() : List.of();
  }

  public void choose(UUID id) {
    patient = patients.get(id);
    earlier = desk.ofPatient(id);
    form = new VitalsForm();
    Focus.clean("panel");
    Focus.on("systolic");
  }

  /** Writes the measures down, and sends her on when she is at the nurse's. */
  public void save(boolean on) {
    try {
      desk.record(patient.id(), form.read(), null);
      var line = on ? line() : null;
      if (line != null) {
        flow.moveOn(line.id(), null);
      }
      notes.here(words.of("visit.vitals.done", patient.displayName()));
      form = new VitalsForm();
      earlier = desk.ofPatient(patient.id());
      refresh();
    } catch (ClinicException refused) {
      notes.refused(refused);
      notes.keepTyped(refused);
    }
  }

  public void mark(UUID id) {
    wrong = id;
    reason = null;
  }

  public void sayWrong() {
    try {
      desk.wrong(wrong, reason);
      wrong = null;
      PrimeFaces.current().executeScript("PF('wrongDialog').hide()");
      earlier = desk.ofPatient(patient.id());
      notes.here(words.of("visit.vitals.wrong.done"));
    } catch (ClinicException refused) {
      notes.refused(refused);
    }
  }

  /** Her place in the queue, while she waits at the nurse's or is there. */
  public BoardRow getPlace() {
    return patient == null ? null : line();
  }

  private BoardRow line() {
    return waiting.stream()
        .filter(one -> one.patient().id().equals(patient.id()))
        .filter(one -> one.station().equals("triage"))
        .findFirst()
        .orElse(null);
  }

  /** Those at the nurse's station first. */
  public List<BoardRow> getWaiting() {
    return waiting.stream()
        .sorted(java.util.Comparator.comparing(one -> !one.station().equals("triage")))
        .toList();
  }

  public PatientView getPatient() {
    return patient;
  }

  public List<VitalsView> getEarlier() {
    return earlier;
  }

  public VitalsForm getForm() {
    return form;
  }

  public UUID getWrong() {
    return wrong;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }
}
