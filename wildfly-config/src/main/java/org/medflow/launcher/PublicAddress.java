package org.medflow.launcher;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/** The name under which workstations open the pages; passkeys are made for it. */
record PublicAddress(URI uri) {

  static final String SETTING = "MEDFLOW_PUBLIC_URL";

  /** What was said, empty when nothing was. */
  static Optional<PublicAddress> of(String said) {
    return said == null || said.isBlank() ? Optional.empty() : Optional.of(read(said.strip()));
  }

  String name() {
    return uri.getHost();
  }

  private static PublicAddress read(String said) {
    try {
      var uri = new URI(said);
      if ("https".equals(uri.getScheme())
          && uri.getHost() != null
          && uri.getHost().matches("[A-Za-z0-9.-]*[A-Za-z][A-Za-z0-9.-]*")) {
        return new PublicAddress(uri);
      }
    } catch (URISyntaxException unreadable) {
      throw problem(unreadable);
    }
    throw problem(null);
  }

  private static LauncherProblem problem(Exception cause) {
    return new LauncherProblem(
        "%s is an address with a name, such as https://medflow.clinic.lan:8543.".formatted(SETTING),
        cause);
  }
}
