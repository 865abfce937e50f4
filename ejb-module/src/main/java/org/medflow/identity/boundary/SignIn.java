package org.medflow.identity.boundary;

import jakarta.ejb.Stateless;
import java.util.Optional;
import java.util.UUID;
import org.medflow.platform.security.Actor;
import org.medflow.platform.security.Open;

@Stateless
public class SignIn {
  @Open("the door")
  public SignedIn signIn(Credentials credentials) {
    throw new UnsupportedOperationException();
  }

  @Open("rebuilds the caller of a page")
  public Optional<Actor> actorOf(UUID session, UUID clinic) {
    throw new UnsupportedOperationException();
  }

  @Open("issues a token for a live session")
  public AccessToken token(UUID session) {
    throw new UnsupportedOperationException();
  }

  @Open("rebuilds the caller of the API")
  public Optional<Actor> actorOfToken(String token, UUID clinic) {
    throw new UnsupportedOperationException();
  }

  @Open("the launcher's own token, loopback only")
  public Optional<Actor> operator(String token) {
    throw new UnsupportedOperationException();
  }

  @Open("anybody may leave")
  public void signOut(UUID session) {
    throw new UnsupportedOperationException();
  }

  @Open("only among the user's own clinics")
  public void chooseClinic(UUID session, UUID clinic) {
    throw new UnsupportedOperationException();
  }
}
