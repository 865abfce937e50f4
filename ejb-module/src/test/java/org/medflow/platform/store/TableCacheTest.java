package org.medflow.platform.store;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.transaction.Status;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TableCacheTest {

  private static final UUID HERE = UUID.randomUUID();
  private static final UUID THERE = UUID.randomUUID();

  private final Map<String, String> entries = new HashMap<>();
  private final FakeTransactions transaction = new FakeTransactions();
  private final TableCache cache = new TableCache(FakeCache.over(entries), transaction.registry());

  @Test
  void keepsTheClinicsApart() {
    cache.put(HERE, "setting", "slot", "45");
    assertThat(cache.get(HERE, "setting", "slot")).contains("45");
    assertThat(cache.get(THERE, "setting", "slot")).isEmpty();
    assertThat(cache.get(HERE, "other", "slot")).isEmpty();
    assertThat(entries.keySet()).allMatch(key -> key.startsWith(HERE + "|"));
  }

  @Test
  void forgetsWhenTheChangeIsCommittedAndNotBefore() {
    cache.put(HERE, "setting", "slot", "45");
    cache.dropWhenDone(HERE, "setting", "slot");
    assertThat(cache.get(HERE, "setting", "slot")).contains("45");
    transaction.end(Status.STATUS_COMMITTED);
    assertThat(cache.get(HERE, "setting", "slot")).isEmpty();
  }

  @Test
  void keepsWhatAFailedChangeDidNotChange() {
    cache.put(HERE, "setting", "slot", "45");
    cache.dropWhenDone(HERE, "setting", "slot");
    transaction.end(Status.STATUS_ROLLEDBACK);
    assertThat(cache.get(HERE, "setting", "slot")).contains("45");
  }
}
