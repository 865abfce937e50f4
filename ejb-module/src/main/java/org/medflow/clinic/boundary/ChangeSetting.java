package org.medflow.clinic.boundary;

import java.io.Serializable;

/**
 * A change asked for.
 *
 * @param key its name, for example {@code appointments.slot-minutes}
 * @param value the text of the new value, null to inherit again
 * @param version the version that was seen at the level of the change, 0 when nothing was said yet
 */
public record ChangeSetting(String key, String value, long version) implements Serializable {}
