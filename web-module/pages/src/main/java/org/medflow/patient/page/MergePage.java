package org.medflow.patient.page;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.UUID;
import org.medflow.patient.boundary.MergePatients;
import org.medflow.patient.boundary.PatientMerge;
import org.medflow.patient.boundary.PatientQuery;
import org.medflow.patient.boundary.PatientRow;
import org.medflow.patient.boundary.PatientSearch;
import org.medflow.platform.error.ClinicException;
import org.medflow.platform.error.Invalid;
import org.medflow.platform.page.Notes;
import org.medflow.platform.page.Route;
import org.medflow.platform.web.Words;

/** The dialog that joins a duplicate into the open record: find it, look at both, say why. */
@Named
@ViewScoped
public class MergePage implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final int FOUND = 6;

  @Inject PatientMerge merging;
  @Inject PatientSearch search;
  @Inject Notes notes;
  @Inject Words words;

  private String text;
  private String reason;
  private PatientRow duplicate;
  private List<PatientRow> found = List.of();

  public void look(UUID survivor) {
    found =
        text == null || text.isBlank()
            ? List.of()
            : search.search(new PatientQuery(text.strip(), FOUND, null)).data().stream()
                .filter(row -> !row.id().equals(survivor))
                .toList();
  }

  public void choose(UUID id) {
    duplicate = found.stream().filter(row -> row.id().equals(id)).findFirst().orElse(null);
  }

  public void again() {
    duplicate = null;
  }

  public void merge(UUID survivor) {
    try {
      if (duplicate == null) {
        throw Invalid.field("duplicate", "required");
      }
      merging.merge(new MergePatients(survivor, duplicate.id(), reason));
      notes.done(words.of("patient.merge.done", duplicate.mrn()));
      Route.go("/patients/" + survivor + "/resume");
    } catch (ClinicException refused) {
      notes.refused(refused);
    }
  }

  public List<PatientRow> getFound() {
    return found;
  }

  public PatientRow getDuplicate() {
    return duplicate;
  }

  public boolean isAsked() {
    return text != null && !text.isBlank();
  }

  public String getText() {
    return text;
  }

  public void setText(String text) {
    this.text = text;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }
}
