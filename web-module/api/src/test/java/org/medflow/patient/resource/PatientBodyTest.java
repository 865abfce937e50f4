package org.medflow.patient.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.medflow.patient.boundary.Person;
import org.medflow.patient.entity.Sex;
import org.medflow.platform.web.Refusal;

class PatientBodyTest {

  private static final Person MARIE =
      new Person("Kabila", null, "Marie", Sex.FEMALE, null, null, null, List.of(), null, null);

  private static PatientBody body(Person person, String lastName, List<?> decisions) {
    return new PatientBody(
        person,
        lastName,
        null,
        lastName == null ? null : "Marie",
        lastName == null ? null : Sex.FEMALE,
        null,
        null,
        null,
        lastName == null ? null : List.of(),
        null,
        null,
        null,
        null,
        null,
        decisions == null ? null : List.of());
  }

  @Test
  void takesThePersonAtTheTop() {
    assertThat(body(null, "Kabila", null).registration().person()).isEqualTo(MARIE);
  }

  @Test
  void takesThePersonTogether() {
    assertThat(body(MARIE, null, null).registration().person()).isEqualTo(MARIE);
  }

  @Test
  void refusesBoth() {
    assertThatThrownBy(() -> body(MARIE, "Kabila", null).registration())
        .isInstanceOf(Refusal.class);
  }

  @Test
  void leavesTheRefusalOfAMissingPersonToTheFacade() {
    assertThat(body(null, null, null).registration().person()).isNull();
  }

  @Test
  void amendsWithoutTouchingThePerson() {
    assertThat(body(null, null, null).amendment().person()).isNull();
  }

  @Test
  void takesNoDecisionsOnAmending() {
    assertThatThrownBy(() -> body(null, null, List.of()).amendment()).isInstanceOf(Refusal.class);
  }
}
