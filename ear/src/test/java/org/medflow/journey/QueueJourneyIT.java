package org.medflow.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.medflow.harness.ClinicFixture;
import org.medflow.harness.Person;
import org.medflow.harness.Shared;
import org.medflow.visit.Day;

/** A morning at the desk, at the nurse's and at the manager's, without a pointer. */
class QueueJourneyIT {

  private ClinicFixture clinic;
  private Day day;

  @BeforeEach
  void open() {
    clinic = ClinicFixture.open("receptionist", "nurse", "doctor", "manager");
    day = new Day(clinic);
  }

  @Test
  void theDeskLetsSomebodyInTheNurseMeasuresHerAndTheDeskCallsHer() {
    var person = clinic.people().complete();
    var patient = clinic.registered(person).id();
    day.room("3", "CONSULTATION");
    try (var desk = Desk.visitor(Shared.server());
        var nurse = Desk.visitor(Shared.server())) {
      desk.signIn(clinic.staff("receptionist")).go("/file").sees("/file");
      Look.at(desk, "file-vide");
      letIn(desk, person);
      assertThat(desk.at("queue").locator("tbody tr")).hasCount(1);
      Look.at(desk, "file");
      assertThat(visits(patient, "CHECKED_IN")).isOne();

      measures(nurse, person);
      assertThat(number("select count(*) from medflow.vitals where patient_id = ?", patient))
          .isOne();
      assertThat(station(patient)).isEqualTo("va-iop");

      desk.go("/file").sees("/file");
      desk.press("F8").quiet();
      assertThat(desk.at("in-care")).hasCount(1);
      Look.at(desk, "file-appel");
      desk.at("go").press("Enter");
      desk.quiet();
      assertThat(visits(patient, "IN_PROGRESS")).isOne();
    }
  }

  @Test
  void whoeverDoesNotComeIsCalledAgainMarkedAbsentAndTakenBack() {
    var arrival = day.walkIn(day.patient(), "URGENT");
    day.room("1", "TRIAGE");
    try (var desk = Desk.visitor(Shared.server())) {
      desk.signIn(clinic.staff("receptionist")).go("/file").sees("/file");
      desk.at("act").press("Enter");
      desk.quiet();
      desk.at("care-more").press("Enter");
      desk.quiet();
      desk.at("call").press("Enter");
      desk.quiet();
      assertThat(desk.at("in-care")).containsText("2 fois");
      Look.at(desk, "file-ticket");
      desk.at("missed").press("Enter");
      desk.quiet();
      assertThat(desk.at("queue")).containsText("Absent");
      assertThat(state(Day.visit(arrival))).isEqualTo("NO_SHOW");
      desk.at("act").press("Enter");
      desk.quiet();
      assertThat(state(Day.visit(arrival))).isEqualTo("CHECKED_IN");
    }
  }

  @Test
  void whoeverHasAnAppointmentIsLetInWithOneKey() {
    var patient = day.patient();
    var appointment = java.util.UUID.randomUUID();
    clinic
        .server()
        .owner()
        .update(
            """
            insert into medflow.appointment (id, clinic_id, patient_id, starts_at, ends_at, type,
              status, origin, created_at, updated_at)
            values (?, ?, ?, now() - interval '20 minutes', now() + interval '10 minutes',
              'consultation', 'SCHEDULED', 'medflow', now(), now())
            """,
            appointment,
            clinic.id(),
            patient);
    try (var desk = Desk.visitor(Shared.server())) {
      desk.signIn(clinic.staff("receptionist")).go("/file").sees("/file");
      assertThat(desk.at("expected")).containsText("en retard");
      Look.at(desk, "file-attendus");
      desk.at("arrive").press("Enter");
      desk.quiet();
      assertThat(desk.at("queue").locator("tbody tr")).hasCount(1);
      assertThat(visits(patient, "CHECKED_IN")).isOne();
    }
  }

  @Test
  void theWaitingRoomSeesTheNumberAndNobodysName() {
    var person = clinic.people().complete();
    var patient = clinic.registered(person).id();
    var ticket = Day.ticket(day.walkIn(patient, "NORMAL"));
    day.room("5", "TRIAGE");
    day.step("nurse", ticket, "call");
    try (var room = Desk.visitor(Shared.server())) {
      room.go("/ecran/" + clinic.code());
      assertThat(room.at("calls").locator(".tv-call")).hasCount(1);
      assertThat(room.at("calls")).containsText("5");
      org.assertj.core.api.Assertions.assertThat(room.page().content())
          .doesNotContainIgnoringCase(person.lastName());
      Look.at(room, "ecran");
    }
  }

  @Test
  void theManagerSeesWaitsAndNoShows() {
    day.walkIn(day.patient(), "NORMAL");
    var gone = Day.ticket(day.walkIn(day.patient(), "NORMAL"));
    day.step("nurse", gone, "left");
    try (var manager = Desk.visitor(Shared.server())) {
      manager.signIn(clinic.staff("manager")).go("/accueil").sees("/accueil");
      assertThat(manager.at("queue-figures")).containsText("1 parti sans être vu");
      assertThat(manager.at("waiting")).hasText("1");
      Look.at(manager, "accueil-responsable");
    }
  }

  private void measures(Visitor nurse, Person person) {
    nurse.signIn(clinic.staff("nurse")).go("/constantes").sees("/constantes");
    Look.at(nurse, "constantes-vide");
    nurse.at("choose").press("Enter");
    nurse.quiet();
    assertThat(nurse.at("patient")).containsText(person.lastName().toUpperCase());
    nurse.at("systolic").fill("128");
    nurse.at("diastolic").fill("82");
    nurse.at("temperature").fill("52");
    nurse.press("Control+Enter").quiet();
    assertThat(nurse.page().locator(".mf-err:visible").first())
        .hasText("La température va de 25 à 45\u00a0°C.");
    assertThat(nurse.at("temperature")).hasValue("52");
    Look.at(nurse, "constantes-erreur");
    nurse.at("temperature").fill("36,8");
    nurse.at("weight").fill("70,5");
    nurse.at("height").fill("175");
    nurse.at("save").press("Enter");
    nurse.quiet();
    assertThat(nurse.at("earlier").locator("tbody tr")).hasCount(1);
    assertThat(nurse.at("earlier")).containsText("128/82");
    Look.at(nurse, "constantes");
  }

  private static void letIn(Visitor desk, Person person) {
    desk.press("F4");
    desk.at("walk-in-text").pressSequentially(person.lastName());
    desk.quiet();
    desk.at("walk-in-choose").first().press("Enter");
    desk.quiet();
    assertThat(desk.at("walk-in-patient")).isVisible();
    desk.at("walk-in-reason").fill("œil rouge");
    Look.at(desk, "file-sans-rdv");
    desk.at("let-in").press("Enter");
    desk.quiet();
    assertThat(desk.at("walk-in-form")).isHidden();
  }

  private long visits(java.util.UUID patient, String status) {
    return number(
        "select count(*) from medflow.visit where patient_id = ? and status = ?", patient, status);
  }

  private String station(java.util.UUID patient) {
    return text("select station from medflow.queue_ticket where patient_id = ?", patient);
  }

  private String state(String visit) {
    return text("select status from medflow.visit where id = ?", java.util.UUID.fromString(visit));
  }

  private String text(String sql, Object... values) {
    return clinic.server().owner().strings(sql, values).get(0);
  }

  private long number(String sql, Object... values) {
    return clinic.server().owner().number(sql, values);
  }
}
