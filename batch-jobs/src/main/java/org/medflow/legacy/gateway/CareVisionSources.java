package org.medflow.legacy.gateway;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.eclipse.microprofile.config.ConfigProvider;
import org.medflow.legacy.boundary.LegacySource;
import org.medflow.legacy.boundary.LegacySources;

/** The source {@code carevision}: the SQL Server database that the settings name. */
@ApplicationScoped
public class CareVisionSources implements LegacySources {

  private static final String NAME = "carevision";

  private final Function<String, Optional<String>> settings;
  private final CareVisionPatience patience;

  public CareVisionSources() {
    this(
        name -> ConfigProvider.getConfig().getOptionalValue(name, String.class),
        new CareVisionPatience(
            seconds -> LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(seconds))));
  }

  CareVisionSources(Function<String, Optional<String>> settings, CareVisionPatience patience) {
    this.settings = settings;
    this.patience = patience;
  }

  @Override
  public boolean knows(String source) {
    return NAME.equals(source);
  }

  @Override
  public LegacySource open(String source) {
    var found = CareVisionSettings.of(settings);
    return CareVisionSource.open(found, CareVisionMapping.load(found.mapping()), patience);
  }
}
