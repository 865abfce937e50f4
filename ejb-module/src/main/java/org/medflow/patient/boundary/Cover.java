package org.medflow.patient.boundary;

import jakarta.validation.constraints.Size;
import java.io.Serializable;

/** Who pays, as told at the desk; the conventions room will link it to a contract. */
public record Cover(@Size(max = 120) String convention, @Size(max = 40) String employeeNumber)
    implements Serializable {}
