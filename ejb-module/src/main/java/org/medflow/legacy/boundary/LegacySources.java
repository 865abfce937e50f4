package org.medflow.legacy.boundary;

/** One kind of source, found by CDI; the engine asks each whether it knows a name. */
public interface LegacySources {

  /** Whether a source of this name is its own, for example {@code csv:/data/export}. */
  boolean knows(String source);

  /**
   * Opens it.
   *
   * @throws org.medflow.platform.error.Invalid on {@code source} with a code that says why not:
   *     {@code unknown-source}, {@code source-disabled}, {@code source-not-configured}
   * @throws SourceLost when it cannot be reached
   */
  LegacySource open(String source);
}
