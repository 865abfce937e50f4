package org.medflow.visit.resource;

import static org.medflow.platform.security.Permission.CHECK_IN_PATIENTS;
import static org.medflow.platform.security.Permission.CREATE_INVOICES;
import static org.medflow.platform.security.Permission.MANAGE_MEDICAL_RECORDS;
import static org.medflow.platform.security.Permission.MANAGE_QUEUE;
import static org.medflow.platform.security.Permission.UPDATE_VITALS;
import static org.medflow.platform.security.Permission.VIEW_MEDICAL_RECORDS;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.medflow.platform.security.Requires;
import org.medflow.platform.web.Days;
import org.medflow.platform.web.Listing;
import org.medflow.platform.web.OptionalBody;
import org.medflow.platform.web.Versions;
import org.medflow.visit.boundary.ActDesk;
import org.medflow.visit.boundary.ActView;
import org.medflow.visit.boundary.AddAct;
import org.medflow.visit.boundary.FrontDesk;
import org.medflow.visit.boundary.VisitBook;
import org.medflow.visit.boundary.VisitRow;
import org.medflow.visit.boundary.VisitView;
import org.medflow.visit.entity.ActState;
import org.medflow.visit.entity.Eye;

/** Visits and their acts. */
@Path("visits")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "visits")
public class VisitsResource {

  @Inject VisitBook visits;
  @Inject ActDesk acts;
  @Inject FrontDesk desk;

  /** What she comes for, in her words, and which eye. */
  public record Complaint(String complaint, Eye eye) {}

  public record Why(String reason) {}

  public record Becoming(ActState state) {}

  @GET
  @Requires(VIEW_MEDICAL_RECORDS)
  @Operation(summary = "The visits of a day, today when none is named")
  public Listing<VisitRow> ofDay(@QueryParam("day") String day) {
    return Listing.of(visits.ofDay(Days.of("day", day)));
  }

  @GET
  @Path("{id}")
  @Requires(VIEW_MEDICAL_RECORDS)
  @Operation(summary = "Read; the ETag is the version to send back in If-Match")
  public Response get(@PathParam("id") UUID id) {
    return tagged(visits.get(id));
  }

  @PATCH
  @Path("{id}")
  @Consumes(MediaType.APPLICATION_JSON)
  @Requires({MANAGE_MEDICAL_RECORDS, UPDATE_VITALS})
  @Operation(summary = "What she comes for")
  public Response complain(
      @PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, Complaint body) {
    return tagged(visits.complain(id, Versions.required(ifMatch), body.complaint(), body.eye()));
  }

  @POST
  @Path("{id}/lease")
  @Requires({MANAGE_MEDICAL_RECORDS, UPDATE_VITALS})
  @Operation(summary = "Take or renew the right to write in it, for five minutes")
  public Response hold(@PathParam("id") UUID id) {
    return tagged(visits.hold(id));
  }

  @DELETE
  @Path("{id}/lease")
  @Requires({MANAGE_MEDICAL_RECORDS, UPDATE_VITALS})
  @Operation(summary = "Give that right back")
  public Response release(@PathParam("id") UUID id) {
    return tagged(visits.release(id));
  }

  @POST
  @Path("{id}/complete")
  @Requires(MANAGE_MEDICAL_RECORDS)
  @Operation(summary = "Seen to the end, with its appointment")
  public Response complete(
      @PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
    return tagged(visits.complete(id, Versions.required(ifMatch)));
  }

  @POST
  @Path("{id}/cancel")
  @Consumes(MediaType.APPLICATION_JSON)
  @Requires(MANAGE_MEDICAL_RECORDS)
  @Operation(summary = "Cancel, for a reason")
  public Response cancel(
      @PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, Why body) {
    return tagged(visits.cancel(id, Versions.required(ifMatch), body.reason()));
  }

  @POST
  @Path("{id}/undo-arrival")
  @Requires({CHECK_IN_PATIENTS, MANAGE_QUEUE})
  @Operation(summary = "The arrival was a mistake: the appointment stands as before")
  public void undo(@PathParam("id") UUID id, @Context HttpServletRequest request) {
    desk.undo(id, OptionalBody.of(request, Why.class).map(Why::reason).orElse(null));
  }

  @GET
  @Path("{id}/acts")
  @Requires({VIEW_MEDICAL_RECORDS, CREATE_INVOICES})
  @Operation(summary = "Acts with the price they were added at")
  public Listing<ActView> acts(@PathParam("id") UUID id) {
    return Listing.of(acts.ofVisit(id));
  }

  @POST
  @Path("{id}/acts")
  @Consumes(MediaType.APPLICATION_JSON)
  @Requires({MANAGE_MEDICAL_RECORDS, UPDATE_VITALS})
  @Operation(summary = "Add an act of the price list; its price is taken now, once")
  public Response add(@PathParam("id") UUID id, AddAct body) {
    var act = acts.add(id, body);
    return Response.status(Response.Status.CREATED)
        .tag(Versions.tag(act.version()))
        .entity(act)
        .build();
  }

  @POST
  @Path("acts/{id}/state")
  @Consumes(MediaType.APPLICATION_JSON)
  @Requires({MANAGE_MEDICAL_RECORDS, UPDATE_VITALS})
  @Operation(summary = "Planned, in progress, completed, deferred, cancelled")
  public Response become(
      @PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, Becoming body) {
    var act = acts.become(id, Versions.required(ifMatch), body.state());
    return Response.ok(act).tag(Versions.tag(act.version())).build();
  }

  private static Response tagged(VisitView visit) {
    return Response.ok(visit).tag(Versions.tag(visit.version())).build();
  }
}
