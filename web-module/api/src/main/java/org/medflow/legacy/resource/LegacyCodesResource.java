package org.medflow.legacy.resource;

import static org.medflow.platform.security.Permission.MANAGE_MIGRATIONS;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.medflow.legacy.boundary.CodeTables;
import org.medflow.legacy.boundary.LegacyCode;
import org.medflow.platform.security.Requires;
import org.medflow.platform.web.Listing;

/** What the codes of older systems mean here. */
@Path("migrations")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "migrations")
public class LegacyCodesResource {

  @Inject CodeTables codes;

  /**
   * A code and its meaning.
   *
   * @param code as the older system writes it; {@code *} for every code that is not listed
   * @param meaning one of our own codes that this column may have
   */
  public record Meaning(String system, String table, String column, String code, String meaning) {

    LegacyCode spoken() {
      return new LegacyCode(system, table, column, code, meaning, 0);
    }
  }

  @GET
  @Path("codes")
  @Requires(MANAGE_MIGRATIONS)
  @Operation(summary = "Every code met or listed; meaning is null for one nobody has explained")
  public Listing<LegacyCode> all() {
    return Listing.of(codes.all());
  }

  @PUT
  @Path("codes")
  @Consumes(MediaType.APPLICATION_JSON)
  @Requires(MANAGE_MIGRATIONS)
  @Operation(summary = "Say what a code means; the last word holds, no If-Match is asked for")
  public void put(Meaning meaning) {
    codes.put(meaning.spoken());
  }
}
