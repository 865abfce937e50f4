package org.medflow.platform.security;

import java.util.UUID;

/** Where deeds and refusals are written down; the audit room is behind it. */
public interface AuditSink {

  /** A deed, in the caller's transaction. */
  void wrote(String action, String entity, UUID id);

  /** The same with why, or with what was before and what is now. */
  void wrote(String action, String entity, UUID id, String reason);

  /** A refused call, in a transaction of its own. */
  void refused(Actor actor, String call);
}
