package org.medflow.platform.error;

import java.io.Serializable;

/**
 * One broken field.
 *
 * @param field name as in the request, for example {@code birthDate}
 * @param code message key without {@code error.}, for example {@code birth-date-in-future}
 */
public record FieldError(String field, String code) implements Serializable {}
