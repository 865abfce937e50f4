package org.medflow.legacy.page;

import static org.medflow.platform.security.Permission.MANAGE_MIGRATIONS;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.UUID;
import org.medflow.platform.error.ClinicException;
import org.medflow.platform.page.Notes;
import org.medflow.platform.page.Screen;
import org.medflow.platform.web.Words;
import org.medflow.scheduling.boundary.PlaceholderView;
import org.medflow.scheduling.boundary.PractitionerNames;
import org.medflow.scheduling.boundary.StaffOption;

/** Names of practitioners as the older system wrote them, and who of the staff each of them is. */
@Named
@ViewScoped
@Screen(
    path = "/migrations/praticiens",
    view = "/legacy/practitioners.xhtml",
    requires = MANAGE_MIGRATIONS)
public class PractitionerMappingPage implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject PractitionerNames names;
  @Inject Notes notes;
  @Inject Words words;

  private List<Line> lines = List.of();
  private List<StaffOption> staff = List.of();

  @PostConstruct
  void open() {
    staff = names.staff();
    lines = names.all().stream().map(Line::new).toList();
  }

  public void assign(Line line) {
    try {
      names.assign(line.who.id(), line.user());
      notes.here(words.of("migration.practitioners.done", line.who.name()));
    } catch (ClinicException refused) {
      notes.refused(refused);
    }
    open();
  }

  public List<Line> getLines() {
    return lines;
  }

  public List<StaffOption> getStaff() {
    return staff;
  }

  public long getOpen() {
    return lines.stream().filter(line -> line.who.user() == null).count();
  }

  /** A name and the person that is being chosen for it. */
  public static class Line implements Serializable {

    private static final long serialVersionUID = 1L;

    private final PlaceholderView who;
    private String chosen;

    Line(PlaceholderView who) {
      this.who = who;
      this.chosen = who.user() == null ? "" : who.user().toString();
    }

    UUID user() {
      return chosen == null || chosen.isBlank() ? null : UUID.fromString(chosen);
    }

    public PlaceholderView getWho() {
      return who;
    }

    public String getChosen() {
      return chosen;
    }

    public void setChosen(String chosen) {
      this.chosen = chosen;
    }
  }
}
