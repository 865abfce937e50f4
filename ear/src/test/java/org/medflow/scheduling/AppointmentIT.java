package org.medflow.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.medflow.harness.ClinicFixture;
import org.medflow.harness.Reply;
import org.medflow.harness.Report;

/** The agenda: who gets a place, what becomes of it, who is told of a freed one. */
@Tag("desk")
class AppointmentIT {

  private static final ZoneId KINSHASA = ZoneId.of("Africa/Kinshasa");
  private static final int CROWD = 200;

  private ClinicFixture clinic;
  private UUID doctor;
  private LocalDate day;

  @BeforeEach
  void open() {
    clinic = ClinicFixture.open("receptionist", "doctor", "manager", "nurse");
    doctor =
        UUID.fromString(
            clinic
                .server()
                .owner()
                .strings(
                    "select id::text from medflow.app_user where username = ?",
                    clinic.staff("doctor").username())
                .get(0));
    day = LocalDate.now(KINSHASA).plusDays(3);
    while (day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY) {
      day = day.plusDays(1);
    }
  }

  @Test
  void oneOfTwoHundredGetsThePlace() {
    var patient = patient();
    var caller = clinic.as("receptionist").apart();
    var body = booking(patient, "10:00").build();
    var replies =
        IntStream.range(0, CROWD)
            .mapToObj(i -> caller.postLater("/appointments", body))
            .toList()
            .stream()
            .map(CompletableFuture::join)
            .toList();
    var statuses =
        replies.stream().collect(Collectors.groupingBy(Reply::status, Collectors.counting()));
    assertThat(statuses).containsOnlyKeys(201, 409).containsEntry(201, 1L);
    assertThat(replies.stream().filter(reply -> reply.status() == 409))
        .allSatisfy(reply -> assertThat(reply.code()).isEqualTo("slot-taken"));
    assertThat(
            clinic
                .server()
                .owner()
                .number("select count(*) from medflow.appointment where practitioner = ?", doctor))
        .isOne();
    Report.line("desk: %d bookings of one place -> 1 row, %d x 409", CROWD, CROWD - 1);
  }

  @Test
  void anAppointmentGoesItsWayAndNoOther() {
    var made = book(patient(), "10:00");
    assertThat(made.status()).as(made.toString()).isEqualTo(201);
    assertThat(made.json().getString("number")).startsWith("APT");
    var path = "/appointments/" + made.id();
    var desk = clinic.as("receptionist");
    var confirmed = desk.with("If-Match", made.etag()).post(path + "/confirm");
    assertThat(confirmed.json().getString("status")).isEqualTo("CONFIRMED");
    assertThat(desk.with("If-Match", made.etag()).post(path + "/confirm").code())
        .isEqualTo("stale-version");
    var moved = desk.post(path + "/move", at("11:00").build());
    assertThat(moved.status()).as(moved.toString()).isEqualTo(200);
    var arrived =
        desk.post(
            "/queue/arrivals",
            Json.createObjectBuilder().add("appointmentId", made.id().toString()).build());
    assertThat(arrived.status()).as(arrived.toString()).isEqualTo(201);
    var again =
        desk.post(
            "/queue/arrivals",
            Json.createObjectBuilder().add("appointmentId", made.id().toString()).build());
    assertThat(again.json().getJsonObject("ticket").getString("id"))
        .isEqualTo(arrived.json().getJsonObject("ticket").getString("id"));
    assertThat(desk.post(path + "/move", at("15:00").build()).status()).isEqualTo(409);
    assertThat(desk.get(path).json().getJsonArray("steps").size()).isGreaterThanOrEqualTo(4);
  }

  @Test
  void aTakenPlaceStaysTakenUntilItIsFreed() {
    var first = book(patient(), "10:00");
    var second = book(patient(), "10:15");
    assertThat(second.code()).isEqualTo("slot-taken");
    var other = book(patient(), "11:00");
    var desk = clinic.as("receptionist");
    assertThat(desk.post("/appointments/" + other.id() + "/move", at("10:00").build()).code())
        .isEqualTo("slot-taken");
    var why = Json.createObjectBuilder().add("reason", "voyage").build();
    assertThat(desk.post("/appointments/" + first.id() + "/cancel", why).status()).isEqualTo(200);
    assertThat(book(patient(), "10:15").status()).isEqualTo(201);
  }

  @Test
  void nobodyIsBookedWhenNobodyIsThereUnlessItIsDeclared() {
    var night = book(patient(), "20:00");
    assertThat(night.status()).isEqualTo(409);
    assertThat(night.code()).isEqualTo("outside-hours");
    var declared =
        booking(patient(), "20:00")
            .add("overbook", Json.createObjectBuilder().add("reason", "urgence du soir"))
            .build();
    var made = clinic.as("manager").post("/appointments", declared);
    assertThat(made.status()).as(made.toString()).isEqualTo(201);
    assertThat(made.json().getBoolean("overbooked")).isTrue();
  }

  @Test
  void offersOnlyWhatCanBeBooked() {
    book(patient(), "10:00");
    var slots = slots();
    assertThat(slots).isNotEmpty().doesNotContain(instant("10:00"), instant("12:30"));
    var one = slots.get(slots.size() / 2);
    var body = booking(patient(), "09:00").add("start", one).build();
    assertThat(clinic.as("receptionist").post("/appointments", body).status()).isEqualTo(201);
  }

  @Test
  void whoeverIsAwayCannotBeBooked() {
    var away =
        Json.createObjectBuilder()
            .add("kind", "OFF")
            .add("firstDay", day.toString())
            .add("lastDay", day.toString())
            .add("reason", "congrès")
            .build();
    var made = clinic.as("manager").post("/providers/" + doctor + "/exceptions", away);
    assertThat(made.status()).as(made.toString()).isEqualTo(201);
    assertThat(slots()).isEmpty();
    assertThat(book(patient(), "10:00").code()).isEqualTo("outside-hours");
  }

  @Test
  void remindersArePlannedOnceAndFollowTheAppointment() {
    var made = book(patient(), "10:00");
    assertThat(reminders(made)).hasSize(2);
    var before = reminders(made);
    var desk = clinic.as("receptionist");
    desk.post("/appointments/" + made.id() + "/move", at("14:00").build());
    assertThat(reminders(made)).hasSize(2).doesNotContainAnyElementsOf(before);
    var why = Json.createObjectBuilder().add("reason", "voyage").build();
    desk.post("/appointments/" + made.id() + "/cancel", why);
    assertThat(reminders(made)).isEmpty();
  }

  @Test
  void aFreedPlaceIsOfferedToWhoeverShouldBeSeenFirst() {
    var made = book(patient(), "10:00");
    wish(patient(), "NORMAL");
    var urgent = wish(patient(), "URGENT");
    var why = Json.createObjectBuilder().add("reason", "voyage").build();
    var desk = clinic.as("receptionist");
    desk.post("/appointments/" + made.id() + "/cancel", why);
    var offered =
        desk.get("/waiting-list").data().getValuesAs(JsonObject.class).stream()
            .filter(one -> one.getString("status").equals("OFFERED"))
            .toList();
    assertThat(offered).extracting(one -> one.getString("id")).containsExactly(urgent);
    var accepted = desk.post("/waiting-list/" + urgent + "/accept");
    assertThat(accepted.status()).as(accepted.toString()).isEqualTo(200);
    assertThat(accepted.json().getString("startsAt")).isEqualTo(instant("10:00"));
  }

  @Test
  void theAppointmentsOfAnotherClinicDoNotExist() {
    var made = book(patient(), "10:00");
    var stranger = ClinicFixture.open("receptionist").as("receptionist");
    var path = "/appointments/" + made.id();
    assertThat(stranger.get(path).status()).isEqualTo(404);
    assertThat(stranger.post(path + "/confirm").status()).isEqualTo(404);
    assertThat(stranger.post(path + "/move", at("15:00").build()).status()).isEqualTo(404);
    assertThat(list(stranger.get(span()))).isEmpty();
    assertThat(list(clinic.as("receptionist").get(span()))).containsExactly(made.id().toString());
  }

  private static List<String> list(Reply reply) {
    return reply.data().getValuesAs(JsonObject.class).stream()
        .map(one -> one.getString("id"))
        .toList();
  }

  private String span() {
    return "/appointments?from=" + instant("00:00") + "&to=" + instant("23:00");
  }

  private UUID patient() {
    return clinic.registered(clinic.people().complete()).id();
  }

  private Reply book(UUID patient, String time) {
    return clinic.as("receptionist").post("/appointments", booking(patient, time).build());
  }

  private JsonObjectBuilder booking(UUID patient, String time) {
    return at(time)
        .add("patientId", patient.toString())
        .add("providerId", doctor.toString())
        .add("typeCode", "consultation");
  }

  private JsonObjectBuilder at(String time) {
    return Json.createObjectBuilder().add("start", instant(time)).add("minutes", 30);
  }

  private String instant(String time) {
    return day.atTime(java.time.LocalTime.parse(time)).atZone(KINSHASA).toInstant().toString();
  }

  private List<String> slots() {
    return clinic
        .as("receptionist")
        .get(
            "/appointments/slots?typeCode=consultation&providerId="
                + doctor
                + "&days=1&from="
                + day)
        .data()
        .getValuesAs(JsonObject.class)
        .stream()
        .map(one -> one.getString("start"))
        .toList();
  }

  private List<String> reminders(Reply made) {
    return clinic
        .server()
        .owner()
        .strings(
            """
            select due_at::text from medflow.outbox
             where type = 'appointment.reminder' and sent_at is null and parked_at is null
               and payload ->> 'appointment' = ?
            """,
            made.id().toString());
  }

  private String wish(UUID patient, String priority) {
    var body =
        Json.createObjectBuilder()
            .add("patientId", patient.toString())
            .add("typeCode", "consultation")
            .add("priority", priority)
            .add("firstDay", day.toString())
            .add("lastDay", day.plusDays(20).toString())
            .build();
    var made = clinic.as("receptionist").post("/waiting-list", body);
    assertThat(made.status()).as(made.toString()).isEqualTo(201);
    return made.json().getString("id");
  }
}
