package org.medflow.platform.limit;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.time.Clock;
import org.infinispan.Cache;
import org.infinispan.commons.CacheException;
import org.junit.jupiter.api.Test;
import org.medflow.platform.error.Unavailable;

/** What a shared cache does not answer is refused. */
class SharedCacheTest {

  private final Cache<String, String> silent = silent();

  @SuppressWarnings("unchecked")
  private static Cache<String, String> silent() {
    return (Cache<String, String>)
        Proxy.newProxyInstance(
            SharedCacheTest.class.getClassLoader(),
            new Class<?>[] {Cache.class},
            (proxy, method, arguments) -> {
              throw new CacheException("no answer from medflow-2");
            });
  }

  @Test
  void allowsNothingThatCannotBeCounted() {
    var limits = new Limits(silent, Clock.systemUTC());
    assertThatThrownBy(() -> limits.hit("a", 60)).isInstanceOf(Unavailable.class);
    assertThatThrownBy(() -> limits.clear("a")).isInstanceOf(Unavailable.class);
  }

  @Test
  void takesNoCodeThatTheOthersMayHaveTaken() {
    var codes = new OneTimeCodes(silent);
    assertThatThrownBy(() -> codes.issue("live", "meaning", 30)).isInstanceOf(Unavailable.class);
    assertThatThrownBy(() -> codes.take("live", "code")).isInstanceOf(Unavailable.class);
  }
}
