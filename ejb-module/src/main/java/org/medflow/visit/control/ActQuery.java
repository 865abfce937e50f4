package org.medflow.visit.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.medflow.platform.store.Rows;
import org.medflow.visit.boundary.ActView;
import org.medflow.visit.boundary.AddAct;
import org.medflow.visit.boundary.TariffView;
import org.medflow.visit.entity.ActKind;
import org.medflow.visit.entity.ActState;
import org.medflow.visit.entity.Eye;
import org.medflow.visit.entity.Visit;

/** Acts of visits, with the price that they had when they were added. */
@ApplicationScoped
public class ActQuery {

  private static final String LIST =
      """
      select a.*, concat_ws(' ', u.first_name, u.last_name) as added_name
        from medflow.visit_act a left join medflow.app_user u on u.id = a.added_by
      """;

  @Inject Rows rows;

  /** Where and by whom an act is added. */
  public record Added(UUID id, Visit visit, UUID by, Instant at) {}

  public void add(Added added, TariffView price, AddAct act) {
    rows.update(
        """
        insert into medflow.visit_act (id, clinic_id, visit_id, code, label, kind, eye, quantity,
          currency, minor, state, added_at, added_by)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'PLANNED', ?, ?)
        """,
        added.id(),
        added.visit().clinic(),
        added.visit().id(),
        price.code(),
        price.label(),
        price.kind(),
        act.eye(),
        act.quantity(),
        price.currency(),
        price.minor(),
        added.at(),
        added.by());
  }

  public List<ActView> ofVisit(UUID visit) {
    return rows.list(
        """
        %s where a.visit_id = ? order by a.added_at, a.id
        """
            .formatted(LIST),
        ActQuery::view,
        visit);
  }

  public Optional<ActView> byId(UUID id) {
    return rows.first(
        """
        %s where a.id = ?
        """
            .formatted(LIST),
        ActQuery::view,
        id);
  }

  /** False when somebody changed it meanwhile. */
  public boolean become(ActView act, ActState next, UUID by, Instant now) {
    boolean done = next == ActState.COMPLETED;
    return rows.update(
            """
            update medflow.visit_act
               set state = ?, version = version + 1, done_at = ?, done_by = ?
             where id = ? and version = ?
            """,
            next,
            done ? now : null,
            done ? by : null,
            act.id(),
            act.version())
        == 1;
  }

  private static ActView view(ResultSet row) throws SQLException {
    var eye = row.getString("eye");
    return new ActView(
        Rows.id(row, "id"),
        Rows.id(row, "visit_id"),
        row.getString("code"),
        row.getString("label"),
        ActKind.valueOf(row.getString("kind")),
        eye == null ? null : Eye.valueOf(eye),
        row.getInt("quantity"),
        row.getString("currency"),
        row.getLong("minor"),
        ActState.valueOf(row.getString("state")),
        Rows.instant(row, "added_at"),
        row.getString("added_name"),
        row.getLong("version"));
  }
}
