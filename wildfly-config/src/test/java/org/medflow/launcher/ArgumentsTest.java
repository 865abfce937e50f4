package org.medflow.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArgumentsTest {

  @Test
  void readsFlagsAndValuesOfAVerb() {
    var arguments = Arguments.parse("run", "--demo", "--port-offset", "100", "--detach");

    assertThat(arguments.verb()).isEqualTo(Verb.RUN);
    assertThat(arguments.has("--demo")).isTrue();
    assertThat(arguments.has("--detach")).isTrue();
    assertThat(arguments.has("--lan")).isFalse();
    assertThat(arguments.portOffset()).contains(100);
  }

  @Test
  void knowsNoOffsetWhenNoneWasGiven() {
    assertThat(Arguments.parse("run").portOffset()).isEmpty();
  }

  @Test
  void readsHowManyServersAreWanted() {
    assertThat(Arguments.parse("run", "--nodes", "2").nodes()).contains(2);
    assertThat(Arguments.parse("run").nodes()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "5", "two", "02", "-1"})
  void refusesANumberOfServersThatNobodyNeeds(String nodes) {
    var arguments = Arguments.parse("run", "--nodes", nodes);

    assertThatThrownBy(arguments::nodes).hasMessageContaining("from 1 to 4");
  }

  @Test
  void readsWhatAnImportNeeds() {
    var arguments = Arguments.parse("import", "--source", "csv:x", "--clinic", "KIN", "--wait");

    assertThat(arguments.value("--source")).contains("csv:x");
    assertThat(arguments.value("--clinic")).contains("KIN");
    assertThat(arguments.has("--dry-run")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "fly",
        "RUN",
        "run --fast",
        "stop --demo",
        "status json",
        "run --port-offset",
        "import --source --wait",
        "run --port-offset 1 --port-offset 2"
      })
  void refusesWhatItDoesNotKnow(String line) {
    assertThatThrownBy(() -> Arguments.parse(line.split(" ")))
        .isInstanceOfSatisfying(
            LauncherProblem.class,
            problem -> assertThat(problem.exitCode()).isEqualTo(LauncherProblem.USAGE));
  }

  @Test
  void explainsItselfWhenNothingWasAsked() {
    assertThatThrownBy(Arguments::parse).hasMessageStartingWith("Usage: ./medflow");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "x", "40001", "1.5", "123456"})
  void refusesAnOffsetThatIsNoSmallNumber(String offset) {
    var arguments = Arguments.parse("run", "--port-offset", offset);

    assertThatThrownBy(arguments::portOffset).hasMessageContaining("from 0 to 40000");
  }
}
