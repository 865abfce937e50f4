package org.medflow.platform.page;

import jakarta.servlet.http.HttpServletRequest;
import org.medflow.platform.security.Actor;

/** Who is behind a request of a page; the room that keeps the sessions answers. */
public interface Callers {

  /** A caller and her language, null when nobody knows it. */
  record Visitor(Actor actor, String language) {}

  Visitor of(HttpServletRequest request);

  /** Whether this browser had a session before, alive or not. */
  boolean known(HttpServletRequest request);

  /** What the forms of this browser's session are bound to, null without a session. */
  String bond(HttpServletRequest request);
}
