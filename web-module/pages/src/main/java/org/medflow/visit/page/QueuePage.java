package org.medflow.visit.page;

import static org.medflow.platform.security.Permission.CHECK_IN_PATIENTS;
import static org.medflow.platform.security.Permission.MANAGE_QUEUE;
import static org.medflow.platform.security.Permission.VIEW_APPOINTMENTS;
import static org.medflow.platform.security.Permission.VIEW_QUEUE;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.medflow.platform.error.ClinicException;
import org.medflow.platform.page.Notes;
import org.medflow.platform.page.Screen;
import org.medflow.platform.security.Actors;
import org.medflow.platform.web.Words;
import org.medflow.queue.boundary.BoardRow;
import org.medflow.queue.boundary.QueueBoard;
import org.medflow.queue.boundary.TicketView;
import org.medflow.queue.entity.Station;
import org.medflow.queue.entity.TicketState;
import org.medflow.scheduling.boundary.Agenda;
import org.medflow.scheduling.boundary.AgendaRow;
import org.medflow.scheduling.boundary.RoomRegister;
import org.medflow.scheduling.boundary.RoomView;
import org.medflow.scheduling.entity.Priority;
import org.medflow.scheduling.entity.RoomStatus;
import org.medflow.visit.boundary.Arrive;
import org.medflow.visit.boundary.FrontDesk;
import org.medflow.visit.boundary.PatientFlow;

/** The queue of today: who waits how long, who is where, whom to call next. */
@Named
@ViewScoped
@Screen(
    path = "/file",
    view = "/visit/queue.xhtml",
    requires = {VIEW_QUEUE, MANAGE_QUEUE},
    nav = 12,
    icon = "pi-clock")
public class QueuePage implements Serializable {

  private static final long serialVersionUID = 1L;

  private static final long QUARTER = 15;
  private static final long HALF = 30;
  private static final Duration LATE = Duration.ofMinutes(15);

  @Inject QueueBoard board;
  @Inject PatientFlow flow;
  @Inject RoomRegister register;
  @Inject Agenda agenda;
  @Inject FrontDesk desk;
  @Inject Notes notes;
  @Inject Words words;
  @Inject Clock clock;

  private List<BoardRow> lines = List.of();
  private List<RoomView> rooms = List.of();
  private List<AgendaRow> expected = List.of();
  private UUID selected;
  private String station = "";
  private UUID room;
  private Priority priority;
  private String next;
  private Integer minutes;

  @PostConstruct
  void open() {
    lines = board.lines();
    rooms = register.all();
    if (Actors.current().may(VIEW_APPOINTMENTS)) {
      expected =
          agenda.days(agenda.today(), 1, null, null).stream()
              .filter(one -> one.status().planned())
              .toList();
    }
  }

  /** She who has this appointment is here. */
  public void arrive(UUID appointment) {
    tell(() -> desk.arrive(new Arrive(appointment, null)).ticket(), "arrived");
  }

  /** Something moved: the lines are read anew, what was chosen stays. */
  public void lookAgain() {
    open();
  }

  public void callNext() {
    tell(() -> flow.callNext(station.isEmpty() ? null : station, room, false), "called");
  }

  /** The one thing that is done most at this line: call, let in, send on, take back. */
  public void act(UUID id) {
    var line = line(id);
    if (line == null) {
      open();
      return;
    }
    switch (line.state()) {
      case WAITING, CALLED -> {
        if (line.state() == TicketState.CALLED) {
          tell(() -> flow.begin(id), "begun");
        } else {
          tell(() -> flow.call(id, null), "called");
        }
      }
      case SERVING -> tell(() -> flow.moveOn(id, null), "moved");
      default -> tell(() -> flow.back(id), "back");
    }
  }

  public void choose(UUID id) {
    selected = id;
    var line = line(id);
    priority = line == null ? null : Priority.valueOf(line.priority());
    room = null;
    next = "";
    minutes = null;
    Focus.on("room");
  }

  public void call() {
    tell(() -> flow.call(selected, room), "called");
  }

  public void rank() {
    tell(() -> flow.rank(selected, priority), "ranked");
  }

  public void send() {
    tell(() -> flow.moveOn(selected, next == null || next.isEmpty() ? null : next), "moved");
  }

  public void dilate() {
    tell(() -> flow.dilate(selected, minutes == null ? 0 : minutes), "dilated");
  }

  public void missed() {
    tell(() -> flow.missed(selected), "missed");
  }

  public void left() {
    tell(() -> flow.leave(selected), "left");
  }

  private void tell(Supplier<TicketView> deed, String what) {
    try {
      var ticket = deed.get();
      open();
      notes.here(words.of("visit.queue.done." + what, ticket.number(), place(ticket)));
    } catch (ClinicException refused) {
      open();
      notes.refused(refused);
    }
  }

  private String place(TicketView ticket) {
    return rooms.stream()
        .filter(known -> known.id().equals(ticket.roomId()))
        .map(known -> known.number() + " " + known.name())
        .findFirst()
        .orElse(words.of("visit.station." + ticket.station()));
  }

  private BoardRow line(UUID id) {
    return lines.stream().filter(one -> one.id().equals(id)).findFirst().orElse(null);
  }

  /** Those who wait, and those who did not come when called. */
  public List<BoardRow> getWaiting() {
    return lines.stream()
        .filter(one -> one.state() == TicketState.WAITING || one.state() == TicketState.MISSED)
        .filter(one -> station.isEmpty() || one.station().equals(station))
        .toList();
  }

  /** Those who are called or in a room. */
  public List<BoardRow> getCare() {
    return lines.stream()
        .filter(one -> one.state() == TicketState.CALLED || one.state() == TicketState.SERVING)
        .toList();
  }

  public BoardRow getChosen() {
    return selected == null ? null : line(selected);
  }

  public long getQuarter() {
    return longer(QUARTER);
  }

  public long getHalf() {
    return longer(HALF);
  }

  /** Average minutes of those who wait. */
  public long getAverage() {
    return Math.round(
        lines.stream()
            .filter(one -> one.state() == TicketState.WAITING)
            .mapToLong(BoardRow::waited)
            .average()
            .orElse(0));
  }

  private long longer(long than) {
    return lines.stream()
        .filter(one -> one.state() == TicketState.WAITING && one.waited() > than)
        .count();
  }

  /** Whose drops have worked and who still waits. */
  public List<BoardRow> getDilated() {
    return lines.stream()
        .filter(one -> one.state() == TicketState.WAITING)
        .filter(one -> one.dilation() != null && one.dilation() == 0)
        .toList();
  }

  public List<RoomView> getFreeRooms() {
    return rooms.stream().filter(one -> one.status() == RoomStatus.AVAILABLE).toList();
  }

  public List<String> getStations() {
    return Arrays.stream(Station.values()).map(Station::code).toList();
  }

  public List<Priority> getPriorities() {
    return List.of(Priority.values());
  }

  /** Whether the reader runs the queue, rather than only her own patients. */
  public boolean isRuns() {
    return Actors.current().may(MANAGE_QUEUE);
  }

  public boolean isReceives() {
    return Actors.current().may(CHECK_IN_PATIENTS) || isRuns();
  }

  public String getStation() {
    return station;
  }

  public void setStation(String station) {
    this.station = station == null ? "" : station;
  }

  /** Today's appointments of people who are not here yet. */
  public List<AgendaRow> getExpected() {
    return expected;
  }

  /** Whether she should have been here a while ago. */
  public boolean late(AgendaRow one) {
    return one.startsAt().plus(LATE).isBefore(clock.instant());
  }

  public UUID getRoom() {
    return room;
  }

  public void setRoom(UUID room) {
    this.room = room;
  }

  public Priority getPriority() {
    return priority;
  }

  public void setPriority(Priority priority) {
    this.priority = priority;
  }

  public String getNext() {
    return next;
  }

  public void setNext(String next) {
    this.next = next;
  }

  public Integer getMinutes() {
    return minutes;
  }

  public void setMinutes(Integer minutes) {
    this.minutes = minutes;
  }
}
