package org.medflow.legacy.boundary;

import java.io.Serializable;

/** How many open rows of a table wait for one reason. */
public record ReasonCount(String table, String outcome, String reason, long rows)
    implements Serializable {}
