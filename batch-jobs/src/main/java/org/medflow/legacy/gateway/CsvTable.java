package org.medflow.legacy.gateway;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.medflow.legacy.entity.LegacyTable;
import org.medflow.legacy.entity.SourceRow;

/**
 * An exported table, read from its beginning to its end. The header is the line among the first ten
 * that names most of the columns, and the separator is the one by which it does.
 */
final class CsvTable implements Closeable {

  private static final int FIRST_LINES = 10;
  private static final char[] SEPARATORS = {',', ';', '\t', '|'};

  private final LegacyTable table;
  private final CsvLines lines;
  private final CsvHeader header;
  private final CsvRecords records;

  private CsvTable(LegacyTable table, CsvLines lines, Guess guess) {
    this.table = table;
    this.lines = lines;
    this.header = guess.header();
    this.records =
        new CsvRecords(lines, new CsvSplitter(guess.separator()), header.width(), guess.line());
  }

  /** Opens an export at its first record after the header. */
  static CsvTable open(LegacyTable table, Path file) throws IOException {
    var encoding = CsvEncoding.of(file);
    var guess = guess(table, file, encoding);
    var lines = encoding.lines(file);
    for (long i = 0; i < guess.line(); i++) {
      lines.next();
    }
    return new CsvTable(table, lines, guess);
  }

  /** SHA-256 of the bytes of a file. */
  static byte[] hash(Path file) throws IOException {
    var digest = sha256();
    try (var in = new DigestInputStream(Files.newInputStream(file), digest)) {
      in.transferTo(java.io.OutputStream.nullOutputStream());
    }
    return digest.digest();
  }

  static byte[] hash(byte[] bytes) {
    return sha256().digest(bytes);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** Columns that an import needs and that the header does not have. */
  List<String> missing() {
    return table.columns().stream()
        .filter(column -> column.mandatory() && !header.places().containsKey(column))
        .map(column -> table.title() + "." + column.name())
        .toList();
  }

  /** The next row; empty at the end. Blank lines and repeated headers are no rows. */
  Optional<SourceRow> next() throws IOException {
    for (var record = records.next(); record.isPresent(); record = records.next()) {
      var row = header.row(record.get());
      if (row.isPresent()) {
        return row;
      }
    }
    return Optional.empty();
  }

  /** Rows from here to the end. */
  long count() throws IOException {
    long rows = 0;
    for (var record = records.next(); record.isPresent(); record = records.next()) {
      rows += header.holds(record.get()) ? 1 : 0;
    }
    return rows;
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }

  private static Guess guess(LegacyTable table, Path file, CsvEncoding encoding)
      throws IOException {
    var best = new Guess(CsvHeader.of(table, List.of()), ',', 0);
    try (var lines = encoding.lines(file)) {
      for (long n = 1; n <= FIRST_LINES; n++) {
        var text = lines.next();
        if (text == null) {
          break;
        }
        best = Stream.of(best, guess(table, text, n)).max(Guess.BY_NAMED_COLUMNS).orElseThrow();
      }
    }
    return best;
  }

  private static Guess guess(LegacyTable table, String text, long line) {
    Guess best = null;
    for (var separator : SEPARATORS) {
      var header = CsvHeader.of(table, new CsvSplitter(separator).fields(text));
      if (best == null || header.places().size() > best.header().places().size()) {
        best = new Guess(header, separator, line);
      }
    }
    return best;
  }

  /** A line that may be the header, and the separator by which it would be. */
  private record Guess(CsvHeader header, char separator, long line) {

    private static final Comparator<Guess> BY_NAMED_COLUMNS =
        Comparator.<Guess>comparingInt(guess -> guess.header().places().size())
            .thenComparing(Guess::line, Comparator.reverseOrder());
  }
}
