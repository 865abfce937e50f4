package org.medflow.platform.check;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.medflow.platform.store.Rows;

/** The server never migrates; it refuses a schema that is not the one it was built for. */
@ApplicationScoped
class SchemaVersionQuery implements StartupCheck {

  /** Highest versioned migration; a unit test holds it equal to the folder. */
  static final String EXPECTED = "0029";

  @Inject Rows rows;

  @Override
  public Optional<String> problem() {
    var found =
        rows.first(
            """
            select version from medflow.flyway_schema_history
             where success and version is not null order by installed_rank desc limit 1
            """,
            row -> row.getString(1));
    return found.filter(EXPECTED::equals).isPresent()
        ? Optional.empty()
        : Optional.of(
            "The database has schema version %s, this release needs %s: run ./medflow migrate."
                .formatted(found.orElse("none"), EXPECTED));
  }
}
