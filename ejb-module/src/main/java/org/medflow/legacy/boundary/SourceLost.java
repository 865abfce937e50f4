package org.medflow.legacy.boundary;

/** A source that cannot be read now and perhaps can later. Its message names no values. */
public class SourceLost extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public SourceLost(String message, Throwable cause) {
    super(message, cause);
  }
}
