package org.medflow.audit.boundary;

import static org.medflow.platform.security.Permission.MANAGE_AUDIT;
import static org.medflow.platform.security.Permission.VIEW_AUDIT;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.medflow.audit.control.AuditCsv;
import org.medflow.audit.control.AuditCursor;
import org.medflow.audit.control.AuditSearchQuery;
import org.medflow.platform.Page;
import org.medflow.platform.error.Invalid;
import org.medflow.platform.security.Requires;

/** Looks through the audit, in the clinics of the caller; looking is a deed of its own. */
@Stateless
public class AuditSearch {

  /** Rows of one export (spec platform.md 9). */
  private static final int MOST_EXPORTED = 10_000;

  private static final Duration USUAL = Duration.ofDays(7);
  private static final Duration LONGEST = Duration.ofDays(366);

  @Inject AuditSearchQuery events;
  @Inject AuditTrail audit;
  @Inject Clock clock;

  /** The newest first. */
  @Requires(VIEW_AUDIT)
  public Page<AuditRow> find(AuditFilter filter, String cursor, int size) {
    var found = events.find(whole(filter), AuditCursor.read(cursor), size + 1);
    audit.wrote("audit.search", "audit", about(filter), null);
    return found.size() <= size
        ? new Page<>(found, null, size)
        : new Page<>(found.subList(0, size), AuditCursor.after(found.get(size - 1)), size);
  }

  /** Who came near a record within the time of the filter. */
  @Requires(VIEW_AUDIT)
  public List<AccessView> accesses(UUID record, AuditFilter filter) {
    var whole = whole(filter);
    audit.wrote("audit.accesses", "patient", record);
    return events.accesses(record, whole.from(), whole.to());
  }

  /** The rows as CSV; refused when there are more than fit. */
  @Requires(value = MANAGE_AUDIT, fresh = true)
  public String export(AuditFilter filter) {
    var found = events.find(whole(filter), null, MOST_EXPORTED + 1);
    if (found.size() > MOST_EXPORTED) {
      throw Invalid.field("from", "too-many-rows");
    }
    audit.wrote("audit.export", "audit", about(filter), null);
    return AuditCsv.of(found);
  }

  private static List<UUID> about(AuditFilter filter) {
    return filter.about() == null ? List.of() : List.of(filter.about());
  }

  private AuditFilter whole(AuditFilter filter) {
    Instant to = filter.to() == null ? clock.instant().plusSeconds(1) : filter.to();
    Instant from = filter.from() == null ? to.minus(USUAL) : filter.from();
    if (!from.isBefore(to)) {
      throw Invalid.field("to", "before-start");
    }
    if (from.isBefore(to.minus(LONGEST))) {
      throw Invalid.field("from", "too-long-ago");
    }
    return new AuditFilter(
        from, to, filter.actor(), filter.about(), filter.family(), filter.outcome());
  }
}
