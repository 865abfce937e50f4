package org.medflow.harness;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Invented people of Kinshasa and Lubumbashi, reproducible from a seed. Family names are put
 * together from syllables, so that two of them hardly ever look alike and a test meets no duplicate
 * that it did not ask for.
 */
public final class People {

  private static final String[] HEADS = {
    "Ka", "Mu", "Lu", "Ba", "Ndo", "Mbu", "Tshi", "Nga", "Ki", "Ilu", "Mwa", "Nzu", "Bo", "Ku",
    "Ma", "Lo", "Sha", "Wa", "Yo", "Ze", "Fwa", "Nsi", "Mpo", "Ngo", "Mvu", "Bwe", "Tshe", "Ndja"
  };
  private static final String[] MIDDLES = {
    "ba", "lon", "sen", "kol", "tum", "ngi", "mwa", "ndu", "zol", "pen", "mbe", "kwe", "shin",
    "fut", "rib", "dia", "vem", "yum", "bok", "lel", "gan", "suk", "pol", "min", "nza", "tol"
  };
  private static final String[] TAILS = {
    "ji", "go", "ga", "la", "bo", "di", "ka", "mba", "nda", "si", "ta", "yi", "we", "lo", "ndo",
    "ma", "zi", "ke", "pa", "shi", "nga", "bu", "fu", "le"
  };
  private static final String[] FIRST = {
    "Aimée", "Béatrice", "Célestin", "Désiré", "Espérance", "Fiston", "Grâce", "Honoré", "Irène",
    "Joséphine", "Karine", "Léon", "Madeleine", "Noël", "Odette", "Patience", "Raphaël", "Solange",
    "Théodore", "Ursule", "Véronique", "Wivine", "Yannick", "Zoé", "Blaise", "Clémence", "Dieudonné"
  };
  private static final String[] OPERATORS = {"81", "82", "84", "85", "89", "90", "97", "99"};

  private final Random random;

  public People(long seed) {
    this.random = new Random(seed);
  }

  public Person next() {
    return new Person(
        name(),
        name(),
        pick(FIRST),
        random.nextBoolean() ? "FEMALE" : "MALE",
        LocalDate.of(1935, 1, 1).plusDays(random.nextInt(29_000)),
        List.of(phone()),
        null,
        null,
        null,
        List.of());
  }

  /** With a national id, an e-mail address and a street: everything that is kept sealed. */
  public Person complete() {
    var plain = next();
    return new Person(
        plain.lastName(),
        plain.postName(),
        plain.firstName(),
        plain.sex(),
        plain.birthDate(),
        plain.phones(),
        nationalId(),
        "%s.%05d@exemple.cd".formatted(plain.lastName().toLowerCase(Locale.ROOT), number(100_000)),
        "%d avenue %s".formatted(1_000 + number(9_000), name() + name().toLowerCase(Locale.ROOT)),
        List.of());
  }

  public String name() {
    return pick(HEADS) + pick(MIDDLES) + pick(MIDDLES) + pick(TAILS);
  }

  public String firstName() {
    return pick(FIRST);
  }

  /** A Congolese mobile number in E.164. */
  public String phone() {
    return "+243" + pick(OPERATORS) + "%07d".formatted(number(10_000_000));
  }

  public String nationalId() {
    return "CD%05d%05d".formatted(number(100_000), number(100_000));
  }

  public int number(int below) {
    return random.nextInt(below);
  }

  private String pick(String... from) {
    return from[random.nextInt(from.length)];
  }
}
