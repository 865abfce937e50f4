package org.medflow.scheduling.boundary;

import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;
import org.medflow.scheduling.entity.StepKind;

/**
 * Something that happened to an appointment.
 *
 * @param was when it would have begun, null unless it was moved
 */
public record StepView(StepKind what, Instant at, UUID by, Instant was, String reason)
    implements Serializable {}
