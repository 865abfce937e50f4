package org.medflow.identity.resource;

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
import org.medflow.identity.boundary.Enrolment;
import org.medflow.identity.boundary.SecondCode;
import org.medflow.identity.boundary.SecondStep;
import org.medflow.identity.boundary.SignedIn;
import org.medflow.identity.boundary.TokenDesk;
import org.medflow.platform.security.Open;

/** The second step at the door, with the challenge that the first one gave. */
@Path("auth/totp")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "auth")
public class SecondStepResource {

  @Inject SecondStep door;
  @Inject TokenDesk tokens;

  /** A challenge and the code for it. */
  public record Answer(String challenge, String code) {

    SecondCode from(HttpServletRequest request) {
      return new SecondCode(
          challenge, code, request.getRemoteAddr(), request.getHeader("User-Agent"));
    }

    @Override
    public String toString() {
      return "Answer[]";
    }
  }

  @POST
  @Open("the door: the challenge is the key")
  @SecurityRequirements
  @Operation(
      summary = "A code of the authenticator or a recovery code; 401 wrong-code, challenge-ended")
  public Entry answer(Answer answer, @Context HttpServletRequest request) {
    return opened(door.answer(answer.from(request)), null);
  }

  @POST
  @Path("enrolment")
  @Open("the door: the challenge is the key")
  @SecurityRequirements
  @Operation(summary = "The secret for the authenticator of somebody who must set one up")
  public Enrolment enrolment(Answer answer) {
    return door.enrolment(answer.challenge());
  }

  @POST
  @Path("confirm")
  @Open("the door: the challenge is the key")
  @SecurityRequirements
  @Operation(summary = "Show a first code of it; tokens and ten recovery codes")
  public Entry confirm(Answer answer, @Context HttpServletRequest request) {
    var enrolled = door.enrol(answer.from(request));
    var next = new Answer(enrolled.challenge(), null);
    return opened(door.enter(next.from(request)), enrolled.recoveryCodes());
  }

  private Entry opened(SignedIn signedIn, List<String> recoveryCodes) {
    return Entry.of(signedIn, tokens.issue(signedIn.session()), recoveryCodes);
  }
}
