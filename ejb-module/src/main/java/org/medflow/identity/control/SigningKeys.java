package org.medflow.identity.control;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Lock;
import jakarta.ejb.LockType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.medflow.identity.boundary.PublicKeyView;
import org.medflow.identity.control.SigningKeyQuery.Stored;
import org.medflow.platform.Ids;
import org.medflow.platform.vault.Vault;

/**
 * The pair that signs tokens: made at the very first start, kept sealed, the same on every node.
 */
@Singleton
@Startup
@DependsOn("StartupGate")
public class SigningKeys {

  static final String TABLE = "signing_key";
  static final String COLUMN = "private_sealed";

  /** For so long a node goes by the keys that it read. */
  private static final Duration FRESH = Duration.ofMinutes(1);

  @Inject SigningKeyQuery keys;
  @Inject Vault vault;
  @Inject Clock clock;

  private volatile Loaded loaded;

  /** The keys as they were read. */
  private record Loaded(
      TokenMint mint, ProvenTokens proven, List<PublicKeyView> publicKeys, Instant at) {}

  @PostConstruct
  void load() {
    keys.lock();
    if (keys.usable(clock.instant()).isEmpty()) {
      keys.add(made(), clock.instant());
    }
    read();
  }

  @Lock(LockType.READ)
  public TokenMint mint() {
    return current().mint();
  }

  /** The session in a token that is ours, whole and in time. */
  @Lock(LockType.READ)
  public Optional<UUID> session(String token) {
    return current().proven().session(token);
  }

  /** Public halves of all keys that verify. */
  @Lock(LockType.READ)
  public List<PublicKeyView> publicKeys() {
    return current().publicKeys();
  }

  /**
   * Signs with a new key from now on, on this node at once and on the others when they look again.
   * The old ones verify until every token that any node may have signed with them is too old.
   */
  public String rotate() {
    keys.lock();
    var key = made();
    var now = clock.instant();
    keys.add(key, now);
    keys.retireOthers(key.kid(), now.plus(TokenMint.LIFE).plus(FRESH.multipliedBy(2)));
    read();
    return key.kid();
  }

  /**
   * Keys that were read a while ago are read again, so that a retired one is believed no longer.
   */
  private Loaded current() {
    var now = loaded;
    if (now.at().plus(FRESH).isBefore(clock.instant())) {
      read();
      now = loaded;
    }
    return now;
  }

  private void read() {
    var at = clock.instant();
    var usable = keys.usable(at);
    var verifying = new LinkedHashMap<String, PublicKey>();
    usable.forEach(key -> verifying.put(key.kid(), publicKey(key)));
    var mint = new TokenMint(usable.get(0).kid(), privateKey(usable.get(0)), verifying);
    var jwks = new ArrayList<PublicKeyView>();
    verifying.forEach((kid, key) -> jwks.add(PublicKeyView.of(kid, (ECPublicKey) key)));
    loaded = new Loaded(mint, new ProvenTokens(mint::proven, clock), List.copyOf(jwks), at);
  }

  private Stored made() {
    try {
      var generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      var pair = generator.generateKeyPair();
      var id = Ids.next();
      var sealed = vault.seal(TABLE, COLUMN, id, pair.getPrivate().getEncoded());
      return new Stored(id.toString(), id, sealed, pair.getPublic().getEncoded());
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("P-256 is not there", impossible);
    }
  }

  private PrivateKey privateKey(Stored key) {
    var pkcs8 = vault.open(TABLE, COLUMN, key.id(), key.privateSealed());
    try {
      return KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
    } catch (GeneralSecurityException broken) {
      throw new IllegalStateException("signing key " + key.kid() + " is broken", broken);
    }
  }

  private static PublicKey publicKey(Stored key) {
    try {
      return KeyFactory.getInstance("EC").generatePublic(new X509EncodedKeySpec(key.publicDer()));
    } catch (GeneralSecurityException broken) {
      throw new IllegalStateException("signing key " + key.kid() + " is broken", broken);
    }
  }
}
