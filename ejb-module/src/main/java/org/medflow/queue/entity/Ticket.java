package org.medflow.queue.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.medflow.platform.error.Conflict;

/**
 * One place in the queue of a day: waiting at a station, called into a room (once and three times
 * again), served there, then waiting at the next station, until the way ends. Whoever does not come
 * is missed and may come back; whoever goes home has left. The number is the day's, the rank is
 * made by the database from the priority.
 */
@Entity
@Table(name = "queue_ticket")
public class Ticket {

  /** The first call and three more. */
  public static final int CALLS = 4;

  @Id private UUID id;

  @Column(name = "clinic_id")
  private UUID clinicId;

  private LocalDate day;
  private int number;

  @Column(name = "visit_id")
  private UUID visitId;

  @Column(name = "patient_id")
  private UUID patientId;

  private UUID provider;
  private String priority;

  @Enumerated(EnumType.STRING)
  private TicketState state;

  private String station;

  @Column(name = "station_since")
  private Instant stationSince;

  @Column(name = "arrived_at")
  private Instant arrivedAt;

  @Column(name = "room_id")
  private UUID roomId;

  private int calls;

  @Column(name = "called_at")
  private Instant calledAt;

  @Column(name = "first_called_at")
  private Instant firstCalledAt;

  @Column(name = "called_by")
  private UUID calledBy;

  @Column(name = "served_at")
  private Instant servedAt;

  @Column(name = "dilated_till")
  private Instant dilatedTill;

  @Column(name = "waited_secs")
  private long waitedSecs;

  @Column(name = "ended_at")
  private Instant endedAt;

  @Version private long version;

  protected Ticket() {}

  /** A new place at the first station. */
  public static Ticket issue(UUID id, Who who, int number, Station first, Instant now) {
    var ticket = new Ticket();
    ticket.id = id;
    ticket.clinicId = who.clinic();
    ticket.day = who.day();
    ticket.number = number;
    ticket.visitId = who.visit();
    ticket.patientId = who.patient();
    ticket.provider = who.provider();
    ticket.priority = who.priority();
    ticket.state = TicketState.WAITING;
    ticket.station = first.code();
    ticket.stationSince = now;
    ticket.arrivedAt = now;
    return ticket;
  }

  /** Whose place it is. */
  public record Who(
      UUID clinic, LocalDate day, UUID visit, UUID patient, UUID provider, String priority) {}

  /** Calls into a room, or once more; nobody is called more than four times. */
  public void call(UUID room, UUID by, Instant now) {
    demand(TicketState.WAITING, TicketState.CALLED);
    if (calls >= CALLS) {
      throw new Conflict("recalls-used");
    }
    if (state == TicketState.WAITING) {
      waitedSecs += Duration.between(stationSince, now).toSeconds();
    }
    state = TicketState.CALLED;
    roomId = room;
    calls++;
    calledAt = now;
    firstCalledAt = firstCalledAt == null ? now : firstCalledAt;
    calledBy = by;
  }

  /** She came in: the care at this station begins. */
  public void begin(Instant now) {
    demand(TicketState.CALLED);
    state = TicketState.SERVING;
    servedAt = now;
  }

  /** On to the next station. */
  public void moveTo(Station next, Instant now) {
    demand(TicketState.WAITING, TicketState.CALLED, TicketState.SERVING);
    if (state == TicketState.WAITING) {
      waitedSecs += Duration.between(stationSince, now).toSeconds();
    }
    wait(next.code(), now);
  }

  /** Called and not come. */
  public void missed() {
    demand(TicketState.CALLED);
    state = TicketState.MISSED;
    roomId = null;
  }

  /** Back after all, with the place of her arrival. */
  public void back(Instant now) {
    demand(TicketState.MISSED);
    wait(station, now);
  }

  /** Gone home without having been seen to the end. */
  public void leave(Instant now) {
    demand(TicketState.WAITING, TicketState.CALLED, TicketState.MISSED);
    end(TicketState.LEFT, now);
  }

  /** The way is at its end. */
  public void finish(Instant now) {
    demand(TicketState.WAITING, TicketState.CALLED, TicketState.SERVING);
    end(TicketState.DONE, now);
  }

  /** The drops were given and work until then. */
  public void dilate(Instant till) {
    demand(TicketState.WAITING, TicketState.CALLED, TicketState.SERVING);
    dilatedTill = till;
  }

  public void rank(String now) {
    demand(TicketState.WAITING, TicketState.CALLED, TicketState.MISSED);
    priority = now;
  }

  /** Whoever calls somebody that nobody was named for will see her. */
  public void assign(UUID who) {
    provider = who;
  }

  private void wait(String where, Instant now) {
    state = TicketState.WAITING;
    station = where;
    stationSince = now;
    roomId = null;
    calls = 0;
  }

  private void end(TicketState last, Instant now) {
    state = last;
    endedAt = now;
    roomId = null;
  }

  private void demand(TicketState... allowed) {
    if (!Set.of(allowed).contains(state)) {
      throw new Conflict("ticket-state", Map.of("state", state.name()));
    }
  }

  public UUID id() {
    return id;
  }

  public int number() {
    return number;
  }

  public UUID visit() {
    return visitId;
  }

  public UUID patient() {
    return patientId;
  }

  public UUID provider() {
    return provider;
  }

  public String priority() {
    return priority;
  }

  public TicketState state() {
    return state;
  }

  public String station() {
    return station;
  }

  public UUID room() {
    return roomId;
  }

  public int calls() {
    return calls;
  }

  public Instant dilatedTill() {
    return dilatedTill;
  }

  public Instant arrivedAt() {
    return arrivedAt;
  }

  public long version() {
    return version;
  }
}
