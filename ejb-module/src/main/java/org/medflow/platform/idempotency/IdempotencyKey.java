package org.medflow.platform.idempotency;

import java.io.Serializable;

/**
 * A caller's promise that two requests with this key are the same request.
 *
 * @param key 8 to 128 characters chosen by the caller
 * @param route method and path template, for example {@code POST /patients}
 * @param bodyHash SHA-256 of the canonical body
 */
public record IdempotencyKey(String key, String route, byte[] bodyHash) implements Serializable {}
