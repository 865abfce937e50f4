package org.medflow.identity.control;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.medflow.platform.security.Actor;
import org.medflow.platform.security.Permission;

class OperatorTokenTest {

  private static final String TOKEN = "t".repeat(32);

  @Test
  void makesTheLauncherAnActorWithTwoRightsAndNoClinic() {
    var launcher = OperatorToken.actor(TOKEN, TOKEN).orElseThrow();
    assertThat(launcher.kind()).isEqualTo(Actor.Kind.SYSTEM);
    assertThat(launcher.clinics()).isEmpty();
    assertThat(launcher.permissions())
        .containsExactlyInAnyOrder(Permission.OPERATE_SYSTEM, Permission.MANAGE_MIGRATIONS);
  }

  @Test
  void refusesAnotherToken() {
    assertThat(OperatorToken.actor("x".repeat(32), TOKEN)).isEmpty();
    assertThat(OperatorToken.actor(TOKEN + "t", TOKEN)).isEmpty();
    assertThat(OperatorToken.actor("", TOKEN)).isEmpty();
    assertThat(OperatorToken.actor(null, TOKEN)).isEmpty();
  }

  @Test
  void opensToNobodyWhenTheInstallationHasNoTokenOrAShortOne() {
    assertThat(OperatorToken.actor("", "")).isEmpty();
    assertThat(OperatorToken.actor(TOKEN, null)).isEmpty();
    assertThat(OperatorToken.actor("short", "short")).isEmpty();
  }
}
