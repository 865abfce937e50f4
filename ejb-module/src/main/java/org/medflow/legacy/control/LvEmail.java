package org.medflow.legacy.control;

import java.util.Locale;
import java.util.regex.Pattern;

/** An e-mail address worth keeping; made-up domains stand for none (spec legacy.md 1.13). */
final class LvEmail {

  private static final int MOST = 254;
  private static final Pattern SHAPE =
      Pattern.compile("[a-z0-9._%+'-]{1,64}@[a-z0-9-]+(\\.[a-z0-9-]+)*\\.[a-z]{2,}");
  private static final Pattern MADE_UP = Pattern.compile(".*@(.*\\.)?(example|placeholder)\\..*");

  private LvEmail() {}

  static String of(String cell) {
    var text = LvText.clean(cell);
    if (text == null) {
      return null;
    }
    var address = text.toLowerCase(Locale.ROOT);
    return address.length() <= MOST
            && SHAPE.matcher(address).matches()
            && !MADE_UP.matcher(address).matches()
        ? address
        : null;
  }
}
