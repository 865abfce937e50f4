package org.medflow.identity.resource;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.medflow.identity.boundary.Doorway;
import org.medflow.identity.boundary.PasskeyAnswer;
import org.medflow.identity.boundary.PasskeyStep;
import org.medflow.identity.boundary.SecondCode;
import org.medflow.identity.boundary.SecondStep;
import org.medflow.identity.boundary.SignedIn;
import org.medflow.identity.boundary.TokenDesk;
import org.medflow.platform.error.Conflict;
import org.medflow.platform.security.Open;

/** The second step at the door with a passkey, with the challenge that the first one gave. */
@Path("auth/passkeys")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "auth")
public class PasskeyStepResource {

  @Inject PasskeyStep door;
  @Inject SecondStep second;
  @Inject TokenDesk tokens;

  /** The challenge of the first step and what an authenticator answered. */
  public record Answer(String challenge, JsonNode credential, String label) {

    PasskeyAnswer from(HttpServletRequest request) {
      return new PasskeyAnswer(
          challenge,
          text(credential),
          doorway(request),
          request.getRemoteAddr(),
          request.getHeader("User-Agent"));
    }

    @Override
    public String toString() {
      return "Answer[]";
    }
  }

  /** What goes into navigator.credentials as it is, once its bytes are bytes. */
  public record Options(@JsonRawValue String publicKey) {
    @Override
    public String toString() {
      return "Options[]";
    }
  }

  @POST
  @Path("options")
  @Open("the door: the challenge is the key")
  @SecurityRequirements
  @Operation(
      summary = "What navigator.credentials.get is asked; 409 passkey-unavailable without one here")
  public Options options(Answer answer, @Context HttpServletRequest request) {
    return door.offer(answer.challenge(), doorway(request))
        .map(Options::new)
        .orElseThrow(PasskeyStepResource::unavailable);
  }

  @POST
  @Open("the door: the challenge is the key")
  @SecurityRequirements
  @Operation(summary = "The signed answer; tokens, 401 passkey-refused, challenge-ended")
  public Entry answer(Answer answer, @Context HttpServletRequest request) {
    return opened(door.answer(answer.from(request)), null);
  }

  @POST
  @Path("enrolment/options")
  @Open("the door: the challenge is the key")
  @SecurityRequirements
  @Operation(summary = "What navigator.credentials.create is asked of somebody who must set one up")
  public Options enrolment(Answer answer, @Context HttpServletRequest request) {
    return door.offerNew(answer.challenge(), doorway(request))
        .map(Options::new)
        .orElseThrow(PasskeyStepResource::unavailable);
  }

  @POST
  @Path("enrolment")
  @Open("the door: the challenge is the key")
  @SecurityRequirements
  @Operation(summary = "The passkey that was made; tokens and ten recovery codes")
  public Entry enrol(Answer answer, @Context HttpServletRequest request) {
    var given = answer.from(request);
    var enrolled = door.enrol(given, answer.label());
    var next = new SecondCode(enrolled.challenge(), null, given.address(), given.agent());
    return opened(second.enter(next), enrolled.recoveryCodes());
  }

  private Entry opened(SignedIn signedIn, List<String> recoveryCodes) {
    return Entry.of(signedIn, tokens.issue(signedIn.session()), recoveryCodes);
  }

  static Doorway doorway(HttpServletRequest request) {
    return new Doorway(request.getServerName(), request.getLocalPort(), request.isSecure());
  }

  static String text(JsonNode credential) {
    return credential == null ? null : credential.toString();
  }

  static Conflict unavailable() {
    return new Conflict("passkey-unavailable");
  }
}
