package org.medflow.patient.page;

import java.io.Serializable;
import java.util.UUID;
import org.medflow.patient.boundary.Candidate;
import org.medflow.patient.boundary.Decision;
import org.medflow.patient.boundary.Verdict;

/**
 * Somebody in the panel of likely duplicates, and what the person at the desk decided about her.
 */
public class LikelyPatient implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final int SURE = 90;

  private Candidate who;
  private String reason;
  private boolean asking;
  private boolean another;

  LikelyPatient(Candidate who) {
    this.who = who;
  }

  UUID id() {
    return who.id();
  }

  void seenAgain(Candidate now) {
    who = now;
  }

  /** Opens the question for a reason. */
  void ask() {
    asking = true;
  }

  /** Takes the reason; without one the question stays open. */
  boolean settle() {
    another = reason != null && !reason.isBlank();
    asking = !another;
    return another;
  }

  void reopen() {
    another = false;
    asking = false;
  }

  Decision decision() {
    return new Decision(who.id(), Verdict.ANOTHER_PERSON, reason.strip());
  }

  public Candidate getWho() {
    return who;
  }

  public boolean isAsking() {
    return asking;
  }

  public boolean isAnother() {
    return another;
  }

  /** Likely enough that only a special right may say otherwise. */
  public boolean isSure() {
    return who.score() >= SURE;
  }

  /** Shares a number that belongs to one person only: nobody may say otherwise. */
  public boolean isSettledByNumber() {
    return who.reasons().contains("same-identifier");
  }

  public String getIntent() {
    return isSure() ? "danger" : "warning";
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }
}
