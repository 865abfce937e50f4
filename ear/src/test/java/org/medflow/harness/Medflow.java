package org.medflow.harness;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/**
 * An installation started the way a person starts it: the launcher in a process of its own, with a
 * home of its own. What it prints goes to a file.
 */
public final class Medflow implements AutoCloseable {

  private static final Duration START = Duration.ofMinutes(4);
  private static final long STOP_SECONDS = 60;

  private static final HttpClient HTTP =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();

  private final Home home;
  private final Ports ports;
  private final ProcessHandle process;
  private final Path console;
  private final Way way;

  /** How it was started: with these variables and so many servers. */
  private record Way(Map<String, String> environment, int nodes) {}

  private Medflow(Home home, Ports ports, ProcessHandle process, Path console, Way way) {
    this.home = home;
    this.ports = ports;
    this.process = process;
    this.console = console;
    this.way = way;
  }

  /** Starts the launcher with {@code run} and waits until the server is ready. */
  public static Medflow start(Home home, Map<String, String> environment) {
    return start(home, environment, 1);
  }

  /** The same with so many servers; the one returned is the first. */
  public static Medflow start(Home home, Map<String, String> environment, int nodes) {
    var way = new Way(Settings.brief(environment), nodes);
    var medflow = launch(home, Ports.free(Settings.offset()), way);
    medflow.awaitReady();
    return medflow;
  }

  /** Starts the launcher with {@code run} and does not wait. */
  public static Medflow launch(Home home, Map<String, String> environment) {
    return launch(home, Ports.free(Settings.offset()), new Way(Settings.brief(environment), 1));
  }

  /** An installation that somebody else started and will stop. */
  static Medflow attached(Home home) {
    var run = home.run();
    var supervisor = ProcessHandle.of(run.getJsonNumber("supervisor").longValue()).orElseThrow();
    var ports = new Ports(run.getInt("portOffset"));
    return new Medflow(home, ports, supervisor, consoleOf(home), new Way(Map.of(), 1));
  }

  /** The same installation as one of its servers shows it. */
  public Medflow node(int number) {
    return new Medflow(home, ports.of(number), process, console, way);
  }

  private static Path consoleOf(Home home) {
    return home.folder().resolveSibling(home.folder().getFileName() + ".console.log");
  }

  /** The same installation started anew, on the same ports. */
  public Medflow again() {
    var revived = launchAgain();
    revived.awaitReady();
    return revived;
  }

  /** The same without waiting. */
  public Medflow launchAgain() {
    return launch(home, ports, way);
  }

  private static Medflow launch(Home home, Ports ports, Way way) {
    var console = consoleOf(home);
    var words = new ArrayList<>(List.of("run", "--port-offset", "" + ports.offset()));
    if (way.nodes() > 1) {
      words.addAll(List.of("--nodes", "" + way.nodes()));
    }
    var process = Launcher.start(home, console, way.environment(), words.toArray(String[]::new));
    return new Medflow(home, ports, process.toHandle(), console, way);
  }

  public void awaitReady() {
    Awaitility.await("server of " + home.folder())
        .atMost(START.multipliedBy(way.nodes()))
        .pollInterval(Duration.ofMillis(300))
        .failFast(this::assertAlive)
        .until(() -> lastFirst().allMatch(n -> node(n).ready()));
  }

  /**
   * They start one after the other, and each question counts for whoever asks from this address.
   */
  private IntStream lastFirst() {
    return IntStream.iterate(way.nodes(), n -> n > 0, n -> n - 1);
  }

  private void assertAlive() {
    if (!process.isAlive()) {
      throw new AssertionError("the launcher gave up: " + tail());
    }
  }

  public boolean ready() {
    return answers(health()) == 200 && answers(pages().resolve("/connexion")) == 200;
  }

  /** Status of a GET, 0 when nobody answers. */
  public static int answers(URI uri) {
    var request = HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(10)).build();
    try {
      return HTTP.send(request, BodyHandlers.discarding()).statusCode();
    } catch (IOException silent) {
      return 0;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return 0;
    }
  }

  public URI pages() {
    return URI.create("http://127.0.0.1:" + ports.pages());
  }

  public URI api() {
    return pages().resolve("/api/v1");
  }

  public URI management() {
    return URI.create("http://127.0.0.1:" + ports.management());
  }

  public URI health() {
    return management().resolve("/health/ready");
  }

  public Home home() {
    return home;
  }

  public Ports ports() {
    return ports;
  }

  public Path console() {
    return console;
  }

  /** A caller who may do what the launcher may. */
  public ApiClient operator() {
    return ApiClient.anonymous(api())
        .with("Authorization", "Operator " + home.secret("MEDFLOW_OPERATOR_TOKEN"));
  }

  public ApiClient anonymous() {
    return ApiClient.anonymous(api());
  }

  public Database owner() {
    return Database.of(url(), "medflow_owner", home.secret("MEDFLOW_DB_OWNER_PASSWORD"));
  }

  /** Who may load extensions and read every statistic. */
  public Database superuser() {
    return Database.of(url(), "postgres", home.secret("MEDFLOW_DB_SUPERUSER_PASSWORD"));
  }

  /** The role of the server, seeing no clinic until {@link Database#seeing} says which. */
  public Database app() {
    return Database.of(url(), "medflow_app", home.secret("MEDFLOW_DB_PASSWORD"));
  }

  /** The same in another database of the cluster. */
  public Database superuser(String database) {
    return Database.of(url(database), "postgres", home.secret("MEDFLOW_DB_SUPERUSER_PASSWORD"));
  }

  private String url() {
    return url("medflow");
  }

  private String url(String database) {
    return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(ports.database(), database);
  }

  /** Memory that the server holds now, in kilobytes. */
  public long residentKilobytes() {
    try (var lines = Files.lines(Path.of("/proc/%d/status".formatted(home.serverPid())))) {
      return lines
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
          .findFirst()
          .orElse(0);
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }

  /** What the server says about its own API. */
  public JsonObject publishedApi() {
    var reply = ApiClient.anonymous(pages()).get("/openapi?format=JSON");
    return reply.status() == 200
        ? reply.json()
        : ApiClient.anonymous(management()).get("/openapi?format=JSON").json();
  }

  /** The last lines of what the launcher printed. */
  public String tail() {
    try {
      var lines = Files.readAllLines(console);
      return String.join("\n", lines.subList(Math.max(0, lines.size() - 40), lines.size()));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** Everything below the launcher that is alive, the launcher first. */
  public List<ProcessHandle> processes() {
    var all = new ArrayList<>(List.of(process));
    process.descendants().forEach(all::add);
    return all;
  }

  /** kill -9 of the database; the launcher notices and starts it again. */
  public void killDatabase() {
    kill(home.databasePid());
  }

  /** kill -9 of the server; the launcher notices and starts it again. */
  public void killServer() {
    kill(way.nodes() == 1 ? home.serverPid() : home.serverPid(ports.node()));
  }

  private static void kill(long pid) {
    ProcessHandle.of(pid)
        .orElseThrow(() -> new IllegalStateException("no process " + pid))
        .destroyForcibly();
  }

  /** Stops every process of the database where it is; {@link #wakeDatabase()} lets it go on. */
  public void pauseDatabase() {
    signal("STOP");
  }

  public void wakeDatabase() {
    signal("CONT");
  }

  private void signal(String name) {
    var database = ProcessHandle.of(home.databasePid()).orElseThrow();
    signal(name, Stream.concat(Stream.of(database), database.descendants()));
  }

  /** Ends the server and keeps the launcher from starting it again; the database stays. */
  public void endServerOnly() {
    signal("STOP", Stream.of(process));
    signal("TERM", ProcessHandle.of(home.serverPid()).stream());
    Awaitility.await("the server ends")
        .atMost(Duration.ofSeconds(STOP_SECONDS))
        .until(() -> answers(health()) == 0);
  }

  /** The database dies and nobody starts it again until {@link #wakeLauncher()}. */
  public void keepDatabaseAway() {
    signal("STOP", Stream.of(process));
    killDatabase();
  }

  /** Lets the launcher of {@link #endServerOnly()} go on. */
  public void wakeLauncher() {
    signal("CONT", Stream.of(process));
  }

  private static void signal(String name, Stream<ProcessHandle> to) {
    var words = new ArrayList<>(List.of("kill", "-" + name));
    to.forEach(one -> words.add(String.valueOf(one.pid())));
    try {
      new ProcessBuilder(words).start().waitFor();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  /** Waits until the server, killed or deprived of its database, answers as before. */
  public void awaitBack(Duration patience) {
    Awaitility.await("the server is back")
        .atMost(patience)
        .pollInterval(Duration.ofMillis(200))
        .failFast(this::assertAlive)
        .until(this::ready);
  }

  @Override
  public void close() {
    var below = process.descendants().toList();
    process.destroy();
    try {
      process.onExit().get(STOP_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException | ExecutionException tooLong) {
      process.destroyForcibly();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    below.stream().filter(ProcessHandle::isAlive).forEach(ProcessHandle::destroyForcibly);
    home.leftDatabase().flatMap(ProcessHandle::of).ifPresent(ProcessHandle::destroyForcibly);
  }
}
