package org.medflow.launcher;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.function.Predicate;

/** Where everything answers, as {@code status --json} prints it. */
@JsonPropertyOrder({"ready", "pages", "api", "openapi", "health", "metrics", "console", "nodes"})
record Addresses(
    boolean ready,
    String pages,
    String api,
    String openapi,
    String health,
    String metrics,
    String console,
    List<Door> nodes) {

  /** One of the servers. */
  @JsonPropertyOrder({"node", "ready", "pages", "api", "health"})
  record Door(int node, boolean ready, String pages, String api, String health) {}

  /** Those of the first server that is ready, and each one's own. */
  static Addresses of(List<Node> nodes, Predicate<Node> ready) {
    var doors = nodes.stream().map(node -> of(node.ports(), ready.test(node)).door(node)).toList();
    var first = doors.stream().filter(Door::ready).findFirst().orElse(doors.get(0));
    return of(nodes.get(first.node() - 1).ports(), first.ready()).with(doors);
  }

  static Addresses of(Ports ports, boolean ready) {
    var pages = "http://127.0.0.1:" + ports.pages();
    var management = "http://127.0.0.1:" + ports.management();
    return new Addresses(
        ready,
        pages + "/",
        pages + "/api/v1",
        pages + "/openapi",
        management + "/health",
        pages + "/metrics",
        management + "/console/index.html",
        List.of());
  }

  private Door door(Node node) {
    return new Door(node.number(), ready, pages, api, health);
  }

  private Addresses with(List<Door> doors) {
    return new Addresses(ready, pages, api, openapi, health, metrics, console, doors);
  }
}
