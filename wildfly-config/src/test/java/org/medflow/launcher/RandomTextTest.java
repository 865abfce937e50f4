package org.medflow.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RandomTextTest {

  @Test
  void makesPasswordsOfTheLengthAskedWithoutLookAlikes() {
    var password = RandomText.password(24);

    assertThat(password).hasSize(24).matches("[a-zA-Z2-9]+").doesNotContain("l", "O", "I");
  }

  @Test
  void makesTokensFitForAUrl() {
    assertThat(RandomText.token()).hasSize(43).matches("[A-Za-z0-9_-]+");
  }

  @Test
  void neverRepeatsItself() {
    assertThat(Stream.generate(RandomText::token).limit(1000).collect(Collectors.toSet()))
        .hasSize(1000);
  }
}
