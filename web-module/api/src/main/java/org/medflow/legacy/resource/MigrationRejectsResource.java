package org.medflow.legacy.resource;

import static org.medflow.platform.security.Permission.MANAGE_MIGRATIONS;

import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.medflow.legacy.boundary.ReasonCount;
import org.medflow.legacy.boundary.RejectDesk;
import org.medflow.legacy.boundary.RejectDetail;
import org.medflow.legacy.boundary.RejectView;
import org.medflow.platform.error.Invalid;
import org.medflow.platform.security.Requires;
import org.medflow.platform.web.Listing;
import org.medflow.platform.web.Slice;

/** Rows that an import set aside, and what people decide about them. */
@Path("migrations")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "migrations")
public class MigrationRejectsResource {

  @Inject RejectDesk rejects;

  /** Why a row is left out for good. */
  public record Why(String reason) {}

  /** The record that a row belongs to. */
  public record Whose(UUID patient) {}

  @GET
  @Path("{run}/rejects")
  @Requires(MANAGE_MIGRATIONS)
  @Operation(summary = "Rows set aside, in the order of the source; open=true leaves settled out")
  public Listing<RejectView> list(
      @PathParam("run") UUID run,
      @BeanParam RejectQuery query,
      @QueryParam("size") String size,
      @QueryParam("cursor") String cursor) {
    return Listing.of(rejects.list(run, query.filter(), Slice.cursor(cursor), Slice.size(size)));
  }

  @GET
  @Path("{run}/reasons")
  @Requires(MANAGE_MIGRATIONS)
  @Operation(summary = "How many rows were set aside for which reason")
  public Listing<ReasonCount> reasons(@PathParam("run") UUID run) {
    return Listing.of(rejects.reasons(run));
  }

  @GET
  @Path("rejects/{id}")
  @Requires(MANAGE_MIGRATIONS)
  @Operation(summary = "One row with its raw cells, who may be meant, and what can be done")
  public RejectDetail open(@PathParam("id") UUID id) {
    return rejects.open(id);
  }

  @POST
  @Path("rejects/{id}/ignore")
  @Consumes(MediaType.APPLICATION_JSON)
  @Requires(MANAGE_MIGRATIONS)
  @Operation(summary = "Leave the row out for good, with a reason")
  public RejectView ignore(@PathParam("id") UUID id, Why why) {
    if (why.reason() == null || why.reason().isBlank()) {
      throw Invalid.field("reason", "required");
    }
    return rejects.ignore(id, why.reason());
  }

  @POST
  @Path("rejects/{id}/replay")
  @Requires(MANAGE_MIGRATIONS)
  @Operation(summary = "Judge the row once more; it stays open when it is refused again")
  public RejectView replay(@PathParam("id") UUID id) {
    return rejects.replay(id);
  }

  @POST
  @Path("rejects/{id}/link")
  @Consumes(MediaType.APPLICATION_JSON)
  @Requires(MANAGE_MIGRATIONS)
  @Operation(summary = "Say whose row it is")
  public RejectView link(@PathParam("id") UUID id, Whose whose) {
    if (whose.patient() == null) {
      throw Invalid.field("patient", "required");
    }
    return rejects.link(id, whose.patient());
  }

  @POST
  @Path("rejects/{id}/create")
  @Requires(MANAGE_MIGRATIONS)
  @Operation(summary = "Make a new record of the row: nobody who looks like it is meant")
  public RejectView create(@PathParam("id") UUID id) {
    return rejects.create(id);
  }
}
