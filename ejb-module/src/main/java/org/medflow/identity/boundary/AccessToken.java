package org.medflow.identity.boundary;

/**
 * A bearer token for the API.
 *
 * @param accessToken signed JWT (ES256)
 * @param expiresIn seconds
 */
public record AccessToken(String accessToken, String tokenType, long expiresIn) {}
