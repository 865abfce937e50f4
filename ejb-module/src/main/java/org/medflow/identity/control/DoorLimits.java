package org.medflow.identity.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.medflow.platform.limit.Limits;

/**
 * Failed sign-ins: five per account and address, thirty per address, in a quarter of an hour (spec
 * platform.md 7). Only the pair is barred, so nobody can lock a colleague out from elsewhere.
 */
@ApplicationScoped
public class DoorLimits {

  private static final int PER_ACCOUNT = 5;
  private static final int PER_ADDRESS = 30;
  private static final int WINDOW_SECONDS = 900;

  @Inject Limits limits;

  public boolean open(String username, String address) {
    return limits.below(account(username, address), PER_ACCOUNT)
        && limits.below(place(address), PER_ADDRESS);
  }

  public void failed(String username, String address) {
    limits.hit(account(username, address), WINDOW_SECONDS);
    limits.hit(place(address), WINDOW_SECONDS);
  }

  public void succeeded(String username, String address) {
    limits.clear(account(username, address));
  }

  private static String account(String username, String address) {
    return "login|" + username + "|" + address;
  }

  private static String place(String address) {
    return "login|" + address;
  }
}
