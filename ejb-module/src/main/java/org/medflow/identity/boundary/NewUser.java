package org.medflow.identity.boundary;

import java.io.Serializable;
import java.util.List;

/**
 * A staff account.
 *
 * @param roles role codes, for example {@code receptionist}
 * @param clinics clinic codes in which the roles hold
 */
public record NewUser(
    String username,
    String password,
    String firstName,
    String lastName,
    List<String> roles,
    List<String> clinics)
    implements Serializable {
  @Override
  public String toString() {
    return "NewUser[" + username + "]";
  }
}
