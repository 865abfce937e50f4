package org.medflow.platform.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.interceptor.InvocationContext;

/** Runs a boundary call with its actor's clinics in sight, and the caller's again afterwards. */
@ApplicationScoped
class ScopedCall {

  @Inject ClinicScopeQuery scope;

  protected ScopedCall() {}

  ScopedCall(ClinicScopeQuery scope) {
    this.scope = scope;
  }

  Object run(InvocationContext call) throws Exception {
    var clinics = Actors.current().clinics();
    var before = scope.put(clinics);
    boolean well = false;
    try {
      var answer = call.proceed();
      well = true;
      scope.back(before);
      return answer;
    } finally {
      if (!well) {
        scope.spoil(before, clinics);
      }
    }
  }
}
