package org.medflow.identity.boundary;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.infinispan.Cache;
import org.medflow.platform.limit.SharedCache;
import org.medflow.platform.security.OpaqueTokens;
import org.medflow.platform.security.Open;

/**
 * Which session row a browser's cookie leads to, known to every node, so that a sign-in outlives
 * the node that it was made on. The cookie is kept as a hash; the row still decides. What is not
 * found here leads nowhere: the person signs in again.
 */
@ApplicationScoped
public class BrowserTies {

  private static final int LONGEST = 128;

  /** Requests that were under way with the earlier cookie still arrive. */
  private static final int HANDOVER_SECONDS = 60;

  @Resource(lookup = "java:jboss/infinispan/cache/medflow/sessions")
  Cache<String, String> ties;

  protected BrowserTies() {}

  BrowserTies(Cache<String, String> ties) {
    this.ties = ties;
  }

  /** Remembers the row behind a cookie for as long as the cache keeps ties. */
  @Open("called by the door, for a cookie that it has just made")
  public void tie(String cookie, UUID session) {
    SharedCache.call(() -> ties.put(key(cookie), session.toString()));
  }

  /** The row behind a cookie, whichever node made it. */
  @Open("rebuilds the caller of a page")
  public Optional<UUID> session(String cookie) {
    return cookie == null || cookie.length() > LONGEST
        ? Optional.empty()
        : Optional.ofNullable(SharedCache.call(() -> ties.get(key(cookie)))).map(UUID::fromString);
  }

  /** The browser has another cookie from now on; the earlier one leads nowhere soon. */
  @Open("rebuilds the caller of a page")
  public void handOver(String earlier, String cookie, UUID session) {
    tie(cookie, session);
    var kept = session.toString();
    SharedCache.call(() -> ties.put(key(earlier), kept, HANDOVER_SECONDS, TimeUnit.SECONDS));
  }

  @Open("anybody may leave")
  public void untie(String cookie) {
    if (cookie != null) {
      SharedCache.call(() -> ties.remove(key(cookie)));
    }
  }

  private static String key(String cookie) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(OpaqueTokens.hash(cookie));
  }
}
