package org.medflow.legacy.gateway;

import java.io.IOException;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.function.Function;

/**
 * One value as text: numbers as plain decimals, bits as 0 and 1, dates and times as the clock on
 * the wall showed them, text as it stands. Long texts are read as a stream and no further than they
 * may be long.
 *
 * @param text null for NULL, for blank, and when there is a problem
 */
record CareVisionCell(String text, String problem) {

  static final int LONGEST = 1_000_000;

  private static final String READABLE =
      "bit|tinyint|smallint|int|bigint|decimal|numeric|money|smallmoney|float|real|date|time"
          + "|datetime|datetime2|smalldatetime|datetimeoffset|n?(var)?char|n?text|xml"
          + "|uniqueidentifier";

  /** Whether values of this type can be written as text; pictures and other bytes cannot. */
  static boolean readable(String type) {
    return type.matches(READABLE);
  }

  static CareVisionCell read(ResultSet row, int place, CareVisionTable.Column column)
      throws SQLException {
    return column.large() ? streamed(row, place) : of(value(row, place, column.type()));
  }

  private static String value(ResultSet row, int place, String type) throws SQLException {
    return switch (type) {
      case "bit" -> text(row.getObject(place, Boolean.class), bit -> bit ? "1" : "0");
      case "decimal", "numeric", "money", "smallmoney" ->
          text(row.getBigDecimal(place), CareVisionCell::plain);
      case "float", "real" -> text(row.getString(place), digits -> plain(new BigDecimal(digits)));
      case "date" -> text(row.getObject(place, LocalDate.class), d -> d.atStartOfDay().toString());
      case "time" -> text(row.getObject(place, LocalTime.class), LocalTime::toString);
      case "datetime", "datetime2", "smalldatetime" ->
          text(row.getObject(place, LocalDateTime.class), LocalDateTime::toString);
      case "datetimeoffset" ->
          text(row.getObject(place, OffsetDateTime.class), t -> t.toLocalDateTime().toString());
      default -> row.getString(place);
    };
  }

  private static <T> String text(T value, Function<T, String> written) {
    return value == null ? null : written.apply(value);
  }

  private static String plain(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }

  private static CareVisionCell streamed(ResultSet row, int place) throws SQLException {
    try (var in = row.getCharacterStream(place)) {
      if (in == null) {
        return new CareVisionCell(null, null);
      }
      var text = new StringBuilder();
      var part = new char[8_192];
      for (int read = in.read(part); read >= 0; read = in.read(part)) {
        text.append(part, 0, read);
        if (text.length() > LONGEST) {
          return new CareVisionCell(null, "field-too-long");
        }
      }
      return of(text.toString());
    } catch (IOException lost) {
      throw new SQLException("a text broke off", "08S01", lost);
    }
  }

  private static CareVisionCell of(String text) {
    if (text == null || text.isBlank()) {
      return new CareVisionCell(null, null);
    }
    return text.indexOf('\0') >= 0
        ? new CareVisionCell(null, "nul-character")
        : new CareVisionCell(text, null);
  }
}
