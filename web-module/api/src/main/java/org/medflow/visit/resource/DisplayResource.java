package org.medflow.visit.resource;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.medflow.platform.security.Open;
import org.medflow.queue.boundary.DisplayView;
import org.medflow.queue.boundary.PublicBoard;

/** The screen in the waiting room. */
@Path("queue/display/{clinic}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "queue")
public class DisplayResource {

  @Inject PublicBoard board;

  @GET
  @Open("numbers and rooms only, as everybody in the waiting room hears them called")
  @Operation(summary = "Numbers that are called in the clinic of this code, and where to")
  public DisplayView display(@PathParam("clinic") String clinic) {
    return board.of(clinic);
  }
}
