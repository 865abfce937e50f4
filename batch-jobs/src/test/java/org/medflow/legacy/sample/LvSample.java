package org.medflow.legacy.sample;

import static org.medflow.legacy.entity.LvColumn.AVENUE;
import static org.medflow.legacy.entity.LvColumn.COMMUNE;
import static org.medflow.legacy.entity.LvColumn.MESSAGERIE;
import static org.medflow.legacy.entity.LvColumn.NAISSANCE;
import static org.medflow.legacy.entity.LvColumn.NOMS;
import static org.medflow.legacy.entity.LvColumn.NUM_FICHE;
import static org.medflow.legacy.entity.LvColumn.POSTNOM;
import static org.medflow.legacy.entity.LvColumn.PRENOM;
import static org.medflow.legacy.entity.LvColumn.SEXE;
import static org.medflow.legacy.entity.LvColumn.TELEPHONE;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.medflow.legacy.entity.LvColumn;
import org.medflow.legacy.entity.Outcome;

/**
 * Makes batch-jobs/samples/lv/LV_Patients.csv: 2,000 invented rows, most of them good, with the
 * dirty cases that the README beside it lists. The seed fixes every byte. Run {@link #main} to
 * write the file again.
 */
final class LvSample {

  static final Path FILE = Path.of("samples/lv/LV_Patients.csv");
  static final int ROWS = 2_000;

  private static final long SEED = 19_610_412;
  private static final String HEADER =
      Arrays.stream(LvColumn.values()).map(LvColumn::header).collect(Collectors.joining(","));

  private final SamplePeople people = new SamplePeople(SEED);
  private final Random places = new Random(SEED);
  private final List<SampleRow> rows = new ArrayList<>();

  private LvSample() {}

  static LvSample make() {
    var sample = new LvSample();
    sample.dirtyPeople();
    sample.families();
    while (sample.rows.size() < ROWS - 62) {
      sample.rows.add(sample.people.next());
    }
    sample.invalid();
    sample.shuffle();
    sample.repeated();
    sample.alike();
    return sample;
  }

  public static void main(String[] to) throws IOException {
    Files.writeString(Path.of(to[0]), make().text(), StandardCharsets.UTF_8);
  }

  /** What must come out when an empty clinic takes the sample in. */
  Map<Outcome, Long> expected() {
    return rows.stream()
        .collect(
            Collectors.groupingBy(
                SampleRow::outcome, () -> new EnumMap<>(Outcome.class), Collectors.counting()));
  }

  /** The file: the header recurs twice and three lines are blank, as in the real exports. */
  String text() {
    var text = new StringBuilder(HEADER).append("\r\n");
    for (int i = 0; i < rows.size(); i++) {
      text.append(rows.get(i).line()).append("\r\n");
      text.append(i == 699 || i == 1_399 ? HEADER + "\r\n" : "");
      text.append(i % 600 == 599 ? "\r\n" : "");
    }
    return text.toString();
  }

  /** People with something wrong that does not keep them out. */
  private void dirtyPeople() {
    many(NAISSANCE, 60, "", "NULL", "-");
    many(NAISSANCE, 40, "1948", "vers 1952", "1967", "1971", "1985");
    many(NAISSANCE, 10, "03/1959", "juillet 1975");
    many(NAISSANCE, 20, "01/01/1900", "30/12/1899");
    many(NAISSANCE, 15, "31/02/1980", "45 ans", "00/00/0000");
    many(NAISSANCE, 5, "12/05/2099");
    many(TELEPHONE, 20, "12345", "9999999999", "voir dossier", "00000000");
    many(MESSAGERIE, 8, "aucune", "x@example.com", "a@b");
    many(SEXE, 10, "X", "", "?");
    many(PRENOM, 15, "", "NULL");
    many(NOMS, 5, "", "NULL");
    many(POSTNOM, 30, "");
    many(AVENUE, 3, "Av. des Essais\nn° 4, \"fond\" parcelle", "Av.\u00A0du\tStade 9");
    many(COMMUNE, 2, "Ngaliema ".repeat(20));
  }

  private void many(LvColumn column, int count, String... cells) {
    for (int i = 0; i < count; i++) {
      rows.add(people.next().with(column, cells[i % cells.length]));
    }
  }

  /** Three people each who share one telephone and a family name: all of them are let in. */
  private void families() {
    for (int i = 0; i < 20; i++) {
      var phone = people.phone();
      var name = people.one(SampleNames.FAMILY);
      for (int member = 0; member < 3; member++) {
        rows.add(people.next().with(NOMS, name).with(TELEPHONE, phone));
      }
    }
  }

  private void invalid() {
    for (var key :
        List.of("", "", "", "", "NULL", "NULL", "NULL", "NULL", "NULL", "000", "000", "000")) {
      rows.add(people.next().with(NUM_FICHE, key).becomes(Outcome.INVALID));
    }
    for (int i = 0; i < 6; i++) {
      rows.add(people.next().with(NOMS, "***").with(PRENOM, "").becomes(Outcome.INVALID));
    }
    rows.add(people.next().with(NOMS, "Z".repeat(81)).becomes(Outcome.INVALID));
    rows.add(people.next().with(PRENOM, "voir ".repeat(30)).becomes(Outcome.INVALID));
    for (int i = 0; i < 5; i++) {
      rows.add(people.next().followedBy(", étage 2").becomes(Outcome.INVALID));
    }
    rows.add(people.next().with(NUM_FICHE, "9".repeat(60)).becomes(Outcome.INVALID));
  }

  private void shuffle() {
    java.util.Collections.shuffle(rows, places);
  }

  /** File numbers that come twice: the same row changes nothing, another one waits for a person. */
  private void repeated() {
    for (int i = 0; i < 10; i++) {
      after(good(), found -> found.copy().becomes(Outcome.UNCHANGED));
    }
    for (int i = 0; i < 8; i++) {
      after(
          good(),
          found -> people.next().with(NUM_FICHE, found.cell(NUM_FICHE)).becomes(Outcome.REVIEW));
    }
  }

  /** The same person under two file numbers, as the old desk often made her. */
  private void alike() {
    for (int i = 0; i < 10; i++) {
      after(good(), found -> again(found));
    }
    for (int i = 0; i < 5; i++) {
      after(good(), found -> again(found).with(NOMS, found.cell(NOMS) + "A"));
    }
    for (int i = 0; i < 3; i++) {
      after(good(), found -> again(found).with(NAISSANCE, ""));
    }
  }

  private SampleRow again(SampleRow found) {
    return found
        .copy()
        .with(NUM_FICHE, people.key())
        .with(TELEPHONE, "")
        .with(MESSAGERIE, "")
        .becomes(Outcome.REVIEW);
  }

  /** A place in the first half with a person whose name and birthday are known in full. */
  private int good() {
    int place;
    do {
      place = places.nextInt(ROWS / 2);
    } while (!whole(rows.get(place)));
    return place;
  }

  private static boolean whole(SampleRow row) {
    return row.outcome() == Outcome.CREATED
        && row.cell(NAISSANCE).matches(".*[-/].*[-/].*")
        && !row.cell(NAISSANCE).matches(".*(1900|1899|2099|0000|/02/1980).*")
        && List.of(NOMS, POSTNOM, PRENOM).stream().allMatch(c -> row.cell(c).length() > 3)
        && !row.cell(NOMS).equals("NULL")
        && !row.cell(PRENOM).equals("NULL");
  }

  private void after(int place, java.util.function.UnaryOperator<SampleRow> made) {
    var row = made.apply(rows.get(place));
    rows.add(place + 1 + places.nextInt(rows.size() - place), row);
  }
}
