package org.medflow.patient.resource;

import static org.medflow.platform.security.Permission.REGISTER_PATIENTS;
import static org.medflow.platform.security.Permission.VIEW_MEDICAL_RECORDS;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.medflow.patient.boundary.CrossClinicLink;
import org.medflow.patient.boundary.LinkPatient;
import org.medflow.platform.security.Requires;

/** Persons of other clinics brought into sight. */
@Path("patients/links")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "patients")
public class PatientLinksResource {

  @Inject CrossClinicLink links;

  /** The person who is visible here from now on. */
  public record Linked(UUID id) {}

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Requires({REGISTER_PATIENTS, VIEW_MEDICAL_RECORDS})
  @Operation(
      summary =
          "See a person of another clinic by her exact strong number: by consent {text, date}, or"
              + " break-glass with a reason of 15 characters; the latter needs"
              + " view_medical_records")
  public Response link(LinkPatient asked) {
    return Response.status(Response.Status.CREATED).entity(new Linked(links.link(asked))).build();
  }
}
