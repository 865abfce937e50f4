package org.medflow.patient.boundary;

import java.io.Serializable;

/**
 * A number somebody else gave this person.
 *
 * @param system {@code national_id}, {@code passport}, {@code voter_card}, {@code lv}, {@code dmi},
 *     {@code carevision}, {@code pacs}, {@code old_emr}
 */
public record IdentifierInput(String system, String value) implements Serializable {}
