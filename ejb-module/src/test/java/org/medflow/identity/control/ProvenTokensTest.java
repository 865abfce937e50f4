package org.medflow.identity.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.medflow.identity.control.TokenMint.Proven;
import org.medflow.platform.Ids;

class ProvenTokensTest {

  private static final Instant MORNING = Instant.parse("2026-11-24T08:00:00Z");

  private final List<String> proofs = new ArrayList<>();
  private final UUID session = Ids.next();
  private Instant now = MORNING;
  private final ProvenTokens tokens = new ProvenTokens(this::prove, clock());

  private Optional<Proven> prove(String token) {
    proofs.add(token);
    boolean good = token.startsWith("good") && now.isBefore(MORNING.plusSeconds(900));
    return good ? Optional.of(new Proven(session, MORNING.plusSeconds(900))) : Optional.empty();
  }

  private Clock clock() {
    return new Clock() {
      @Override
      public ZoneId getZone() {
        return ZoneOffset.UTC;
      }

      @Override
      public Clock withZone(ZoneId zone) {
        return this;
      }

      @Override
      public Instant instant() {
        return now;
      }
    };
  }

  @Test
  void provesAGoodTokenOnce() {
    assertThat(tokens.session("good")).contains(session);
    assertThat(tokens.session("good")).contains(session);
    assertThat(proofs).containsExactly("good");
  }

  @Test
  void believesNoTokenThatWouldLiveLongerThanAnyOfOurs() {
    now = MORNING.minusSeconds(11);
    assertThat(tokens.session("good")).isEmpty();
    now = MORNING.minusSeconds(10);
    assertThat(tokens.session("good")).contains(session);
  }

  @Test
  void provesABadTokenEachTimeAndNeverRemembersIt() {
    assertThat(tokens.session("bad")).isEmpty();
    assertThat(tokens.session("bad")).isEmpty();
    assertThat(proofs).containsExactly("bad", "bad");
  }

  @Test
  void takesNoTokenForAnother() {
    tokens.session("good");
    assertThat(tokens.session("good ")).contains(session);
    assertThat(tokens.session("Good")).isEmpty();
    assertThat(proofs).containsExactly("good", "good ", "Good");
  }

  @Test
  void refusesATokenWhoseTimeIsOver() {
    tokens.session("good");
    now = MORNING.plusSeconds(900);
    assertThat(tokens.session("good")).isEmpty();
  }

  @Test
  void looksAtNothingThatIsAbsentOrEndless() {
    assertThat(tokens.session(null)).isEmpty();
    assertThat(tokens.session("good".repeat(1_100))).isEmpty();
    assertThat(proofs).isEmpty();
  }

  @Test
  void forgetsTheLeastUsedWhenThereAreTooMany() {
    tokens.session("good 0");
    for (int i = 1; i < ProvenTokens.MOST; i++) {
      tokens.session("good " + i);
    }
    tokens.session("good 0");
    tokens.session("good one more");
    proofs.clear();
    tokens.session("good 0");
    tokens.session("good 1");
    assertThat(proofs).containsExactly("good 1");
  }
}
