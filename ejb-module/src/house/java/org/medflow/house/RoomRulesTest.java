package org.medflow.house;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.conditions.ArchConditions.dependOnClassesThat;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.function.Predicate;

/** Rooms and layers (architecture 3.1 to 3.4). */
@AnalyzeClasses(locations = OwnClasses.class)
class RoomRulesTest {

  @ArchTest
  static final ArchRule everyClassLivesInARoom =
      classes()
          .should(fulfil("live in a known room", type -> Rooms.place(Rooms.of(type)) >= 0))
          .allowEmptyShould(true)
          .because("rooms are named in the architecture: put the class in one of them, or add one");

  @ArchTest
  static final ArchRule roomsCallLeftOnly =
      classes()
          .should(useOnly("rooms that stand left", RoomRulesTest::leftward))
          .allowEmptyShould(true)
          .because(
              "a room knows only rooms left of it: publish a port in the lower room and let CDI"
                  + " collect it, or send an outbox event");

  @ArchTest
  static final ArchRule roomsAreEnteredByTheirBoundary =
      classes()
          .should(useOnly("boundaries and published values of other rooms", RoomRulesTest::entered))
          .allowEmptyShould(true)
          .because(
              "another room is reached through its facade, its records and its ports: move what you"
                  + " need into its boundary package");

  @ArchTest
  static final ArchRule nothingImportsAGateway =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.medflow.*.gateway..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.medflow.*.gateway..")
          .allowEmptyShould(true)
          .because("a gateway is an adapter: declare a port in control and inject that");

  @ArchTest
  static final ArchRule gatewaysUsePortsAndFacades =
      noClasses()
          .that()
          .resideInAPackage("org.medflow.*.gateway..")
          .should(
              dependOnClassesThat(
                  Kinds.named("Repository", "Query", "Loader")
                      .and(describe("no mere value", type -> !Kinds.published(type)))))
          .allowEmptyShould(true)
          .because("a gateway calls one facade and its return is the commit: add a facade method");

  @ArchTest
  static final ArchRule controlAndEntityKnowNoFacadeOfTheirRoom =
      classes()
          .that()
          .resideInAnyPackage("org.medflow.*.control..", "org.medflow.*.entity..")
          .should(useOnly("no facade of their own room", RoomRulesTest::notUpToTheFacade))
          .allowEmptyShould(true)
          .because("calls go boundary, control, entity: move the shared step down into control");

  @ArchTest
  static final ArchRule entityKnowsNoControl =
      noClasses()
          .that()
          .resideInAPackage("org.medflow.*.entity..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.medflow.*.control..", "org.medflow.*.gateway..")
          .allowEmptyShould(true)
          .because("an aggregate stands alone: hand it the finished value");

  @ArchTest
  static final ArchRule entityUsesOnlyPlainLibraries =
      noClasses()
          .that()
          .resideInAPackage("org.medflow.*.entity..")
          .should(dependOnClassesThat(foreignToEntities()))
          .allowEmptyShould(true)
          .because(
              "entities know java, jakarta.persistence, jakarta.validation and Hibernate's"
                  + " annotations: move the rest to control");

  @ArchTest
  static final ArchRule outerModulesKnowNoEntity =
      noClasses()
          .that(Kinds.outer())
          .should(dependOnClassesThat(Kinds.persistent()))
          .allowEmptyShould(true)
          .because("pages, resources and jobs hold records: let the facade return a view");

  @ArchTest
  static final ArchRule outerModulesUseBoundaries =
      classes()
          .that(Kinds.outer())
          .should(useOnly("boundaries, records and enums", RoomRulesTest::outward))
          .allowEmptyShould(true)
          .because("the web tier and the jobs call facades: add what is missing to the boundary");

  private static boolean leftward(Dependency use) {
    return Rooms.mayCall(Rooms.of(use.getOriginClass()), Rooms.of(use.getTargetClass()));
  }

  private static boolean entered(Dependency use) {
    var to = use.getTargetClass();
    var room = Rooms.of(to);
    return room.isEmpty()
        || room.equals("platform")
        || room.equals(Rooms.of(use.getOriginClass()))
        || Kinds.boundary(to)
        || Kinds.published(to);
  }

  private static boolean notUpToTheFacade(Dependency use) {
    return !Kinds.boundary(use.getTargetClass())
        || !Rooms.of(use.getOriginClass()).equals(Rooms.of(use.getTargetClass()))
        || Kinds.published(use.getTargetClass());
  }

  private static boolean outward(Dependency use) {
    var to = use.getTargetClass();
    return Rooms.of(to).isEmpty()
        || Rooms.of(to).equals("platform")
        || Kinds.outer().test(to)
        || Kinds.boundary(to)
        || Kinds.published(to);
  }

  private static DescribedPredicate<JavaClass> foreignToEntities() {
    return describe(
        "foreign library",
        type ->
            !type.isPrimitive()
                && !type.getBaseComponentType().isPrimitive()
                && !type.getBaseComponentType()
                    .getPackageName()
                    .matches(
                        "(java|jakarta\\.persistence|jakarta\\.validation|org\\.medflow"
                            + "|org\\.hibernate\\.annotations)(\\..*)?"));
  }

  private static ArchCondition<JavaClass> useOnly(String what, Predicate<Dependency> allowed) {
    return new ArchCondition<>("use only " + what) {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        type.getDirectDependenciesFromSelf().stream()
            .filter(allowed.negate())
            .forEach(use -> events.add(SimpleConditionEvent.violated(use, use.getDescription())));
      }
    };
  }

  private static ArchCondition<JavaClass> fulfil(String what, Predicate<JavaClass> holds) {
    return new ArchCondition<>(what) {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        if (!holds.test(type)) {
          events.add(SimpleConditionEvent.violated(type, type.getName() + " does not " + what));
        }
      }
    };
  }
}
