package org.medflow.identity.control;

import static org.assertj.core.api.Assertions.assertThat;

import com.bastiaanjansen.otp.HMACAlgorithm;
import com.bastiaanjansen.otp.TOTPGenerator;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {

  /** The secret of the vectors in RFC 6238, appendix B, whose codes have eight digits. */
  private static final byte[] VECTOR = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

  private static final Instant NOW = Instant.ofEpochSecond(1_111_111_109L);

  @ParameterizedTest
  @CsvSource({
    "59, 287082",
    "1111111109, 081804",
    "1111111111, 050471",
    "1234567890, 005924",
    "2000000000, 279037",
    "20000000000, 353130"
  })
  void givesTheCodesOfTheStandard(long second, String code) {
    assertThat(Totp.code(VECTOR, second / 30)).isEqualTo(code);
  }

  @Test
  void agreesWithAnotherImplementation() {
    var random = new Random(20261127);
    for (int i = 0; i < 200; i++) {
      var secret = Totp.secret();
      var at = Instant.ofEpochSecond(Math.abs(random.nextLong() % 4_000_000_000L));
      var other =
          new TOTPGenerator.Builder(Base32.of(secret).getBytes(StandardCharsets.US_ASCII))
              .withHOTPGenerator(
                  code -> code.withPasswordLength(6).withAlgorithm(HMACAlgorithm.SHA1))
              .withPeriod(Duration.ofSeconds(30))
              .build();
      assertThat(Totp.code(secret, at.getEpochSecond() / 30)).isEqualTo(other.at(at));
    }
  }

  @Test
  void takesTheStepBeforeAndTheStepAfterAndNoOther() {
    long present = NOW.getEpochSecond() / 30;
    for (long step = present - 3; step <= present + 3; step++) {
      var found = Totp.step(VECTOR, Totp.code(VECTOR, step), NOW);
      assertThat(found.isPresent())
          .as("%d", step - present)
          .isEqualTo(Math.abs(step - present) < 2);
      found.ifPresent(one -> assertThat(Totp.code(VECTOR, one)).isNotEmpty());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "08180",
    "0818044",
    "08180a",
    "'081804 '",
    "-81804",
    "\u0660\u0668\u0661\u0668\u0660\u0664"
  })
  void takesNothingThatIsNotSixDigits(String code) {
    assertThat(Totp.step(VECTOR, code, NOW)).isEmpty();
    assertThat(Totp.step(VECTOR, null, NOW)).isEmpty();
  }

  @Test
  void writesSecretsAsTheStandardDoes() {
    assertThat(Base32.of("f".getBytes(StandardCharsets.US_ASCII))).isEqualTo("MY");
    assertThat(Base32.of("foobar".getBytes(StandardCharsets.US_ASCII))).isEqualTo("MZXW6YTBOI");
    assertThat(Base32.of(VECTOR)).isEqualTo("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
  }
}
