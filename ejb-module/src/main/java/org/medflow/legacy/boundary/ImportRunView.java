package org.medflow.legacy.boundary;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A run.
 *
 * @param system {@code lv} or {@code carevision}
 * @param clinic code of the clinic
 * @param status name of a {@link org.medflow.legacy.entity.RunStatus}
 * @param failure why it failed, for example {@code source-changed}; null unless it did
 * @param undone records taken back by a rollback; {@code kept} those that stayed, because somebody
 *     worked with them since
 * @param openRejects rows set aside that nobody decided about yet
 */
public record ImportRunView(
    UUID run,
    String source,
    String system,
    String clinic,
    boolean dryRun,
    String status,
    Instant startedAt,
    Instant endedAt,
    String failure,
    long undone,
    long kept,
    long openRejects,
    List<Stage> stages)
    implements Serializable {

  /**
   * One table of the run.
   *
   * @param target {@code patient}, {@code appointment} or {@code staged}
   * @param state WAITING, LOADING or DONE
   * @param expected rows counted before the start, -1 when not known
   * @param mark the key or line behind which it goes on
   * @param perSecond rows a second since this table began, 0 before
   */
  public record Stage(
      String table,
      String target,
      String state,
      long expected,
      String mark,
      long perSecond,
      Counts counts)
      implements Serializable {}
}
