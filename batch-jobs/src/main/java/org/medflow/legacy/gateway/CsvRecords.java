package org.medflow.legacy.gateway;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Makes records of lines. A quoted field may go over several lines; but a quote that nobody closed
 * must not swallow the rows after it, so lines are joined only if the result has the width of the
 * header and no line in it is a row of its own. Otherwise the first line stands alone and the
 * others are read again.
 */
final class CsvRecords {

  private static final int MOST_LINES = 40;

  private final CsvLines lines;
  private final CsvSplitter splitter;
  private final int width;
  private final Deque<String> waiting = new ArrayDeque<>();
  private long line;

  /** Goes on after {@code line}, the line of the header. */
  CsvRecords(CsvLines lines, CsvSplitter splitter, int width, long line) {
    this.lines = lines;
    this.splitter = splitter;
    this.width = width;
    this.line = line;
  }

  Optional<CsvRecord> next() throws IOException {
    var first = read();
    if (first == null) {
      return Optional.empty();
    }
    long begins = line;
    if (!splitter.open(first)) {
      return Optional.of(new CsvRecord(begins, splitter.fields(first)));
    }
    return Optional.of(new CsvRecord(begins, joined(first)));
  }

  private List<String> joined(String first) throws IOException {
    var taken = new ArrayList<String>();
    var text = new StringBuilder(first);
    while (taken.size() < MOST_LINES && text.length() < CsvLines.LONGEST) {
      var more = read();
      if (more == null) {
        break;
      }
      taken.add(more);
      text.append('\n').append(more);
      if (wholeRow(more)) {
        break;
      }
      if (!splitter.open(text.toString())) {
        var fields = splitter.fields(text.toString());
        if (fields.size() == width) {
          return fields;
        }
        break;
      }
    }
    putBack(taken);
    return splitter.fieldsWithoutQuotes(first);
  }

  /** A line with every column is the next row, not the rest of a cell. */
  private boolean wholeRow(String line) {
    return splitter.fieldsWithoutQuotes(line).size() == width;
  }

  private String read() throws IOException {
    var next = waiting.isEmpty() ? lines.next() : waiting.pop();
    if (next != null) {
      line++;
    }
    return next;
  }

  private void putBack(List<String> lines) {
    for (int i = lines.size() - 1; i >= 0; i--) {
      waiting.push(lines.get(i));
    }
    line -= lines.size();
  }
}
