package org.medflow.identity.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.medflow.platform.store.Rows;

/** The key pairs that sign tokens; private halves are sealed. */
@ApplicationScoped
public class SigningKeyQuery {

  @Inject Rows rows;

  /** A stored pair: PKCS #8 sealed, X.509 in clear. */
  public record Stored(String kid, UUID id, byte[] privateSealed, byte[] publicDer) {}

  /** One node at a time makes the first key; the lock ends with the transaction. */
  public void lock() {
    rows.list("select pg_advisory_xact_lock(hashtext('signing_key'))", row -> 1);
  }

  /** Newest first; the first one signs, all of them verify now. */
  public List<Stored> usable(Instant now) {
    return rows.list(
        """
        select kid, id, private_sealed, public_der from medflow.signing_key
         where retired_at is null or retired_at > ?
         order by retired_at is not null, created_at desc, kid desc
        """,
        row ->
            new Stored(
                row.getString("kid"),
                Rows.id(row, "id"),
                row.getBytes("private_sealed"),
                row.getBytes("public_der")),
        now);
  }

  /** All keys but this one are believed until then and no longer. */
  public void retireOthers(String kid, Instant until) {
    rows.update(
        "update medflow.signing_key set retired_at = ? where kid <> ? and retired_at is null",
        until,
        kid);
  }

  /** The public half of a key, whether it still signs or not. */
  public Optional<byte[]> publicDer(String kid) {
    return rows.first(
        "select public_der from medflow.signing_key where kid = ?",
        row -> row.getBytes("public_der"),
        kid);
  }

  public void add(Stored key, Instant now) {
    rows.update(
        """
        insert into medflow.signing_key (kid, id, private_sealed, public_der, created_at)
        values (?, ?, ?, ?, ?)
        """,
        key.kid(),
        key.id(),
        key.privateSealed(),
        key.publicDer(),
        now);
  }
}
