package org.medflow.patient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.medflow.harness.ApiClient;
import org.medflow.harness.ClinicFixture;
import org.medflow.harness.Person;
import org.medflow.harness.Reply;
import org.medflow.harness.Shared;

/** A person of another clinic comes into sight by consent or broken glass, and not otherwise. */
class BreakGlassIT {

  private static final String WHY = "glaucome aigu, dossier indispensable";
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private static ClinicFixture here;
  private static ClinicFixture there;

  @BeforeAll
  static void open() {
    here = ClinicFixture.open("doctor", "receptionist", "privacy_officer", "admin", "cashier");
    there = ClinicFixture.open("receptionist", "doctor");
  }

  /** Somebody whom only the other clinic knows. */
  private record Stranger(Person person, UUID id) {}

  private static Stranger stranger() {
    var person = there.people().complete();
    return new Stranger(person, there.registered(person).id());
  }

  private static JsonObject number(String value) {
    return Json.createObjectBuilder().add("system", "national_id").add("value", value).build();
  }

  private static JsonObject glass(String nationalId, String reason) {
    return Json.createObjectBuilder()
        .add("identifier", number(nationalId))
        .add("basis", "break-glass")
        .add("reason", reason)
        .build();
  }

  private static JsonObject consent(String nationalId) {
    return Json.createObjectBuilder()
        .add("identifier", number(nationalId))
        .add("basis", "consent")
        .add(
            "consent",
            Json.createObjectBuilder()
                .add("text", "consentement signé au guichet")
                .add("date", LocalDate.now().minusDays(1).toString()))
        .build();
  }

  private static int seen(ApiClient caller, UUID patient) {
    return caller.get("/patients/" + patient).status();
  }

  private static JsonObject access(UUID patient) {
    return here
        .as("privacy_officer")
        .get("/emergency-accesses")
        .data()
        .getValuesAs(JsonObject.class)
        .stream()
        .filter(one -> one.getString("patient").equals(patient.toString()))
        .findFirst()
        .orElseThrow();
  }

  private static Reply review(String label, String access, String verdict, String note) {
    var body = Json.createObjectBuilder().add("verdict", verdict).add("note", note).build();
    return here.as(label).post("/emergency-accesses/" + access + "/review", body);
  }

  @Test
  void aReceptionistLinksByConsentAndTheConsentIsKept() {
    var stranger = stranger();
    var desk = here.as("receptionist");
    assertThat(seen(desk, stranger.id())).isEqualTo(404);
    var linked = desk.post("/patients/links", consent(stranger.person().nationalId()));
    assertThat(linked.status()).as(linked.toString()).isEqualTo(201);
    assertThat(linked.json().keySet()).containsExactly("id");
    assertThat(linked.id()).isEqualTo(stranger.id());
    assertThat(seen(desk, stranger.id())).isEqualTo(200);
    assertThat(
            Shared.server()
                .owner()
                .strings(
                    """
                    select c.consent || ' ' || u.username from medflow.patient_consent_link c
                      join medflow.app_user u on u.id = c.taken_by
                     where c.patient_id = ? and c.clinic_id = ?
                    """,
                    stranger.id(),
                    here.id()))
        .containsExactly("consentement signé au guichet " + here.staff("receptionist").username());
  }

  @Test
  void aReceptionistBreaksNoGlassAndACashierLinksNobody() {
    var stranger = stranger();
    var asked = glass(stranger.person().nationalId(), WHY);
    for (var role : new String[] {"receptionist", "admin", "cashier"}) {
      var reply = here.as(role).post("/patients/links", asked);
      assertThat(reply.status()).as(role + " " + reply).isEqualTo(403);
    }
    assertThat(
            here.as("cashier")
                .post("/patients/links", consent(stranger.person().nationalId()))
                .status())
        .isEqualTo(403);
    assertThat(seen(here.as("receptionist"), stranger.id())).isEqualTo(404);
  }

  @Test
  void aDoctorBreaksTheGlassAndIsWrittenDownTwice() {
    var stranger = stranger();
    var doctor = surgeon();
    var broken = doctor.post("/patients/links", glass(stranger.person().nationalId(), WHY));
    assertThat(broken.status()).as(broken.toString()).isEqualTo(201);
    assertThat(broken.id()).isEqualTo(stranger.id());
    assertThat(seen(doctor, stranger.id())).isEqualTo(200);

    var access = access(stranger.id());
    assertThat(access.getString("reason")).isEqualTo(WHY);
    assertThat(Instant.parse(access.getString("lapsesAt")))
        .isEqualTo(Instant.parse(access.getString("brokenAt")).plus(Duration.ofHours(24)));
    var audit =
        here.as("privacy_officer").get("/audit?action=patient.break&about=" + stranger.id());
    assertThat(audit.data()).hasSize(1);
    assertThat(audit.data().getJsonObject(0).getString("reason")).isEqualTo(WHY);
    assertThat(
            Shared.server()
                .owner()
                .number(
                    """
                    select count(*) from medflow.live_event
                     where clinic_id = ? and topic = 'emergencies' and entity_id = ?::uuid
                    """,
                    here.id(),
                    access.getString("id")))
        .isOne();
    assertThat(
            ClinicFixture.open("privacy_officer")
                .as("privacy_officer")
                .get("/emergency-accesses")
                .data())
        .isEmpty();
  }

  @Test
  void nothingElseOfTheOtherClinicComesIntoSight() {
    var stranger = stranger();
    var neighbour = stranger();
    var note = there.as("receptionist");
    var seenThere = note.get("/patients/" + stranger.id());
    note.with("If-Match", seenThere.etag())
        .patch(
            "/patients/" + stranger.id(),
            Json.createObjectBuilder()
                .add("person", Json.createObjectBuilder().add("firstName", "Aline"))
                .build());
    surgeon().post("/patients/links", glass(stranger.person().nationalId(), WHY));
    assertThat(seen(here.as("doctor"), neighbour.id())).isEqualTo(404);
    var app = Shared.server().app().seeing(here.id());
    var changes = "select count(*) from medflow.patient_change where patient_id = ?";
    assertThat(app.number(changes, stranger.id())).isZero();
    assertThat(Shared.server().owner().number(changes, stranger.id())).isOne();
    var links = "select count(*) from medflow.patient_clinic where patient_id = ?";
    assertThat(app.number(links, stranger.id())).isOne();
  }

  @Test
  void tellsNothingOfANumberThatNobodyHasAndWritesTheTryDown() {
    var doctor = surgeon();
    var unknown = doctor.post("/patients/links", glass("CD-" + UUID.randomUUID(), WHY));
    assertThat(unknown.status()).isEqualTo(404);
    assertThat(unknown.body()).doesNotContain("national");
    var rows = here.as("privacy_officer").get("/audit?action=patient.break-glass").data();
    assertThat(rows.getValuesAs(JsonObject.class))
        .anyMatch(row -> row.getInt("count") == 0 && WHY.equals(row.getString("reason", "")));
    assertThat(doctor.post("/patients/links", glass("12", "trop court")).field("reason"))
        .isEqualTo("too-short");
  }

  @Test
  void afterADaySheIsOutOfSightAgainUnlessSheConsented() throws InterruptedException {
    var lapsing = stranger();
    var agreeing = stranger();
    var doctor = surgeon();
    doctor.post("/patients/links", glass(lapsing.person().nationalId(), WHY));
    doctor.post("/patients/links", glass(agreeing.person().nationalId(), WHY));
    var agreed =
        here.as("receptionist").post("/patients/links", consent(agreeing.person().nationalId()));
    assertThat(agreed.status()).isEqualTo(201);
    for (var one : new UUID[] {lapsing.id(), agreeing.id()}) {
      Shared.server()
          .owner()
          .update(
              """
              update medflow.emergency_access set lapses_at = broken_at + interval '1 microsecond'
               where patient_id = ?
              """,
              one);
    }
    var end = Instant.now().plus(PATIENCE);
    while (seen(doctor, lapsing.id()) != 404 && Instant.now().isBefore(end)) {
      Thread.sleep(500);
    }
    assertThat(seen(doctor, lapsing.id())).isEqualTo(404);
    assertThat(access(lapsing.id()).getString("endedAt")).isNotEmpty();
    assertThat(seen(there.as("receptionist"), lapsing.id())).isEqualTo(200);
    assertThat(seen(doctor, agreeing.id())).isEqualTo(200);
    assertThat(access(agreeing.id()).getString("consentedAt")).isNotEmpty();

    var again = doctor.post("/patients/links", glass(lapsing.person().nationalId(), WHY));
    assertThat(again.status()).as(again.toString()).isEqualTo(201);
    assertThat(seen(doctor, lapsing.id())).isEqualTo(200);
  }

  @Test
  void anUnjustifiedAccessEndsAtOnceAndAJustifiedOneStays() {
    var bad = stranger();
    var good = stranger();
    var doctor = surgeon();
    doctor.post("/patients/links", glass(bad.person().nationalId(), WHY));
    doctor.post("/patients/links", glass(good.person().nationalId(), WHY));
    var badAccess = access(bad.id()).getString("id");
    assertThat(review("privacy_officer", badAccess, "unjustified", "").field("note"))
        .isEqualTo("reason-required");
    assertThat(review("privacy_officer", badAccess, "harmless", "").field("verdict"))
        .isEqualTo("bad-format");
    var judged = review("privacy_officer", badAccess, "unjustified", "aucun soin ce jour-là");
    assertThat(judged.status()).as(judged.toString()).isEqualTo(200);
    assertThat(seen(doctor, bad.id())).isEqualTo(404);
    assertThat(review("admin", badAccess, "justified", "").code()).isEqualTo("already-reviewed");

    var goodAccess = access(good.id()).getString("id");
    assertThat(review("privacy_officer", goodAccess, "justified", "").status()).isEqualTo(200);
    assertThat(seen(doctor, good.id())).isEqualTo(200);
    assertThat(review("privacy_officer", UUID.randomUUID().toString(), "justified", "").status())
        .isEqualTo(404);
  }

  @Test
  void nobodyJudgesHerOwnAccessWhateverTheCodeSays() {
    var stranger = stranger();
    surgeon().post("/patients/links", glass(stranger.person().nationalId(), WHY));
    var officer =
        Shared.server()
            .owner()
            .strings(
                "select id::text from medflow.app_user where username = ?",
                here.staff("privacy_officer").username())
            .get(0);
    Shared.server()
        .owner()
        .update(
            "update medflow.emergency_access set broken_by = ?::uuid where patient_id = ?",
            officer,
            stranger.id());
    var access = access(stranger.id()).getString("id");
    assertThat(review("privacy_officer", access, "justified", "c’était moi").code())
        .isEqualTo("review-own-access");
    assertThatThrownBy(
            () ->
                Shared.server()
                    .owner()
                    .update(
                        """
                        update medflow.emergency_access
                           set verdict = 'justified', reviewed_by = broken_by, reviewed_at = now()
                         where id = ?::uuid
                        """,
                        access))
        .hasMessageContaining("emergency_access_reviewer_ck");
  }

  @Test
  void ofManyAtOnceOneLinksAndAllSee() {
    var stranger = stranger();
    var callers = Stream.of(surgeon(), surgeon(), surgeon(), surgeon()).toList();
    var asked = glass(stranger.person().nationalId(), WHY);
    var replies =
        IntStream.range(0, 4)
            .mapToObj(i -> callers.get(i).postLater("/patients/links", asked))
            .toList()
            .stream()
            .map(CompletableFuture::join)
            .toList();
    assertThat(replies).allMatch(reply -> reply.status() == 201);
    assertThat(replies).allMatch(reply -> reply.id().equals(stranger.id()));
    var owner = Shared.server().owner();
    assertThat(
            owner.number(
                "select count(*) from medflow.emergency_access where patient_id = ?",
                stranger.id()))
        .isOne();
    assertThat(
            owner.number(
                "select count(*) from medflow.patient_clinic where patient_id = ? and clinic_id ="
                    + " ?",
                stranger.id(),
                here.id()))
        .isOne();
  }

  @Test
  void theSixthTryOfAnHourIsOneTooMany() {
    var doctor = surgeon();
    for (int i = 0; i < 5; i++) {
      assertThat(doctor.post("/patients/links", glass("NO-" + i, WHY)).status()).isEqualTo(404);
    }
    var sixth = doctor.post("/patients/links", glass("NO-6", WHY));
    assertThat(sixth.status()).as(sixth.toString()).isEqualTo(429);
    assertThat(surgeon().post("/patients/links", glass("NO-7", WHY)).status()).isEqualTo(404);
  }

  @Test
  void theServersRoleLinksNobodyOutsideItsClinicAndWritesNoAccessItself() {
    var app = Shared.server().app().seeing(here.id());
    assertThatThrownBy(
            () ->
                app.strings(
                    """
                    select patient::text from medflow.patient_break_glass(
                      gen_random_uuid(), 'NATIONAL_ID', '\\x00', ?, 'une raison assez longue',
                      gen_random_uuid(), now(), now())
                    """,
                    there.id()))
        .hasMessageContaining("not this clinic");
    assertThatThrownBy(
            () ->
                app.strings(
                    "select medflow.patient_of_strong_number('national_id', '\\x00')::text"))
        .hasMessageContaining("permission denied");
    assertThatThrownBy(() -> app.update("delete from medflow.emergency_access"))
        .hasMessageContaining("permission denied");
    assertThatThrownBy(
            () -> app.update("update medflow.emergency_access set reason = 'une autre raison'"))
        .hasMessageContaining("permission denied");
  }

  /** A doctor of her own for each test, so that no test eats the tries of another. */
  private static ApiClient surgeon() {
    var who = here.hire("urgentiste", "doctor", here.code());
    return Shared.server()
        .anonymous()
        .signedIn(who.username(), who.password())
        .inClinic(here.code());
  }
}
