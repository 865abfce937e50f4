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

  /** Kinds of factors she has: {@code totp}, then {@code passkey}. */
  public List<String> kinds(UUID user) {
    return rows.list(
        """
        select kind
          from (select 'totp' as kind from medflow.user_factor
                 where user_id = ? and confirmed_at is not null
                union
                select 'passkey' from medflow.user_passkey where user_id = ?) held
         order by kind desc
        """,
        row -> row.getString("kind"),
        user,
        user);
  }

  /** Makes whoever changes the factors of the same person wait for the end of this deed. */
  public void hold(UUID user) {
    rows.first(
        "select id from medflow.app_user where id = ? for no key update",
        row -> Rows.id(row, "id"),
        user);
  }

  /** Whether she has no factor of any kind, and gets none from anybody else meanwhile. */
  public boolean free(UUID user) {
    hold(user);
    return kinds(user).isEmpty();
  }

  /** Takes everything she has: authenticator, passkeys, recovery codes; false when she had none. */
  public boolean forget(UUID user) {
    int taken = rows.update("delete from medflow.user_passkey where user_id = ?", user);
    taken += rows.update("delete from medflow.user_factor where user_id = ?", user);
    rows.update("delete from medflow.recovery_code where user_id = ?", user);
    return taken > 0;
  }

  /** Takes the recovery codes of somebody who has no factor any more. */
  public void sweep(UUID user) {
    if (kinds(user).isEmpty()) {
      rows.update("delete from medflow.recovery_code where user_id = ?", user);
    }
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
