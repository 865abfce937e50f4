package org.medflow.legacy.tds;

import static org.medflow.legacy.entity.LegacyTable.PATIENTS;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.medflow.legacy.sample.SampleNames;

/** Invented patients who are not alike: no two share a name, a birthday or a telephone. */
final class CareVisionPeople {

  private static final LocalDate FIRST_BIRTHDAY = LocalDate.of(1936, 1, 1);
  private static final int DAYS = 31_000;
  private static final int STEP = 7_919;
  private static final int FAMILIES = SampleNames.FAMILY.size();
  private static final int SINGLE_NAMES = 3_000;
  private static final int FIRST_KEY = 10_001;

  private CareVisionPeople() {}

  static List<CareVisionRow> some(int patients) {
    var rows = new ArrayList<CareVisionRow>();
    for (int i = 0; i < patients; i++) {
      rows.add(dirty(i, one(i)));
    }
    return rows;
  }

  /** Five digits, a letter, two digits, as the old system made them. */
  static String key(int i) {
    return "%05d%c%02d".formatted(FIRST_KEY + i, 'A' + i * 5 % 26, 11 + i * 7 % 89);
  }

  private static CareVisionRow one(int i) {
    boolean woman = i % 9 < 5;
    var firstNames = woman ? SampleNames.WOMEN : SampleNames.MEN;
    var avenue = SampleNames.AVENUES.get(i % SampleNames.AVENUES.size()).replace("'", "''");
    return CareVisionRow.of(PATIENTS, "CodePatient", key(i), "Sexe", woman ? "F" : "M")
        .with("Nom", family(i))
        .with("Prenom", firstNames.get((i / FAMILIES + i * 3) % firstNames.size()))
        .with("DateNaissance", FIRST_BIRTHDAY.plusDays((long) i * STEP % DAYS).atStartOfDay())
        .with("Telephone", i % 13 == 0 ? "" : "08%d%07d".formatted(1 + i % 5, 2_000_000 + i))
        .with("Adresse", "Av. %s %d".formatted(avenue, 1 + i % 140))
        .with("Ville", i % 6 == 0 ? null : "Kinshasa")
        .with("Email", i % 10 == 0 ? "patient%d@courriel.test".formatted(i) : null)
        .with("Profession", SampleNames.PROFESSIONS.get(i % SampleNames.PROFESSIONS.size()))
        .with("Convention", i % 4 == 0 ? SampleNames.CONVENTIONS.get(i / 4 % 5) : "[Patient Privé]")
        .with("Matricule", i % 4 == 0 ? "M-%05d".formatted(i) : null)
        .with("datecreation", LocalDate.of(2012, 1, 2).plusDays(i % 2_500).atTime(8, 15))
        .with("datemodification", LocalDate.of(2020, 1, 2).plusDays(i % 900).atTime(16, 40));
  }

  private static String family(int i) {
    var family = SampleNames.FAMILY.get(i % FAMILIES);
    return i < SINGLE_NAMES
        ? family
        : family + " " + SampleNames.POSTNOM.get(i / SINGLE_NAMES % SampleNames.POSTNOM.size());
  }

  /** Now and then somebody of whom little is known. */
  private static CareVisionRow dirty(int i, CareVisionRow row) {
    return switch (i % 100) {
      case 17 -> row.with("DateNaissance", null);
      case 37 -> row.with("DateNaissance", LocalDate.of(1900, 1, 1).atStartOfDay());
      case 57 -> row.with("Telephone", "9999999999");
      case 77 -> row.with("Prenom", "");
      case 97 -> row.with("Sexe", null);
      default -> row;
    };
  }
}
