package org.medflow.platform.vault;

import java.io.Serializable;

/** Ciphertext of one value of one row; only the vault, told column and row, opens it. */
public final class Sealed implements Serializable {

  private static final long serialVersionUID = 1L;

  private final byte[] bytes;

  public Sealed(byte[] bytes) {
    this.bytes = bytes.clone();
  }

  public byte[] bytes() {
    return bytes.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Sealed that && java.util.Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return java.util.Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return "Sealed[" + bytes.length + " bytes]";
  }
}
