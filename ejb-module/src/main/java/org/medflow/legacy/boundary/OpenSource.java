package org.medflow.legacy.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import org.medflow.platform.error.Invalid;

/** Opens a source by its name, whichever kind it is of. */
@ApplicationScoped
public class OpenSource {

  @Inject @Any Instance<LegacySources> kinds;

  /** A source to be closed by the caller; an unknown name is refused. */
  public LegacySource named(String source) {
    return kinds.stream()
        .filter(kind -> kind.knows(source))
        .findFirst()
        .orElseThrow(() -> Invalid.field("source", "unknown-source"))
        .open(source);
  }
}
