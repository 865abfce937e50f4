package org.medflow.scheduling.resource;

import static org.medflow.platform.security.Permission.DELETE_APPOINTMENTS;
import static org.medflow.platform.security.Permission.MANAGE_APPOINTMENTS;
import static org.medflow.platform.security.Permission.VIEW_APPOINTMENTS;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.medflow.platform.security.Requires;
import org.medflow.platform.web.Listing;
import org.medflow.scheduling.boundary.AddWish;
import org.medflow.scheduling.boundary.AppointmentView;
import org.medflow.scheduling.boundary.WaitingList;
import org.medflow.scheduling.boundary.WishView;

/** Who waits for a place, and who is offered one that was freed. */
@Path("waiting-list")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "appointments")
public class WaitingListResource {

  @Inject WaitingList list;

  @GET
  @Requires({VIEW_APPOINTMENTS, MANAGE_APPOINTMENTS})
  @Operation(summary = "Open wishes, in the order in which a freed place is offered")
  public Listing<WishView> open() {
    return Listing.of(list.open());
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Requires({MANAGE_APPOINTMENTS, DELETE_APPOINTMENTS})
  @Operation(summary = "A wish; one for a patient and a type")
  public Response add(AddWish body) {
    return Response.status(Response.Status.CREATED).entity(list.add(body)).build();
  }

  @POST
  @Path("{id}/accept")
  @Requires({MANAGE_APPOINTMENTS, DELETE_APPOINTMENTS})
  @Operation(summary = "The place that is offered is booked")
  public AppointmentView accept(@PathParam("id") UUID id) {
    return list.accept(id);
  }

  @POST
  @Path("{id}/decline")
  @Requires({MANAGE_APPOINTMENTS, DELETE_APPOINTMENTS})
  @Operation(summary = "Not this place: the next one is offered it")
  public WishView decline(@PathParam("id") UUID id) {
    return list.decline(id);
  }

  @POST
  @Path("{id}/cancel")
  @Requires({MANAGE_APPOINTMENTS, DELETE_APPOINTMENTS})
  @Operation(summary = "No longer wished")
  public WishView cancel(@PathParam("id") UUID id) {
    return list.cancel(id);
  }
}
