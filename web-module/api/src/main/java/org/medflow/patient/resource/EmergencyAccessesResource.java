package org.medflow.patient.resource;

import static org.medflow.platform.security.Permission.MANAGE_AUDIT;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.medflow.patient.boundary.EmergencyAccessView;
import org.medflow.patient.boundary.EmergencyReview;
import org.medflow.platform.error.Invalid;
import org.medflow.platform.security.Requires;
import org.medflow.platform.web.Listing;

/** Broken glass, and what others thought of it. */
@Path("emergency-accesses")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "audit")
public class EmergencyAccessesResource {

  @Inject EmergencyReview review;

  /** A judgement: {@code justified} or {@code unjustified}, the latter with a note. */
  public record Verdict(String verdict, String note) {}

  @GET
  @Requires(MANAGE_AUDIT)
  @Operation(summary = "Emergency accesses in this clinic, those not reviewed yet first")
  public Listing<EmergencyAccessView> all() {
    return Listing.of(review.all());
  }

  @POST
  @Path("{id}/review")
  @Consumes(MediaType.APPLICATION_JSON)
  @Requires(MANAGE_AUDIT)
  @Operation(summary = "Judge one, never one's own; an unjustified one ends at once")
  public EmergencyAccessView review(@PathParam("id") UUID id, Verdict said) {
    if (said == null) {
      throw Invalid.field("verdict", "required");
    }
    return review.review(id, said.verdict(), said.note());
  }
}
