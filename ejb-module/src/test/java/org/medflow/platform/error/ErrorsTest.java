package org.medflow.platform.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ErrorsTest {

  @Test
  void carriesTheCodeTheFieldsAndTheDetails() {
    var broken = Invalid.field("birthDate", "birth-date-in-future");
    assertThat(broken.code()).isEqualTo("invalid");
    assertThat(broken.fields())
        .containsExactly(new FieldError("birthDate", "birth-date-in-future"));
    var conflict = new Conflict("patient-likely-duplicate", Map.of("candidates", List.of()));
    assertThat(conflict.details()).containsKey("candidates");
    assertThat(new NotFound("not-found").fields()).isEmpty();
    assertThat(new Unavailable("unavailable").details()).isEmpty();
  }

  @Test
  void survivesAJourneyThroughSerialisationWithItsCode() throws Exception {
    var there = new Conflict("stale-version", Map.of("a", "b"));
    var back = (Conflict) read(written(there));
    assertThat(back.code()).isEqualTo("stale-version");
    assertThat(back.fields()).isEmpty();
    assertThat(back.details()).isEmpty();
  }

  @Test
  void speaksFrenchAndEnglish() {
    assertThat(ErrorTexts.of("not-found", Locale.FRENCH)).isEqualTo("Introuvable.");
    assertThat(ErrorTexts.of("not-found", Locale.ENGLISH)).isNotEqualTo("Introuvable.");
    assertThat(ErrorTexts.of("not-found", Locale.GERMAN)).isEqualTo("Introuvable.");
  }

  @Test
  void saysSomethingEvenForAnUnknownCode() {
    assertThat(ErrorTexts.of("no-such-code", Locale.ENGLISH))
        .isEqualTo(ErrorTexts.of("internal", Locale.ENGLISH));
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "-, -, fr",
        "'', en, en",
        "en-GB, fr, en",
        "'de, en;q=0.5', -, en",
        "de, en, en",
        "de, de, fr",
        "'fr;q=0.1, en;q=0.9', -, en",
        "'<script>', -, fr"
      })
  void choosesTheLanguage(String header, String own, String spoken) {
    assertThat(ErrorTexts.language(header, own).getLanguage()).isEqualTo(spoken);
  }

  private static byte[] written(Object thing) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var out = new ObjectOutputStream(bytes)) {
      out.writeObject(thing);
    }
    return bytes.toByteArray();
  }

  private static Object read(byte[] bytes) throws IOException, ClassNotFoundException {
    try (var in = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
      return in.readObject();
    }
  }
}
