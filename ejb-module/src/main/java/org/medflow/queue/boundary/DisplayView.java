package org.medflow.queue.boundary;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;

/** What a waiting room may see: numbers and rooms, never a person. */
public record DisplayView(String clinic, List<Call> calls, int waiting) implements Serializable {

  /**
   * A number that is called or was let in of late.
   *
   * @param open whether she is still awaited
   */
  public record Call(int number, String room, Instant at, int calls, boolean open)
      implements Serializable {}
}
