package org.medflow.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.medflow.bench.Ratio;
import org.medflow.bench.Result;
import org.medflow.harness.ClinicFixture;
import org.medflow.harness.Home;
import org.medflow.harness.Medflow;
import org.medflow.harness.Settings;
import org.medflow.harness.Shared;
import org.medflow.identity.control.PasswordHash;

/**
 * The median sign-in over HTTP against checking the same password's hash in this process: same
 * class, same parameters, same Java, one after the other. What is above 1 is the house's own.
 */
@Tag("bench")
@Tag("login")
class LoginBench {

  private static final int WARM_UP = 2;
  private static final int ROUNDS = 7;
  private static final int EACH = 40;
  private static final double FLOOR_MILLIS = 2;

  private static Medflow server;
  private static ClinicFixture clinic;

  @BeforeAll
  static void start() {
    server = Medflow.start(Home.fresh("bench-login"), Shared.environment());
    clinic = ClinicFixture.open(server, "receptionist");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void costsLittleMoreThanItsHash() {
    var result = new Result("login", Settings.seed(0));
    var ratio = compared();
    result.compared("sign-in over HTTP, median", ratio, "ms");
    if (Ratio.middle(ratio.reference()) < FLOOR_MILLIS) {
      result.invalid("19 MiB cannot be hashed so soon");
    }
    result.write(Result.versions(server.owner()));
    assertThat(Ratio.middle(ratio.reference())).isGreaterThanOrEqualTo(FLOOR_MILLIS);
  }

  private static Ratio compared() {
    var product = new ArrayList<Double>();
    var reference = new ArrayList<Double>();
    var who = clinic.staff("receptionist");
    var caller = server.anonymous().apart();
    var hash = PasswordHash.of(who.password());
    Runnable signIn =
        () -> assertThat(caller.signIn(who.username(), who.password()).status()).isEqualTo(200);
    Runnable check = () -> assertThat(PasswordHash.fits(who.password(), hash)).isTrue();
    for (int round = 0; round < WARM_UP + ROUNDS; round++) {
      double a = median(signIn);
      double b = median(check);
      double again = median(check);
      double last = median(signIn);
      if (round >= WARM_UP) {
        product.add((a + last) / 2);
        reference.add((b + again) / 2);
      }
    }
    return new Ratio(product, reference);
  }

  private static double median(Runnable deed) {
    var nanos = new long[EACH];
    for (int i = 0; i < EACH; i++) {
      long start = System.nanoTime();
      deed.run();
      nanos[i] = System.nanoTime() - start;
    }
    return Ratio.percentile(nanos, 0.5);
  }
}
