package org.medflow.identity.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.medflow.identity.boundary.Doorway;

/**
 * The names of this installation for which passkeys are made: {@code localhost}, and the name in
 * its public address. A foreign name in a request is nobody's, and a number is no name: browsers
 * make no passkeys for it.
 */
@ApplicationScoped
public class RelyingParties {

  private static final String LOCAL = "localhost";
  private static final int HTTP = 80;
  private static final int HTTPS = 443;

  /**
   * The address under which workstations open the pages, such as https://medflow.clinic.lan:8543.
   */
  @Inject
  @ConfigProperty(name = "MEDFLOW_PUBLIC_URL")
  Optional<URI> address;

  protected RelyingParties() {}

  RelyingParties(Optional<URI> address) {
    this.address = address;
  }

  /** A name, and the one origin whose answers count for it. */
  public record RelyingParty(String id, String origin) {}

  /** Who a browser that came this way is talking to; empty when passkeys are impossible there. */
  public Optional<RelyingParty> of(Doorway doorway) {
    if (LOCAL.equalsIgnoreCase(doorway.host())) {
      var scheme = doorway.secure() ? "https" : "http";
      return Optional.of(new RelyingParty(LOCAL, origin(scheme, LOCAL, doorway.port())));
    }
    return address
        .filter(RelyingParties::named)
        .filter(ours -> ours.getHost().equalsIgnoreCase(doorway.host()))
        .map(ours -> ours.getHost().toLowerCase(Locale.ROOT))
        .map(host -> new RelyingParty(host, origin("https", host, address.get().getPort())));
  }

  private static boolean named(URI address) {
    var host = address.getHost();
    return "https".equalsIgnoreCase(address.getScheme())
        && host != null
        && host.matches(".*[A-Za-z].*")
        && !host.startsWith("[");
  }

  private static String origin(String scheme, String host, int port) {
    int usual = scheme.equals("https") ? HTTPS : HTTP;
    return scheme + "://" + host + (port == -1 || port == usual ? "" : ":" + port);
  }
}
