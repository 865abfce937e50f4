package org.medflow.clinic.boundary;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.medflow.clinic.control.SettingQuery;
import org.medflow.clinic.control.SettingValues;
import org.medflow.clinic.entity.SettingKey;
import org.medflow.platform.error.NotFound;
import org.medflow.platform.security.Actors;
import org.medflow.platform.security.Requires;
import org.medflow.platform.store.TableCache;

/**
 * What holds in the caller's clinic, for every room that asks. Answers are remembered for half a
 * minute and forgotten on every node as soon as one is changed; with nothing remembered the
 * database is asked.
 */
@Stateless
public class Settings {

  static final String TABLE = "setting";

  @Inject SettingQuery stored;
  @Inject TableCache cache;

  /** The text of a value, in the form of its type. */
  @Requires
  public String text(SettingKey key) {
    var clinic = Actors.current().clinic();
    return cache.get(clinic, TABLE, key.code()).orElseGet(() -> asked(clinic, key));
  }

  /** The same by name; an unknown one is not found. */
  @Requires
  public String text(String code) {
    return text(SettingKey.of(code).orElseThrow(() -> new NotFound("not-found")));
  }

  @Requires
  public int number(SettingKey key) {
    return Integer.parseInt(text(key));
  }

  @Requires
  public boolean flag(SettingKey key) {
    return Boolean.parseBoolean(text(key));
  }

  @Requires
  public Duration span(SettingKey key) {
    return Duration.parse(text(key));
  }

  @Requires
  public List<String> several(SettingKey key) {
    return List.of(text(key).split(","));
  }

  private String asked(UUID clinic, SettingKey key) {
    var value = new SettingValues(stored.current(clinic)).effective(key);
    cache.put(clinic, TABLE, key.code(), value);
    return value;
  }
}
