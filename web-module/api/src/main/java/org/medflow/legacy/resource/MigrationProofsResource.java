package org.medflow.legacy.resource;

import static org.medflow.platform.security.Permission.MANAGE_MIGRATIONS;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.medflow.identity.boundary.ReportSeal;
import org.medflow.legacy.boundary.ImportReport.Signature;
import org.medflow.legacy.boundary.MigrationDesk;
import org.medflow.platform.error.NotFound;
import org.medflow.platform.security.Requires;

/** What somebody needs in order to verify a reconciliation without us; 404 before it is signed. */
@Path("migrations")
@Tag(name = "migrations")
public class MigrationProofsResource {

  @Inject MigrationDesk desk;
  @Inject ReportSeal seal;

  @GET
  @Path("{run}/report/text")
  @Produces(MediaType.TEXT_PLAIN + ";charset=UTF-8")
  @Requires(MANAGE_MIGRATIONS)
  @Operation(summary = "Exactly the bytes that were signed")
  public String text(@PathParam("run") UUID run) {
    return signature(run).text();
  }

  @GET
  @Path("{run}/report/signature")
  @Produces(MediaType.APPLICATION_OCTET_STREAM)
  @Requires(MANAGE_MIGRATIONS)
  @Operation(summary = "The signature as openssl reads it (DER)")
  public byte[] signatureFile(@PathParam("run") UUID run) {
    return signature(run).der();
  }

  @GET
  @Path("{run}/report/key")
  @Produces("application/x-pem-file")
  @Requires(MANAGE_MIGRATIONS)
  @Operation(summary = "The public key of the signature (PEM)")
  public String key(@PathParam("run") UUID run) {
    return seal.publicKey(signature(run).key());
  }

  private Signature signature(UUID run) {
    return Optional.ofNullable(desk.report(run).signature())
        .orElseThrow(() -> new NotFound("not-found"));
  }
}
