package org.medflow.identity.resource;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.medflow.identity.boundary.MeView;
import org.medflow.identity.boundary.Preferences;
import org.medflow.identity.boundary.Profile;
import org.medflow.platform.security.Requires;

/** The caller herself. */
@Path("me")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "me")
public class MeResource {

  @Inject Profile profile;

  @GET
  @Requires
  @Operation(summary = "Who I am, where I work now, and what I may do there")
  public MeView me() {
    return profile.me();
  }

  @PATCH
  @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
  @Requires
  @Operation(summary = "Change language, theme or density; what is left out stays")
  public MeView prefer(Preferences wanted) {
    var now = profile.me();
    profile.prefer(
        new Preferences(
            or(wanted.language(), now.language()),
            or(wanted.theme(), now.theme()),
            or(wanted.density(), now.density())));
    return profile.me();
  }

  private static String or(String wanted, String present) {
    return wanted == null ? present : wanted;
  }
}
