package org.medflow.scheduling.entity;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What an appointment of an earlier system was for; each is a type of the agenda by its code. */
public enum AppointmentType {
  CONSULTATION,
  FOLLOW_UP,
  EMERGENCY,
  REFRACTION,
  SURGERY,
  PROCEDURE,
  OPHTHALMOLOGY,
  IMAGING;

  /** The code of the agenda's type, for example {@code follow-up}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Optional<AppointmentType> of(String code) {
    return Arrays.stream(values()).filter(type -> type.code().equals(code)).findFirst();
  }
}
