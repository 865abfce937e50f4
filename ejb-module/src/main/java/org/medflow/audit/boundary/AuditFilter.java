package org.medflow.audit.boundary;

import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;

/**
 * What is looked for in the audit; null leaves a part open.
 *
 * @param from first instant; a week ago when nothing is said
 * @param to first instant that is too late; now when nothing is said
 * @param about a record that the deed was about
 * @param family how the deed's code begins, for example {@code patient.}
 * @param outcome {@code done} or {@code refused}
 */
public record AuditFilter(
    Instant from, Instant to, UUID actor, UUID about, String family, String outcome)
    implements Serializable {}
