package org.medflow.patient.boundary;

import static org.medflow.platform.security.Permission.REGISTER_PATIENTS;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.medflow.audit.boundary.AuditTrail;
import org.medflow.clinic.boundary.ClinicDays;
import org.medflow.patient.control.BulkLikeness;
import org.medflow.patient.control.BulkLikeness.Doubt;
import org.medflow.patient.control.BulkRow;
import org.medflow.patient.control.MrnDispenser;
import org.medflow.patient.control.PatientBulkLoader;
import org.medflow.patient.control.PatientFacts;
import org.medflow.patient.control.PatientFacts.Around;
import org.medflow.patient.control.PersonCheck;
import org.medflow.patient.entity.IdentifierSystem;
import org.medflow.platform.error.FieldText;
import org.medflow.platform.security.Actors;
import org.medflow.platform.security.Requires;

/**
 * Registers many persons at once by the rules of {@link PatientRegistry}, in the caller's
 * transaction: every value checked, everybody compared with those who are here, and nobody linked
 * or joined. What a person must decide about is told and not written. A number that somebody else
 * took meanwhile fails the transaction, as patient_identifier_uk says; the caller then tries one by
 * one.
 */
@Stateless
public class BulkRegistration {

  @Inject BulkLikeness likeness;
  @Inject PatientBulkLoader loader;
  @Inject MrnDispenser numbers;
  @Inject ClinicDays days;
  @Inject AuditTrail audit;
  @Inject Clock clock;
  @Inject PatientFacts facts;

  /** Checks and seals what is registered later; needs no transaction. */
  @Requires(REGISTER_PATIENTS)
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public List<Prepared> prepare(List<Newcomer> newcomers) {
    var today = days.today(Actors.current());
    return newcomers.stream().map(newcomer -> prepared(newcomer, today)).toList();
  }

  /** What became of each, in their order; a rehearsal writes nothing. */
  @Requires(REGISTER_PATIENTS)
  public List<Settled> register(List<Prepared> newcomers, boolean rehearsal) {
    var whole = newcomers.stream().filter(Prepared::holds).map(Prepared::row).toList();
    var doubts = whole.isEmpty() ? Map.<UUID, Doubt>of() : likeness.doubts(whole);
    if (!rehearsal) {
      write(whole.stream().filter(row -> !doubts.containsKey(row.id())).toList());
    }
    return newcomers.stream().map(one -> settled(one, doubts, rehearsal)).toList();
  }

  private static Settled settled(Prepared one, Map<UUID, Doubt> doubts, boolean rehearsal) {
    if (!one.holds()) {
      return Settled.invalid(one.broken().code() + ":" + one.broken().field());
    }
    var doubt = doubts.get(one.id());
    if (doubt != null) {
      return Settled.refused(doubt.reason(), doubt.candidates());
    }
    return Settled.made(rehearsal ? null : one.id());
  }

  /** Patients in the caller's clinics by the number that another system gave them. */
  @Requires(REGISTER_PATIENTS)
  public Map<String, UUID> holders(String system, Collection<String> numbers) {
    return IdentifierSystem.of(system)
        .map(known -> loader.holders(known, numbers))
        .orElseGet(Map::of);
  }

  /**
   * Takes back registrations with which nothing was done since.
   *
   * @param versions the version of each record when it was last seen by the caller
   * @return those that are gone
   */
  @Requires(REGISTER_PATIENTS)
  public List<UUID> unregister(List<UUID> ids, List<Long> versions) {
    var gone = loader.unregister(ids, versions);
    audit.wrote("patient.unregister", "patient", gone, null);
    return gone;
  }

  private void write(List<BulkRow> rows) {
    if (rows.isEmpty()) {
      return;
    }
    var actor = Actors.current();
    var mrns = numbers.take(days.today(actor).getYear(), rows.size());
    loader.register(rows, actor.clinic(), mrns, clock.instant());
    audit.wrote("patient.register", "patient", rows.stream().map(BulkRow::id).toList(), null);
  }

  private Prepared prepared(Newcomer newcomer, LocalDate today) {
    var fields = new FieldText();
    var person = PersonCheck.strict(newcomer.person(), today, fields);
    var around = Around.checked(new Around(newcomer.address(), newcomer.cover(), null), fields);
    return fields.errors().stream()
        .findFirst()
        .map(Prepared::broken)
        .orElseGet(() -> Prepared.of(facts.bulk(person, around)));
  }
}
