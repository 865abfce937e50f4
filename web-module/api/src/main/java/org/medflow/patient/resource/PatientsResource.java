package org.medflow.patient.resource;

import static org.medflow.platform.security.Permission.DELETE_PATIENTS;
import static org.medflow.platform.security.Permission.MANAGE_PATIENTS;
import static org.medflow.platform.security.Permission.REGISTER_PATIENTS;
import static org.medflow.platform.security.Permission.VIEW_PATIENTS;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.medflow.patient.boundary.PatientRegistry;
import org.medflow.patient.boundary.PatientView;
import org.medflow.platform.security.Requires;
import org.medflow.platform.web.OptionalBody;
import org.medflow.platform.web.Promises;
import org.medflow.platform.web.Sensitive;
import org.medflow.platform.web.Versions;

/** Patients one by one. */
@Path("patients")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "patients")
public class PatientsResource {

  @Inject PatientRegistry registry;

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Requires(REGISTER_PATIENTS)
  @Operation(
      summary =
          "Register; 409 with candidates when somebody alike is there;"
              + " safe to send again with an Idempotency-Key")
  public Response register(
      @Valid PatientBody body, @Context HttpServletRequest request, @Context UriInfo here) {
    var made = registry.register(body.registration(), Promises.of(request, "POST /patients"));
    var place = here.getAbsolutePathBuilder().path(made.id().toString()).build();
    return Response.created(place).tag(Versions.tag(made.version())).entity(made).build();
  }

  @GET
  @Path("{id}")
  @Requires(VIEW_PATIENTS)
  @Operation(summary = "Read; the ETag is the version to send back in If-Match")
  public Response get(@PathParam("id") UUID id) {
    return tagged(registry.get(id));
  }

  @PATCH
  @Path("{id}")
  @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
  @Requires({MANAGE_PATIENTS, REGISTER_PATIENTS})
  @Operation(summary = "Replace what is sent, keep the rest; lists are replaced as a whole")
  public Response amend(
      @PathParam("id") UUID id,
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
      @Valid PatientBody body) {
    return tagged(registry.amend(id, Versions.required(ifMatch), body.amendment()));
  }

  @DELETE
  @Path("{id}")
  @Sensitive
  @Requires(DELETE_PATIENTS)
  @Operation(summary = "Remove from sight, for a reason: {\"reason\": …} or ?reason=…")
  public void remove(
      @PathParam("id") UUID id,
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
      @QueryParam("reason") String reason,
      @Context HttpServletRequest request) {
    var why = OptionalBody.of(request, Reason.class).map(Reason::reason).orElse(reason);
    registry.remove(id, Versions.required(ifMatch), why);
  }

  private static Response tagged(PatientView patient) {
    return Response.ok(patient).tag(Versions.tag(patient.version())).build();
  }
}
