package org.medflow.clinic.boundary;

import java.util.UUID;

/** A room that has something to end when a clinic is closed, in the same transaction. */
public interface ClinicClosing {

  void closed(UUID clinic);
}
