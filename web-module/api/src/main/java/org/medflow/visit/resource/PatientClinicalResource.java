package org.medflow.visit.resource;

import static org.medflow.platform.security.Permission.MANAGE_MEDICAL_RECORDS;
import static org.medflow.platform.security.Permission.UPDATE_VITALS;
import static org.medflow.platform.security.Permission.VIEW_MEDICAL_RECORDS;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.medflow.platform.security.Requires;
import org.medflow.platform.web.Listing;
import org.medflow.platform.web.Promises;
import org.medflow.platform.web.Versions;
import org.medflow.visit.boundary.AddProblem;
import org.medflow.visit.boundary.ProblemList;
import org.medflow.visit.boundary.ProblemView;
import org.medflow.visit.boundary.RecordVitals;
import org.medflow.visit.boundary.VisitBook;
import org.medflow.visit.boundary.VisitRow;
import org.medflow.visit.boundary.VitalsDesk;
import org.medflow.visit.boundary.VitalsView;

/** What visits have written into a patient's record: vitals, problems, the visits themselves. */
@Path("patients")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "visits")
public class PatientClinicalResource {

  private static final int SHOWN = 100;

  @Inject VitalsDesk vitals;
  @Inject ProblemList problems;
  @Inject VisitBook visits;

  @GET
  @Path("{id}/visits")
  @Requires(VIEW_MEDICAL_RECORDS)
  @Operation(summary = "Her newest visits, at most 100")
  public Listing<VisitRow> visits(@PathParam("id") UUID id) {
    return Listing.of(visits.ofPatient(id, SHOWN));
  }

  @GET
  @Path("{id}/vitals")
  @Requires(VIEW_MEDICAL_RECORDS)
  @Operation(summary = "Vitals, the newest first; mmHg, per minute, °C, %, kg, cm, mmol/l")
  public Listing<VitalsView> vitals(@PathParam("id") UUID id) {
    return Listing.of(vitals.ofPatient(id));
  }

  @POST
  @Path("{id}/vitals")
  @Consumes(MediaType.APPLICATION_JSON)
  @Requires(UPDATE_VITALS)
  @Operation(
      summary =
          "Record vitals in her open visit, or in one opened for them;"
              + " safe to send again with an Idempotency-Key")
  public Response record(
      @PathParam("id") UUID id, RecordVitals body, @Context HttpServletRequest request) {
    var route = "POST /patients/" + id + "/vitals";
    var made = vitals.record(id, body, Promises.of(request, route));
    return Response.status(Response.Status.CREATED).entity(made).build();
  }

  @GET
  @Path("{id}/problems")
  @Requires(VIEW_MEDICAL_RECORDS)
  @Operation(summary = "The problem list, active ones first")
  public Listing<ProblemView> problems(@PathParam("id") UUID id) {
    return Listing.of(problems.ofPatient(id));
  }

  @POST
  @Path("{id}/problems")
  @Consumes(MediaType.APPLICATION_JSON)
  @Requires(MANAGE_MEDICAL_RECORDS)
  @Operation(summary = "Add a problem by its code, with the eye where the code wants it")
  public Response add(@PathParam("id") UUID id, AddProblem body) {
    var made = problems.add(id, body);
    return Response.status(Response.Status.CREATED)
        .tag(Versions.tag(made.version()))
        .entity(made)
        .build();
  }
}
