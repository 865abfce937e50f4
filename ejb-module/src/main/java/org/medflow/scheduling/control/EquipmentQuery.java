package org.medflow.scheduling.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.IntSupplier;
import org.medflow.platform.error.Conflict;
import org.medflow.platform.store.Rows;
import org.medflow.platform.store.StoreException;
import org.medflow.scheduling.boundary.EquipmentView;

/** Machines that appointments are booked for. */
@ApplicationScoped
public class EquipmentQuery {

  @Inject Rows rows;

  public List<EquipmentView> all(UUID clinic) {
    return rows.list(
        "select * from medflow.equipment where clinic_id = ? order by name, id",
        EquipmentQuery::view,
        clinic);
  }

  public Optional<EquipmentView> byId(UUID id) {
    return rows.first("select * from medflow.equipment where id = ?", EquipmentQuery::view, id);
  }

  public void add(UUID clinic, EquipmentView it) {
    unique(
        () ->
            rows.update(
                """
                insert into medflow.equipment (id, clinic_id, name, kind, active)
                values (?, ?, ?, ?, ?)
                """,
                it.id(),
                clinic,
                it.name(),
                it.kind(),
                it.active()));
  }

  /** Changes it in the version that was seen; false when somebody was quicker. */
  public boolean change(EquipmentView it) {
    return unique(
            () ->
                rows.update(
                    """
                    update medflow.equipment
                       set name = ?, kind = ?, active = ?, version = version + 1
                     where id = ? and version = ?
                    """,
                    it.name(),
                    it.kind(),
                    it.active(),
                    it.id(),
                    it.version()))
        == 1;
  }

  private static int unique(IntSupplier write) {
    try {
      return write.getAsInt();
    } catch (StoreException refused) {
      throw StoreException.constraintOf(refused)
          .filter("equipment_name_uk"::equals)
          .<RuntimeException>map(taken -> new Conflict("equipment-name-taken"))
          .orElse(refused);
    }
  }

  private static EquipmentView view(ResultSet row) throws SQLException {
    return new EquipmentView(
        Rows.id(row, "id"),
        row.getString("name"),
        row.getString("kind"),
        row.getBoolean("active"),
        row.getLong("version"));
  }
}
