package org.medflow.identity;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.time.Duration;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.medflow.harness.ClinicFixture;
import org.medflow.harness.Reply;
import org.medflow.harness.Shared;

class SignInIT {

  private static ClinicFixture clinic;

  @BeforeAll
  static void open() {
    clinic = ClinicFixture.open("receptionist");
  }

  @Test
  void opensWithTheRightPasswordAndTellsWhoIAm() {
    var who = clinic.staff("receptionist");
    var reply = Shared.server().anonymous().signIn(who.username(), who.password());

    assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
    assertThat(reply.json().getString("tokenType")).isEqualTo("Bearer");
    assertThat(reply.json().getInt("expiresIn")).isBetween(60, 3600);

    var me = Shared.server().anonymous().bearer(token(reply)).get("/me").json();
    assertThat(me.getString("username")).isEqualTo(who.username());
    assertThat(me.getJsonObject("clinic").getString("code")).isEqualTo(clinic.code());
    assertThat(me.getJsonArray("permissions").getValuesAs(JsonString::getString))
        .contains("view_patients", "register_patients")
        .doesNotContain("manage_users", "operate_system");
  }

  @Test
  void neverAnswersWithAPasswordOrAHash() {
    var who = clinic.staff("receptionist");
    var reply = Shared.server().anonymous().signIn(who.username(), who.password());
    assertThat(reply.body()).doesNotContain(who.password()).doesNotContain("argon2");
  }

  @Test
  void refusesTheTokenAfterLogout() {
    var who = clinic.staff("receptionist");
    var caller = Shared.server().anonymous().signedIn(who.username(), who.password());
    assertThat(caller.get("/me").status()).isEqualTo(200);

    assertThat(caller.post("/auth/logout").status()).isBetween(200, 204);

    var refused = caller.get("/me");
    assertThat(refused.status()).as(refused.toString()).isEqualTo(401);
    assertThat(caller.get("/patients?q=a&size=5").status()).isEqualTo(401);
  }

  @Test
  void leavesTheOtherSessionsOfThePersonOpen() {
    var who = clinic.staff("receptionist");
    var desk = Shared.server().anonymous().signedIn(who.username(), who.password());
    var phone = Shared.server().anonymous().signedIn(who.username(), who.password());
    phone.post("/auth/logout");
    assertThat(desk.get("/me").status()).isEqualTo(200);
  }

  @Test
  void refusesNobodyAndForgedTokens() {
    var anonymous = Shared.server().anonymous();
    assertThat(anonymous.get("/me").status()).isEqualTo(401);
    assertThat(anonymous.bearer("nonsense").get("/me").status()).isEqualTo(401);
    assertThat(anonymous.bearer(unsigned()).get("/me").status()).isEqualTo(401);
    assertThat(anonymous.bearer(tampered()).get("/me").status()).isEqualTo(401);
  }

  @Test
  void answersWrongPasswordAndUnknownUserAlike() {
    var known = wrong(clinic.staff("receptionist").username());
    var unknown = wrong("nobody.of.this.name");
    assertThat(known.status()).isEqualTo(401);
    assertThat(unknown.status()).isEqualTo(401);
    assertThat(withoutCorrelation(known)).isEqualTo(withoutCorrelation(unknown));
    assertThat(known.code()).isEqualTo("wrong-credentials");
  }

  @Test
  void takesAsLongForAnUnknownUserAsForAWrongPassword() {
    var known = clinic.staff("receptionist").username();
    wrong(known);
    wrong("nobody.at.all");
    long one = median(IntStream.range(0, 5).mapToLong(i -> took(known)));
    long other = median(IntStream.range(0, 5).mapToLong(i -> took("nobody.at.all" + i)));
    assertThat((double) Math.max(one, other) / Math.min(one, other))
        .as("%d ms against %d ms", one, other)
        .isLessThan(4.0);
  }

  @Test
  void tellsOnceOfAnAccountThatManyGuessAt() {
    var who = clinic.hire("guessed", "nurse", clinic.code());
    IntStream.range(0, 24).forEach(i -> wrong(who.username()));
    var alarms =
        Shared.server()
            .owner()
            .number(
                """
                select count(*) from medflow.audit_event a
                  join medflow.app_user u on u.id = any(a.entity_ids)
                 where u.username = ? and a.action = 'session.alarm'
                """,
                who.username());
    assertThat(alarms).isOne();
  }

  @Test
  void refusesAClinicWhereIDoNotWork() {
    var elsewhere = ClinicFixture.open();
    var refused = clinic.as("receptionist").inClinic(elsewhere.code()).get("/me");
    assertThat(refused.status()).as(refused.toString()).isIn(403, 404);
    var unknown = clinic.as("receptionist").inClinic("NOSUCH").get("/me");
    assertThat(unknown.status()).as(unknown.toString()).isEqualTo(refused.status());
  }

  private static Reply wrong(String username) {
    return Shared.server().anonymous().signIn(username, "wrong horse battery staple");
  }

  private static long took(String username) {
    long start = System.nanoTime();
    wrong(username);
    return Duration.ofNanos(System.nanoTime() - start).toMillis() + 1;
  }

  private static long median(LongStream times) {
    return times.sorted().skip(2).findFirst().orElseThrow();
  }

  private static JsonObject withoutCorrelation(Reply reply) {
    return Json.createObjectBuilder(reply.json()).remove("correlationId").build();
  }

  private static String token(Reply reply) {
    return reply.json().getString("accessToken");
  }

  private String tampered() {
    var who = clinic.staff("receptionist");
    var parts =
        token(Shared.server().anonymous().signIn(who.username(), who.password())).split("\\.");
    var flipped = parts[2].charAt(5) == 'A' ? 'B' : 'A';
    return parts[0]
        + "."
        + parts[1]
        + "."
        + parts[2].substring(0, 5)
        + flipped
        + parts[2].substring(6);
  }

  /** A token that says of itself that it is not signed. */
  private String unsigned() {
    var who = clinic.staff("receptionist");
    var parts =
        token(Shared.server().anonymous().signIn(who.username(), who.password())).split("\\.");
    return "eyJhbGciOiJub25lIiwidHlwIjoiSldUIn0." + parts[1] + ".";
  }
}
