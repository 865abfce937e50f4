package org.medflow.launcher;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/** Where everything answers, as {@code status --json} prints it. */
@JsonPropertyOrder({"ready", "pages", "api", "openapi", "health", "metrics", "console"})
record Addresses(
    boolean ready,
    String pages,
    String api,
    String openapi,
    String health,
    String metrics,
    String console) {

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
        management + "/console/index.html");
  }
}
