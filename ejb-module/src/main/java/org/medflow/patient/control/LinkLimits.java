package org.medflow.patient.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.medflow.platform.limit.Allowance;
import org.medflow.platform.limit.Limits;

/**
 * How often one person may try numbers of people she does not see, right ones and wrong ones: five
 * times an hour in an emergency, thirty times with a consent in her hand.
 */
@ApplicationScoped
public class LinkLimits {

  private static final Allowance EMERGENCY = Allowance.of("BREAK_GLASS_PER_PERSON", 5, 3_600);
  private static final Allowance CONSENT = Allowance.of("LINK_PER_PERSON", 30, 3_600);

  @Inject Limits limits;

  protected LinkLimits() {}

  /** For tests with counts of their own. */
  public LinkLimits(Limits limits) {
    this.limits = limits;
  }

  /** Counts a try; false when it is one too many. */
  public boolean emergency(UUID person) {
    return within(EMERGENCY, person);
  }

  public boolean consent(UUID person) {
    return within(CONSENT, person);
  }

  private boolean within(Allowance allowance, UUID person) {
    return !allowance.use(limits, person.toString()).beyond(allowance.most());
  }
}
