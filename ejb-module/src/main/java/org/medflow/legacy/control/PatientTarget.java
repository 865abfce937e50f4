package org.medflow.legacy.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.medflow.legacy.control.LegacyMappingQuery.Mapping;
import org.medflow.legacy.entity.LegacyTable;
import org.medflow.legacy.entity.Outcome;
import org.medflow.legacy.entity.SourceRow;
import org.medflow.patient.boundary.AmendPatient;
import org.medflow.patient.boundary.BulkRegistration;
import org.medflow.patient.boundary.Newcomer;
import org.medflow.patient.boundary.PatientRegistry;
import org.medflow.patient.boundary.PatientView;
import org.medflow.patient.boundary.Person;
import org.medflow.patient.boundary.Prepared;
import org.medflow.patient.boundary.Settled;

/**
 * Old patients become patients. A new one is registered unless somebody looks like her; the number
 * of one table that stands for somebody already, through the other, is linked only if names or
 * birth date agree; a changed one is amended as long as nobody edited the record here since.
 */
@ApplicationScoped
class PatientTarget implements ImportTarget {

  static final List<LegacyTable> TABLES = List.of(LegacyTable.PATIENTS, LegacyTable.LV_PATIENTS);

  @Inject BulkRegistration bulk;
  @Inject PatientRegistry registry;
  @Inject LegacyMappingQuery mappings;
  @Inject DryPersons dryPersons;
  @Inject Clock clock;

  @Override
  public boolean takes(LegacyTable table) {
    return TABLES.contains(table);
  }

  @Override
  public String type() {
    return "patient";
  }

  /** Whom a row is about, and the person ready to be registered; null when nobody can be. */
  private record Said(LegacyPerson legacy, Prepared ready) {}

  @Override
  public List<Said> read(LegacyTable table, List<SourceRow> rows) {
    var today = LocalDate.now(clock.withZone(ZoneOffset.UTC));
    var persons = rows.stream().map(row -> read(table, row, today)).toList();
    var ready =
        bulk.prepare(
                persons.stream()
                    .filter(person -> person.problem() == null)
                    .map(one -> new Newcomer(one.person(), one.address(), one.cover()))
                    .toList())
            .iterator();
    return persons.stream()
        .map(person -> new Said(person, person.problem() == null ? ready.next() : null))
        .toList();
  }

  @Override
  public List<RowVerdict> load(ImportChunk chunk) {
    var verdicts = new LinkedHashMap<Arrival, RowVerdict>();
    var elsewhere = elsewhere(chunk);
    var fresh = new ArrayList<Arrival>();
    for (var arrival : chunk.arrivals()) {
      var person = said(arrival).legacy();
      if (person.problem() != null) {
        verdicts.put(arrival, RowVerdict.aside(Outcome.INVALID, person.problem()));
      } else if (arrival.known() != null) {
        verdicts.put(arrival, again(chunk, arrival.known(), person));
      } else if (elsewhere.containsKey(arrival.key())) {
        verdicts.put(arrival, linked(elsewhere.get(arrival.key()), person));
      } else {
        fresh.add(arrival);
      }
    }
    register(chunk, fresh, verdicts);
    return chunk.arrivals().stream()
        .map(arrival -> verdicts.get(arrival).noting(said(arrival).legacy().notes()))
        .toList();
  }

  private static Said said(Arrival arrival) {
    return (Said) arrival.read().said();
  }

  private static LegacyPerson read(LegacyTable table, SourceRow row, LocalDate today) {
    var key = LegacyKey.of(table, row);
    return table == LegacyTable.LV_PATIENTS
        ? LvPatient.of(row, key, today)
        : CareVisionPatient.of(row, key, today);
  }

  /** Patients whom the keys stand for in the other table. */
  private Map<String, UUID> elsewhere(ImportChunk chunk) {
    var others = TABLES.stream().filter(table -> table != chunk.table()).toList();
    var keys = chunk.arrivals().stream().filter(a -> a.known() == null).map(Arrival::key).toList();
    return mappings.targets(others, keys);
  }

  private void register(ImportChunk chunk, List<Arrival> fresh, Map<Arrival, RowVerdict> verdicts) {
    var dry = chunk.claim().dryRun();
    var ready =
        fresh.stream()
            .map(one -> one.sure() ? said(one).ready().surely() : said(one).ready())
            .toList();
    var settled = ready.isEmpty() ? List.<Settled>of() : bulk.register(ready, dry);
    var made = new LinkedHashMap<Arrival, Person>();
    for (int i = 0; i < fresh.size(); i++) {
      verdicts.put(fresh.get(i), verdict(settled.get(i)));
      if (settled.get(i).refusal() == null) {
        made.put(fresh.get(i), said(fresh.get(i)).legacy().person());
      }
    }
    if (dry) {
      dryPersons.review(chunk.claim(), made).forEach(verdicts::put);
    }
  }

  private static RowVerdict verdict(Settled settled) {
    if (settled.refusal() == null) {
      return RowVerdict.done(Outcome.CREATED, settled.id(), 0);
    }
    return settled.invalid()
        ? RowVerdict.aside(Outcome.INVALID, settled.refusal())
        : RowVerdict.review(settled.refusal(), settled.candidates());
  }

  private RowVerdict linked(UUID target, LegacyPerson person) {
    var here = registry.get(target);
    return agrees(here, person.person())
        ? RowVerdict.done(Outcome.UPDATED, target, here.version())
        : RowVerdict.review("identifier-other-person", List.of(target));
  }

  /** A number alone links nobody: the birth date or all names must agree. */
  private static boolean agrees(PatientView here, Person person) {
    var birth = here.birthDate() != null && here.birthDate().equals(person.birthDate());
    return birth
        || names(here.lastName(), here.postName(), here.firstName())
            .equals(names(person.lastName(), person.postName(), person.firstName()));
  }

  private static Set<String> names(String last, String post, String first) {
    var names = new HashSet<String>();
    for (var name : new String[] {last, post, first}) {
      if (name != null) {
        names.addAll(List.of(LvText.plain(name).split("[^\\p{L}\\p{N}]+")));
      }
    }
    names.remove("");
    return names;
  }

  private RowVerdict again(ImportChunk chunk, Mapping known, LegacyPerson person) {
    var here = registry.get(known.target());
    if (here.version() != known.version()) {
      return RowVerdict.review("edited-here-since", List.of(known.target()));
    }
    if (chunk.claim().dryRun()) {
      return RowVerdict.done(Outcome.UPDATED, known.target(), known.version());
    }
    var change =
        new AmendPatient(
            PatientImage.withoutIdentifiers(person.person()),
            person.address(),
            person.cover(),
            null);
    var amended = registry.amend(known.target(), known.version(), change);
    return RowVerdict.done(Outcome.UPDATED, known.target(), amended.version())
        .keeping(PatientImage.of(here));
  }

  @Override
  public List<UUID> remove(Map<UUID, Long> versions) {
    var ids = List.copyOf(versions.keySet());
    return bulk.unregister(ids, ids.stream().map(versions::get).toList());
  }

  @Override
  public Optional<Long> restore(UUID target, long version, byte[] before) {
    return registry.get(target).version() == version
        ? Optional.of(registry.amend(target, version, PatientImage.change(before)).version())
        : Optional.empty();
  }
}
