package org.medflow.clinic.control;

import static org.medflow.clinic.entity.SettingKey.CLOSES;
import static org.medflow.clinic.entity.SettingKey.OPENS;

import org.medflow.clinic.entity.SettingKey;
import org.medflow.platform.error.Invalid;

/** What a value has to keep to: its type, and the other settings that it stands beside. */
public final class SettingRules {

  private SettingRules() {}

  /** The text as a value of this setting. */
  public static String checked(SettingKey key, String text) {
    var value = text.strip();
    var problem = key.type().problem(value);
    if (problem.isPresent()) {
      throw Invalid.field("value", problem.get());
    }
    return value;
  }

  /** Refuses days that end before they begin; hours of five signs sort as text. */
  public static void together(SettingValues values) {
    if (values.effective(OPENS).compareTo(values.effective(CLOSES)) >= 0) {
      throw Invalid.field("value", "opens-after-closing");
    }
  }
}
