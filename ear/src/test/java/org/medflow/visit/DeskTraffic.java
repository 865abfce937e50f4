package org.medflow.visit;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.medflow.harness.ClinicFixture;
import org.medflow.harness.Reply;

/** Desks that let people in and call them, each walk-in under a key of its own. */
final class DeskTraffic implements AutoCloseable {

  private static final int DESKS = 4;
  private static final int BREATH_MILLIS = 100;

  private final ClinicFixture clinic;
  private final AtomicBoolean open = new AtomicBoolean(true);
  private final List<Thread> desks = new ArrayList<>();
  private final Map<String, UUID> known = new ConcurrentHashMap<>();
  private final Map<String, String> tickets = new ConcurrentHashMap<>();
  private final Map<String, JsonObject> unknown = new ConcurrentHashMap<>();

  DeskTraffic(ClinicFixture clinic) {
    this.clinic = clinic;
    clinic.as("receptionist");
    for (int i = 0; i < DESKS; i++) {
      var desk = new Thread(this::work, "queue-desk-" + i);
      desk.start();
      desks.add(desk);
    }
  }

  /** Visits by the keys of the walk-ins that were acknowledged. */
  Map<String, UUID> known() {
    return known;
  }

  /** Walk-ins of which nobody knows what became. */
  Map<String, JsonObject> unknown() {
    return unknown;
  }

  private void work() {
    while (open.get()) {
      var key = UUID.randomUUID().toString();
      var body = body();
      unknown.put(key, body);
      while (!tell(key, body) && open.get()) {
        breathe();
      }
      if (tickets.containsKey(key)) {
        onward(tickets.get(key));
      }
    }
  }

  private synchronized JsonObject body() {
    return Json.createObjectBuilder()
        .add("newcomer", clinic.people().next().registration())
        .add("typeCode", "consultation")
        .build();
  }

  /** Sends a walk-in, again perhaps; true when it was acknowledged. */
  boolean tell(String key, JsonObject body) {
    try {
      var reply =
          clinic.as("receptionist").with("Idempotency-Key", key).post("/queue/walk-ins", body);
      if (reply.status() == 201) {
        known.put(key, UUID.fromString(Day.visit(reply.json())));
        tickets.put(key, Day.ticket(reply.json()));
      }
      if (reply.status() < 500) {
        unknown.remove(key);
      }
      return reply.status() == 201;
    } catch (UncheckedIOException | AssertionError nothingKnown) {
      return false;
    }
  }

  /** Call, let in, on to the next station; whatever is refused meanwhile. */
  private void onward(String ticket) {
    try {
      for (var step : List.of("call", "begin", "move")) {
        Reply reply = clinic.as("receptionist").post("/queue/" + ticket + "/" + step);
        if (reply.status() != 200) {
          return;
        }
      }
    } catch (UncheckedIOException | AssertionError interrupted) {
      breathe();
    }
  }

  private static void breathe() {
    try {
      Thread.sleep(BREATH_MILLIS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    open.set(false);
    for (var desk : desks) {
      try {
        desk.join();
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
