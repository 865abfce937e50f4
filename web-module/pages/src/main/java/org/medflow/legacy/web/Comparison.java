package org.medflow.legacy.web;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.medflow.legacy.boundary.RejectDetail.Cell;
import org.medflow.legacy.boundary.RejectDetail.Suggestion;

/**
 * A row that was set aside beside a patient who may be meant: the source always on the left, the
 * known record on the right.
 */
public record Comparison(Suggestion who, List<Line> lines) {

  private static final Set<String> NAMES = Set.of("noms", "nom", "postnom", "prenom");
  private static final Set<String> BIRTHS = Set.of("naissance", "datenaissance");
  private static final Set<String> SEXES = Set.of("sexe");
  private static final Pattern DAY_FIRST =
      Pattern.compile("(\\d{1,2})[/.-](\\d{1,2})[/.-](\\d{4})");
  private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2}).*");

  /** One thing that both sides say; {@code what} ends a message key. */
  public record Line(String what, String source, String known, boolean same) {}

  public static Comparison of(List<Cell> cells, Suggestion who) {
    return new Comparison(
        who,
        List.of(
            line("name", cell(cells, NAMES), who.name(), Comparison::words),
            line("birth", cell(cells, BIRTHS), who.birthDate(), Comparison::day),
            line("sex", cell(cells, SEXES), who.sex(), Comparison::sex)));
  }

  private static Line line(String what, String source, String known, UnaryOperator<String> sense) {
    var right = known == null ? "" : known;
    return new Line(what, source, right, sense.apply(source).equals(sense.apply(right)));
  }

  private static String cell(List<Cell> cells, Set<String> columns) {
    return cells.stream()
        .filter(cell -> columns.contains(plain(cell.column()).toLowerCase(Locale.ROOT)))
        .map(Cell::value)
        .filter(value -> value != null && !value.isBlank())
        .map(String::strip)
        .collect(Collectors.joining(" "));
  }

  private static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
  }

  /** The words of a name in one order, without accents and case. */
  private static String words(String name) {
    return Arrays.stream(plain(name).toUpperCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
        .filter(word -> !word.isEmpty())
        .sorted()
        .collect(Collectors.joining(" "));
  }

  private static String day(String text) {
    var french = DAY_FIRST.matcher(text);
    if (french.matches()) {
      return "%s-%02d-%02d"
          .formatted(
              french.group(3), Integer.valueOf(french.group(2)), Integer.valueOf(french.group(1)));
    }
    var iso = YEAR_FIRST.matcher(text);
    return iso.matches() ? "%s-%s-%s".formatted(iso.group(1), iso.group(2), iso.group(3)) : text;
  }

  /** Old systems write F, Féminin, Masculin; we write FEMALE, MALE. */
  private static String sex(String text) {
    var first = text.isEmpty() ? "" : text.substring(0, 1).toUpperCase(Locale.ROOT);
    return first.equals("F") || first.equals("M") ? first : "";
  }
}
