package org.medflow.patient.boundary;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import org.medflow.patient.entity.BirthPrecision;
import org.medflow.patient.entity.Sex;

/**
 * Who stands at the desk. Only the family name and the sex are needed.
 *
 * @param birthDate may be null; with precision YEAR the first of January stands for the year
 * @param age in years, instead of a birth date; gives precision AGE
 * @param phones as typed; kept as E.164, default country +243
 */
public record Person(
    String lastName,
    String postName,
    String firstName,
    Sex sex,
    LocalDate birthDate,
    BirthPrecision birthPrecision,
    Integer age,
    @Size(max = 5) List<String> phones,
    @Size(max = 254) String email,
    @Valid @Size(max = 12) List<IdentifierInput> identifiers)
    implements Serializable {}
