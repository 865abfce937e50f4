package org.medflow.identity.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.medflow.identity.control.Staffing.Account;
import org.medflow.platform.Ids;
import org.medflow.platform.error.Conflict;
import org.medflow.platform.error.FieldError;
import org.medflow.platform.error.Invalid;

class StaffingTest {

  private static final String GOOD = "rivière calme au 7";
  private static final UUID CLINIC = Ids.next();

  private final FakeStaff staff = new FakeStaff();
  private final Staffing staffing =
      staff.staffing(Clock.fixed(Instant.parse("2026-11-24T08:00:00Z"), ZoneOffset.UTC));

  private static Account account(String username, String password, String... roles) {
    return new Account(username, password, "Nadine", "Ilunga", List.of(roles));
  }

  private List<FieldError> broken(Account account) {
    try {
      staffing.hire(account, List.of(CLINIC));
      return List.of();
    } catch (Invalid refused) {
      return refused.fields();
    }
  }

  @Test
  void storesAHashAndNeverThePassword() {
    var id = staffing.hire(account("nadine", GOOD, "receptionist"), List.of(CLINIC));
    var hash = staff.accounts.get(id).passwordHash();
    assertThat(hash).doesNotContain(GOOD);
    assertThat(PasswordHash.fits(GOOD, hash)).isTrue();
  }

  @Test
  void makesTheUsernameSmallAndTrimmed() {
    var id = staffing.hire(account("  Nadine.I ", GOOD, "receptionist"), List.of(CLINIC));
    assertThat(staff.accounts.get(id).who().username()).isEqualTo("nadine.i");
  }

  @Test
  void givesEachRoleInEachClinicOnce() {
    var other = Ids.next();
    staffing.hire(account("nadine", GOOD, "admin", "doctor", "admin"), List.of(CLINIC, other));
    assertThat(staff.given)
        .containsExactly(
            CLINIC + " admin", CLINIC + " doctor", other + " admin", other + " doctor");
  }

  @Test
  void writesDownThatSomebodyWasHired() {
    staffing.hire(account("nadine", GOOD, "doctor"), List.of(CLINIC));
    assertThat(staff.audited).containsExactly("user.hire");
  }

  @Test
  void refusesATakenUsernameWithItsOwnCode() {
    staffing.hire(account("nadine", GOOD, "doctor"), List.of(CLINIC));
    assertThatThrownBy(() -> staffing.hire(account("NADINE", GOOD, "doctor"), List.of(CLINIC)))
        .isInstanceOf(Conflict.class)
        .hasMessage("username-taken");
  }

  @Test
  void namesEveryBrokenFieldAtOnce() {
    var broken = broken(new Account("1x", "short", " ", "y".repeat(61), List.of()));
    assertThat(broken)
        .containsExactlyInAnyOrder(
            new FieldError("username", "bad-format"),
            new FieldError("password", "password-too-short"),
            new FieldError("firstName", "required"),
            new FieldError("lastName", "too-long"),
            new FieldError("roles", "unknown-role"));
    assertThat(staff.accounts).isEmpty();
  }

  @Test
  void refusesARoleThatTheHouseDoesNotHave() {
    assertThat(broken(account("nadine", GOOD, "doctor", "wizard")))
        .containsExactly(new FieldError("roles", "unknown-role"));
  }

  @Test
  void refusesAnAccountOfNothing() {
    assertThat(broken(new Account(null, null, null, null, null)))
        .extracting(FieldError::field)
        .contains("username", "password", "firstName", "lastName", "roles");
  }

  @Test
  void invitesSomebodyWithoutAPasswordAndWithoutARole() {
    var user =
        staffing.invite(new Account(" Nadine ", null, "Nadine", "Ilunga", List.of("doctor")));
    assertThat(user.who().username()).isEqualTo("nadine");
    assertThat(user.passwordHash()).isNull();
    assertThat(user.active()).isTrue();
    assertThat(staff.given).isEmpty();
    assertThat(staff.audited).containsExactly("user.invite");
  }

  @Test
  void invitesNobodyWithoutAName() {
    assertThatThrownBy(() -> staffing.invite(new Account(null, null, null, null, null)))
        .isInstanceOfSatisfying(
            Invalid.class,
            broken ->
                assertThat(broken.fields())
                    .extracting(FieldError::field)
                    .containsExactlyInAnyOrder("username", "firstName", "lastName", "roles"));
  }
}
