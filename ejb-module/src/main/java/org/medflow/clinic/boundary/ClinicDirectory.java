package org.medflow.clinic.boundary;

import static org.medflow.platform.security.Permission.*;

import jakarta.ejb.Stateless;
import java.util.List;
import java.util.UUID;
import org.medflow.platform.security.Requires;

@Stateless
public class ClinicDirectory {
  @Requires(MANAGE_CLINICS)
  public ClinicView open(OpenClinic command) {
    throw new UnsupportedOperationException();
  }

  @Requires
  public ClinicView get(UUID id) {
    throw new UnsupportedOperationException();
  }

  @Requires
  public List<ClinicView> named(java.util.Collection<UUID> ids) {
    throw new UnsupportedOperationException();
  }
}
