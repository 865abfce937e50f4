package org.medflow.identity.control;

import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.auth.principal.DefaultJWTParser;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.ParseException;
import io.smallrye.jwt.build.Jwt;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Makes and reads access tokens: ES256 only, keys only from our own table, issuer, audience and
 * type checked, and a session id inside, so that ending the session ends the token.
 */
public final class TokenMint {

  public static final Duration LIFE = Duration.ofMinutes(15);

  private static final String ISSUER = "medflow";
  private static final String AUDIENCE = "medflow-api";
  private static final String SESSION = "sid";
  private static final Pattern KID = Pattern.compile("\"kid\"\\s*:\\s*\"([A-Za-z0-9-]{1,64})\"");
  private static final Pattern TYP = Pattern.compile("\"typ\"\\s*:\\s*\"(?i:at\\+)?(?i:jwt)\"");
  private static final String PLAIN_ES256 = "SHA256withECDSAinP1363Format";
  static final int LONGEST = 4_096;

  private final String signingKid;
  private final PrivateKey signing;
  private final Map<String, PublicKey> verifying;

  public TokenMint(String signingKid, PrivateKey signing, Map<String, PublicKey> verifying) {
    this.signingKid = signingKid;
    this.signing = signing;
    this.verifying = Map.copyOf(verifying);
  }

  public String token(UUID user, String username, UUID session) {
    return Jwt.issuer(ISSUER)
        .audience(AUDIENCE)
        .subject(user.toString())
        .upn(username)
        .claim(SESSION, session.toString())
        .expiresIn(LIFE)
        .jws()
        .algorithm(SignatureAlgorithm.ES256)
        .keyId(signingKid)
        .header("typ", "at+jwt")
        .sign(signing);
  }

  public String kid() {
    return signingKid;
  }

  /** ES256 over anything: r and s, 32 bytes each. */
  public byte[] sign(byte[] data) {
    try {
      var signer = Signature.getInstance(PLAIN_ES256);
      signer.initSign(signing);
      signer.update(data);
      return signer.sign();
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("the signing key cannot sign", impossible);
    }
  }

  /** The session in a token that is ours, whole and in time. */
  public Optional<UUID> session(String token) {
    return proven(token).map(Proven::session);
  }

  /** The same with the end of its time. */
  Optional<Proven> proven(String token) {
    return key(token).flatMap(key -> parse(token, key)).flatMap(TokenMint::provenOf);
  }

  /** What a good token says. */
  record Proven(UUID session, Instant until) {}

  private Optional<PublicKey> key(String token) {
    if (token == null
        || token.length() > LONGEST
        || token.chars().filter(c -> c == '.').count() != 2) {
      return Optional.empty();
    }
    try {
      var part = token.substring(0, token.indexOf('.'));
      var header = new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
      var kid = KID.matcher(header);
      return kid.find() && TYP.matcher(header).find()
          ? Optional.ofNullable(verifying.get(kid.group(1)))
          : Optional.empty();
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }

  private static Optional<JsonWebToken> parse(String token, PublicKey key) {
    var rules = new JWTAuthContextInfo(key, ISSUER);
    rules.setSignatureAlgorithm(SignatureAlgorithm.ES256);
    rules.setExpectedAudience(Set.of(AUDIENCE));
    rules.setMaxTimeToLiveSecs(LIFE.toSeconds());
    try {
      return Optional.of(new DefaultJWTParser(rules).parse(token));
    } catch (ParseException refused) {
      return Optional.empty();
    }
  }

  private static Optional<Proven> provenOf(JsonWebToken token) {
    try {
      var session = UUID.fromString(String.valueOf(token.<Object>getClaim(SESSION)));
      return Optional.of(new Proven(session, Instant.ofEpochSecond(token.getExpirationTime())));
    } catch (IllegalArgumentException malformed) {
      return Optional.empty();
    }
  }
}
