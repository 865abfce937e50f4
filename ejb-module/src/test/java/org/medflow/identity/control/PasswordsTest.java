package org.medflow.identity.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordsTest {

  private static final String GOOD = "rivière calme au 7";

  @Test
  void acceptsAPhraseWithoutCompositionRules() {
    assertThat(PasswordRules.problem(GOOD, "nadine", "Nadine", "Ilunga")).isEmpty();
    assertThat(PasswordRules.problem("toutes petites lettres ici")).isEmpty();
  }

  @Property(tries = 100)
  void refusesEverythingBelowFifteenCharacters(@ForAll @IntRange(max = 14) int length) {
    assertThat(PasswordRules.problem(GOOD.substring(0, length))).contains("password-too-short");
  }

  @Test
  void countsCharactersAndNotTheirHalves() {
    assertThat(PasswordRules.problem("😀".repeat(14))).contains("password-too-short");
  }

  @Test
  void takesUpToAHundredAndTwentyEightCharacters() {
    var long128 = "une phrase longue ".repeat(8).substring(0, 128);
    assertThat(PasswordRules.problem(long128)).isEmpty();
    assertThat(PasswordRules.problem(long128 + "x")).contains("password-too-long");
  }

  @Test
  void refusesNoPasswordAtAll() {
    assertThat(PasswordRules.problem(null)).contains("password-too-short");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "aaaaaaaaaaaaaaaa",
        "passwordpassword1",
        "motdepassemotdepasse",
        "MedFlowMedFlow2026",
        "abcdefghijklmnop",
        "0123456789012345",
        "azertyuiopqsdfgh",
        "lkjhgfdsapoiuytrewq",
        "iloveyouiloveyou1",
        "P@ssw0rdP@ssw0rd!",
        "trustno1trustno1",
        "letmeinletmein2024",
        "thunderstorm2019",
        "football1234567",
        "sunshine princess",
        "champagne shower",
        "jetaimejetaime123",
        "kinshasakinshasa12"
      })
  void refusesWhatAnybodyWouldTryFirst(String password) {
    assertThat(PasswordRules.problem(password)).contains("password-common");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "correcthorsebatterystaple",
        "wrong horse battery staple",
        "marché du samedi matin",
        "Xk9fQ2vLm7TzRw4b",
        "passwordpasswordpasswordpassword et puis la pluie sur le fleuve"
      })
  void acceptsWhatTakesTooManyGuesses(String password) {
    assertThat(PasswordRules.problem(password)).isEmpty();
  }

  @Test
  void judgesTheLongestPasswordWithinAFewAnswers() {
    var worst = "4@8({[<36é1!aA".repeat(10).substring(0, 128);
    PasswordRules.problem(worst);
    long start = System.nanoTime();
    PasswordRules.problem(worst);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
  }

  @Test
  void refusesThePersonsOwnNames() {
    assertThat(PasswordRules.problem("NadineIlunga1234", "nadine.ilunga", "Nadine", "Ilunga"))
        .contains("password-common");
  }

  @Test
  void toleratesNamesThatAreMissingOrShort() {
    assertThat(PasswordRules.problem(GOOD, "al", null, "")).isEmpty();
  }

  @Test
  void hashesWithArgon2idAndASaltOfItsOwn() {
    var hash = PasswordHash.of(GOOD);
    assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$").doesNotContain("calme");
    assertThat(PasswordHash.of(GOOD)).isNotEqualTo(hash);
  }

  @Test
  void fitsOnlyTheRightPassword() {
    var hash = PasswordHash.of(GOOD);
    assertThat(PasswordHash.fits(GOOD, hash)).isTrue();
    assertThat(PasswordHash.fits(GOOD + " ", hash)).isFalse();
    assertThat(PasswordHash.fits("", hash)).isFalse();
  }

  @Test
  void fitsNothingForSomebodyUnknown() {
    assertThat(PasswordHash.fits("nobody has this password", null)).isFalse();
  }

  @Test
  void doesTheSameWorkForSomebodyUnknown() {
    var known = PasswordHash.of(GOOD);
    assertThat(PasswordHash.against(known)).isEqualTo(known);
    assertThat(cost(PasswordHash.against(null))).isEqualTo(cost(known));
  }

  /** Method, version, memory, passes and lanes: what the work depends on. */
  private static String cost(String hash) {
    return hash.substring(0, hash.indexOf("p=1$"));
  }
}
