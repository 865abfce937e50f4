package org.medflow.platform.idempotency;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.inject.Inject;

/** Forgets the keys of yesterday, once an hour. */
@Singleton
public class KeyExpiry {

  @Inject IdempotencyQuery keys;

  @Schedule(hour = "*", minute = "23", second = "17", persistent = false)
  void forget() {
    keys.forgetOld();
  }
}
