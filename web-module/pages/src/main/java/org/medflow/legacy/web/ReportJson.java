package org.medflow.legacy.web;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.util.Iterator;
import java.util.List;
import org.medflow.legacy.boundary.ImportReport;
import org.medflow.legacy.boundary.ImportReport.Signature;
import org.medflow.legacy.boundary.ImportReport.Sum;
import org.medflow.legacy.boundary.ImportReport.Table;

/** A report as the API gives it, for keeping beside the signed text. */
public final class ReportJson {

  private static final List<String> OUTCOMES =
      List.of("created", "updated", "unchanged", "orphan", "invalid", "review", "error");

  private ReportJson() {}

  public static String of(ImportReport report) {
    var tables = Json.createArrayBuilder();
    report.tables().forEach(table -> tables.add(table(table)));
    var json =
        Json.createObjectBuilder()
            .add("run", report.run().toString())
            .add("source", report.source())
            .add("dryRun", report.dryRun())
            .add("addsUp", report.addsUp())
            .add("tables", tables);
    if (report.signature() == null) {
      json.addNull("signature");
    } else {
      json.add("signature", signature(report.signature()));
    }
    return json.build().toString();
  }

  private static JsonObjectBuilder table(Table table) {
    var json =
        Json.createObjectBuilder()
            .add("table", table.table())
            .add("target", table.target())
            .add("read", table.read());
    Iterator<Long> counts = Balance.outcomes(table).iterator();
    OUTCOMES.forEach(outcome -> json.add(outcome, counts.next()));
    return json.add("sums", sums(table.sums()));
  }

  private static JsonArrayBuilder sums(List<Sum> sums) {
    var list = Json.createArrayBuilder();
    for (var sum : sums) {
      var json = Json.createObjectBuilder().add("column", sum.column()).add("kind", sum.kind());
      put(json, "source", sum.source());
      put(json, "taken", sum.taken());
      put(json, "aside", sum.aside());
      list.add(json);
    }
    return list;
  }

  private static JsonObjectBuilder signature(Signature signature) {
    return Json.createObjectBuilder()
        .add("algorithm", signature.algorithm())
        .add("key", signature.key())
        .add("value", signature.value())
        .add("text", signature.text());
  }

  private static void put(JsonObjectBuilder json, String name, String value) {
    if (value == null) {
      json.addNull(name);
    } else {
      json.add(name, value);
    }
  }
}
