package org.medflow.patient.boundary;

import java.io.Serializable;

/**
 * One of many persons who are registered at once.
 *
 * @param sure whether a person has said that nobody already registered is this one
 */
public record Newcomer(Person person, PostalAddress address, Cover cover, boolean sure)
    implements Serializable {}
