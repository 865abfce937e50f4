package org.medflow.patient.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.medflow.clinic.boundary.ClinicDays;
import org.medflow.patient.control.CheckedPerson;
import org.medflow.patient.control.LikelyPatients;
import org.medflow.patient.control.MrnDispenser;
import org.medflow.patient.entity.BirthPrecision;
import org.medflow.patient.entity.Sex;
import org.medflow.platform.error.Conflict;
import org.medflow.platform.error.Invalid;
import org.medflow.platform.idempotency.IdempotencyKey;
import org.medflow.platform.security.Actor;

/** What the registry makes of a refusal once its transaction is gone. */
class PatientRegistryTest {

  private static final Candidate OWNER =
      new Candidate(
          new UUID(0, 1),
          "PAT2026000001",
          "KABONGO",
          null,
          "Jean",
          null,
          BirthPrecision.UNKNOWN,
          Sex.MALE,
          null,
          100,
          List.of("same-identifier"));

  private final List<String> returned = new ArrayList<>();
  private final List<String> kept = new ArrayList<>();
  private final PatientRegistry registry = new PatientRegistry();
  private Conflict refusal;
  private List<Candidate> visible = List.of();

  PatientRegistryTest() {
    registry.days = new Today();
    registry.numbers = new Numbers();
    registry.registration = new Refusing();
    registry.refused = new Afterwards();
    registry.likely = new Alike();
  }

  @Test
  void namesTheVisibleOwnerOfATakenNumber() {
    refusal = new Conflict("patient-known-elsewhere");
    visible = List.of(OWNER);
    var conflict = refused();
    assertThat(conflict.code()).isEqualTo("patient-identifier-taken");
    assertThat(conflict.details()).containsEntry("candidates", List.of(OWNER));
  }

  @Test
  void saysNothingOfAnOwnerElsewhere() {
    refusal = new Conflict("patient-known-elsewhere");
    var conflict = refused();
    assertThat(conflict.code()).isEqualTo("patient-known-elsewhere");
    assertThat(conflict.details()).isEmpty();
  }

  @Test
  void givesTheNumberOfARefusedRegistrationBack() {
    refusal = new Conflict("patient-likely-duplicate", Map.of("candidates", List.of(OWNER)));
    assertThat(refused()).isSameAs(refusal);
    assertThat(returned).containsExactly("PAT2026000009");
  }

  @Test
  void keepsTheWordThatItIsTheSamePerson() {
    refusal = new Conflict("patient-same", Map.of("candidates", List.of(OWNER)));
    assertThat(refused()).isSameAs(refusal);
    assertThat(kept).containsExactly("PAT2026000001 because seen");
  }

  @Test
  void keepsTheWordOnWhoWasRecognisedWhileTheFormWasHalfFull() {
    registry.recognised(halfTyped(), OWNER.id());
    assertThat(kept).containsExactly("PAT2026000001 because null");
  }

  @Test
  void keepsNoWordOnSomebodyWhoIsNotAlike() {
    registry.recognised(halfTyped(), new UUID(0, 2));
    assertThat(kept).isEmpty();
  }

  private static Person halfTyped() {
    return new Person("Kabongo", null, null, null, null, null, null, null, null, null);
  }

  @Test
  void asksForAPerson() {
    assertThatThrownBy(() -> registry.register(null, null)).isInstanceOf(Invalid.class);
    assertThat(returned).isEmpty();
  }

  private Conflict refused() {
    var person = new Person("K", null, null, Sex.MALE, null, null, null, null, null, null);
    var decisions = List.of(new Decision(OWNER.id(), Verdict.SAME, "seen"));
    return catchThrowableOfType(
        Conflict.class,
        () -> registry.register(new RegisterPatient(person, null, null, null, decisions), null));
  }

  private final class Refusing extends Registration {
    @Override
    public PatientView register(RegisterPatient command, IdempotencyKey key, String mrn) {
      throw refusal;
    }
  }

  private final class Afterwards extends RefusedRegistration {
    @Override
    public List<Candidate> owners(Person person) {
      return visible;
    }

    @Override
    public void same(Candidate candidate, String reason) {
      kept.add(candidate.mrn() + " because " + reason);
    }
  }

  private static final class Alike extends LikelyPatients {
    @Override
    public List<Candidate> of(CheckedPerson person) {
      return List.of(OWNER);
    }
  }

  private static final class Today extends ClinicDays {
    @Override
    public LocalDate today(Actor actor) {
      return LocalDate.of(2026, 11, 24);
    }
  }

  private final class Numbers extends MrnDispenser {
    @Override
    public String take(int year) {
      return "PAT2026000009";
    }

    @Override
    public void giveBack(int year, String mrn) {
      returned.add(mrn);
    }
  }
}
