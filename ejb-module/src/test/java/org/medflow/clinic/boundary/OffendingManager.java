package org.medflow.clinic.boundary;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Date;
import org.medflow.clinic.control.OffendingRule;

/** Breaks rules on purpose, so that {@code HouseRulesBiteTest} sees them refuse it. */
@Stateless
public class OffendingManager {

  @Inject private OffendingRule rule;

  public Date open(String a, String b, String c, String d, String e, String f) {
    System.out.println(rule.name(a + b + c + d + e + f));
    return new Date();
  }
}
