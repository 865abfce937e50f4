package org.medflow.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** The WildFly process: started without a shell in between, so that its pid is the JVM's. */
final class Server {

  private static final Duration STOP_PATIENCE = Duration.ofSeconds(40);
  private static final Duration YOUTH = Duration.ofMinutes(1);
  private static final String STARTUP = "MEDFLOW-STARTUP: ";

  private static final Set<String> NOT_FOR_SERVER = Set.of("MEDFLOW_DB_URL", "MEDFLOW_KEYS");

  private static final List<String> OPENINGS =
      List.of(
          "--add-exports=java.desktop/sun.awt=ALL-UNNAMED",
          "--add-exports=java.naming/com.sun.jndi.ldap=ALL-UNNAMED",
          "--add-exports=java.naming/com.sun.jndi.url.ldap=ALL-UNNAMED",
          "--add-exports=java.naming/com.sun.jndi.url.ldaps=ALL-UNNAMED",
          "--add-exports=jdk.naming.dns/com.sun.jndi.dns=ALL-UNNAMED",
          "--add-opens=java.base/java.lang=ALL-UNNAMED",
          "--add-opens=java.base/java.lang.invoke=ALL-UNNAMED",
          "--add-opens=java.base/java.lang.reflect=ALL-UNNAMED",
          "--add-opens=java.base/java.io=ALL-UNNAMED",
          "--add-opens=java.base/java.net=ALL-UNNAMED",
          "--add-opens=java.base/java.security=ALL-UNNAMED",
          "--add-opens=java.base/java.util=ALL-UNNAMED",
          "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
          "--add-opens=java.management/javax.management=ALL-UNNAMED",
          "--add-opens=java.naming/javax.naming=ALL-UNNAMED");

  private final Home home;
  private final Build build;
  private final Node node;
  private final Map<String, String> environment;
  private final ServerFolder folder;
  private final Consumer<Path> certificates;
  private Process process;
  private long started;

  /**
   * One of the servers.
   *
   * @param certificates lays down key stores in the folder of its configuration
   */
  Server(
      Home home,
      Build build,
      Node node,
      Map<String, String> environment,
      Consumer<Path> certificates) {
    this.home = home;
    this.build = build;
    this.node = node;
    this.environment = Map.copyOf(environment);
    this.folder = new ServerFolder(home, build, node.number());
    this.certificates = certificates;
  }

  Node node() {
    return node;
  }

  void start() {
    folder.prepare();
    certificates.accept(base().resolve("configuration"));
    var builder =
        new ProcessBuilder(Processes.apart(command()))
            .directory(home.root().toFile())
            .redirectErrorStream(true)
            .redirectOutput(console().toFile());
    builder.environment().keySet().removeIf(name -> !Server.inherited(name));
    builder.environment().putAll(environment);
    try {
      process = builder.start();
      started = System.nanoTime();
    } catch (IOException refused) {
      throw new LauncherProblem("The server cannot be started.", refused);
    }
  }

  boolean alive() {
    return process != null && process.isAlive();
  }

  /** Whether it was started so recently that it may not be ready yet. */
  boolean young() {
    return alive() && System.nanoTime() - started < YOUTH.toNanos();
  }

  long pid() {
    return process.pid();
  }

  void stop() {
    if (alive()) {
      Processes.end(process.toHandle(), "TERM", STOP_PATIENCE);
    }
  }

  /** Stops servers that outlived their launcher. */
  static void endLeftovers(Home home) {
    IntStream.rangeClosed(1, Node.MOST)
        .mapToObj(home::server)
        .flatMap(base -> Processes.ours("/java", mark(base)).stream())
        .forEach(handle -> Processes.end(handle, "TERM", STOP_PATIENCE));
  }

  /** Why the application refused to open its doors, in the words of its own start-up check. */
  Optional<String> refusal() {
    try (var lines = Files.lines(console())) {
      var sentence =
          lines
              .filter(line -> line.contains(STARTUP))
              .map(line -> line.substring(line.indexOf(STARTUP) + STARTUP.length()))
              .findFirst();
      return sentence.isPresent() || !folder.deploymentFailed()
          ? sentence
          : Optional.of("The application was not accepted by the server; see " + log() + ".");
    } catch (IOException unreadable) {
      throw new LauncherProblem("%s cannot be read.".formatted(console()), unreadable);
    }
  }

  Path log() {
    return base().resolve("log/medflow.log");
  }

  private Path console() {
    return base().resolve("log/console.log");
  }

  private Path base() {
    return home.server(node.number());
  }

  /**
   * The server hears MedFlow's settings, where CareVision is and the keys of the older system, but
   * nothing that opens the owner's door.
   */
  static boolean inherited(String name) {
    return name.equals("PATH")
        || name.equals("LANG")
        || name.startsWith("CAREVISION_")
        || name.startsWith("LEGACY_PHI_ENCRYPTION_KEY")
        || name.startsWith("MEDFLOW_") && !NOT_FOR_SERVER.contains(name);
  }

  private List<String> command() {
    var base = base();
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add(mark(base));
    command.addAll(memory());
    command.addAll(further());
    command.addAll(OPENINGS);
    command.addAll(
        List.of(
            "-Duser.timezone=UTC",
            "-Dfile.encoding=UTF-8",
            "-Djava.awt.headless=true",
            "-Djava.net.preferIPv4Stack=true",
            "-Djboss.modules.system.pkgs=org.jboss.byteman",
            "-Djdk.serialFilter=maxbytes=10485760;maxdepth=128;maxarray=100000;maxrefs=300000",
            "-Dorg.jboss.boot.log.file=" + base.resolve("log/boot.log"),
            "-Dlogging.configuration=file:" + base.resolve("configuration/logging.properties"),
            "-Djboss.home.dir=" + build.server(),
            "-Djboss.node.name=" + node.name(),
            "-Djboss.tx.node.id=" + node.name(),
            "-Djboss.socket.binding.port-offset=" + node.ports().offset(),
            "-jar",
            build.server().resolve("jboss-modules.jar").toString(),
            "-mp",
            build.server().resolve("modules").toString(),
            "org.jboss.as.standalone",
            "--server-config=" + node.configuration()));
    return command;
  }

  /** By this word on its command line a server of this folder is known again. */
  private static String mark(Path base) {
    return "-Djboss.server.base.dir=" + base;
  }

  private static List<String> memory() {
    var wanted = System.getenv("MEDFLOW_HEAP");
    var heap = wanted == null ? MachineMemory.here().heap() : wanted;
    if (!heap.matches("[1-9][0-9]{0,4}[mg]")) {
      throw new LauncherProblem("MEDFLOW_HEAP is a size such as 512m or 2g.");
    }
    return List.of(
        "-Xms64m", "-Xmx" + heap, "-XX:MaxMetaspaceSize=384m", "-XX:+ExitOnOutOfMemoryError");
  }

  private static List<String> further() {
    var wanted = System.getenv("MEDFLOW_JAVA");
    return wanted == null || wanted.isBlank() ? List.of() : List.of(wanted.strip().split(" "));
  }
}
