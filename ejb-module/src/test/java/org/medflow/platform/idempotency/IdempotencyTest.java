package org.medflow.platform.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.medflow.platform.Ids;
import org.medflow.platform.error.Conflict;
import org.medflow.platform.security.Actor;
import org.medflow.platform.security.Actors;
import org.medflow.platform.store.FakeRows;

class IdempotencyTest {

  /** The table: its primary key decides who was first. */
  private static final class Keys extends IdempotencyQuery {

    private final Map<String, Earlier> seen = new HashMap<>();

    @Override
    boolean claim(UUID user, IdempotencyKey key) {
      return seen.putIfAbsent(user + key.key(), new Earlier(key.route(), key.bodyHash(), null))
          == null;
    }

    @Override
    void done(UUID user, IdempotencyKey key, int status, UUID resource) {
      seen.put(user + key.key(), new Earlier(key.route(), key.bodyHash(), resource));
    }

    @Override
    Optional<Earlier> find(UUID user, String key) {
      return Optional.ofNullable(seen.get(user + key));
    }
  }

  private final AtomicInteger made = new AtomicInteger();
  private final Map<UUID, String> patients = new HashMap<>();
  private final Idempotency idempotency = new Idempotency();

  IdempotencyTest() {
    idempotency.keys = new Keys();
  }

  private static IdempotencyKey key(String key, String body) {
    return new IdempotencyKey(key, "POST /patients", body.getBytes(StandardCharsets.UTF_8));
  }

  private UUID register(IdempotencyKey key) {
    return idempotency.once(key, this::work, Function.identity(), this::again);
  }

  private UUID work() {
    var id = Ids.next();
    patients.put(id, "patient " + made.incrementAndGet());
    return id;
  }

  private UUID again(UUID id) {
    assertThat(patients).containsKey(id);
    return id;
  }

  private static <T> T as(UUID user, java.util.function.Supplier<T> work) {
    return Actors.as(new Actor(Actor.Kind.USER, user, Set.of(), Set.of(), null), work);
  }

  @Test
  void doesTheWorkOncePerKey() {
    var user = Ids.next();
    var first = as(user, () -> register(key("key-00000001", "body")));
    var second = as(user, () -> register(key("key-00000001", "body")));
    assertThat(second).isEqualTo(first);
    assertThat(made).hasValue(1);
  }

  @Test
  void doesTheWorkEachTimeWithoutAKey() {
    register(null);
    register(null);
    assertThat(made).hasValue(2);
  }

  @Test
  void refusesTheKeyForAnotherBody() {
    var user = Ids.next();
    as(user, () -> register(key("key-00000001", "body")));
    assertThatThrownBy(() -> as(user, () -> register(key("key-00000001", "other"))))
        .isInstanceOf(Conflict.class)
        .hasMessage("idempotency-key-reused");
    assertThat(made).hasValue(1);
  }

  @Test
  void refusesTheKeyOnAnotherRoute() {
    var user = Ids.next();
    as(user, () -> register(key("key-00000001", "body")));
    var elsewhere = new IdempotencyKey("key-00000001", "POST /merges", new byte[] {1});
    assertThatThrownBy(() -> as(user, () -> register(elsewhere))).isInstanceOf(Conflict.class);
  }

  @Test
  void keepsTheKeysOfTwoUsersApart() {
    var first = as(Ids.next(), () -> register(key("key-00000001", "body")));
    var second = as(Ids.next(), () -> register(key("key-00000001", "body")));
    assertThat(second).isNotEqualTo(first);
  }

  @Test
  void forgetsKeysAfterADay() {
    var query = new IdempotencyQuery();
    var rows = new FakeRows();
    query.rows = rows;
    var expiry = new KeyExpiry();
    expiry.keys = query;
    expiry.forget();
    assertThat(rows.last().sql()).contains("interval '1 day'");
  }

  @Test
  void writesNoBodyIntoTheTable() {
    var query = new IdempotencyQuery();
    var rows = new FakeRows();
    query.rows = rows;
    assertThat(query.claim(Ids.next(), key("key-00000001", "hash"))).isTrue();
    assertThat(rows.last().parameters()).hasSize(4).contains("key-00000001", "POST /patients");
    query.rows = new FakeRows().touches("idempotency", 0);
    assertThat(query.claim(Ids.next(), key("key-00000001", "hash"))).isFalse();
  }

  @Test
  void readsWhatTheKeyMade() {
    var query = new IdempotencyQuery();
    var id = Ids.next();
    query.rows =
        new FakeRows()
            .answer(
                "from medflow.idempotency",
                FakeRows.row("route", "POST /x", "body_hash", new byte[] {1}, "resource_id", id));
    assertThat(query.find(Ids.next(), "key-00000001").orElseThrow().resource()).isEqualTo(id);
  }
}
