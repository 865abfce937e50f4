package org.medflow.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
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
import org.medflow.harness.Wire;

/**
 * What it costs to be asked who one is. The open route of the public keys answers from memory; with
 * a token the same route first proves the token and reads session and rights from the database.
 * {@code GET /me} is a guarded route whose answer itself takes some statements.
 */
@Tag("bench")
@Tag("authorisation")
class AuthorisationBench {

  private static final int WARM_UP = 3;
  private static final int ROUNDS = 7;
  private static final int EACH = 1_000;
  private static final double FLOOR_MILLIS = 0.02;

  private static final String OPEN = "/api/v1/auth/jwks";
  private static final String GUARDED = "/api/v1/me";

  private static Medflow server;
  private static ClinicFixture clinic;

  @BeforeAll
  static void start() {
    server = Medflow.start(Home.fresh("bench-authorisation"), Shared.environment());
    clinic = ClinicFixture.open(server, "receptionist");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void costsAStatementOnAnOpenRoute() {
    var result = new Result("authorisation", Settings.seed(0));
    var check = compared(OPEN);
    result.compared("token, session and rights on an open route, median", check, "ms");
    result.compared("GET /me against the open route, median", compared(GUARDED), "ms");
    if (Ratio.middle(check.reference()) < FLOOR_MILLIS) {
      result.invalid("no server answers so soon");
    }
    result.write(Result.versions(server.owner()));
    assertThat(Ratio.middle(check.reference())).isGreaterThanOrEqualTo(FLOOR_MILLIS);
  }

  /** This path with a token against the open route without one. */
  private static Ratio compared(String path) {
    var product = new ArrayList<Double>();
    var reference = new ArrayList<Double>();
    var known = request(path, token());
    var nobody = request(OPEN, null);
    for (int round = 0; round < WARM_UP + ROUNDS; round++) {
      double a = median(known);
      double b = median(nobody);
      double again = median(nobody);
      double last = median(known);
      if (round >= WARM_UP) {
        product.add((a + last) / 2);
        reference.add((b + again) / 2);
      }
    }
    return new Ratio(product, reference);
  }

  private static String token() {
    var who = clinic.staff("receptionist");
    return server
        .anonymous()
        .signIn(who.username(), who.password())
        .json()
        .getString("accessToken");
  }

  private static byte[] request(String path, String token) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Accept", "application/json");
    if (token != null) {
      headers.put("Authorization", "Bearer " + token);
    }
    return Wire.request("GET", path, headers, new byte[0]);
  }

  private static double median(byte[] request) {
    var nanos = new long[EACH];
    try (var wire = new Wire(server.ports().pages())) {
      for (int i = 0; i < EACH; i++) {
        long start = System.nanoTime();
        int status = wire.send(request);
        nanos[i] = System.nanoTime() - start;
        assertThat(status).isEqualTo(200);
      }
      return Ratio.percentile(nanos, 0.5);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
