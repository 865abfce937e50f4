package org.medflow.identity.boundary;

/**
 * How a browser reached this installation. Passkeys belong to a name, and only to names that this
 * installation says are its own.
 *
 * @param host name in the address, as the browser says it
 * @param port on which the request really came in
 * @param secure whether it came over HTTPS
 */
public record Doorway(String host, int port, boolean secure) {}
