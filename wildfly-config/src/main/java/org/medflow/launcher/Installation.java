package org.medflow.launcher;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.medflow.launcher.DatabaseAddress.Login;

/** One installation: its folder, build, ports, secrets, keys, database and servers. */
record Installation(
    Home home,
    Build build,
    Ports ports,
    boolean lan,
    Secrets secrets,
    DatabaseAddress database,
    List<Node> nodes) {

  /** The one with a server that is ready now. */
  static Installation running(Home home) {
    var state =
        RunState.read(home)
            .filter(found -> RunState.READY.equals(found.phase()))
            .filter(found -> found.nodes().stream().anyMatch(node -> Readiness.of(home, node)))
            .orElseThrow(
                () ->
                    new LauncherProblem(
                        LauncherProblem.NOT_RUNNING,
                        "MedFlow does not run: start it with ./medflow run.",
                        null));
    return of(home, state);
  }

  static Installation of(Home home, RunState state) {
    return open(home, state.ports(), state.lan()).withNodes(state.servers().size());
  }

  static Installation open(Home home, Ports ports, boolean lan) {
    var secrets = Secrets.of(home);
    var url = System.getenv("MEDFLOW_DB_URL");
    var database =
        url == null
            ? DatabaseAddress.embedded(
                ports.database(), new Login(DatabaseAddress.OWNER, secrets.ownerPassword()))
            : DatabaseAddress.of(url);
    var alone = List.of(Node.alone(ports));
    return new Installation(home, Build.found(), ports, lan, secrets, database, alone);
  }

  Installation withNodes(int count) {
    return new Installation(
        home, build, ports, lan, secrets, database, Node.all(Math.max(1, count), ports));
  }

  /** Tells before anything starts that another program has one of our ports. */
  void requireFreePorts() {
    for (var node : nodes) {
      node.ports().requireFree(node.number() == 1 && !external());
      if (node.clustered()) {
        Ports.requireFree(List.of(node.ports().cluster()));
      }
    }
  }

  /** Where to call: the first server that is ready. */
  Ports door() {
    return nodes.stream()
        .filter(node -> node.clustered() && Readiness.of(home, node))
        .findFirst()
        .orElse(nodes.get(0))
        .ports();
  }

  static boolean external() {
    return System.getenv("MEDFLOW_DB_URL") != null;
  }

  /** The database of our own, unless one from outside is named. */
  Optional<EmbeddedDatabase> embeddedDatabase() {
    return external()
        ? Optional.empty()
        : Optional.of(
            new EmbeddedDatabase(
                home, ports.database(), secrets.superuserPassword(), nodes.size()));
  }

  /** Roles, schemas and migrations; returns how many migrations ran. */
  int prepareDatabase(Optional<Login> superuser) {
    var schema = new Schema(database, secrets.appPassword());
    superuser.ifPresent(schema::found);
    schema.prepare(superuser.orElse(database.owner()));
    return schema.migrate();
  }

  /** The servers, not started yet; several share a key that no earlier run has seen. */
  List<Server> servers() {
    var environment = environment();
    if (nodes.size() == 1) {
      return List.of(new Server(home, build, nodes.get(0), environment, this::certificate));
    }
    var key = ClusterKey.fresh(home);
    environment.put("MEDFLOW_CLUSTER_STORE", key.password());
    environment.put("MEDFLOW_CLUSTER_HOSTS", nodes.get(0).members());
    Consumer<Path> certificates =
        configuration -> {
          certificate(configuration);
          key.install(configuration);
        };
    return nodes.stream()
        .map(node -> new Server(home, build, node, environment, certificates))
        .toList();
  }

  private Map<String, String> environment() {
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
    return environment;
  }

  /** Lays down the certificate of the local network, when it was asked for. */
  private void certificate(Path configuration) {
    if (lan) {
      lanCertificate().install(configuration);
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
