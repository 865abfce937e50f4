package org.medflow.scheduling.control;

import java.time.Duration;
import java.time.Instant;
import org.medflow.platform.error.Conflict;
import org.medflow.platform.error.Forbidden;
import org.medflow.platform.error.Invalid;
import org.medflow.scheduling.entity.AppointmentStatus;
import org.medflow.scheduling.entity.CancelledSide;
import org.medflow.scheduling.entity.Priority;

/**
 * What calling off costs, as a percentage of the fee. Each clinic says from how many hours before
 * it is free, and what it costs later; nothing when the clinic itself calls off, and nothing for an
 * emergency. What has begun and was not attended is a no-show. Source: spec clinical.md 3.
 *
 * @param freeHours as long before it costs nothing
 * @param shortHours later than so long before it costs the second percentage
 */
public record CancelPolicy(int freeHours, int latePercent, int shortHours, int shortPercent) {

  /** The appointment that is called off. */
  public record Asked(
      AppointmentStatus status, Instant startsAt, Priority priority, CancelledSide side) {}

  /** How: for what reason, and whether the fee is given up by somebody who may. */
  public record Terms(String reason, boolean waive, boolean mayWaive) {}

  /** The percentage that is due. */
  public int fee(Asked asked, Terms terms, Instant now) {
    if (asked.status().planned() && asked.startsAt().isBefore(now)) {
      throw new Conflict("appointment-over");
    }
    int due = due(asked, now);
    if (due > 0 && terms.reason() == null) {
      throw Invalid.field("reason", "late-reason-required");
    }
    if (terms.waive() && due > 0 && !terms.mayWaive()) {
      throw new Forbidden("waiver-forbidden");
    }
    return terms.waive() ? 0 : due;
  }

  /** What is due when nobody gives it up. */
  public int due(Asked asked, Instant now) {
    if (asked.side() == CancelledSide.CLINIC
        || asked.priority() == Priority.EMERGENCY
        || !asked.status().planned()) {
      return 0;
    }
    var left = Duration.between(now, asked.startsAt());
    if (left.compareTo(Duration.ofHours(Math.min(shortHours, freeHours))) < 0) {
      return shortPercent;
    }
    return left.compareTo(Duration.ofHours(freeHours)) < 0 ? latePercent : 0;
  }
}
