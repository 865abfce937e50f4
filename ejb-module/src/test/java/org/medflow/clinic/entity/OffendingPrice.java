package org.medflow.clinic.entity;

import jakarta.persistence.Entity;
import org.medflow.clinic.control.OffendingRule;

/** Breaks rules on purpose, so that {@code HouseRulesBiteTest} sees them refuse it. */
@Entity
public class OffendingPrice {

  double amount;
  OffendingRule rule;
  org.jboss.logging.Logger log;

  public void setAmount(double amount) {
    this.amount = amount;
  }
}
