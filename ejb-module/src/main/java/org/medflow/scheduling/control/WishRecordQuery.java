package org.medflow.scheduling.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.medflow.patient.boundary.MergeParticipant;
import org.medflow.platform.store.Rows;

/**
 * Wishes follow a record that is joined into another; of two open ones for one type the survivor's
 * own stays open.
 */
@ApplicationScoped
class WishRecordQuery implements MergeParticipant {

  @Inject Rows rows;

  @Override
  public String rows() {
    return "medflow.waiting_wish";
  }

  @Override
  public List<UUID> move(UUID from, UUID to) {
    rows.update(
        """
        update medflow.waiting_wish w set status = 'CANCELLED', offer_lapses = null,
               version = version + 1
         where w.patient_id = ? and w.status in ('WAITING', 'OFFERED')
           and exists (select 1 from medflow.waiting_wish o
                        where o.patient_id = ? and o.clinic_id = w.clinic_id and o.type = w.type
                          and o.status in ('WAITING', 'OFFERED'))
        """,
        from,
        to);
    return rows.list(
        "update medflow.waiting_wish set patient_id = ? where patient_id = ? returning id",
        row -> Rows.id(row, "id"),
        to,
        from);
  }

  @Override
  public void moveBack(List<UUID> moved, UUID from, UUID to) {
    rows.update("update medflow.waiting_wish set patient_id = ? where id = any (?)", from, moved);
  }
}
