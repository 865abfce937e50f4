package org.medflow.legacy.tds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.medflow.legacy.entity.LegacyTable.AG_RDV;
import static org.medflow.legacy.entity.LegacyTable.FACTURE;
import static org.medflow.legacy.entity.LegacyTable.PATIENTS;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.medflow.legacy.entity.LegacyTable;

class CareVisionSampleTest {

  private static final Path FOLDER = Path.of("samples/carevision");

  private final CareVisionSample kept = CareVisionSample.kept();

  @ParameterizedTest
  @EnumSource(value = LegacyTable.class, mode = EnumSource.Mode.EXCLUDE, names = "LV_PATIENTS")
  void isTheFolderInTheRepository(LegacyTable table) throws IOException {
    assertThat(Files.readString(FOLDER.resolve(table.title() + ".csv"))).isEqualTo(kept.csv(table));
  }

  @Test
  void hasTheRowsThatItsReadmeSays() throws IOException {
    var readme = Files.readString(FOLDER.resolve("README.md"));
    for (var table : LegacyTable.ofSystem("carevision")) {
      assertThat(readme).contains("| %s.csv | %d |".formatted(table.title(), kept.count(table)));
    }
    assertThat(readme).contains("%d appointments of nobody".formatted(kept.orphans(AG_RDV)));
  }

  @Test
  void hasNoFilesBeyondTheTables() throws IOException {
    try (var files = Files.list(FOLDER)) {
      assertThat(files.map(file -> file.getFileName().toString()).filter(f -> f.endsWith(".csv")))
          .containsExactlyInAnyOrderElementsOf(
              LegacyTable.ofSystem("carevision").stream().map(t -> t.title() + ".csv").toList());
    }
  }

  @Test
  void hasADateThatIsNoneOnlyWhereDatesAreTexts() {
    var dated = CareVisionSample.of(1, CareVisionSample.Size.SMALL);
    assertThat(kept.csv(AG_RDV)).contains("99999Z99,2018-02-30,");
    assertThat(dated.csv(AG_RDV)).contains("99999Z99,,").contains(",2019-03-04T00:00,08:30,");
  }

  @Test
  void hasACrowdedDayOrphansAndOddStates() {
    var cells = CareVisionSample.of(1, CareVisionSample.Size.SMALL).cells(AG_RDV);
    assertThat(cells.stream().filter(c -> "2019-06-17T00:00".equals(c.get("daterdv"))))
        .hasSizeGreaterThanOrEqualTo(48);
    assertThat(cells).extracting(c -> c.get("status")).contains("REPORTE", "absent", null);
    assertThat(kept.orphans(AG_RDV)).isEqualTo(7);
    assertThat(kept.orphans(FACTURE)).isZero();
  }

  @Test
  void makesPeopleWhoAreNotAlike() {
    var people = CareVisionSample.of(1, new CareVisionSample.Size(12_000, 0, 0)).cells(PATIENTS);
    var keys = new HashSet<String>();
    var names = new HashSet<List<String>>();
    for (var person : people) {
      assertThat(person.get("CodePatient")).matches("[0-9]{5}[A-Z][0-9]{2}");
      assertThat(keys.add(person.get("CodePatient"))).isTrue();
      if (person.get("Prenom") != null) {
        var name = List.of(person.get("Nom"), person.get("Prenom"));
        assertThat(names.add(name)).as("%s", name).isTrue();
      }
    }
  }
}
