package org.medflow.patient.boundary;

import static org.medflow.platform.security.Permission.MANAGE_AUDIT;
import static org.medflow.platform.security.Permission.OPERATE_SYSTEM;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.medflow.audit.boundary.AuditTrail;
import org.medflow.patient.control.CrossClinicQuery;
import org.medflow.platform.error.Conflict;
import org.medflow.platform.error.FieldText;
import org.medflow.platform.error.NotFound;
import org.medflow.platform.event.LiveEvents;
import org.medflow.platform.security.Actors;
import org.medflow.platform.security.Requires;
import org.medflow.platform.store.StoreException;

/**
 * Looks at every broken glass afterwards. Whoever broke it does not judge it; that is a constraint
 * of the database. One that is not justified ends at once; one that nobody judged ends after a day,
 * unless the person has consented.
 */
@Stateless
public class EmergencyReview {

  private static final int MOST = 200;
  private static final int NOTE = 500;
  private static final Set<String> VERDICTS = Set.of("justified", "unjustified");

  @Inject CrossClinicQuery links;
  @Inject AuditTrail audit;
  @Inject LiveEvents live;
  @Inject Clock clock;

  /** Open ones first, then the newest; at most two hundred. */
  @Requires(MANAGE_AUDIT)
  public List<EmergencyAccessView> all() {
    var found = links.accesses(MOST);
    audit.read(
        "emergency.list", "emergency_access", found.stream().map(EmergencyAccessView::id).toList());
    return found;
  }

  /** How many wait for a judgement. */
  @Requires(MANAGE_AUDIT)
  public int open() {
    return links.unjudged();
  }

  @Requires(MANAGE_AUDIT)
  public EmergencyAccessView review(UUID access, String verdict, String note) {
    var fields = new FieldText();
    if (verdict == null || !VERDICTS.contains(verdict)) {
      fields.refuse("verdict", "bad-format");
    }
    var words = fields.line("note", note, NOTE);
    if ("unjustified".equals(verdict) && words == null && fields.errors().isEmpty()) {
      fields.refuse("note", "reason-required");
    }
    fields.check();
    links.access(access).orElseThrow(() -> new NotFound("not-found"));
    judge(new CrossClinicQuery.Judged(access, verdict, words));
    if (verdict.equals("unjustified")) {
      links.end(access, clock.instant());
    }
    var now = links.access(access).orElseThrow();
    audit.wrote("emergency.review", "emergency_access", List.of(access, now.patient()), verdict);
    live.publish(LinkDeed.TOPIC, "emergency_access", access);
    return now;
  }

  /** Ends what is over, in all clinics. */
  @Requires(OPERATE_SYSTEM)
  public int lapse() {
    var over = links.lapse(clock.instant());
    var system = Actors.current();
    over.forEach(
        one ->
            Actors.run(
                system.within(one.clinic()),
                () -> {
                  audit.wrote(
                      "emergency.lapse",
                      "emergency_access",
                      List.of(one.access(), one.patient()),
                      null);
                  live.publish(LinkDeed.TOPIC, "emergency_access", one.access());
                }));
    return over.size();
  }

  private void judge(CrossClinicQuery.Judged judged) {
    try {
      if (!links.judge(judged, Actors.current().id(), clock.instant())) {
        throw new Conflict("already-reviewed");
      }
    } catch (StoreException refused) {
      throw StoreException.constraintOf(refused)
          .filter("emergency_access_reviewer_ck"::equals)
          .<RuntimeException>map(own -> new Conflict("review-own-access"))
          .orElse(refused);
    }
  }
}
