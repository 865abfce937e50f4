package org.medflow.platform;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import java.util.function.IntSupplier;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.medflow.harness.ClinicFixture;
import org.medflow.harness.Home;
import org.medflow.harness.Launcher;
import org.medflow.harness.Medflow;
import org.medflow.harness.PageClient;
import org.medflow.harness.Person;
import org.medflow.harness.Settings;
import org.medflow.harness.Staff;

/**
 * The life of an installation of its own, with the limits as delivered: first day, crash, and the
 * starts that must not happen.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class InstallationIT {

  private static final Pattern LINK = Pattern.compile("http://\\S+/premier-demarrage\\?token=\\S+");

  private static Home home;
  private static Medflow server;
  private static ClinicFixture clinic;
  private static Person person;
  private static UUID patient;

  @BeforeAll
  static void start() {
    home = Home.fresh("installation");
    server = Medflow.start(home, Map.of());
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  @Order(1)
  void printsALinkForTheFirstAdministrator() throws IOException {
    var link = LINK.matcher(Files.readString(server.console()));
    assertThat(link.find()).as(server.tail()).isTrue();
    assertThat(link.group()).startsWith(server.pages().toString());
    assertThat(
            server
                .owner()
                .number("select count(*) from medflow.one_time_link where purpose = 'first-admin'"))
        .isOne();
  }

  @Test
  @Order(2)
  void shutsTheDoorAfterFiveWrongPasswordsForThatPersonOnly() {
    clinic = ClinicFixture.open(server, "receptionist", "nurse");
    person = clinic.people().complete();
    patient = clinic.registered(person).id();
    var who = clinic.hire("guessed", "nurse", clinic.code());
    var pauses = IntStream.range(0, 5).map(i -> guess(who, "wrong guess " + i)).toArray();
    assertThat(pauses).startsWith(0, 0).isSorted();
    assertThat(pauses[4]).as("seconds told before the fifth guess").isGreaterThan(pauses[2]);
    var shut = server.anonymous().signIn(who.username(), who.password());
    assertThat(shut.status()).as(shut.toString()).isEqualTo(429);
    assertThat(shut.code()).isEqualTo("too-many-attempts");
    assertThat(Integer.parseInt(shut.header("Retry-After").orElseThrow())).isBetween(800, 900);
    var other = clinic.staff("nurse");
    assertThat(server.anonymous().signIn(other.username(), other.password()).status())
        .isEqualTo(200);
  }

  @Test
  @Order(3)
  void slowsDownWhoeverAsksTooFastAndNobodyElse() {
    var browser = PageClient.signedIn(server, clinic.staff("nurse"));
    var admin = clinic.as("admin");
    var nurse = clinic.as("nurse");
    var nobody = Json.createObjectBuilder().add("duplicate", UUID.randomUUID().toString());
    var merge = nobody.add("reason", "essai").build();
    var search = Json.createObjectBuilder().add("q", "mbuyi").build();
    var token = Map.of("X-MF-Token", browser.token("/accueil"));

    var stranger = PageClient.anonymous(server);
    assertThat(beforeTheFirst429(() -> stranger.get("/connexion").statusCode())).isBetween(20, 120);
    var page = stranger.get("/connexion");
    assertThat(page.headers().firstValue("Retry-After")).isPresent();
    assertThat(page.body()).contains("error-too-many");
    assertThat(server.anonymous().get("/auth/jwks").header("Retry-After")).isPresent();
    assertThat(browser.get("/accueil").statusCode()).as("signed in, same address").isEqualTo(200);

    var merges = "/patients/%s/merge".formatted(UUID.randomUUID());
    assertThat(beforeTheFirst429(() -> admin.post(merges, merge).status())).isEqualTo(30);
    var csv = admin.with("Accept", "text/csv");
    assertThat(beforeTheFirst429(() -> csv.get("/audit/export").status())).isEqualTo(30);
    assertThat(beforeTheFirst429(() -> nurse.post("/patients/search", search).status()))
        .isEqualTo(120);
    var quick = browser.send("POST", "/recherche", Map.of("q", "mbuyi"), token);
    assertThat(quick.statusCode()).as("one count for pages and API").isEqualTo(429);
    assertThat(quick.headers().firstValue("Retry-After")).isPresent();
  }

  /** How many answers were given before one was refused for haste. */
  private static int beforeTheFirst429(IntSupplier ask) {
    return (int) IntStream.range(0, 200).map(i -> ask.getAsInt()).takeWhile(s -> s != 429).count();
  }

  /** Guesses once, after the pause that the door asks for; the seconds it asked for. */
  private static int guess(Staff who, String password) {
    var first = server.anonymous().signIn(who.username(), password);
    if (first.status() == 401) {
      return 0;
    }
    assertThat(first.code()).isEqualTo("too-soon");
    int seconds = Integer.parseInt(first.header("Retry-After").orElseThrow());
    Awaitility.await()
        .pollDelay(Duration.ofSeconds(seconds))
        .untilAsserted(
            () ->
                assertThat(server.anonymous().signIn(who.username(), password).status())
                    .isEqualTo(401));
    return seconds;
  }

  @Test
  @Order(4)
  void comesBackWithAllDataAfterEverythingWasKilled() {
    var all = server.processes();
    long database = home.databasePid();
    long wildfly = home.serverPid();
    all.forEach(ProcessHandle::destroyForcibly);
    for (long pid : new long[] {wildfly, database}) {
      ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
    }
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> all.stream().noneMatch(ProcessHandle::isAlive));

    server = server.again();
    var reply = clinic.on(server).as("receptionist").get("/patients/" + patient);
    assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
    assertThat(reply.json().getString("email")).isEqualTo(person.email());
  }

  @Test
  @Order(5)
  void stopsOnCommandAndLeavesNobodyBehind() {
    var all = server.processes();
    var said = Launcher.run(home, Map.of(), "stop");
    assertThat(said.exit()).as(said.output()).isZero();
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> all.stream().noneMatch(ProcessHandle::isAlive));
  }

  @Test
  @Order(6)
  void doesNotStartWithoutItsKeys() throws IOException {
    var keys = home.path("keys.env");
    var aside = home.path("keys.aside");
    Files.move(keys, aside);
    assertRefused("key");
    Files.move(aside, keys);
  }

  @Test
  @Order(7)
  void doesNotStartWithAKeyThatIsTooShort() throws IOException {
    withKey("c2hvcnQ=", "key");
  }

  @Test
  @Order(8)
  void doesNotStartWithAnotherKeyThanTheDataWereSealedWith() throws IOException {
    var other = new byte[32];
    new java.util.Random(5).nextBytes(other);
    withKey(Base64.getEncoder().encodeToString(other), "key");
  }

  @Test
  @Order(9)
  void doesNotStartWhenARoleHoldsARightThatTheProgramDoesNotKnow() {
    server = server.again();
    server
        .owner()
        .update("insert into medflow.role_permission values ('receptionist', 'open_every_door')");
    server.close();
    assertRefused("open_every_door");
  }

  @Test
  @Order(10)
  void doesNotStartWithASettingThatCannotBeMeant() {
    assertRefused("medflow_treads", Map.of("MEDFLOW_TREADS", "4"));
    assertRefused("medflow_threads", Map.of("MEDFLOW_THREADS", "many"));
  }

  private static void withKey(String key, String word) throws IOException {
    Path keys = home.path("keys.env");
    var good = Files.readString(keys);
    Files.writeString(
        keys, good.replaceAll("(?m)^PHI_ENCRYPTION_KEY=.*$", "PHI_ENCRYPTION_KEY=" + key));
    try {
      assertRefused(word);
    } finally {
      Files.writeString(keys, good);
    }
  }

  /** The start fails, says why in one sentence, and leaves nothing running. */
  private static void assertRefused(String word) {
    assertRefused(word, Map.of());
  }

  private static void assertRefused(String word, Map<String, String> environment) {
    var offset = String.valueOf(server.ports().offset());
    var brief = Settings.brief(environment);
    var said = Launcher.run(home, brief, "run", "--port-offset", offset);
    assertThat(said.exit()).as(said.output()).isNotZero();
    var sentences =
        said.output().lines().filter(line -> line.toLowerCase().contains(word)).toList();
    assertThat(sentences).as(said.output()).hasSize(1);
    assertThat(said.output()).doesNotContain("Exception").doesNotContain("\tat ");
    assertThat(Medflow.answers(server.pages())).isZero();
  }
}
