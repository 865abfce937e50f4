package org.medflow.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.medflow.harness.ClinicFixture;
import org.medflow.harness.Settings;

/**
 * Exports of older systems in a folder of a test's own. An old number stands for one person in the
 * whole group, so each clinic's copy of a sample has numbers of its own.
 */
record LegacyExport(Path folders, ClinicFixture clinic) {

  static final String PATIENTS = "LV_Patients.csv";

  private static final Pattern NUMBER = Pattern.compile("\\b(\\d{5}[A-Z]\\d{2})\\b");
  private static final String HEADER =
      "NumFiche,Noms,Postnom,Prenom,Sexe,Naissance,EtatCivil,Nationalite,Convention,Code,"
          + "Profession,Avenue,Quartier,Commune,Ville,Telephone,Messagerie";

  /** A copy of a sample of the repository, {@code lv} or {@code carevision}. */
  Path sample(String system) {
    var from = Settings.root().resolve("batch-jobs/samples").resolve(system);
    var to = folder("export-" + system);
    try (var files = Files.newDirectoryStream(from, "*.csv")) {
      for (var file : files) {
        var text = Files.readString(file);
        Files.writeString(
            to.resolve(file.getFileName()), NUMBER.matcher(text).replaceAll("$1" + clinic.code()));
      }
      return to;
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** Two people who look like nobody. */
  Path twoPeople() {
    var code = clinic.code();
    return file(
        "petit-export",
        HEADER,
        "A1%s,ZONABEKO,Wivine,Lucrèce,F,01-07-1985,,,,,,,,,Kinshasa,,".formatted(code),
        "B2%s,YUMBIPATA,Kasereka,Hilaire,M,23-11-1951,,,,,,,,,Matadi,,".formatted(code));
  }

  /** An export without the columns that every row must have. */
  Path withoutColumns() {
    return file("incomplet", "NumFiche,Noms,Prenom", "1,Ilunga,Aline");
  }

  private Path file(String name, String... lines) {
    var folder = folder(name);
    try {
      Files.write(folder.resolve(PATIENTS), List.of(lines));
      return folder;
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private Path folder(String name) {
    try {
      return Files.createDirectories(folders.resolve(name));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
