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
import org.medflow.legacy.boundary.SourceView;
import org.medflow.legacy.boundary.StartImport;
import org.medflow.platform.error.Invalid;
import org.medflow.platform.security.Requires;
import org.medflow.platform.web.Listing;
import org.medflow.platform.web.Sensitive;
import org.medflow.platform.web.Slice;

/** Imports from older systems. */
@Path("migrations")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "migrations")
public class MigrationsResource {

  @Inject MigrationDesk desk;

  /** What to look at: {@code csv:DIR} on the server, or {@code carevision}. */
  public record Source(String source) {}

  @POST
  @Path("check")
  @Consumes(MediaType.APPLICATION_JSON)
  @Requires(MANAGE_MIGRATIONS)
  @Operation(summary = "Tables, rows and missing columns of a source; changes nothing")
  public SourceView check(Source asked) {
    if (asked.source() == null || asked.source().isBlank()) {
      throw Invalid.field("source", "required");
    }
    return desk.check(asked.source());
  }

  @POST
  @Sensitive
  @Consumes(MediaType.APPLICATION_JSON)
  @Requires(MANAGE_MIGRATIONS)
  @Operation(summary = "Start an import; answers before it is done, ask the run for its status")
  public Response start(StartImport command, @Context UriInfo uri) {
    var run = desk.start(command);
    var place = uri.getAbsolutePathBuilder().path(run.run().toString()).build();
    return Response.accepted(run).location(place).build();
  }

  @GET
  @Requires(MANAGE_MIGRATIONS)
  @Operation(summary = "The newest runs")
  public Listing<ImportRunView> recent(@QueryParam("size") String size) {
    return Listing.of(desk.recent(Slice.size(size)));
  }

  @GET
  @Path("{run}")
  @Requires(MANAGE_MIGRATIONS)
  @Operation(
      summary =
          "A run: STARTING, RUNNING, PAUSED, STOPPED, COMPLETED, FAILED with its reason,"
              + " ROLLING_BACK or ROLLED_BACK, and how far each table is")
  public ImportRunView run(@PathParam("run") UUID run) {
    return desk.run(run);
  }

  @POST
  @Path("{run}/pause")
  @Requires(MANAGE_MIGRATIONS)
  @Operation(summary = "Hold the run after the rows in hand; it keeps its place")
  public ImportRunView pause(@PathParam("run") UUID run) {
    return desk.pause(run);
  }

  @POST
  @Path("{run}/resume")
  @Requires(MANAGE_MIGRATIONS)
  @Operation(summary = "Go on with a paused, stopped or failed run from its watermark")
  public ImportRunView resume(@PathParam("run") UUID run) {
    return desk.resume(run);
  }

  @POST
  @Path("{run}/stop")
  @Requires(MANAGE_MIGRATIONS)
  @Operation(summary = "End the run after the rows in hand; it can be resumed")
  public ImportRunView stop(@PathParam("run") UUID run) {
    return desk.stop(run);
  }

  @POST
  @Path("{run}/rollback")
  @Sensitive
  @Requires(MANAGE_MIGRATIONS)
  @Operation(summary = "Take back what the run wrote and nobody has edited since")
  public ImportRunView rollBack(@PathParam("run") UUID run) {
    return desk.rollBack(run);
  }

  @GET
  @Path("{run}/report")
  @Requires(MANAGE_MIGRATIONS)
  @Operation(summary = "Counts and sums of a run, signed once it has ended; also as text/csv")
  public ImportReport report(@PathParam("run") UUID run) {
    return desk.report(run);
  }

  @GET
  @Path("{run}/report")
  @Produces("text/csv")
  @Requires(MANAGE_MIGRATIONS)
  @Operation(hidden = true)
  public String reportCsv(@PathParam("run") UUID run) {
    return desk.reportCsv(run);
  }
}
