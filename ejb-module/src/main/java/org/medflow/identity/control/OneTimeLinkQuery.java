package org.medflow.identity.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.medflow.platform.Ids;
import org.medflow.platform.security.OpaqueTokens;
import org.medflow.platform.store.Rows;

/** Links that open one door once; only the hash of their token is kept. */
@ApplicationScoped
public class OneTimeLinkQuery {

  @Inject Rows rows;

  public boolean usable(String purpose, String token, Instant now) {
    return rows.first(
            """
            select 1 from medflow.one_time_link
             where purpose = ? and token_hash = ? and used_at is null and expires_at > ?
            """,
            row -> true,
            purpose,
            OpaqueTokens.hash(token),
            now)
        .isPresent();
  }

  /** Uses the link up; false when it was used, expired or never there. The row decides a race. */
  public boolean use(String purpose, String token, Instant now) {
    return rows.update(
            """
            update medflow.one_time_link set used_at = ?
             where purpose = ? and token_hash = ? and used_at is null and expires_at > ?
            """,
            now,
            purpose,
            OpaqueTokens.hash(token),
            now)
        == 1;
  }

  /**
   * A link of somebody's to make.
   *
   * @param purpose {@code invitation} or {@code password}
   */
  public record Issue(UUID user, String purpose, UUID issuedBy, Instant now, Instant until) {}

  /** A new link, the only one of this person that opens anything; its token is nowhere else. */
  public String issue(Issue link) {
    replace(link.user(), link.now());
    var token = OpaqueTokens.fresh();
    rows.update(
        """
        insert into medflow.one_time_link
          (id, purpose, user_id, issued_by, token_hash, created_at, expires_at)
        values (?, ?, ?, ?, ?, ?, ?)
        """,
        Ids.next(),
        link.purpose(),
        link.user(),
        link.issuedBy(),
        OpaqueTokens.hash(token),
        link.now(),
        link.until());
    return token;
  }

  /** Shuts the links of this person that are still open. */
  public void replace(UUID user, Instant now) {
    rows.update(
        """
        update medflow.one_time_link set replaced_at = ?
         where user_id = ? and used_at is null and replaced_at is null
        """,
        now,
        user);
  }

  /** Whom a link that is still good is for; nobody who was shut out. */
  public Optional<UUID> ownerOf(String token, Instant now) {
    return rows.first(
        """
        select l.user_id from medflow.one_time_link l
          join medflow.app_user u on u.id = l.user_id and u.active
         where l.token_hash = ? and l.used_at is null and l.replaced_at is null
           and l.expires_at > ?
        """,
        row -> Rows.id(row, "user_id"),
        OpaqueTokens.hash(token),
        now);
  }

  /** Uses somebody's link up; of two who show the same at once, one is true. */
  public boolean useOf(UUID owner, String token, Instant now) {
    return rows.update(
            """
            update medflow.one_time_link set used_at = ?
             where user_id = ? and token_hash = ? and used_at is null and replaced_at is null
               and expires_at > ?
            """,
            now,
            owner,
            OpaqueTokens.hash(token),
            now)
        == 1;
  }

  public boolean anyUser() {
    return rows.first("select 1 from medflow.app_user limit 1", row -> true).isPresent();
  }
}
