package org.medflow.legacy.control;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/** A number as old systems write it: point or comma, blanks between the thousands. */
final class LegacyNumber {

  private static final Pattern SHAPE = Pattern.compile("[+-]?\\d{1,15}([.,]\\d{1,6})?");

  private LegacyNumber() {}

  static Optional<BigDecimal> of(String cell) {
    if (cell == null) {
      return Optional.empty();
    }
    var text = cell.replaceAll("[\\s\\p{Z}]", "");
    return SHAPE.matcher(text).matches()
        ? Optional.of(new BigDecimal(text.replace(',', '.')))
        : Optional.empty();
  }
}
