package org.medflow.platform.store;

import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;

/** A transaction that a test ends when it likes. */
public final class FakeTransactions {

  private final List<Synchronization> waiting = new ArrayList<>();

  public TransactionSynchronizationRegistry registry() {
    return (TransactionSynchronizationRegistry)
        Proxy.newProxyInstance(
            FakeTransactions.class.getClassLoader(),
            new Class<?>[] {TransactionSynchronizationRegistry.class},
            (proxy, method, arguments) -> {
              if (!method.getName().equals("registerInterposedSynchronization")) {
                throw new UnsupportedOperationException(method.getName());
              }
              waiting.add((Synchronization) arguments[0]);
              return null;
            });
  }

  /** Ends it with a status of {@link jakarta.transaction.Status}. */
  public void end(int status) {
    waiting.forEach(one -> one.afterCompletion(status));
    waiting.clear();
  }
}
