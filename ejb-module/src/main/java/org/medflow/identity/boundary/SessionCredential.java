package org.medflow.identity.boundary;

import jakarta.security.enterprise.credential.Credential;
import java.util.UUID;

/**
 * What a page shows at the door: the session that its cookie leads to.
 *
 * @param clinic id or code of the clinic to work in, null for the session's own
 */
public record SessionCredential(UUID session, String clinic) implements Credential {}
