package org.medflow.legacy.resource;

import jakarta.ws.rs.QueryParam;
import org.medflow.legacy.boundary.RejectFilter;
import org.medflow.platform.error.Invalid;

/** Which rows a caller wants to see; what is left out does not narrow the list. */
public class RejectQuery {

  @QueryParam("table")
  String table;

  @QueryParam("outcome")
  String outcome;

  @QueryParam("reason")
  String reason;

  @QueryParam("open")
  String open;

  RejectFilter filter() {
    return new RejectFilter(given(table), given(outcome), given(reason), onlyOpen(open));
  }

  private static String given(String text) {
    return text == null || text.isBlank() ? null : text;
  }

  static boolean onlyOpen(String text) {
    if (text == null || text.equals("false")) {
      return false;
    }
    if (!text.equals("true")) {
      throw Invalid.field("open", "bad-format");
    }
    return true;
  }
}
