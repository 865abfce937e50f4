package org.medflow.visit.page;

import static org.medflow.platform.security.Permission.MANAGE_QUEUE;
import static org.medflow.platform.security.Permission.VIEW_APPOINTMENTS;
import static org.medflow.platform.security.Permission.VIEW_QUEUE;
import static org.medflow.platform.security.Permission.VIEW_REPORTS;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.medflow.platform.security.Actors;
import org.medflow.queue.boundary.BoardRow;
import org.medflow.queue.boundary.QueueBoard;
import org.medflow.queue.boundary.QueueFigures;
import org.medflow.queue.entity.TicketState;
import org.medflow.scheduling.boundary.Agenda;
import org.medflow.scheduling.boundary.AgendaRow;

/** The queue on the first page: the next few for those who work with it, figures for managers. */
@Named
@RequestScoped
public class DayPage {

  private static final int SHOWN = 6;

  @Inject QueueBoard board;
  @Inject Agenda agenda;

  private boolean queue;
  private List<BoardRow> waiting = List.of();
  private QueueFigures figures;
  private List<AgendaRow> planned = List.of();

  @PostConstruct
  void open() {
    var caller = Actors.current();
    queue = caller.may(VIEW_QUEUE) || caller.may(MANAGE_QUEUE);
    if (queue) {
      waiting = board.lines().stream().filter(one -> one.state() == TicketState.WAITING).toList();
    }
    if (caller.may(VIEW_APPOINTMENTS)) {
      planned =
          agenda.days(agenda.today(), 1, null, null).stream()
              .filter(one -> one.status().planned())
              .toList();
    }
    if (caller.may(VIEW_REPORTS) || caller.may(MANAGE_QUEUE)) {
      figures = board.figures(null, null);
    }
  }

  /** Whether the reader works with the queue. */
  public boolean isQueue() {
    return queue;
  }

  /** The first few who wait. */
  public List<BoardRow> getNext() {
    return waiting.stream().limit(SHOWN).toList();
  }

  /** The next few appointments of today. */
  public List<AgendaRow> getPlanned() {
    return planned.stream().limit(SHOWN).toList();
  }

  /** How many appointments are still to come today. */
  public int getComing() {
    return planned.size();
  }

  public int getWaiting() {
    return waiting.size();
  }

  /** Today's figures; null for whoever may not see them. */
  public QueueFigures getFigures() {
    return figures;
  }

  /** Whole minutes, a dash when there is nothing to count. */
  public String minutes(Double average) {
    return average == null ? "–" : String.valueOf(Math.round(average));
  }
}
