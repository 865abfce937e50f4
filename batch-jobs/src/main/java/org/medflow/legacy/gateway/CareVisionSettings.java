package org.medflow.legacy.gateway;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.medflow.platform.error.FieldError;
import org.medflow.platform.error.Invalid;

/**
 * Where the CareVision database stands and who reads it, from the settings of the installation.
 * Server, database, user and password have no default: what is missing is named in the refusal.
 *
 * @param socketMillis silence on the line after which it counts as lost
 */
record CareVisionSettings(
    String server,
    int port,
    String database,
    String user,
    String password,
    Tls tls,
    Optional<String> mapping,
    int socketMillis) {

  static final String PREFIX = "CAREVISION_";

  private static final int USUAL_PORT = 1433;
  private static final int HIGHEST_PORT = 65_535;
  private static final int SOCKET_MILLIS = 90_000;
  private static final List<String> NEEDED =
      List.of("SQL_SERVER", "SQL_DATABASE", "SQL_USER", "SQL_PASSWORD");

  /** How the line is kept private; encrypted and checked unless somebody says otherwise. */
  record Tls(
      boolean encrypt,
      Optional<String> trustStore,
      Optional<String> trustStorePassword,
      boolean trustAnyCertificate) {

    @Override
    public String toString() {
      return "encrypt " + encrypt;
    }
  }

  /**
   * Reads the settings by their names.
   *
   * @throws Invalid {@code source-disabled}, or {@code source-not-configured} with the names
   */
  static CareVisionSettings of(Function<String, Optional<String>> setting) {
    Function<String, Optional<String>> own =
        name -> setting.apply(PREFIX + name).map(String::strip).filter(text -> !text.isEmpty());
    if (own.apply("ENABLED").filter("false"::equalsIgnoreCase).isPresent()) {
      throw Invalid.field("source", "source-disabled");
    }
    var missing = NEEDED.stream().filter(name -> own.apply(name).isEmpty()).toList();
    if (!missing.isEmpty()) {
      throw notConfigured(missing, "setting-missing");
    }
    return new CareVisionSettings(
        own.apply("SQL_SERVER").orElseThrow(),
        port(own.apply("SQL_PORT")),
        own.apply("SQL_DATABASE").orElseThrow(),
        own.apply("SQL_USER").orElseThrow(),
        setting.apply(PREFIX + "SQL_PASSWORD").orElseThrow(),
        tls(own),
        own.apply("MAPPING"),
        SOCKET_MILLIS);
  }

  /** The refusal that names settings. */
  static Invalid notConfigured(List<String> settings, String why) {
    var fields = new ArrayList<FieldError>();
    fields.add(new FieldError("source", "source-not-configured"));
    settings.forEach(name -> fields.add(new FieldError(PREFIX + name, why)));
    return new Invalid(fields);
  }

  CareVisionSettings silentFor(int millis) {
    return new CareVisionSettings(server, port, database, user, password, tls, mapping, millis);
  }

  private static int port(Optional<String> text) {
    if (text.isEmpty()) {
      return USUAL_PORT;
    }
    return text.filter(digits -> digits.matches("[1-9][0-9]{0,4}"))
        .map(Integer::parseInt)
        .filter(port -> port <= HIGHEST_PORT)
        .orElseThrow(() -> notConfigured(List.of("SQL_PORT"), "out-of-range"));
  }

  private static Tls tls(Function<String, Optional<String>> own) {
    return new Tls(
        own.apply("SQL_ENCRYPT").filter("false"::equalsIgnoreCase).isEmpty(),
        own.apply("SQL_TRUST_STORE"),
        own.apply("SQL_TRUST_STORE_PASSWORD"),
        own.apply("SQL_TRUST_SERVER_CERTIFICATE").filter("true"::equalsIgnoreCase).isPresent());
  }

  /** Without the password, since logs may print it. */
  @Override
  public String toString() {
    return server + ":" + port + "/" + database;
  }
}
