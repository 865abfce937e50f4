package org.medflow.scheduling.control;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlaceholderQueryTest {

  @ParameterizedTest
  @CsvSource({
    "Dr Exemple, EXEMPLE",
    "DR. EXEMPLE, EXEMPLE",
    "docteur  Éxemple, EXEMPLE",
    "Exemple, EXEMPLE",
    "Prof. Mbuyi-Kalala, MBUYI KALALA",
    "Dr, DR",
    "Drame, DRAME"
  })
  void knowsANameHoweverItIsSpelled(String name, String key) {
    assertThat(PlaceholderQuery.key(name)).isEqualTo(key);
  }
}
