package org.medflow.identity.resource;

import static org.medflow.platform.security.Permission.MANAGE_USERS;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.medflow.identity.boundary.AccessLink;
import org.medflow.identity.boundary.Invitation;
import org.medflow.identity.boundary.RoleDesk;
import org.medflow.identity.boundary.StaffFilter;
import org.medflow.identity.boundary.StaffOffice;
import org.medflow.identity.boundary.StaffRegister;
import org.medflow.identity.boundary.StaffRow;
import org.medflow.platform.security.Requires;
import org.medflow.platform.web.Listing;
import org.medflow.platform.web.Refusal;
import org.medflow.platform.web.Searching;
import org.medflow.platform.web.Slice;
import org.medflow.platform.web.Versions;

/** Accounts of the staff of one clinic. */
@Path("users")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "users")
public class UsersResource {

  private static final int MINUTES = 30;

  @Inject StaffRegister register;
  @Inject StaffOffice office;
  @Inject RoleDesk desk;

  /** How long a link is to be good, half an hour when nothing is said. */
  public record Link(Integer minutes) {}

  /** The roles that somebody is to have here. */
  public record Roles(List<String> roles) {}

  @GET
  @Requires(MANAGE_USERS)
  @Searching
  @Operation(summary = "Accounts of this clinic by name; q looks into name and username")
  public Listing<StaffRow> list(
      @QueryParam("q") String q,
      @QueryParam("active") String active,
      @QueryParam("size") String size,
      @QueryParam("cursor") String cursor) {
    return Listing.of(
        register.find(new StaffFilter(q, truth(active), Slice.cursor(cursor), Slice.size(size))));
  }

  @GET
  @Path("{id}")
  @Requires(MANAGE_USERS)
  @Operation(summary = "Read; the ETag is the version to send back in If-Match")
  public Response get(@PathParam("id") UUID id) {
    return tagged(id);
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Requires(MANAGE_USERS)
  @Operation(
      summary =
          "Invite: an account without a password, its roles asked for, and its link, shown once")
  public Response invite(Invitation invitation, @Context UriInfo here) {
    var link = office.invite(invitation);
    var place = here.getAbsolutePathBuilder().path(link.user().toString()).build();
    return Response.created(place).entity(link).build();
  }

  /** Whose account it is. */
  public record Engaged(UUID user) {}

  @POST
  @Path("engage")
  @Consumes(MediaType.APPLICATION_JSON)
  @Requires(MANAGE_USERS)
  @Operation(summary = "Ask for roles here for an account that exists, by its username")
  public Engaged engage(Invitation invitation) {
    return new Engaged(office.engage(invitation));
  }

  @POST
  @Path("{id}/link")
  @Consumes(MediaType.APPLICATION_JSON)
  @Requires(MANAGE_USERS)
  @Operation(summary = "A new one-time link to a password, 10 to 60 minutes; older ones end")
  public AccessLink link(@PathParam("id") UUID id, Link asked) {
    return office.link(id, asked.minutes() == null ? MINUTES : asked.minutes());
  }

  @POST
  @Path("{id}/deactivate")
  @Requires(MANAGE_USERS)
  @Operation(summary = "Shut the account; its sessions end at once")
  public Response deactivate(
      @PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
    office.deactivate(id, Versions.required(ifMatch));
    return tagged(id);
  }

  @POST
  @Path("{id}/activate")
  @Requires(MANAGE_USERS)
  @Operation(summary = "Open the account again")
  public Response activate(
      @PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
    office.activate(id, Versions.required(ifMatch));
    return tagged(id);
  }

  @DELETE
  @Path("{id}/sessions")
  @Requires(MANAGE_USERS)
  @Operation(summary = "End every session of this person")
  public void endSessions(@PathParam("id") UUID id) {
    office.endSessions(id);
  }

  @DELETE
  @Path("{id}/factor")
  @Requires(MANAGE_USERS)
  @Operation(summary = "Forget the second factor and end every session")
  public void resetFactor(@PathParam("id") UUID id) {
    office.resetFactor(id);
  }

  @PUT
  @Path("{id}/roles")
  @Consumes(MediaType.APPLICATION_JSON)
  @Requires(MANAGE_USERS)
  @Operation(
      summary = "The roles here are to be these: missing ones go at once, new ones are asked for")
  public Response change(
      @PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, Roles wanted) {
    desk.change(id, Versions.required(ifMatch), wanted.roles());
    return Response.noContent().build();
  }

  private Response tagged(UUID id) {
    var found = register.get(id);
    return Response.ok(found).tag(Versions.tag(found.person().version())).build();
  }

  private static Boolean truth(String text) {
    if (text == null || text.isBlank()) {
      return null;
    }
    if (!text.matches("true|false")) {
      throw Refusal.malformed("active", "bad-format");
    }
    return Boolean.valueOf(text);
  }
}
