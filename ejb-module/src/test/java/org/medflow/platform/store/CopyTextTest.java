package org.medflow.platform.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CopyTextTest {

  private static final UUID ID = new UUID(0, 7);

  @Test
  void writesOneLineForARow() {
    assertThat(text(ID, 3, true, LocalDate.of(1961, 4, 12), Instant.EPOCH))
        .isEqualTo(ID + "\t3\ttrue\t1961-04-12\t1970-01-01T00:00:00Z\n");
  }

  @Test
  void tellsNothingFromAnEmptyText() {
    assertThat(text(null, "", null)).isEqualTo("\\N\t\t\\N\n");
  }

  @Test
  void keepsWhatWouldEndAColumnOrARow() {
    assertThat(text("a\tb\nc\rd\\e")).isEqualTo("a\\tb\\nc\\rd\\\\e\n");
    assertThat(text("\\N")).isEqualTo("\\\\N\n");
    assertThat(text("\\.")).isEqualTo("\\\\.\n");
  }

  @Test
  void writesBytesInHexadecimal() {
    assertThat(text((Object) new byte[] {0, 15, -1})).isEqualTo("\\\\x000fff\n");
  }

  @Test
  void writesIdsAsAnArray() {
    assertThat(text(List.of())).isEqualTo("{}\n");
    assertThat(text(List.of(ID, ID))).isEqualTo("{" + ID + "," + ID + "}\n");
  }

  @Test
  void keepsAccents() {
    assertThat(text("Éliséé œ €")).isEqualTo("Éliséé œ €\n");
    assertThat(text("a\tÉ\n€\\", "😀\r")).isEqualTo("a\\tÉ\\n€\\\\\t😀\\r\n");
  }

  @Test
  void countsItsRows() {
    assertThat(new CopyText().rows()).isZero();
    assertThat(new CopyText().row("a").row("b").rows()).isEqualTo(2);
  }

  private static String text(Object... values) {
    return new String(new CopyText().row(values).stream().readAllBytes(), StandardCharsets.UTF_8);
  }

  @Test
  void putsARowBehindValuesAndRowsBehindRows() {
    var row = new CopyText().row("b", null);
    var all = new CopyText().behind(row, "a\t", 1).add(new CopyText().row(2, 3, 4, 5));
    assertThat(new String(all.stream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8))
        .isEqualTo("a\\t\t1\tb\t\\N\n2\t3\t4\t5\n");
    assertThat(all.rows()).isEqualTo(2);
  }
}
