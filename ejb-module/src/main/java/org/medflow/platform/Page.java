package org.medflow.platform;

import java.io.Serializable;
import java.util.List;

/**
 * A slice of a list.
 *
 * @param next keyset cursor of the following slice, null at the end
 * @param size the size asked for, 5 to 100
 */
public record Page<T>(List<T> data, String next, int size) implements Serializable {
  public Page {
    data = List.copyOf(data);
  }
}
