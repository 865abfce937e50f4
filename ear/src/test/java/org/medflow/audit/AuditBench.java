package org.medflow.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.medflow.audit.AuditWrites.Writer;
import org.medflow.bench.Ratio;
import org.medflow.bench.Result;
import org.medflow.harness.ClinicFixture;
import org.medflow.harness.Home;
import org.medflow.harness.Medflow;
import org.medflow.harness.Settings;
import org.medflow.harness.Shared;

/**
 * Small writes of eight writers a second, with their audit rows and without, A-B-B-A. In the
 * database the transaction is the product's, with its audit statement and left out. Through the
 * server the statement is sent both times, since a release has no switch to turn the audit off; a
 * trigger of the database throws the row away. Neither tells what making the entry costs in Java.
 */
@Tag("bench")
@Tag("audit")
class AuditBench {

  private static final int WARM_UP = 3;
  private static final int ROUNDS = 7;
  private static final int THROUGH_SERVER = 60;
  private static final int IN_DATABASE = 400;
  private static final double WANTED = 0.8;

  /** More commits a second than this cannot have waited for a disk. */
  private static final double CEILING = 50_000;

  private static final String LAX =
      """
      select name from pg_settings
       where setting = 'off' and name in ('fsync', 'synchronous_commit', 'full_page_writes')
      """;

  private static Medflow server;
  private static AuditWrites writes;

  @BeforeAll
  static void start() {
    server = Medflow.start(Home.fresh("bench-audit"), Shared.environment());
    writes = new AuditWrites(ClinicFixture.open(server, "receptionist"));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void takesLittleOfASmallWrite() {
    var result = new Result("audit", Settings.seed(0));
    var through = compared(THROUGH_SERVER, writes::throughServer);
    result.compared("PATCH of a patient through the server", through, "writes/s");
    var inside = compared(IN_DATABASE, writes::inDatabase);
    result.compared("the same transaction in the database", inside, "writes/s");
    var off = server.owner().strings(LAX);
    if (!off.isEmpty() || Ratio.middle(inside.reference()) > CEILING) {
      result.invalid("commits do not wait for the disk: " + off);
    }
    result.write(Result.versions(server.owner()));
    assertThat(off).isEmpty();
    assertThat(Ratio.middle(inside.reference())).isLessThan(CEILING);
    assertThat(through.median()).as("through the server").isGreaterThanOrEqualTo(WANTED);
  }

  /** Writes a second with and without; the first rounds warm both up and are not counted. */
  private static Ratio compared(int each, Function<Boolean, Writer> sides) {
    var product = new ArrayList<Double>();
    var reference = new ArrayList<Double>();
    for (int round = 0; round < WARM_UP + ROUNDS; round++) {
      double a = rate(each, sides, true);
      double b = rate(each, sides, false);
      double again = rate(each, sides, false);
      double last = rate(each, sides, true);
      if (round >= WARM_UP) {
        product.add((a + last) / 2);
        reference.add((b + again) / 2);
      }
    }
    return new Ratio(product, reference);
  }

  /** Fails when there are not exactly as many audit rows more as there should be. */
  private static double rate(int each, Function<Boolean, Writer> sides, boolean audited) {
    var writer = sides.apply(audited);
    long before = writes.rows();
    double rate = crowd(each, writer);
    assertThat(writes.rows() - before).isEqualTo(audited ? each * AuditWrites.WRITERS : 0);
    return rate;
  }

  private static double crowd(int each, Writer writer) {
    var pool = Executors.newFixedThreadPool(AuditWrites.WRITERS);
    long start = System.nanoTime();
    var writers = new ArrayList<CompletableFuture<Void>>();
    for (int i = 0; i < AuditWrites.WRITERS; i++) {
      int number = i;
      writers.add(CompletableFuture.runAsync(() -> writer.write(number, each), pool));
    }
    writers.forEach(CompletableFuture::join);
    double seconds = (System.nanoTime() - start) / 1e9;
    pool.shutdown();
    return each * AuditWrites.WRITERS / seconds;
  }
}
