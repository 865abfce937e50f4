package org.medflow.identity.boundary;

import static org.medflow.platform.security.Permission.*;

import jakarta.ejb.Stateless;
import org.medflow.platform.security.Open;
import org.medflow.platform.security.Requires;

@Stateless
public class FirstRun {
  @Open("guarded by the one-time token")
  public boolean awaits(String token) {
    throw new UnsupportedOperationException();
  }

  @Open("guarded by the one-time token")
  public void create(FirstAdministrator first) {
    throw new UnsupportedOperationException();
  }

  @Requires(OPERATE_SYSTEM)
  public void setUp(SetUpGroup group) {
    throw new UnsupportedOperationException();
  }
}
