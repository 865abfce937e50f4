package org.medflow.legacy.control;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;

/** Text of an export without what keyboards, spreadsheets and databases left in it. */
final class LvText {

  private static final Set<String> NOTHING =
      Set.of("", "NULL", "NEANT", "INCONNU", "INCONNUE", "N/A", "#N/A", "-", "--", "---", ".", "?");

  private static final int LONGEST_NOTHING = 9;

  private LvText() {}

  /** One line without control characters; null when it says that nothing is known. */
  static String clean(String cell) {
    if (cell == null || plainly(cell)) {
      return cell == null || cell.length() <= LONGEST_NOTHING && NOTHING.contains(plain(cell))
          ? null
          : cell;
    }
    var text =
        Normalizer.normalize(cell, Normalizer.Form.NFC)
            .replaceAll("[\\p{Cf}\\p{Cn}\\p{Cs}]", "")
            .replaceAll("[\\s\\p{Z}\\p{Cc}]+", " ")
            .strip();
    return NOTHING.contains(plain(text)) ? null : text;
  }

  /** Whether nothing is to be cleaned: composed Latin letters and signs, single blanks inside. */
  private static boolean plainly(String cell) {
    boolean blank = true;
    for (int i = 0; i < cell.length(); i++) {
      char c = cell.charAt(i);
      boolean space = c == ' ';
      if (c < ' ' || c > '~' && (c < '\u00C0' || c > '\u017F') || space && blank) {
        return false;
      }
      blank = space;
    }
    return !blank;
  }

  /** Upper case without accents. */
  static String plain(String text) {
    if (ascii(text)) {
      return text.toUpperCase(Locale.ROOT);
    }
    return Normalizer.normalize(text, Normalizer.Form.NFD)
        .replaceAll("\\p{M}", "")
        .toUpperCase(Locale.ROOT);
  }

  private static boolean ascii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) > '~') {
        return false;
      }
    }
    return true;
  }

  /** A name needs a letter; a number or a row of stars is none. */
  static String name(String cell) {
    var text = clean(cell);
    return text != null && text.codePoints().anyMatch(Character::isLetter) ? text : null;
  }
}
