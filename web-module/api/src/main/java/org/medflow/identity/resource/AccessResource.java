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
import org.medflow.identity.boundary.AccessDoor;
import org.medflow.platform.security.Open;

/** For whoever has no password, or no longer. */
@Path("auth")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "auth")
public class AccessResource {

  @Inject AccessDoor access;

  /** Who wants a new password. */
  public record Forgotten(String username) {}

  /** The token of a one-time link and the password that is to be. */
  public record Reset(String token, String wanted) {

    /** Logs may print it. */
    @Override
    public String toString() {
      return "Reset[]";
    }
  }

  @POST
  @Path("forgotten")
  @Consumes(MediaType.APPLICATION_JSON)
  @Open("anybody may have forgotten a password")
  @SecurityRequirements
  @Operation(summary = "Leave word with the administrators; the answer is always the same")
  public void forgotten(Forgotten asked, @Context HttpServletRequest request) {
    access.forgotten(asked.username(), request.getRemoteAddr());
  }

  @POST
  @Path("reset")
  @Consumes(MediaType.APPLICATION_JSON)
  @Open("guarded by the one-time token")
  @SecurityRequirements
  @Operation(summary = "Choose a password by a one-time link; every session of hers ends")
  public void reset(Reset reset) {
    access.choose(reset.token(), reset.wanted());
  }
}
