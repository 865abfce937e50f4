package org.medflow.audit;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.medflow.harness.ClinicFixture;
import org.medflow.harness.Shared;
import org.medflow.harness.Staff;

/** Every deed leaves its row in the deed's own transaction; a refusal leaves one of its own. */
class AuditTrailIT {

  private static ClinicFixture clinic;

  private record Row(String action, String outcome, String entity, long xid, String clinic) {}

  @BeforeAll
  static void open() {
    clinic = ClinicFixture.open("receptionist", "cashier");
  }

  @Test
  void writesARegistrationInTheTransactionOfThePatientsRow() {
    var made = clinic.registered(clinic.people().next());
    var rows = about(made.id());
    assertThat(rows).hasSize(1);
    assertThat(rows.get(0).outcome()).isEqualTo("done");
    assertThat(rows.get(0).entity()).isEqualTo("patient");
    assertThat(rows.get(0).clinic()).isEqualTo(clinic.id().toString());
    assertThat(rows.get(0).xid())
        .isEqualTo(
            Shared.server()
                .owner()
                .number(
                    "select xmin::text::bigint from medflow.patient_clinic where patient_id = ?",
                    made.id()));
  }

  @Test
  void writesOneRowForOneReadingCall() {
    var made = clinic.registered(clinic.people().next());
    long before = about(made.id()).size();
    clinic.as("receptionist").get("/patients/" + made.id());
    assertThat(about(made.id())).hasSize((int) before + 1);
  }

  @Test
  void writesWhoWasShownByASearch() {
    var person = clinic.people().next();
    var made = clinic.registered(person);
    long before = about(made.id()).size();
    var query = Json.createObjectBuilder().add("q", person.lastName()).add("size", 5).build();
    clinic.as("receptionist").post("/patients/search", query);
    assertThat(about(made.id())).hasSize((int) before + 1);
  }

  @Test
  void keepsARefusalAlthoughNothingWasSaved() {
    var cashier = actor(clinic.staff("cashier"));
    long before = refusals(cashier);
    clinic.as("cashier").post("/patients", clinic.people().next().registration());
    assertThat(refusals(cashier)).isEqualTo(before + 1);
  }

  @Test
  void leavesNoRowOfADeedThatWasRolledBack() {
    var person = clinic.people().complete();
    clinic.registered(person);
    var registrar = actor(clinic.staff("receptionist"));
    long before = deeds(registrar);
    var refused =
        clinic
            .as("receptionist")
            .post(
                "/patients",
                clinic.people().next().withNationalId(person.nationalId()).registration());
    assertThat(refused.status()).isEqualTo(409);
    assertThat(deeds(registrar)).isEqualTo(before);
  }

  @Test
  void writesSignInsAndRefusedSignIns() {
    var who = clinic.staff("receptionist");
    long opened = count("session.open", actor(who));
    Shared.server().anonymous().signIn(who.username(), who.password());
    assertThat(count("session.open", actor(who))).isEqualTo(opened + 1);

    long shut = refusedSignIns(actor(who));
    Shared.server().anonymous().signIn(who.username(), "not the right password");
    assertThat(refusedSignIns(actor(who))).isEqualTo(shut + 1);
  }

  @Test
  void carriesTheCorrelationIdThatTheCallerGot() {
    var refused = clinic.as("cashier").post("/patients", clinic.people().next().registration());
    var correlation = refused.json().getString("correlationId");
    assertThat(
            Shared.server()
                .owner()
                .number(
                    "select count(*) from medflow.audit_event where correlation = ?", correlation))
        .isOne();
  }

  private static List<Row> about(UUID patient) {
    return Shared.server()
        .owner()
        .list(
            """
            select action, outcome, entity, xid::text::bigint & 4294967295, clinic_id::text
              from medflow.audit_event where ? = any (entity_ids) order by at
            """,
            row ->
                new Row(
                    row.getString(1),
                    row.getString(2),
                    row.getString(3),
                    row.getLong(4),
                    row.getString(5)),
            patient);
  }

  private static UUID actor(Staff who) {
    return UUID.fromString(
        Shared.server()
            .owner()
            .strings("select id::text from medflow.app_user where username = ?", who.username())
            .get(0));
  }

  private static long refusals(UUID actor) {
    return Shared.server()
        .owner()
        .number(
            """
            select count(*) from medflow.audit_event where actor_id = ? and outcome = 'refused'
            """,
            actor);
  }

  private static long deeds(UUID actor) {
    return Shared.server()
        .owner()
        .number(
            "select count(*) from medflow.audit_event where actor_id = ? and outcome = 'done'",
            actor);
  }

  private static long count(String action, UUID actor) {
    return Shared.server()
        .owner()
        .number(
            "select count(*) from medflow.audit_event where action = ? and actor_id = ?",
            action,
            actor);
  }

  private static long refusedSignIns(UUID user) {
    return Shared.server()
        .owner()
        .number(
            """
            select count(*) from medflow.audit_event
             where action = 'session.refuse' and ? = any (entity_ids)
            """,
            user);
  }
}
