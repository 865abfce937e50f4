package org.medflow.patient.page;

import static org.medflow.platform.security.Permission.VIEW_PATIENTS;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import org.medflow.patient.boundary.PatientQuery;
import org.medflow.patient.boundary.PatientRow;
import org.medflow.patient.boundary.PatientSearch;
import org.medflow.patient.web.SearchServlet;
import org.medflow.platform.page.Screen;
import org.medflow.platform.page.Slices;

/** Finds a patient by whatever she remembers: a name in any order, a telephone, a number. */
@Named
@ViewScoped
@Screen(
    path = "/patients",
    view = "/patient/search.xhtml",
    requires = VIEW_PATIENTS,
    nav = 2,
    icon = "pi-search")
public class PatientSearchPage implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject PatientSearch search;
  @Inject HttpServletRequest request;

  private String text;
  private Slices<PatientRow> rows;
  private PatientRow selected;

  @PostConstruct
  void open() {
    text = SearchServlet.take(request);
    look();
  }

  public void look() {
    selected = null;
    var asked = text == null ? "" : text.strip();
    rows =
        new Slices<>(
            (cursor, size) -> search.search(new PatientQuery(asked, size, cursor)),
            row -> row.id().toString());
  }

  public boolean isAsked() {
    return text != null && !text.isBlank();
  }

  public String getFailure() {
    return rows.failure();
  }

  public String getText() {
    return text;
  }

  public void setText(String text) {
    this.text = text;
  }

  public Slices<PatientRow> getRows() {
    return rows;
  }

  public PatientRow getSelected() {
    return selected;
  }

  public void setSelected(PatientRow selected) {
    this.selected = selected;
  }
}
