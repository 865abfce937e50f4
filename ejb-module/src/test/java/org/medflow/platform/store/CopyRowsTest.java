package org.medflow.platform.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.DataInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The form itself is shown by the deployed imports, where PostgreSQL reads it. */
class CopyRowsTest {

  private static final UUID ID = new UUID(1, 7);

  @Test
  void writesEveryKindAsItsColumnReadsIt() throws IOException {
    var row =
        only(
            new CopyRows()
                .row(ID, 3, -4L, true, LocalDate.of(2000, 1, 3), "é", Thread.State.NEW, null));
    assertThat(row)
        .containsExactly(
            "00000000000000010000000000000007",
            "00000003",
            "fffffffffffffffc",
            "01",
            "00000002",
            "c3a9",
            hex("NEW"),
            null);
  }

  @Test
  void countsMicrosecondsOfAnInstant() throws IOException {
    var before = Instant.parse("1999-12-31T23:59:59.5Z");
    assertThat(only(new CopyRows().row(Instant.parse("2000-01-01T00:00:01.000002Z"), before)))
        .containsExactly("00000000000f4242", "fffffffffff85ee0");
  }

  @Test
  void writesIdsAsAnArray() throws IOException {
    assertThat(only(new CopyRows().row(List.of(), List.of(ID))))
        .containsExactly(
            "000000000000000000000b86",
            "000000010000000000000b86"
                + "0000000100000001"
                + "00000010"
                + "00000000000000010000000000000007");
  }

  @Test
  void tellsNothingFromAnEmptyText() throws IOException {
    assertThat(only(new CopyRows().row("", null, new byte[0]))).containsExactly("", null, "");
  }

  @Test
  void putsARowBehindWhatIsKnownLater() throws IOException {
    var late = new CopyRows().row("b", new byte[] {9});
    assertThat(only(new CopyRows().behind(late, 1, "a")))
        .containsExactly("00000001", hex("a"), hex("b"), "09");
  }

  @Test
  void gathersRowsOfOthers() throws IOException {
    var all = new CopyRows().row("a").add(new CopyRows().row("b").row("c"));
    assertThat(all.rows()).isEqualTo(3);
    assertThat(read(all)).containsExactly(List.of(hex("a")), List.of(hex("b")), List.of(hex("c")));
    assertThat(new CopyRows().rows()).isZero();
  }

  @Test
  void refusesAKindThatNoColumnWasTriedWith() {
    var rows = new CopyRows();
    assertThatThrownBy(() -> rows.row(BigDecimal.ONE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("BigDecimal");
  }

  private static String hex(String text) {
    return HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
  }

  private static List<String> only(CopyRows rows) throws IOException {
    var all = read(rows);
    assertThat(all).hasSize(1);
    return all.get(0);
  }

  private static List<List<String>> read(CopyRows rows) throws IOException {
    var found = new ArrayList<List<String>>();
    try (var in = new DataInputStream(rows.stream())) {
      assertThat(in.readNBytes(11)).startsWith('P', 'G', 'C', 'O', 'P', 'Y', '\n', 255, '\r', '\n');
      assertThat(in.readLong()).isZero();
      for (int size = in.readShort(); size >= 0; size = in.readShort()) {
        var row = new ArrayList<String>();
        for (int i = 0; i < size; i++) {
          int length = in.readInt();
          row.add(length < 0 ? null : HexFormat.of().formatHex(in.readNBytes(length)));
        }
        found.add(row);
      }
      assertThat(in.read()).isEqualTo(-1);
    }
    return found;
  }
}
