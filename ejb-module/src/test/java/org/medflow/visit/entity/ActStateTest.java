package org.medflow.visit.entity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ActStateTest {

  @ParameterizedTest
  @CsvSource({
    "PLANNED,COMPLETED,true",
    "PLANNED,DEFERRED,true",
    "DEFERRED,PLANNED,true",
    "DEFERRED,COMPLETED,false",
    "IN_PROGRESS,PLANNED,false",
    "COMPLETED,CANCELLED,false",
    "CANCELLED,PLANNED,false"
  })
  void goesOnlyForward(ActState from, ActState to, boolean allowed) {
    assertThat(from.mayBecome(to)).isEqualTo(allowed);
  }
}
