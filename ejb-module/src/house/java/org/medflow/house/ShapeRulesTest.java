package org.medflow.house;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.constructors;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.persistence.Entity;
import jakarta.ws.rs.Path;
import java.util.function.Predicate;
import org.medflow.platform.security.Open;
import org.medflow.platform.security.Requires;

/** Names and shapes (architecture 3.7, 4, 5). */
@AnalyzeClasses(locations = OwnClasses.class)
class ShapeRulesTest {

  @ArchTest
  static final ArchRule facadesSayWhoMayCall =
      methods()
          .that(are("public methods of facades", ShapeRulesTest::facadeMethod))
          .should(
              hold(
                  "carry @Requires(permission) or @Open(\"why\")",
                  method ->
                      method.isAnnotatedWith(Requires.class)
                          || method
                              .tryGetAnnotationOfType(Open.class)
                              .filter(open -> !open.value().isBlank())
                              .isPresent()))
          .allowEmptyShould(true)
          .because("nothing is open by accident: name the permission, or say why none is needed");

  @ArchTest
  static final ArchRule facadesLiveInBoundaries =
      classes()
          .that()
          .areAnnotatedWith(Stateless.class)
          .should()
          .resideInAPackage("org.medflow.*.boundary..")
          .allowEmptyShould(true)
          .because("a @Stateless bean begins a transaction: make it a facade or a plain bean");

  @ArchTest
  static final ArchRule entitiesLiveInEntity =
      classes()
          .that()
          .areAnnotatedWith(Entity.class)
          .should()
          .resideInAPackage("org.medflow.*.entity..")
          .allowEmptyShould(true)
          .because("aggregates are looked for in the entity package of their room");

  @ArchTest
  static final ArchRule entitiesHaveNoSetters =
      methods()
          .that(
              are(
                  "methods of entities",
                  method ->
                      method.getOwner().isAnnotatedWith(Entity.class)
                          && method.getModifiers().contains(JavaModifier.PUBLIC)))
          .should(hold("not be setters", method -> !method.getName().matches("set[A-Z].*")))
          .allowEmptyShould(true)
          .because("an aggregate has intentions, not setters: name what happens");

  @ArchTest
  static final ArchRule noWornOutNames =
      noClasses()
          .should()
          .haveNameMatching(".*(Impl|Manager|Utils?|Helper|Dto|DTO)(\\$.*)?")
          .allowEmptyShould(true)
          .because("such a name says nothing: name the duty, the rule or the value");

  @ArchTest
  static final ArchRule injectedFieldsArePackagePrivate =
      fields()
          .that()
          .areAnnotatedWith(Inject.class)
          .should(hold("be package-private and not final", ShapeRulesTest::packagePrivate))
          .allowEmptyShould(true)
          .because("a test in the same package puts a fake in: drop private, public, protected");

  @ArchTest
  static final ArchRule resourcesArePluralResources =
      classes()
          .that()
          .areAnnotatedWith(Path.class)
          .should(haveSimpleNameEndingIn("Resource"))
          .allowEmptyShould(true)
          .because("a JAX-RS class is called after the plural of what it serves: PatientsResource");

  @ArchTest
  static final ArchRule pagesAreCalledPage =
      classes()
          .that()
          .areAnnotatedWith(Named.class)
          .and()
          .resideInAPackage("org.medflow.*.page..")
          .should(haveSimpleNameEndingIn("Page"))
          .allowEmptyShould(true)
          .because("one page class per xhtml, called after it: PatientSearchPage");

  @ArchTest
  static final ArchRule fewParameters =
      com.tngtech.archunit.lang.syntax.ArchRuleDefinition.codeUnits()
          .that(are("methods and constructors written by hand", ShapeRulesTest::handWritten))
          .should(hold("take at most five", unit -> unit.getRawParameterTypes().size() <= 5))
          .allowEmptyShould(true)
          .because("six parameters are a record that has no name yet");

  @ArchTest
  static final ArchRule rulesAreBuiltByConstructor =
      constructors()
          .that()
          .areAnnotatedWith(Inject.class)
          .should()
          .notBePrivate()
          .allowEmptyShould(true)
          .because("CDI and a test must both be able to call it");

  private static boolean facadeMethod(JavaMethod method) {
    return method.getOwner().isAnnotatedWith(Stateless.class)
        && method.getOwner().getPackageName().contains(".boundary")
        && method.getModifiers().contains(JavaModifier.PUBLIC)
        && !method.getModifiers().contains(JavaModifier.STATIC)
        && !method.getModifiers().contains(JavaModifier.SYNTHETIC)
        && !method.getModifiers().contains(JavaModifier.BRIDGE);
  }

  private static boolean packagePrivate(JavaField field) {
    return field.getModifiers().stream()
        .noneMatch(
            modifier ->
                modifier == JavaModifier.PRIVATE
                    || modifier == JavaModifier.PUBLIC
                    || modifier == JavaModifier.PROTECTED
                    || modifier == JavaModifier.FINAL);
  }

  private static boolean handWritten(JavaCodeUnit unit) {
    return !(unit.isConstructor() && (unit.getOwner().isRecord() || unit.getOwner().isEnum()))
        && !unit.getOwner().isAnnotatedWith("jakarta.ws.rs.ext.Provider")
        && !unit.getModifiers().contains(JavaModifier.SYNTHETIC)
        && !unit.getName().startsWith("lambda$")
        && !overrides(unit);
  }

  /** The parameters of an overriding method are somebody else's choice. */
  private static boolean overrides(JavaCodeUnit unit) {
    return unit.getOwner().getAllRawInterfaces().stream().anyMatch(type -> declares(type, unit))
        || unit.getOwner().getAllRawSuperclasses().stream().anyMatch(type -> declares(type, unit));
  }

  private static boolean declares(JavaClass type, JavaCodeUnit unit) {
    return type.getMethods().stream()
        .anyMatch(
            method ->
                method.getName().equals(unit.getName())
                    && method.getRawParameterTypes().size() == unit.getRawParameterTypes().size());
  }

  private static ArchCondition<JavaClass> haveSimpleNameEndingIn(String ending) {
    return com.tngtech.archunit.lang.conditions.ArchConditions.have(simpleNameEndingWith(ending));
  }

  private static <T> DescribedPredicate<T> are(String what, Predicate<? super T> predicate) {
    return describe("are " + what, predicate);
  }

  private static <T extends com.tngtech.archunit.core.domain.properties.HasName.AndFullName>
      ArchCondition<T> hold(String what, Predicate<? super T> predicate) {
    return new ArchCondition<>(what) {
      @Override
      public void check(T item, ConditionEvents events) {
        if (!predicate.test(item)) {
          events.add(SimpleConditionEvent.violated(item, item.getFullName() + " should " + what));
        }
      }
    };
  }
}
