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
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.UUID;
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

  private static final String TABLE = "signing_key";
  private static final String COLUMN = "private_sealed";

  @Inject SigningKeyQuery keys;
  @Inject Vault vault;
  @Inject Clock clock;

  private TokenMint mint;
  private ProvenTokens proven;

  @PostConstruct
  void load() {
    keys.lock();
    var usable = keys.usable();
    if (usable.isEmpty()) {
      keys.add(made(), clock.instant());
      usable = keys.usable();
    }
    var verifying = new LinkedHashMap<String, PublicKey>();
    usable.forEach(key -> verifying.put(key.kid(), publicKey(key)));
    mint = new TokenMint(usable.get(0).kid(), privateKey(usable.get(0)), verifying);
    proven = new ProvenTokens(mint::proven, clock);
  }

  @Lock(LockType.READ)
  public TokenMint mint() {
    return mint;
  }

  /** The session in a token that is ours, whole and in time. */
  @Lock(LockType.READ)
  public Optional<UUID> session(String token) {
    return proven.session(token);
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
