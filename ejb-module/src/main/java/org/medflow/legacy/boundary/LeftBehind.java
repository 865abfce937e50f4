package org.medflow.legacy.boundary;

import java.io.Serializable;
import java.util.UUID;

/** A run whose job has not been heard of, and the clinic it is of. */
public record LeftBehind(UUID run, UUID clinic) implements Serializable {}
