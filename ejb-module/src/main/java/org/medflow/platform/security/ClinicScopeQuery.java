package org.medflow.platform.security;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.Collection;
import java.util.UUID;
import java.util.stream.Collectors;
import org.medflow.platform.store.EntityRepository;
import org.medflow.platform.store.Rows;

/**
 * Tells PostgreSQL which clinics this transaction may see; row-level security does the rest. The
 * setting is local to the transaction, so a pooled connection never keeps it, and without a
 * transaction nothing is put on: row-level security then shows nothing at all.
 */
@ApplicationScoped
class ClinicScopeQuery {

  private static final String KEY = ClinicScopeQuery.class.getName();

  @Inject Rows rows;
  @Inject EntityRepository entities;

  @Resource TransactionSynchronizationRegistry transactions;

  protected ClinicScopeQuery() {}

  ClinicScopeQuery(
      Rows rows, TransactionSynchronizationRegistry transactions, EntityRepository entities) {
    this.rows = rows;
    this.transactions = transactions;
    this.entities = entities;
  }

  /** Puts the scope on for a call; returns the one before, null for the first of a transaction. */
  String put(Collection<UUID> clinics) {
    return switch (transactions.getTransactionStatus()) {
      case Status.STATUS_NO_TRANSACTION -> null;
      case Status.STATUS_ACTIVE -> change(text(clinics));
      default -> throw new IllegalStateException("a call in a transaction that is ending");
    };
  }

  /** The caller's scope again, after a call that went well. */
  void back(String before) {
    if (before != null && transactions.getTransactionStatus() == Status.STATUS_ACTIVE) {
      change(before);
    }
  }

  /**
   * After a call that failed: whoever swallows the failure must not go on with the callee's scope.
   * The connection may be unusable, so the transaction is given up rather than repaired.
   */
  void spoil(String before, Collection<UUID> clinics) {
    if (before != null
        && !before.equals(text(clinics))
        && transactions.getTransactionStatus() == Status.STATUS_ACTIVE) {
      transactions.setRollbackOnly();
    }
  }

  /** What was read under another scope has to be read again, past row-level security. */
  private String change(String wanted) {
    var before = (String) transactions.getResource(KEY);
    if (before != null && !wanted.equals(before)) {
      entities.forget();
    }
    if (!wanted.equals(before)) {
      rows.list("select set_config('app.clinic_ids', ?, true)", row -> row.getString(1), wanted);
      transactions.putResource(KEY, wanted);
    }
    return before;
  }

  private static String text(Collection<UUID> clinics) {
    return clinics.stream().map(UUID::toString).sorted().collect(Collectors.joining(","));
  }
}
