package org.medflow.scheduling.boundary;

import java.io.Serializable;
import java.util.UUID;

/** A member of staff who may be a practitioner. */
public record StaffOption(UUID id, String name) implements Serializable {}
