package org.medflow.legacy.control;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.ValidationResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The telephones of one cell, several of them split on {@code / , ; |} or "ou". A number that is
 * none is left out; it never costs the patient her record.
 *
 * @param numbers E.164, each once, at most five
 * @param dropped whether something that was written is not among them
 */
record LvPhones(List<String> numbers, boolean dropped) {

  private static final int MOST = 5;
  private static final int LEAST_DIGITS = 8;
  private static final String COUNTRY = "CD";

  static LvPhones of(String cell) {
    var text = LvText.clean(cell);
    if (text == null) {
      return new LvPhones(List.of(), false);
    }
    var whole = number(text);
    if (whole.isPresent()) {
      return new LvPhones(List.of(whole.get()), false);
    }
    var found = new ArrayList<String>();
    var dropped = false;
    for (var part : text.split("[/,;|]|(?i:\\bou\\b)|(?i:\\bet\\b)")) {
      var number = number(part);
      dropped |= number.isEmpty() && !part.isBlank();
      number.filter(one -> !found.contains(one)).ifPresent(found::add);
    }
    var kept = found.stream().limit(MOST).toList();
    return new LvPhones(kept, dropped || found.size() > kept.size());
  }

  private static Optional<String> number(String written) {
    var digits = written.replaceAll("\\D", "");
    if (digits.length() < LEAST_DIGITS || digits.matches("0+|999.*") || lettered(written)) {
      return Optional.empty();
    }
    var numbers = PhoneNumberUtil.getInstance();
    try {
      var international = written.strip().startsWith("+") || digits.startsWith("00");
      var parsed =
          numbers.parse(international ? "+" + digits.replaceFirst("^00", "") : digits, COUNTRY);
      return numbers.isPossibleNumberWithReason(parsed) == ValidationResult.IS_POSSIBLE
          ? Optional.of(numbers.format(parsed, PhoneNumberFormat.E164))
          : Optional.empty();
    } catch (NumberParseException unreadable) {
      return Optional.empty();
    }
  }

  private static boolean lettered(String written) {
    return written.codePoints().anyMatch(Character::isLetter);
  }
}
