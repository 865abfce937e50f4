package org.medflow.patient.control;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.ValidationResult;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Telephone numbers as E.164; without a country they are Congolese. A number must be possible, not
 * known to be in use: operators open new ranges faster than tables follow.
 */
final class PhoneNumber {

  private static final String HOME = "CD";
  private static final int SHORTEST = 6;
  private static final int LONGEST = 32;
  private static final Pattern SHAPE = Pattern.compile("\\+?[0-9 ().\\-/]+");
  private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();

  private PhoneNumber() {}

  /** The number in E.164, empty when this is none. */
  static Optional<String> normalise(String typed) {
    var text = typed.strip();
    if (text.length() > LONGEST || !SHAPE.matcher(text).matches() || digits(text) < SHORTEST) {
      return Optional.empty();
    }
    try {
      var number = NUMBERS.parse(text, HOME);
      return NUMBERS.isPossibleNumberWithReason(number) == ValidationResult.IS_POSSIBLE
          ? Optional.of(NUMBERS.format(number, PhoneNumberFormat.E164))
          : Optional.empty();
    } catch (NumberParseException none) {
      return Optional.empty();
    }
  }

  private static long digits(String text) {
    return text.chars().filter(c -> c >= '0' && c <= '9').count();
  }
}
