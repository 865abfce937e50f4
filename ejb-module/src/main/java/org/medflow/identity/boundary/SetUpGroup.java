package org.medflow.identity.boundary;

import java.io.Serializable;
import java.util.List;
import org.medflow.clinic.boundary.OpenClinic;

/** Clinics and accounts of a group that has none yet. */
public record SetUpGroup(List<OpenClinic> clinics, List<NewUser> users) implements Serializable {}
