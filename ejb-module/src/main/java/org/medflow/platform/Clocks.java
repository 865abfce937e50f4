package org.medflow.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.io.Serializable;
import java.time.Clock;

/** The one clock, so that tests can hold time still. */
@ApplicationScoped
public class Clocks implements Serializable {

  private static final long serialVersionUID = 1L;

  @Produces
  Clock clock() {
    return Clock.systemUTC();
  }
}
