package org.medflow.launcher;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * One of the servers of an installation. A single one knows nothing of others: its configuration
 * has local caches and opens no channel. The ports of further nodes follow those of the first.
 *
 * @param number from 1
 * @param count how many there are
 * @param first the ports of the installation
 */
record Node(int number, int count, Ports first) {

  static final int MOST = 4;

  private static final String NAME = "medflow";

  /** How many were asked for on the command line. */
  static int count(String text) {
    if (!text.matches("[1-9]") || Integer.parseInt(text) > MOST) {
      throw LauncherProblem.usage("--nodes is a number from 1 to %d.".formatted(MOST));
    }
    return Integer.parseInt(text);
  }

  static List<Node> all(int count, Ports first) {
    return IntStream.rangeClosed(1, count).mapToObj(n -> new Node(n, count, first)).toList();
  }

  static Node alone(Ports ports) {
    return new Node(1, 1, ports);
  }

  Ports ports() {
    return new Ports(first.offset() + number - 1);
  }

  /** Distinct and lasting, because unfinished transactions are found again by it. */
  String name() {
    return number == 1 ? NAME : NAME + "-" + number;
  }

  boolean clustered() {
    return count > 1;
  }

  String configuration() {
    return clustered() ? "medflow-nodes.xml" : "medflow.xml";
  }

  /** Where JGroups looks for the members. */
  String members() {
    return all(count, first).stream()
        .map(node -> "127.0.0.1[%d]".formatted(node.ports().cluster()))
        .collect(Collectors.joining(","));
  }
}
