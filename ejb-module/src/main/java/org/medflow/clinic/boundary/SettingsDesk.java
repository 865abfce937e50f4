package org.medflow.clinic.boundary;

import static org.medflow.platform.security.Permission.MANAGE_CLINICS;
import static org.medflow.platform.security.Permission.MANAGE_SETTINGS;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.medflow.clinic.control.ClinicRepository;
import org.medflow.clinic.control.SettingQuery;
import org.medflow.clinic.control.SettingRules;
import org.medflow.clinic.control.SettingValues;
import org.medflow.clinic.entity.Clinic;
import org.medflow.clinic.entity.SettingKey;
import org.medflow.platform.Ids;
import org.medflow.platform.error.Conflict;
import org.medflow.platform.error.Invalid;
import org.medflow.platform.security.Actors;
import org.medflow.platform.security.AuditSink;
import org.medflow.platform.security.Requires;
import org.medflow.platform.store.StoreException;
import org.medflow.platform.store.TableCache;

/**
 * Where settings are looked at and changed: for the caller's clinic, or for the whole group. Every
 * change is a new row with who and when, and one line of the audit says the old and the new value;
 * of two changes that saw the same version setting_value_uk lets one through.
 */
@Stateless
public class SettingsDesk {

  @Inject SettingQuery stored;
  @Inject ClinicRepository clinics;
  @Inject TableCache cache;
  @Inject AuditSink audit;
  @Inject Clock clock;

  @Requires(MANAGE_SETTINGS)
  public List<SettingView> all() {
    var values = values();
    return Arrays.stream(SettingKey.values()).map(key -> SettingView.of(key, values)).toList();
  }

  /** Changes what holds in the caller's clinic. */
  @Requires(MANAGE_SETTINGS)
  public SettingView change(ChangeSetting change) {
    var key = known(change);
    if (key.groupOnly()) {
      throw Invalid.field("level", "setting-of-the-group");
    }
    return changed(key, change, Actors.current().clinic());
  }

  /** Changes what holds wherever a clinic has not said otherwise. */
  @Requires(MANAGE_CLINICS)
  public SettingView changeGroup(ChangeSetting change) {
    return changed(known(change), change, null);
  }

  /** Who changed it, the newest first; of the caller's clinic and of the group. */
  @Requires(MANAGE_SETTINGS)
  public List<SettingChange> history(String code) {
    return stored.history(Actors.current().clinic(), known(code).code());
  }

  private SettingView changed(SettingKey key, ChangeSetting change, UUID clinic) {
    var before = values();
    var value = change.value() == null ? null : SettingRules.checked(key, change.value());
    var said = clinic == null ? before.group(key) : before.clinic(key);
    long version = clinic == null ? before.groupVersion(key) : before.clinicVersion(key);
    if (version != change.version()) {
      throw new Conflict("stale-version", Map.of("version", version));
    }
    if (Objects.equals(said, value)) {
      return SettingView.of(key, before);
    }
    var row = new SettingQuery.Wanted(Ids.next(), clinic, key.code(), value, version);
    add(row);
    var now = values();
    SettingRules.together(now);
    audit.wrote(
        value == null ? "setting.reset" : "setting.change",
        "setting",
        row.id(),
        "%s (%s): %s → %s"
            .formatted(key.code(), clinic == null ? "group" : "clinic", word(said), word(value)));
    forget(clinic, key);
    return SettingView.of(key, now);
  }

  private void add(SettingQuery.Wanted row) {
    try {
      if (!stored.add(row, Actors.current().id(), clock.instant())) {
        throw new Conflict("stale-version");
      }
    } catch (StoreException refused) {
      throw StoreException.constraintOf(refused)
          .filter("setting_value_uk"::equals)
          .<RuntimeException>map(overtaken -> new Conflict("stale-version"))
          .orElse(refused);
    }
  }

  private void forget(UUID clinic, SettingKey key) {
    var where = clinic == null ? clinics.all().stream().map(Clinic::id).toList() : List.of(clinic);
    where.forEach(one -> cache.dropWhenDone(one, Settings.TABLE, key.code()));
  }

  private SettingValues values() {
    return new SettingValues(stored.current(Actors.current().clinic()));
  }

  private static SettingKey known(ChangeSetting change) {
    if (change == null) {
      throw Invalid.field("value", "required");
    }
    return known(change.key());
  }

  private static SettingKey known(String code) {
    return SettingKey.of(code).orElseThrow(() -> Invalid.field("key", "unknown-setting"));
  }

  private static String word(String value) {
    return value == null ? "–" : value;
  }
}
