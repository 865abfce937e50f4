package org.medflow.legacy.page;

import static org.medflow.platform.security.Permission.MANAGE_MIGRATIONS;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.medflow.legacy.boundary.ImportRunView;
import org.medflow.legacy.boundary.MigrationDesk;
import org.medflow.legacy.boundary.ReasonCount;
import org.medflow.legacy.boundary.RejectDesk;
import org.medflow.platform.error.ClinicException;
import org.medflow.platform.page.Notes;
import org.medflow.platform.page.Route;
import org.medflow.platform.page.Screen;
import org.medflow.platform.web.Words;

/** One import while it goes on: its tables, its pace, what was set aside, and its controls. */
@Named
@ViewScoped
@Screen(path = "/migrations/{id}", view = "/legacy/run.xhtml", requires = MANAGE_MIGRATIONS)
public class MigrationRunPage implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject MigrationDesk desk;
  @Inject RejectDesk rejects;
  @Inject Notes notes;
  @Inject Words words;

  private ImportRunView run;
  private List<ReasonCount> reasons = List.of();
  private String typed;

  public void open() {
    show(desk.run(Route.current().id()));
  }

  /** Asked for by the page itself, whenever the run was heard of. */
  public void lookAgain() {
    show(desk.run(run.run()));
  }

  public void pause() {
    order(desk::pause);
  }

  public void resume() {
    order(desk::resume);
  }

  public void stop() {
    order(desk::stop);
  }

  /** Takes the whole run back; typing the clinic's code keeps a hasty click from doing it. */
  public void rollBack() {
    if (typed == null || !typed.strip().equalsIgnoreCase(run.clinic())) {
      notes.error(words.of("migration.rollback.differs"));
      return;
    }
    try {
      desk.rollBack(run.run());
      Route.go("/migrations/" + run.run());
    } catch (ClinicException refused) {
      notes.refused(refused);
    }
  }

  private void order(Function<UUID, ImportRunView> deed) {
    try {
      show(deed.apply(run.run()));
    } catch (ClinicException refused) {
      notes.refused(refused);
      lookAgain();
    }
  }

  void show(ImportRunView seen) {
    run = seen;
    reasons = rejects.reasons(seen.run());
  }

  public ImportRunView getRun() {
    return run;
  }

  public List<ReasonCount> getReasons() {
    return reasons;
  }

  public String getTyped() {
    return typed;
  }

  public void setTyped(String typed) {
    this.typed = typed;
  }
}
