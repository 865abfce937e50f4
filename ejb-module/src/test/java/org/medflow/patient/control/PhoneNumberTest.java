package org.medflow.patient.control;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumberTest {

  @ParameterizedTest
  @CsvSource({
    "0812345678,+243812345678",
    "812345678,+243812345678",
    "+243 81 234 56 78,+243812345678",
    "00243812345678,+243812345678",
    "243812345678,+243812345678",
    "081-234-56-78,+243812345678",
    "(081) 234.5678,+243812345678",
    "+33 6 12 34 56 78,+33612345678"
  })
  void writesANumberInOneForm(String typed, String e164) {
    assertThat(PhoneNumber.normalise(typed)).contains(e164);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "12",
        "12345",
        "abc",
        "0812345678 ext 5",
        "+",
        "08123456789012345",
        "1-800-FLOWERS",
        "+999123456789",
        "0812 345 678; 2"
      })
  void refusesWhatIsNoNumber(String typed) {
    assertThat(PhoneNumber.normalise(typed)).isEmpty();
  }

  @Property
  void writingTwiceChangesNothing(@ForAll @IntRange(min = 0, max = 99_999_999) int rest) {
    var once = PhoneNumber.normalise("0%d%08d".formatted(8 + rest % 2, rest)).orElseThrow();
    assertThat(PhoneNumber.normalise(once)).contains(once);
  }

  @Property
  void neverBreaksOnAnyText(@ForAll @StringLength(max = 60) String anything) {
    assertThat(PhoneNumber.normalise(anything).stream())
        .allSatisfy(number -> assertThat(number).matches("\\+[0-9]{6,15}"));
  }
}
