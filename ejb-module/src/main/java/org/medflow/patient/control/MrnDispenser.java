package org.medflow.patient.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.LongStream;
import org.medflow.platform.number.Numbering;

/**
 * Hands out patient numbers {@code PAT<year><six digits or more>}. A number is taken before the
 * registration's transaction begins, so that nobody waits for the counter while holding a
 * connection; the number of a refused registration is handed out again.
 */
@ApplicationScoped
public class MrnDispenser {

  @Inject Numbering numbering;

  private final Map<Integer, Queue<String>> returned = new ConcurrentHashMap<>();

  public String take(int year) {
    var again = queue(year).poll();
    return again == null ? mrn(year, numbering.next("patient", String.valueOf(year))) : again;
  }

  /** So many numbers at once, for registrations that come in bulk. */
  public List<String> take(int year, int count) {
    long first = numbering.next("patient", String.valueOf(year), count);
    return LongStream.range(first, first + count).mapToObj(number -> mrn(year, number)).toList();
  }

  /** Gives back a number that surely was not written down. */
  public void giveBack(int year, String mrn) {
    queue(year).add(mrn);
  }

  static String mrn(int year, long number) {
    var digits = Long.toString(number);
    return "PAT" + year + "0".repeat(Math.max(0, 6 - digits.length())) + digits;
  }

  private Queue<String> queue(int year) {
    return returned.computeIfAbsent(year, any -> new ConcurrentLinkedQueue<>());
  }
}
