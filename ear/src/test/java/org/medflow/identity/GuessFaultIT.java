package org.medflow.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import jakarta.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.medflow.harness.ClinicFixture;
import org.medflow.harness.Home;
import org.medflow.harness.Medflow;
import org.medflow.harness.Settings;
import org.medflow.harness.Staff;
import org.medflow.harness.Wire;
import org.medflow.identity.Attacks.Answer;

/** Guesses at passwords of people who exist and of people who do not, from many addresses. */
@Tag("identity")
class GuessFaultIT {

  private static final String[] ROLES = {
    "receptionist", "cashier", "manager", "admin", "doctor", "nurse", "optician", "auditor"
  };
  private static final String[] COMMON = {
    "",
    "password",
    "Password123!",
    "123456789012345",
    "azertyuiopqsdfg",
    "motdepasse",
    "admin",
    "bienvenue à kinshasa",
    "' or '1'='1' --",
    "\" || true || \"",
    "${jndi:ldap://x/a}",
    "\u0000"
  };
  private static final int CALLERS = 4;
  private static final int ADDRESSES = 200;
  private static final int UNLIMITED = 5_000;
  private static final int LIMITED = 95_000;

  @Test
  void letsNoGuessInWhereNoLimitHelps() {
    int guesses = Settings.longRound() ? UNLIMITED : 240;
    var clinic = ClinicFixture.open(ROLES);
    try (var attacks = new Attacks("guesses-without-limits")) {
      long seed = Settings.seed(41);
      var refused = guess(attacks, clinic, guesses, seed);
      attacks.assertNobodyIn(" (limits raised, %d checked, seed %d)".formatted(refused[0], seed));
      assertThat(refused[0]).as("passwords that were looked at").isGreaterThan(guesses / 2);
    }
    assertThatEverybodyStillComesIn(clinic);
  }

  @Test
  void letsNoGuessInWithTheLimitsAsDelivered() {
    assumeTrue(Settings.longRound(), "a server of its own: ./medflow faults identity");
    try (var server = Medflow.start(Home.fresh("identity-limits"), Map.of());
        var attacks = new Attacks("guesses-with-limits")) {
      var clinic = ClinicFixture.open(server, ROLES);
      long seed = Settings.seed(42);
      var refused = guess(attacks, clinic, LIMITED, seed);
      attacks.assertNobodyIn(
          " (limits as delivered, %d addresses, %d passwords looked at, %d turned away, seed %d)"
              .formatted(ADDRESSES, refused[0], refused[1], seed));
      assertThat(refused[0]).isLessThanOrEqualTo(ADDRESSES * 30);
      assertThat(refused[1]).isPositive();
      assertThatEverybodyStillComesIn(clinic);
    }
  }

  /** From an address that nobody guessed at: the guessers have locked nobody out. */
  private static void assertThatEverybodyStillComesIn(ClinicFixture clinic) {
    for (var role : ROLES) {
      var who = clinic.staff(role);
      var reply = clinic.server().anonymous().signIn(who.username(), who.password());
      assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
    }
  }

  /** How many were looked at and refused, and how many were turned away unseen. */
  private static int[] guess(Attacks attacks, ClinicFixture clinic, int guesses, long seed) {
    var looked = new AtomicInteger();
    var away = new AtomicInteger();
    long open = sessions(clinic);
    var pool = Executors.newFixedThreadPool(CALLERS);
    var parts = new ArrayList<CompletableFuture<Void>>();
    for (int i = 0; i < CALLERS; i++) {
      var random = new Random(seed * 100 + i);
      parts.add(
          CompletableFuture.runAsync(
              () -> {
                for (int n = 0; n < guesses / CALLERS; n++) {
                  int status = one(attacks, clinic, random);
                  (status == 429 ? away : looked).incrementAndGet();
                }
              },
              pool));
    }
    parts.forEach(CompletableFuture::join);
    pool.shutdown();
    assertThat(sessions(clinic)).as("sessions opened").isEqualTo(open);
    return new int[] {looked.get(), away.get()};
  }

  private static int one(Attacks attacks, ClinicFixture clinic, Random random) {
    var who = clinic.staff(ROLES[random.nextInt(ROLES.length)]);
    var username = username(who, random);
    var password = password(who, random);
    int address = random.nextInt(ADDRESSES);
    var body = Json.createObjectBuilder().add("username", username).add("password", password);
    var bytes = body.build().toString().getBytes(StandardCharsets.UTF_8);
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Content-Type", "application/json");
    headers.put("Connection", "close");
    headers.put("X-Forwarded-For", "203.0.113." + random.nextInt(256));
    headers.put("Forwarded", "for=198.51.100." + random.nextInt(256));
    var request = Wire.request("POST", "/api/v1/auth/login", headers, bytes);
    return attacks
        .make(
            "guess at " + username.replace(who.username(), "somebody") + " from " + address,
            () -> sent(clinic.server(), address, request))
        .status();
  }

  private static Answer sent(Medflow server, int address, byte[] request) {
    try (var wire =
        new Wire(server.ports().pages(), InetAddress.getByName("127.0.1." + (address + 1)))) {
      int status = wire.send(request);
      return new Answer(status, wire.body(), status / 100 == 2);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static String username(Staff who, Random random) {
    return switch (random.nextInt(6)) {
      case 0 -> "nobody." + random.nextInt(10_000);
      case 1 -> who.username().toUpperCase(java.util.Locale.ROOT);
      case 2 -> " " + who.username() + " ";
      default -> who.username();
    };
  }

  /** Common ones, personal ones, and near misses of the right one. */
  private static String password(Staff who, Random random) {
    var right = who.password();
    int at = random.nextInt(right.length());
    return switch (random.nextInt(9)) {
      case 0 -> COMMON[random.nextInt(COMMON.length)];
      case 1 -> who.username() + (2_000 + random.nextInt(30));
      case 2 -> right.substring(0, at);
      case 3 -> right + " ";
      case 4 -> " " + right;
      case 5 -> right + "\u0000";
      case 6 -> right.repeat(2);
      case 7 -> swapped(right);
      default -> right.substring(0, at) + "~" + right.substring(at + 1);
    };
  }

  private static String swapped(String right) {
    var other = right.toUpperCase(java.util.Locale.ROOT);
    return other.equals(right) ? right.toLowerCase(java.util.Locale.ROOT) : other;
  }

  private static long sessions(ClinicFixture clinic) {
    return List.of(ROLES).stream().mapToLong(role -> clinic.openSessions(clinic.staff(role))).sum();
  }
}
