package org.medflow.identity.resource;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.medflow.identity.boundary.Admission;
import org.medflow.identity.boundary.Credentials;
import org.medflow.identity.boundary.OwnAccount;
import org.medflow.identity.boundary.PasswordChange;
import org.medflow.identity.boundary.PublicKeyView;
import org.medflow.identity.boundary.SessionView;
import org.medflow.identity.boundary.SignIn;
import org.medflow.identity.boundary.TokenDesk;
import org.medflow.identity.boundary.Tokens;
import org.medflow.platform.error.Forbidden;
import org.medflow.platform.security.Actors;
import org.medflow.platform.security.Open;
import org.medflow.platform.security.Requires;
import org.medflow.platform.web.Listing;

/** In and out. */
@Path("auth")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "auth")
public class AuthResource {

  @Inject SignIn door;
  @Inject TokenDesk tokens;
  @Inject OwnAccount account;

  /** What an API client sends to sign in. */
  public record Login(String username, String password) {
    @Override
    public String toString() {
      return "Login[" + username + "]";
    }
  }

  /** What renews an access token. */
  public record Renewal(String refreshToken) {
    @Override
    public String toString() {
      return "Renewal[]";
    }
  }

  /** Keys as RFC 7517 writes a set of them. */
  public record KeySet(List<PublicKeyView> keys) {}

  @POST
  @Path("login")
  @Consumes(MediaType.APPLICATION_JSON)
  @Open("the door")
  @SecurityRequirements
  @Operation(
      summary =
          "Sign in: tokens, or a status totp_required, passkey_required, enrolment_required or"
              + " longer_password_required with a challenge;"
              + " 401 wrong-credentials, 429 after too many attempts")
  public Entry login(Login login, @Context HttpServletRequest request) {
    var credentials =
        new Credentials(
            login.username(),
            login.password(),
            request.getRemoteAddr(),
            request.getHeader("User-Agent"));
    var admission = door.signIn(credentials);
    return admission.step() == Admission.Step.IN
        ? Entry.of(admission.signedIn(), tokens.issue(admission.signedIn().session()), null)
        : Entry.asking(admission);
  }

  /** What somebody shows who is in. */
  public record Proof(String password) {
    @Override
    public String toString() {
      return "Proof[]";
    }
  }

  @POST
  @Path("reauthenticate")
  @Consumes(MediaType.APPLICATION_JSON)
  @Requires
  @Operation(
      summary = "Show the password once more: for five minutes exports and changes of factors work")
  public void prove(Proof proof, @Context HttpServletRequest request) {
    account.prove(proof.password(), request.getRemoteAddr());
  }

  @POST
  @Path("refresh")
  @Consumes(MediaType.APPLICATION_JSON)
  @Open("the door: whoever has the token is let in")
  @SecurityRequirements
  @Operation(
      summary = "Renew; the refresh token is used up, and shown a second time ends the session")
  public Tokens refresh(Renewal renewal, @Context HttpServletRequest request) {
    return tokens
        .renew(renewal.refreshToken(), request.getRemoteAddr())
        .orElseThrow(() -> new Forbidden("session-ended"));
  }

  @GET
  @Path("jwks")
  @Open("public halves are public")
  @SecurityRequirements
  @Operation(summary = "The public keys whose access tokens are believed (RFC 7517)")
  public KeySet keys() {
    return new KeySet(tokens.publicKeys());
  }

  @GET
  @Path("sessions")
  @Requires
  @Operation(summary = "My open sessions, the one used last first")
  public Listing<SessionView> sessions() {
    return Listing.of(account.sessions());
  }

  @DELETE
  @Path("sessions/{id}")
  @Requires
  @Operation(summary = "End a session of mine; its tokens end with it")
  public void end(@PathParam("id") UUID id) {
    account.end(id);
  }

  @POST
  @Path("password")
  @Consumes(MediaType.APPLICATION_JSON)
  @Requires
  @Operation(summary = "Change my password; my other sessions end")
  public void changePassword(PasswordChange change, @Context HttpServletRequest request) {
    account.changePassword(change, request.getRemoteAddr());
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
