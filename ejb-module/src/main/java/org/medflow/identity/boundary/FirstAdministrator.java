package org.medflow.identity.boundary;

import java.io.Serializable;
import org.medflow.clinic.boundary.OpenClinic;

/** The first clinic and the person who will let everybody else in, against a one-time token. */
public record FirstAdministrator(String token, OpenClinic clinic, NewUser administrator)
    implements Serializable {}
