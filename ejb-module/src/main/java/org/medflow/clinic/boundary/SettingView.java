package org.medflow.clinic.boundary;

import java.io.Serializable;
import java.util.List;
import org.medflow.clinic.control.SettingValues;
import org.medflow.clinic.entity.SettingKey;
import org.medflow.clinic.entity.SettingType;
import org.medflow.clinic.entity.SettingType.Choice;
import org.medflow.clinic.entity.SettingType.Line;
import org.medflow.clinic.entity.SettingType.Several;
import org.medflow.clinic.entity.SettingType.Span;
import org.medflow.clinic.entity.SettingType.Whole;

/**
 * A setting as it stands in the caller's clinic.
 *
 * @param value what holds
 * @param origin whose word that is: {@code default}, {@code group} or {@code clinic}
 * @param unit {@code minutes}, {@code hours}, {@code days}, {@code units} or null
 * @param groupOnly whether one value holds for all clinics
 */
public record SettingView(
    String key,
    String family,
    Form form,
    String unit,
    boolean groupOnly,
    String value,
    String origin,
    Levels levels)
    implements Serializable {

  /**
   * What its value may be.
   *
   * @param type {@code boolean}, {@code whole}, {@code duration}, {@code text}, {@code choice} or
   *     {@code several}
   * @param least smallest number or duration, null for other types
   * @param pattern regular expression of a text, else null
   * @param options the list to choose from, else empty
   */
  public record Form(String type, String least, String most, String pattern, List<String> options)
      implements Serializable {

    static Form of(SettingType type) {
      if (type instanceof Whole whole) {
        return between(type, String.valueOf(whole.least()), String.valueOf(whole.most()));
      }
      if (type instanceof Span span) {
        return between(type, span.least().toString(), span.most().toString());
      }
      if (type instanceof Line line) {
        return new Form(type.word(), null, null, line.pattern(), List.of());
      }
      if (type instanceof Choice choice) {
        return new Form(type.word(), null, null, null, choice.options());
      }
      return type instanceof Several several
          ? new Form(type.word(), null, null, null, several.options())
          : new Form(type.word(), null, null, null, List.of());
    }

    private static Form between(SettingType type, String least, String most) {
      return new Form(type.word(), least, most, null, List.of());
    }
  }

  /** What was said at each level, null for nothing, with the version to change it by. */
  public record Levels(
      String standard, String group, long groupVersion, String clinic, long clinicVersion)
      implements Serializable {}

  static SettingView of(SettingKey key, SettingValues values) {
    return new SettingView(
        key.code(),
        key.family(),
        Form.of(key.type()),
        key.unit(),
        key.groupOnly(),
        values.effective(key),
        values.origin(key),
        new Levels(
            key.standard(),
            values.group(key),
            values.groupVersion(key),
            values.clinic(key),
            values.clinicVersion(key)));
  }
}
