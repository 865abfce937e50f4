package org.medflow.platform.error;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Cleans what was typed and remembers which fields are broken, all at once. */
public final class FieldText {

  private static final Pattern SPACES = Pattern.compile("[\\p{Z}\\s]+");

  private final List<FieldError> broken = new ArrayList<>();

  public void refuse(String field, String code) {
    broken.add(new FieldError(field, code));
  }

  /** One line without spaces around or doubled; null when nothing was typed. */
  public String line(String field, String typed, int longest) {
    if (typed == null) {
      return null;
    }
    var text = SPACES.matcher(typed).replaceAll(" ").strip();
    if (text.length() > longest) {
      refuse(field, "too-long");
      return null;
    }
    if (unwritable(text)) {
      refuse(field, "bad-format");
      return null;
    }
    return text.isEmpty() ? null : text;
  }

  public String required(String field, String typed, int longest) {
    int before = broken.size();
    var text = line(field, typed, longest);
    if (text == null && broken.size() == before) {
      refuse(field, "required");
    }
    return text;
  }

  /** What was refused so far. */
  public List<FieldError> errors() {
    return List.copyOf(broken);
  }

  /** Throws when a field was broken. */
  public void check() {
    if (!broken.isEmpty()) {
      throw new Invalid(broken);
    }
  }

  /** Whether the text holds what no name, address or database can: controls, half characters. */
  public static boolean unwritable(String text) {
    return text.codePoints()
        .anyMatch(
            c ->
                Character.isISOControl(c)
                    || Character.getType(c) == Character.SURROGATE
                    || Character.getType(c) == Character.UNASSIGNED);
  }
}
