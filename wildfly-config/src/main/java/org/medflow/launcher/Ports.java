package org.medflow.launcher;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;

/** Every port of an installation, moved together by one offset. */
record Ports(int offset) {

  private static final int PAGES = 8080;
  private static final int LAN = 8443;
  private static final int MANAGEMENT = 9990;
  private static final int DATABASE = 15432;
  private static final int CLUSTER = 7600;
  private static final int MOST = 40_000;

  static int offset(String text) {
    if (!text.matches("[0-9]{1,5}") || Integer.parseInt(text) > MOST) {
      throw LauncherProblem.usage("--port-offset is a number from 0 to %d.".formatted(MOST));
    }
    return Integer.parseInt(text);
  }

  /** Tells before anything starts that another program has one of our ports. */
  void requireFree(boolean withDatabase) {
    var needed = new ArrayList<>(List.of(pages(), management()));
    if (withDatabase) {
      needed.add(database());
    }
    requireFree(needed);
  }

  static void requireFree(List<Integer> needed) {
    for (int port : needed) {
      try (var probe = new ServerSocket()) {
        probe.setReuseAddress(true);
        probe.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      } catch (IOException taken) {
        throw new LauncherProblem(
            "Port %d is in use; choose others with --port-offset N.".formatted(port), taken);
      }
    }
  }

  int pages() {
    return PAGES + offset;
  }

  int lan() {
    return LAN + offset;
  }

  int management() {
    return MANAGEMENT + offset;
  }

  int database() {
    return DATABASE + offset;
  }

  /** Where a node hears the others; closed while there is one node. */
  int cluster() {
    return CLUSTER + offset;
  }
}
