package org.medflow.legacy.control;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/** A number as old systems write it: point or comma, blanks between the thousands. */
final class LegacyNumber {

  private static final Pattern SHAPE = Pattern.compile("[+-]?\\d{1,15}([.,]\\d{1,6})?");

  private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]");

  private LegacyNumber() {}

  static Optional<BigDecimal> of(String cell) {
    if (cell == null) {
      return Optional.empty();
    }
    var text = BLANKS.matcher(cell).replaceAll("");
    return SHAPE.matcher(text).matches()
        ? Optional.of(new BigDecimal(text.replace(',', '.')))
        : Optional.empty();
  }
}
