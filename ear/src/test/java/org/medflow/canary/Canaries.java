package org.medflow.canary;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.medflow.canary.Canary.Kept;

/**
 * Marked personal values, and the finder that knows them again: in upper and lower case, with
 * anything between the digits of a number, percent-encoded, in base64 wherever it begins, in hex.
 */
public final class Canaries {

  private static final int LETTERS = 10;
  private static final Pattern BETWEEN_DIGITS = Pattern.compile("(?<=\\d)[ ./-](?=\\d)");

  private final Random random;
  private final List<Canary> all = new ArrayList<>();

  public Canaries(long seed) {
    this.random = new Random(seed);
  }

  /** A name or another word that a table of its room may hold in clear. */
  public String word(String what) {
    return add(what, mark(), Kept.CLEAR);
  }

  /** A word that is not to be found in clear anywhere. */
  public String secret(String what) {
    return add(what, mark(), Kept.NOWHERE);
  }

  /** A text around a mark. */
  public String secret(String what, String form) {
    var core = mark();
    all.add(new Canary(what, form.formatted(core), core, Kept.NOWHERE));
    return form.formatted(core);
  }

  /** A number that begins so, with further digits, behind what may be written in another way. */
  public String number(String what, String before, String start, int digits) {
    var rest = random.ints(digits, 0, 10).mapToObj(String::valueOf).collect(Collectors.joining());
    var core = start + rest;
    all.add(new Canary(what, before + core, core, Kept.NOWHERE));
    return before + core;
  }

  /** A value that somebody else made, such as a token. */
  public String known(String what, String value) {
    return add(what, value, Kept.NOWHERE);
  }

  private String add(String what, String value, Kept kept) {
    all.add(new Canary(what, value, value, kept));
    return value;
  }

  private String mark() {
    var letters = new StringBuilder("Zq");
    for (int i = 0; i < LETTERS; i++) {
      letters.append("bdfgklmnprtvwxz".charAt(random.nextInt(15)));
      letters.append("aeiou".charAt(random.nextInt(5)));
    }
    return letters.substring(0, LETTERS + 2);
  }

  public List<Canary> all() {
    return List.copyOf(all);
  }

  /** What of it is in this text. */
  public Set<String> in(String text) {
    return in(text, any -> true);
  }

  public Set<String> in(String text, Predicate<Canary> wanted) {
    var low = text.toLowerCase(Locale.ROOT);
    var closed = BETWEEN_DIGITS.matcher(low).replaceAll("");
    return all.stream()
        .filter(wanted)
        .filter(
            canary -> forms(canary).anyMatch(form -> low.contains(form) || closed.contains(form)))
        .map(Canary::what)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String low(Canary canary) {
    return canary.core().toLowerCase(Locale.ROOT);
  }

  /** Every form of every wanted value, in lower case. */
  public String[] forms(Predicate<Canary> wanted) {
    return all.stream().filter(wanted).flatMap(Canaries::forms).distinct().toArray(String[]::new);
  }

  private static Stream<String> forms(Canary canary) {
    var forms = new LinkedHashSet<String>();
    var core = canary.core();
    var low = low(canary);
    forms.add(low);
    for (var spelt : new String[] {core, low, core.toUpperCase(Locale.ROOT)}) {
      var bytes = spelt.getBytes(StandardCharsets.UTF_8);
      var hex = HexFormat.of().formatHex(bytes);
      forms.add(hex);
      forms.add(hex.replaceAll("..", "%$0"));
      for (int before = 0; before < 3; before++) {
        var coded = base64(bytes, before).toLowerCase(Locale.ROOT);
        forms.add(coded);
        forms.add(coded.replace('+', '-').replace('/', '_'));
      }
    }
    return forms.stream();
  }

  /** The letters that the bytes become whatever stands so many bytes before and after them. */
  private static String base64(byte[] bytes, int before) {
    var shifted = new byte[before + bytes.length];
    System.arraycopy(bytes, 0, shifted, before, bytes.length);
    var text = Base64.getEncoder().withoutPadding().encodeToString(shifted);
    return text.substring((before * 8 + 5) / 6, shifted.length * 8 / 6);
  }
}
