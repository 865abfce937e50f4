package org.medflow.platform.check;

import java.util.Optional;

/** Something that must hold before the doors open. */
public interface StartupCheck {

  /** One sentence that says what is wrong and where; empty when all is well. */
  Optional<String> problem();
}
