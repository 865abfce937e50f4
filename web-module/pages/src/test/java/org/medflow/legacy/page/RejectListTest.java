package org.medflow.legacy.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.medflow.legacy.boundary.ReasonCount;
import org.medflow.legacy.boundary.RejectDesk;
import org.medflow.legacy.boundary.RejectFilter;
import org.medflow.legacy.boundary.RejectView;
import org.medflow.platform.Page;

class RejectListTest {

  private static final UUID RUN = new UUID(1, 1);

  private final Desk desk = new Desk();
  private final RejectList list = new RejectList(desk, RUN);

  @BeforeEach
  void open() {
    list.choose(null, null, null);
  }

  @Test
  void showsOpenRowsASliceAtATime() {
    assertThat(list.getRows()).hasSize(50);
    assertThat(desk.asked.open()).isTrue();
    assertThat(list.isMore()).isTrue();
    list.more();
    assertThat(list.getRows()).extracting(RejectView::ordinal).doesNotHaveDuplicates().hasSize(60);
    assertThat(list.isMore()).isFalse();
  }

  @Test
  void narrowsTheListToAChip() {
    var chip = new ReasonCount("LV_Patients", "INVALID", "no-key", 12);
    list.choose(chip.table(), chip.outcome(), chip.reason());
    assertThat(desk.asked).isEqualTo(new RejectFilter("LV_Patients", "INVALID", "no-key", true));
    assertThat(list.chosen(chip)).isTrue();
    assertThat(list.isUnfiltered()).isFalse();
    assertThat(list.getTotal()).isEqualTo(12);
  }

  @Test
  void opensTheRowBehindOneThatIsSettled() {
    var first = list.getRows().get(0);
    var second = list.getRows().get(1);
    list.setSelected(first);
    list.settled(resolved(first, "IGNORED"));
    assertThat(list.getRows()).doesNotContain(first).hasSize(49);
    assertThat(list.getSelected()).isEqualTo(second);
  }

  @Test
  void fetchesTheNextSliceBehindTheLastRow() {
    list.settled(resolved(list.getRows().get(49), "IGNORED"));
    assertThat(list.getRows()).hasSize(59);
    assertThat(list.getSelected().ordinal()).isEqualTo(50);
  }

  @Test
  void choosesNothingWhenTheListIsEmpty() {
    list.more();
    for (var row : List.copyOf(list.getRows())) {
      list.settled(resolved(row, "IGNORED"));
    }
    assertThat(list.getRows()).isEmpty();
    assertThat(list.getSelected()).isNull();
  }

  @Test
  void keepsARowThatIsStillRefused() {
    var row = list.getRows().get(3);
    var again = new RejectView(row.id(), "t", "k", row.ordinal(), "REVIEW", "new", null, null);
    list.settled(again);
    assertThat(list.getRows()).hasSize(50);
    assertThat(list.getRows().get(3).reason()).isEqualTo("new");
    assertThat(list.getSelected()).isEqualTo(again);
  }

  @Test
  void keepsSettledRowsWhenTheyAreShown() {
    list.setSettled(true);
    list.reload();
    assertThat(desk.asked.open()).isFalse();
    list.settled(resolved(list.getRows().get(0), "LINKED"));
    assertThat(list.getRows()).hasSize(50);
    assertThat(list.getRows().get(0).resolution()).isEqualTo("LINKED");
  }

  @Test
  void ignoresARowThatIsNotOnTheScreen() {
    list.settled(resolved(row(500), "IGNORED"));
    assertThat(list.getRows()).hasSize(50);
    assertThat(list.getSelected()).isNull();
  }

  static RejectView row(long ordinal) {
    return new RejectView(
        new UUID(9, ordinal),
        "LV_Patients",
        "k" + ordinal,
        ordinal,
        "INVALID",
        "no-key",
        null,
        null);
  }

  static RejectView resolved(RejectView row, String how) {
    return new RejectView(
        row.id(),
        row.table(),
        row.sourceKey(),
        row.ordinal(),
        row.outcome(),
        row.reason(),
        how,
        Instant.EPOCH);
  }

  private static class Desk extends RejectDesk {

    private RejectFilter asked;

    @Override
    public Page<RejectView> list(UUID run, RejectFilter filter, String cursor, int size) {
      asked = filter;
      int from = cursor == null ? 0 : Integer.parseInt(cursor);
      var rows =
          new ArrayList<>(
              IntStream.range(from, Math.min(60, from + size))
                  .mapToObj(RejectListTest::row)
                  .toList());
      return new Page<>(rows, from + size < 60 ? String.valueOf(from + size) : null, size);
    }

    @Override
    public List<ReasonCount> reasons(UUID run) {
      return List.of(new ReasonCount("LV_Patients", "INVALID", "no-key", 12));
    }
  }
}
