package org.medflow.harness;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A clinic of a test's own with one person for each role, made through the operator's door. Nothing
 * is ever cleaned up: row-level security keeps clinics, and therefore tests, apart.
 */
public final class ClinicFixture {

  private static final AtomicInteger COUNT = new AtomicInteger();
  private static final SecureRandom RANDOM = new SecureRandom();

  private static final Duration RENEWED = Duration.ofMinutes(10);

  private final Medflow server;
  private final String code;
  private final UUID id;
  private final People people;
  private final Map<String, Staff> staff = new LinkedHashMap<>();
  private final Map<String, SignedIn> callers = new ConcurrentHashMap<>();

  private ClinicFixture(Medflow server, String code, UUID id) {
    this.server = server;
    this.code = code;
    this.id = id;
    this.people = new People(Settings.seed(1) * 31 + code.hashCode());
  }

  /** A new clinic on the shared server. */
  public static ClinicFixture open(String... roles) {
    return open(Shared.server(), roles);
  }

  /** A new clinic on this server, with one person for each of these roles. */
  public static ClinicFixture open(Medflow server, String... roles) {
    var code = freeCode(server);
    var clinic =
        Json.createObjectBuilder()
            .add("code", code)
            .add("name", "Clinique " + code)
            .add("city", "Kinshasa")
            .add("timeZone", "Africa/Kinshasa");
    setUp(server, Json.createArrayBuilder().add(clinic), Json.createArrayBuilder());
    var found = server.owner().strings("select id::text from medflow.clinic where code = ?", code);
    var fixture = new ClinicFixture(server, code, UUID.fromString(found.get(0)));
    List.of(roles).forEach(role -> fixture.hire(role, role, code));
    return fixture;
  }

  /** A new clinic that wants a second factor of everybody, as real ones do. */
  public static ClinicFixture strict(Medflow server) {
    var fixture = open(server);
    server
        .owner()
        .update("update medflow.clinic set second_factor = 'required' where id = ?", fixture.id());
    return fixture;
  }

  private static String freeCode(Medflow server) {
    var code = "T" + (1000 + COUNT.getAndIncrement());
    boolean taken =
        server.owner().number("select count(*) from medflow.clinic where code = ?", code) > 0;
    return taken ? freeCode(server) : code;
  }

  /** The same clinic and people on a server that was started anew. */
  public ClinicFixture on(Medflow other) {
    var same = new ClinicFixture(other, code, id);
    same.staff.putAll(staff);
    return same;
  }

  /** One person with a role in this and in other clinics. */
  public Staff hire(String label, String role, String... clinics) {
    var username =
        "%s.%s.%d".formatted(label.replace('_', '-'), code.toLowerCase(), COUNT.incrementAndGet());
    var password = password();
    var user =
        Json.createObjectBuilder()
            .add("username", username)
            .add("password", password)
            .add("firstName", "Prudence")
            .add("lastName", "Essai")
            .add("roles", Json.createArrayBuilder().add(role))
            .add("clinics", Json.createArrayBuilder(List.of(clinics)));
    setUp(server, Json.createArrayBuilder(), Json.createArrayBuilder().add(user));
    var hired = new Staff(username, password, role, id);
    staff.put(label, hired);
    return hired;
  }

  private static void setUp(Medflow server, JsonArrayBuilder clinics, JsonArrayBuilder users) {
    var body =
        Json.createObjectBuilder()
            .add("clinics", clinics)
            .add("users", users)
            .add("secondFactor", "optional")
            .build();
    var reply = server.operator().post("/operator/set-up", body);
    if (reply.status() / 100 != 2) {
      throw new AssertionError("set-up refused: " + reply);
    }
  }

  private static String password() {
    var bytes = new byte[18];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** The person hired for a role (or under a label). */
  public Staff staff(String label) {
    var found = staff.get(label);
    return found == null ? hire(label, label, code) : found;
  }

  /** That person, signed in to the API, in this clinic; anew before the token runs out. */
  public ApiClient as(String label) {
    staff(label);
    return callers.compute(label, this::signedIn).caller();
  }

  private SignedIn signedIn(String label, SignedIn held) {
    if (held != null && held.fresh()) {
      return held;
    }
    var who = staff(label);
    var caller = server.anonymous().signedIn(who.username(), who.password()).inClinic(code);
    return new SignedIn(caller, Instant.now());
  }

  private record SignedIn(ApiClient caller, Instant since) {
    boolean fresh() {
      return since.plus(RENEWED).isAfter(Instant.now());
    }
  }

  /** Registers somebody and returns the answer, which must be 201. */
  public Reply registered(Person person) {
    var reply = as("receptionist").post("/patients", person.registration());
    if (reply.status() != 201) {
      throw new AssertionError("not registered: " + reply);
    }
    return reply;
  }

  /** How many sessions of this person are open. */
  public long openSessions(Staff who) {
    return server
        .owner()
        .number(
            """
            select count(*) from medflow.user_session s join medflow.app_user u on u.id = s.user_id
             where u.username = ? and s.ended_at is null
            """,
            who.username());
  }

  public Medflow server() {
    return server;
  }

  public String code() {
    return code;
  }

  public UUID id() {
    return id;
  }

  public People people() {
    return people;
  }
}
