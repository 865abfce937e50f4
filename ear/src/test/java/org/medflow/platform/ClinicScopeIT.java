package org.medflow.platform;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.medflow.harness.ClinicFixture;
import org.medflow.harness.Database;
import org.medflow.harness.Person;
import org.medflow.harness.Reply;
import org.medflow.harness.Shared;
import org.medflow.patient.Bodies;
import org.medflow.platform.Routes.Route;

/** Clinics are kept apart by the database itself, and every route shows it. */
class ClinicScopeIT {

  private static ClinicFixture here;
  private static ClinicFixture there;
  private static Person stranger;
  private static UUID hidden;
  private static UUID mine;
  private static String merge;

  @BeforeAll
  static void openTwoClinics() {
    here = ClinicFixture.open("receptionist", "admin", "manager");
    there = ClinicFixture.open("receptionist");
    stranger = there.people().complete();
    hidden = there.registered(stranger).id();
    var duplicate = there.registered(there.people().next()).id();
    mine = here.registered(here.people().next()).id();
    var body = Bodies.of(stranger, duplicate).get("POST /patients/{id}/merge");
    var merged = there.as("receptionist").post("/patients/%s/merge".formatted(hidden), body);
    assertThat(merged.status()).as(merged.toString()).isIn(200, 201);
    merge = merged.json().getString("id");
  }

  @Test
  void showsTheServersRoleNothingWithoutAScope() {
    var app = Shared.server().app();
    for (var table : guarded()) {
      var sql = "select count(*) from " + table + foreign(table);
      assertThat(seen(app, sql)).as(table).isIn("0", "nothing");
    }
  }

  @Test
  void showsTheServersRoleOnlyTheClinicOfItsScope() {
    var owner = Shared.server().owner();
    for (var scope : List.of(here.id(), UUID.randomUUID())) {
      var app = Shared.server().app().seeing(scope);
      assertThat(app.number("select count(*) from medflow.patient where id = ?", hidden)).isZero();
      assertThat(
              app.number("select count(*) from medflow.patient_phone where patient_id = ?", hidden))
          .isZero();
    }
    assertThat(
            Shared.server()
                .app()
                .seeing(there.id())
                .number("select count(*) from medflow.patient where id = ?", hidden))
        .isOne();
    assertThat(owner.number("select count(*) from medflow.patient where id = ?", hidden)).isOne();
  }

  @Test
  void letsTheServersRoleWriteNothingOutsideItsScope() {
    var app = Shared.server().app().seeing(here.id());
    assertThat(app.update("update medflow.patient set city = 'Goma' where id = ?", hidden))
        .isZero();
    assertThat(refusal(app, there.id())).contains("row-level security");
  }

  @Test
  void givesTheServersRoleNeitherOwnershipNorAWayRoundThePolicies() {
    var owner = Shared.server().owner();
    assertThat(
            owner.number(
                """
                select count(*) from pg_roles where rolname = 'medflow_app'
                   and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb)
                """))
        .isZero();
    assertThat(
            owner.number(
                """
                select count(*) from pg_class c join pg_roles r on r.oid = c.relowner
                 where r.rolname = 'medflow_app' and c.relpersistence <> 't'
                """))
        .isZero();
  }

  @Test
  void letsNobodyChangeOrRemoveAnAuditRow() {
    var app = Shared.server().app().seeing(here.id());
    for (var sql :
        List.of("update medflow.audit_event set reason = 'x'", "delete from medflow.audit_event")) {
      assertThat(thrown(app, sql)).contains("permission denied");
    }
  }

  @Test
  void hidesAPatientOfAnotherClinicOnEveryRoute() {
    var failures = new ArrayList<String>();
    int asked = 0;
    for (var route : Routes.all()) {
      if (route.takesParameters() && route.template().startsWith("/patients/")) {
        asked++;
        boolean mayAsk = false;
        for (var role : List.of("receptionist", "admin", "nurse", "doctor")) {
          var reply = ask(route, role);
          mayAsk |= reply.status() == 404;
          if (reply.status() != 404 && reply.status() != 403 || tells(reply)) {
            failures.add(role + ": " + reply);
          }
        }
        assertThat(mayAsk).as("somebody has the right for " + route).isTrue();
      }
    }
    assertThat(failures).isEmpty();
    assertThat(asked).isGreaterThanOrEqualTo(6);
  }

  /**
   * Sessions have their test in TokensIT, accesses in AuditSearchIT, users in UsersIT, settings in
   * SettingsIT, emergency accesses in BreakGlassIT; clinics are the group's and asked for by those
   * who run it (ClinicsIT).
   */
  @Test
  void knowsEveryRouteWithAParameter() {
    assertThat(Routes.all().stream().filter(Route::takesParameters).map(Route::template))
        .allMatch(
            path ->
                path.startsWith("/patients/")
                    || path.startsWith("/settings/{key}")
                    || path.equals("/clinics/{id}")
                    || path.equals("/emergency-accesses/{id}/review")
                    || path.startsWith("/migrations/")
                    || path.startsWith("/queue/")
                    || path.startsWith("/appointments/")
                    || path.startsWith("/providers/{id}/")
                    || path.startsWith("/waiting-list/{id}/")
                    || path.startsWith("/rooms/{id}")
                    || path.equals("/equipment/{id}")
                    || path.equals("/appointment-types/{code}")
                    || path.startsWith("/visits/")
                    || path.equals("/vitals/{id}/wrong")
                    || path.equals("/problems/{id}/close")
                    || path.equals("/tariffs/{id}")
                    || path.startsWith("/users/")
                    || path.startsWith("/role-requests/")
                    || path.equals("/auth/sessions/{id}")
                    || path.equals("/auth/factor/passkeys/{id}/removal")
                    || path.equals("/audit/patients/{id}"),
            "a new kind of route needs its own clinic test here");
  }

  @Test
  void hidesAPatientOfAnotherClinicFromEveryQuestionAboutPeople() {
    var caller = here.as("receptionist");
    var bodies = Bodies.of(stranger, hidden);
    for (var path : List.of("/patients/search", "/patients/check-duplicates")) {
      var reply = caller.post(path, bodies.get("POST " + path));
      assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
      assertThat(reply.body()).doesNotContain(hidden.toString());
    }
    var merged =
        caller.post("/patients/%s/merge".formatted(mine), bodies.get("POST /patients/{id}/merge"));
    assertThat(merged.status()).as(merged.toString()).isEqualTo(404);
  }

  private static boolean tells(Reply reply) {
    return reply.body().toLowerCase().contains(stranger.lastName().toLowerCase());
  }

  private static Reply ask(Route route, String role) {
    var path =
        route.template().replace("{merge}", merge).replaceAll("\\{[^}]+}", hidden.toString());
    var caller = here.as(role).with("If-Match", "\"0\"");
    if (route.method().equals("GET")) {
      return caller.get(path);
    }
    var body = Bodies.of(stranger, mine).getOrDefault(route.toString(), empty());
    return caller.json(route.method(), path, body);
  }

  private static JsonObject empty() {
    return JsonValue.EMPTY_JSON_OBJECT;
  }

  private static List<String> guarded() {
    return Shared.server()
        .owner()
        .strings(
            """
            select c.oid::regclass::text from pg_class c
             where c.relrowsecurity and c.relnamespace = 'medflow'::regnamespace order by 1
            """);
  }

  /** Audit rows without a clinic (sign-ins) are the group's and no clinic's secret. */
  private static String foreign(String table) {
    return table.contains("audit_event") ? " where clinic_id is not null" : "";
  }

  private static String refusal(Database app, UUID clinic) {
    return thrown(
        app,
        "insert into medflow.patient_clinic values ('%s', '%s', now())".formatted(hidden, clinic));
  }

  /** How many rows are seen; nothing at all where the table is the owner's alone. */
  private static String seen(Database app, String sql) {
    return thrown(app, sql).contains("permission denied")
        ? "nothing"
        : String.valueOf(app.number(sql));
  }

  private static String thrown(Database app, String sql) {
    try {
      app.update(sql);
      return "done";
    } catch (IllegalStateException refused) {
      return String.valueOf(refused.getMessage());
    }
  }
}
