package org.medflow.patient.boundary;

import jakarta.validation.constraints.Size;
import java.io.Serializable;

/** Where a person lives; the street is kept sealed, the rest in clear. */
public record PostalAddress(
    @Size(max = 200) String street,
    @Size(max = 80) String quarter,
    @Size(max = 80) String commune,
    @Size(max = 80) String city)
    implements Serializable {}
