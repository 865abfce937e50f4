package org.medflow.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.medflow.harness.Reply;
import org.medflow.harness.Report;
import org.medflow.harness.Settings;

/**
 * Journal and counts of attacks: each is written down before it is made and again with its answer.
 * Whoever got in, whatever broke and whatever an answer gave away about the house is kept.
 */
final class Attacks implements AutoCloseable {

  /** What an answer must not say: names of classes, statements, traces. */
  private static final Pattern GIVEN_AWAY =
      Pattern.compile(
          String.join(
              "|",
              "org\\.(medflow|postgresql|hibernate|jboss|wildfly|jose4j|eclipse)",
              "io\\.(smallrye|undertow)",
              "[a-z]Exception",
              "\\bat java",
              "\\.java:\\d",
              "SQLState|SQLSTATE|ERROR: ",
              "\\bmedflow_(app|owner)",
              "(?i)\\b(select|insert into|update) [a-z_, .]+ (from|values|set) "));

  private static final String REFUSING = "data-test=\"error-";

  /** What somebody was told; {@code in} when she was let in. */
  record Answer(int status, String body, boolean in) {

    static Answer of(Reply reply) {
      return new Answer(reply.status(), reply.body(), reply.status() / 100 == 2);
    }

    /** Of a page that leads away, or says by another page that it refuses. */
    static Answer of(HttpResponse<String> page) {
      boolean shown = page.statusCode() / 100 == 2 && !page.body().contains(REFUSING);
      return new Answer(page.statusCode(), page.body(), shown);
    }
  }

  private final String name;
  private final BufferedWriter journal;
  private final AtomicInteger number = new AtomicInteger();
  private final List<String> in = Collections.synchronizedList(new ArrayList<>());
  private final List<String> broken = Collections.synchronizedList(new ArrayList<>());
  private final List<String> leaks = Collections.synchronizedList(new ArrayList<>());

  Attacks(String name) {
    this.name = name;
    var file = Settings.target().resolve("journal").resolve("identity-" + name + ".txt");
    try {
      Files.createDirectories(file.getParent());
      journal = Files.newBufferedWriter(file);
    } catch (IOException refused) {
      throw new UncheckedIOException(refused);
    }
  }

  /** Makes an attack. */
  Answer make(String what, Supplier<Answer> attack) {
    int place = number.incrementAndGet();
    write(place, "INVOKE " + what);
    var answer = attack.get();
    write(place, (answer.in() ? "IN " : "REFUSED ") + answer.status());
    if (answer.in()) {
      in.add(what + " -> " + answer.status());
    }
    if (answer.status() >= 500 && answer.status() != 503) {
      broken.add(what + " -> " + answer.status());
    }
    var given = GIVEN_AWAY.matcher(answer.body() == null ? "" : answer.body());
    if (given.find()) {
      leaks.add(what + " -> " + given.group());
    }
    return answer;
  }

  private synchronized void write(int place, String line) {
    try {
      journal.write(place + " " + line.replaceAll("\\p{Cntrl}", " ").strip() + "\n");
      journal.flush();
    } catch (IOException refused) {
      throw new UncheckedIOException(refused);
    }
  }

  int tried() {
    return number.get();
  }

  /** Prints the counts; fails when somebody got in, something broke or was given away. */
  void assertNobodyIn(String more) {
    Report.line(
        "identity: %s: %d tried, %d in, %d broken, %d answers that give something away%s",
        name, tried(), in.size(), broken.size(), leaks.size(), more);
    assertThat(tried()).isPositive();
    assertThat(in).as("got in").isEmpty();
    assertThat(broken).as("broke").isEmpty();
    assertThat(leaks).as("gave away").isEmpty();
  }

  @Override
  public void close() {
    try {
      journal.close();
    } catch (IOException refused) {
      throw new UncheckedIOException(refused);
    }
  }
}
