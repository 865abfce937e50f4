package org.medflow.legacy.gateway;

import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;

/**
 * The lines of an export, whichever way they end. What comes behind a million characters of one is
 * passed over, so that a file without any line costs no memory; no row is that long.
 */
final class CsvLines implements Closeable {

  static final int LONGEST = 1_000_000;

  private final Reader reader;
  private final char[] buffer = new char[1 << 16];
  private int place;
  private int filled;
  private boolean returned;

  CsvLines(Reader reader) {
    this.reader = reader;
  }

  /** The next line without its end; null behind the last. */
  String next() throws IOException {
    StringBuilder line = null;
    while (more()) {
      int from = place;
      while (place < filled && buffer[place] != '\n' && buffer[place] != '\r') {
        place++;
      }
      boolean ends = place < filled;
      if (ends && line == null) {
        return ended(new String(buffer, from, place - from));
      }
      line = line == null ? new StringBuilder() : line;
      line.append(buffer, from, Math.min(place - from, LONGEST - line.length()));
      if (ends) {
        return ended(line.toString());
      }
    }
    return line == null ? null : line.toString();
  }

  private String ended(String line) {
    returned = buffer[place++] == '\r';
    return line;
  }

  /** Whether there is a character; a line feed behind a return belongs to it. */
  private boolean more() throws IOException {
    if (!filled()) {
      return false;
    }
    if (returned) {
      returned = false;
      if (buffer[place] == '\n') {
        place++;
        return filled();
      }
    }
    return true;
  }

  private boolean filled() throws IOException {
    while (place == filled) {
      place = 0;
      filled = reader.read(buffer);
      if (filled < 0) {
        filled = 0;
        return false;
      }
    }
    return true;
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
