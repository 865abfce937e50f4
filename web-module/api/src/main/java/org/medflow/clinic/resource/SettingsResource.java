package org.medflow.clinic.resource;

import static org.medflow.platform.security.Permission.MANAGE_SETTINGS;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.medflow.clinic.boundary.ChangeSetting;
import org.medflow.clinic.boundary.SettingChange;
import org.medflow.clinic.boundary.SettingView;
import org.medflow.clinic.boundary.Settings;
import org.medflow.clinic.boundary.SettingsDesk;
import org.medflow.platform.error.Invalid;
import org.medflow.platform.security.Requires;
import org.medflow.platform.web.Listing;
import org.medflow.platform.web.Refusal;
import org.medflow.platform.web.Versions;

/** What a clinic has set, and what it inherits from the group or from the specification. */
@Path("settings")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "settings")
public class SettingsResource {

  @Inject Settings settings;
  @Inject SettingsDesk desk;

  /** The new value, as text in the form of its type. */
  public record Value(String value) {}

  /** What holds. */
  public record Holding(String key, String value) {}

  @GET
  @Requires(MANAGE_SETTINGS)
  @Operation(summary = "Every setting: what holds here, whose word it is, what each level has said")
  public Listing<SettingView> all() {
    return Listing.of(desk.all());
  }

  @GET
  @Path("{key}")
  @Requires
  @Operation(summary = "What holds in this clinic")
  public Holding get(@PathParam("key") String key) {
    return new Holding(key, settings.text(key));
  }

  @PUT
  @Path("{key}")
  @Consumes(MediaType.APPLICATION_JSON)
  @Requires(MANAGE_SETTINGS)
  @Operation(
      summary = "Set it for this clinic, or with ?level=group for all; If-Match is asked for")
  public Response put(
      @PathParam("key") String key,
      @QueryParam("level") String level,
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
      Value wanted) {
    if (wanted == null || wanted.value() == null) {
      throw Invalid.field("value", "required");
    }
    return changed(level, new ChangeSetting(key, wanted.value(), Versions.required(ifMatch)));
  }

  @DELETE
  @Path("{key}")
  @Requires(MANAGE_SETTINGS)
  @Operation(summary = "Inherit it again, at this clinic or with ?level=group at the group")
  public Response reset(
      @PathParam("key") String key,
      @QueryParam("level") String level,
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
    return changed(level, new ChangeSetting(key, null, Versions.required(ifMatch)));
  }

  @GET
  @Path("{key}/history")
  @Requires(MANAGE_SETTINGS)
  @Operation(summary = "The newest hundred changes, here and at the group")
  public Listing<SettingChange> history(@PathParam("key") String key) {
    return Listing.of(desk.history(key));
  }

  private Response changed(String level, ChangeSetting change) {
    boolean group = "group".equals(level);
    if (!group && level != null && !level.equals("clinic")) {
      throw Refusal.malformed("level", "bad-format");
    }
    var now = group ? desk.changeGroup(change) : desk.change(change);
    long version = group ? now.levels().groupVersion() : now.levels().clinicVersion();
    return Response.ok(now).tag(Versions.tag(version)).build();
  }
}
