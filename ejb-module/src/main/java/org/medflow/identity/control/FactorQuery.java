package org.medflow.identity.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.medflow.platform.Ids;
import org.medflow.platform.store.Rows;

/** Second factors and their recovery codes. */
@ApplicationScoped
public class FactorQuery {

  @Inject Rows rows;

  /** A factor that its person has shown to work. */
  public record Factor(UUID id, byte[] sealed, Instant since) {}

  /** A recovery code nobody has used. */
  public record Recovery(UUID id, String hash) {}

  public Optional<Factor> of(UUID user) {
    return rows.first(
        """
        select id, secret_sealed, confirmed_at from medflow.user_factor
         where user_id = ? and confirmed_at is not null
        """,
        row ->
            new Factor(
                Rows.id(row, "id"),
                row.getBytes("secret_sealed"),
                Rows.instant(row, "confirmed_at")),
        user);
  }

  /** Gives her a factor whose proving code is spent; false when she has one. The key decides. */
  public boolean put(UUID user, Factor factor, long step) {
    return rows.update(
            """
            insert into medflow.user_factor
              (user_id, id, secret_sealed, created_at, confirmed_at, last_step)
            values (?, ?, ?, ?, ?, ?) on conflict (user_id) do nothing
            """,
            user,
            factor.id(),
            factor.sealed(),
            factor.since(),
            factor.since(),
            step)
        == 1;
  }

  /** Uses the code of a step up; false when it or a later one was used. The row decides a race. */
  public boolean spend(UUID user, long step) {
    return rows.update(
            "update medflow.user_factor set last_step = ? where user_id = ? and last_step < ?",
            step,
            user,
            step)
        == 1;
  }

  public boolean remove(UUID user) {
    return rows.update("delete from medflow.user_factor where user_id = ?", user) == 1;
  }

  /** These codes in the place of all earlier ones. */
  public void renew(UUID user, List<String> hashes) {
    rows.update("delete from medflow.recovery_code where user_id = ?", user);
    hashes.forEach(
        hash ->
            rows.update(
                "insert into medflow.recovery_code (id, user_id, code_hash) values (?, ?, ?)",
                Ids.next(),
                user,
                hash));
  }

  public List<Recovery> left(UUID user) {
    return rows.list(
        "select id, code_hash from medflow.recovery_code where user_id = ? and used_at is null",
        row -> new Recovery(Rows.id(row, "id"), row.getString("code_hash")),
        user);
  }

  public boolean use(UUID code, Instant now) {
    return rows.update(
            "update medflow.recovery_code set used_at = ? where id = ? and used_at is null",
            now,
            code)
        == 1;
  }

  /** Whether a clinic in which she works wants every member of staff to have a second factor. */
  public boolean required(UUID user) {
    return rows.first(
            """
            select 1 from medflow.user_role r join medflow.clinic c on c.id = r.clinic_id
             where r.user_id = ? and c.second_factor = 'required' limit 1
            """,
            row -> true,
            user)
        .isPresent();
  }
}
