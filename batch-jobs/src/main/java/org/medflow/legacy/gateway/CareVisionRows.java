package org.medflow.legacy.gateway;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Optional;
import java.util.Queue;
import org.medflow.legacy.boundary.LegacySource.RowReader;
import org.medflow.legacy.boundary.SourceLost;
import org.medflow.legacy.entity.SourceRow;

/**
 * The rows of one table in the order of its keys, page by page, each page behind the last key that
 * was read. A page is fetched at one go and its statement ended before a row is handed out, so that
 * nobody at the source waits for locks while rows are worked on here. A row counts as read once it
 * was read in full; after a lost connection reading goes on behind it, and nothing is lost or comes
 * twice (CareVisionFaultTest). Rows without a key come last, as rows with a problem.
 */
final class CareVisionRows implements RowReader {

  /** Begins the mark of a row without a key; its number follows. */
  static final String KEYLESS = "\u001Fno-key:";

  /** A page ends early when its cells hold more characters than this. */
  static final long MOST_CHARACTERS = 16_000_000;

  private final CareVisionPool pool;
  private final CareVisionPatience patience;
  private final CareVisionTable table;
  private final Queue<SourceRow> page = new ArrayDeque<>();
  private Place place;

  CareVisionRows(
      CareVisionPool pool, CareVisionPatience patience, CareVisionTable table, Place place) {
    this.pool = pool;
    this.patience = patience;
    this.table = table;
    this.place = place;
  }

  /**
   * Where reading stands.
   *
   * @param after the last key read, null at the beginning
   * @param keyless how many rows without a key were read, -1 as long as keys are read
   */
  record Place(String after, long ordinal, long keyless, boolean end) {

    static Place at(String mark, long ordinal) {
      return mark != null && mark.startsWith(KEYLESS)
          ? new Place(null, ordinal, Long.parseLong(mark.substring(KEYLESS.length())), false)
          : new Place(mark, ordinal, -1, false);
    }

    boolean keyed() {
      return keyless < 0;
    }

    Place behind(String key) {
      return new Place(key, ordinal + 1, keyless, false);
    }

    Place oneMoreKeyless() {
      return new Place(after, ordinal + 1, keyless + 1, false);
    }

    Place amongKeyless() {
      return new Place(after, ordinal, 0, false);
    }

    Place ended() {
      return new Place(after, ordinal, keyless, true);
    }
  }

  @Override
  public Optional<SourceRow> next() {
    return patience.keep(this::step, pool::forget);
  }

  @Override
  public void close() {
    page.clear();
    place = place.ended();
  }

  private Optional<SourceRow> step() throws SQLException {
    while (page.isEmpty() && !place.end()) {
      pool.use(this::fill);
    }
    return Optional.ofNullable(page.poll());
  }

  /** Reads one page; says whether it was read to its end. */
  private Boolean fill(Connection connection) throws SQLException {
    return place.keyed() ? keyed(connection) : keyless(connection);
  }

  private boolean keyed(Connection connection) throws SQLException {
    var behind = place.after();
    var sql = behind == null ? table.firstPage() : table.nextPage();
    try (var statement = connection.prepareStatement(sql)) {
      if (behind != null) {
        CareVisionKey.bind(statement, table.key().type(), behind);
      }
      try (var rows = statement.executeQuery()) {
        return keyed(rows, behind);
      }
    }
  }

  private boolean keyed(ResultSet rows, String behind) throws SQLException {
    int read = 0;
    long characters = 0;
    while (rows.next()) {
      var key = rows.getString(1);
      if (key.equals(behind)) {
        throw stuck();
      }
      if (characters > MOST_CHARACTERS && !key.equalsIgnoreCase(place.after())) {
        return false;
      }
      characters += add(rows, key, null);
      place = place.behind(key);
      read++;
    }
    if (read < CareVisionTable.PAGE) {
      place = table.key().nullable() ? place.amongKeyless() : place.ended();
    }
    return true;
  }

  private boolean keyless(Connection connection) throws SQLException {
    try (var statement = connection.prepareStatement(table.keyless());
        var rows = statement.executeQuery()) {
      long characters = 0;
      for (long row = 0; rows.next(); row++) {
        if (characters > MOST_CHARACTERS) {
          return false;
        }
        if (row >= place.keyless()) {
          characters += add(rows, KEYLESS + (row + 1), "no-key");
          place = place.oneMoreKeyless();
        }
      }
      place = place.ended();
      return true;
    }
  }

  /** Puts the row into the page and says how long it is. */
  private long add(ResultSet rows, String mark, String problem) throws SQLException {
    var cells = new HashMap<String, String>();
    var wrong = problem;
    long characters = 0;
    for (int i = 0; i < table.columns().size(); i++) {
      var column = table.columns().get(i);
      var cell = CareVisionCell.read(rows, i + 1, column);
      if (cell.text() != null) {
        cells.put(column.column().name(), cell.text());
        characters += cell.text().length();
      }
      wrong = wrong == null ? cell.problem() : wrong;
    }
    page.add(new SourceRow(place.ordinal() + 1, mark, wrong, cells));
    return characters;
  }

  /** The server found a key behind itself, so it compares otherwise than it sorts. */
  private SourceLost stuck() {
    return new SourceLost(
        "CareVision: reading %s does not get beyond row %d"
            .formatted(table.table().title(), place.ordinal()),
        null);
  }
}
