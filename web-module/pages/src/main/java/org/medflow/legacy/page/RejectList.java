package org.medflow.legacy.page;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.medflow.legacy.boundary.ReasonCount;
import org.medflow.legacy.boundary.RejectDesk;
import org.medflow.legacy.boundary.RejectFilter;
import org.medflow.legacy.boundary.RejectView;

/** The rows on the screen: as many slices as were asked for, the chosen reason, the chosen row. */
public class RejectList implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final int SLICE = 50;

  private final RejectDesk rejects;
  private final UUID run;
  private final List<RejectView> rows = new ArrayList<>();

  private List<ReasonCount> reasons = List.of();
  private String table;
  private String outcome;
  private String reason;
  private boolean settled;
  private String next;
  private RejectView selected;

  RejectList(RejectDesk rejects, UUID run) {
    this.rejects = rejects;
    this.run = run;
  }

  void choose(String table, String outcome, String reason) {
    this.table = table;
    this.outcome = outcome;
    this.reason = reason;
    reload();
  }

  void reload() {
    rows.clear();
    selected = null;
    next = null;
    reasons = rejects.reasons(run);
    more();
  }

  void more() {
    var page = rejects.list(run, new RejectFilter(table, outcome, reason, !settled), next, SLICE);
    rows.addAll(page.data());
    next = page.next();
  }

  /** A row was decided on: it goes from a list of open ones, and the one behind it is chosen. */
  void settled(RejectView now) {
    reasons = rejects.reasons(run);
    int at = place(now.id());
    if (at < 0) {
      return;
    }
    if (now.resolution() == null || settled) {
      rows.set(at, now);
      selected = now;
    } else {
      rows.remove(at);
      if (at == rows.size() && next != null) {
        more();
      }
      selected = rows.isEmpty() ? null : rows.get(Math.min(at, rows.size() - 1));
    }
  }

  private int place(UUID id) {
    for (int at = 0; at < rows.size(); at++) {
      if (rows.get(at).id().equals(id)) {
        return at;
      }
    }
    return -1;
  }

  /** Whether this is the chip that is pressed. */
  public boolean chosen(ReasonCount chip) {
    return Objects.equals(chip.table(), table)
        && Objects.equals(chip.outcome(), outcome)
        && Objects.equals(chip.reason(), reason);
  }

  public boolean isUnfiltered() {
    return table == null && outcome == null && reason == null;
  }

  public long getTotal() {
    return reasons.stream().mapToLong(ReasonCount::rows).sum();
  }

  public List<ReasonCount> getReasons() {
    return reasons;
  }

  public List<RejectView> getRows() {
    return rows;
  }

  public boolean isMore() {
    return next != null;
  }

  public boolean isSettled() {
    return settled;
  }

  public void setSettled(boolean settled) {
    this.settled = settled;
  }

  public RejectView getSelected() {
    return selected;
  }

  public void setSelected(RejectView selected) {
    this.selected = selected;
  }
}
