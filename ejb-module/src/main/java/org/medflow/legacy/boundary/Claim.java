package org.medflow.legacy.boundary;

import java.io.Serializable;
import java.util.UUID;

/**
 * The word of one job execution that it may write for a run; it is worth nothing as soon as another
 * execution holds the run.
 */
public record Claim(UUID run, UUID holder, UUID clinic, boolean dryRun) implements Serializable {}
