package org.medflow.queue.boundary;

import java.io.Serializable;
import java.util.List;

/**
 * How the queue of one or more days went. Waits in minutes, from the arrival to the first call or
 * to now.
 *
 * @param half how many of those still waiting have waited longer than 30 minutes
 */
public record QueueFigures(
    long arrived,
    long waiting,
    long quarter,
    long half,
    long inCare,
    long done,
    long missed,
    long left,
    Double averageWait,
    Double longestWait,
    List<Hour> hours,
    List<Share> providers,
    List<Share> stations)
    implements Serializable {

  /** Arrivals in an hour of the clinic's day. */
  public record Hour(int hour, long arrivals) implements Serializable {}

  /** One provider or station: how many, and their average wait. */
  public record Share(String name, long people, Double averageWait) implements Serializable {}
}
