package org.medflow.house;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMember;
import jakarta.ejb.Stateless;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.MappedSuperclass;

/** Words in which the rules speak of classes. */
final class Kinds {

  private static final String[] INSIDE = {
    "org.medflow.*.boundary..",
    "org.medflow.*.control..",
    "org.medflow.*.entity..",
    "org.medflow.*.gateway.."
  };

  private Kinds() {}

  static DescribedPredicate<JavaClass> facade() {
    return describe("facade", type -> type.isAnnotatedWith(Stateless.class));
  }

  static DescribedPredicate<JavaClass> persistent() {
    return describe(
        "persistent class",
        type ->
            type.isAnnotatedWith(Entity.class)
                || type.isAnnotatedWith(Embeddable.class)
                || type.isAnnotatedWith(MappedSuperclass.class));
  }

  /** A value that may be handed from room to room: record, enum, port, annotation, exception. */
  static boolean published(JavaClass type) {
    var outer = type.getEnclosingClass();
    return type.isRecord()
        || type.isEnum()
        || type.isInterface()
        || type.isAnnotation()
        || type.isAssignableTo(Throwable.class)
        || outer.isPresent() && published(outer.get());
  }

  static boolean boundary(JavaClass type) {
    return resideInAnyPackage("org.medflow.*.boundary..").test(type);
  }

  /** Pages, resources, sockets, servlets, batch artefacts: everything outside the EJB module. */
  static DescribedPredicate<JavaClass> outer() {
    return describe(
        "class of the web tier or of a batch job",
        type -> type.getPackageName().startsWith("org.medflow.") && !core(type));
  }

  private static boolean core(JavaClass type) {
    return resideInAnyPackage(INSIDE).test(type)
        || type.getPackageName().startsWith("org.medflow.platform") && !platformWeb(type);
  }

  private static boolean platformWeb(JavaClass type) {
    return resideInAnyPackage("org.medflow.platform.web..").test(type);
  }

  static DescribedPredicate<JavaClass> named(String... endings) {
    return describe("class named *" + String.join(", *", endings), type -> endsIn(type, endings));
  }

  private static boolean endsIn(JavaClass type, String... endings) {
    for (var ending : endings) {
      if (outermost(type).getSimpleName().endsWith(ending)
          || type.getSimpleName().endsWith(ending)) {
        return true;
      }
    }
    return false;
  }

  private static JavaClass outermost(JavaClass type) {
    return type.getEnclosingClass().map(Kinds::outermost).orElse(type);
  }

  static DescribedPredicate<JavaMember> declaredIn(DescribedPredicate<? super JavaClass> owner) {
    return describe("declared in " + owner.getDescription(), m -> owner.test(m.getOwner()));
  }
}
