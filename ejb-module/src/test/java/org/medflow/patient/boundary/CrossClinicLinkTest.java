package org.medflow.patient.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.medflow.platform.security.Permission.REGISTER_PATIENTS;
import static org.medflow.platform.security.Permission.VIEW_MEDICAL_RECORDS;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.medflow.clinic.boundary.ClinicDays;
import org.medflow.patient.control.LinkLimits;
import org.medflow.patient.control.LinkRules.Checked;
import org.medflow.platform.error.Forbidden;
import org.medflow.platform.error.Invalid;
import org.medflow.platform.error.NotFound;
import org.medflow.platform.limit.Limits;
import org.medflow.platform.security.Actor;
import org.medflow.platform.security.Actors;
import org.medflow.platform.security.Permission;
import org.medflow.platform.store.FakeCache;

class CrossClinicLinkTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 27);
  private static final UUID HER = UUID.randomUUID();
  private static final IdentifierInput NUMBER = new IdentifierInput("passport", "OP 12");
  private static final LinkPatient GLASS =
      LinkPatient.breakGlass(NUMBER, "glaucome aigu cette nuit");

  private final List<String> deeds = new ArrayList<>();
  private final CrossClinicLink links = new CrossClinicLink();
  private Optional<UUID> owner = Optional.of(HER);

  @BeforeEach
  void wire() {
    links.days =
        new ClinicDays() {
          @Override
          public LocalDate today(Actor actor) {
            return TODAY;
          }
        };
    links.limits = new LinkLimits(new Limits(FakeCache.empty(), Clock.systemUTC()));
    links.deed =
        new LinkDeed() {
          @Override
          public Optional<UUID> byConsent(Checked asked) {
            deeds.add("consent " + asked.number());
            return owner;
          }

          @Override
          public Optional<UUID> breakGlass(Checked asked) {
            deeds.add("glass " + asked.number());
            return owner;
          }

          @Override
          public void refused() {
            deeds.add("refused");
          }
        };
  }

  @AfterEach
  void leave() {
    Actors.clear();
  }

  private static void as(Permission... rights) {
    var clinic = Set.of(UUID.randomUUID());
    Actors.enter(new Actor(Actor.Kind.USER, UUID.randomUUID(), clinic, Set.of(rights), null));
  }

  @Test
  void eachGoesTheWayTheRequestSays() {
    as(REGISTER_PATIENTS, VIEW_MEDICAL_RECORDS);
    assertThat(links.link(GLASS)).isEqualTo(HER);
    assertThat(links.link(LinkPatient.byConsent(NUMBER, "signé", TODAY))).isEqualTo(HER);
    assertThat(deeds).containsExactly("glass OP12", "consent OP12");
  }

  @Test
  void whoeverOnlyRegistersBreaksNoGlassAndIsWrittenDown() {
    as(REGISTER_PATIENTS);
    assertThatThrownBy(() -> links.link(GLASS)).isInstanceOf(Forbidden.class);
    assertThat(deeds).containsExactly("refused");
  }

  @Test
  void anUnknownNumberIsTriedAndWrittenDownBeforeItIsNotFound() {
    as(VIEW_MEDICAL_RECORDS);
    owner = Optional.empty();
    assertThatThrownBy(() -> links.link(GLASS)).isInstanceOf(NotFound.class);
    assertThat(deeds).containsExactly("glass OP12");
  }

  @Test
  void oneTooManyIsNotTriedAnyMore() {
    as(VIEW_MEDICAL_RECORDS);
    for (int i = 0; i < 5; i++) {
      links.link(GLASS);
    }
    assertThatThrownBy(() -> links.link(GLASS))
        .isInstanceOf(Forbidden.class)
        .hasMessage("too-many-attempts");
    assertThat(deeds).hasSize(5);
  }

  @Test
  void whatIsNotSaidProperlyIsNotTried() {
    as(VIEW_MEDICAL_RECORDS);
    assertThatThrownBy(() -> links.link(null)).isInstanceOf(Invalid.class);
    assertThatThrownBy(() -> links.link(LinkPatient.breakGlass(NUMBER, "vite")))
        .isInstanceOf(Invalid.class);
    assertThat(deeds).isEmpty();
  }
}
