package org.medflow.identity.resource;

import static org.medflow.platform.security.Permission.OPERATE_SYSTEM;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.medflow.identity.boundary.DataKeys;
import org.medflow.identity.boundary.KeysView;
import org.medflow.platform.security.Requires;

/** The keys that seal personal values, for the launcher of this installation. */
@Path("operator/keys")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "operator")
public class OperatorKeysResource {

  @Inject DataKeys keys;

  @GET
  @Requires(OPERATE_SYSTEM)
  @Operation(summary = "Keys, how many values each has sealed now, and how far a re-encryption is")
  public KeysView count() {
    return keys.count();
  }

  @POST
  @Path("reencrypt")
  @Requires(OPERATE_SYSTEM)
  @Operation(summary = "Seal with the present key what older keys have sealed")
  public KeysView reencrypt() {
    return keys.reencrypt();
  }
}
