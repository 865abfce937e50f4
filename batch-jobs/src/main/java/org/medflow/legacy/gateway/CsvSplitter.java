package org.medflow.legacy.gateway;

import de.siegmar.fastcsv.reader.CsvReader;
import java.util.List;

/** Splits the text of one record into its fields. */
final class CsvSplitter {

  private static final char QUOTE = '"';

  private final char separator;
  private final CsvReader.CsvReaderBuilder reader;

  CsvSplitter(char separator) {
    this.separator = separator;
    this.reader =
        CsvReader.builder()
            .fieldSeparator(separator)
            .quoteCharacter(QUOTE)
            .skipEmptyLines(false)
            .allowUnclosedQuote(true)
            .allowExtraCharsAfterClosingQuote(true);
  }

  List<String> fields(String text) {
    return text.isEmpty() ? List.of("") : reader.ofSingleCsvRecord(text).getFields();
  }

  /** The fields of a line whose quotes make no sense: quotes are dropped, not believed. */
  List<String> fieldsWithoutQuotes(String line) {
    return fields(line.replace(String.valueOf(QUOTE), ""));
  }

  /** Whether a quoted field is still open at the end of the text. */
  boolean open(String text) {
    boolean quoted = false;
    boolean fresh = true;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quoted) {
        quoted = c != QUOTE;
      } else if (c == separator) {
        fresh = true;
      } else if (c == QUOTE) {
        quoted = fresh || i > 0 && text.charAt(i - 1) == QUOTE;
        fresh = false;
      } else {
        fresh = false;
      }
    }
    return quoted;
  }
}
