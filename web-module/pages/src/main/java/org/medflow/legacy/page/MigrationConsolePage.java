package org.medflow.legacy.page;

import static org.medflow.platform.security.Permission.MANAGE_MIGRATIONS;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.medflow.identity.boundary.Profile;
import org.medflow.legacy.boundary.ImportRunView;
import org.medflow.legacy.boundary.MigrationDesk;
import org.medflow.legacy.boundary.SourceView;
import org.medflow.legacy.boundary.StartImport;
import org.medflow.platform.error.ClinicException;
import org.medflow.platform.page.Notes;
import org.medflow.platform.page.Route;
import org.medflow.platform.page.Screen;

/**
 * Where imports begin: look at a source first, then try it, then take it in; and what ran so far.
 */
@Named
@ViewScoped
@Screen(
    path = "/migrations",
    view = "/legacy/migrations.xhtml",
    requires = MANAGE_MIGRATIONS,
    nav = 80,
    icon = "pi-database")
public class MigrationConsolePage implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final int SHOWN = 50;
  private static final String CSV = "csv";

  @Inject MigrationDesk desk;
  @Inject Profile profile;
  @Inject Notes notes;

  private List<ImportRunView> runs = List.of();
  private SourceView checked;
  private String kind = CSV;
  private String folder;
  private String clinic;
  private String mode = "dry";

  @PostConstruct
  void open() {
    runs = desk.recent(SHOWN);
    clinic = profile.me().clinic().code();
  }

  /** Reads names, columns and counts of the source, and changes nothing. */
  public void check() {
    checked = null;
    try {
      checked = desk.check(source());
    } catch (ClinicException refused) {
      notes.refused(refused);
    }
  }

  /** Another source was named: what was seen of the last one says nothing about it. */
  public void forget() {
    checked = null;
  }

  public void start() {
    try {
      var run = desk.start(new StartImport(source(), clinic, isDryRun()));
      Route.go("/migrations/" + run.run());
    } catch (ClinicException refused) {
      notes.refused(refused);
    }
  }

  String source() {
    return isCsv() ? CSV + ":" + (folder == null ? "" : folder.strip()) : kind;
  }

  public boolean isCsv() {
    return CSV.equals(kind);
  }

  public boolean isDryRun() {
    return !"real".equals(mode);
  }

  /** Nothing starts before somebody has seen what is there. */
  public boolean isReady() {
    return checked != null && checked.usable();
  }

  public List<ImportRunView> getRuns() {
    return runs;
  }

  public SourceView getChecked() {
    return checked;
  }

  public String getKind() {
    return kind;
  }

  public void setKind(String kind) {
    this.kind = kind;
  }

  public String getFolder() {
    return folder;
  }

  public void setFolder(String folder) {
    this.folder = folder;
  }

  public String getClinic() {
    return clinic;
  }

  public String getMode() {
    return mode;
  }

  public void setMode(String mode) {
    this.mode = mode;
  }
}
