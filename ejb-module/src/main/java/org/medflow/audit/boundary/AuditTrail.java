package org.medflow.audit.boundary;

import jakarta.ejb.Local;
import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;
import org.jboss.logging.MDC;
import org.medflow.audit.control.AuditQuery;
import org.medflow.audit.control.AuditQuery.Entry;
import org.medflow.audit.control.AuditSearchQuery;
import org.medflow.platform.security.Actor;
import org.medflow.platform.security.Actors;
import org.medflow.platform.security.AuditSink;
import org.medflow.platform.security.Open;

/**
 * The memory of who did what. A row is written in the transaction of the deed, so that neither is
 * there without the other; a refusal has no deed and gets a transaction of its own. Rows hold ids,
 * never names.
 */
@Stateless
@Local(AuditSink.class)
@LocalBean
public class AuditTrail implements AuditSink {

  private static final String DONE = "done";

  @Inject AuditQuery events;
  @Inject AuditSearchQuery search;
  @Inject MetricRegistry metrics;

  @Override
  @Open("called by facades that have checked their right")
  public void wrote(String action, String entity, UUID id) {
    wrote(action, entity, List.of(id), null);
  }

  @Override
  @Open("called by facades that have checked their right")
  public void wrote(String action, String entity, UUID id, String reason) {
    wrote(action, entity, List.of(id), reason);
  }

  @Open("called by facades that have checked their right")
  public void wrote(String action, String entity, Collection<UUID> ids, String reason) {
    add(Actors.current(), new Entry(action, entity, ids, DONE, reason, correlation(), null));
  }

  /** One row for one reading call, whatever it showed. */
  @Open("called by facades that have checked their right")
  public void read(String action, String entity, Collection<UUID> ids) {
    add(Actors.current(), new Entry(action, entity, ids, DONE, null, correlation(), null));
  }

  /**
   * One row for a list that somebody looked through. Its commit does not wait for the disk
   * (decision 0011), so the caller's transaction must be its own and must only read.
   */
  @Open("called by facades that have checked their right")
  public void listed(String action, String entity, Collection<UUID> ids) {
    var entry = new Entry(action, entity, ids, DONE, null, correlation(), null);
    events.addFlushedLater(Actors.current(), entry);
    count(entry);
  }

  @Override
  @Open("written when a right is missing")
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public void refused(Actor actor, String call) {
    add(actor, new Entry(call, "call", List.of(), "refused", null, correlation(), null));
  }

  /** A refused sign-in: somebody unknown, from an address that the limits know. */
  @Open("written when the door stays shut")
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public void shut(String action, Collection<UUID> users, String reason, String address) {
    var entry = new Entry(action, "user", users, "refused", reason, correlation(), address);
    add(Actors.current(), entry);
  }

  /** The sign-ins refused to somebody's name in this time; for her own eyes. */
  @Open("called by facades that have checked their right")
  public Refusals refusals(UUID user, Instant from, Instant to) {
    return search.refusals(user, from, to);
  }

  private void add(Actor actor, Entry entry) {
    events.add(actor, entry);
    count(entry);
  }

  private void count(Entry entry) {
    metrics
        .counter(
            "medflow_deeds", new Tag("action", entry.action()), new Tag("outcome", entry.outcome()))
        .inc();
  }

  private static String correlation() {
    var id = MDC.get("correlationId");
    return id == null ? null : id.toString();
  }
}
