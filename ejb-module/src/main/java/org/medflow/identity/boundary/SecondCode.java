package org.medflow.identity.boundary;

/**
 * A code typed at the second step.
 *
 * @param challenge from the first step
 * @param code six digits from the authenticator, or a recovery code
 * @param address network address of the caller, for the limits
 * @param agent user agent, shown in the list of sessions
 */
public record SecondCode(String challenge, String code, String address, String agent) {
  @Override
  public String toString() {
    return "SecondCode[]";
  }
}
