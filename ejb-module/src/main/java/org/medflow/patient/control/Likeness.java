package org.medflow.patient.control;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.medflow.patient.entity.Sex;

/**
 * How likely two records are one person, 0 to 100, and why. A strong identifier settles it (100).
 * Names give up to 65, with the birth date up to 85, so names alone never reach 90; a telephone
 * alone gives 65 because families share one; an e-mail alone 75. Independent signs strengthen each
 * other: the chance that all of them mislead is the product of their chances. Source: spec
 * clinical.md 2 for the order of the signs and 85 for names with birth date; the other weights are
 * ours, unconfirmed.
 *
 * @param reasons message keys after {@code patient.likeness.}
 */
public record Likeness(int score, List<String> reasons) {

  /** From here a candidate is shown and a person must decide. */
  public static final int SHOWN = 60;

  /** From here "another person" needs the right to override. */
  public static final int SURE = 90;

  private static final int CERTAIN = 100;
  private static final double NAMES = 65;
  private static final double NAMES_WITH_BIRTH = 85;
  private static final double OTHER_SEX = 12;
  private static final double PHONE = 65;
  private static final double EMAIL = 75;
  private static final double WEAK_NUMBER = 50;
  private static final double ALIKE = 0.5;
  private static final double SIMILAR = 0.7;
  private static final double SOUNDS = 0.9;

  public Likeness {
    reasons = List.copyOf(reasons);
  }

  public static Likeness of(Traits a, Traits b) {
    var reasons = new ArrayList<String>();
    if (shared(a.strong(), b.strong(), "same-identifier", reasons)) {
      return new Likeness(CERTAIN, reasons);
    }
    double doubt = 1;
    doubt *= doubt(PHONE, shared(a.phones(), b.phones(), "same-phone", reasons));
    doubt *= doubt(EMAIL, shared(a.emails(), b.emails(), "same-email", reasons));
    doubt *= doubt(WEAK_NUMBER, shared(a.weak(), b.weak(), "same-old-number", reasons));
    doubt *= 1 - person(a, b, reasons) / CERTAIN;
    int score = (int) Math.round(CERTAIN * (1 - doubt));
    return new Likeness(Math.min(score, CERTAIN - 1), reasons);
  }

  private static double person(Traits a, Traits b, List<String> reasons) {
    double names = NameLikeness.of(a.names(), b.names());
    if (names < ALIKE) {
      return 0;
    }
    var birth = BirthLikeness.of(a.birth(), b.birth());
    if (names >= SIMILAR) {
      reasons.add(names == 1 ? "same-names" : names >= SOUNDS ? "sounds-alike" : "similar-names");
    }
    if (birth.reason() != null) {
      reasons.add(birth.reason());
    }
    double points = NAMES * names + birth.points() - (otherSex(a, b) ? OTHER_SEX : 0);
    return Math.max(0, Math.min(points, NAMES_WITH_BIRTH));
  }

  private static boolean otherSex(Traits a, Traits b) {
    return known(a.sex()) && known(b.sex()) && a.sex() != b.sex();
  }

  private static boolean known(Sex sex) {
    return sex == Sex.FEMALE || sex == Sex.MALE;
  }

  private static double doubt(double points, boolean agrees) {
    return agrees ? 1 - points / CERTAIN : 1;
  }

  private static boolean shared(Set<String> a, Set<String> b, String reason, List<String> reasons) {
    boolean agree = !Collections.disjoint(a, b);
    if (agree) {
      reasons.add(reason);
    }
    return agree;
  }
}
