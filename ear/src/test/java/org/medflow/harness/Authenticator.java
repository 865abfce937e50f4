package org.medflow.harness;

import com.bastiaanjansen.otp.HMACAlgorithm;
import com.bastiaanjansen.otp.TOTPGenerator;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;

/** The app on a person's telephone; gives no code twice and waits when it must. */
public final class Authenticator {

  private static final int PERIOD = 30;
  private static final int MARGIN = 15;

  private final TOTPGenerator generator;
  private long last;

  /** With a secret in base 32, spaces or not. */
  public Authenticator(String secret) {
    generator =
        new TOTPGenerator.Builder(secret.replace(" ", "").getBytes(StandardCharsets.US_ASCII))
            .withHOTPGenerator(code -> code.withPasswordLength(6).withAlgorithm(HMACAlgorithm.SHA1))
            .withPeriod(Duration.ofSeconds(PERIOD))
            .build();
  }

  /**
   * A code that is good now and was not given before. The one of half a minute ago is as good while
   * there is time to bring it, so that three in a row need no waiting.
   */
  public String next() {
    long step = Math.max(last + 1, hurried() ? present() : present() - 1);
    while (step > present() + 1) {
      pause();
    }
    last = step;
    return at(step);
  }

  /** The code of a step that lies so far from now. */
  public String off(int steps) {
    return at(present() + steps);
  }

  /** The code that was given last. */
  public String again() {
    return at(last);
  }

  private String at(long step) {
    return generator.at(Instant.ofEpochSecond(step * PERIOD));
  }

  private static boolean hurried() {
    return PERIOD - Instant.now().getEpochSecond() % PERIOD < MARGIN;
  }

  private static long present() {
    return Instant.now().getEpochSecond() / PERIOD;
  }

  private static void pause() {
    try {
      Thread.sleep(250);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }
}
