package org.medflow.identity.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.stream.IntStream;
import org.medflow.platform.error.Forbidden;
import org.medflow.platform.limit.Allowance;
import org.medflow.platform.limit.Limits;

/**
 * Failed sign-ins: five per account and address, thirty per address, in a quarter of an hour (spec
 * platform.md 7). Only the pair is barred, so nobody can lock a colleague out from elsewhere. An
 * attempt counts before its password is looked at and is taken back when the password was right, so
 * that a burst of guesses gets no further than one guess after the other. From the second failure
 * on the pair has to pause before its next attempt, 1, 2, 4 seconds and so on up to a minute; what
 * comes in a pause is not looked at and not counted.
 */
@ApplicationScoped
public class DoorLimits {

  private static final Allowance ACCOUNT = Allowance.of("SIGN_IN_PER_ACCOUNT", 5, 900);
  private static final Allowance ADDRESS = Allowance.of("SIGN_IN_PER_ADDRESS", 30, 900);

  /** Wrong codes of people who knew the password, wherever they are. */
  private static final Allowance CODES = Allowance.of("CODES_PER_ACCOUNT", 20, 3_600);

  /** Failures without a pause after them; environment: MEDFLOW_LIMIT_SIGN_IN_UNPAUSED. */
  private static final Allowance UNPAUSED = Allowance.of("SIGN_IN_UNPAUSED", 1, 900);

  /** Failures for one account from wherever they come, before somebody is told. */
  private static final Allowance ALARM = Allowance.of("SIGN_IN_ALARM", 20, 900);

  private static final String PAUSE = "SIGN_IN_PAUSE|";
  private static final int LONGEST_PAUSE = 60;
  private static final int DOUBLINGS = 6;

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
    TOO_SOON,
    CLOSING,
    CLOSED
  }

  /** Counts an attempt. */
  public Door knock(String username, String address) {
    var pair = pair(username, address);
    var account = ACCOUNT.use(limits, pair);
    var place = ADDRESS.use(limits, address);
    if (!account.beyond(ACCOUNT.most()) && !place.beyond(ADDRESS.most())) {
      return pausing(account.count(), pair, address) ? Door.TOO_SOON : Door.OPEN;
    }
    return account.justBeyond(ACCOUNT.most()) || place.justBeyond(ADDRESS.most())
        ? Door.CLOSING
        : Door.CLOSED;
  }

  /** The pause after an attempt begins with it, so that of many at once one is looked at. */
  private boolean pausing(int attempt, String pair, String address) {
    int seconds = pauseAfter(attempt);
    if (seconds == 0 || limits.hit(PAUSE + pair, seconds).count() == 1) {
      return false;
    }
    ACCOUNT.giveBack(limits, pair);
    ADDRESS.giveBack(limits, address);
    return true;
  }

  static int pauseAfter(int attempt) {
    int paused = attempt - UNPAUSED.most();
    return paused <= 0 ? 0 : Math.min(LONGEST_PAUSE, 1 << Math.min(DOUBLINGS, paused - 1));
  }

  /** Seconds until this pair may try again. */
  public int secondsLeft(String username, String address) {
    var pair = pair(username, address);
    return IntStream.of(
            limits.left(PAUSE + pair, 0),
            ACCOUNT.left(limits, pair),
            ADDRESS.left(limits, address),
            CODES.left(limits, username))
        .max()
        .orElse(0);
  }

  /** Refuses for now, when an attempt may not go on. */
  public void demand(Door answer, String username, String address) {
    if (answer != Door.OPEN) {
      var code = answer == Door.TOO_SOON ? "too-soon" : "too-many-attempts";
      throw Forbidden.until(code, secondsLeft(username, address));
    }
  }

  /** Counts a failure; whether it is the one that somebody has to be told of. */
  public boolean alarming(String username) {
    return ALARM.use(limits, username).justBeyond(ALARM.most());
  }

  public void succeeded(String username, String address) {
    var pair = pair(username, address);
    ACCOUNT.clear(limits, pair);
    limits.clear(PAUSE + pair);
    ADDRESS.giveBack(limits, address);
  }

  /** The password was right, but more is asked: what was counted before stays counted. */
  public void half(String username, String address) {
    var pair = pair(username, address);
    ACCOUNT.giveBack(limits, pair);
    limits.clear(PAUSE + pair);
    ADDRESS.giveBack(limits, address);
  }

  /** Counts a code tried by somebody who knows the password. */
  public Door code(String username, String address) {
    var door = knock(username, address);
    if (door != Door.OPEN) {
      return door;
    }
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
