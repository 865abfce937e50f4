package org.medflow.patient.control;

import java.util.ArrayList;
import java.util.List;

/**
 * How alike two names are, 0 to 1, whatever the order of their tokens: each token is paired with
 * its best counterpart, tokens without one count against.
 */
final class NameLikeness {

  private static final double SAME = 1.0;
  private static final double SOUND = 0.9;
  private static final double ONE_ERROR = 0.85;
  private static final double BEGINNING = 0.75;
  private static final int BEGINNING_LETTERS = 3;
  private static final int ENOUGH_TOKENS = 2;

  private NameLikeness() {}

  static double of(NameKey a, NameKey b) {
    if (a.tokens().isEmpty() || b.tokens().isEmpty()) {
      return 0;
    }
    double paired = paired(a.tokens(), b.tokens());
    double dice = 2 * paired / (a.tokens().size() + b.tokens().size());
    int fewer = Math.min(a.tokens().size(), b.tokens().size());
    return fewer < ENOUGH_TOKENS ? dice : (dice + paired / fewer) / 2;
  }

  private static double paired(List<String> a, List<String> b) {
    var pairs = new ArrayList<double[]>();
    for (int i = 0; i < a.size(); i++) {
      for (int j = 0; j < b.size(); j++) {
        pairs.add(new double[] {token(a.get(i), b.get(j)), i, j});
      }
    }
    pairs.sort((x, y) -> Double.compare(y[0], x[0]));
    var usedA = new boolean[a.size()];
    var usedB = new boolean[b.size()];
    double sum = 0;
    for (var pair : pairs) {
      if (!usedA[(int) pair[1]] && !usedB[(int) pair[2]]) {
        usedA[(int) pair[1]] = true;
        usedB[(int) pair[2]] = true;
        sum += pair[0];
      }
    }
    return sum;
  }

  static double token(String a, String b) {
    if (a.equals(b)) {
      return SAME;
    }
    if (NameSound.of(a).equals(NameSound.of(b))) {
      return SOUND;
    }
    if (Math.min(a.length(), b.length()) > BEGINNING_LETTERS && Typing.oneError(a, b)) {
      return ONE_ERROR;
    }
    boolean begins =
        a.length() >= BEGINNING_LETTERS
            && b.length() >= BEGINNING_LETTERS
            && a.substring(0, BEGINNING_LETTERS).equals(b.substring(0, BEGINNING_LETTERS));
    return begins ? BEGINNING : 0;
  }
}
