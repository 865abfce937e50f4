package org.medflow.harness;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * The one server of all deployed tests: started at the first question, stopped when the test run
 * ends. Its limits are raised and its Java compiles in haste, as in every test; everything else is
 * as delivered.
 */
public final class Shared {

  private static final String[] LIMITS = {
    "SIGN_IN_PER_ACCOUNT",
    "SIGN_IN_PER_ADDRESS",
    "REFRESH_PER_ADDRESS",
    "CODES_PER_ACCOUNT",
    "FORGOTTEN_PER_ADDRESS",
    "API_PER_MINUTE",
    "ANON_PER_MINUTE",
    "SEARCH_PER_MINUTE",
    "SENSITIVE_PER_MINUTE",
    "REPORT_PER_HOUR",
    "SIGN_IN_UNPAUSED"
  };

  /** Home of a server that runs already, while somebody works on a test. */
  private static final String ATTACHED = System.getProperty("medflow.attached");

  private static Medflow server;

  private Shared() {}

  public static synchronized Medflow server() {
    if (server == null && ATTACHED != null) {
      server = Medflow.attached(new Home(Path.of(ATTACHED)));
    }
    if (server == null) {
      Runtime.getRuntime().addShutdownHook(new Thread(Shared::stop, "stop-medflow"));
      server = Medflow.start(Home.fresh("shared"), environment());
    }
    return server;
  }

  static synchronized void stop() {
    if (server != null && ATTACHED == null) {
      server.close();
      server = null;
    }
  }

  /** Limits that a crowd of tests from one address does not meet, and the older system's keys. */
  public static Map<String, String> environment() {
    var environment = new HashMap<>(OldSystem.environment());
    for (var limit : LIMITS) {
      environment.put("MEDFLOW_LIMIT_" + limit, "100000000");
    }
    return environment;
  }
}
