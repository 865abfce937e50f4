package org.medflow.platform.store;

import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.infinispan.Cache;

/** A cache in this JVM that knows the methods our rooms call; lifespans are the callers' clock. */
public final class FakeCache {

  private FakeCache() {}

  @SuppressWarnings("unchecked")
  public static Cache<String, String> over(Map<String, String> entries) {
    return (Cache<String, String>)
        Proxy.newProxyInstance(
            FakeCache.class.getClassLoader(),
            new Class<?>[] {Cache.class},
            (proxy, method, arguments) -> call(entries, method.getName(), arguments));
  }

  public static Cache<String, String> empty() {
    return over(new ConcurrentHashMap<>());
  }

  private static Object call(Map<String, String> entries, String method, Object[] arguments) {
    var key = (String) arguments[0];
    return switch (method) {
      case "get" -> entries.get(key);
      case "put" -> entries.put(key, (String) arguments[1]);
      case "putIfAbsent" -> entries.putIfAbsent(key, (String) arguments[1]);
      case "replace" -> entries.replace(key, (String) arguments[1], (String) arguments[2]);
      case "remove" -> entries.remove(key);
      case "containsKey" -> entries.containsKey(key);
      default -> throw new UnsupportedOperationException(method);
    };
  }
}
