package org.medflow.audit.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.medflow.platform.Ids;
import org.medflow.platform.security.Actor;
import org.medflow.platform.store.Rows;

/** Adds rows to the audit table; nothing here can change one. */
@ApplicationScoped
public class AuditQuery {

  /** The statement that adds a row. */
  public static final String ADD =
      """
      insert into medflow.audit_event (id, actor_kind, actor_id, session_id, clinic_id, action,
          entity, entity_ids, outcome, reason, correlation, detail)
      select ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,
             jsonb_strip_nulls(jsonb_build_object('count', ?, 'address', ?::text))
       where case when ? then set_config('synchronous_commit', 'off', true) = 'off'
                  else true end
      """;

  private static final int MOST_IDS = 100;

  @Inject Rows rows;

  /** One row: what was done to which things of one kind; ids beyond the first 100 are counted. */
  public void add(Actor actor, Entry entry) {
    insert(actor, entry, false);
  }

  /** The same; the commit of this transaction does not wait for the disk. For calls that read. */
  public void addFlushedLater(Actor actor, Entry entry) {
    insert(actor, entry, true);
  }

  private void insert(Actor actor, Entry entry, boolean flushedLater) {
    var ids =
        entry.ids().size() > MOST_IDS ? List.copyOf(entry.ids()).subList(0, MOST_IDS) : entry.ids();
    rows.update(
        ADD,
        Ids.next(),
        actor.kind(),
        actor.id(),
        actor.session(),
        actor.clinics().size() == 1 ? actor.clinic() : null,
        entry.action(),
        entry.entity(),
        ids,
        entry.outcome(),
        entry.reason(),
        entry.correlation(),
        entry.ids().size(),
        entry.address(),
        flushedLater);
  }

  /**
   * What to write down.
   *
   * @param address where a refused sign-in came from, null for everything else
   */
  public record Entry(
      String action,
      String entity,
      Collection<UUID> ids,
      String outcome,
      String reason,
      String correlation,
      String address) {}
}
