package org.medflow.legacy.tds;

import static org.medflow.legacy.entity.LegacyTable.AG_RDV;
import static org.medflow.legacy.entity.LegacyTable.PATIENTS;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.medflow.legacy.entity.LegacyColumn;
import org.medflow.legacy.entity.LegacyTable;

/**
 * An invented CareVision: the rows that the specification names and as many more as are asked for,
 * to fill a stand-in of SQL Server or to be written as a folder of CSV files. Seed and size fix
 * every byte. Run {@link #main} with a folder to write batch-jobs/samples/carevision again.
 */
public final class CareVisionSample {

  private final Map<LegacyTable, List<CareVisionRow>> rows = new EnumMap<>(LegacyTable.class);
  private final boolean textDates;

  private CareVisionSample(long seed, Size size, boolean textDates) {
    this.textDates = textDates;
    for (var table : LegacyTable.ofSystem("carevision")) {
      var own = new ArrayList<>(CareVisionDirty.rows(table));
      own.addAll(new CareVisionBulk(seed, size).rows(table));
      rows.put(table, own);
    }
    if (textDates) {
      rows.get(AG_RDV).forEach(CareVisionSample::writeDate);
    }
  }

  /**
   * How many rows come on top of those that the specification names.
   *
   * @param others consultations, refractions, orders, invoices, letters and photos, each
   */
  public record Size(int patients, int appointments, int others) {

    /** The size of the sample in the repository. */
    public static final Size SMALL = new Size(300, 600, 40);
  }

  /** Dates of appointments are dates; the one that the specification says is none is NULL. */
  public static CareVisionSample of(long seed, Size size) {
    return new CareVisionSample(seed, size, false);
  }

  /** Dates of appointments are texts, among them one that is no date. */
  public static CareVisionSample withTextDates(long seed, Size size) {
    return new CareVisionSample(seed, size, true);
  }

  /** The sample that is kept in the repository. */
  public static CareVisionSample kept() {
    return withTextDates(19_610_412, Size.SMALL);
  }

  public static void main(String[] to) throws IOException {
    kept().write(Path.of(to[0]));
  }

  /** Makes all tables on a stand-in and fills them. */
  public void fill(TdsStandIn server) {
    CareVisionSchema.tables().forEach((table, ddl) -> fill(server, table, ddl));
  }

  private void fill(TdsStandIn server, LegacyTable table, String ddl) {
    server.table(textDates ? ddl.replace("daterdv datetime", "daterdv varchar(20)") : ddl);
    server.insert(
        table.title(),
        table.columns().stream().map(LegacyColumn::name).toList(),
        rows.get(table).stream().map(CareVisionRow::values).toList());
  }

  /** Writes one CSV file for each table, with the names of the columns in its first line. */
  public void write(Path folder) throws IOException {
    Files.createDirectories(folder);
    for (var table : rows.keySet()) {
      Files.writeString(folder.resolve(table.title() + ".csv"), csv(table), StandardCharsets.UTF_8);
    }
  }

  /** A table as a CSV file. */
  public String csv(LegacyTable table) {
    var names = table.columns().stream().map(LegacyColumn::name).toList();
    return rows.get(table).stream()
        .map(CareVisionRow::cells)
        .map(cells -> line(names.stream().map(name -> cells.getOrDefault(name, "")).toList()))
        .collect(Collectors.joining("", line(names), ""));
  }

  /** What a source must give for each row of a table, in no particular order. */
  public List<Map<String, String>> cells(LegacyTable table) {
    return rows.get(table).stream().map(CareVisionRow::cells).toList();
  }

  public int count(LegacyTable table) {
    return rows.get(table).size();
  }

  /** How many rows of a table belong to nobody among the patients. */
  public long orphans(LegacyTable table) {
    var known = rows.get(PATIENTS).stream().map(row -> row.value("CodePatient")).toList();
    return rows.get(table).stream().filter(row -> !known.contains(row.value("numclient"))).count();
  }

  /** ISO and the clinic's own way in turn; the dateless row gets the date that is none. */
  private static void writeDate(CareVisionRow row) {
    var id = (int) row.value("id");
    if (row.value("daterdv") instanceof LocalDateTime day) {
      var date = day.toLocalDate();
      row.with(
          "daterdv",
          id % 2 == 0
              ? date.toString()
              : "%02d/%02d/%d"
                  .formatted(date.getDayOfMonth(), date.getMonthValue(), date.getYear()));
    } else {
      row.with("daterdv", "2018-02-30");
    }
  }

  private static String line(List<String> cells) {
    return cells.stream()
        .map(CareVisionSample::quoted)
        .collect(Collectors.joining(",", "", "\r\n"));
  }

  private static String quoted(String cell) {
    return cell.matches("(?s).*[,\"\r\n].*") ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
  }
}
