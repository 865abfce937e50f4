package org.medflow.patient.boundary;

import java.io.Serializable;

/** One of many persons who are registered at once. */
public record Newcomer(Person person, PostalAddress address, Cover cover) implements Serializable {}
