package org.medflow.platform.security;

import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.time.Clock;
import java.util.Arrays;
import org.medflow.platform.error.Forbidden;

/** Refuses a caller without the right, then lets the call see only the caller's clinics. */
@Requires
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 10)
public class RequiresInterceptor {

  @Inject ScopedCall scoped;
  @Inject Instance<AuditSink> audit;
  @Inject Clock clock;

  @AroundInvoke
  Object guard(InvocationContext call) throws Exception {
    var actor = Actors.current();
    if (actor.kind() == Actor.Kind.ANONYMOUS) {
      throw new Forbidden("unauthenticated");
    }
    var needed = needed(call);
    if (needed.value().length > 0 && Arrays.stream(needed.value()).noneMatch(actor::may)) {
      var what = call.getMethod().getDeclaringClass().getSimpleName();
      audit.forEach(sink -> sink.refused(actor, what + "." + call.getMethod().getName()));
      throw new Forbidden("forbidden");
    }
    if (needed.fresh() && !actor.fresh(clock.instant())) {
      throw new Forbidden("reauthentication-required");
    }
    return scoped.run(call);
  }

  private static Requires needed(InvocationContext call) {
    var onMethod = call.getMethod().getAnnotation(Requires.class);
    return onMethod != null
        ? onMethod
        : call.getMethod().getDeclaringClass().getAnnotation(Requires.class);
  }
}
