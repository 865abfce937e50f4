package org.medflow.patient.control;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.medflow.patient.entity.IdentifierSystem;

/** What a typed text may mean: names, a telephone, a patient number, an old number. */
record SearchText(
    NameKey names, List<byte[]> phones, List<String> numbers, List<byte[]> identifiers) {

  private static final int MOST_NAMES = 6;
  private static final int LONGEST_TOKEN = 40;
  private static final int YEARS_BACK = 30;
  private static final Pattern NUMBER = Pattern.compile("PAT[0-9]{10,16}");
  private static final Pattern LONG_NUMBER = Pattern.compile("[0-9]{10,16}");
  private static final Pattern SHORT_NUMBER = Pattern.compile("[0-9]{1,9}");
  private static final Pattern OLD_NUMBER = Pattern.compile("(?=.*[0-9])[\\p{L}0-9]{1,40}");
  private static final Pattern ONLY_DIGITS = Pattern.compile("[0-9]+");

  static SearchText of(String typed, int year, PatientSeals seals) {
    var text = typed.strip();
    var compact = IdentifierSystem.normalise(text);
    return new SearchText(
        names(text, compact),
        phones(text, seals),
        numbers(compact, year),
        identifiers(compact, seals));
  }

  private static NameKey names(String text, String compact) {
    if (NUMBER.matcher(compact).matches()) {
      return new NameKey(List.of());
    }
    return new NameKey(
        NameKey.of(text).tokens().stream()
            .filter(token -> !ONLY_DIGITS.matcher(token).matches())
            .filter(token -> token.length() <= LONGEST_TOKEN)
            .limit(MOST_NAMES)
            .toList());
  }

  private static List<byte[]> phones(String text, PatientSeals seals) {
    var digits = text.replaceAll("\\p{L}+", " ");
    return PhoneNumber.normalise(digits).map(seals::phoneIndex).stream().toList();
  }

  private static List<String> numbers(String compact, int year) {
    if (NUMBER.matcher(compact).matches()) {
      return List.of(compact);
    }
    var numbers = new ArrayList<String>();
    if (LONG_NUMBER.matcher(compact).matches()) {
      numbers.add("PAT" + compact);
    }
    if (SHORT_NUMBER.matcher(compact).matches()) {
      IntStream.rangeClosed(year - YEARS_BACK, year)
          .mapToObj(y -> MrnDispenser.mrn(y, Long.parseLong(compact)))
          .forEach(numbers::add);
    }
    return numbers;
  }

  private static List<byte[]> identifiers(String compact, PatientSeals seals) {
    return OLD_NUMBER.matcher(compact).matches()
        ? Arrays.stream(IdentifierSystem.values())
            .map(system -> seals.identifierIndex(system, compact.toUpperCase(Locale.ROOT)))
            .toList()
        : List.of();
  }
}
