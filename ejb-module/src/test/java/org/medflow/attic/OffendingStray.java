package org.medflow.attic;

/** Breaks rules on purpose, so that {@code HouseRulesBiteTest} sees them refuse it. */
public class OffendingStray {}
