package org.medflow.legacy.boundary;

import java.io.Serializable;

/** A row that was not taken in as it came. */
public record RejectView(String table, String sourceKey, long line, String outcome, String reason)
    implements Serializable {}
