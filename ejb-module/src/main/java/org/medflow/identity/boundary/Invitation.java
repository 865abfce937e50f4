package org.medflow.identity.boundary;

import java.io.Serializable;
import java.util.List;

/**
 * Somebody who is to work in the clinic of the call.
 *
 * @param roles role codes that are asked for her there
 */
public record Invitation(String username, String firstName, String lastName, List<String> roles)
    implements Serializable {}
