package org.medflow.patient;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.medflow.harness.ClinicFixture;
import org.medflow.harness.Person;

/** A desk that changes the addresses of the same people over and over. */
final class Amending implements AutoCloseable {

  private static final long BREATH_MILLIS = 400;

  /** Somebody who is registered. */
  record Known(UUID id, Person person) {}

  private final ClinicFixture clinic;
  private final List<Known> people;
  private final Map<UUID, String> acknowledged = new ConcurrentHashMap<>();
  private final AtomicInteger changes = new AtomicInteger();
  private final AtomicBoolean open = new AtomicBoolean(true);
  private final Thread desk = new Thread(this::work, "amending");

  Amending(ClinicFixture clinic, List<Known> people) {
    this.clinic = clinic;
    this.people = people;
    desk.start();
  }

  private void work() {
    while (open.get()) {
      people.forEach(this::change);
    }
  }

  /** After an answer that did not come, nobody knows which address she has. */
  private void change(Known known) {
    var email = "change.%d@exemple.cd".formatted(changes.get());
    try {
      var path = "/patients/" + known.id();
      var caller = clinic.as("receptionist");
      var read = caller.get(path);
      var answer = caller.with("If-Match", read.etag()).patch(path, amendment(email));
      if (answer.status() != 200) {
        throw new AssertionError(answer.toString());
      }
      acknowledged.put(known.id(), email);
      changes.incrementAndGet();
    } catch (UncheckedIOException | AssertionError nothingKnown) {
      acknowledged.remove(known.id());
      breathe();
    }
  }

  private static jakarta.json.JsonObject amendment(String email) {
    return Json.createObjectBuilder()
        .add("person", Json.createObjectBuilder().add("email", email))
        .build();
  }

  private static void breathe() {
    try {
      Thread.sleep(BREATH_MILLIS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  int changes() {
    return changes.get();
  }

  /** Everybody has the address that was acknowledged last. */
  void check() {
    assertThat(acknowledged).hasSameSizeAs(people);
    acknowledged.forEach(
        (id, email) ->
            assertThat(clinic.as("receptionist").get("/patients/" + id).json().getString("email"))
                .isEqualTo(email));
  }

  @Override
  public void close() {
    open.set(false);
    try {
      desk.join();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    people.forEach(this::change);
  }
}
