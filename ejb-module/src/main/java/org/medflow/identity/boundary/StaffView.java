package org.medflow.identity.boundary;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;

/**
 * One account with what an administrator may see of it.
 *
 * @param person the line of the list
 * @param clinics her roles in each clinic in which the caller manages users
 * @param elsewhere whether she works in a clinic in which the caller does not
 * @param sessions those that are open, the one used last first; none when she works elsewhere
 * @param linkUntil until when a one-time link of hers is good, null without one
 */
public record StaffView(
    StaffRow person,
    List<RolesAt> clinics,
    boolean elsewhere,
    List<SessionView> sessions,
    Instant linkUntil)
    implements Serializable {

  /** Role codes in a clinic. */
  public record RolesAt(String clinic, String name, List<String> roles) implements Serializable {
    public RolesAt {
      roles = List.copyOf(roles);
    }
  }

  public StaffView {
    clinics = List.copyOf(clinics);
    sessions = List.copyOf(sessions);
  }
}
