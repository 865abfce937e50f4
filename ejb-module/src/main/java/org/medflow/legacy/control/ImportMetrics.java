package org.medflow.legacy.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;
import org.medflow.legacy.entity.LegacyTable;
import org.medflow.legacy.entity.Outcome;

/** Rows taken in on this node since it started, by table and outcome. */
@ApplicationScoped
public class ImportMetrics {

  @Inject MetricRegistry metrics;

  public void took(LegacyTable table, Map<Outcome, Long> counts) {
    counts.forEach(
        (outcome, rows) ->
            metrics
                .counter(
                    "medflow_import_rows",
                    new Tag("table", table.title()),
                    new Tag("outcome", outcome.name()))
                .inc(rows));
  }
}
