package org.medflow.legacy.tds;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/**
 * A column in a native type of SQL Server: how the type is described on the wire, and how a value
 * is written.
 *
 * @param type in small letters, as INFORMATION_SCHEMA names it
 * @param size characters or digits, -1 for max
 */
record TdsColumn(String name, String type, int size, int scale) {

  /** French_CI_AS: Windows collation 1036 with code page 1252, case ignored, accents not. */
  static final byte[] COLLATION = {0x0C, 0x04, (byte) 0xD0, 0x00, 0x00};

  private static final LocalDateTime DAY_ZERO = LocalDateTime.of(1900, 1, 1, 0, 0);
  private static final LocalDateTime FIRST_DAY = LocalDateTime.of(1, 1, 1, 0, 0);
  private static final int DECIMAL_BYTES = 17;
  private static final int MAX = 0xFFFF;
  private static final byte[] POINTER = new byte[24];

  TdsColumn named(String other) {
    return new TdsColumn(other, type, size, scale);
  }

  /** How COLMETADATA describes it. */
  void describe(TdsBytes to) {
    to.i32(0).u16(0x0009);
    describeType(to);
    if (type.endsWith("text")) {
      to.u8(1).text("t");
    }
    to.shortText(name);
  }

  private void describeType(TdsBytes to) {
    switch (type) {
      case "int" -> to.u8(0x26).u8(4);
      case "bigint" -> to.u8(0x26).u8(8);
      case "smallint" -> to.u8(0x26).u8(2);
      case "tinyint" -> to.u8(0x26).u8(1);
      case "bit" -> to.u8(0x68).u8(1);
      case "datetime" -> to.u8(0x6F).u8(8);
      case "datetime2" -> to.u8(0x2A).u8(7);
      case "decimal" -> to.u8(0x6A).u8(DECIMAL_BYTES).u8(size).u8(scale);
      case "char" -> to.u8(0xAF).u16(size).raw(COLLATION);
      case "varchar" -> to.u8(0xA7).u16(size < 0 ? MAX : size).raw(COLLATION);
      case "nvarchar" -> to.u8(0xE7).u16(size < 0 ? MAX : 2 * size).raw(COLLATION);
      case "text" -> to.u8(0x23).i32(Integer.MAX_VALUE).raw(COLLATION);
      case "ntext" -> to.u8(0x63).i32(Integer.MAX_VALUE).raw(COLLATION);
      default -> throw new IllegalArgumentException(type);
    }
  }

  void write(TdsBytes to, Object value) {
    switch (type) {
      case "int", "bigint", "smallint", "tinyint" -> number(to, (Number) value);
      case "bit" -> bit(to, (Boolean) value);
      case "datetime" -> datetime(to, (LocalDateTime) value);
      case "datetime2" -> datetime2(to, (LocalDateTime) value);
      case "decimal" -> decimal(to, (BigDecimal) value);
      case "text", "ntext" -> pointed(to, (String) value);
      default -> text(to, (String) value);
    }
  }

  private void number(TdsBytes to, Number value) {
    int width =
        switch (type) {
          case "bigint" -> 8;
          case "int" -> 4;
          case "smallint" -> 2;
          default -> 1;
        };
    if (value == null) {
      to.u8(0);
    } else {
      to.u8(width).little(value.longValue(), width);
    }
  }

  private static void bit(TdsBytes to, Boolean value) {
    if (value == null) {
      to.u8(0);
    } else {
      to.u8(1).u8(value ? 1 : 0);
    }
  }

  /** Days since 1900 and three-hundredths of a second. */
  private static void datetime(TdsBytes to, LocalDateTime value) {
    if (value == null) {
      to.u8(0);
      return;
    }
    var days = ChronoUnit.DAYS.between(DAY_ZERO.toLocalDate(), value.toLocalDate());
    var ticks = Math.round(value.toLocalTime().toNanoOfDay() * 3 / 10_000_000.0);
    to.u8(8).i32(days).i32(ticks);
  }

  private static void datetime2(TdsBytes to, LocalDateTime value) {
    if (value == null) {
      to.u8(0);
      return;
    }
    var days = ChronoUnit.DAYS.between(FIRST_DAY.toLocalDate(), value.toLocalDate());
    to.u8(8).little(value.toLocalTime().toNanoOfDay() / 100, 5).little(days, 3);
  }

  private void decimal(TdsBytes to, BigDecimal value) {
    if (value == null) {
      to.u8(0);
      return;
    }
    var digits = value.setScale(scale, RoundingMode.UNNECESSARY).unscaledValue();
    var magnitude = digits.abs().toByteArray();
    to.u8(DECIMAL_BYTES).u8(digits.signum() < 0 ? 0 : 1);
    for (int i = 0; i < DECIMAL_BYTES - 1; i++) {
      to.u8(i < magnitude.length ? magnitude[magnitude.length - 1 - i] : 0);
    }
  }

  private void text(TdsBytes to, String value) {
    if (size < 0) {
      chunked(to, value);
    } else if (value == null) {
      to.u16(MAX);
    } else {
      var padded = type.equals("char") ? String.format("%-" + size + "s", value) : value;
      var bytes = padded.getBytes(charset());
      to.u16(bytes.length).raw(bytes);
    }
  }

  /** The max types come in pieces behind their whole length. */
  private void chunked(TdsBytes to, String value) {
    if (value == null) {
      to.i64(-1);
      return;
    }
    var bytes = value.getBytes(charset());
    to.i64(bytes.length);
    for (int from = 0; from < bytes.length; from += 8_000) {
      var piece = java.util.Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + 8_000));
      to.i32(piece.length).raw(piece);
    }
    to.i32(0);
  }

  /** The old long types have a pointer and a time stamp before their value. */
  private void pointed(TdsBytes to, String value) {
    if (value == null) {
      to.u8(0);
      return;
    }
    var bytes = value.getBytes(charset());
    to.u8(16).raw(POINTER).i32(bytes.length).raw(bytes);
  }

  private Charset charset() {
    return type.startsWith("n") ? StandardCharsets.UTF_16LE : TdsInput.CP1252;
  }

  /** The column as H2 keeps it. */
  String stored() {
    return switch (type) {
      case "datetime" -> "TIMESTAMP(3)";
      case "datetime2" -> "TIMESTAMP(7)";
      case "bit" -> "BOOLEAN";
      case "decimal" -> "DECIMAL(%d, %d)".formatted(size, scale);
      case "text", "ntext" -> "VARCHAR";
      case "char", "varchar", "nvarchar" -> size < 0 ? "VARCHAR" : "VARCHAR(%d)".formatted(size);
      default -> type.toUpperCase(Locale.ROOT);
    };
  }

  /** What INFORMATION_SCHEMA gives as the longest length in characters. */
  Integer longest() {
    return switch (type) {
      case "text" -> Integer.MAX_VALUE;
      case "ntext" -> Integer.MAX_VALUE / 2;
      case "char", "varchar", "nvarchar" -> size;
      default -> null;
    };
  }
}
