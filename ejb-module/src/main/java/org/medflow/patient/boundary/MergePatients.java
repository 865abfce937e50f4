package org.medflow.patient.boundary;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.io.Serializable;
import java.util.UUID;

/** Joins the duplicate into the survivor, for a reason that is kept. */
public record MergePatients(
    @NotNull UUID survivor, @NotNull UUID duplicate, @NotBlank @Size(max = 300) String reason)
    implements Serializable {}
