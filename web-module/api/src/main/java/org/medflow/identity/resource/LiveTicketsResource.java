package org.medflow.identity.resource;

import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.medflow.identity.boundary.LiveTickets;
import org.medflow.platform.security.Requires;

/** Tickets for the live socket. */
@Path("live/tickets")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "live")
public class LiveTicketsResource {

  @Inject LiveTickets tickets;

  /**
   * A ticket.
   *
   * @param expiresIn seconds
   * @param path where the socket is; the ticket goes into its query
   */
  public record Sold(String ticket, int expiresIn, String path) {}

  @POST
  @Requires
  @Operation(summary = "Buy a ticket that opens /live?ticket=… once")
  public Sold sell() {
    return new Sold(tickets.issue(), LiveTickets.SECONDS, "/live");
  }
}
