package org.medflow.clinic.boundary;

import java.io.Serializable;
import java.util.UUID;

/**
 * A clinic as people see it.
 *
 * @param code short label, unique in the group, for example {@code KIN}
 * @param timeZone IANA name, for example {@code Africa/Kinshasa}
 */
public record ClinicView(UUID id, String code, String name, String city, String timeZone)
    implements Serializable {}
