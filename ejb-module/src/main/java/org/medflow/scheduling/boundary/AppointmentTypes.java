package org.medflow.scheduling.boundary;

import static org.medflow.platform.security.Permission.MANAGE_SETTINGS;
import static org.medflow.platform.security.Permission.MANAGE_STAFF_SCHEDULES;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import org.medflow.audit.boundary.AuditTrail;
import org.medflow.platform.error.Conflict;
import org.medflow.platform.error.NotFound;
import org.medflow.platform.security.Requires;
import org.medflow.scheduling.control.TypeQuery;
import org.medflow.scheduling.control.TypeRules;

/**
 * What people come for: data of the group, with minutes, buffers and the way through the clinic.
 */
@Stateless
public class AppointmentTypes {

  @Inject TypeQuery types;
  @Inject AuditTrail audit;

  @Requires
  public AppointmentTypeView get(String code) {
    return types.byCode(code).orElseThrow(() -> new NotFound("not-found"));
  }

  /** All, in the order in which they are offered; inactive ones too. */
  @Requires
  public List<AppointmentTypeView> all() {
    return types.all();
  }

  @Requires({MANAGE_SETTINGS, MANAGE_STAFF_SCHEDULES})
  public AppointmentTypeView add(TypeChange wanted) {
    var type = TypeRules.fresh(wanted);
    if (!types.add(type)) {
      throw new Conflict("type-code-taken");
    }
    audit.wrote("appointment-type.add", "appointment_type", List.of(), type.code());
    return get(type.code());
  }

  /** Changes what is given; the version is the one that was seen. */
  @Requires({MANAGE_SETTINGS, MANAGE_STAFF_SCHEDULES})
  public AppointmentTypeView amend(String code, long version, TypeChange change) {
    var now = get(code);
    if (now.version() != version || !types.change(TypeRules.changed(now, change))) {
      throw new Conflict("stale-version", java.util.Map.of("version", get(code).version()));
    }
    audit.wrote("appointment-type.amend", "appointment_type", List.of(), code);
    return get(code);
  }
}
