package org.medflow.launcher;

/** What the person at the terminal reads. */
final class Console {

  private Console() {}

  static void say(String line) {
    System.out.println(line);
  }

  static void complain(String line) {
    System.err.println(line);
  }
}
