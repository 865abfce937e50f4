package org.medflow.identity.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.medflow.platform.limit.Allowance;
import org.medflow.platform.limit.Limits;

/**
 * Failed sign-ins: five per account and address, thirty per address, in a quarter of an hour (spec
 * platform.md 7). Only the pair is barred, so nobody can lock a colleague out from elsewhere. An
 * attempt counts before its password is looked at and is taken back when the password was right, so
 * that a burst of guesses gets no further than one guess after the other.
 */
@ApplicationScoped
public class DoorLimits {

  private static final Allowance ACCOUNT = Allowance.of("SIGN_IN_PER_ACCOUNT", 5, 900);
  private static final Allowance ADDRESS = Allowance.of("SIGN_IN_PER_ADDRESS", 30, 900);

  /** Wrong codes of people who knew the password, wherever they are. */
  private static final Allowance CODES = Allowance.of("CODES_PER_ACCOUNT", 20, 3_600);

  private static final Allowance RENEWAL = Allowance.of("REFRESH_PER_ADDRESS", 30, 900);

  private static final Allowance FORGOTTEN = Allowance.of("FORGOTTEN_PER_ACCOUNT", 3, 3600);
  private static final Allowance FORGETFUL = Allowance.of("FORGOTTEN_PER_ADDRESS", 30, 3600);

  @Inject Limits limits;

  protected DoorLimits() {}

  DoorLimits(Limits limits) {
    this.limits = limits;
  }

  /** Whether the attempt may go on, and whether it is the one that closed the door. */
  public enum Door {
    OPEN,
    CLOSING,
    CLOSED
  }

  /** Counts an attempt. */
  public Door knock(String username, String address) {
    var account = ACCOUNT.use(limits, pair(username, address));
    var place = ADDRESS.use(limits, address);
    if (!account.beyond(ACCOUNT.most()) && !place.beyond(ADDRESS.most())) {
      return Door.OPEN;
    }
    return account.justBeyond(ACCOUNT.most()) || place.justBeyond(ADDRESS.most())
        ? Door.CLOSING
        : Door.CLOSED;
  }

  public void succeeded(String username, String address) {
    ACCOUNT.clear(limits, pair(username, address));
    ADDRESS.giveBack(limits, address);
  }

  /** The password was right, but more is asked: what was counted before stays counted. */
  public void half(String username, String address) {
    ACCOUNT.giveBack(limits, pair(username, address));
    ADDRESS.giveBack(limits, address);
  }

  /** Counts a code tried by somebody who knows the password. */
  public Door code(String username, String address) {
    var door = knock(username, address);
    var all = CODES.use(limits, username);
    if (!all.beyond(CODES.most())) {
      return door;
    }
    return all.justBeyond(CODES.most()) ? Door.CLOSING : Door.CLOSED;
  }

  public void codeRight(String username, String address) {
    succeeded(username, address);
    CODES.clear(limits, username);
  }

  /** Counts an attempt to renew a token; thirty failed ones per address in a quarter of an hour. */
  public Door renewal(String address) {
    return RENEWAL.use(limits, address).beyond(RENEWAL.most()) ? Door.CLOSED : Door.OPEN;
  }

  public void renewed(String address) {
    RENEWAL.giveBack(limits, address);
  }

  /** Counts a wish for a new password: three per account and address in an hour. */
  public Door forgotten(String username, String address) {
    var account = FORGOTTEN.use(limits, pair(username, address));
    var place = FORGETFUL.use(limits, address);
    return account.beyond(FORGOTTEN.most()) || place.beyond(FORGETFUL.most())
        ? Door.CLOSED
        : Door.OPEN;
  }

  private static String pair(String username, String address) {
    return username + "|" + address;
  }
}
