package org.medflow.platform.store;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.infinispan.Cache;

/**
 * Small tables of a clinic, remembered between requests; the clinic's id is the first part of every
 * key. The database is the truth: what is not here is asked for, and nothing here is older than
 * half a minute, for whoever read just before a change may put the old word back just after it.
 */
@ApplicationScoped
public class TableCache {

  private static final int SECONDS = 30;

  @Resource(lookup = "java:jboss/infinispan/cache/medflow/tables")
  Cache<String, String> tables;

  @Resource TransactionSynchronizationRegistry transactions;

  protected TableCache() {}

  /** For tests with a cache and a transaction of their own. */
  public TableCache(Cache<String, String> tables, TransactionSynchronizationRegistry transactions) {
    this.tables = tables;
    this.transactions = transactions;
  }

  public Optional<String> get(UUID clinic, String table, String key) {
    return Optional.ofNullable(tables.get(name(clinic, table, key)));
  }

  public void put(UUID clinic, String table, String key, String value) {
    tables.put(name(clinic, table, key), value, SECONDS, TimeUnit.SECONDS);
  }

  /** Forgets it when the transaction at hand is over: at once, others would read the old again. */
  public void dropWhenDone(UUID clinic, String table, String key) {
    transactions.registerInterposedSynchronization(
        new Synchronization() {
          @Override
          public void beforeCompletion() {}

          @Override
          public void afterCompletion(int status) {
            if (status == Status.STATUS_COMMITTED) {
              tables.remove(name(clinic, table, key));
            }
          }
        });
  }

  private static String name(UUID clinic, String table, String key) {
    return clinic + "|" + table + "|" + key;
  }
}
