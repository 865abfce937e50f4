package org.medflow.visit.entity;

/** How a diagnosis counts. */
public enum ProblemRank {
  PRIMARY,
  SECONDARY,
  RULE_OUT
}
