package org.medflow.scheduling.boundary;

import static org.medflow.platform.security.Permission.MANAGE_APPOINTMENTS;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.medflow.audit.boundary.AuditTrail;
import org.medflow.platform.Ids;
import org.medflow.platform.security.Actors;
import org.medflow.platform.security.Requires;
import org.medflow.scheduling.control.AppointmentLoader;
import org.medflow.scheduling.control.AppointmentLoader.Booked;
import org.medflow.scheduling.control.PlaceholderQuery;
import org.medflow.scheduling.control.PlaceholderQuery.Placeholder;

/**
 * Takes in appointments of earlier systems, many at once, in the caller's transaction. They are
 * history, or plans that somebody made elsewhere: they never compete for a place in the agenda. A
 * practitioner is known by name only, so a placeholder stands for each name until a person says
 * which member of staff it is.
 */
@Stateless
public class EarlierAppointments {

  @Inject AppointmentLoader loader;
  @Inject PlaceholderQuery placeholders;
  @Inject AuditTrail audit;
  @Inject Clock clock;

  /** Writes them down; their ids, in their order. */
  @Requires(MANAGE_APPOINTMENTS)
  public List<UUID> add(List<EarlierAppointment> appointments) {
    var clinic = Actors.current().clinic();
    var names = named(clinic, appointments);
    var ids = appointments.stream().map(any -> Ids.next()).toList();
    loader.add(
        clinic,
        IntStream.range(0, ids.size())
            .mapToObj(i -> booked(ids.get(i), appointments.get(i), names))
            .toList(),
        clock.instant());
    audit.wrote("appointment.import", "appointment", ids, null);
    return ids;
  }

  /** One as it stands, with its version. */
  @Requires(MANAGE_APPOINTMENTS)
  public Optional<Standing> find(UUID id) {
    return loader.find(id);
  }

  /** Changes one that nobody touched since this version; empty when somebody did. */
  @Requires(MANAGE_APPOINTMENTS)
  public Optional<Long> amend(UUID id, long version, EarlierAppointment appointment) {
    var names = named(Actors.current().clinic(), List.of(appointment));
    var changed = loader.amend(booked(id, appointment, names), version, clock.instant());
    changed.ifPresent(any -> audit.wrote("appointment.import", "appointment", id));
    return changed;
  }

  /** Takes back those that nobody touched since these versions; tells which. */
  @Requires(MANAGE_APPOINTMENTS)
  public List<UUID> remove(Map<UUID, Long> versions) {
    var gone = loader.remove(versions);
    audit.wrote("appointment.remove", "appointment", gone, null);
    return gone;
  }

  private Map<String, Placeholder> named(UUID clinic, List<EarlierAppointment> appointments) {
    return placeholders.of(
        clinic,
        appointments.stream()
            .map(EarlierAppointment::practitioner)
            .filter(Objects::nonNull)
            .distinct()
            .toList());
  }

  private static Booked booked(
      UUID id, EarlierAppointment appointment, Map<String, Placeholder> placeholders) {
    var name = appointment.practitioner();
    return new Booked(id, appointment, name == null ? null : placeholders.get(name));
  }

  /** An appointment with its version. */
  public record Standing(EarlierAppointment appointment, long version) {}
}
