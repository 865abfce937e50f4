package org.medflow.legacy.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.medflow.legacy.boundary.Claim;
import org.medflow.legacy.control.ImportNoteQuery.DryKey;
import org.medflow.legacy.control.ImportProgressQuery.Step;
import org.medflow.legacy.control.ImportRowQuery.Line;
import org.medflow.legacy.control.LegacyMappingQuery.Made;
import org.medflow.legacy.control.LegacyMappingQuery.Mapping;
import org.medflow.legacy.entity.LegacyTable;
import org.medflow.legacy.entity.Outcome;
import org.medflow.legacy.entity.SourceRow;
import org.medflow.platform.Ids;
import org.medflow.platform.vault.Vault;

/**
 * Takes the rows of one chunk in, in the caller's transaction: what is known and unchanged is
 * passed over, a key that comes twice in one run is never guessed about, everything else is the
 * target's; then the mapping, the rows set aside, the counts and the watermark are written, all
 * together or not at all.
 */
@ApplicationScoped
public class ChunkLoad {

  static final String ROW = "legacy.import_row";
  static final String BEFORE = "legacy.before_image";

  @Inject ImportTargets targets;
  @Inject ImportProgressQuery progress;
  @Inject LegacyMappingQuery mappings;
  @Inject ImportRowQuery rows;
  @Inject ImportNoteQuery notes;
  @Inject SealedCells cells;
  @Inject Vault vault;
  @Inject RowReading reading;

  /** Rows up to the watermark were taken in before and are passed over. */
  public Map<Outcome, Long> load(Claim claim, LegacyTable table, List<ReadRow> read) {
    var at = progress.held(claim.run(), table);
    var fresh = read.stream().filter(one -> one.row().ordinal() > at.ordinal()).toList();
    if (fresh.isEmpty()) {
      return Map.of();
    }
    var verdicts = verdicts(claim, table, fresh);
    write(claim, table, verdicts);
    return move(claim, at, verdicts);
  }

  /** Writes down a row about which nothing more is decided. */
  public Map<Outcome, Long> setAside(
      Claim claim, LegacyTable table, ReadRow read, RowVerdict verdict) {
    var at = progress.held(claim.run(), table);
    if (read.row().ordinal() <= at.ordinal()) {
      return Map.of();
    }
    var verdicts = Map.of(new Arrival(read, null, false), verdict);
    write(claim, table, verdicts);
    return move(claim, at, verdicts);
  }

  /** The verdict on one row that a person, or the engine itself, tries again. */
  RowVerdict retry(Claim claim, LegacyTable table, SourceRow row, boolean sure) {
    var read = whole(reading.one(table, row));
    if (read.problem() != null) {
      return RowVerdict.aside(Outcome.INVALID, read.problem());
    }
    var known = mappings.find(table, List.of(read.key())).get(read.key());
    var arrival = new Arrival(read, known, sure);
    var verdict = asked(claim, table, List.of(arrival)).get(arrival);
    keep(claim, table, Map.of(arrival, verdict));
    return verdict;
  }

  /** A row that could not be read ends the chunk; taken alone, it is set aside for it. */
  private static ReadRow whole(ReadRow read) {
    if (read.failure() != null) {
      throw read.failure();
    }
    return read;
  }

  private Map<Arrival, RowVerdict> verdicts(Claim claim, LegacyTable table, List<ReadRow> fresh) {
    var keys = new LinkedHashSet<String>();
    fresh.forEach(one -> keys.add(whole(one).key()));
    keys.remove(null);
    var known = mappings.find(table, keys);
    var met = met(claim, table, keys, known);
    var verdicts = new LinkedHashMap<Arrival, RowVerdict>();
    var first = new LinkedHashMap<String, Arrival>();
    var asked = new ArrayList<Arrival>();
    for (var one : fresh) {
      var arrival = new Arrival(one, known.get(one.key()), false);
      if (one.problem() != null) {
        verdicts.put(arrival, RowVerdict.aside(Outcome.INVALID, one.problem()));
      } else if (first.putIfAbsent(arrival.key(), arrival) != null) {
        verdicts.put(arrival, null);
      } else if (met.containsKey(arrival.key())) {
        verdicts.put(arrival, again(arrival, met.get(arrival.key())));
      } else if (arrival.known() != null && same(arrival, arrival.known().hash())) {
        verdicts.put(arrival, unchanged(arrival.known()));
      } else {
        verdicts.put(arrival, null);
        asked.add(arrival);
      }
    }
    verdicts.putAll(asked(claim, table, asked));
    verdicts.replaceAll(
        (arrival, verdict) ->
            verdict == null ? repeated(arrival, first.get(arrival.key()), verdicts) : verdict);
    return verdicts;
  }

  /** Hashes of keys that this run has met in an earlier chunk; null when a person must decide. */
  private Map<String, byte[]> met(
      Claim claim, LegacyTable table, LinkedHashSet<String> keys, Map<String, Mapping> known) {
    var met = new LinkedHashMap<String, byte[]>();
    known.values().stream()
        .filter(mapping -> mapping.lastRun().equals(claim.run()))
        .forEach(mapping -> met.put(mapping.source().key(), mapping.hash()));
    if (claim.dryRun()) {
      met.putAll(notes.dryKeys(claim.run(), List.of(table.title()), keys));
    }
    rows.reviewed(claim.run(), table, keys).keySet().forEach(key -> met.put(key, null));
    return met;
  }

  private Map<Arrival, RowVerdict> asked(Claim claim, LegacyTable table, List<Arrival> asked) {
    var verdicts = new LinkedHashMap<Arrival, RowVerdict>();
    if (asked.isEmpty()) {
      return verdicts;
    }
    var answers = targets.of(table).load(new ImportChunk(claim, table, asked));
    for (int i = 0; i < asked.size(); i++) {
      verdicts.put(asked.get(i), answers.get(i));
    }
    return verdicts;
  }

  private static RowVerdict repeated(
      Arrival arrival, Arrival first, Map<Arrival, RowVerdict> verdicts) {
    var earlier = verdicts.get(first);
    if (earlier.isAside() && earlier.outcome() != Outcome.REVIEW && same(arrival, first.hash())) {
      return earlier;
    }
    return again(arrival, earlier.isAside() ? null : first.hash());
  }

  private static RowVerdict again(Arrival arrival, byte[] met) {
    return met != null && same(arrival, met)
        ? unchanged(arrival.known())
        : RowVerdict.review("key-repeated", List.of());
  }

  private static RowVerdict unchanged(Mapping known) {
    return RowVerdict.done(
        Outcome.UNCHANGED,
        known == null ? null : known.target(),
        known == null ? 0 : known.version());
  }

  private static boolean same(Arrival arrival, byte[] hash) {
    return Arrays.equals(arrival.hash(), hash);
  }

  private void write(Claim claim, LegacyTable table, Map<Arrival, RowVerdict> verdicts) {
    var aside = new ArrayList<Line>();
    verdicts.forEach(
        (arrival, verdict) -> {
          if (verdict.isAside()) {
            var id = Ids.next();
            aside.add(new Line(id, arrival, verdict, cells.seal(ROW, id, arrival.row())));
          }
        });
    if (claim.dryRun()) {
      notes.dry(claim, table.title(), dryKeys(verdicts));
    } else {
      keep(claim, table, verdicts);
      var keys = new HashSet<String>();
      verdicts.keySet().forEach(arrival -> keys.add(arrival.key()));
      keys.remove(null);
      rows.supersede(claim, table, keys);
    }
    rows.add(claim, table, aside);
  }

  private static List<DryKey> dryKeys(Map<Arrival, RowVerdict> verdicts) {
    return verdicts.entrySet().stream()
        .filter(entry -> !entry.getValue().isAside())
        .map(entry -> new DryKey(entry.getKey().key(), entry.getKey().hash()))
        .toList();
  }

  /** Which record stands for which row from now on. */
  private void keep(Claim claim, LegacyTable table, Map<Arrival, RowVerdict> verdicts) {
    var type = targets.of(table).type();
    var made = new ArrayList<Made>();
    var seen = new ArrayList<UUID>();
    verdicts.forEach(
        (arrival, verdict) -> {
          var known = arrival.known();
          if (verdict.isAside()) {
            return;
          }
          if (known == null && verdict.target() != null) {
            made.add(new Made(arrival, type, verdict.target(), verdict.version()));
          } else if (known != null && verdict.outcome() == Outcome.UPDATED) {
            changed(claim, arrival, verdict);
          } else if (known != null) {
            seen.add(known.id());
          }
        });
    mappings.add(claim, table, made);
    if (!seen.isEmpty()) {
      mappings.seen(claim.run(), seen);
    }
  }

  private void changed(Claim claim, Arrival arrival, RowVerdict verdict) {
    var known = arrival.known();
    if (verdict.before() != null) {
      var image = vault.seal(BEFORE, "image", known.id(), verdict.before());
      notes.before(claim, known, image);
    }
    mappings.changed(known.id(), claim.run(), verdict.version(), arrival.hash());
  }

  private Map<Outcome, Long> move(
      Claim claim, ImportProgressQuery.Progress at, Map<Arrival, RowVerdict> verdicts) {
    var counts = new EnumMap<Outcome, Long>(Outcome.class);
    var taken = new Totals();
    var aside = new Totals();
    Arrival last = null;
    for (var entry : verdicts.entrySet()) {
      last = entry.getKey();
      counts.merge(entry.getValue().outcome(), 1L, Long::sum);
      (entry.getValue().isAside() ? aside : taken).add(last.read().totals());
    }
    var row = last.row();
    progress.move(claim.run(), at, new Step(row.mark(), row.ordinal(), counts, taken, aside));
    if (!claim.dryRun() && grewMuch(at.ordinal(), row.ordinal())) {
      progress.grew();
    }
    return counts;
  }

  /** Whether a stage has come to its first thousands of rows, or to eight times as many. */
  static boolean grewMuch(long before, long after) {
    long mark = 4_000;
    while (mark <= before) {
      mark *= 8;
    }
    return after >= mark;
  }
}
