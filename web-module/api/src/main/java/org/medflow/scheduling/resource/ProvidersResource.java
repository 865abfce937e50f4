package org.medflow.scheduling.resource;

import static org.medflow.platform.security.Permission.MANAGE_APPOINTMENTS;
import static org.medflow.platform.security.Permission.MANAGE_STAFF_SCHEDULES;
import static org.medflow.platform.security.Permission.VIEW_APPOINTMENTS;

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
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.medflow.platform.security.Requires;
import org.medflow.platform.web.Listing;
import org.medflow.platform.web.Versions;
import org.medflow.scheduling.boundary.AddException;
import org.medflow.scheduling.boundary.AvailabilityView;
import org.medflow.scheduling.boundary.ExceptionView;
import org.medflow.scheduling.boundary.ProviderSchedules;
import org.medflow.scheduling.boundary.SetAvailability;
import org.medflow.scheduling.boundary.StaffOption;

/** Who can be booked, and when they are there. */
@Path("providers")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "appointments")
public class ProvidersResource {

  @Inject ProviderSchedules schedules;

  @GET
  @Requires({VIEW_APPOINTMENTS, MANAGE_APPOINTMENTS, MANAGE_STAFF_SCHEDULES})
  @Operation(summary = "Who can be booked in this clinic")
  public Listing<StaffOption> providers() {
    return Listing.of(schedules.providers());
  }

  @GET
  @Path("{id}/availability")
  @Requires({VIEW_APPOINTMENTS, MANAGE_APPOINTMENTS, MANAGE_STAFF_SCHEDULES})
  @Operation(summary = "The week with its shifts and breaks; the ETag is the version")
  public Response availability(@PathParam("id") UUID id) {
    return tagged(schedules.get(id));
  }

  @PUT
  @Path("{id}/availability")
  @Consumes(MediaType.APPLICATION_JSON)
  @Requires(MANAGE_STAFF_SCHEDULES)
  @Operation(summary = "Replace the week from a day on")
  public Response set(
      @PathParam("id") UUID id,
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
      SetAvailability body) {
    return tagged(schedules.set(id, Versions.required(ifMatch), body));
  }

  @GET
  @Path("{id}/exceptions")
  @Requires({VIEW_APPOINTMENTS, MANAGE_APPOINTMENTS, MANAGE_STAFF_SCHEDULES})
  @Operation(summary = "Days that are not as the week says")
  public Listing<ExceptionView> exceptions(@PathParam("id") UUID id) {
    return Listing.of(schedules.exceptions(id));
  }

  @POST
  @Path("{id}/exceptions")
  @Consumes(MediaType.APPLICATION_JSON)
  @Requires(MANAGE_STAFF_SCHEDULES)
  @Operation(summary = "Away, other hours, or more hours")
  public Response add(@PathParam("id") UUID id, AddException body) {
    return Response.status(Response.Status.CREATED).entity(schedules.add(id, body)).build();
  }

  @DELETE
  @Path("{id}/exceptions/{exception}")
  @Requires(MANAGE_STAFF_SCHEDULES)
  @Operation(summary = "Take one back")
  public void remove(@PathParam("id") UUID id, @PathParam("exception") UUID exception) {
    schedules.remove(id, exception);
  }

  private static Response tagged(AvailabilityView view) {
    return Response.ok(view).tag(Versions.tag(view.version())).build();
  }
}
