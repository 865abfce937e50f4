package org.medflow.audit.boundary;

/** Signs anchors; the room that holds the keys answers. */
public interface AnchorSigner {

  /**
   * A signature, ES256: r and s, 32 bytes each.
   *
   * @param key id of the key, as tokens name it
   */
  record Signed(String key, byte[] signature) {}

  Signed sign(byte[] text);
}
