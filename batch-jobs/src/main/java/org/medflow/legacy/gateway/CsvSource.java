package org.medflow.legacy.gateway;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.medflow.legacy.boundary.LegacySource;
import org.medflow.legacy.boundary.SourceLost;
import org.medflow.legacy.entity.LegacyTable;
import org.medflow.legacy.entity.SourceRow;

/** Tables exported to files. A row's ordinal and mark are the line on which it begins. */
final class CsvSource implements LegacySource {

  private final Map<LegacyTable, Path> files;

  CsvSource(Map<LegacyTable, Path> files) {
    this.files = files;
  }

  @Override
  public List<SourceTable> tables() {
    var tables = new ArrayList<SourceTable>();
    files.forEach(
        (table, file) -> {
          try (var export = CsvTable.open(table, file)) {
            var missing = export.missing();
            tables.add(new SourceTable(table, missing.isEmpty() ? export.count() : -1, missing));
          } catch (IOException gone) {
            throw lost(table, gone);
          }
        });
    return tables;
  }

  @Override
  public RowReader read(LegacyTable table, String afterMark, long ordinal) {
    try {
      return new Lines(table, CsvTable.open(table, files.get(table)), ordinal);
    } catch (IOException gone) {
      throw lost(table, gone);
    }
  }

  /** All files and what is in them. */
  @Override
  public byte[] fingerprint() {
    var all = new ByteArrayOutputStream();
    files.forEach(
        (table, file) -> {
          try {
            all.writeBytes(table.title().getBytes(StandardCharsets.UTF_8));
            all.writeBytes(CsvTable.hash(file));
          } catch (IOException gone) {
            throw lost(table, gone);
          }
        });
    return CsvTable.hash(all.toByteArray());
  }

  @Override
  public void close() {
    // every reading opens its own file
  }

  private static SourceLost lost(LegacyTable table, IOException why) {
    return new SourceLost("the export of " + table.title() + " cannot be read", why);
  }

  /** The rows behind a line. */
  private record Lines(LegacyTable table, CsvTable export, long after) implements RowReader {

    @Override
    public Optional<SourceRow> next() {
      try {
        var row = export.next();
        while (row.isPresent() && row.get().ordinal() <= after) {
          row = export.next();
        }
        return row;
      } catch (IOException gone) {
        throw lost(table, gone);
      }
    }

    @Override
    public void close() {
      try {
        export.close();
      } catch (IOException gone) {
        throw lost(table, gone);
      }
    }
  }
}
