package org.medflow.legacy.gateway;

import java.util.List;

/**
 * One record of an export.
 *
 * @param line number of the line on which it begins, from 1
 */
record CsvRecord(long line, List<String> fields) {

  CsvRecord {
    fields = List.copyOf(fields);
  }

  boolean blank() {
    return fields.stream().allMatch(CsvRecord::blank);
  }

  static boolean blank(String field) {
    for (int i = 0; i < field.length(); i++) {
      char c = field.charAt(i);
      if (c != '\u00A0' && !Character.isWhitespace(c) && !Character.isISOControl(c)) {
        return false;
      }
    }
    return true;
  }

  /** Says where the record is and not what it holds, since logs may print it. */
  @Override
  public String toString() {
    return "record of line " + line;
  }
}
