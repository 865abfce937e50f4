package org.medflow.legacy.sample;

import static org.medflow.legacy.entity.LvColumn.AVENUE;
import static org.medflow.legacy.entity.LvColumn.CODE;
import static org.medflow.legacy.entity.LvColumn.COMMUNE;
import static org.medflow.legacy.entity.LvColumn.CONVENTION;
import static org.medflow.legacy.entity.LvColumn.ETAT_CIVIL;
import static org.medflow.legacy.entity.LvColumn.MESSAGERIE;
import static org.medflow.legacy.entity.LvColumn.NAISSANCE;
import static org.medflow.legacy.entity.LvColumn.NATIONALITE;
import static org.medflow.legacy.entity.LvColumn.NOMS;
import static org.medflow.legacy.entity.LvColumn.NUM_FICHE;
import static org.medflow.legacy.entity.LvColumn.POSTNOM;
import static org.medflow.legacy.entity.LvColumn.PRENOM;
import static org.medflow.legacy.entity.LvColumn.PROFESSION;
import static org.medflow.legacy.entity.LvColumn.QUARTIER;
import static org.medflow.legacy.entity.LvColumn.SEXE;
import static org.medflow.legacy.entity.LvColumn.TELEPHONE;
import static org.medflow.legacy.entity.LvColumn.VILLE;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import org.medflow.legacy.entity.LvColumn;

/**
 * Makes people one after the other who are not alike: no two share two names, a birthday or a
 * telephone.
 */
final class SamplePeople {

  private static final List<DateTimeFormatter> DATES =
      List.of(
          pattern("dd/MM/yyyy"),
          pattern("dd/MM/yyyy"),
          pattern("d/M/yyyy"),
          pattern("yyyy-MM-dd"),
          pattern("dd/MM/yyyy 00:00:00"),
          pattern("dd-MM-yyyy"));
  private static final List<String> WOMAN = List.of("F", "F", "F", "Féminin", "f");
  private static final List<String> MAN = List.of("M", "M", "M", "Masculin", "H");
  private static final List<String> PHONES =
      List.of("0%d%07d", "0%d %07d", "+243%d%07d", "243%d%07d", "00243%d%07d", "%d%07d");
  private static final int[] OPERATORS = {81, 82, 83, 84, 85, 89, 90, 97, 98, 99};

  private final Random random;
  private final Set<String> pairs = new HashSet<>();
  private final Set<LocalDate> birthdays = new HashSet<>();
  private int made;
  private int numbers;

  SamplePeople(long seed) {
    random = new Random(seed);
  }

  SampleRow next() {
    var cells = new EnumMap<LvColumn, String>(LvColumn.class);
    boolean woman = random.nextInt(100) < 56;
    name(cells, woman ? SampleNames.WOMEN : SampleNames.MEN);
    cells.put(NUM_FICHE, key());
    cells.put(SEXE, one(woman ? WOMAN : MAN));
    cells.put(NAISSANCE, one(DATES, birthday()));
    cells.put(ETAT_CIVIL, one(List.of("Célibataire", "Marié(e)", "Veuf(ve)", "")));
    cells.put(NATIONALITE, "Congolaise");
    cells.put(PROFESSION, one(SampleNames.PROFESSIONS));
    payer(cells);
    address(cells);
    contact(cells);
    return new SampleRow(cells);
  }

  /** File numbers as the old system made them: five digits, a letter, two digits. */
  String key() {
    int n = made++;
    return "%05d%c%02d".formatted(40_001 + n, 'A' + n % 26, 1 + n * 7 % 89);
  }

  String phone() {
    int n = numbers++;
    return one(PHONES).formatted(OPERATORS[n % OPERATORS.length], 1_000 + n / OPERATORS.length);
  }

  LocalDate birthday() {
    LocalDate day;
    do {
      day = LocalDate.of(1936, 1, 1).plusDays(random.nextInt(31_000));
    } while (!birthdays.add(day));
    return day;
  }

  <T> T one(List<T> from) {
    return from.get(random.nextInt(from.size()));
  }

  private String one(List<DateTimeFormatter> formats, LocalDate day) {
    return one(formats).format(day);
  }

  private void name(EnumMap<LvColumn, String> cells, List<String> firstNames) {
    String last;
    String post;
    String first;
    do {
      last = one(SampleNames.FAMILY);
      post = one(SampleNames.POSTNOM);
      first = one(firstNames);
    } while (pairs.contains(last + post)
        || pairs.contains(last + first)
        || pairs.contains(post + first));
    pairs.addAll(List.of(last + post, last + first, post + first));
    cells.put(
        NOMS,
        random.nextInt(4) == 0
            ? last.charAt(0) + last.substring(1).toLowerCase(Locale.ROOT)
            : last);
    cells.put(POSTNOM, post);
    cells.put(PRENOM, random.nextInt(6) == 0 ? first.toUpperCase(Locale.FRENCH) : first);
  }

  private void payer(EnumMap<LvColumn, String> cells) {
    boolean self = random.nextInt(100) < 62;
    cells.put(CONVENTION, self ? "[Patient Privé]" : one(SampleNames.CONVENTIONS));
    cells.put(CODE, self ? "" : "E-%04d".formatted(random.nextInt(10_000)));
  }

  private void address(EnumMap<LvColumn, String> cells) {
    var avenue = "Av. " + one(SampleNames.AVENUES);
    cells.put(
        AVENUE, avenue + (random.nextInt(3) == 0 ? ", n° " : " ") + (1 + random.nextInt(150)));
    cells.put(QUARTIER, random.nextInt(3) == 0 ? "" : one(SampleNames.QUARTERS));
    cells.put(COMMUNE, one(SampleNames.COMMUNES));
    cells.put(VILLE, random.nextInt(5) == 0 ? "" : "Kinshasa");
  }

  private void contact(EnumMap<LvColumn, String> cells) {
    int how = random.nextInt(100);
    var two = how < 15 ? one(List.of("/", " / ", ",", ", ")) + phone() : "";
    cells.put(TELEPHONE, how >= 92 ? "" : phone() + two);
    cells.put(MESSAGERIE, how % 9 == 0 ? "fiche%d@courriel.test".formatted(made) : "");
  }

  private static DateTimeFormatter pattern(String text) {
    return DateTimeFormatter.ofPattern(text);
  }
}
