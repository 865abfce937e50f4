package org.medflow.patient.boundary;

import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A person's name on one line: FAMILY NAME, postnom, first name. */
public final class NameLine {

  private NameLine() {}

  public static String of(String lastName, String postName, String firstName) {
    var family = lastName == null ? null : lastName.toUpperCase(Locale.ROOT);
    return Stream.of(family, postName, firstName)
        .filter(Objects::nonNull)
        .filter(part -> !part.isBlank())
        .collect(Collectors.joining(" "));
  }
}
