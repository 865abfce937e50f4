package org.medflow.identity.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.medflow.platform.Ids;
import org.medflow.platform.security.OpaqueTokens;
import org.medflow.platform.store.Rows;

/** Opaque tokens that renew access: 256 random bits, kept as their SHA-256, each used once. */
@ApplicationScoped
public class RefreshTokenQuery {

  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{43}");

  @Inject Rows rows;

  /** A new token of this session. */
  public String issue(UUID session, Instant now) {
    var token = OpaqueTokens.fresh();
    rows.update(
        """
        insert into medflow.refresh_token (id, session_id, token_hash, issued_at)
        values (?, ?, ?, ?)
        """,
        Ids.next(),
        session,
        OpaqueTokens.hash(token),
        now);
    return token;
  }

  /** Uses a token up; of two who show the same at once, one has its session. */
  public Optional<UUID> use(String token, Instant now) {
    return !formed(token)
        ? Optional.empty()
        : rows.first(
            """
            update medflow.refresh_token set used_at = ?
             where token_hash = ? and used_at is null returning session_id
            """,
            row -> Rows.id(row, "session_id"),
            now,
            OpaqueTokens.hash(token));
  }

  /** The session of a token that was used before. */
  public Optional<UUID> used(String token) {
    return !formed(token)
        ? Optional.empty()
        : rows.first(
            """
            select session_id from medflow.refresh_token
             where token_hash = ? and used_at is not null
            """,
            row -> Rows.id(row, "session_id"),
            OpaqueTokens.hash(token));
  }

  /** Forgets the tokens of this user's sessions that are over. */
  public void tidy(UUID user, Instant now) {
    rows.update(
        """
        delete from medflow.refresh_token t using medflow.user_session s
         where s.id = t.session_id and s.user_id = ?
           and (s.ended_at is not null or s.expires_at <= ?)
        """,
        user,
        now);
  }

  private static boolean formed(String token) {
    return token != null && FORM.matcher(token).matches();
  }
}
