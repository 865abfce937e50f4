package org.medflow.legacy.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.medflow.legacy.entity.LvColumn.NOMS;
import static org.medflow.legacy.entity.LvColumn.NUM_FICHE;
import static org.medflow.legacy.entity.LvColumn.PRENOM;
import static org.medflow.legacy.entity.LvColumn.PROFESSION;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.medflow.legacy.boundary.Claim;
import org.medflow.legacy.boundary.LegacyPatientRow;
import org.medflow.legacy.entity.LvColumn;
import org.medflow.legacy.entity.Outcome;
import org.medflow.platform.vault.KeyRing;
import org.medflow.platform.vault.Vault;

class LegacyPatientRowsTest {

  private static final String TABLE = "LV_Patients";
  private static final Map<LvColumn, String> CELLS =
      Map.of(NUM_FICHE, "90001A01", NOMS, "Testeur", PRENOM, "Alpha");

  private final Claim claim =
      new Claim(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), false);
  private final Written written = new Written();
  private final Vault vault = new Vault(KeyRing.of(keys()));
  private final LegacyPatientRows rows = new LegacyPatientRows();

  @BeforeEach
  void open() {
    rows.rows = written;
    rows.vault = vault;
    rows.clock = Clock.fixed(Instant.parse("2026-11-24T10:00:00Z"), ZoneOffset.UTC);
  }

  @Test
  void keepsWhatWasSetAsideUnderASeal() {
    rows.write(claim, TABLE, row(CELLS), RowVerdict.aside(Outcome.REVIEW, "key-repeated"));
    var line = written.lines.get(0);
    assertThat(line.key()).isEqualTo("90001A01");
    assertThat(new String(line.raw(), StandardCharsets.ISO_8859_1)).doesNotContain("Testeur");
    var opened = vault.open("legacy.import_row", "raw_sealed", line.id(), line.raw());
    assertThat(new String(opened, StandardCharsets.UTF_8))
        .contains("\"Noms\":\"Testeur\"", "\"Prenom\":\"Alpha\"");
  }

  @Test
  void keepsNothingOfARowThatWasTaken() {
    rows.write(claim, TABLE, row(CELLS), RowVerdict.done(Outcome.CREATED, UUID.randomUUID()));
    assertThat(written.lines.get(0).raw()).isNull();
  }

  @Test
  void writesDownWhatWasLeftOut() {
    var cells = Map.of(NUM_FICHE, "1", NOMS, "A", LvColumn.TELEPHONE, "12", LvColumn.SEXE, "X");
    rows.write(claim, TABLE, row(cells), RowVerdict.done(Outcome.CREATED, null));
    assertThat(written.lines.get(0).notes()).isEqualTo("phone-dropped,sex-unreadable");
  }

  @Test
  void doesNotTakeAnotherSpacingForAChange() {
    assertThat(rows.hash(row(Map.of(NUM_FICHE, "1", NOMS, " Testeur  Bis "))))
        .isEqualTo(rows.hash(row(Map.of(NUM_FICHE, "1", NOMS, "Testeur Bis"))));
  }

  @Test
  void takesEveryColumnForAChange() {
    var before = rows.hash(row(Map.of(NUM_FICHE, "1", NOMS, "A", PROFESSION, "B")));
    assertThat(rows.hash(row(Map.of(NUM_FICHE, "1", NOMS, "A", PROFESSION, "C"))))
        .isNotEqualTo(before);
    assertThat(rows.hash(row(Map.of(NUM_FICHE, "1", NOMS, "B", PROFESSION, "A"))))
        .isNotEqualTo(before);
  }

  private static LegacyPatientRow row(Map<LvColumn, String> cells) {
    return new LegacyPatientRow(2, null, cells);
  }

  private static Map<String, String> keys() {
    return Map.of("PHI_ENCRYPTION_KEY", key(1), "PHI_KEY_ID", "1", "PHI_INDEX_KEY", key(2));
  }

  private static String key(int first) {
    var bytes = new byte[32];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (first * 31 + i * 7);
    }
    return Base64.getEncoder().encodeToString(bytes);
  }

  private static class Written extends ImportRowQuery {
    final List<Line> lines = new ArrayList<>();

    @Override
    public void add(Claim claim, Line line, RowVerdict verdict) {
      lines.add(line);
    }
  }
}
