package org.medflow.identity.resource;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.medflow.identity.boundary.Enrolment;
import org.medflow.identity.boundary.FactorDesk;
import org.medflow.identity.boundary.FactorView;
import org.medflow.identity.resource.SecondStepResource.Answer;
import org.medflow.platform.security.Requires;

/** The caller's own second factor; every change wants a password shown within five minutes. */
@Path("auth/factor")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "auth")
public class FactorResource {

  @Inject FactorDesk factors;

  /** Codes for the day the telephone is gone, in clear for this once. */
  public record Codes(List<String> recoveryCodes) {
    @Override
    public String toString() {
      return "Codes[]";
    }
  }

  @GET
  @Requires
  @Operation(summary = "Whether I have a second factor, and how many recovery codes are left")
  public FactorView mine() {
    return factors.mine();
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Requires
  @Operation(
      summary =
          "Begin to set up an authenticator; code of the present one if there is one;"
              + " 403 reauthentication-required")
  public Enrolment begin(Answer answer, @Context HttpServletRequest request) {
    return factors.begin(answer.code(), request.getRemoteAddr());
  }

  @POST
  @Path("confirm")
  @Consumes(MediaType.APPLICATION_JSON)
  @Requires
  @Operation(summary = "Show a first code of it; it is the factor from now on")
  public Codes confirm(Answer answer, @Context HttpServletRequest request) {
    var enrolled = factors.confirm(answer.challenge(), answer.code(), request.getRemoteAddr());
    return new Codes(enrolled.recoveryCodes());
  }

  @POST
  @Path("recovery-codes")
  @Consumes(MediaType.APPLICATION_JSON)
  @Requires
  @Operation(summary = "Ten new recovery codes against a code; the earlier ones end")
  public Codes renewCodes(Answer answer, @Context HttpServletRequest request) {
    return new Codes(factors.renewCodes(answer.code(), request.getRemoteAddr()));
  }

  @POST
  @Path("removal")
  @Consumes(MediaType.APPLICATION_JSON)
  @Requires
  @Operation(summary = "Give it up against a code; 409 factor-required where a clinic wants one")
  public void remove(Answer answer, @Context HttpServletRequest request) {
    factors.remove(answer.code(), request.getRemoteAddr());
  }
}
