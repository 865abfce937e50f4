package org.medflow.legacy.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.medflow.patient.boundary.TimelineEntry;

class LegacyMergeTest {

  private static final UUID DUPLICATE = UUID.randomUUID();
  private static final UUID SURVIVOR = UUID.randomUUID();
  private static final UUID OWN = UUID.randomUUID();
  private static final UUID MOVED = UUID.randomUUID();

  private final Mappings mappings = new Mappings();
  private final LegacyMerge merge = new LegacyMerge();

  @BeforeEach
  void open() {
    merge.mappings = mappings;
    mappings.targets.putAll(Map.of(OWN, SURVIVOR, MOVED, DUPLICATE));
  }

  @Test
  void takesOldNumbersAlong() {
    assertThat(merge.move(DUPLICATE, SURVIVOR)).containsExactly(MOVED);
    assertThat(mappings.targets).containsEntry(MOVED, SURVIVOR);
  }

  @Test
  void givesExactlyThoseBackThatItTook() {
    merge.moveBack(merge.move(DUPLICATE, SURVIVOR), DUPLICATE, SURVIVOR);
    assertThat(mappings.targets)
        .containsExactlyInAnyOrderEntriesOf(Map.of(OWN, SURVIVOR, MOVED, DUPLICATE));
  }

  @Test
  void tellsTheRecordWhereItCameFrom() {
    var timeline = new LegacyTimeline();
    timeline.mappings = mappings;
    assertThat(timeline.entries(DUPLICATE, 5))
        .containsExactly(
            new TimelineEntry(
                Instant.EPOCH,
                "import",
                "patient.timeline.import",
                List.of("90001A01", "LV"),
                null,
                null));
  }

  private static class Mappings extends LegacyMappingQuery {
    final Map<UUID, UUID> targets = new HashMap<>();

    @Override
    List<UUID> move(UUID from, UUID to) {
      var moved = targets.keySet().stream().filter(id -> targets.get(id).equals(from)).toList();
      moveBack(moved, to);
      return moved;
    }

    @Override
    void moveBack(List<UUID> rows, UUID first) {
      rows.forEach(row -> targets.put(row, first));
    }

    @Override
    List<Mapping> ofTarget(UUID target, int most) {
      var source = new Source("lv", "LV_Patients", "90001A01");
      return List.of(
          new Mapping(UUID.randomUUID(), source, target, 0, new byte[0], null, Instant.EPOCH));
    }
  }
}
