package org.medflow.patient.boundary;

import java.io.Serializable;

/** Replaces what is not null; {@code person.phones} and {@code identifiers} replace the lists. */
public record AmendPatient(
    Person person, PostalAddress address, Cover cover, String emergencyContact)
    implements Serializable {}
