package org.medflow.identity.resource;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.medflow.identity.boundary.Credentials;
import org.medflow.identity.boundary.SignIn;
import org.medflow.platform.error.Forbidden;
import org.medflow.platform.security.Actors;
import org.medflow.platform.security.Open;
import org.medflow.platform.security.Requires;

/** In and out. */
@Path("auth")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "auth")
public class AuthResource {

  @Inject SignIn door;

  /** What an API client sends to sign in. */
  public record Login(String username, String password) {
    @Override
    public String toString() {
      return "Login[" + username + "]";
    }
  }

  /** What it gets. */
  public record Opened(
      String accessToken, String tokenType, long expiresIn, String sessionExpiresAt) {}

  @POST
  @Path("login")
  @Consumes(MediaType.APPLICATION_JSON)
  @Open("the door")
  @SecurityRequirements
  @Operation(summary = "Sign in; 401 wrong-credentials, 429 after too many attempts")
  public Opened login(Login login, @Context HttpServletRequest request) {
    var credentials =
        new Credentials(
            login.username(),
            login.password(),
            request.getRemoteAddr(),
            request.getHeader("User-Agent"));
    var signedIn = door.signIn(credentials);
    var token = door.token(signedIn.session());
    return new Opened(
        token.accessToken(), token.tokenType(), token.expiresIn(), signedIn.expiresAt().toString());
  }

  @POST
  @Path("logout")
  @Requires
  @Operation(summary = "End the session of this token; every token of the session ends with it")
  public void logout() {
    var session = Actors.current().session();
    if (session == null) {
      throw new Forbidden("forbidden");
    }
    door.signOut(session);
  }
}
