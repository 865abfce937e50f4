package org.medflow.launcher;

/** Who may knock at the embedded database: our roles, from this machine, with SCRAM. */
final class HostRules {

  static final String SUPERUSER = "postgres";

  private HostRules() {}

  /** The text of pg_hba.conf. */
  static String text() {
    return """
    # Written by the launcher at every start.
    host %1$s %2$s,%3$s 127.0.0.1/32 scram-sha-256
    host all %4$s 127.0.0.1/32 scram-sha-256
    host all all 0.0.0.0/0 reject
    host all all ::/0 reject
    """
        .formatted(DatabaseAddress.NAME, DatabaseAddress.OWNER, DatabaseAddress.APP, SUPERUSER);
  }
}
