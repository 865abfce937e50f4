package org.medflow.legacy.boundary;

import java.io.Serializable;
import java.util.Arrays;

/**
 * What a job needs in order to begin or go on.
 *
 * @param hash SHA-256 of the file as it was when the run was started
 * @param lastLine the watermark: rows up to this line have their outcome
 */
public record ImportJob(String path, byte[] hash, long lastLine) implements Serializable {

  /** Whether the file is still the one that the run was started on. */
  public boolean reads(byte[] found) {
    return Arrays.equals(hash, found);
  }
}
