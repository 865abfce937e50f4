package org.medflow.legacy.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.HashMap;
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
import org.medflow.patient.boundary.BulkRegistration;
import org.medflow.scheduling.boundary.EarlierAppointment;
import org.medflow.scheduling.boundary.EarlierAppointments;

/** Rows of Ag_Rdv become appointments of the patient whose number they carry. */
@ApplicationScoped
class AppointmentTarget implements ImportTarget {

  private static final UUID NOBODY_YET = new UUID(0, 0);

  @Inject EarlierAppointments appointments;
  @Inject BulkRegistration patients;
  @Inject LegacyMappingQuery mappings;
  @Inject ImportNoteQuery notes;
  @Inject CodeQuery codes;
  @Inject Clock clock;

  @Override
  public boolean takes(LegacyTable table) {
    return table == LegacyTable.AG_RDV;
  }

  @Override
  public String type() {
    return "appointment";
  }

  @Override
  public List<AgRdv> read(LegacyTable table, List<SourceRow> rows) {
    return rows.stream().map(AgRdv::of).toList();
  }

  @Override
  public List<RowVerdict> load(ImportChunk chunk) {
    var meanings = new AgRdvMeanings(meanings(chunk.table()), clock.instant());
    var patients = patients(chunk);
    var verdicts = new LinkedHashMap<Arrival, RowVerdict>();
    var fresh = new LinkedHashMap<Arrival, AgRdvMeanings.Read>();
    for (var arrival : chunk.arrivals()) {
      var read = meanings.read(said(arrival), patients.get(said(arrival).patient()));
      if (read.refusal() != null) {
        verdicts.put(arrival, RowVerdict.aside(read.outcome(), read.refusal()));
      } else if (arrival.known() != null) {
        verdicts.put(arrival, again(chunk, arrival.known(), read));
      } else {
        fresh.put(arrival, read);
      }
    }
    add(chunk, fresh, verdicts);
    meanings
        .unknown()
        .forEach((column, met) -> codes.met(chunk.claim(), chunk.table(), column, met));
    return chunk.arrivals().stream().map(verdicts::get).toList();
  }

  private static AgRdv said(Arrival arrival) {
    return (AgRdv) arrival.read().said();
  }

  private void add(
      ImportChunk chunk,
      Map<Arrival, AgRdvMeanings.Read> fresh,
      Map<Arrival, RowVerdict> verdicts) {
    var dry = chunk.claim().dryRun();
    var wanted = fresh.values().stream().map(AgRdvMeanings.Read::appointment).toList();
    var ids = dry || wanted.isEmpty() ? List.<UUID>of() : appointments.add(wanted);
    int place = 0;
    for (var entry : fresh.entrySet()) {
      var id = dry ? null : ids.get(place++);
      var verdict = RowVerdict.done(Outcome.CREATED, id, 0);
      verdicts.put(entry.getKey(), verdict.noting(entry.getValue().notes()));
    }
  }

  private RowVerdict again(ImportChunk chunk, Mapping known, AgRdvMeanings.Read read) {
    var here = appointments.find(known.target());
    if (here.isEmpty() || here.get().version() != known.version()) {
      return RowVerdict.review("edited-here-since", List.of());
    }
    if (chunk.claim().dryRun()) {
      return RowVerdict.done(Outcome.UPDATED, known.target(), known.version());
    }
    return appointments
        .amend(known.target(), known.version(), read.appointment())
        .map(version -> RowVerdict.done(Outcome.UPDATED, known.target(), version))
        .map(verdict -> verdict.keeping(AppointmentImage.of(here.get().appointment())))
        .orElseGet(() -> RowVerdict.review("edited-here-since", List.of()));
  }

  /** Patients by the number in the row; in a dry run also those that it would have made. */
  private Map<String, UUID> patients(ImportChunk chunk) {
    var keys =
        chunk.arrivals().stream()
            .map(arrival -> said(arrival).patient())
            .filter(key -> key != null)
            .distinct()
            .toList();
    var found = new HashMap<String, UUID>();
    if (keys.isEmpty()) {
      return found;
    }
    if (chunk.claim().dryRun()) {
      var titles = PatientTarget.TABLES.stream().map(LegacyTable::title).toList();
      notes
          .dryKeys(chunk.claim().run(), titles, keys)
          .keySet()
          .forEach(key -> found.put(key, NOBODY_YET));
    }
    found.putAll(mappings.targets(PatientTarget.TABLES, keys));
    var rest = keys.stream().filter(key -> !found.containsKey(key)).toList();
    if (!rest.isEmpty()) {
      found.putAll(patients.holders("lv", rest));
    }
    return found;
  }

  private Map<String, Map<String, String>> meanings(LegacyTable table) {
    var meanings = new HashMap<String, Map<String, String>>();
    for (var column : Set.of(AgRdvMeanings.STATUS, AgRdvMeanings.TYPE, AgRdvMeanings.PAST)) {
      meanings.put(column, codes.of(table, column));
    }
    return meanings;
  }

  @Override
  public List<UUID> remove(Map<UUID, Long> versions) {
    return appointments.remove(versions);
  }

  @Override
  public Optional<Long> restore(UUID target, long version, byte[] before) {
    EarlierAppointment appointment = AppointmentImage.appointment(before);
    return appointments.amend(target, version, appointment);
  }
}
