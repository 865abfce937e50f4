package org.medflow.clinic.page;

import jakarta.inject.Named;
import org.medflow.clinic.control.OffendingRule;
import org.medflow.clinic.entity.OffendingPrice;

/** Breaks rules on purpose, so that {@code HouseRulesBiteTest} sees them refuse it. */
@Named
public class Offending {

  OffendingPrice price;
  OffendingRule rule;
}
