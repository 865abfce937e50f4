package org.medflow.harness;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.stream.IntStream;

/** The ports of one installation, moved together by an offset; its further nodes follow. */
public record Ports(int offset, int node) {

  private static final int PAGES = 8080;
  private static final int SECURE_PAGES = 8443;
  private static final int MANAGEMENT = 9990;
  private static final int DATABASE = 15432;
  private static final int CLUSTER = 7600;
  private static final int STEP = 10;
  private static final int TRIES = 60;

  /** Those of the first node. */
  public Ports(int offset) {
    this(offset, 1);
  }

  /** Those of another node of the same installation. */
  Ports of(int number) {
    return new Ports(offset, number);
  }

  /** The first offset from here on at which nobody listens. */
  public static Ports free(int from) {
    return IntStream.range(0, TRIES)
        .mapToObj(step -> new Ports(from + step * STEP))
        .filter(Ports::allFree)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no free ports from offset " + from));
  }

  public int pages() {
    return PAGES + offset + node - 1;
  }

  public int management() {
    return MANAGEMENT + offset + node - 1;
  }

  public int database() {
    return DATABASE + offset;
  }

  /** Where the node hears the others, if there are any. */
  public int cluster() {
    return CLUSTER + offset + node - 1;
  }

  boolean allFree() {
    return IntStream.of(PAGES, SECURE_PAGES, MANAGEMENT, DATABASE)
        .allMatch(port -> free(InetAddress.getLoopbackAddress(), port + offset));
  }

  private static boolean free(InetAddress address, int port) {
    try (var socket = new ServerSocket(port, 1, address)) {
      return socket.isBound();
    } catch (IOException taken) {
      return false;
    }
  }
}
