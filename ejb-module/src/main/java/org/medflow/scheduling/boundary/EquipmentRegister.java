package org.medflow.scheduling.boundary;

import static org.medflow.platform.security.Permission.MANAGE_EQUIPMENT;
import static org.medflow.platform.security.Permission.MANAGE_SETTINGS;
import static org.medflow.platform.security.Permission.MANAGE_STAFF_SCHEDULES;
import static org.medflow.platform.security.Permission.VIEW_APPOINTMENTS;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.medflow.audit.boundary.AuditTrail;
import org.medflow.platform.Ids;
import org.medflow.platform.error.Conflict;
import org.medflow.platform.error.FieldText;
import org.medflow.platform.error.Invalid;
import org.medflow.platform.error.NotFound;
import org.medflow.platform.security.Actors;
import org.medflow.platform.security.Requires;
import org.medflow.scheduling.control.EquipmentQuery;

/** The machines of the clinic that appointments are booked for. */
@Stateless
public class EquipmentRegister {

  private static final int NAME = 60;
  private static final int KIND = 40;

  @Inject EquipmentQuery equipment;
  @Inject AuditTrail audit;

  @Requires({VIEW_APPOINTMENTS, MANAGE_EQUIPMENT, MANAGE_STAFF_SCHEDULES, MANAGE_SETTINGS})
  public List<EquipmentView> all() {
    return equipment.all(Actors.current().clinic());
  }

  @Requires({MANAGE_EQUIPMENT, MANAGE_STAFF_SCHEDULES})
  public EquipmentView create(EquipmentChange wanted) {
    var made = checked(new EquipmentView(Ids.next(), null, null, true, 0), wanted);
    equipment.add(Actors.current().clinic(), made);
    audit.wrote("equipment.create", "equipment", made.id());
    return known(made.id());
  }

  /** Changes what is given; the version is the one that was seen. */
  @Requires({MANAGE_EQUIPMENT, MANAGE_STAFF_SCHEDULES})
  public EquipmentView amend(UUID id, long version, EquipmentChange change) {
    var now = known(id);
    var then = checked(now, change);
    if (now.version() != version || !equipment.change(then)) {
      throw new Conflict("stale-version", Map.of("version", known(id).version()));
    }
    audit.wrote("equipment.amend", "equipment", id);
    return known(id);
  }

  private static EquipmentView checked(EquipmentView now, EquipmentChange change) {
    if (change == null) {
      throw Invalid.field("name", "required");
    }
    var fields = new FieldText();
    var then =
        new EquipmentView(
            now.id(),
            fields.required("name", change.name() == null ? now.name() : change.name(), NAME),
            fields.required("kind", change.kind() == null ? now.kind() : change.kind(), KIND),
            change.active() == null ? now.active() : change.active(),
            now.version());
    fields.check();
    return then;
  }

  private EquipmentView known(UUID id) {
    return equipment.byId(id).orElseThrow(() -> new NotFound("not-found"));
  }
}
