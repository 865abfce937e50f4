package org.medflow.legacy.boundary;

import java.io.ByteArrayOutputStream;
import java.io.Serializable;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

/**
 * The reconciliation of a run: what was read, counted again at the source, and what became of it.
 *
 * @param addsUp whether every table adds up, in rows and in sums
 * @param signature what shows that the report is as it was; null while the run goes on
 */
public record ImportReport(
    UUID run,
    String source,
    boolean dryRun,
    boolean addsUp,
    List<Table> tables,
    Signature signature)
    implements Serializable {

  private static final int SEQUENCE = 0x30;
  private static final int INTEGER = 0x02;

  /**
   * One table; the seven outcomes add up to {@code read}.
   *
   * @param read rows that the source holds, counted again at the end
   * @param target {@code patient}, {@code appointment} or {@code staged}
   */
  public record Table(
      String table,
      String target,
      long read,
      long created,
      long updated,
      long unchanged,
      long orphan,
      long invalid,
      long review,
      long error,
      List<Sum> sums)
      implements Serializable {}

  /**
   * A column that can be added up, or has a first and a last day.
   *
   * @param kind SUM, FIRST or LAST
   * @param source at the source; {@code taken} of the rows that are ours; {@code aside} of the
   *     others; plain decimals or ISO dates, null for none
   */
  public record Sum(String column, String kind, String source, String taken, String aside)
      implements Serializable {}

  /**
   * ES256 over the report's text, see docs/migration.md.
   *
   * @param key id of the signing key
   * @param value base64url of the 64 bytes r and s
   */
  public record Signature(String algorithm, String key, String value, String text)
      implements Serializable {

    /** The value as openssl reads it: r and s in a sequence of two integers. */
    public byte[] der() {
      var raw = Base64.getUrlDecoder().decode(value);
      var r = integer(raw, 0, raw.length / 2);
      var s = integer(raw, raw.length / 2, raw.length);
      var sequence = new ByteArrayOutputStream();
      sequence.write(SEQUENCE);
      sequence.write(r.length + s.length);
      sequence.writeBytes(r);
      sequence.writeBytes(s);
      return sequence.toByteArray();
    }

    private static byte[] integer(byte[] raw, int from, int to) {
      var bytes = new BigInteger(1, Arrays.copyOfRange(raw, from, to)).toByteArray();
      var integer = new ByteArrayOutputStream();
      integer.write(INTEGER);
      integer.write(bytes.length);
      integer.writeBytes(bytes);
      return integer.toByteArray();
    }
  }
}
