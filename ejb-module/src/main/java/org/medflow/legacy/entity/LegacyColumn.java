package org.medflow.legacy.entity;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;

/**
 * A column of a table of an older system.
 *
 * @param name as the reference schema spells it; cells are kept under it
 * @param kind what it holds
 * @param mandatory whether rows cannot be read without it
 * @param others other spellings that exports use, plain (see {@link #plain})
 */
public record LegacyColumn(String name, Kind kind, boolean mandatory, List<String> others) {

  private static final int LONGEST = 100;

  /** What a column holds; sums are added up and dates give a range in the reconciliation. */
  public enum Kind {
    TEXT,
    NUMBER,
    SUM,
    DATE,
    DAY
  }

  boolean named(String cell) {
    if (cell.length() > LONGEST) {
      return false;
    }
    var plain = plain(cell);
    return plain(name).equals(plain) || others.contains(plain);
  }

  /** A name without accents, case, blanks and signs. */
  static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFD)
        .replaceAll("[^\\p{Alnum}]", "")
        .toLowerCase(Locale.ROOT);
  }
}
