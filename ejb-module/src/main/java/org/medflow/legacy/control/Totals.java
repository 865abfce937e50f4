package org.medflow.legacy.control;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.medflow.legacy.entity.LegacyColumn;
import org.medflow.legacy.entity.LegacyColumn.Kind;
import org.medflow.legacy.entity.LegacyTable;
import org.medflow.legacy.entity.SourceRow;

/**
 * What the rows of a table add up to: the sum of each amount, the first and the last day of each
 * date. A cell that cannot be read adds nothing, at the source and here alike.
 */
public record Totals(
    Map<String, BigDecimal> sums, Map<String, LocalDate> firsts, Map<String, LocalDate> lasts) {

  /** Of no rows yet. */
  public Totals() {
    this(new LinkedHashMap<>(), new LinkedHashMap<>(), new LinkedHashMap<>());
  }

  public static Totals parse(String json) {
    var totals = new Totals();
    if (json == null || json.isBlank()) {
      return totals;
    }
    try (var reader = Json.createReader(new StringReader(json))) {
      var read = reader.readObject();
      part(read, "sum").forEach((k, v) -> totals.sums.put(k, new BigDecimal(text(v))));
      part(read, "first").forEach((k, v) -> totals.firsts.put(k, LocalDate.parse(text(v))));
      part(read, "last").forEach((k, v) -> totals.lasts.put(k, LocalDate.parse(text(v))));
    }
    return totals;
  }

  public Totals add(LegacyTable table, SourceRow row) {
    table.of(Kind.SUM).forEach(column -> amount(column, row));
    table.of(Kind.DATE).forEach(column -> day(column, row));
    return this;
  }

  public Totals add(Totals others) {
    others.sums.forEach((k, v) -> sums.merge(k, v, BigDecimal::add));
    others.firsts.forEach((k, v) -> firsts.merge(k, v, (a, b) -> a.isBefore(b) ? a : b));
    others.lasts.forEach((k, v) -> lasts.merge(k, v, (a, b) -> a.isAfter(b) ? a : b));
    return this;
  }

  /** The sum of a column; empty when no row had any. */
  public Optional<BigDecimal> sum(String column) {
    return Optional.ofNullable(sums.get(column));
  }

  public Optional<LocalDate> first(String column) {
    return Optional.ofNullable(firsts.get(column));
  }

  public Optional<LocalDate> last(String column) {
    return Optional.ofNullable(lasts.get(column));
  }

  /** Whether these are the totals of the same rows, written as 1.0 or as 1. */
  public boolean agrees(Totals other) {
    return sums.keySet().equals(other.sums.keySet())
        && sums.entrySet().stream()
            .allMatch(sum -> sum.getValue().compareTo(other.sums.get(sum.getKey())) == 0)
        && Objects.equals(firsts, other.firsts)
        && Objects.equals(lasts, other.lasts);
  }

  public String json() {
    var sum = Json.createObjectBuilder();
    sums.forEach((k, v) -> sum.add(k, v.toPlainString()));
    var first = Json.createObjectBuilder();
    firsts.forEach((k, v) -> first.add(k, v.toString()));
    var last = Json.createObjectBuilder();
    lasts.forEach((k, v) -> last.add(k, v.toString()));
    return Json.createObjectBuilder()
        .add("sum", sum)
        .add("first", first)
        .add("last", last)
        .build()
        .toString();
  }

  private void amount(LegacyColumn column, SourceRow row) {
    LegacyNumber.of(row.cell(column.name()))
        .ifPresent(amount -> sums.merge(column.name(), amount, BigDecimal::add));
  }

  private void day(LegacyColumn column, SourceRow row) {
    LegacyMoment.of(row.cell(column.name()))
        .map(moment -> moment.toLocalDate())
        .ifPresent(
            day -> {
              firsts.merge(column.name(), day, (a, b) -> a.isBefore(b) ? a : b);
              lasts.merge(column.name(), day, (a, b) -> a.isAfter(b) ? a : b);
            });
  }

  private static JsonObject part(JsonObject read, String name) {
    return read.containsKey(name) ? read.getJsonObject(name) : JsonObject.EMPTY_JSON_OBJECT;
  }

  private static String text(jakarta.json.JsonValue value) {
    return ((jakarta.json.JsonString) value).getString();
  }
}
