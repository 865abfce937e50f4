package org.medflow.legacy.control;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A date with perhaps a time as old systems write it: ISO, or day first with slashes (spec
 * legacy.md 1.1). The days that stand for none there are none here.
 */
final class LegacyMoment {

  private static final Pattern ISO =
      Pattern.compile(
          "(\\d{4})-(\\d{2})-(\\d{2})(?:[T ](\\d{2}):(\\d{2})(?::(\\d{2})[.\\d]*)?)?Z?");
  private static final Pattern DAY_FIRST =
      Pattern.compile(
          "(\\d{1,2})[/.-](\\d{1,2})[/.-](\\d{4})(?: (\\d{1,2}):(\\d{2})(?::(\\d{2}))?)?");
  private static final Set<LocalDate> EMPTY =
      Set.of(LocalDate.of(1753, 1, 1), LocalDate.of(1899, 12, 30), LocalDate.of(1900, 1, 1));

  private LegacyMoment() {}

  /** Local time at the source; midnight when only the day was written. */
  static Optional<LocalDateTime> of(String cell) {
    if (cell == null) {
      return Optional.empty();
    }
    var text = cell.strip();
    try {
      var iso = ISO.matcher(text);
      if (iso.matches()) {
        return kept(LocalDate.of(n(iso.group(1)), n(iso.group(2)), n(iso.group(3))), time(iso));
      }
      var french = DAY_FIRST.matcher(text);
      return french.matches()
          ? kept(
              LocalDate.of(n(french.group(3)), n(french.group(2)), n(french.group(1))),
              time(french))
          : Optional.empty();
    } catch (DateTimeException impossible) {
      return Optional.empty();
    }
  }

  private static Optional<LocalDateTime> kept(LocalDate day, LocalTime time) {
    return EMPTY.contains(day) ? Optional.empty() : Optional.of(day.atTime(time));
  }

  private static LocalTime time(java.util.regex.Matcher found) {
    return found.group(4) == null
        ? LocalTime.MIDNIGHT
        : LocalTime.of(
            n(found.group(4)), n(found.group(5)), found.group(6) == null ? 0 : n(found.group(6)));
  }

  private static int n(String digits) {
    return Integer.parseInt(digits);
  }
}
