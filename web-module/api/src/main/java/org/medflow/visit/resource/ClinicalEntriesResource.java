package org.medflow.visit.resource;

import static org.medflow.platform.security.Permission.CREATE_INVOICES;
import static org.medflow.platform.security.Permission.MANAGE_BILLING;
import static org.medflow.platform.security.Permission.MANAGE_MEDICAL_RECORDS;
import static org.medflow.platform.security.Permission.MANAGE_SETTINGS;
import static org.medflow.platform.security.Permission.UPDATE_VITALS;
import static org.medflow.platform.security.Permission.VIEW_MEDICAL_RECORDS;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.medflow.platform.security.Requires;
import org.medflow.platform.web.Listing;
import org.medflow.platform.web.Searching;
import org.medflow.platform.web.Versions;
import org.medflow.visit.boundary.ActDesk;
import org.medflow.visit.boundary.CodesLoaded;
import org.medflow.visit.boundary.DiagnosisCode;
import org.medflow.visit.boundary.ProblemList;
import org.medflow.visit.boundary.ProblemView;
import org.medflow.visit.boundary.TariffLine;
import org.medflow.visit.boundary.TariffView;
import org.medflow.visit.boundary.VitalsDesk;
import org.medflow.visit.boundary.VitalsView;
import org.medflow.visit.entity.ProblemState;

/** Single entries of records, and the lists that they are chosen from: codes and prices. */
@Path("")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "visits")
public class ClinicalEntriesResource {

  @Inject VitalsDesk vitals;
  @Inject ProblemList problems;
  @Inject ActDesk acts;

  public record Why(String reason) {}

  /** A list of codes as text, with its heading. */
  public record CodeList(String list) {}

  /** RESOLVED, or WRONG with a note. */
  public record Closing(ProblemState state, String note) {}

  @POST
  @Path("vitals/{id}/wrong")
  @Consumes(MediaType.APPLICATION_JSON)
  @Requires(UPDATE_VITALS)
  @Operation(summary = "These measures were a mistake; they stay, marked, with the reason")
  public VitalsView wrong(@PathParam("id") UUID id, Why body) {
    return vitals.wrong(id, body.reason());
  }

  @POST
  @Path("problems/{id}/close")
  @Consumes(MediaType.APPLICATION_JSON)
  @Requires(MANAGE_MEDICAL_RECORDS)
  @Operation(summary = "It is over, or it was never one")
  public Response close(
      @PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, Closing body) {
    ProblemView closed = problems.close(id, Versions.required(ifMatch), body.state(), body.note());
    return Response.ok(closed).tag(Versions.tag(closed.version())).build();
  }

  @GET
  @Path("diagnosis-codes")
  @Searching
  @Requires({VIEW_MEDICAL_RECORDS, MANAGE_SETTINGS})
  @Operation(summary = "Codes by their beginning or by words, at most 20")
  public Listing<DiagnosisCode> codes(@QueryParam("q") String q) {
    return Listing.of(problems.codes(q));
  }

  @POST
  @Path("diagnosis-codes")
  @Consumes(MediaType.APPLICATION_JSON)
  @Requires(MANAGE_SETTINGS)
  @Operation(summary = "Load a list: lines of code;fr;en;eye, at most 20,000")
  public CodesLoaded load(CodeList body) {
    return problems.load(body.list());
  }

  @GET
  @Path("tariffs")
  @Requires({MANAGE_MEDICAL_RECORDS, UPDATE_VITALS, CREATE_INVOICES, MANAGE_BILLING})
  @Operation(summary = "The price list of this clinic; prices in the smallest unit")
  public Listing<TariffView> tariffs() {
    return Listing.of(acts.tariffs());
  }

  @POST
  @Path("tariffs")
  @Consumes(MediaType.APPLICATION_JSON)
  @Requires(MANAGE_BILLING)
  @Operation(summary = "Add a line")
  public Response addTariff(TariffLine body) {
    var made = acts.addTariff(body);
    return Response.status(Response.Status.CREATED)
        .tag(Versions.tag(made.version()))
        .entity(made)
        .build();
  }

  @PATCH
  @Path("tariffs/{id}")
  @Consumes(MediaType.APPLICATION_JSON)
  @Requires(MANAGE_BILLING)
  @Operation(summary = "Change a line; acts keep the price they were added at")
  public Response changeTariff(
      @PathParam("id") UUID id,
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
      TariffLine body) {
    var line = acts.changeTariff(id, Versions.required(ifMatch), body);
    return Response.ok(line).tag(Versions.tag(line.version())).build();
  }
}
