package org.medflow.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.medflow.identity.Office.actions;
import static org.medflow.identity.Office.id;
import static org.medflow.identity.Office.rolesHeld;
import static org.medflow.identity.Office.waiting;

import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.medflow.harness.ApiClient;
import org.medflow.harness.ClinicFixture;
import org.medflow.harness.Database;
import org.medflow.harness.Reply;
import org.medflow.harness.Shared;

/** Roles are given by two people and taken by one, at once. */
class RolesIT {

  private static ClinicFixture clinic;
  private static ClinicFixture other;
  private static Office office;
  private static Office elsewhere;
  private static Database owner;

  private final ApiClient nobody = Shared.server().anonymous();

  @BeforeAll
  static void open() {
    clinic = ClinicFixture.open("admin");
    clinic.hire("second", "admin", clinic.code());
    clinic.hire("third", "super_admin", clinic.code());
    other = ClinicFixture.open("admin");
    office = new Office(clinic);
    elsewhere = new Office(other);
    owner = Shared.server().owner();
  }

  @Test
  void takesRolesAwayAtOnceAndEndsTheSessions() {
    var who = clinic.hire("paul", "nurse", clinic.code());
    var caller = nobody.signedIn(who.username(), who.password()).inClinic(clinic.code());
    assertThat(caller.get("/patients").status()).isEqualTo(200);

    var changed = office.change("admin", who, "receptionist");
    assertThat(changed.status()).as(changed.toString()).isLessThan(300);
    assertThat(caller.get("/patients").status()).isEqualTo(401);
    assertThat(rolesHeld(id(who))).isEmpty();
    assertThat(waiting(id(who))).hasSize(1);
    assertThat(actions(id(who))).contains("user.role-take", "user.role-ask");
  }

  @Test
  void letsOneOfTwoWhoDecideAtOnceDecide() {
    var who = clinic.hire("nadia", "nurse", clinic.code());
    assertThat(office.change("admin", who, "nurse", "cashier").status()).isLessThan(300);
    var request = waiting(id(who)).get(0);
    var path = "/role-requests/%s/approve".formatted(request);
    var replies = new ArrayList<CompletableFuture<Reply>>();
    for (int i = 0; i < 10; i++) {
      replies.add(clinic.as("second").postLater(path, JsonValue.EMPTY_JSON_OBJECT));
      replies.add(clinic.as("third").postLater(path, JsonValue.EMPTY_JSON_OBJECT));
    }
    var done = replies.stream().map(CompletableFuture::join).toList();
    assertThat(done).filteredOn(reply -> reply.status() < 300).hasSize(1);
    assertThat(done)
        .filteredOn(reply -> reply.status() >= 300)
        .allMatch(reply -> reply.code().equals("role-request-decided"));
    assertThat(rolesHeld(id(who))).containsExactly("cashier", "nurse");
    assertThat(actions(id(who)).stream().filter("user.role-give"::equals)).hasSize(1);
  }

  @Test
  void wantsThreePeopleForARole() {
    var who = clinic.hire("irma", "admin", clinic.code());
    assertThat(office.change("admin", who, "admin", "auditor").status()).isLessThan(300);
    var request = waiting(id(who)).get(0);
    assertThat(office.approve("admin", request).code()).isEqualTo("four-eyes-asker");
    assertThat(office.approve("irma", request).code()).isEqualTo("own-roles");
    var mine = office.change("irma", who, "admin", "doctor");
    assertThat(mine.code()).as(mine.toString()).isEqualTo("own-roles");
    for (var liar : List.of(id(who), id(clinic.staff("admin")))) {
      assertThatThrownBy(
              () ->
                  owner.update(
                      """
                      update medflow.role_request
                         set state = 'approved', decided_by = ?, decided_at = now() where id = ?
                      """,
                      liar,
                      UUID.fromString(request)))
          .hasMessageContaining("role_request_eyes_ck");
    }
    owner.update(
        "update medflow.role_request set expires_at = now() where id = ?",
        UUID.fromString(request));
    assertThat(office.approve("second", request).code()).isEqualTo("role-request-expired");
    assertThat(rolesHeld(id(who))).containsExactly("admin");
  }

  @Test
  void refusesAndTakesBackARequest() {
    var who = clinic.hire("jean", "nurse", clinic.code());
    office.change("admin", who, "nurse", "cashier");
    var first = waiting(id(who)).get(0);
    assertThat(office.refuse("second", first).status()).isLessThan(300);
    assertThat(office.approve("third", first).code()).isEqualTo("role-request-decided");
    office.change("admin", who, "nurse", "cashier");
    var again = waiting(id(who)).get(0);
    assertThat(office.refuse("admin", again).status()).isLessThan(300);
    assertThat(
            owner.strings(
                "select state from medflow.role_request where user_id = ? order by asked_at",
                id(who)))
        .containsExactly("refused", "withdrawn");
    assertThat(rolesHeld(id(who))).containsExactly("nurse");
  }

  @Test
  void saysSoWhenTheSecondPairOfEyesIsMissing() {
    var who = other.hire("seule", "nurse", other.code());
    assertThat(elsewhere.change("admin", who, "nurse", "cashier").status()).isLessThan(300);
    assertThat(rolesHeld(id(who))).containsExactly("cashier", "nurse");
    assertThat(
            owner.strings(
                "select state || coalesce(decided_by::text, '') from medflow.role_request"
                    + " where user_id = ?",
                id(who)))
        .containsExactly("alone");
    assertThat(
            owner.strings(
                """
                select reason from medflow.audit_event
                 where action = 'user.role-give-alone' and ? = any (entity_ids)
                """,
                id(who)))
        .containsExactly("four-eyes-missing: cashier");
  }
}
