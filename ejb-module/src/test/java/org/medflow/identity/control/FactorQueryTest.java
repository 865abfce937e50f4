package org.medflow.identity.control;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.medflow.platform.Ids;
import org.medflow.platform.store.FakeRows;

class FactorQueryTest {

  private final FakeRows rows = new FakeRows();
  private final FactorQuery factors = new FactorQuery();

  FactorQueryTest() {
    factors.rows = rows;
  }

  @Test
  void forgetsEveryKindOfFactorWithTheRecoveryCodes() {
    assertThat(factors.forget(Ids.next())).isTrue();
    assertThat(rows.calls())
        .extracting(call -> call.sql().replaceAll(".*from (\\S+) .*", "$1").trim())
        .containsExactly("medflow.user_passkey", "medflow.user_factor", "medflow.recovery_code");
  }

  @Test
  void saysWhenThereWasNone() {
    rows.touches("medflow.user_factor", 0);
    rows.touches("medflow.user_passkey", 0);
    assertThat(factors.forget(Ids.next())).isFalse();
  }

  @Test
  void spendsEachStepOnce() {
    var user = Ids.next();
    assertThat(factors.spend(user, 7)).isTrue();
    assertThat(rows.last().sql()).contains("last_step < ?");
    assertThat(rows.last().parameters()).containsExactly(7L, user, 7L);
  }
}
