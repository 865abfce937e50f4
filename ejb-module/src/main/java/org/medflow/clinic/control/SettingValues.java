package org.medflow.clinic.control;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.medflow.clinic.entity.SettingKey;

/**
 * What holds in one clinic: its own word, else the group's, else the default. A stored text that
 * the catalogue does not know as a value any more counts as not said.
 */
public final class SettingValues {

  /** The newest row of a key at one level; no value when it was given back, version 0 for none. */
  public record Stored(UUID clinic, String key, String value, long version) {}

  private final Map<String, Stored> ofGroup = new HashMap<>();
  private final Map<String, Stored> ofClinic = new HashMap<>();

  public SettingValues(Collection<Stored> rows) {
    rows.forEach(row -> (row.clinic() == null ? ofGroup : ofClinic).put(row.key(), row));
  }

  /** What holds. */
  public String effective(SettingKey key) {
    var own = clinic(key);
    if (own != null) {
      return own;
    }
    var common = group(key);
    return common == null ? key.standard() : common;
  }

  /** Whose word it is: {@code clinic}, {@code group} or {@code default}. */
  public String origin(SettingKey key) {
    if (clinic(key) != null) {
      return "clinic";
    }
    return group(key) == null ? "default" : "group";
  }

  /** What the group has said; null for nothing. */
  public String group(SettingKey key) {
    return said(ofGroup.get(key.code()), key);
  }

  /** What the clinic has said, where it may; null for nothing. */
  public String clinic(SettingKey key) {
    return key.groupOnly() ? null : said(ofClinic.get(key.code()), key);
  }

  public long groupVersion(SettingKey key) {
    return version(ofGroup.get(key.code()));
  }

  public long clinicVersion(SettingKey key) {
    return version(ofClinic.get(key.code()));
  }

  private static String said(Stored row, SettingKey key) {
    return row == null || row.value() == null || key.type().problem(row.value()).isPresent()
        ? null
        : row.value();
  }

  private static long version(Stored row) {
    return row == null ? 0 : row.version();
  }
}
