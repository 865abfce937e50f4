package org.medflow.clinic.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.PersistenceException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.medflow.clinic.control.ClinicRepository;
import org.medflow.clinic.entity.Clinic;
import org.medflow.platform.error.Conflict;
import org.medflow.platform.error.NotFound;
import org.medflow.platform.security.Actor;
import org.medflow.platform.security.Actors;
import org.medflow.platform.security.AuditSink;
import org.medflow.platform.store.FakeInstance;

class ClinicRegisterTest {

  private static final UUID MINE = UUID.randomUUID();

  private final Clinic clinic =
      Clinic.open(UUID.randomUUID(), new Clinic.Address("KIN", "Gombe", "Kinshasa", "UTC"), null);
  private final List<String> audited = new ArrayList<>();
  private final List<UUID> ended = new ArrayList<>();
  private final ClinicRegister register = new ClinicRegister();
  private boolean last;

  @BeforeEach
  void wire() {
    register.clinics =
        new ClinicRepository() {
          @Override
          public Optional<Clinic> byId(UUID id) {
            return Optional.of(clinic).filter(one -> one.id().equals(id));
          }

          @Override
          public void flush() {
            if (last) {
              throw new PersistenceException(
                  new SQLException("the last stays: \"clinic_last_open_ck\"", "23514"));
            }
          }
        };
    register.rooms = new FakeInstance<ClinicClosing>(ended::add);
    register.audit =
        new AuditSink() {
          @Override
          public void wrote(String action, String entity, UUID id) {
            throw new AssertionError("a change says what it changed");
          }

          @Override
          public void wrote(String action, String entity, UUID id, String reason) {
            audited.add(action + " " + reason);
          }

          @Override
          public void refused(Actor actor, String call) {
            throw new AssertionError("nothing is refused here");
          }
        };
    Actors.enter(new Actor(Actor.Kind.USER, UUID.randomUUID(), Set.of(MINE), Set.of(), null));
  }

  @AfterEach
  void leave() {
    Actors.clear();
  }

  private static AmendClinic status(String status) {
    return new AmendClinic(null, null, null, null, status, null, null, null, null);
  }

  @Test
  void closingAClinicEndsWhatOtherRoomsHaveOpenThere() {
    register.amend(clinic.id(), 0, status("inactive"));
    assertThat(ended).containsExactly(clinic.id());
    assertThat(audited).containsExactly("clinic.close status: active → inactive");
  }

  @Test
  void aClinicClosedForATimeKeepsItsPeople() {
    register.amend(clinic.id(), 0, status("temporarily_closed"));
    assertThat(ended).isEmpty();
    assertThat(audited).containsExactly("clinic.amend status: active → temporarily_closed");
  }

  @Test
  void writesDownWhoLoosensTheSecondFactor() {
    var card = register.amend(clinic.id(), 0, AmendClinic.secondFactor("optional"));
    assertThat(card.secondFactor()).isEqualTo("optional");
    assertThat(audited).containsExactly("clinic.amend secondFactor: required → optional");
  }

  @Test
  void keepsTheLastOneOpen() {
    last = true;
    assertThatThrownBy(() -> register.amend(clinic.id(), 0, status("inactive")))
        .isInstanceOf(Conflict.class)
        .hasMessage("clinic-is-last");
    assertThat(ended).isEmpty();
  }

  @Test
  void nobodyClosesTheClinicSheWorksIn() {
    Actors.enter(
        new Actor(Actor.Kind.USER, UUID.randomUUID(), Set.of(clinic.id()), Set.of(), null));
    assertThatThrownBy(() -> register.amend(clinic.id(), 0, status("inactive")))
        .isInstanceOf(Conflict.class)
        .hasMessage("clinic-is-yours");
    assertThat(clinic.particulars().status()).isEqualTo("active");
  }

  @Test
  void refusesAnOlderVersionAndAnUnknownClinic() {
    assertThatThrownBy(() -> register.amend(clinic.id(), 7, status("inactive")))
        .isInstanceOf(Conflict.class)
        .hasMessage("stale-version");
    assertThatThrownBy(() -> register.get(UUID.randomUUID())).isInstanceOf(NotFound.class);
  }

  @Test
  void writesNothingDownWhenNothingChanges() {
    register.amend(clinic.id(), 0, status("active"));
    assertThat(audited).isEmpty();
  }
}
