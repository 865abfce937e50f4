package org.medflow.patient.control;

/** Whether two tokens are one typing error apart: a letter more, less, other, or two swapped. */
final class Typing {

  private Typing() {}

  static boolean oneError(String a, String b) {
    if (Math.abs(a.length() - b.length()) > 1) {
      return false;
    }
    int head = 0;
    int shorter = Math.min(a.length(), b.length());
    while (head < shorter && a.charAt(head) == b.charAt(head)) {
      head++;
    }
    var restA = a.substring(head);
    var restB = b.substring(head);
    return switch (a.length() - b.length()) {
      case 1 -> restA.substring(1).equals(restB);
      case -1 -> restB.substring(1).equals(restA);
      default -> restA.isEmpty() || otherOrSwapped(restA, restB);
    };
  }

  private static boolean otherOrSwapped(String a, String b) {
    return a.substring(1).equals(b.substring(1))
        || a.length() > 1
            && a.charAt(0) == b.charAt(1)
            && a.charAt(1) == b.charAt(0)
            && a.substring(2).equals(b.substring(2));
  }
}
