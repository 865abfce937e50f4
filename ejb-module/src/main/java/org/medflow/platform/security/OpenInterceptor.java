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

  @Inject ScopedCall scoped;

  @AroundInvoke
  Object scope(InvocationContext call) throws Exception {
    return scoped.run(call);
  }
}
