package org.medflow.queue.entity;

import java.util.Arrays;
import java.util.Optional;

/** A station of the way through the clinic; source: spec clinical.md 4. */
public enum Station {
  TRIAGE("triage"),
  VA_IOP("va-iop"),
  DILATION("dilation"),
  IMAGING("imaging"),
  DOCTOR("doctor"),
  PHARMACY("pharmacy"),
  OPTICAL("optical"),
  CASHIER("cashier");

  private final String code;

  Station(String code) {
    this.code = code;
  }

  /** The code in the database and outside, for example {@code va-iop}. */
  public String code() {
    return code;
  }

  public static Optional<Station> of(String code) {
    return Arrays.stream(values()).filter(station -> station.code.equals(code)).findFirst();
  }
}
