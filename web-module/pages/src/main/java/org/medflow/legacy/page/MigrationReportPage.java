package org.medflow.legacy.page;

import static org.medflow.platform.security.Permission.MANAGE_MIGRATIONS;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.ByteArrayInputStream;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.medflow.identity.boundary.ReportSeal;
import org.medflow.legacy.boundary.ImportReport;
import org.medflow.legacy.boundary.ImportRunView;
import org.medflow.legacy.boundary.MigrationDesk;
import org.medflow.legacy.web.ReportJson;
import org.medflow.platform.page.Route;
import org.medflow.platform.page.Screen;
import org.primefaces.model.DefaultStreamedContent;
import org.primefaces.model.StreamedContent;

/** What was read against what became of it, table by table and sum by sum, and the seal on it. */
@Named
@ViewScoped
@Screen(
    path = "/migrations/{id}/rapprochement",
    view = "/legacy/report.xhtml",
    requires = MANAGE_MIGRATIONS)
public class MigrationReportPage implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject MigrationDesk desk;
  @Inject ReportSeal seal;

  private ImportRunView run;
  private ImportReport report;

  public void open() {
    var id = Route.current().id();
    run = desk.run(id);
    report = desk.report(id);
  }

  public StreamedContent getCsv() {
    return file("text/csv", "csv", desk.reportCsv(run.run()));
  }

  public StreamedContent getJson() {
    return file("application/json", "json", ReportJson.of(desk.report(run.run())));
  }

  /** Exactly the bytes that the signature is over. */
  public StreamedContent getSigned() {
    return file("text/plain", "txt", report.signature().text());
  }

  /** The signature as openssl reads it. */
  public StreamedContent getSignature() {
    return file("application/octet-stream", "sig", report.signature().der());
  }

  public StreamedContent getKey() {
    return file("application/x-pem-file", "pem", seal.publicKey(report.signature().key()));
  }

  private StreamedContent file(String type, String ending, String content) {
    return file(type, ending, content.getBytes(StandardCharsets.UTF_8));
  }

  private StreamedContent file(String type, String ending, byte[] bytes) {
    return DefaultStreamedContent.builder()
        .name("migration-%s.%s".formatted(run.run(), ending))
        .contentType(type)
        .contentLength((long) bytes.length)
        .stream(() -> new ByteArrayInputStream(bytes))
        .build();
  }

  /** The sums of all tables in one list, each with its table. */
  public List<Line> getSums() {
    return report.tables().stream()
        .flatMap(table -> table.sums().stream().map(sum -> new Line(table.table(), sum)))
        .toList();
  }

  /** A sum and the table that it is of. */
  public record Line(String table, ImportReport.Sum sum) implements Serializable {}

  public ImportRunView getRun() {
    return run;
  }

  public ImportReport getReport() {
    return report;
  }
}
