package org.medflow.identity.resource;

import static org.medflow.platform.security.Permission.MANAGE_AUDIT;
import static org.medflow.platform.security.Permission.VIEW_AUDIT;

import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Base64;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.medflow.audit.boundary.AccessView;
import org.medflow.audit.boundary.AuditRow;
import org.medflow.audit.boundary.AuditSearch;
import org.medflow.identity.boundary.ReportSeal;
import org.medflow.platform.security.Requires;
import org.medflow.platform.web.Listing;
import org.medflow.platform.web.Reporting;
import org.medflow.platform.web.Searching;
import org.medflow.platform.web.Slice;

/** Who did what. */
@Path("audit")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "audit")
public class AuditResource {

  @Inject AuditSearch search;
  @Inject ReportSeal seal;

  @GET
  @Requires(VIEW_AUDIT)
  @Searching
  @Operation(summary = "Deeds and refusals, the newest first; a week back when no time is given")
  public Listing<AuditRow> find(
      @BeanParam AuditQuestion asked,
      @QueryParam("cursor") String cursor,
      @QueryParam("size") String size) {
    return Listing.of(search.find(asked.filter(), Slice.cursor(cursor), Slice.size(size)));
  }

  @GET
  @Path("patients/{id}")
  @Requires(VIEW_AUDIT)
  @Operation(summary = "Who came near this patient's record, and how")
  public Listing<AccessView> accesses(@PathParam("id") UUID id, @BeanParam AuditQuestion asked) {
    return Listing.of(search.accesses(id, asked.filter()));
  }

  @GET
  @Path("export")
  @Reporting
  @Requires(MANAGE_AUDIT)
  @Produces("text/csv")
  @Operation(summary = "The same rows as CSV, at most 10,000, with a signature in MedFlow-Seal")
  public Response export(@BeanParam AuditQuestion asked) {
    var csv = search.export(asked.filter());
    var signed = seal.over(csv);
    return Response.ok(csv)
        .header(
            "MedFlow-Seal", signed.key() + ";" + Base64.getEncoder().encodeToString(signed.value()))
        .header("Content-Disposition", "attachment; filename=\"audit.csv\"")
        .build();
  }
}
