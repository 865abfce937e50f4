package org.medflow.clinic.boundary;

import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;

/**
 * A change that was made.
 *
 * @param level {@code group} or {@code clinic}
 * @param before what was said at that level, null for inherited
 * @param value what is said from then on, null for inherited
 */
public record SettingChange(
    Instant at, UUID by, String level, String before, String value, long version)
    implements Serializable {}
