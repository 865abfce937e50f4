package org.medflow.identity.resource;

import static org.medflow.identity.resource.PasskeyStepResource.doorway;
import static org.medflow.identity.resource.PasskeyStepResource.text;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.medflow.identity.boundary.NewPasskey;
import org.medflow.identity.boundary.PasskeyDesk;
import org.medflow.identity.boundary.PasskeyView;
import org.medflow.identity.resource.FactorResource.Codes;
import org.medflow.identity.resource.PasskeyStepResource.Options;
import org.medflow.identity.resource.SecondStepResource.Answer;
import org.medflow.platform.security.Requires;
import org.medflow.platform.web.Listing;

/** The caller's own passkeys; every change wants a password shown within five minutes. */
@Path("auth/factor/passkeys")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "auth")
public class PasskeyResource {

  @Inject PasskeyDesk passkeys;

  /** What an authenticator answered, with a name for what it made. */
  public record Made(String label, JsonNode credential) {
    @Override
    public String toString() {
      return "Made[]";
    }
  }

  /** Stands once for a code of a factor. */
  public record Presented(String code) {
    @Override
    public String toString() {
      return "Presented[]";
    }
  }

  @GET
  @Requires
  @Operation(summary = "My passkeys, the oldest first")
  public Listing<PasskeyView> mine() {
    return Listing.of(passkeys.mine());
  }

  @POST
  @Path("options")
  @Consumes(MediaType.APPLICATION_JSON)
  @Requires
  @Operation(
      summary =
          "What navigator.credentials.create is asked; code of the present factor if there is one;"
              + " 403 reauthentication-required, 409 passkey-unavailable")
  public Options begin(Answer answer, @Context HttpServletRequest request) {
    return new Options(passkeys.begin(answer.code(), doorway(request), request.getRemoteAddr()));
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Requires
  @Operation(summary = "Keep what was made; recovery codes with the first factor")
  public Codes add(Made made, @Context HttpServletRequest request) {
    var kept = new NewPasskey(made.label(), text(made.credential()), doorway(request));
    return new Codes(passkeys.add(kept).recoveryCodes());
  }

  @POST
  @Path("{id}/removal")
  @Consumes(MediaType.APPLICATION_JSON)
  @Requires
  @Operation(
      summary = "Give one up against a code; 409 factor-required for the last where one is wanted")
  public void remove(@PathParam("id") UUID id, Answer answer, @Context HttpServletRequest request) {
    passkeys.remove(id, answer.code(), request.getRemoteAddr());
  }

  @POST
  @Path("presenting/options")
  @Requires
  @Operation(summary = "What navigator.credentials.get is asked in the place of a code")
  public Options offer(@Context HttpServletRequest request) {
    return passkeys
        .offer(doorway(request))
        .map(Options::new)
        .orElseThrow(PasskeyStepResource::unavailable);
  }

  @POST
  @Path("presenting")
  @Consumes(MediaType.APPLICATION_JSON)
  @Requires
  @Operation(summary = "The signed answer; what is given back counts once as a code")
  public Presented present(Made signed, @Context HttpServletRequest request) {
    return new Presented(
        passkeys.present(text(signed.credential()), doorway(request), request.getRemoteAddr()));
  }
}
