package org.medflow.platform.limit;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.infinispan.Cache;
import org.medflow.platform.security.OpaqueTokens;

/** Codes that stand for something for some seconds and are given away once. */
@ApplicationScoped
public class OneTimeCodes {

  private static final int LONGEST = 64;

  @Resource(lookup = "java:jboss/infinispan/cache/medflow/codes")
  Cache<String, String> codes;

  protected OneTimeCodes() {}

  /** For tests with a cache of their own. */
  public OneTimeCodes(Cache<String, String> codes) {
    this.codes = codes;
  }

  /** A new code for this meaning; codes of different kinds never meet. */
  public String issue(String kind, String meaning, int seconds) {
    var code = OpaqueTokens.fresh();
    SharedCache.call(() -> codes.put(key(kind, code), meaning, seconds, TimeUnit.SECONDS));
    return code;
  }

  /** What the code stands for, which goes on standing for it. */
  public Optional<String> look(String kind, String code) {
    return code == null || code.length() > LONGEST
        ? Optional.empty()
        : Optional.ofNullable(codes.get(key(kind, code)));
  }

  /** What the code stands for; the second asker gets nothing. */
  public Optional<String> take(String kind, String code) {
    return code == null || code.length() > LONGEST
        ? Optional.empty()
        : Optional.ofNullable(SharedCache.call(() -> codes.remove(key(kind, code))));
  }

  private static String key(String kind, String code) {
    return kind + "|" + code;
  }
}
