package org.medflow.visit.control;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.medflow.platform.error.Invalid;
import org.medflow.visit.boundary.CodesLoaded.Refused;
import org.medflow.visit.boundary.DiagnosisCode;

/**
 * Reads a list of codes: a heading {@code code;fr;en;eye}, then a line for each, fields in quotes
 * where they hold a semicolon, {@code eye} 1 where the eye must be named. Of a code that stands
 * twice the last line counts.
 */
public final class CodeListReader {

  static final String HEADING = "code;fr;en;eye";
  private static final int MOST = 20_000;
  private static final int LABEL = 200;
  private static final int FIELDS = 4;
  private static final Pattern CODE = Pattern.compile("[A-Z][0-9][0-9A-Z](\\.[0-9A-Z]{1,4})?");
  private static final Pattern FIELD = Pattern.compile("\"((?:[^\"]|\"\")*)\"|([^;]*)");

  private final Map<String, DiagnosisCode> codes = new HashMap<>();
  private final List<Refused> refused = new ArrayList<>();

  /** Reads the whole list; what is wrong with a line is remembered, not thrown. */
  public CodeListReader read(String text) {
    var lines = text == null ? List.<String>of() : text.lines().toList();
    if (lines.isEmpty() || !lines.get(0).replace("\uFEFF", "").strip().equals(HEADING)) {
      throw Invalid.field("list", "codes-heading");
    }
    if (lines.size() > MOST) {
      throw Invalid.field("list", "codes-too-many");
    }
    for (int i = 1; i < lines.size(); i++) {
      if (!lines.get(i).isBlank()) {
        line(i + 1, lines.get(i));
      }
    }
    return this;
  }

  public List<DiagnosisCode> codes() {
    return List.copyOf(codes.values());
  }

  public List<Refused> refused() {
    return List.copyOf(refused);
  }

  private void line(int number, String text) {
    var fields = fields(text);
    if (fields.size() != FIELDS) {
      refused.add(new Refused(number, "codes-fields"));
    } else if (!CODE.matcher(fields.get(0)).matches()) {
      refused.add(new Refused(number, "codes-code"));
    } else if (unlabelled(fields.get(1)) || unlabelled(fields.get(2))) {
      refused.add(new Refused(number, "codes-label"));
    } else if (!fields.get(3).matches("[01]")) {
      refused.add(new Refused(number, "codes-eye"));
    } else {
      var code = fields.get(0);
      boolean eye = fields.get(3).equals("1");
      codes.put(code, new DiagnosisCode("ICD-10", code, fields.get(1), fields.get(2), eye, true));
    }
  }

  private static boolean unlabelled(String label) {
    return label.isEmpty() || label.length() > LABEL;
  }

  private static List<String> fields(String line) {
    var found = new ArrayList<String>();
    var at = FIELD.matcher(line);
    int from = 0;
    while (from <= line.length() && at.find(from)) {
      var quoted = at.group(1);
      found.add((quoted == null ? at.group(2) : quoted.replace("\"\"", "\"")).strip());
      from = at.end() + 1;
    }
    return found;
  }
}
