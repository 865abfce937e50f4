package org.medflow.platform.store;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.UUID;

/**
 * Rows in the binary form of PostgreSQL's COPY (its manual, "COPY", section "Binary Format"),
 * gathered in memory for one statement. The kinds of the values must be those of the columns: texts
 * and enums for text, {@code Integer} for int4, {@code Long} for int8, {@code byte[]} for bytea,
 * instants for timestamptz, collections of ids for uuid[].
 */
public final class CopyRows {

  private static final byte[] HEAD = {
    'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0
  };
  private static final byte[] TAIL = {(byte) 0xFF, (byte) 0xFF};
  private static final long FIRST_SECOND = Instant.parse("2000-01-01T00:00:00Z").getEpochSecond();
  private static final long FIRST_DAY = LocalDate.of(2000, 1, 1).toEpochDay();
  private static final int UUID_OID = 2950;
  private static final int FIRST = 256;

  private byte[] bytes = new byte[FIRST];
  private int length;
  private int rows;

  /**
   * Adds a row: texts, numbers, enums, ids, dates, instants, byte arrays, truth values, collections
   * of ids, null.
   *
   * @throws IllegalArgumentException for a value of another kind
   */
  public CopyRows row(Object... values) {
    two(values.length);
    for (var value : values) {
      value(value);
    }
    rows++;
    return this;
  }

  /** Adds the rows of another. */
  public CopyRows add(CopyRows more) {
    append(more.bytes, 0, more.length);
    rows += more.rows;
    return this;
  }

  /** Adds the one row of another behind these values. */
  public CopyRows behind(CopyRows row, Object... values) {
    two(values.length + (row.bytes[0] << 8 | row.bytes[1] & 0xFF));
    for (var value : values) {
      value(value);
    }
    append(row.bytes, 2, row.length - 2);
    rows++;
    return this;
  }

  public int rows() {
    return rows;
  }

  public InputStream stream() {
    return new SequenceInputStream(
        Collections.enumeration(
            List.of(
                new ByteArrayInputStream(HEAD),
                new ByteArrayInputStream(bytes, 0, length),
                new ByteArrayInputStream(TAIL))));
  }

  private void value(Object value) {
    if (value == null) {
      four(-1);
    } else if (value instanceof String text) {
      sized(text.getBytes(StandardCharsets.UTF_8));
    } else if (value instanceof Enum<?> constant) {
      sized(constant.name().getBytes(StandardCharsets.US_ASCII));
    } else if (value instanceof byte[] raw) {
      sized(raw);
    } else if (value instanceof UUID id) {
      id(id);
    } else if (value instanceof Collection<?> ids) {
      ids(ids);
    } else {
      fixed(value);
    }
  }

  private void fixed(Object value) {
    if (value instanceof Boolean yes) {
      four(1);
      append(new byte[] {(byte) (yes ? 1 : 0)}, 0, 1);
    } else if (value instanceof Integer number) {
      four(4);
      four(number);
    } else if (value instanceof Long number) {
      four(8);
      eight(number);
    } else if (value instanceof LocalDate day) {
      four(4);
      four(Math.toIntExact(day.toEpochDay() - FIRST_DAY));
    } else if (value instanceof Instant at) {
      four(8);
      eight((at.getEpochSecond() - FIRST_SECOND) * 1_000_000 + at.getNano() / 1_000);
    } else {
      throw new IllegalArgumentException("COPY of a " + value.getClass().getName());
    }
  }

  private void id(UUID id) {
    four(16);
    eight(id.getMostSignificantBits());
    eight(id.getLeastSignificantBits());
  }

  private void ids(Collection<?> ids) {
    four(ids.isEmpty() ? 12 : 20 + 20 * ids.size());
    four(ids.isEmpty() ? 0 : 1);
    four(0);
    four(UUID_OID);
    if (!ids.isEmpty()) {
      four(ids.size());
      four(1);
      ids.forEach(id -> id((UUID) id));
    }
  }

  private void sized(byte[] raw) {
    four(raw.length);
    append(raw, 0, raw.length);
  }

  private void append(byte[] raw, int from, int count) {
    room(count);
    System.arraycopy(raw, from, bytes, length, count);
    length += count;
  }

  private void two(int number) {
    room(2);
    bytes[length++] = (byte) (number >> 8);
    bytes[length++] = (byte) number;
  }

  private void four(int number) {
    two(number >> 16);
    two(number);
  }

  private void eight(long number) {
    four((int) (number >> 32));
    four((int) number);
  }

  private void room(int more) {
    if (bytes.length - length < more) {
      bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
    }
  }
}
