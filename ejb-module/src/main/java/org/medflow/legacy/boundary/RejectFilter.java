package org.medflow.legacy.boundary;

import java.io.Serializable;

/**
 * Which rows set aside to show; null or blank means all.
 *
 * @param open whether only those that nobody decided about
 */
public record RejectFilter(String table, String outcome, String reason, boolean open)
    implements Serializable {

  public static RejectFilter everything() {
    return new RejectFilter(null, null, null, false);
  }
}
