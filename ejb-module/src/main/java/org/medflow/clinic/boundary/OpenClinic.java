package org.medflow.clinic.boundary;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.io.Serializable;

/** Opens a clinic in the group. */
public record OpenClinic(
    @NotBlank @Pattern(regexp = "[A-Z0-9]{2,8}") String code,
    @NotBlank @Size(max = 120) String name,
    @NotBlank @Size(max = 80) String city,
    @NotBlank String timeZone)
    implements Serializable {}
