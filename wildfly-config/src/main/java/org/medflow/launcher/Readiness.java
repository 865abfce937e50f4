package org.medflow.launcher;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Whether the doors are open, asked where a monitor would ask. */
record Readiness(Home home, Ports ports) {

  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final int OK = 200;

  static boolean of(Home home, Node node) {
    return new Readiness(home, node.ports()).ready();
  }

  /** Waits for the open doors; says why when they stay shut. */
  void await(Server server) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!ready()) {
      server
          .refusal()
          .ifPresent(
              sentence -> {
                throw new LauncherProblem(sentence);
              });
      if (!server.alive()) {
        throw new LauncherProblem("The server ended while starting; see " + server.log() + ".");
      }
      if (System.nanoTime() > end) {
        throw new LauncherProblem("The server is not ready yet; see " + server.log() + ".");
      }
      Processes.pause(Duration.ofMillis(250));
    }
  }

  boolean ready() {
    var request =
        HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:%d/health/ready".formatted(ports.management())))
            .timeout(Duration.ofSeconds(5))
            .build();
    try {
      return HttpClient.newHttpClient().send(request, BodyHandlers.discarding()).statusCode() == OK;
    } catch (IOException notYet) {
      return false;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new LauncherProblem("Stopped while waiting.", stopped);
    }
  }
}
