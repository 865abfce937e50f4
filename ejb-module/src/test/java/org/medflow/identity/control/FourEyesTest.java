package org.medflow.identity.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.medflow.identity.entity.RoleRequest;
import org.medflow.platform.Ids;
import org.medflow.platform.security.Actor;
import org.medflow.platform.security.Permission;

class FourEyesTest {

  private static final Instant NOW = Instant.parse("2026-11-27T08:00:00Z");
  private static final UUID CLINIC = Ids.next();

  private final Actor asker = person(Permission.MANAGE_USERS);
  private final Actor third = person(Permission.MANAGE_USERS);
  private final Actor receiver = person(Permission.MANAGE_USERS);

  private static Actor person(Permission... permissions) {
    return new Actor(Actor.Kind.USER, Ids.next(), Set.of(CLINIC), Set.of(permissions), Ids.next());
  }

  private RoleRequest request(String role) {
    return new RoleRequest(
        Ids.next(), CLINIC, receiver.id(), role, asker.id(), NOW, NOW.plus(FourEyes.OPEN));
  }

  @Test
  void letsAThirdPersonApprove() {
    assertThat(FourEyes.asking(request("nurse"), asker)).isEmpty();
    assertThat(FourEyes.approving(request("nurse"), third, NOW)).isEmpty();
  }

  @Test
  void refusesTheEyesOfWhoeverAsked() {
    assertThat(FourEyes.approving(request("nurse"), asker, NOW)).contains("four-eyes-asker");
  }

  @Test
  void refusesTheEyesOfWhoeverGetsIt() {
    assertThat(FourEyes.approving(request("nurse"), receiver, NOW)).contains("own-roles");
    assertThat(FourEyes.asking(request("nurse"), receiver)).contains("own-roles");
  }

  @Test
  void waitsSevenDaysAndNoLonger() {
    var end = NOW.plus(FourEyes.OPEN);
    assertThat(FourEyes.OPEN).hasDays(7);
    assertThat(FourEyes.approving(request("nurse"), third, end.minusMillis(1))).isEmpty();
    assertThat(FourEyes.approving(request("nurse"), third, end)).contains("role-request-expired");
  }

  @Test
  void leavesRolesOfTheSystemToThoseWhoManageIt() {
    var keeper = person(Permission.MANAGE_USERS, Permission.MANAGE_SYSTEM);
    for (var role : Set.of("admin", "super_admin")) {
      assertThat(FourEyes.asking(request(role), asker)).contains("needs-manage-system");
      assertThat(FourEyes.approving(request(role), third, NOW)).contains("needs-manage-system");
      assertThat(FourEyes.asking(request(role), keeper)).isEmpty();
      assertThat(FourEyes.approving(request(role), keeper, NOW)).isEmpty();
    }
    assertThat(FourEyes.reaches(asker, "doctor")).isTrue();
  }
}
