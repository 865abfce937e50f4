package org.medflow.clinic.boundary;

import static org.medflow.platform.security.Permission.MANAGE_CLINICS;

import jakarta.ejb.Stateless;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.medflow.clinic.control.ClinicRepository;
import org.medflow.clinic.control.ClinicRules;
import org.medflow.clinic.entity.Clinic;
import org.medflow.platform.error.Conflict;
import org.medflow.platform.error.Invalid;
import org.medflow.platform.error.NotFound;
import org.medflow.platform.security.Actors;
import org.medflow.platform.security.AuditSink;
import org.medflow.platform.security.Requires;
import org.medflow.platform.store.StoreException;

/**
 * Runs the clinics of the group: opens them, changes what is said of them, closes them. A closed
 * clinic ends whatever the other rooms have open there. The last one that people can sign in to
 * stays open (a trigger of the database settles that between two who close at once), and nobody
 * closes the clinic she is working in.
 */
@Stateless
public class ClinicRegister {

  @Inject ClinicRepository clinics;
  @Inject ClinicDirectory directory;
  @Inject Instance<ClinicClosing> rooms;
  @Inject AuditSink audit;

  @Requires(MANAGE_CLINICS)
  public List<ClinicCard> all() {
    return clinics.all().stream().map(ClinicCard::of).toList();
  }

  @Requires(MANAGE_CLINICS)
  public ClinicCard get(UUID id) {
    return ClinicCard.of(known(id));
  }

  @Requires(MANAGE_CLINICS)
  public ClinicCard open(OpenClinic command) {
    return get(directory.open(command).id());
  }

  /** Changes what is given; the version is the one that was seen. */
  @Requires(MANAGE_CLINICS)
  public ClinicCard amend(UUID id, long version, AmendClinic change) {
    if (change == null) {
      throw Invalid.field("clinic", "required");
    }
    var clinic = known(id);
    if (clinic.version() != version) {
      throw new Conflict("stale-version", Map.of("version", clinic.version()));
    }
    var before = clinic.particulars();
    var now = ClinicRules.changed(before, change);
    if (now.equals(before)) {
      return ClinicCard.of(clinic);
    }
    boolean closing =
        now.status().equals(Clinic.INACTIVE) && !before.status().equals(Clinic.INACTIVE);
    if (closing && Actors.current().clinics().contains(id)) {
      throw new Conflict("clinic-is-yours");
    }
    clinic.amend(now);
    written();
    if (closing) {
      rooms.forEach(room -> room.closed(id));
    }
    audit.wrote(
        closing ? "clinic.close" : "clinic.amend",
        "clinic",
        id,
        ClinicRules.difference(before, now));
    return ClinicCard.of(clinic);
  }

  private void written() {
    try {
      clinics.flush();
    } catch (PersistenceException refused) {
      throw StoreException.constraintOf(refused)
          .filter("clinic_last_open_ck"::equals)
          .<RuntimeException>map(last -> new Conflict("clinic-is-last"))
          .orElse(refused);
    }
  }

  private Clinic known(UUID id) {
    return clinics.byId(id).orElseThrow(() -> new NotFound("not-found"));
  }
}
