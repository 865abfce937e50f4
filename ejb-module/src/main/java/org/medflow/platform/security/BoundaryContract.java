package org.medflow.platform.security;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;
import jakarta.enterprise.inject.spi.WithAnnotations;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;

/** Stops start-up when a facade method neither asks for a right nor says why it needs none. */
public class BoundaryContract implements Extension {

  void check(@Observes @WithAnnotations(Stateless.class) ProcessAnnotatedType<?> type) {
    var facade = type.getAnnotatedType().getJavaClass();
    if (facade.getPackageName().endsWith(".boundary")) {
      Arrays.stream(facade.getDeclaredMethods())
          .filter(method -> Modifier.isPublic(method.getModifiers()) && !method.isSynthetic())
          .filter(BoundaryContract::undeclared)
          .findFirst()
          .ifPresent(BoundaryContract::stop);
    }
  }

  static boolean undeclared(Method method) {
    var open = method.getAnnotation(Open.class);
    var requires = method.getAnnotation(Requires.class);
    return requires == null && (open == null || open.value().isBlank());
  }

  private static void stop(Method method) {
    var name = method.getDeclaringClass().getSimpleName() + "." + method.getName();
    var sentence = "The facade method " + name + " has no permission.";
    System.getLogger("org.medflow.startup")
        .log(System.Logger.Level.ERROR, "MEDFLOW-STARTUP: " + sentence);
    throw new IllegalStateException(sentence);
  }
}
