package org.medflow.patient.boundary;

import java.io.Serializable;
import java.util.List;

/** Registers a person in the caller's clinic, with a word on every likeness that was shown. */
public record RegisterPatient(
    Person person,
    PostalAddress address,
    Cover cover,
    String emergencyContact,
    List<Decision> decisions)
    implements Serializable {}
