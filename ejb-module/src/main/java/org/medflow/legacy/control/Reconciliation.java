package org.medflow.legacy.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.medflow.legacy.boundary.ImportReport;
import org.medflow.legacy.boundary.ImportReport.Signature;
import org.medflow.legacy.boundary.ImportReport.Sum;
import org.medflow.legacy.boundary.ImportReport.Table;
import org.medflow.legacy.control.ImportProgressQuery.Progress;
import org.medflow.legacy.control.ImportRunQuery.Run;
import org.medflow.legacy.entity.LegacyColumn.Kind;

/**
 * What was read and what became of it, table by table: rows read = created + updated + unchanged +
 * orphan + invalid + review + error, each sum at the source = that of the rows that are ours + that
 * of the others, each range of days likewise. The source is counted in a reading of its own.
 */
@ApplicationScoped
public class Reconciliation {

  @Inject ImportProgressQuery progress;
  @Inject LegacyMappingQuery mappings;

  /** As it stands now; signed when the run has ended. */
  public ImportReport of(Run run) {
    var stages = progress.of(run.id());
    var adds = stages.stream().allMatch(stage -> addsUp(run, stage));
    return new ImportReport(
        run.id(),
        run.source(),
        run.dryRun(),
        adds,
        stages.stream().map(Reconciliation::table).toList(),
        signature(run));
  }

  /** The report without its signature, in the one form that is signed. */
  public String text(ImportReport report) {
    var tables = Json.createArrayBuilder();
    report.tables().forEach(table -> tables.add(json(table)));
    return Json.createObjectBuilder()
        .add("run", report.run().toString())
        .add("source", report.source())
        .add("dryRun", report.dryRun())
        .add("addsUp", report.addsUp())
        .add("tables", tables)
        .build()
        .toString();
  }

  /** One line for each table, and one for each of its sums. */
  public String csv(ImportReport report) {
    var text = new StringBuilder();
    text.append("table,target,read,created,updated,unchanged,orphan,invalid,review,error,")
        .append("column,kind,source,taken,aside\r\n");
    for (var t : report.tables()) {
      var counts =
          "%s,%s,%d,%d,%d,%d,%d,%d,%d,%d"
              .formatted(
                  t.table(),
                  t.target(),
                  t.read(),
                  t.created(),
                  t.updated(),
                  t.unchanged(),
                  t.orphan(),
                  t.invalid(),
                  t.review(),
                  t.error());
      text.append(counts).append(",,,,,\r\n");
      t.sums().forEach(s -> text.append(t.table()).append(",,,,,,,,,,").append(line(s)));
    }
    return text.toString();
  }

  private static String line(Sum sum) {
    return "%s,%s,%s,%s,%s\r\n"
        .formatted(
            sum.column(), sum.kind(), text(sum.source()), text(sum.taken()), text(sum.aside()));
  }

  /** The made mappings are counted in their own table, against the counter of the chunks. */
  private boolean addsUp(Run run, Progress stage) {
    var read = stage.rowsRead();
    var both = new Totals().add(stage.taken()).add(stage.aside());
    return read != null
        && read == stage.counts().total()
        && stage.source().agrees(both)
        && (run.dryRun() || stage.counts().created() <= mappings.made(run.id(), stage.table()));
  }

  private static Table table(Progress stage) {
    var counts = stage.counts();
    return new Table(
        stage.table().title(),
        stage.target(),
        stage.rowsRead() == null ? counts.total() : stage.rowsRead(),
        counts.created(),
        counts.updated(),
        counts.unchanged(),
        counts.orphan(),
        counts.invalid(),
        counts.review(),
        counts.error(),
        sums(stage));
  }

  private static List<Sum> sums(Progress stage) {
    var sums = new ArrayList<Sum>();
    stage.table().of(Kind.SUM).forEach(c -> sums.add(sum(stage, c.name(), "SUM")));
    stage
        .table()
        .of(Kind.DATE)
        .forEach(
            column -> {
              sums.add(sum(stage, column.name(), "FIRST"));
              sums.add(sum(stage, column.name(), "LAST"));
            });
    return sums;
  }

  private static Sum sum(Progress stage, String column, String kind) {
    return new Sum(
        column,
        kind,
        value(stage.source(), column, kind),
        value(stage.taken(), column, kind),
        value(stage.aside(), column, kind));
  }

  private static String value(Totals totals, String column, String kind) {
    return switch (kind) {
      case "FIRST" -> totals.first(column).map(Object::toString).orElse(null);
      case "LAST" -> totals.last(column).map(Object::toString).orElse(null);
      default -> totals.sum(column).map(sum -> sum.toPlainString()).orElse(null);
    };
  }

  private static Signature signature(Run run) {
    var signed = run.signed();
    return signed.text() == null
        ? null
        : new Signature(
            "ES256",
            signed.key(),
            Base64.getUrlEncoder().withoutPadding().encodeToString(signed.signature()),
            signed.text());
  }

  private static JsonObjectBuilder json(Table table) {
    var sums = Json.createArrayBuilder();
    table.sums().forEach(sum -> add(sums, sum));
    return Json.createObjectBuilder()
        .add("table", table.table())
        .add("target", table.target())
        .add("read", table.read())
        .add("created", table.created())
        .add("updated", table.updated())
        .add("unchanged", table.unchanged())
        .add("orphan", table.orphan())
        .add("invalid", table.invalid())
        .add("review", table.review())
        .add("error", table.error())
        .add("sums", sums);
  }

  private static void add(JsonArrayBuilder sums, Sum sum) {
    sums.add(
        Json.createObjectBuilder()
            .add("column", sum.column())
            .add("kind", sum.kind())
            .add("source", text(sum.source()))
            .add("taken", text(sum.taken()))
            .add("aside", text(sum.aside())));
  }

  private static String text(String value) {
    return value == null ? "" : value;
  }
}
