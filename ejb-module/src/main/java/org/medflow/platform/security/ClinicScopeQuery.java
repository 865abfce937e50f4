package org.medflow.platform.security;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.Collection;
import java.util.UUID;
import java.util.stream.Collectors;
import org.medflow.platform.store.Rows;

/** Tells PostgreSQL which clinics this transaction may see; row-level security does the rest. */
@ApplicationScoped
class ClinicScopeQuery {

  private static final String KEY = ClinicScopeQuery.class.getName();

  @Inject Rows rows;

  @Resource TransactionSynchronizationRegistry transactions;

  /** Puts the scope on and returns the one before; without a transaction there is nothing to do. */
  String put(Collection<UUID> clinics) {
    return put(clinics.stream().map(UUID::toString).sorted().collect(Collectors.joining(",")));
  }

  String put(String wanted) {
    if (transactions.getTransactionStatus() != Status.STATUS_ACTIVE) {
      return "";
    }
    var before = (String) transactions.getResource(KEY);
    if (!wanted.equals(before)) {
      rows.list("select set_config('app.clinic_ids', ?, true)", row -> row.getString(1), wanted);
      transactions.putResource(KEY, wanted);
    }
    return before == null ? "" : before;
  }
}
