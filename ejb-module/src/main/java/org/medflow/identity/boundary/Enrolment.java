package org.medflow.identity.boundary;

/**
 * What a person needs to set up her authenticator; the secret is shown here and never again.
 *
 * @param secret base 32, to be typed
 * @param uri the same as an otpauth address, to be shown as a picture
 */
public record Enrolment(String challenge, String secret, String uri) {
  @Override
  public String toString() {
    return "Enrolment[]";
  }
}
