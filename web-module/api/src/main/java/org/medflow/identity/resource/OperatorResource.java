package org.medflow.identity.resource;

import static org.medflow.platform.security.Permission.OPERATE_SYSTEM;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.medflow.identity.boundary.FirstRun;
import org.medflow.identity.boundary.SetUpGroup;
import org.medflow.identity.boundary.TokenDesk;
import org.medflow.platform.security.Requires;

/** What only the launcher of this installation may do, from this machine. */
@Path("operator")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "operator")
public class OperatorResource {

  @Inject FirstRun firstRun;
  @Inject TokenDesk tokens;

  @POST
  @Path("set-up")
  @Consumes(MediaType.APPLICATION_JSON)
  @Requires(OPERATE_SYSTEM)
  @Operation(summary = "Open clinics and accounts")
  public void setUp(SetUpGroup group) {
    firstRun.setUp(group);
  }

  /** The key that signs from now on. */
  public record Rotated(String kid) {}

  @POST
  @Path("signing-key")
  @Requires(OPERATE_SYSTEM)
  @Operation(summary = "Sign tokens with a new key; the old one verifies until its tokens are old")
  public Rotated rotate() {
    return new Rotated(tokens.rotate());
  }
}
