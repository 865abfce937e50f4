package org.medflow.scheduling.boundary;

import java.io.Serializable;
import java.util.UUID;

/**
 * A practitioner whom an earlier system knew by name.
 *
 * @param user the member of staff it is, null while nobody has said
 */
public record PlaceholderView(UUID id, String name, UUID user, String userName, long appointments)
    implements Serializable {}
