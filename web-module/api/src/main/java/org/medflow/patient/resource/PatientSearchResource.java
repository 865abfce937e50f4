package org.medflow.patient.resource;

import static org.medflow.platform.security.Permission.REGISTER_PATIENTS;
import static org.medflow.platform.security.Permission.VIEW_PATIENTS;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.medflow.patient.boundary.Candidate;
import org.medflow.patient.boundary.PatientQuery;
import org.medflow.patient.boundary.PatientRegistry;
import org.medflow.patient.boundary.PatientRow;
import org.medflow.patient.boundary.PatientSearch;
import org.medflow.patient.boundary.Person;
import org.medflow.platform.security.Requires;
import org.medflow.platform.web.Listing;
import org.medflow.platform.web.Searching;
import org.medflow.platform.web.Slice;

/** Patients looked for. */
@Path("patients")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "patients")
public class PatientSearchResource {

  @Inject PatientSearch search;
  @Inject PatientRegistry registry;

  /** What to look for; size 5 to 100, twenty when left out. */
  public record Search(String q, Integer size, String cursor) {}

  @GET
  @Requires(VIEW_PATIENTS)
  @Searching
  @Operation(summary = "Find by name, telephone or number; without q the newest first")
  public Listing<PatientRow> list(
      @QueryParam("q") String q,
      @QueryParam("size") String size,
      @QueryParam("cursor") String cursor) {
    return found(q, Slice.size(size), cursor);
  }

  @POST
  @Path("search")
  @Consumes(MediaType.APPLICATION_JSON)
  @Requires(VIEW_PATIENTS)
  @Searching
  @Operation(summary = "The same with the words in the body, where no log of any proxy sees them")
  public Listing<PatientRow> search(Search asked) {
    return found(asked.q(), Slice.size(asked.size()), asked.cursor());
  }

  @POST
  @Path("check-duplicates")
  @Consumes(MediaType.APPLICATION_JSON)
  @Requires({REGISTER_PATIENTS, VIEW_PATIENTS})
  @Searching
  @Operation(summary = "Who looks like this person, with a score from 0 to 100")
  public Listing<Candidate> candidates(@Valid Person person) {
    return Listing.of(registry.candidates(person));
  }

  private Listing<PatientRow> found(String q, int size, String cursor) {
    return Listing.of(search.search(new PatientQuery(q, size, Slice.cursor(cursor))));
  }
}
