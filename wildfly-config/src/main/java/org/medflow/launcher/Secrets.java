package org.medflow.launcher;

import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.Map;

/** Passwords and tokens between the parts of one installation; people never need them. */
record Secrets(Map<String, String> values) {

  private static final String SUPERUSER = "MEDFLOW_DB_SUPERUSER_PASSWORD";
  private static final String OWNER = "MEDFLOW_DB_OWNER_PASSWORD";
  private static final String APP = "MEDFLOW_DB_PASSWORD";
  private static final String OPERATOR = "MEDFLOW_OPERATOR_TOKEN";
  private static final String METRICS = "MEDFLOW_METRICS_TOKEN";
  private static final String LAN_STORE = "MEDFLOW_LAN_STORE";

  static Secrets of(Home home) {
    var file = new EnvFile(home.secrets());
    if (!Files.exists(home.secrets())) {
      if (home.hasDatabase()) {
        throw new LauncherProblem(
            "The database is there, but %s with its passwords is not: put the file back."
                .formatted(home.secrets()));
      }
      file.write(fresh(), "Passwords between the parts of this installation.");
    }
    return new Secrets(Setting.checkNames(file.read(), Setting.Origin.SECRETS));
  }

  private static Map<String, String> fresh() {
    var fresh = new LinkedHashMap<String, String>();
    for (var name : new String[] {SUPERUSER, OWNER, APP, OPERATOR, METRICS, LAN_STORE}) {
      fresh.put(name, RandomText.token());
    }
    return fresh;
  }

  String superuserPassword() {
    return value(SUPERUSER);
  }

  String ownerPassword() {
    return value(OWNER);
  }

  String appPassword() {
    return value(APP);
  }

  String operatorToken() {
    return value(OPERATOR);
  }

  String lanStorePassword() {
    return value(LAN_STORE);
  }

  /** What the server process is told; the owner's password is not among it. */
  Map<String, String> forServer() {
    return Map.of(
        APP,
        appPassword(),
        OPERATOR,
        operatorToken(),
        METRICS,
        value(METRICS),
        LAN_STORE,
        lanStorePassword());
  }

  private String value(String name) {
    var value = values.get(name);
    if (value == null || value.isEmpty()) {
      throw new LauncherProblem("%s is missing in secrets.env.".formatted(name));
    }
    return value;
  }

  @Override
  public String toString() {
    return "Secrets" + values.keySet();
  }
}
