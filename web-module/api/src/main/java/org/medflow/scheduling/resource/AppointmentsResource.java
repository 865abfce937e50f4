package org.medflow.scheduling.resource;

import static org.medflow.platform.security.Permission.DELETE_APPOINTMENTS;
import static org.medflow.platform.security.Permission.MANAGE_APPOINTMENTS;
import static org.medflow.platform.security.Permission.VIEW_APPOINTMENTS;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.medflow.platform.security.Requires;
import org.medflow.platform.web.Days;
import org.medflow.platform.web.Listing;
import org.medflow.platform.web.Promises;
import org.medflow.platform.web.Refusal;
import org.medflow.platform.web.Slice;
import org.medflow.platform.web.Versions;
import org.medflow.scheduling.boundary.Agenda;
import org.medflow.scheduling.boundary.AgendaFilter;
import org.medflow.scheduling.boundary.AgendaRow;
import org.medflow.scheduling.boundary.AmendAppointment;
import org.medflow.scheduling.boundary.AppointmentBook;
import org.medflow.scheduling.boundary.AppointmentDesk;
import org.medflow.scheduling.boundary.AppointmentView;
import org.medflow.scheduling.boundary.BookAppointment;
import org.medflow.scheduling.boundary.BookSeries;
import org.medflow.scheduling.boundary.CancelAppointment;
import org.medflow.scheduling.boundary.FreeSlots;
import org.medflow.scheduling.boundary.MoveAppointment;
import org.medflow.scheduling.boundary.Occurrence;
import org.medflow.scheduling.boundary.SlotSearch;
import org.medflow.scheduling.boundary.SlotView;
import org.medflow.scheduling.entity.AppointmentStatus;

/** The agenda: free places, bookings, and what becomes of them. */
@Path("appointments")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "appointments")
public class AppointmentsResource {

  @Inject Agenda agenda;
  @Inject AppointmentBook book;
  @Inject AppointmentDesk desk;
  @Inject FreeSlots slots;

  @GET
  @Requires({VIEW_APPOINTMENTS, MANAGE_APPOINTMENTS})
  @Operation(summary = "Appointments between two instants, the earliest first")
  public Listing<AgendaRow> list(
      @QueryParam("from") String from,
      @QueryParam("to") String to,
      @QueryParam("providerId") UUID provider,
      @QueryParam("roomId") UUID room,
      @Context UriInfo here) {
    var query = here.getQueryParameters();
    return Listing.of(
        agenda.list(
            new AgendaFilter(
                instant("from", from),
                instant("to", to),
                provider,
                room,
                status(query.getFirst("status")),
                Slice.size(query.getFirst("size")),
                Slice.cursor(query.getFirst("cursor")))));
  }

  @GET
  @Path("slots")
  @Requires({VIEW_APPOINTMENTS, MANAGE_APPOINTMENTS})
  @Operation(summary = "Free places of a provider, or of everybody, for a type, from a day on")
  public Listing<SlotView> slots(
      @QueryParam("providerId") UUID provider,
      @QueryParam("typeCode") String type,
      @QueryParam("from") String from,
      @QueryParam("days") Integer days) {
    return Listing.of(slots.find(new SlotSearch(provider, type, Days.of("from", from), days)));
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Requires({MANAGE_APPOINTMENTS, DELETE_APPOINTMENTS})
  @Operation(
      summary =
          "Book; 409 slot-taken when somebody was faster;"
              + " safe to send again with an Idempotency-Key")
  public Response book(
      BookAppointment body, @Context HttpServletRequest request, @Context UriInfo here) {
    var made = book.book(body, Promises.of(request, "POST /appointments"));
    var place = here.getAbsolutePathBuilder().path(made.id().toString()).build();
    return Response.created(place).tag(Versions.tag(made.version())).entity(made).build();
  }

  @POST
  @Path("recurring")
  @Consumes(MediaType.APPLICATION_JSON)
  @Requires({MANAGE_APPOINTMENTS, DELETE_APPOINTMENTS})
  @Operation(summary = "Book up to twelve times; each one is booked or says why not")
  public Listing<Occurrence> series(BookSeries body, @Context HttpServletRequest request) {
    return Listing.of(book.series(body, Promises.of(request, "POST /appointments/recurring")));
  }

  @GET
  @Path("{id}")
  @Requires({VIEW_APPOINTMENTS, MANAGE_APPOINTMENTS})
  @Operation(summary = "One with what became of it; the ETag is its version")
  public Response get(@PathParam("id") UUID id) {
    var card = agenda.get(id);
    return Response.ok(card).tag(Versions.tag(card.appointment().version())).build();
  }

  @PATCH
  @Path("{id}")
  @Consumes(MediaType.APPLICATION_JSON)
  @Requires({MANAGE_APPOINTMENTS, DELETE_APPOINTMENTS})
  @Operation(summary = "Change priority, reason or note")
  public Response amend(
      @PathParam("id") UUID id,
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
      AmendAppointment body) {
    return tagged(desk.amend(id, Versions.required(ifMatch), body));
  }

  @POST
  @Path("{id}/confirm")
  @Requires({MANAGE_APPOINTMENTS, DELETE_APPOINTMENTS})
  @Operation(summary = "The patient says that she comes")
  public Response confirm(
      @PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
    return tagged(desk.confirm(id, version(ifMatch)));
  }

  @POST
  @Path("{id}/move")
  @Consumes(MediaType.APPLICATION_JSON)
  @Requires({MANAGE_APPOINTMENTS, DELETE_APPOINTMENTS})
  @Operation(summary = "To another time, provider or room; 409 slot-taken leaves it where it was")
  public Response move(
      @PathParam("id") UUID id,
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
      MoveAppointment body) {
    return tagged(desk.move(id, version(ifMatch), body));
  }

  @POST
  @Path("{id}/cancel")
  @Consumes(MediaType.APPLICATION_JSON)
  @Requires({MANAGE_APPOINTMENTS, DELETE_APPOINTMENTS})
  @Operation(summary = "Cancel; the policy of the clinic says what a late one costs")
  public Response cancel(
      @PathParam("id") UUID id,
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
      CancelAppointment body) {
    return tagged(desk.cancel(id, version(ifMatch), body));
  }

  @POST
  @Path("{id}/no-show")
  @Requires({MANAGE_APPOINTMENTS, DELETE_APPOINTMENTS})
  @Operation(summary = "The patient did not come")
  public Response noShow(
      @PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
    return tagged(desk.noShow(id, version(ifMatch)));
  }

  private static Long version(String ifMatch) {
    return ifMatch == null ? null : Long.valueOf(Versions.required(ifMatch));
  }

  private static Instant instant(String name, String text) {
    try {
      return text == null || text.isBlank() ? null : Instant.parse(text);
    } catch (DateTimeException garbled) {
      throw Refusal.malformed(name, "bad-format");
    }
  }

  private static AppointmentStatus status(String text) {
    if (text == null || text.isBlank()) {
      return null;
    }
    return Arrays.stream(AppointmentStatus.values())
        .filter(status -> status.name().equals(text.toUpperCase(Locale.ROOT).replace('-', '_')))
        .findFirst()
        .orElseThrow(() -> Refusal.malformed("status", "bad-format"));
  }

  private static Response tagged(AppointmentView made) {
    return Response.ok(made).tag(Versions.tag(made.version())).build();
  }
}
