package org.medflow.patient.control;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A name as it is compared: tokens in upper case, without accents, sorted, so that neither accents
 * nor the order of the names matter. An apostrophe joins (N'Kongolo is Nkongolo), everything else
 * that is no letter or digit parts.
 */
public record NameKey(List<String> tokens) {

  private static final Pattern JOINING = Pattern.compile("['’ʼ`´]");
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern PARTING = Pattern.compile("[^\\p{L}\\p{N}]+");

  public NameKey {
    tokens = tokens.stream().sorted().toList();
  }

  public static NameKey of(String... parts) {
    return new NameKey(
        Stream.of(parts)
            .filter(Objects::nonNull)
            .flatMap(part -> Arrays.stream(PARTING.split(plain(part))))
            .filter(token -> !token.isEmpty())
            .toList());
  }

  /** The tokens with one space between, as kept in {@code patient.name_key}. */
  public String text() {
    return String.join(" ", tokens);
  }

  /** The sound of each token in the order of the tokens, as kept in {@code patient.name_sound}. */
  public String soundText() {
    return sounds().stream()
        .map(sound -> sound.isEmpty() ? "-" : sound)
        .collect(Collectors.joining(" "));
  }

  public List<String> sounds() {
    return tokens.stream().map(NameSound::of).toList();
  }

  private static String plain(String text) {
    var joined = JOINING.matcher(parts(JOINING.matcher(text).replaceAll(""))).replaceAll("");
    var bare = MARKS.matcher(parts(joined.toUpperCase(Locale.ROOT))).replaceAll("");
    return bare.replace("Œ", "OE").replace("Æ", "AE").replace("Ø", "O").replace("Ɛ", "E");
  }

  /** Letters apart from their accents, ligatures and superscripts as plain letters. */
  private static String parts(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKD);
  }
}
