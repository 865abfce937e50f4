package org.medflow.legacy.boundary;

import java.io.Serializable;
import java.util.List;
import java.util.UUID;

/**
 * A row set aside, opened for a person who decides.
 *
 * @param cells what stood in it, in the order of the columns
 * @param suggestions records that it may belong to
 * @param actions what can be done with it: {@code ignore}, {@code replay}, {@code link}, {@code
 *     create}
 */
public record RejectDetail(
    RejectView row, List<Cell> cells, List<Suggestion> suggestions, List<String> actions)
    implements Serializable {

  /** One cell. */
  public record Cell(String column, String value) implements Serializable {}

  /** A patient, as a list shows her. */
  public record Suggestion(UUID id, String mrn, String name, String birthDate, String sex)
      implements Serializable {}
}
