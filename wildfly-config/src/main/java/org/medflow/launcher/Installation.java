package org.medflow.launcher;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.medflow.launcher.DatabaseAddress.Login;

/** One installation: its folder, build, ports, secrets, keys and database. */
record Installation(
    Home home, Build build, Ports ports, boolean lan, Secrets secrets, DatabaseAddress database) {

  /** The one whose server is ready now. */
  static Installation running(Home home) {
    var state =
        RunState.read(home)
            .filter(found -> RunState.READY.equals(found.phase()))
            .filter(found -> new Readiness(home, found.ports()).ready())
            .orElseThrow(
                () ->
                    new LauncherProblem(
                        LauncherProblem.NOT_RUNNING,
                        "MedFlow does not run: start it with ./medflow run.",
                        null));
    return Installation.open(home, state.ports(), state.lan());
  }

  static Installation open(Home home, Ports ports, boolean lan) {
    var secrets = Secrets.of(home);
    var url = System.getenv("MEDFLOW_DB_URL");
    var database =
        url == null
            ? DatabaseAddress.embedded(
                ports.database(), new Login(DatabaseAddress.OWNER, secrets.ownerPassword()))
            : DatabaseAddress.of(url);
    return new Installation(home, Build.found(), ports, lan, secrets, database);
  }

  static boolean external() {
    return System.getenv("MEDFLOW_DB_URL") != null;
  }

  /** The database of our own, unless one from outside is named. */
  Optional<EmbeddedDatabase> embeddedDatabase() {
    return external()
        ? Optional.empty()
        : Optional.of(new EmbeddedDatabase(home, ports.database(), secrets.superuserPassword()));
  }

  /** Roles, schemas and migrations; returns how many migrations ran. */
  int prepareDatabase(Optional<Login> superuser) {
    var schema = new Schema(database, secrets.appPassword());
    superuser.ifPresent(schema::found);
    schema.prepare(superuser.orElse(database.owner()));
    return schema.migrate();
  }

  Server server() {
    var environment = new HashMap<String, String>();
    environment.putAll(secrets.forServer());
    environment.putAll(keys());
    environment.put("MEDFLOW_DB_HOST", database.host());
    environment.put("MEDFLOW_DB_PORT", String.valueOf(database.port()));
    environment.put("MEDFLOW_DB_NAME", database.name());
    environment.put("MEDFLOW_DB_OPTIONS", database.options());
    environment.put("MEDFLOW_HOME", home.root().toString());
    publicAddress()
        .ifPresent(ours -> environment.put(PublicAddress.SETTING, ours.uri().toString()));
    if (lan) {
      environment.put("MEDFLOW_LAN", "true");
      environment.put("MEDFLOW_LAN_ADDRESS", "0.0.0.0");
    }
    return new Server(home, build, ports, environment, this::certificate);
  }

  /** Lays down the certificate of the local network, when it was asked for. */
  private void certificate() {
    if (lan) {
      lanCertificate().install(home.server().resolve("configuration"));
    }
  }

  LanCertificate lanCertificate() {
    var reached = new ArrayList<>(LanCertificate.addresses());
    publicAddress().map(PublicAddress::name).ifPresent(reached::add);
    return new LanCertificate(home, secrets.lanStorePassword(), reached);
  }

  private static Optional<PublicAddress> publicAddress() {
    return PublicAddress.of(System.getenv(PublicAddress.SETTING));
  }

  /** The keys; made now only when nothing was ever sealed in this database. */
  private Map<String, String> keys() {
    return Keys.of(home, System.getenv("MEDFLOW_KEYS"), sealedBefore());
  }

  private boolean sealedBefore() {
    try (var connection = database.connect();
        var sql = connection.createStatement();
        var rows = sql.executeQuery("select exists (select 1 from medflow.key_check)")) {
      return rows.next() && rows.getBoolean(1);
    } catch (SQLException refused) {
      throw new LauncherProblem("The key check cannot be read.", refused);
    }
  }
}
