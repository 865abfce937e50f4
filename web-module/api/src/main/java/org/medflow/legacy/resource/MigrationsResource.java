package org.medflow.legacy.resource;

import static org.medflow.platform.security.Permission.MANAGE_MIGRATIONS;

import jakarta.inject.Inject;
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
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.medflow.legacy.boundary.ImportReport;
import org.medflow.legacy.boundary.ImportRunView;
import org.medflow.legacy.boundary.MigrationDesk;
import org.medflow.legacy.boundary.RejectDesk;
import org.medflow.legacy.boundary.RejectFilter;
import org.medflow.legacy.boundary.RejectView;
import org.medflow.legacy.boundary.StartImport;
import org.medflow.platform.security.Requires;
import org.medflow.platform.web.Listing;
import org.medflow.platform.web.Slice;

/** Imports from older systems. */
@Path("migrations")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "migrations")
public class MigrationsResource {

  @Inject MigrationDesk imports;
  @Inject RejectDesk rejects;

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Requires(MANAGE_MIGRATIONS)
  @Operation(summary = "Start an import; answers before it is done, ask the run for its status")
  public Response start(StartImport command, @Context UriInfo uri) {
    var run = imports.start(command);
    var place = uri.getAbsolutePathBuilder().path(run.run().toString()).build();
    return Response.accepted(run).location(place).build();
  }

  @GET
  @Path("{run}")
  @Requires(MANAGE_MIGRATIONS)
  @Operation(summary = "A run: STARTING, RUNNING, COMPLETED or FAILED with its reason")
  public ImportRunView run(@PathParam("run") UUID run) {
    return imports.run(run);
  }

  @GET
  @Path("{run}/report")
  @Requires(MANAGE_MIGRATIONS)
  @Operation(summary = "Counts of a run; those of a table add up to the rows read")
  public ImportReport report(@PathParam("run") UUID run) {
    return imports.report(run);
  }

  @GET
  @Path("{run}/rejects")
  @Requires(MANAGE_MIGRATIONS)
  @Operation(summary = "Rows that were not taken in as they came, in the order of the file")
  public Listing<RejectView> rejects(
      @PathParam("run") UUID run,
      @QueryParam("size") String size,
      @QueryParam("cursor") String cursor) {
    return Listing.of(
        rejects.list(run, RejectFilter.everything(), Slice.cursor(cursor), Slice.size(size)));
  }
}
