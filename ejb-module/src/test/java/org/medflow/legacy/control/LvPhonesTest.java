package org.medflow.legacy.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LvPhonesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0810000001",
        "810000001",
        "+243810000001",
        "00243810000001",
        "243810000001",
        "081 000 00 01",
        "081-000-00-01",
        "(081) 000.00.01",
        "081/000/0001",
        "+243 (0)810000001"
      })
  void knowsOneNumberInEveryDress(String cell) {
    assertThat(LvPhones.of(cell)).isEqualTo(new LvPhones(List.of("+243810000001"), false));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0810000001/0990000002",
        "0810000001 / 0990000002",
        "0810000001,0990000002",
        "0810000001; 0990000002",
        "0810000001 ou 0990000002",
        "0810000001/0810000001/0990000002"
      })
  void splitsSeveral(String cell) {
    assertThat(LvPhones.of(cell))
        .isEqualTo(new LvPhones(List.of("+243810000001", "+243990000002"), false));
  }

  @ParameterizedTest
  @ValueSource(strings = {"12345", "000000000", "9990000000", "pas de téléphone", "0,81E+09"})
  void leavesOutWhatIsNoNumber(String cell) {
    assertThat(LvPhones.of(cell)).isEqualTo(new LvPhones(List.of(), true));
  }

  @Test
  void keepsTheGoodOneOfTwo() {
    assertThat(LvPhones.of("0810000001/123"))
        .isEqualTo(new LvPhones(List.of("+243810000001"), true));
  }

  @Test
  void keepsFiveAtMost() {
    var six = "0810000001/0810000002/0810000003/0810000004/0810000005/0810000006";
    assertThat(LvPhones.of(six).numbers()).hasSize(5);
    assertThat(LvPhones.of(six).dropped()).isTrue();
  }

  @Test
  void hasNothingToDropInAnEmptyCell() {
    assertThat(LvPhones.of(" NULL ")).isEqualTo(new LvPhones(List.of(), false));
  }

  @Property
  void neverFails(@ForAll String cell) {
    assertThat(LvPhones.of(cell).numbers()).allMatch(number -> number.matches("\\+\\d{6,15}"));
  }
}
