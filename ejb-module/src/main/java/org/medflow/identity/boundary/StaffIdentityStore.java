package org.medflow.identity.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;
import java.util.Optional;
import java.util.stream.Collectors;
import org.medflow.platform.security.Open;
import org.medflow.platform.security.Permission;

/**
 * The one identity store of the house, asked by the pages and by the API alike; its groups are the
 * caller's permissions in the clinic of the call. Neither web application has an
 * HttpAuthenticationMechanism: one such bean anywhere would bind every WAR of the EAR. A servlet
 * filter of each WAR shows a credential here, puts the {@link Caller}'s actor on the thread with
 * {@code Actors.enter} and takes it off again in a finally block. Signing in with a password is
 * {@link SignIn#signIn}, which opens the session that these credentials lead to.
 */
@ApplicationScoped
public class StaffIdentityStore implements IdentityStore {

  @Inject SignIn door;

  @Override
  @Open("the door")
  public CredentialValidationResult validate(Credential credential) {
    return caller(credential)
        .map(StaffIdentityStore::valid)
        .orElse(CredentialValidationResult.INVALID_RESULT);
  }

  /** The caller behind a credential; empty when it leads nowhere or to an ended session. */
  @Open("the door")
  public Optional<Caller> caller(Credential credential) {
    if (credential instanceof SessionCredential cookie) {
      return door.callerOf(cookie.session(), cookie.clinic());
    }
    if (credential instanceof BearerCredential bearer) {
      return door.callerOfToken(bearer.token(), bearer.clinic());
    }
    return credential instanceof OperatorCredential operator
        ? door.operator(operator.token()).map(actor -> new Caller("operator", actor, null))
        : Optional.empty();
  }

  private static CredentialValidationResult valid(Caller caller) {
    var groups =
        caller.actor().permissions().stream().map(Permission::code).collect(Collectors.toSet());
    return new CredentialValidationResult(caller, groups);
  }
}
