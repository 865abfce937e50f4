package org.medflow.legacy.web;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Locale;
import java.util.regex.Pattern;

/** Numbers and moments of a report as people here write them. */
final class Figures {

  private static final char NO_BREAK = '\u00a0';
  private static final Pattern MOMENT =
      Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})(?:[T ](\\d{2}:\\d{2})(?::\\d{2}(?:\\.\\d+)?)?)?");

  private Figures() {}

  static String count(long number, Locale locale) {
    return NumberFormat.getIntegerInstance(locale).format(number).replace('\u202f', NO_BREAK);
  }

  /** An amount with as many decimals as it came with; text that is none stays as it is. */
  static String amount(String text, Locale locale) {
    try {
      var amount = new BigDecimal(text.strip());
      var format = NumberFormat.getNumberInstance(locale);
      format.setMinimumFractionDigits(Math.max(0, amount.scale()));
      format.setMaximumFractionDigits(Math.max(0, amount.scale()));
      return format.format(amount).replace('\u202f', NO_BREAK);
    } catch (NumberFormatException noNumber) {
      return text;
    }
  }

  /** A day, with the hour when it is another one than midnight. */
  static String moment(String text) {
    var found = MOMENT.matcher(text);
    if (!found.matches()) {
      return text;
    }
    var day = found.group(3) + "/" + found.group(2) + "/" + found.group(1);
    var hour = found.group(4);
    return hour == null || hour.equals("00:00") ? day : day + " " + hour;
  }
}
