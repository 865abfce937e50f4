package org.medflow.platform.number;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.medflow.platform.store.Rows;

/** The counters; one statement reserves a whole block. */
@ApplicationScoped
class NumberSeriesQuery {

  @Inject Rows rows;

  /** Reserves {@code size} numbers and returns the first of them. */
  long reserve(String scope, String period, int size) {
    return rows.list(
                """
                insert into medflow.number_series as s (scope, period, next) values (?, ?, 1 + ?)
                on conflict (scope, period) do update set next = s.next + excluded.next - 1
                returning next
                """,
                row -> row.getLong(1),
                scope,
                period,
                (long) size)
            .get(0)
        - size;
  }
}
