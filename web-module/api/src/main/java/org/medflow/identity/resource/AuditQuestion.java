package org.medflow.identity.resource;

import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.UUID;
import org.medflow.audit.boundary.AuditFilter;
import org.medflow.platform.web.Refusal;

/** What of the audit is asked for, in the query of the address. */
public class AuditQuestion {

  @QueryParam("from")
  String from;

  @QueryParam("to")
  String to;

  @QueryParam("actor")
  String actor;

  @QueryParam("about")
  String about;

  @QueryParam("action")
  String action;

  @QueryParam("outcome")
  String outcome;

  AuditFilter filter() {
    return new AuditFilter(
        instant("from", from),
        instant("to", to),
        id("actor", actor),
        id("about", about),
        matching("action", action, "[A-Za-z][A-Za-z.-]{0,59}"),
        matching("outcome", outcome, "done|refused"));
  }

  private static String matching(String name, String text, String form) {
    if (text == null || text.isEmpty()) {
      return null;
    }
    if (!text.matches(form)) {
      throw Refusal.malformed(name, "bad-format");
    }
    return text;
  }

  private static Instant instant(String name, String text) {
    try {
      return text == null || text.isEmpty() ? null : Instant.parse(text);
    } catch (DateTimeParseException broken) {
      throw Refusal.malformed(name, "bad-format");
    }
  }

  private static UUID id(String name, String text) {
    try {
      return text == null || text.isEmpty() ? null : UUID.fromString(text);
    } catch (IllegalArgumentException broken) {
      throw Refusal.malformed(name, "bad-format");
    }
  }
}
