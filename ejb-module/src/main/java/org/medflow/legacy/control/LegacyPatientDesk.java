package org.medflow.legacy.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.medflow.legacy.boundary.Claim;
import org.medflow.legacy.control.LegacyMappingQuery.Mapping;
import org.medflow.legacy.control.LegacyMappingQuery.Source;
import org.medflow.legacy.entity.Outcome;
import org.medflow.patient.boundary.AmendPatient;
import org.medflow.patient.boundary.PatientRegistry;
import org.medflow.patient.boundary.Person;
import org.medflow.patient.boundary.RegisterPatient;

/**
 * Decides what becomes of one old patient: a row met before is unchanged, or amended as long as
 * nobody edited the record here since; a new one is registered unless somebody looks like her. A
 * key that comes twice in one file with different content is never guessed about.
 */
@ApplicationScoped
class LegacyPatientDesk {

  static final String SYSTEM = "lv";

  @Inject ImportRowQuery rows;
  @Inject LegacyMappingQuery mappings;
  @Inject PatientRegistry registry;

  RowVerdict decide(Claim claim, String table, LvPatient patient, byte[] hash) {
    if (patient.problem() != null) {
      return RowVerdict.aside(Outcome.INVALID, patient.problem());
    }
    var earlier = rows.earlier(claim.run(), table, patient.key());
    if (earlier.isPresent()) {
      var same = Arrays.equals(earlier.get().hash(), hash);
      return same && earlier.get().outcome() != Outcome.REVIEW
          ? RowVerdict.done(Outcome.UNCHANGED, null)
          : RowVerdict.aside(Outcome.REVIEW, "key-repeated");
    }
    var source = new Source(SYSTEM, table, patient.key());
    return mappings
        .find(source)
        .map(known -> again(claim, known, patient, hash))
        .orElseGet(() -> first(claim, source, patient, hash));
  }

  private RowVerdict first(Claim claim, Source source, LvPatient patient, byte[] hash) {
    var candidates = registry.candidates(patient.person());
    var toReview = LegacyLikeness.toReview(candidates);
    if (!toReview.isEmpty()) {
      return RowVerdict.review(LegacyLikeness.reason(toReview), toReview);
    }
    if (claim.dryRun()) {
      return RowVerdict.done(Outcome.CREATED, null);
    }
    var decisions = LegacyLikeness.othersOf(candidates);
    var command =
        new RegisterPatient(patient.person(), patient.address(), patient.cover(), null, decisions);
    var made = registry.register(command, null);
    mappings.add(claim, source, made.id(), made.version(), hash);
    return RowVerdict.done(Outcome.CREATED, made.id());
  }

  private RowVerdict again(Claim claim, Mapping known, LvPatient patient, byte[] hash) {
    if (Arrays.equals(known.hash(), hash)) {
      seen(claim, known, known.version(), hash);
      return RowVerdict.done(Outcome.UNCHANGED, known.target());
    }
    if (registry.get(known.target()).version() != known.version()) {
      return edited(known.target());
    }
    if (!claim.dryRun()) {
      var change =
          new AmendPatient(
              withoutIdentifiers(patient.person()), patient.address(), patient.cover(), null);
      var amended = registry.amend(known.target(), known.version(), change);
      seen(claim, known, amended.version(), hash);
    }
    return RowVerdict.done(Outcome.UPDATED, known.target());
  }

  private void seen(Claim claim, Mapping known, long version, byte[] hash) {
    if (!claim.dryRun()) {
      mappings.seen(known.id(), claim.run(), version, hash);
    }
  }

  private static RowVerdict edited(UUID target) {
    return new RowVerdict(Outcome.REVIEW, "edited-here-since", target, List.of(target));
  }

  private static Person withoutIdentifiers(Person person) {
    return new Person(
        person.lastName(),
        person.postName(),
        person.firstName(),
        person.sex(),
        person.birthDate(),
        person.birthPrecision(),
        null,
        person.phones(),
        person.email(),
        null);
  }
}
