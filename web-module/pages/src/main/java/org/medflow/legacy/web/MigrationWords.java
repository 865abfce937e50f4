package org.medflow.legacy.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.medflow.legacy.boundary.Counts;
import org.medflow.legacy.boundary.ImportReport;
import org.medflow.legacy.boundary.ImportRunView;
import org.medflow.legacy.boundary.ImportRunView.Stage;
import org.medflow.platform.web.Words;

/** How the pages write what an import does: statuses, progress, reasons, sums. */
@Named
@ApplicationScoped
public class MigrationWords {

  private static final String NOTHING = "—";
  private static final String CSV = "csv:";

  @Inject Words words;
  @Inject Clock clock;

  public String status(String status) {
    return words.of("migration.status." + RunLook.of(status));
  }

  public RunLook look(String status) {
    return RunLook.of(status);
  }

  public String outcome(String outcome) {
    return said("migration.outcome.", outcome);
  }

  public OutcomeLook outcomeLook(String outcome) {
    return OutcomeLook.of(outcome);
  }

  /** What is read: the folder's own name, or the system's. */
  public String source(String source) {
    if (!source.startsWith(CSV)) {
      return said("migration.source.", source);
    }
    var folder = Path.of(source.substring(CSV.length())).getFileName();
    return folder == null ? source : words.of("migration.source.csv.of", folder.toString());
  }

  public String target(String target) {
    return said("migration.target.", target);
  }

  public String count(long number) {
    return number < 0 ? NOTHING : Figures.count(number, words.locale());
  }

  /** A sentence about a number: the number chooses the words, and is written as numbers are. */
  public String many(String key, long number) {
    return words.of(key, number, count(number));
  }

  /** What a rollback took back and what it left. */
  public String undone(ImportRunView run) {
    return words.of(
        "migration.rolledback", run.undone(), run.kept(), count(run.undone()), count(run.kept()));
  }

  public int percent(Stage stage) {
    return Progress.percent(stage);
  }

  /** The colour of a bar: whole, halted, or on its way. */
  public String bar(Stage stage, String status) {
    if (stage.state().equals("DONE")) {
      return "mf-done";
    }
    var look = RunLook.of(status);
    if (look == RunLook.FAILED) {
      return "mf-fail";
    }
    return look.mayResume() ? "mf-halt" : "";
  }

  /** Rows done of the rows that are there, as far as somebody knows. */
  public String rows(Stage stage) {
    var done = count(stage.counts().total());
    return stage.expected() < 0 ? done : done + " / " + count(stage.expected());
  }

  public String rate(Stage stage) {
    return stage.state().equals("LOADING") && stage.perSecond() > 0
        ? words.of("migration.rate", count(stage.perSecond()))
        : NOTHING;
  }

  public String remaining(Stage stage) {
    return Progress.remaining(stage)
        .map(Progress::clock)
        .orElseGet(() -> said("migration.stage.", stage.state()));
  }

  /** The outcomes of all tables together, each with the end of its message key. */
  public List<Line> outcomes(List<Stage> stages) {
    var all = totals(stages);
    return List.of(
        new Line("created", all.created()),
        new Line("updated", all.updated()),
        new Line("unchanged", all.unchanged()),
        new Line("orphan", all.orphan()),
        new Line("invalid", all.invalid()),
        new Line("review", all.review()),
        new Line("error", all.error()));
  }

  /** Rows of one outcome. */
  public record Line(String key, long rows) {}

  public Counts totals(List<Stage> stages) {
    var sum = new Counts(0, 0, 0, 0, 0, 0, 0);
    for (var stage : stages) {
      var more = stage.counts();
      sum =
          new Counts(
              sum.created() + more.created(),
              sum.updated() + more.updated(),
              sum.unchanged() + more.unchanged(),
              sum.orphan() + more.orphan(),
              sum.invalid() + more.invalid(),
              sum.review() + more.review(),
              sum.error() + more.error());
    }
    return sum;
  }

  /** Time from the start to the end, or until now. */
  public String lasted(ImportRunView run) {
    if (run.startedAt() == null) {
      return NOTHING;
    }
    Instant end = run.endedAt() == null ? clock.instant() : run.endedAt();
    return Progress.clock(Duration.between(run.startedAt(), end));
  }

  /** Why a row was set aside; {@code code:field} names the field too. */
  public String reason(String reason) {
    if (reason == null || reason.isBlank()) {
      return NOTHING;
    }
    int colon = reason.indexOf(':');
    if (colon < 0) {
      return said("migration.reason.", reason);
    }
    var field = reason.substring(colon + 1);
    return words.of(
        "migration.reason.of",
        said("migration.reason.", reason.substring(0, colon)),
        said("patient.field.", field));
  }

  public String failure(String code) {
    return code == null ? "" : said("migration.failure.", code);
  }

  public String resolution(String resolution) {
    return resolution == null
        ? words.of("migration.open")
        : said("migration.resolved.", resolution);
  }

  public String meaning(String meaning) {
    return said("migration.meaning.", meaning);
  }

  /** What a column of codes is about, empty when its name says it. */
  public String column(String table, String column) {
    var key = "migration.column." + table + "." + column;
    return words.known(key) ? words.of(key) : "";
  }

  public String system(String system) {
    return said("migration.source.", system);
  }

  /** The right-hand side of a comparison; a sex is said in words. */
  public String side(Comparison.Line line) {
    if (line.known().isEmpty()) {
      return NOTHING;
    }
    return line.what().equals("sex")
        ? said("patient.sex.", line.known())
        : Figures.moment(line.known());
  }

  /** A sum with its separators, a first or last moment as dates are written here. */
  public String value(ImportReport.Sum sum, String value) {
    if (value == null || value.isBlank()) {
      return NOTHING;
    }
    return Balance.isSum(sum) ? Figures.amount(value, words.locale()) : Figures.moment(value);
  }

  public String sumKind(String kind) {
    return said("migration.sum.", kind);
  }

  public long gap(ImportReport.Table table) {
    return Balance.gap(table);
  }

  public boolean holds(ImportReport.Sum sum) {
    return Balance.holds(sum);
  }

  public boolean balanced(ImportReport report) {
    return Balance.holds(report);
  }

  /** What has no words of its own is shown as it is. */
  private String said(String key, String code) {
    return words.known(key + code) ? words.of(key + code) : code;
  }
}
