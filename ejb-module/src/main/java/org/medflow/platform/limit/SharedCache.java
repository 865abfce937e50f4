package org.medflow.platform.limit;

import java.lang.System.Logger.Level;
import java.util.function.Supplier;
import org.infinispan.commons.CacheException;
import org.medflow.platform.error.Unavailable;

/**
 * Calls of a cache that the nodes share. When another node does not answer in time nobody can say
 * what the cache holds, so the request is refused for now: a lost cache never allows.
 */
public final class SharedCache {

  private static final System.Logger LOG = System.getLogger(SharedCache.class.getName());

  private SharedCache() {}

  public static <T> T call(Supplier<T> deed) {
    try {
      return deed.get();
    } catch (CacheException lost) {
      LOG.log(Level.WARNING, "a shared cache does not answer: {0}", lost.toString());
      throw new Unavailable("unavailable");
    }
  }
}
