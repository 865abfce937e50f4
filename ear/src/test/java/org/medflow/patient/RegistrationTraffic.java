package org.medflow.patient;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.medflow.harness.ClinicFixture;
import org.medflow.harness.People;
import org.medflow.harness.Reply;
import org.medflow.patient.Journal.Entry;
import org.medflow.patient.Journal.Word;

/** Desks that register one person after the other, whatever happens to the machine under them. */
final class RegistrationTraffic implements AutoCloseable {

  private static final int DESKS = 6;
  private static final long BREATH_MILLIS = 400;

  private final ClinicFixture clinic;
  private final Journal journal;
  private final People people;
  private final Random keys;
  private final AtomicInteger numbers = new AtomicInteger();
  private final AtomicBoolean open = new AtomicBoolean(true);
  private final List<Thread> desks = new ArrayList<>();

  RegistrationTraffic(ClinicFixture clinic, Journal journal, long seed) {
    this.clinic = clinic;
    this.journal = journal;
    this.people = new People(seed);
    this.keys = new Random(seed);
    clinic.as("receptionist");
    for (int i = 0; i < DESKS; i++) {
      var desk = new Thread(this::work, "desk-" + i);
      desk.start();
      desks.add(desk);
    }
  }

  private void work() {
    while (open.get()) {
      var word = tell(next());
      if (word == Word.UNKNOWN) {
        breathe();
      }
    }
  }

  private synchronized Entry next() {
    int number = numbers.incrementAndGet();
    var person = people.next();
    var name = person.lastName() + letters(number);
    var unique = person.named(name, person.postName(), person.firstName());
    return journal.invoke(number, unique, new UUID(keys.nextLong(), keys.nextLong()).toString());
  }

  /**
   * Sends a registration (again) and writes down what is known then; a sign-in that was refused
   * meanwhile says nothing about it either.
   */
  Word tell(Entry entry) {
    try {
      var reply =
          clinic
              .as("receptionist")
              .with("Idempotency-Key", entry.key())
              .post("/patients", entry.person().registration());
      var word = word(reply);
      journal.told(entry, word, word == Word.OK ? reply.id() : null);
      return word;
    } catch (UncheckedIOException | AssertionError nothingKnown) {
      journal.told(entry, Word.UNKNOWN, null);
      return Word.UNKNOWN;
    }
  }

  private static Word word(Reply reply) {
    if (reply.status() == 201) {
      return Word.OK;
    }
    return reply.status() < 500 ? Word.FAIL : Word.UNKNOWN;
  }

  private static void breathe() {
    try {
      Thread.sleep(BREATH_MILLIS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  /** A number in letters, so that every family name occurs once. */
  private static String letters(int number) {
    var text = new StringBuilder();
    for (int rest = number; rest > 0; rest /= 20) {
      text.append("bcdfghjklmnprstvwxyz".charAt(rest % 20)).append('a');
    }
    return text.toString();
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
