package org.medflow.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.medflow.attic.OffendingStray;
import org.medflow.clinic.boundary.OffendingManager;
import org.medflow.clinic.control.OffendingRule;
import org.medflow.clinic.entity.OffendingPrice;
import org.medflow.clinic.page.Offending;

/** A rule that nothing can break proves nothing: classes made to offend are refused by each. */
class HouseRulesBiteTest {

  private static final JavaClasses OFFENDERS =
      new ClassFileImporter()
          .importClasses(
              OffendingManager.class,
              OffendingRule.class,
              OffendingPrice.class,
              Offending.class,
              OffendingStray.class);

  /** Need a gateway or a facade elsewhere to bite; the first room that has one proves them. */
  private static final Set<String> NOTHING_TO_BITE_YET =
      Set.of(
          "nothingImportsAGateway",
          "gatewaysUsePortsAndFacades",
          "facadesLiveInBoundaries",
          "entitiesLiveInEntity",
          "resourcesArePluralResources",
          "oneProcessRunner",
          "storeStaysInTheEjbModule",
          "rulesAreBuiltByConstructor");

  static Stream<String> rules() {
    return fields().map(Field::getName).filter(name -> !NOTHING_TO_BITE_YET.contains(name));
  }

  private static Stream<Field> fields() {
    return Stream.of(
            RoomRulesTest.class, StoreRulesTest.class, ShapeRulesTest.class, HabitRulesTest.class)
        .flatMap(type -> Arrays.stream(type.getDeclaredFields()))
        .filter(field -> field.isAnnotationPresent(ArchTest.class));
  }

  @ParameterizedTest
  @MethodSource("rules")
  void refusesTheOffenders(String name) throws ReflectiveOperationException {
    assertThat(rule(name).evaluate(OFFENDERS).hasViolation()).as(name).isTrue();
  }

  @Test
  void saysTheRemedyInEveryRule() {
    assertThat(fields().map(Field::getName).map(HouseRulesBiteTest::described))
        .allSatisfy(text -> assertThat(text).contains(", because "));
  }

  private static String described(String name) {
    try {
      return rule(name).getDescription();
    } catch (ReflectiveOperationException unreadable) {
      throw new IllegalStateException(unreadable);
    }
  }

  private static ArchRule rule(String name) throws ReflectiveOperationException {
    var field = fields().filter(f -> f.getName().equals(name)).findFirst().orElseThrow();
    return (ArchRule) field.get(null);
  }
}
