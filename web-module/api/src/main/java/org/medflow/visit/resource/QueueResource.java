package org.medflow.visit.resource;

import static org.medflow.platform.security.Permission.CHECK_IN_PATIENTS;
import static org.medflow.platform.security.Permission.MANAGE_QUEUE;
import static org.medflow.platform.security.Permission.VIEW_QUEUE;
import static org.medflow.platform.security.Permission.VIEW_REPORTS;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.medflow.patient.resource.PatientBody;
import org.medflow.platform.security.Requires;
import org.medflow.platform.web.Days;
import org.medflow.platform.web.Listing;
import org.medflow.platform.web.OptionalBody;
import org.medflow.platform.web.Promises;
import org.medflow.queue.boundary.BoardRow;
import org.medflow.queue.boundary.QueueBoard;
import org.medflow.queue.boundary.QueueFigures;
import org.medflow.queue.boundary.TicketView;
import org.medflow.scheduling.entity.Priority;
import org.medflow.visit.boundary.ArrivalView;
import org.medflow.visit.boundary.Arrive;
import org.medflow.visit.boundary.FrontDesk;
import org.medflow.visit.boundary.PatientFlow;
import org.medflow.visit.boundary.WalkInArrival;

/** The queue of today: arrivals, calls, the way from station to station. */
@Path("queue")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "queue")
public class QueueResource {

  @Inject QueueBoard board;
  @Inject FrontDesk desk;
  @Inject PatientFlow flow;

  /** A walk-in as sent: a known patient, or a person who is registered with it. */
  public record WalkInBody(
      UUID patientId,
      @Valid PatientBody newcomer,
      String typeCode,
      UUID providerId,
      Priority priority,
      String reason) {}

  /** Into which room; null for the first free one. */
  public record Called(UUID roomId) {}

  /** Whom to call next: at a station, into a room, of the caller's own patients only. */
  public record Next(String station, UUID roomId, boolean mine) {}

  /** To which station; null for the next one of her way. */
  public record Moved(String station) {}

  public record Ranked(Priority priority) {}

  /** Minutes that the drops need. */
  public record Dilated(int minutes) {}

  @GET
  @Requires({VIEW_QUEUE, MANAGE_QUEUE})
  @Operation(summary = "Everybody who has not left, in the order of the calls")
  public Listing<BoardRow> lines() {
    return Listing.of(board.lines());
  }

  @POST
  @Path("arrivals")
  @Consumes(MediaType.APPLICATION_JSON)
  @Requires({CHECK_IN_PATIENTS, MANAGE_QUEUE})
  @Operation(summary = "The patient of an appointment is here; told again, the same ticket")
  public Response arrive(Arrive body) {
    return made(desk.arrive(body));
  }

  @POST
  @Path("walk-ins")
  @Consumes(MediaType.APPLICATION_JSON)
  @Requires({CHECK_IN_PATIENTS, MANAGE_QUEUE})
  @Operation(
      summary =
          "Somebody without an appointment: known, or registered in the same transaction;"
              + " safe to send again with an Idempotency-Key")
  public Response walkIn(@Valid WalkInBody body, @Context HttpServletRequest request) {
    var newcomer = body.newcomer() == null ? null : body.newcomer().registration();
    var command =
        new WalkInArrival(
            body.patientId(),
            newcomer,
            body.typeCode(),
            body.providerId(),
            body.priority(),
            body.reason());
    return made(desk.walkIn(command, Promises.of(request, "POST /queue/walk-ins")));
  }

  @POST
  @Path("next")
  @Consumes(MediaType.APPLICATION_JSON)
  @Requires({MANAGE_QUEUE, VIEW_QUEUE})
  @Operation(summary = "Call whoever comes next; 404 queue-empty when nobody waits")
  public TicketView next(Next body) {
    return flow.callNext(body.station(), body.roomId(), body.mine());
  }

  @POST
  @Path("{id}/call")
  @Requires({MANAGE_QUEUE, VIEW_QUEUE})
  @Operation(summary = "Call into a room, or once more; four calls at most")
  public TicketView call(@PathParam("id") UUID id, @Context HttpServletRequest request) {
    return flow.call(id, OptionalBody.of(request, Called.class).map(Called::roomId).orElse(null));
  }

  @POST
  @Path("{id}/begin")
  @Requires({MANAGE_QUEUE, VIEW_QUEUE})
  @Operation(summary = "She came in; the visit and the appointment begin with it")
  public TicketView begin(@PathParam("id") UUID id) {
    return flow.begin(id);
  }

  @POST
  @Path("{id}/move")
  @Requires({MANAGE_QUEUE, VIEW_QUEUE})
  @Operation(summary = "On to a station, or to the next one of her way")
  public TicketView move(@PathParam("id") UUID id, @Context HttpServletRequest request) {
    var station = OptionalBody.of(request, Moved.class).map(Moved::station).orElse(null);
    return flow.moveOn(id, station);
  }

  @POST
  @Path("{id}/missed")
  @Requires({MANAGE_QUEUE, VIEW_QUEUE})
  @Operation(summary = "Called and not come")
  public TicketView missed(@PathParam("id") UUID id) {
    return flow.missed(id);
  }

  @POST
  @Path("{id}/back")
  @Requires(MANAGE_QUEUE)
  @Operation(summary = "Back after all, with the place of her arrival")
  public TicketView back(@PathParam("id") UUID id) {
    return flow.back(id);
  }

  @POST
  @Path("{id}/left")
  @Requires(MANAGE_QUEUE)
  @Operation(summary = "Went home")
  public TicketView left(@PathParam("id") UUID id) {
    return flow.leave(id);
  }

  @POST
  @Path("{id}/finish")
  @Requires({MANAGE_QUEUE, VIEW_QUEUE})
  @Operation(summary = "The way is at its end")
  public TicketView finish(@PathParam("id") UUID id) {
    return flow.finish(id);
  }

  @POST
  @Path("{id}/priority")
  @Consumes(MediaType.APPLICATION_JSON)
  @Requires({MANAGE_QUEUE, CHECK_IN_PATIENTS})
  @Operation(summary = "Another priority")
  public TicketView rank(@PathParam("id") UUID id, Ranked body) {
    return flow.rank(id, body.priority());
  }

  @POST
  @Path("{id}/dilation")
  @Consumes(MediaType.APPLICATION_JSON)
  @Requires({MANAGE_QUEUE, VIEW_QUEUE})
  @Operation(summary = "The drops were given: the timer runs from now")
  public TicketView dilate(@PathParam("id") UUID id, Dilated body) {
    return flow.dilate(id, body.minutes());
  }

  @GET
  @Path("figures")
  @Requires({VIEW_REPORTS, MANAGE_QUEUE})
  @Operation(summary = "Waits, arrivals, no-shows of today or from a day to another")
  public QueueFigures figures(@QueryParam("from") String from, @QueryParam("to") String to) {
    return board.figures(Days.of("from", from), Days.of("to", to));
  }

  private static Response made(ArrivalView arrival) {
    return Response.status(Response.Status.CREATED).entity(arrival).build();
  }
}
