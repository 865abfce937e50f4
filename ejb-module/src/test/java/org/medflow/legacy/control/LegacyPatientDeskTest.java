package org.medflow.legacy.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.medflow.legacy.entity.LvColumn.NAISSANCE;
import static org.medflow.legacy.entity.LvColumn.NOMS;
import static org.medflow.legacy.entity.LvColumn.NUM_FICHE;
import static org.medflow.legacy.entity.LvColumn.PRENOM;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.medflow.legacy.boundary.Claim;
import org.medflow.legacy.boundary.LegacyPatientRow;
import org.medflow.legacy.entity.Outcome;
import org.medflow.patient.boundary.AmendPatient;
import org.medflow.patient.boundary.Candidate;
import org.medflow.patient.boundary.PatientRegistry;
import org.medflow.patient.boundary.PatientView;
import org.medflow.patient.boundary.Person;
import org.medflow.patient.boundary.RegisterPatient;
import org.medflow.patient.entity.BirthPrecision;
import org.medflow.patient.entity.Sex;
import org.medflow.platform.idempotency.IdempotencyKey;

class LegacyPatientDeskTest {

  private static final String TABLE = "LV_Patients";
  private static final byte[] HASH = {1};
  private static final byte[] OTHER_HASH = {2};
  private static final UUID KNOWN = UUID.randomUUID();

  private final Claim claim = claim(false);
  private final Seen seen = new Seen();
  private final Mappings mappings = new Mappings();
  private final Registry registry = new Registry();
  private final LegacyPatientDesk desk = new LegacyPatientDesk();

  @BeforeEach
  void sitDown() {
    desk.rows = seen;
    desk.mappings = mappings;
    desk.registry = registry;
  }

  @Test
  void registersSomebodyNewAndRemembersWhoSheWas() {
    assertThat(decide(claim, HASH)).isEqualTo(RowVerdict.done(Outcome.CREATED, KNOWN));
    assertThat(registry.registered).hasSize(1);
    assertThat(mappings.added).containsExactly(KNOWN);
  }

  @Test
  void leavesALikenessToAPerson() {
    registry.alike = List.of(candidate(85, "same-names", "same-birth-date"));
    var verdict = decide(claim, HASH);
    assertThat(verdict.outcome()).isEqualTo(Outcome.REVIEW);
    assertThat(verdict.reason()).isEqualTo("patient-likely-duplicate");
    assertThat(verdict.candidates()).containsExactly(registry.alike.get(0).id());
    assertThat(registry.registered).isEmpty();
  }

  @Test
  void letsAFamilyInAndSaysWhomItSharesTheTelephoneWith() {
    registry.alike = List.of(candidate(65, "same-phone"));
    assertThat(decide(claim, HASH).outcome()).isEqualTo(Outcome.CREATED);
    assertThat(registry.registered.get(0).decisions())
        .singleElement()
        .satisfies(word -> assertThat(word.candidate()).isEqualTo(registry.alike.get(0).id()));
  }

  @Test
  void changesNothingWhenTheRowSaysTheSame() {
    mappings.know(HASH, 3);
    assertThat(decide(claim, HASH)).isEqualTo(RowVerdict.done(Outcome.UNCHANGED, KNOWN));
    assertThat(mappings.seen).containsExactly(3L);
  }

  @Test
  void amendsARecordThatNobodyEditedSince() {
    mappings.know(OTHER_HASH, 3);
    registry.version = 3;
    assertThat(decide(claim, HASH)).isEqualTo(RowVerdict.done(Outcome.UPDATED, KNOWN));
    assertThat(registry.amended.get(0).person().identifiers()).isNull();
    assertThat(mappings.seen).containsExactly(4L);
  }

  @Test
  void keepsTheHandsOffARecordThatWasEditedHere() {
    mappings.know(OTHER_HASH, 3);
    registry.version = 5;
    var verdict = decide(claim, HASH);
    assertThat(verdict.outcome()).isEqualTo(Outcome.REVIEW);
    assertThat(verdict.reason()).isEqualTo("edited-here-since");
    assertThat(verdict.target()).isEqualTo(KNOWN);
    assertThat(registry.amended).isEmpty();
  }

  @Test
  void seesARepeatedRow() {
    seen.before = new ImportRowQuery.Earlier(Outcome.CREATED, HASH);
    assertThat(decide(claim, HASH).outcome()).isEqualTo(Outcome.UNCHANGED);
  }

  @Test
  void doesNotChooseBetweenTwoRowsOfOneKey() {
    seen.before = new ImportRowQuery.Earlier(Outcome.CREATED, OTHER_HASH);
    assertThat(decide(claim, HASH)).isEqualTo(RowVerdict.aside(Outcome.REVIEW, "key-repeated"));
    seen.before = new ImportRowQuery.Earlier(Outcome.REVIEW, HASH);
    assertThat(decide(claim, HASH).reason()).isEqualTo("key-repeated");
  }

  @Test
  void turnsAnInvalidRowAwayBeforeItLooksAnywhere() {
    var row = new LegacyPatientRow(2, null, Map.of(NOMS, "Testeur"));
    var patient = LvPatient.of(row, LocalDate.of(2026, 11, 24));
    assertThat(desk.decide(claim, TABLE, patient, HASH))
        .isEqualTo(RowVerdict.aside(Outcome.INVALID, "no-key"));
  }

  @Test
  void writesNothingInADryRun() {
    assertThat(decide(claim(true), HASH).outcome()).isEqualTo(Outcome.CREATED);
    mappings.know(OTHER_HASH, 0);
    assertThat(decide(claim(true), HASH).outcome()).isEqualTo(Outcome.UPDATED);
    mappings.know(HASH, 0);
    assertThat(decide(claim(true), HASH).outcome()).isEqualTo(Outcome.UNCHANGED);
    assertThat(registry.registered).isEmpty();
    assertThat(registry.amended).isEmpty();
    assertThat(mappings.added).isEmpty();
    assertThat(mappings.seen).isEmpty();
  }

  private RowVerdict decide(Claim by, byte[] hash) {
    var cells = Map.of(NUM_FICHE, "1", NOMS, "Testeur", PRENOM, "Alpha", NAISSANCE, "1961");
    var patient = LvPatient.of(new LegacyPatientRow(2, null, cells), LocalDate.of(2026, 11, 24));
    return desk.decide(by, TABLE, patient, hash);
  }

  private static Claim claim(boolean dryRun) {
    return new Claim(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), dryRun);
  }

  private static Candidate candidate(int score, String... reasons) {
    return new Candidate(
        UUID.randomUUID(),
        "PAT2026-000009",
        "TESTEUR",
        null,
        "Alpha",
        null,
        BirthPrecision.UNKNOWN,
        Sex.FEMALE,
        null,
        score,
        List.of(reasons));
  }

  private static class Seen extends ImportRowQuery {
    Earlier before;

    @Override
    Optional<Earlier> earlier(UUID run, String table, String key) {
      return Optional.ofNullable(before);
    }
  }

  private static class Mappings extends LegacyMappingQuery {
    final Map<String, Mapping> known = new HashMap<>();
    final List<UUID> added = new ArrayList<>();
    final List<Long> seen = new ArrayList<>();

    void know(byte[] hash, long version) {
      var source = new Source("lv", TABLE, "1");
      known.put("1", new Mapping(UUID.randomUUID(), source, KNOWN, version, hash, Instant.EPOCH));
    }

    @Override
    Optional<Mapping> find(Source source) {
      return Optional.ofNullable(known.get(source.key()));
    }

    @Override
    void add(Claim claim, Source source, UUID target, long version, byte[] hash) {
      added.add(target);
    }

    @Override
    void seen(UUID mapping, UUID run, long version, byte[] hash) {
      seen.add(version);
    }
  }

  private static class Registry extends PatientRegistry {
    List<Candidate> alike = List.of();
    long version;
    final List<RegisterPatient> registered = new ArrayList<>();
    final List<AmendPatient> amended = new ArrayList<>();

    @Override
    public List<Candidate> candidates(Person person) {
      return alike;
    }

    @Override
    public PatientView register(RegisterPatient command, IdempotencyKey key) {
      registered.add(command);
      return view(0);
    }

    @Override
    public PatientView get(UUID id) {
      return view(version);
    }

    @Override
    public PatientView amend(UUID id, long seen, AmendPatient change) {
      amended.add(change);
      return view(seen + 1);
    }

    private static PatientView view(long version) {
      return new PatientView(
          KNOWN,
          "PAT2026-000001",
          "TESTEUR",
          null,
          "Alpha",
          null,
          BirthPrecision.UNKNOWN,
          null,
          Sex.UNKNOWN,
          List.of(),
          null,
          List.of(),
          null,
          null,
          null,
          List.of(),
          List.of(),
          version,
          Instant.EPOCH,
          Instant.EPOCH);
    }
  }
}
