package org.medflow.platform.idempotency;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.medflow.platform.store.Rows;

/** Keys seen, with what they made; bodies are never kept. */
@ApplicationScoped
class IdempotencyQuery {

  record Earlier(String route, byte[] bodyHash, UUID resource) {}

  @Inject Rows rows;

  boolean claim(UUID user, IdempotencyKey key) {
    return rows.update(
            """
            insert into medflow.idempotency (user_id, key, route, body_hash) values (?, ?, ?, ?)
            on conflict (user_id, key) do nothing
            """,
            user,
            key.key(),
            key.route(),
            key.bodyHash())
        == 1;
  }

  void done(UUID user, IdempotencyKey key, int status, UUID resource) {
    rows.update(
        "update medflow.idempotency set status = ?, resource_id = ? where user_id = ? and key = ?",
        status,
        resource,
        user,
        key.key());
  }

  Optional<Earlier> find(UUID user, String key) {
    return rows.first(
        "select route, body_hash, resource_id from medflow.idempotency"
            + " where user_id = ? and key = ?",
        row ->
            new Earlier(
                row.getString("route"), row.getBytes("body_hash"), Rows.id(row, "resource_id")),
        user,
        key);
  }

  /** Keys are promises for a day (spec platform.md 13). */
  int forgetOld() {
    return rows.update(
        "delete from medflow.idempotency where created_at < now() - interval '1 day'");
  }
}
