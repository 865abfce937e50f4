package org.medflow.legacy.batch;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.medflow.legacy.boundary.LegacyPatientRow;
import org.medflow.legacy.entity.LvColumn;

/**
 * An LV_Patients export, read from its beginning to its end. The header is the line among the first
 * ten that names most of the columns, and the separator is the one by which it does.
 */
public final class LvFile implements Closeable {

  private static final int FIRST_LINES = 10;
  private static final char[] SEPARATORS = {',', ';', '\t', '|'};

  private final BufferedReader reader;
  private final LvHeader header;
  private final LvRecords records;

  private LvFile(BufferedReader reader, Guess guess) {
    this.reader = reader;
    this.header = guess.header();
    this.records =
        new LvRecords(reader, new LvSplitter(guess.separator()), header.width(), guess.line());
  }

  /** Opens an export at its first record after the header. */
  public static LvFile open(Path file) throws IOException {
    var encoding = LvEncoding.of(file);
    var guess = guess(file, encoding);
    var reader = encoding.reader(file);
    for (long i = 0; i < guess.line(); i++) {
      reader.readLine();
    }
    return new LvFile(reader, guess);
  }

  /** SHA-256 of the bytes of a file. */
  public static byte[] hash(Path file) throws IOException {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      try (var in = new DigestInputStream(Files.newInputStream(file), digest)) {
        in.transferTo(java.io.OutputStream.nullOutputStream());
      }
      return digest.digest();
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** Columns that an import needs and that the header does not have. */
  public Stream<LvColumn> missing() {
    return header.missing().stream();
  }

  Optional<LvRecord> next() throws IOException {
    return records.next();
  }

  /** The row in a record, empty when it holds none. */
  Optional<LegacyPatientRow> row(LvRecord record) {
    return header.row(record);
  }

  /** Data rows from here to the end. */
  public long count() throws IOException {
    long rows = 0;
    for (var record = next(); record.isPresent(); record = next()) {
      rows += row(record.get()).isPresent() ? 1 : 0;
    }
    return rows;
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }

  private static Guess guess(Path file, LvEncoding encoding) throws IOException {
    var best = new Guess(LvHeader.of(java.util.List.of()), ',', 0);
    try (var lines = encoding.reader(file)) {
      for (long n = 1; n <= FIRST_LINES; n++) {
        var text = lines.readLine();
        if (text == null) {
          break;
        }
        best = Stream.of(best, guess(text, n)).max(Guess.BY_NAMED_COLUMNS).orElseThrow();
      }
    }
    return best;
  }

  private static Guess guess(String text, long line) {
    Guess best = null;
    for (var separator : SEPARATORS) {
      var header = LvHeader.of(new LvSplitter(separator).fields(text));
      if (best == null || header.places().size() > best.header().places().size()) {
        best = new Guess(header, separator, line);
      }
    }
    return best;
  }

  /** A line that may be the header, and the separator by which it would be. */
  private record Guess(LvHeader header, char separator, long line) {

    private static final Comparator<Guess> BY_NAMED_COLUMNS =
        Comparator.<Guess>comparingInt(guess -> guess.header().places().size())
            .thenComparing(Guess::line, Comparator.reverseOrder());
  }
}
