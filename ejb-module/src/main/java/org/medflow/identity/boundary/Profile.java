package org.medflow.identity.boundary;

import jakarta.ejb.Stateless;
import org.medflow.platform.security.Requires;

@Stateless
public class Profile {
  @Requires
  public MeView me() {
    throw new UnsupportedOperationException();
  }

  @Requires
  public void prefer(Preferences preferences) {
    throw new UnsupportedOperationException();
  }
}
