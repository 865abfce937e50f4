package org.medflow.identity.page;

import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.medflow.clinic.entity.SettingKey;
import org.medflow.clinic.entity.SettingType.Choice;
import org.medflow.clinic.entity.SettingType.Flag;
import org.medflow.clinic.entity.SettingType.Several;
import org.medflow.clinic.entity.SettingType.Span;
import org.medflow.platform.web.Words;

/** Values of settings in the words of the reader. */
final class SettingTexts {

  private SettingTexts() {}

  static String of(Words words, String code, String value) {
    return SettingKey.of(code).map(key -> of(words, key, value)).orElse(value);
  }

  private static String of(Words words, SettingKey key, String value) {
    if (key.type().problem(value).isPresent()) {
      return value;
    }
    var text = key.type() instanceof Span ? String.valueOf(Duration.parse(value).toHours()) : value;
    if (key.type() instanceof Flag
        || key.type() instanceof Choice
        || key.type() instanceof Several) {
      return Arrays.stream(text.split(","))
          .map(option -> words.of("settings.option." + option))
          .collect(Collectors.joining(", "));
    }
    return key.unit() == null ? text : text + "\u00a0" + words.of("settings.unit." + key.unit());
  }
}
