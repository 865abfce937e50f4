package org.medflow.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HostRulesTest {

  @Test
  void letsNobodyInOnTrust() {
    assertThat(HostRules.text()).doesNotContain("trust").doesNotContain("md5");
  }

  @Test
  void letsOurRolesInFromThisMachineWithScram() {
    assertThat(HostRules.text().lines())
        .contains("host medflow medflow_owner,medflow_app 127.0.0.1/32 scram-sha-256")
        .contains("host all postgres 127.0.0.1/32 scram-sha-256");
  }

  @Test
  void rejectsEverybodyElseInTheEnd() {
    assertThat(HostRules.text().lines().skip(3))
        .containsExactly("host all all 0.0.0.0/0 reject", "host all all ::/0 reject");
  }
}
