package org.medflow.clinic.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.medflow.clinic.entity.SettingKey.DAYS;
import static org.medflow.clinic.entity.SettingKey.REMIND;
import static org.medflow.clinic.entity.SettingKey.REMIND_AHEAD;
import static org.medflow.clinic.entity.SettingKey.SLOT_MINUTES;

import jakarta.transaction.Status;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.medflow.clinic.control.ClinicRepository;
import org.medflow.clinic.control.SettingQuery;
import org.medflow.clinic.control.SettingValues.Stored;
import org.medflow.clinic.entity.Clinic;
import org.medflow.platform.error.Conflict;
import org.medflow.platform.error.Invalid;
import org.medflow.platform.error.NotFound;
import org.medflow.platform.security.Actor;
import org.medflow.platform.security.Actors;
import org.medflow.platform.security.AuditSink;
import org.medflow.platform.store.FakeCache;
import org.medflow.platform.store.FakeTransactions;
import org.medflow.platform.store.TableCache;

/** Changing settings, and reading them through the cache. */
class SettingsDeskTest {

  private static final UUID CLINIC = UUID.randomUUID();
  private static final UUID ELSEWHERE = UUID.randomUUID();
  private static final String SLOT = SLOT_MINUTES.code();

  /** The rows, newest per level; {@code overtaken} is what a race in the database comes to. */
  private final class Table extends SettingQuery {

    private final Map<String, Stored> rows = new HashMap<>();
    private boolean overtaken;
    private int asked;

    @Override
    public List<Stored> current(UUID clinic) {
      asked++;
      return rows.values().stream()
          .filter(row -> row.clinic() == null || row.clinic().equals(clinic))
          .toList();
    }

    @Override
    public boolean add(Wanted wanted, UUID by, Instant at) {
      var row = new Stored(wanted.clinic(), wanted.key(), wanted.value(), wanted.seen() + 1);
      rows.put(wanted.clinic() + wanted.key(), row);
      return !overtaken;
    }
  }

  private final Table table = new Table();
  private final List<String> audited = new ArrayList<>();
  private final FakeTransactions transaction = new FakeTransactions();
  private final TableCache cache = new TableCache(FakeCache.empty(), transaction.registry());
  private final SettingsDesk desk = new SettingsDesk();
  private final Settings settings = new Settings();

  @BeforeEach
  void wire() {
    desk.stored = table;
    desk.cache = cache;
    desk.clock = Clock.systemUTC();
    desk.clinics =
        new ClinicRepository() {
          @Override
          public List<Clinic> all() {
            return List.of(CLINIC, ELSEWHERE).stream()
                .map(id -> Clinic.open(id, new Clinic.Address("T1", "T", "T", "UTC"), null))
                .toList();
          }
        };
    desk.audit =
        new AuditSink() {
          @Override
          public void wrote(String action, String entity, UUID id) {
            throw new AssertionError("a change says what it changed");
          }

          @Override
          public void wrote(String action, String entity, UUID id, String reason) {
            audited.add(action + " " + reason);
          }

          @Override
          public void refused(Actor actor, String call) {
            throw new AssertionError("nothing is refused here");
          }
        };
    settings.stored = table;
    settings.cache = cache;
    Actors.enter(at(CLINIC));
  }

  @AfterEach
  void leave() {
    Actors.clear();
  }

  private static Actor at(UUID clinic) {
    return new Actor(Actor.Kind.USER, UUID.randomUUID(), Set.of(clinic), Set.of(), null);
  }

  private void committed() {
    transaction.end(Status.STATUS_COMMITTED);
  }

  @Test
  void changesAValueForThisClinicAlone() {
    var now = desk.change(new ChangeSetting(SLOT, "45", 0));
    assertThat(now.value()).isEqualTo("45");
    assertThat(now.origin()).isEqualTo("clinic");
    assertThat(now.levels().clinicVersion()).isEqualTo(1);
    assertThat(audited)
        .containsExactly("setting.change appointments.slot-minutes (clinic): – → 45");
    committed();
    assertThat(settings.number(SLOT_MINUTES)).isEqualTo(45);
    assertThat(Actors.as(at(ELSEWHERE), () -> settings.number(SLOT_MINUTES))).isEqualTo(30);
  }

  @Test
  void aChangeOfTheGroupReachesEveryClinicThatHasNotSaidOtherwise() {
    desk.change(new ChangeSetting(SLOT, "45", 0));
    committed();
    assertThat(Actors.as(at(ELSEWHERE), () -> settings.number(SLOT_MINUTES))).isEqualTo(30);
    desk.changeGroup(new ChangeSetting(SLOT, "20", 0));
    committed();
    assertThat(Actors.as(at(ELSEWHERE), () -> settings.number(SLOT_MINUTES))).isEqualTo(20);
    assertThat(settings.number(SLOT_MINUTES)).isEqualTo(45);
  }

  @Test
  void givesAValueBack() {
    desk.change(new ChangeSetting(SLOT, "45", 0));
    var now = desk.change(new ChangeSetting(SLOT, null, 1));
    assertThat(now.value()).isEqualTo("30");
    assertThat(now.origin()).isEqualTo("default");
    assertThat(audited)
        .last()
        .isEqualTo("setting.reset appointments.slot-minutes (clinic): 45 → –");
  }

  @Test
  void writesNothingDownWhenNothingChanges() {
    desk.change(new ChangeSetting(SLOT, null, 0));
    assertThat(audited).isEmpty();
    assertThat(table.rows).isEmpty();
  }

  @Test
  void refusesWhoSawAnOlderVersion() {
    desk.change(new ChangeSetting(SLOT, "45", 0));
    assertThatThrownBy(() -> desk.change(new ChangeSetting(SLOT, "50", 0)))
        .isInstanceOf(Conflict.class)
        .hasMessage("stale-version");
    table.overtaken = true;
    assertThatThrownBy(() -> desk.change(new ChangeSetting(SLOT, "50", 1)))
        .isInstanceOf(Conflict.class)
        .hasMessage("stale-version");
  }

  @Test
  void refusesUnknownNamesBadValuesAndWhatIsTheGroups() {
    refused(new ChangeSetting("appointments.colour", "red", 0), "key", "unknown-setting");
    refused(new ChangeSetting(SLOT, "1000", 0), "value", "out-of-range");
    refused(new ChangeSetting("appointments.opens", "19:00", 0), "value", "opens-after-closing");
    refused(new ChangeSetting("prescriptions.refills", "3", 0), "level", "setting-of-the-group");
    assertThatThrownBy(() -> settings.text("appointments.colour")).isInstanceOf(NotFound.class);
    assertThat(audited).isEmpty();
  }

  private void refused(ChangeSetting change, String field, String code) {
    assertThatThrownBy(() -> desk.change(change))
        .isInstanceOfSatisfying(
            Invalid.class,
            invalid -> {
              assertThat(invalid.fields().get(0).field()).isEqualTo(field);
              assertThat(invalid.fields().get(0).code()).isEqualTo(code);
            });
  }

  @Test
  void readsEachTypeAsItIs() {
    assertThat(settings.flag(REMIND)).isTrue();
    assertThat(settings.span(REMIND_AHEAD)).isEqualTo(Duration.ofHours(24));
    assertThat(settings.several(DAYS)).containsExactly("mon", "tue", "wed", "thu", "fri");
    assertThat(settings.text("regional.currency")).isEqualTo("CDF");
  }

  @Test
  void asksTheDatabaseOnceAndAgainWhenTheCacheIsLost() {
    settings.number(SLOT_MINUTES);
    settings.number(SLOT_MINUTES);
    assertThat(table.asked).isOne();
    settings.cache = new TableCache(FakeCache.empty(), transaction.registry());
    assertThat(settings.number(SLOT_MINUTES)).isEqualTo(30);
    assertThat(table.asked).isEqualTo(2);
  }
}
