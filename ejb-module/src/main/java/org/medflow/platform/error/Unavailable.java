package org.medflow.platform.error;

import java.io.Serial;
import java.util.List;
import java.util.Map;

/** A part the request needs is out of reach; trying again later may work. */
public final class Unavailable extends ClinicException {

  @Serial private static final long serialVersionUID = 1L;

  public Unavailable(String code) {
    super(code, List.of(), Map.of());
  }
}
