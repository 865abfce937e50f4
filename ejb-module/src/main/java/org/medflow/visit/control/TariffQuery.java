package org.medflow.visit.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.medflow.platform.store.Rows;
import org.medflow.visit.boundary.TariffLine;
import org.medflow.visit.boundary.TariffView;
import org.medflow.visit.entity.ActKind;

/** The price list of a clinic. */
@ApplicationScoped
public class TariffQuery {

  @Inject Rows rows;

  public List<TariffView> all(UUID clinic) {
    return rows.list(
        "select * from medflow.tariff where clinic_id = ? order by not active, kind, code",
        TariffQuery::view,
        clinic);
  }

  public Optional<TariffView> byId(UUID id) {
    return rows.first("select * from medflow.tariff where id = ?", TariffQuery::view, id);
  }

  /** The line of this code that is in force. */
  public Optional<TariffView> inForce(UUID clinic, String code) {
    return rows.first(
        "select * from medflow.tariff where clinic_id = ? and code = ? and active",
        TariffQuery::view,
        clinic,
        code);
  }

  public void add(UUID id, UUID clinic, TariffLine line) {
    rows.update(
        """
        insert into medflow.tariff (id, clinic_id, code, label, kind, currency, minor, active)
        values (?, ?, ?, ?, ?, ?, ?, ?)
        """,
        id,
        clinic,
        line.code(),
        line.label(),
        line.kind(),
        line.currency(),
        line.minor(),
        line.active());
  }

  /** False when somebody changed it meanwhile. */
  public boolean change(UUID id, long version, TariffLine line) {
    return rows.update(
            """
            update medflow.tariff
               set label = ?, kind = ?, currency = ?, minor = ?, active = ?, version = version + 1
             where id = ? and version = ?
            """,
            line.label(),
            line.kind(),
            line.currency(),
            line.minor(),
            line.active(),
            id,
            version)
        == 1;
  }

  private static TariffView view(ResultSet row) throws SQLException {
    return new TariffView(
        Rows.id(row, "id"),
        row.getString("code"),
        row.getString("label"),
        ActKind.valueOf(row.getString("kind")),
        row.getString("currency"),
        row.getLong("minor"),
        row.getBoolean("active"),
        row.getLong("version"));
  }
}
