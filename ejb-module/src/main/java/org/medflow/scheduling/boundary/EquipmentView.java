package org.medflow.scheduling.boundary;

import java.io.Serializable;
import java.util.UUID;

/**
 * A machine that appointments are booked for.
 *
 * @param kind for example {@code oct}
 */
public record EquipmentView(UUID id, String name, String kind, boolean active, long version)
    implements Serializable {}
