package org.medflow.patient.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.medflow.audit.boundary.AuditTrail;
import org.medflow.patient.control.CrossClinicQuery;
import org.medflow.platform.error.Conflict;
import org.medflow.platform.error.Invalid;
import org.medflow.platform.error.NotFound;
import org.medflow.platform.event.LiveEvents;
import org.medflow.platform.security.Actor;
import org.medflow.platform.security.Actors;
import org.medflow.platform.security.Permission;
import org.medflow.platform.store.StoreException;

class EmergencyReviewTest {

  private static final UUID ACCESS = UUID.randomUUID();
  private static final UUID HER = UUID.randomUUID();
  private static final UUID CLINIC = UUID.randomUUID();

  private final List<String> deeds = new ArrayList<>();
  private final EmergencyReview review = new EmergencyReview();
  private boolean judged;
  private boolean own;

  @BeforeEach
  void wire() {
    review.clock = Clock.systemUTC();
    review.links = new Table();
    review.audit =
        new AuditTrail() {
          @Override
          public void wrote(String action, String entity, Collection<UUID> ids, String reason) {
            deeds.add(action + " " + reason + " " + Actors.current().clinics().contains(CLINIC));
          }
        };
    review.live =
        new LiveEvents() {
          @Override
          public void publish(String topic, String entity, UUID id) {
            deeds.add("live " + topic);
          }
        };
    Actors.enter(new Actor(Actor.Kind.USER, UUID.randomUUID(), Set.of(CLINIC), Set.of(), null));
  }

  @AfterEach
  void leave() {
    Actors.clear();
  }

  private final class Table extends CrossClinicQuery {

    @Override
    public Optional<EmergencyAccessView> access(UUID id) {
      var now = Instant.now();
      return Optional.of(
              new EmergencyAccessView(ACCESS, HER, "why", HER, now, now, null, null, null))
          .filter(access -> access.id().equals(id));
    }

    @Override
    public boolean judge(Judged judgement, UUID by, Instant at) {
      if (own) {
        throw new StoreException(
            new SQLException("violates \"emergency_access_reviewer_ck\"", "23514"));
      }
      return !judged;
    }

    @Override
    public boolean end(UUID access, Instant at) {
      return deeds.add("end");
    }

    @Override
    public List<Lapsed> lapse(Instant now) {
      return List.of(new Lapsed(ACCESS, CLINIC, HER));
    }
  }

  @Test
  void aJustifiedAccessStaysAndAnUnjustifiedOneEnds() {
    review.review(ACCESS, "justified", null);
    assertThat(deeds).containsExactly("emergency.review justified true", "live emergencies");
    deeds.clear();
    review.review(ACCESS, "unjustified", "aucun soin");
    assertThat(deeds)
        .containsExactly("end", "emergency.review unjustified true", "live emergencies");
  }

  @Test
  void anUnjustifiedOneIsExplained() {
    refused("unjustified", " ", "note", "reason-required");
    refused("perhaps", null, "verdict", "bad-format");
    refused(null, null, "verdict", "bad-format");
    assertThat(deeds).isEmpty();
  }

  private void refused(String verdict, String note, String field, String code) {
    assertThatThrownBy(() -> review.review(ACCESS, verdict, note))
        .isInstanceOfSatisfying(
            Invalid.class,
            invalid -> {
              assertThat(invalid.fields().get(0).field()).isEqualTo(field);
              assertThat(invalid.fields().get(0).code()).isEqualTo(code);
            });
  }

  @Test
  void isJudgedOnceByAnotherAndOnlyWhenItIsThere() {
    judged = true;
    assertThatThrownBy(() -> review.review(ACCESS, "justified", null))
        .isInstanceOf(Conflict.class)
        .hasMessage("already-reviewed");
    own = true;
    assertThatThrownBy(() -> review.review(ACCESS, "justified", null))
        .isInstanceOf(Conflict.class)
        .hasMessage("review-own-access");
    assertThatThrownBy(() -> review.review(UUID.randomUUID(), "justified", null))
        .isInstanceOf(NotFound.class);
  }

  @Test
  void whatIsOverIsWrittenDownInItsClinic() {
    Actors.run(Actor.system(Permission.OPERATE_SYSTEM), () -> assertThat(review.lapse()).isOne());
    assertThat(deeds).containsExactly("emergency.lapse null true", "live emergencies");
  }
}
