package org.medflow.identity.boundary;

import java.io.Serializable;
import java.util.List;
import org.medflow.clinic.boundary.OpenClinic;

/**
 * Clinics and accounts of a group that has none yet.
 *
 * @param secondFactor {@code optional} leaves it to the staff of these clinics whether they set one
 *     up; everything else requires it
 */
public record SetUpGroup(List<OpenClinic> clinics, List<NewUser> users, String secondFactor)
    implements Serializable {}
