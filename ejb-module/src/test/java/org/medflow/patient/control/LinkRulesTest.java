package org.medflow.patient.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.medflow.patient.boundary.IdentifierInput;
import org.medflow.patient.boundary.LinkPatient;
import org.medflow.patient.entity.IdentifierSystem;
import org.medflow.platform.error.FieldError;
import org.medflow.platform.error.Invalid;
import org.medflow.platform.limit.Limits;
import org.medflow.platform.store.FakeCache;

class LinkRulesTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 27);
  private static final IdentifierInput NUMBER = new IdentifierInput("national_id", " cd-12 345 ");

  @Test
  void readsANumberHoweverItIsSpacedWithAConsentOfToday() {
    var checked =
        LinkRules.checked(LinkPatient.byConsent(NUMBER, " signé au guichet ", TODAY), TODAY);
    assertThat(checked.system()).isEqualTo(IdentifierSystem.NATIONAL_ID);
    assertThat(checked.number()).isEqualTo("CD12345");
    assertThat(checked.words()).isEqualTo("signé au guichet");
    assertThat(checked.given()).isEqualTo(TODAY);
  }

  @Test
  void wantsAReasonOfFifteenSignsForBrokenGlass() {
    var reason = "douleur et rougeur";
    assertThat(LinkRules.checked(LinkPatient.breakGlass(NUMBER, reason), TODAY).words())
        .isEqualTo(reason);
    refused(LinkPatient.breakGlass(NUMBER, "urgent"), new FieldError("reason", "too-short"));
    refused(
        LinkPatient.breakGlass(NUMBER, "urgence     !     "),
        new FieldError("reason", "too-short"));
    refused(LinkPatient.breakGlass(NUMBER, null), new FieldError("reason", "required"));
    refused(LinkPatient.breakGlass(NUMBER, "x".repeat(501)), new FieldError("reason", "too-long"));
  }

  @Test
  void wantsAConsentThatWasGiven() {
    refused(
        LinkPatient.byConsent(NUMBER, null, null),
        new FieldError("date", "required"),
        new FieldError("text", "required"));
    refused(
        LinkPatient.byConsent(NUMBER, "oral", TODAY.plusDays(1)),
        new FieldError("date", "date-in-future"));
    refused(
        new LinkPatient(NUMBER, "consent", null, null),
        new FieldError("date", "required"),
        new FieldError("text", "required"));
  }

  @Test
  void takesStrongNumbersAndKnownWaysOnly() {
    refused(
        LinkPatient.breakGlass(new IdentifierInput("pacs", "12"), "douleur et rougeur"),
        new FieldError("system", "unknown-identifier-system"));
    refused(
        LinkPatient.breakGlass(new IdentifierInput("passport", " - "), "douleur et rougeur"),
        new FieldError("value", "bad-format"));
    refused(
        new LinkPatient(null, "curiosity", null, "douleur et rougeur"),
        new FieldError("system", "unknown-identifier-system"),
        new FieldError("value", "required"),
        new FieldError("basis", "bad-format"));
  }

  private static void refused(LinkPatient asked, FieldError... errors) {
    assertThatThrownBy(() -> LinkRules.checked(asked, TODAY))
        .isInstanceOfSatisfying(
            Invalid.class, invalid -> assertThat(invalid.fields()).containsExactly(errors));
  }

  @Test
  void letsAPersonTryFiveTimesAnHourAndAnotherStillTry() {
    var limits = new LinkLimits(new Limits(FakeCache.empty(), Clock.systemUTC()));
    var person = UUID.randomUUID();
    for (int i = 0; i < 5; i++) {
      assertThat(limits.emergency(person)).isTrue();
    }
    assertThat(limits.emergency(person)).isFalse();
    assertThat(limits.emergency(UUID.randomUUID())).isTrue();
    assertThat(limits.consent(person)).isTrue();
  }
}
