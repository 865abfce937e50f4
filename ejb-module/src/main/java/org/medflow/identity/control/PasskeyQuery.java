package org.medflow.identity.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.medflow.platform.store.Rows;

/** Passkeys of people. */
@ApplicationScoped
public class PasskeyQuery {

  @Inject Rows rows;

  /**
   * A passkey.
   *
   * @param party the name for which it was made
   * @param key id and public half as its authenticator wrote them
   */
  public record Passkey(
      UUID id, String party, Key key, String label, Instant createdAt, Instant lastUsedAt) {}

  /** What an authenticator gave: its own id, id and public half together, and its counter. */
  public record Key(byte[] id, byte[] data, long count) {}

  /** Hers, the oldest first. */
  public List<Passkey> of(UUID user) {
    return rows.list(
        """
        select id, relying_party, credential_id, credential, sign_count, label, created_at,
               last_used_at
          from medflow.user_passkey where user_id = ? order by created_at, id
        """,
        PasskeyQuery::passkey,
        user);
  }

  /** Those made for this name. */
  public List<Passkey> of(UUID user, String party) {
    return of(user).stream().filter(key -> key.party().equals(party)).toList();
  }

  /** Keeps a new one; false when its authenticator is known already. The key decides. */
  public boolean put(UUID user, Passkey made) {
    return rows.update(
            """
            insert into medflow.user_passkey
              (id, user_id, relying_party, credential_id, credential, sign_count, label, created_at)
            values (?, ?, ?, ?, ?, ?, ?, ?) on conflict (credential_id) do nothing
            """,
            made.id(),
            user,
            made.party(),
            made.key().id(),
            made.key().data(),
            made.key().count(),
            made.label(),
            made.createdAt())
        == 1;
  }

  /**
   * Notes that one was used; false when its counter did not go on meanwhile. Authenticators without
   * a counter always say 0. The row decides a race.
   */
  public boolean used(UUID id, long count, Instant now) {
    return rows.update(
            """
            update medflow.user_passkey set sign_count = ?, last_used_at = ?
             where id = ? and (sign_count < ? or (sign_count = 0 and ? = 0))
            """,
            count,
            now,
            id,
            count,
            count)
        == 1;
  }

  public boolean remove(UUID user, UUID id) {
    return rows.update("delete from medflow.user_passkey where user_id = ? and id = ?", user, id)
        == 1;
  }

  private static Passkey passkey(ResultSet row) throws SQLException {
    return new Passkey(
        Rows.id(row, "id"),
        row.getString("relying_party"),
        new Key(
            row.getBytes("credential_id"), row.getBytes("credential"), row.getLong("sign_count")),
        row.getString("label"),
        Rows.instant(row, "created_at"),
        Rows.instant(row, "last_used_at"));
  }
}
