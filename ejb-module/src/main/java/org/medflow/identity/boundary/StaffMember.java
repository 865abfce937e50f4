package org.medflow.identity.boundary;

import java.io.Serializable;
import java.util.UUID;

/** Somebody who works here. */
public record StaffMember(UUID id, String name) implements Serializable {}
