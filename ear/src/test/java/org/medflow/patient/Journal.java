package org.medflow.patient;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.medflow.harness.Person;

/**
 * What the driver asked for and what it was told, written before it asks the next thing. It lies
 * outside the system, so that no crash in there can change it.
 */
final class Journal implements AutoCloseable {

  /** What the driver knows of one registration. */
  enum Word {
    INVOKED,
    OK,
    FAIL,
    UNKNOWN
  }

  /** One registration with its key; {@code id} once it was acknowledged. */
  record Entry(int number, Person person, String key, Word word, UUID id) {
    Entry told(Word news, UUID made) {
      return new Entry(number, person, key, news, made);
    }
  }

  private final Map<Integer, Entry> entries = new ConcurrentHashMap<>();
  private final BufferedWriter file;

  Journal(Path path) {
    try {
      Files.createDirectories(path.getParent());
      file = Files.newBufferedWriter(path);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  Entry invoke(int number, Person person, String key) {
    var entry = new Entry(number, person, key, Word.INVOKED, null);
    write(entry);
    return entry;
  }

  void told(Entry entry, Word word, UUID id) {
    write(entry.told(word, id));
  }

  private synchronized void write(Entry entry) {
    entries.put(entry.number(), entry);
    try {
      file.write("%d %s %s %s\n".formatted(entry.number(), entry.word(), entry.key(), entry.id()));
      file.flush();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  List<Entry> all() {
    return new ArrayList<>(entries.values());
  }

  List<Entry> all(Word word) {
    return entries.values().stream().filter(entry -> entry.word() == word).toList();
  }

  @Override
  public void close() {
    try {
      file.close();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
