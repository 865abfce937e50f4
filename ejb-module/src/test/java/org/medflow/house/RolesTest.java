package org.medflow.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.medflow.platform.security.Permission;

/** Roles as the migrations write them: a right that only an administrator holds is named here. */
class RolesTest {

  private static final Path ROLES =
      Path.of("../db-migrations/src/main/resources/db/migration/V0006__roles.sql");
  private static final Pattern GRANT = Pattern.compile("\\('(\\w+)',((?:\\s*'[a-z_ ]+')+)\\)");
  private static final Set<String> TECHNICAL = Set.of("admin", "super_admin");

  /** Accounts, installation, settings, clinics: nobody else's business; nobody holds the last. */
  private static final Set<Permission> ONLY_TECHNICAL =
      Set.of(
          Permission.MANAGE_USERS,
          Permission.MANAGE_SYSTEM,
          Permission.MANAGE_SETTINGS,
          Permission.MANAGE_CLINICS,
          Permission.OPERATE_SYSTEM);

  @Test
  void somebodyButAnAdministratorHoldsEveryRightThatIsNotTechnical() throws IOException {
    var holders = holders();
    var only = new TreeSet<Permission>();
    for (var permission : Permission.values()) {
      if (TECHNICAL.containsAll(holders.getOrDefault(permission, Set.of()))) {
        only.add(permission);
      }
    }
    assertThat(only).hasSameElementsAs(ONLY_TECHNICAL);
  }

  @Test
  void anAdministratorSignsNothingClinical() throws IOException {
    var holders = holders();
    for (var permission :
        Set.of(
            Permission.MANAGE_MEDICAL_RECORDS,
            Permission.CREATE_PRESCRIPTIONS,
            Permission.PERFORM_EYE_EXAMS,
            Permission.VERIFY_RESULTS,
            Permission.DISPENSE_MEDICATIONS,
            Permission.MANAGE_SURGERY)) {
      assertThat(holders.get(permission))
          .as(permission.code())
          .doesNotContainAnyElementsOf(TECHNICAL);
    }
  }

  private static Map<Permission, Set<String>> holders() throws IOException {
    var holders = new EnumMap<Permission, Set<String>>(Permission.class);
    var grants = GRANT.matcher(Files.readString(ROLES));
    while (grants.find()) {
      for (var code : grants.group(2).replaceAll("['\\s]+", " ").strip().split(" ")) {
        holders.computeIfAbsent(Permission.of(code), any -> new TreeSet<>()).add(grants.group(1));
      }
    }
    assertThat(holders.values().stream().flatMap(Set::stream).distinct().count()).isEqualTo(27);
    return holders;
  }
}
