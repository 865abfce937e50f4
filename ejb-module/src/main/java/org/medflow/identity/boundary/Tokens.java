package org.medflow.identity.boundary;

/**
 * What a client of the API holds.
 *
 * @param expiresIn seconds for which the access token is good
 * @param refreshToken good for one renewal, as long as the session lives
 */
public record Tokens(String accessToken, String tokenType, long expiresIn, String refreshToken) {

  /** Logs may print it. */
  @Override
  public String toString() {
    return "Tokens[" + tokenType + "]";
  }
}
