package org.medflow.platform.security;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;

/** No right is asked, but the clinic scope is put on all the same. */
@Open
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 10)
public class OpenInterceptor {

  @Inject ClinicScopeQuery scope;

  @AroundInvoke
  Object scope(InvocationContext call) throws Exception {
    var before = scope.put(Actors.current().clinics());
    var answer = call.proceed();
    scope.put(before);
    return answer;
  }
}
