package org.medflow.clinic.resource;

import static org.medflow.platform.security.Permission.MANAGE_CLINICS;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.medflow.clinic.boundary.AmendClinic;
import org.medflow.clinic.boundary.ClinicCard;
import org.medflow.clinic.boundary.ClinicRegister;
import org.medflow.clinic.boundary.OpenClinic;
import org.medflow.platform.security.Requires;
import org.medflow.platform.web.Listing;
import org.medflow.platform.web.Versions;

/** The clinics of the group. */
@Path("clinics")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "clinics")
public class ClinicsResource {

  @Inject ClinicRegister register;

  @GET
  @Requires(MANAGE_CLINICS)
  @Operation(summary = "All clinics by code, closed ones too")
  public Listing<ClinicCard> all() {
    return Listing.of(register.all());
  }

  @GET
  @Path("{id}")
  @Requires(MANAGE_CLINICS)
  @Operation(summary = "One clinic; the ETag is the version to send back in If-Match")
  public Response get(@PathParam("id") UUID id) {
    return tagged(register.get(id));
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Requires(MANAGE_CLINICS)
  @Operation(summary = "Open a clinic; its code is unique and for good")
  public Response open(@Valid OpenClinic command, @Context UriInfo here) {
    var made = register.open(command);
    var place = here.getAbsolutePathBuilder().path(made.id().toString()).build();
    return Response.created(place).tag(Versions.tag(made.version())).entity(made).build();
  }

  @PATCH
  @Path("{id}")
  @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
  @Requires(MANAGE_CLINICS)
  @Operation(summary = "Replace what is sent; an inactive clinic ends the sessions in it")
  public Response amend(
      @PathParam("id") UUID id,
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
      AmendClinic change) {
    return tagged(register.amend(id, Versions.required(ifMatch), change));
  }

  private static Response tagged(ClinicCard clinic) {
    return Response.ok(clinic).tag(Versions.tag(clinic.version())).build();
  }
}
