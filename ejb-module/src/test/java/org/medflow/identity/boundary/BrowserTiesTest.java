package org.medflow.identity.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.medflow.platform.Ids;
import org.medflow.platform.store.FakeCache;

class BrowserTiesTest {

  private static final String COOKIE = "cookie-that-nobody-guesses";

  private final Map<String, String> kept = new ConcurrentHashMap<>();
  private final BrowserTies ties = new BrowserTies(FakeCache.over(kept));
  private final UUID session = Ids.next();

  @Test
  void leadsFromACookieToItsRow() {
    ties.tie(COOKIE, session);
    assertThat(ties.session(COOKIE)).contains(session);
    assertThat(ties.session("another")).isEmpty();
  }

  @Test
  void keepsNoCookie() {
    ties.tie(COOKIE, session);
    assertThat(kept.toString()).doesNotContain(COOKIE);
  }

  @Test
  void leadsNowhereAfterLeaving() {
    ties.tie(COOKIE, session);
    ties.untie(COOKIE);
    assertThat(ties.session(COOKIE)).isEmpty();
  }

  @Test
  void knowsBothCookiesWhileOneIsExchangedForTheOther() {
    ties.tie(COOKIE, session);
    ties.handOver(COOKIE, "of the other node", session);
    assertThat(ties.session(COOKIE)).contains(session);
    assertThat(ties.session("of the other node")).contains(session);
  }

  @Test
  void makesNothingOfNoCookieOrOneThatIsNoneOfOurs() {
    ties.untie(null);
    assertThat(ties.session(null)).isEmpty();
    assertThat(ties.session("x".repeat(129))).isEmpty();
    assertThat(kept).isEmpty();
  }
}
