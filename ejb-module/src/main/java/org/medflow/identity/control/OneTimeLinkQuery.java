package org.medflow.identity.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
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

  public boolean anyUser() {
    return rows.first("select 1 from medflow.app_user limit 1", row -> true).isPresent();
  }
}
