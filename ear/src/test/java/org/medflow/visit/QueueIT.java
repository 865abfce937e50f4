package org.medflow.visit;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.medflow.harness.ClinicFixture;
import org.medflow.harness.Reply;

/** The queue of a day: who is called when, by whom, and what moves with a call. */
class QueueIT {

  private ClinicFixture clinic;
  private Day day;

  @BeforeEach
  void open() {
    clinic = ClinicFixture.open("receptionist", "nurse", "doctor", "ophthalmologist", "manager");
    day = new Day(clinic);
  }

  @Test
  void callsAnEmergencyFirstThenTheUrgentThenThoseWhoShouldNotStandThenWhoCameFirst() {
    var expected =
        List.of("NORMAL", "VIP", "ELDERLY", "URGENT", "EMERGENCY", "PREGNANT", "NORMAL").stream()
            .map(priority -> day.walkIn(day.patient(), priority))
            .map(Day::ticket)
            .toList();
    var order = List.of(4, 3, 2, 5, 0, 1, 6);
    assertThat(board()).containsExactlyElementsOf(order.stream().map(expected::get).toList());
    var called = order.stream().map(any -> next("receptionist").json().getString("id")).toList();
    assertThat(called).containsExactlyElementsOf(order.stream().map(expected::get).toList());
    var none = next("receptionist");
    assertThat(none.status()).isEqualTo(404);
    assertThat(none.code()).isEqualTo("queue-empty");
  }

  @Test
  void movesTicketRoomVisitAndAppointmentTogetherAndTheVisitCanBeCompleted() {
    var room = day.room("1", "CONSULTATION");
    var arrival = day.walkIn(day.patient(), "NORMAL");
    var ticket = Day.ticket(arrival);
    move(ticket, "doctor");
    var called = call("doctor", ticket, room);
    assertThat(called.getString("state")).isEqualTo("CALLED");
    assertThat(called.getString("roomId")).isEqualTo(room.toString());
    assertThat(room(room)).isEqualTo("OCCUPIED");
    day.step("doctor", ticket, "begin");
    var visit = clinic.as("doctor").get("/visits/" + Day.visit(arrival));
    assertThat(visit.json().getString("status")).isEqualTo("IN_PROGRESS");
    assertThat(appointment(visit.json())).isEqualTo("IN_PROGRESS");
    var done =
        clinic
            .as("doctor")
            .with("If-Match", visit.etag())
            .post("/visits/" + Day.visit(arrival) + "/complete");
    assertThat(done.status()).as(done.toString()).isEqualTo(200);
    assertThat(done.json().getString("status")).isEqualTo("COMPLETED");
    assertThat(appointment(done.json())).isEqualTo("COMPLETED");
    assertThat(room(room)).isEqualTo("AVAILABLE");
    assertThat(line(ticket).getString("station")).isEqualTo("cashier");
  }

  @Test
  void twoWhoCallTheSamePersonDoNotBothGetHer() {
    var ticket = Day.ticket(day.walkIn(day.patient(), "NORMAL"));
    var rooms = IntStream.range(0, 8).mapToObj(i -> day.room("E" + i, "TRIAGE")).toList();
    var replies =
        rooms.stream()
            .map(
                room ->
                    CompletableFuture.supplyAsync(
                        () ->
                            clinic
                                .as("nurse")
                                .apart()
                                .post("/queue/" + ticket + "/call", roomBody(room))))
            .toList()
            .stream()
            .map(CompletableFuture::join)
            .toList();
    assertThat(replies).extracting(Reply::status).containsOnly(200, 409);
    long calls = replies.stream().filter(reply -> reply.status() == 200).count();
    assertThat(calls).isEqualTo(4);
    var occupied =
        clinic
            .server()
            .owner()
            .strings("select number from medflow.room where occupied_by = ?", uuid(ticket));
    assertThat(occupied).hasSize(1);
  }

  @Test
  void aRoomTakesOnePerson() {
    var room = day.room("1", "TRIAGE");
    call("nurse", Day.ticket(day.walkIn(day.patient(), "NORMAL")), room);
    var second = Day.ticket(day.walkIn(day.patient(), "NORMAL"));
    var refused = clinic.as("nurse").post("/queue/" + second + "/call", roomBody(room));
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.code()).isEqualTo("room-taken");
    assertThat(line(second).getString("state")).isEqualTo("WAITING");
  }

  @Test
  void onlyThoseWhoRunTheQueueOrTheAssignedProviderCall() {
    var mine = clinic.staff("doctor");
    var ticket = Day.ticket(day.walkIn(day.patient(), "NORMAL"));
    assign(ticket, mine.username());
    var refused = clinic.as("ophthalmologist").post("/queue/" + ticket + "/call");
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.code()).isEqualTo("not-your-patient");
    assertThat(clinic.as("doctor").post("/queue/" + ticket + "/call").status()).isEqualTo(200);
  }

  @Test
  void whoeverMissesFourCallsIsANoShowUntilSheIsBack() {
    var arrival = day.walkIn(day.patient(), "NORMAL");
    var ticket = Day.ticket(arrival);
    for (int i = 0; i < 4; i++) {
      day.step("nurse", ticket, "call");
    }
    assertThat(clinic.as("nurse").post("/queue/" + ticket + "/call").code())
        .isEqualTo("recalls-used");
    day.step("nurse", ticket, "missed");
    assertThat(visit(arrival)).isEqualTo("NO_SHOW");
    day.step("receptionist", ticket, "back");
    assertThat(visit(arrival)).isEqualTo("CHECKED_IN");
    assertThat(line(ticket).getString("state")).isEqualTo("WAITING");
  }

  @Test
  void doesNotCallSomebodyWhoseDropsStillWork() {
    var first = Day.ticket(day.walkIn(day.patient(), "NORMAL"));
    var second = Day.ticket(day.walkIn(day.patient(), "NORMAL"));
    var minutes = Json.createObjectBuilder().add("minutes", 20).build();
    assertThat(clinic.as("nurse").post("/queue/" + first + "/dilation", minutes).status())
        .isEqualTo(200);
    assertThat(line(first).getInt("dilation")).isBetween(19, 20);
    assertThat(next("nurse").json().getString("id")).isEqualTo(second);
    assertThat(next("nurse").code()).isEqualTo("queue-empty");
    var none = Json.createObjectBuilder().add("minutes", 0).build();
    var refused = clinic.as("nurse").post("/queue/" + first + "/dilation", none);
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.field("minutes")).isEqualTo("dilation-range");
  }

  @Test
  void aPatientWhoIsHereIsNotLetInTwice() {
    var patient = day.patient();
    var replies =
        IntStream.range(0, 6)
            .mapToObj(i -> CompletableFuture.supplyAsync(() -> day.tryWalkIn(patient, "NORMAL")))
            .toList()
            .stream()
            .map(CompletableFuture::join)
            .toList();
    assertThat(replies).extracting(Reply::status).containsOnlyOnce(201);
    assertThat(replies.stream().filter(reply -> reply.status() != 201))
        .allSatisfy(reply -> assertThat(reply.code()).isEqualTo("patient-already-here"));
    var owner = clinic.server().owner();
    assertThat(owner.number("select count(*) from medflow.visit where patient_id = ?", patient))
        .isOne();
    assertThat(
            owner.number("select count(*) from medflow.appointment where patient_id = ?", patient))
        .isOne();
  }

  @Test
  void registersAndLetsInWithOneRequestOrNotAtAll() {
    var person = clinic.people().complete();
    var body =
        Json.createObjectBuilder()
            .add("newcomer", person.registration())
            .add("typeCode", "consultation")
            .build();
    var caller = clinic.as("receptionist").with("Idempotency-Key", "walk-in-" + clinic.code());
    var made = caller.post("/queue/walk-ins", body);
    assertThat(made.status()).as(made.toString()).isEqualTo(201);
    var again = caller.post("/queue/walk-ins", body);
    assertThat(again.status()).isEqualTo(201);
    assertThat(Day.ticket(again.json())).isEqualTo(Day.ticket(made.json()));
    var wrong =
        Json.createObjectBuilder()
            .add("newcomer", clinic.people().complete().registration())
            .add("typeCode", "no-such-type")
            .build();
    long before = patients();
    assertThat(clinic.as("receptionist").post("/queue/walk-ins", wrong).status()).isEqualTo(404);
    assertThat(patients()).isEqualTo(before);
  }

  @Test
  void whoeverWorksAtAStationBeginsThere() {
    var ticket = Day.ticket(day.walkIn(day.patient(), "NORMAL"));
    move(ticket, "imaging");
    day.step("imaging_tech", ticket, "call");
    var begun = day.step("imaging_tech", ticket, "begin");
    assertThat(begun.getString("state")).isEqualTo("SERVING");
  }

  @Test
  void takesAnArrivalBack() {
    var arrival = day.walkIn(day.patient(), "NORMAL");
    var path = "/visits/" + Day.visit(arrival) + "/undo-arrival";
    assertThat(clinic.as("receptionist").post(path).status()).isEqualTo(204);
    assertThat(board()).isEmpty();
    assertThat(visit(arrival)).isEqualTo("CANCELLED");
    assertThat(appointment(arrival.getJsonObject("visit"))).isEqualTo("CANCELLED");
  }

  @Test
  void theWaitingRoomSeesNumbersAndRoomsOfItsOwnClinicAlone() {
    var room = day.room("7", "TRIAGE");
    var patient = clinic.registered(clinic.people().complete());
    var arrival = day.walkIn(patient.id(), "NORMAL");
    call("nurse", Day.ticket(arrival), room);
    var anonymous = clinic.server().anonymous();
    var shown = anonymous.get("/queue/display/" + clinic.code());
    assertThat(shown.status()).isEqualTo(200);
    var call = shown.json().getJsonArray("calls").getJsonObject(0);
    assertThat(call.getInt("number")).isEqualTo(1);
    assertThat(call.getString("room")).startsWith("7");
    assertThat(call.keySet()).containsOnly("number", "room", "at", "calls", "open");
    var elsewhere = anonymous.get("/queue/display/" + ClinicFixture.open().code());
    assertThat(elsewhere.json().getJsonArray("calls")).isEmpty();
    assertThat(anonymous.get("/queue/display/NOWHERE").status()).isEqualTo(404);
  }

  @Test
  void tellsTheManagerHowLongPeopleWait() {
    day.walkIn(day.patient(), "NORMAL");
    var second = Day.ticket(day.walkIn(day.patient(), "URGENT"));
    day.step("nurse", second, "call");
    var figures = clinic.as("manager").get("/queue/figures").json();
    assertThat(figures.getInt("arrived")).isEqualTo(2);
    assertThat(figures.getInt("waiting")).isEqualTo(1);
    assertThat(figures.getInt("inCare")).isEqualTo(1);
    var wrong = clinic.as("manager").get("/queue/figures?from=2026-03-12&to=2026-03-11");
    assertThat(wrong.field("to")).isEqualTo("bad-period");
  }

  @Test
  void theTicketsOfAnotherClinicDoNotExist() {
    var ticket = Day.ticket(day.walkIn(day.patient(), "NORMAL"));
    var elsewhere = ClinicFixture.open("nurse");
    for (var step : List.of("call", "begin", "move", "missed", "back", "left", "finish")) {
      assertThat(elsewhere.as("nurse").post("/queue/" + ticket + "/" + step).status())
          .isEqualTo(404);
    }
  }

  private List<String> board() {
    return clinic.as("nurse").get("/queue").data().getValuesAs(JsonObject.class).stream()
        .map(line -> line.getString("id"))
        .toList();
  }

  private JsonObject line(String ticket) {
    return clinic.as("nurse").get("/queue").data().getValuesAs(JsonObject.class).stream()
        .filter(line -> line.getString("id").equals(ticket))
        .findFirst()
        .orElseThrow();
  }

  private Reply next(String role) {
    return clinic.as(role).post("/queue/next", Json.createObjectBuilder().build());
  }

  private JsonObject call(String role, String ticket, UUID room) {
    var reply = clinic.as(role).post("/queue/" + ticket + "/call", roomBody(room));
    assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
    return reply.json();
  }

  private void move(String ticket, String station) {
    var body = Json.createObjectBuilder().add("station", station).build();
    var reply = clinic.as("nurse").post("/queue/" + ticket + "/move", body);
    assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
  }

  private static JsonObject roomBody(UUID room) {
    return Json.createObjectBuilder().add("roomId", room.toString()).build();
  }

  private String room(UUID room) {
    return clinic
        .server()
        .owner()
        .strings("select status from medflow.room where id = ?", room)
        .get(0);
  }

  private String appointment(JsonObject visit) {
    return clinic
        .server()
        .owner()
        .strings(
            "select status from medflow.appointment where id = ?",
            uuid(visit.getString("appointmentId")))
        .get(0);
  }

  private String visit(JsonObject arrival) {
    return clinic
        .server()
        .owner()
        .strings("select status from medflow.visit where id = ?", uuid(Day.visit(arrival)))
        .get(0);
  }

  private void assign(String ticket, String username) {
    clinic
        .server()
        .owner()
        .update(
            """
            update medflow.queue_ticket set provider = u.id from medflow.app_user u
             where u.username = ? and queue_ticket.id = ?
            """,
            username,
            uuid(ticket));
  }

  private long patients() {
    return clinic
        .server()
        .owner()
        .number("select count(*) from medflow.patient where registered_at_clinic = ?", clinic.id());
  }

  private static UUID uuid(String text) {
    return UUID.fromString(text);
  }
}
