package org.medflow.patient.boundary;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.io.Serializable;
import java.util.UUID;

/** A person's word on one candidate, with the reason when it is another person. */
public record Decision(
    @NotNull UUID candidate, @NotNull Verdict verdict, @Size(max = 300) String reason)
    implements Serializable {}
