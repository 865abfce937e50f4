package org.medflow.legacy.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonString;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.medflow.legacy.entity.LegacyColumn;
import org.medflow.legacy.entity.LegacyTable;
import org.medflow.legacy.entity.SourceRow;
import org.medflow.platform.vault.Vault;

/** What stood in a row, sealed; and the keyed hash by which a changed row is known. */
@ApplicationScoped
class SealedCells {

  static final String RAW = "raw_sealed";

  private static final String BETWEEN = "\u001F";

  @Inject Vault vault;

  /**
   * Keyed, so that a row cannot be guessed from its hash. An export and the server that it was made
   * from end the lines of a text differently; that is no change.
   */
  byte[] hash(LegacyTable table, SourceRow row) {
    var content =
        table.columns().stream()
            .map(LegacyColumn::name)
            .map(column -> String.valueOf(row.cell(column)).replace("\r\n", "\n"))
            .collect(Collectors.joining(BETWEEN));
    return vault.index("legacy." + table.system() + "." + table.title(), content);
  }

  byte[] seal(String place, UUID id, SourceRow row) {
    var raw = Json.createObjectBuilder();
    row.cells().forEach(raw::add);
    var bytes = raw.build().toString().getBytes(StandardCharsets.UTF_8);
    return vault.seal(place, RAW, id, bytes);
  }

  /** The cells in the order of the columns. */
  Map<String, String> open(String place, UUID id, LegacyTable table, byte[] sealed) {
    var plain = vault.open(place, RAW, id, sealed);
    try (var reader = Json.createReader(new ByteArrayInputStream(plain))) {
      var read = reader.readObject();
      var cells = new LinkedHashMap<String, String>();
      for (var column : table.columns()) {
        if (read.get(column.name()) instanceof JsonString cell) {
          cells.put(column.name(), cell.getString());
        }
      }
      return cells;
    }
  }
}
