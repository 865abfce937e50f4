package org.medflow.platform.web;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;
import jakarta.enterprise.inject.spi.WithAnnotations;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.util.Arrays;
import org.medflow.platform.security.Open;
import org.medflow.platform.security.Requires;

/** Stops start-up when a route neither asks for a right nor says why it needs none. */
public class RouteContract implements Extension {

  void check(@Observes @WithAnnotations(Path.class) ProcessAnnotatedType<?> type) {
    Arrays.stream(type.getAnnotatedType().getJavaClass().getDeclaredMethods())
        .filter(RouteContract::undeclared)
        .findFirst()
        .ifPresent(RouteContract::stop);
  }

  static boolean undeclared(Method method) {
    var open = method.getAnnotation(Open.class);
    return route(method)
        && !method.isAnnotationPresent(Requires.class)
        && (open == null || open.value().isBlank());
  }

  private static boolean route(Method method) {
    return Arrays.stream(method.getAnnotations())
        .anyMatch(about -> about.annotationType().isAnnotationPresent(HttpMethod.class));
  }

  private static void stop(Method method) {
    var name = method.getDeclaringClass().getSimpleName() + "." + method.getName();
    var sentence = "The route " + name + " has no permission.";
    System.getLogger("org.medflow.startup")
        .log(System.Logger.Level.ERROR, "MEDFLOW-STARTUP: " + sentence);
    throw new IllegalStateException(sentence);
  }
}
