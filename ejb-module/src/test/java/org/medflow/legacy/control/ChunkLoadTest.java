package org.medflow.legacy.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.medflow.legacy.boundary.Claim;
import org.medflow.legacy.boundary.Counts;
import org.medflow.legacy.control.ImportProgressQuery.Progress;
import org.medflow.legacy.control.ImportProgressQuery.Step;
import org.medflow.legacy.control.LegacyMappingQuery.Made;
import org.medflow.legacy.control.LegacyMappingQuery.Mapping;
import org.medflow.legacy.control.LegacyMappingQuery.Source;
import org.medflow.legacy.entity.LegacyTable;
import org.medflow.legacy.entity.Outcome;
import org.medflow.legacy.entity.SourceRow;

class ChunkLoadTest {

  private static final LegacyTable TABLE = LegacyTable.COURRIERTEXTE;

  private final Claim claim = claim(false);
  private final Mappings mappings = new Mappings();
  private final RowsAside aside = new RowsAside();
  private final Notes notes = new Notes();
  private final At at = new At();
  private final Target target = new Target();
  private final ChunkLoad chunk = new ChunkLoad();
  private final RowReading reading = new RowReading();

  @BeforeEach
  void open() {
    chunk.progress = at;
    chunk.mappings = mappings;
    chunk.rows = aside;
    chunk.notes = notes;
    chunk.cells = new Cells();
    chunk.targets =
        new ImportTargets() {
          @Override
          public ImportTarget of(LegacyTable table) {
            return target;
          }
        };
    reading.targets = chunk.targets;
    reading.cells = chunk.cells;
    reading.old = new OldValues();
    chunk.reading = reading;
  }

  @Test
  void bringsNewRowsInAndRemembersWhatStandsForThem() {
    assertThat(load(row(1, "a", "x"), row(2, "b", "y"))).containsOnly(entry(Outcome.CREATED, 2L));
    assertThat(mappings.made).extracting(made -> made.arrival().key()).containsExactly("a", "b");
    assertThat(at.step.ordinal()).isEqualTo(2);
    assertThat(at.step.mark()).isEqualTo("2");
  }

  @Test
  void asksForNewPlansEightTimesRarerEachTime() {
    assertThat(ChunkLoad.grewMuch(0, 3_999)).isFalse();
    assertThat(ChunkLoad.grewMuch(0, 4_000)).isTrue();
    assertThat(ChunkLoad.grewMuch(4_000, 31_999)).isFalse();
    assertThat(ChunkLoad.grewMuch(28_000, 32_000)).isTrue();
    assertThat(ChunkLoad.grewMuch(32_000, 36_000)).isFalse();
    assertThat(ChunkLoad.grewMuch(252_000, 256_001)).isTrue();
  }

  @Test
  void passesOverWhatTheWatermarkHasPassed() {
    at.ordinal = 1;
    assertThat(load(row(1, "a", "x"))).isEmpty();
    assertThat(at.step).isNull();
    assertThat(load(row(1, "a", "x"), row(2, "b", "y"))).containsOnly(entry(Outcome.CREATED, 1L));
    assertThat(target.asked).extracting(Arrival::key).containsExactly("b");
  }

  @Test
  void asksNobodyAboutARowThatSaysTheSame() {
    mappings.know("a", "x", UUID.randomUUID());
    assertThat(load(row(1, "a", "x"))).containsOnly(entry(Outcome.UNCHANGED, 1L));
    assertThat(target.asked).isEmpty();
    assertThat(mappings.seen).hasSize(1);
  }

  @Test
  void asksTheTargetAboutARowThatChanged() {
    mappings.know("a", "old", UUID.randomUUID());
    target.verdict = RowVerdict.done(Outcome.UPDATED, UUID.randomUUID(), 4);
    assertThat(load(row(1, "a", "new"))).containsOnly(entry(Outcome.UPDATED, 1L));
    assertThat(target.asked.get(0).known()).isNotNull();
    assertThat(mappings.changed).containsExactly(4L);
  }

  @Test
  void takesARepeatedRowForTheSame() {
    assertThat(load(row(1, "a", "x"), row(2, "a", "x")))
        .containsOnly(entry(Outcome.CREATED, 1L), entry(Outcome.UNCHANGED, 1L));
    assertThat(mappings.made).hasSize(1);
  }

  @Test
  void doesNotChooseBetweenTwoRowsOfOneKey() {
    assertThat(load(row(1, "a", "x"), row(2, "a", "y")))
        .containsOnly(entry(Outcome.CREATED, 1L), entry(Outcome.REVIEW, 1L));
    assertThat(aside.lines.get(0).verdict().reason()).isEqualTo("key-repeated");
  }

  @Test
  void seesAKeyOfAnEarlierChunkOfTheSameRun() {
    mappings.know("a", "x", claim.run());
    assertThat(load(row(5, "a", "x"))).containsOnly(entry(Outcome.UNCHANGED, 1L));
    assertThat(load(row(6, "a", "y"))).containsOnly(entry(Outcome.REVIEW, 1L));
  }

  @Test
  void asksAgainAboutNothingThatWaitsForAPerson() {
    aside.reviewed.put("a", new byte[0]);
    assertThat(load(row(5, "a", "x"))).containsOnly(entry(Outcome.REVIEW, 1L));
    assertThat(target.asked).isEmpty();
  }

  @Test
  void setsARowAsideThatHasNoKeyOrCannotBeTrusted() {
    var broken = new SourceRow(2, "2", "too-many-columns", Map.of("id", "7"));
    assertThat(load(new SourceRow(1, "1", null, Map.of()), broken))
        .containsOnly(entry(Outcome.INVALID, 2L));
    assertThat(aside.lines)
        .extracting(line -> line.verdict().reason())
        .containsExactly("no-key", "too-many-columns");
    assertThat(aside.lines).allSatisfy(line -> assertThat(line.raw()).isNotEmpty());
  }

  @Test
  void writesNoMappingInADryRun() {
    target.verdict = RowVerdict.done(Outcome.CREATED, null, 0);
    chunk.load(claim(true), TABLE, read(row(1, "a", "x")));
    assertThat(mappings.made).isEmpty();
    assertThat(notes.dry).containsExactly("a");
    chunk.load(claim(true), TABLE, read(row(2, "a", "x")));
    assertThat(target.asked).hasSize(1);
  }

  @Test
  void writesDownARowThatWasRefused() {
    var refused = RowVerdict.aside(Outcome.ERROR, "unexpected");
    assertThat(chunk.setAside(claim, TABLE, read(row(3, "a", "x")).get(0), refused))
        .containsOnly(entry(Outcome.ERROR, 1L));
    assertThat(at.step.ordinal()).isEqualTo(3);
    at.ordinal = 3;
    assertThat(chunk.setAside(claim, TABLE, read(row(3, "a", "x")).get(0), refused)).isEmpty();
  }

  @Test
  void givesTheTargetBackWhatItReadInTheRow() {
    load(row(1, "a", "x"), row(2, "", "y"), row(3, "c", "z"));
    assertThat(target.asked).extracting(arrival -> arrival.read().said()).containsExactly("X", "Z");
  }

  @Test
  void aRowThatBreaksTheReadingBreaksItsChunkOnly() {
    var rows = read(row(1, "a", "x"), row(2, "b", "poison"));
    assertThat(rows).extracting(ReadRow::said).containsExactly("X", null);
    assertThatThrownBy(() -> chunk.load(claim, TABLE, rows)).hasMessage("broken");
    assertThat(chunk.load(claim, TABLE, rows.subList(0, 1))).containsKey(Outcome.CREATED);
    var error = RowVerdict.aside(Outcome.ERROR, "unexpected");
    assertThat(chunk.setAside(claim, TABLE, rows.get(1), error)).containsKey(Outcome.ERROR);
  }

  private Map<Outcome, Long> load(SourceRow... rows) {
    return chunk.load(claim, TABLE, read(rows));
  }

  private List<ReadRow> read(SourceRow... rows) {
    return reading.read(TABLE, List.of(rows));
  }

  private static SourceRow row(long ordinal, String key, String text) {
    return new SourceRow(ordinal, Long.toString(ordinal), null, Map.of("id", key, "texte", text));
  }

  private static Claim claim(boolean dry) {
    return new Claim(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), dry);
  }

  private static byte[] hash(String text) {
    return text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
  }

  private static final class Cells extends SealedCells {
    @Override
    byte[] hash(LegacyTable table, SourceRow row) {
      return ChunkLoadTest.hash(String.valueOf(row.cell("texte")));
    }

    @Override
    byte[] seal(String place, UUID id, SourceRow row) {
      return new byte[] {1};
    }
  }

  private static final class At extends ImportProgressQuery {
    long ordinal;
    Step step;

    @Override
    Progress held(UUID run, LegacyTable table) {
      var none = new Counts(0, 0, 0, 0, 0, 0, 0);
      var totals = new Totals();
      return new Progress(
          table, "staged", "LOADING", -1, null, ordinal, null, none, totals, totals, totals, null,
          null);
    }

    @Override
    void move(UUID run, Progress from, Step next) {
      step = next;
    }
  }

  private static final class Target implements ImportTarget {
    final List<Arrival> asked = new ArrayList<>();
    RowVerdict verdict;

    @Override
    public boolean takes(LegacyTable table) {
      return true;
    }

    @Override
    public String type() {
      return "staged";
    }

    @Override
    public List<String> read(LegacyTable table, List<SourceRow> rows) {
      return rows.stream().map(row -> said(row.cell("texte"))).toList();
    }

    private static String said(String text) {
      if ("poison".equals(text)) {
        throw new IllegalArgumentException("broken");
      }
      return text.toUpperCase(java.util.Locale.ROOT);
    }

    @Override
    public List<RowVerdict> load(ImportChunk chunk) {
      asked.addAll(chunk.arrivals());
      return chunk.arrivals().stream()
          .map(
              any ->
                  verdict == null
                      ? RowVerdict.done(Outcome.CREATED, UUID.randomUUID(), 0)
                      : verdict)
          .toList();
    }

    @Override
    public List<UUID> remove(Map<UUID, Long> versions) {
      return List.of();
    }

    @Override
    public Optional<Long> restore(UUID id, long version, byte[] before) {
      return Optional.empty();
    }
  }

  private static final class Mappings extends LegacyMappingQuery {
    final List<Made> made = new ArrayList<>();
    final List<UUID> seen = new ArrayList<>();
    final List<Long> changed = new ArrayList<>();
    private final Map<String, Mapping> known = new LinkedHashMap<>();

    void know(String key, String text, UUID lastRun) {
      var source = new Source(TABLE.system(), TABLE.title(), key);
      known.put(
          key,
          new Mapping(UUID.randomUUID(), source, UUID.randomUUID(), 3, hash(text), lastRun, null));
    }

    @Override
    Map<String, Mapping> find(LegacyTable table, Collection<String> keys) {
      var found = new HashMap<>(known);
      found.keySet().retainAll(keys);
      return found;
    }

    @Override
    void add(Claim claim, LegacyTable table, List<Made> more) {
      made.addAll(more);
    }

    @Override
    void seen(UUID run, Collection<UUID> mappings) {
      seen.addAll(mappings);
    }

    @Override
    void changed(UUID mapping, UUID run, long version, byte[] hash) {
      changed.add(version);
    }
  }

  private static final class RowsAside extends ImportRowQuery {
    final List<Line> lines = new ArrayList<>();
    final Map<String, byte[]> reviewed = new HashMap<>();

    @Override
    void add(Claim claim, LegacyTable table, List<Line> more) {
      lines.addAll(more);
    }

    @Override
    Map<String, byte[]> reviewed(UUID run, LegacyTable table, Collection<String> keys) {
      var found = new HashMap<>(reviewed);
      found.keySet().retainAll(keys);
      return found;
    }

    @Override
    void supersede(Claim claim, LegacyTable table, Collection<String> keys) {
      assertThat(keys).doesNotContainNull();
    }
  }

  private static final class Notes extends ImportNoteQuery {
    final List<String> dry = new ArrayList<>();
    private final Map<String, byte[]> hashes = new HashMap<>();

    @Override
    void dry(Claim claim, String table, List<DryKey> keys) {
      keys.forEach(
          key -> {
            dry.add(key.key());
            hashes.put(key.key(), key.hash());
          });
    }

    @Override
    Map<String, byte[]> dryKeys(UUID run, Collection<String> tables, Collection<String> keys) {
      var found = new HashMap<>(hashes);
      found.keySet().retainAll(keys);
      return found;
    }
  }
}
