package org.medflow.identity.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.medflow.platform.security.Permission;
import org.medflow.platform.store.FakeRows;

class PermissionDriftTest {

  private static TreeSet<String> all() {
    return Arrays.stream(Permission.values())
        .map(Permission::code)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void isContentWhenBothSidesKnowTheSame() {
    assertThat(PermissionDrift.drift(all())).isEmpty();
  }

  @Test
  void doesNotAskThatARoleMayOperateTheSystem() {
    var granted = all();
    granted.remove("operate_system");
    assertThat(PermissionDrift.drift(granted)).isEmpty();
  }

  @Test
  void namesARightThatOnlyTheDatabaseKnows() {
    var granted = all();
    granted.add("fly");
    assertThat(PermissionDrift.drift(granted).orElseThrow()).contains("[fly]");
  }

  @Test
  void namesARightThatNobodyCouldHold() {
    var granted = all();
    granted.remove("view_patients");
    assertThat(PermissionDrift.drift(granted).orElseThrow())
        .isEqualTo("No role holds these permissions: [view_patients]");
  }

  @Test
  void readsWhatTheDatabaseGrants() {
    var roles = new RoleQuery();
    roles.rows =
        new FakeRows().answer("role_permission", FakeRows.row("permission", "view_patients"));
    var drift = new PermissionDrift();
    drift.roles = roles;
    assertThat(roles.granted()).isEqualTo(Set.of("view_patients"));
    assertThat(drift.problem()).isPresent();
  }
}
