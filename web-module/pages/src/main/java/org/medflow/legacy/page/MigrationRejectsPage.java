package org.medflow.legacy.page;

import static org.medflow.platform.security.Permission.MANAGE_MIGRATIONS;
import static org.medflow.platform.security.Permission.VIEW_PATIENTS;

import jakarta.faces.context.ExternalContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.medflow.legacy.boundary.ImportRunView;
import org.medflow.legacy.boundary.MigrationDesk;
import org.medflow.legacy.boundary.ReasonCount;
import org.medflow.legacy.boundary.RejectDesk;
import org.medflow.legacy.boundary.RejectDetail;
import org.medflow.legacy.boundary.RejectView;
import org.medflow.legacy.web.Comparison;
import org.medflow.legacy.web.MigrationWords;
import org.medflow.patient.boundary.PatientQuery;
import org.medflow.patient.boundary.PatientRow;
import org.medflow.patient.boundary.PatientSearch;
import org.medflow.platform.error.ClinicException;
import org.medflow.platform.page.Notes;
import org.medflow.platform.page.Route;
import org.medflow.platform.page.Screen;
import org.medflow.platform.security.Actors;
import org.medflow.platform.web.Words;

/**
 * The rows that an import set aside, one decision after the other: read the row, look at who may be
 * meant, ignore it, try it again, link it or make a record of it. The next row opens by itself.
 */
@Named
@ViewScoped
@Screen(
    path = "/migrations/{id}/rejets",
    view = "/legacy/rejects.xhtml",
    requires = MANAGE_MIGRATIONS)
public class MigrationRejectsPage implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final int FOUND = 6;

  @Inject MigrationDesk desk;
  @Inject RejectDesk rejects;
  @Inject PatientSearch search;
  @Inject Notes notes;
  @Inject Words words;
  @Inject MigrationWords migrationWords;
  @Inject transient ExternalContext web;

  private ImportRunView run;
  private RejectList list;
  private RejectDetail detail;
  private List<Comparison> comparisons = List.of();
  private String why;
  private String text;
  private List<PatientRow> found = List.of();

  public void open() {
    run = desk.run(Route.current().id());
    list = new RejectList(rejects, run.run());
    var asked = web.getRequestParameterMap();
    list.choose(asked.get("table"), asked.get("issue"), asked.get("motif"));
  }

  /** One of the chips; without a reason all of them. */
  public void choose(ReasonCount wanted) {
    if (wanted == null) {
      list.choose(null, null, null);
    } else {
      list.choose(wanted.table(), wanted.outcome(), wanted.reason());
    }
    close();
  }

  /** Settled rows are shown or hidden. */
  public void filter() {
    list.reload();
    close();
  }

  public void more() {
    list.more();
  }

  /** Opens the chosen row beside the list. */
  public void look() {
    close();
    if (list.getSelected() != null) {
      detail = rejects.open(list.getSelected().id());
      comparisons =
          detail.suggestions().stream().map(who -> Comparison.of(detail.cells(), who)).toList();
    }
  }

  public void ignore() {
    settle(() -> rejects.ignore(detail.row().id(), why), "migration.rejects.done.ignore");
  }

  public void replay() {
    settle(() -> rejects.replay(detail.row().id()), "migration.rejects.done.replay");
  }

  public void create() {
    settle(() -> rejects.create(detail.row().id()), "migration.rejects.done.create");
  }

  public void link(UUID patient) {
    settle(() -> rejects.link(detail.row().id(), patient), "migration.rejects.done.link");
  }

  /** Looks for somebody whom the machine did not suggest. */
  public void find() {
    found =
        text == null || text.isBlank()
            ? List.of()
            : search.search(new PatientQuery(text.strip(), FOUND, null)).data();
  }

  private void settle(Supplier<RejectView> deed, String done) {
    try {
      var now = deed.get();
      notes.here(words.of(done, name(now)));
      run = desk.run(run.run());
      list.settled(now);
      look();
    } catch (ClinicException refused) {
      tell(refused);
    }
  }

  /** A row that is refused once more says why, which may be another reason than before. */
  private void tell(ClinicException refused) {
    if (refused.details().get("reason") instanceof String reason) {
      var row = name(detail.row());
      notes.error(words.of("migration.rejects.still", row, migrationWords.reason(reason)));
    } else {
      notes.refused(refused);
    }
  }

  /** A row without a key goes by its number at the source. */
  private static String name(RejectView row) {
    return row.sourceKey() == null || row.sourceKey().isBlank()
        ? String.valueOf(row.ordinal())
        : row.sourceKey();
  }

  private void close() {
    detail = null;
    comparisons = List.of();
    found = List.of();
    why = null;
    text = null;
  }

  public boolean offers(String action) {
    return detail != null && !run.dryRun() && detail.actions().contains(action);
  }

  public boolean isFinding() {
    return offers("link") && Actors.current().may(VIEW_PATIENTS);
  }

  public boolean isAsked() {
    return text != null && !text.isBlank();
  }

  public ImportRunView getRun() {
    return run;
  }

  public RejectList getList() {
    return list;
  }

  public RejectDetail getDetail() {
    return detail;
  }

  public List<Comparison> getComparisons() {
    return comparisons;
  }

  public List<PatientRow> getFound() {
    return found;
  }

  public String getWhy() {
    return why;
  }

  public void setWhy(String why) {
    this.why = why;
  }

  public String getText() {
    return text;
  }

  public void setText(String text) {
    this.text = text;
  }
}
