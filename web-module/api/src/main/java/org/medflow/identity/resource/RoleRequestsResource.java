package org.medflow.identity.resource;

import static org.medflow.platform.security.Permission.MANAGE_USERS;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.medflow.identity.boundary.RoleDesk;
import org.medflow.identity.boundary.RoleRequestView;
import org.medflow.identity.boundary.StaffRegister;
import org.medflow.platform.security.Requires;
import org.medflow.platform.web.Listing;

/** Roles, and the second pair of eyes before one is given. */
@Path("role-requests")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "users")
public class RoleRequestsResource {

  @Inject RoleDesk desk;
  @Inject StaffRegister register;

  /** A role with what it may do. */
  public record RoleRights(String role, List<String> permissions) {}

  @GET
  @Requires(MANAGE_USERS)
  @Operation(summary = "Requests of this clinic: those that wait, then those of the last month")
  public Listing<RoleRequestView> list() {
    return Listing.of(desk.requests());
  }

  @GET
  @Path("roles")
  @Requires(MANAGE_USERS)
  @Operation(summary = "Every role with its permission codes")
  public Listing<RoleRights> roles() {
    return Listing.of(
        register.roles().entrySet().stream()
            .map(role -> new RoleRights(role.getKey(), role.getValue()))
            .toList());
  }

  @POST
  @Path("{id}/approve")
  @Requires(MANAGE_USERS)
  @Operation(summary = "Give the role; not for whoever asked, nor for whoever gets it")
  public void approve(@PathParam("id") UUID id) {
    desk.approve(id);
  }

  @POST
  @Path("{id}/refuse")
  @Requires(MANAGE_USERS)
  @Operation(summary = "Say no; whoever asked takes the request back with this")
  public void refuse(@PathParam("id") UUID id) {
    desk.refuse(id);
  }
}
