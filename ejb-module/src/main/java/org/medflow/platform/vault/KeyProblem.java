package org.medflow.platform.vault;

import java.io.Serial;

/** A key is missing, short, repeated or not the one the data was sealed with. */
public final class KeyProblem extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  public KeyProblem(String sentence) {
    super(sentence);
  }
}
