package org.medflow.patient.resource;

import static org.medflow.platform.security.Permission.MERGE_PATIENTS;
import static org.medflow.platform.security.Permission.VIEW_PATIENTS;

import jakarta.inject.Inject;
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
import org.medflow.patient.boundary.MergePatients;
import org.medflow.patient.boundary.MergeView;
import org.medflow.patient.boundary.PatientMerge;
import org.medflow.patient.boundary.PatientTimeline;
import org.medflow.patient.boundary.TimelineEntry;
import org.medflow.platform.error.Invalid;
import org.medflow.platform.error.NotFound;
import org.medflow.platform.security.Requires;
import org.medflow.platform.web.Listing;
import org.medflow.platform.web.Sensitive;
import org.medflow.platform.web.Slice;

/** What happened to a record: its timeline, and the merges that joined others into it. */
@Path("patients")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "patients")
public class PatientMergesResource {

  @Inject PatientMerge merges;
  @Inject PatientTimeline timeline;

  /** The record that goes, and why; the one in the path stays. */
  public record Merge(UUID duplicate, String reason) {}

  @POST
  @Path("{id}/merge")
  @Sensitive
  @Consumes(MediaType.APPLICATION_JSON)
  @Requires(MERGE_PATIENTS)
  @Operation(summary = "Join a duplicate into this record; its numbers stay as aliases")
  public MergeView merge(@PathParam("id") UUID id, Merge asked) {
    if (asked.duplicate() == null) {
      throw Invalid.field("duplicate", "required");
    }
    return merges.merge(new MergePatients(id, asked.duplicate(), asked.reason()));
  }

  @POST
  @Path("{id}/merges/{merge}/undo")
  @Sensitive
  @Consumes(MediaType.APPLICATION_JSON)
  @Requires(MERGE_PATIENTS)
  @Operation(summary = "Take the merge apart again")
  public MergeView undo(@PathParam("id") UUID id, @PathParam("merge") UUID merge, Reason why) {
    if (merges.of(id).stream().noneMatch(known -> known.id().equals(merge))) {
      throw new NotFound("not-found");
    }
    return merges.undo(merge, why.reason());
  }

  @GET
  @Path("{id}/merges")
  @Requires(VIEW_PATIENTS)
  @Operation(summary = "Merges into this record, undone ones too")
  public Listing<MergeView> merges(@PathParam("id") UUID id) {
    return Listing.of(merges.of(id));
  }

  @GET
  @Path("{id}/timeline")
  @Requires(VIEW_PATIENTS)
  @Operation(summary = "The newest events of this record")
  public Listing<TimelineEntry> timeline(
      @PathParam("id") UUID id, @QueryParam("size") String size) {
    return Listing.of(timeline.of(id, Slice.size(size)));
  }
}
