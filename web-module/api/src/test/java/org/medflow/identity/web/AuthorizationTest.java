package org.medflow.identity.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.medflow.identity.boundary.BearerCredential;
import org.medflow.identity.boundary.OperatorCredential;
import org.medflow.platform.web.Refusal;

class AuthorizationTest {

  private static final String LOOPBACK = "127.0.0.1";

  @Test
  void readsABearerTokenAndTheClinicOfTheCall() {
    assertThat(Authorization.of("Bearer a.b.c", " KIN ", "10.0.0.9"))
        .contains(new BearerCredential("a.b.c", "KIN"));
    assertThat(Authorization.of("bearer a.b.c", null, LOOPBACK))
        .contains(new BearerCredential("a.b.c", null));
  }

  @Test
  void takesTheLauncherFromThisMachineOnly() {
    assertThat(Authorization.of("Operator secret", null, LOOPBACK))
        .contains(new OperatorCredential("secret"));
    assertThat(Authorization.of("Operator secret", null, "0:0:0:0:0:0:0:1")).isPresent();
    assertThat(Authorization.of("Operator secret", null, "10.0.0.9")).isEmpty();
    assertThat(Authorization.of("Operator secret", null, "127.0.0.1.evil")).isEmpty();
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "Basic YTpi", "Bearer", "Token abc", "\u0000"})
  void takesNothingElse(String header) {
    assertThat(Authorization.of(header, null, LOOPBACK)).isEmpty();
  }

  @Test
  void cutsAnEndlessClinic() {
    var credential = (BearerCredential) Authorization.of("Bearer t", "K".repeat(999), "a").get();
    assertThat(credential.clinic()).hasSize(64);
  }

  @Test
  void refusesAClinicThatNoDatabaseReads() {
    assertThatThrownBy(() -> Authorization.of("Bearer t", "K\u0000IN", LOOPBACK))
        .isInstanceOf(Refusal.class);
  }

  @Test
  void neverShowsASecretInText() {
    assertThat(new BearerCredential("secret", "KIN").toString()).doesNotContain("secret");
    assertThat(new OperatorCredential("secret").toString()).doesNotContain("secret");
  }
}
