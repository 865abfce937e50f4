package org.medflow.identity.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.build.Jwt;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.medflow.platform.Ids;

class TokenMintTest {

  private static final Base64.Encoder URL = Base64.getUrlEncoder().withoutPadding();
  private static final String KID = "key-1";
  private static final KeyPair PAIR = pair();

  private final TokenMint mint =
      new TokenMint(KID, PAIR.getPrivate(), Map.of(KID, PAIR.getPublic()));
  private final UUID user = Ids.next();
  private final UUID session = Ids.next();

  private static KeyPair pair() {
    try {
      var generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      return generator.generateKeyPair();
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private String own() {
    return mint.token(user, "nadine", session);
  }

  /** A token signed with our key, with claims and header of the test's choice. */
  private Forgery forgery() {
    return new Forgery(session);
  }

  private static final class Forgery {

    private String issuer = "medflow";
    private String audience = "medflow-api";
    private String typ = "at+jwt";
    private String kid = KID;
    private Object sid;
    private Instant expires = Instant.now().plusSeconds(600);
    private Instant issued = Instant.now();
    private KeyPair key = PAIR;
    private Map<String, Object> headers = Map.of();

    private Forgery(UUID session) {
      sid = session.toString();
    }

    private String text() {
      var header =
          Jwt.issuer(issuer)
              .audience(audience)
              .subject(Ids.next().toString())
              .upn("nadine")
              .claim("sid", sid)
              .issuedAt(issued)
              .expiresAt(expires)
              .jws()
              .algorithm(SignatureAlgorithm.ES256)
              .keyId(kid)
              .header("typ", typ);
      headers.forEach(header::header);
      return header.sign(key.getPrivate());
    }
  }

  private void refuses(String token) {
    assertThat(mint.session(token)).isEmpty();
  }

  private static String part(String json) {
    return URL.encodeToString(json.getBytes(StandardCharsets.UTF_8));
  }

  private static String decoded(String token, int part) {
    return new String(
        Base64.getUrlDecoder().decode(token.split("\\.")[part]), StandardCharsets.UTF_8);
  }

  @Test
  void readsItsOwnToken() {
    assertThat(mint.session(own())).contains(session);
    assertThat(mint.session(forgery().text())).contains(session);
  }

  @Test
  void saysWhatTheTokenIsAndKeepsItShortLived() {
    assertThat(decoded(own(), 0)).contains("\"alg\":\"ES256\"", "\"typ\":\"at+jwt\"", KID);
    assertThat(decoded(own(), 1)).contains("\"iss\":\"medflow\"", session.toString());
    assertThat(TokenMint.LIFE).isLessThanOrEqualTo(Duration.ofMinutes(15));
  }

  @Test
  void carriesNoRightsInTheToken() {
    assertThat(decoded(own(), 1)).doesNotContain("groups").doesNotContain("permission");
  }

  @Test
  void refusesATokenWithoutASignature() {
    var header = part("{\"alg\":\"none\",\"typ\":\"at+jwt\",\"kid\":\"" + KID + "\"}");
    refuses(header + "." + own().split("\\.")[1] + ".");
    var strippedHeader = own().split("\\.")[0];
    refuses(strippedHeader + "." + own().split("\\.")[1] + ".");
  }

  @Test
  void refusesAnHmacMadeWithThePublicKey() throws GeneralSecurityException {
    var header = part("{\"alg\":\"HS256\",\"typ\":\"at+jwt\",\"kid\":\"" + KID + "\"}");
    var signed = header + "." + own().split("\\.")[1];
    var mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(PAIR.getPublic().getEncoded(), "HmacSHA256"));
    refuses(
        signed + "." + URL.encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8))));
  }

  @Test
  void refusesASignatureOfAnotherKey() {
    var forged = forgery();
    forged.key = pair();
    refuses(forged.text());
  }

  @Test
  void refusesAKeyIdThatItDoesNotKnow() {
    var forged = forgery();
    forged.kid = "key-2";
    refuses(forged.text());
  }

  @Test
  void takesNoKeyFromTheTokenItself() {
    var forged = forgery();
    forged.key = pair();
    forged.headers =
        Map.of("jku", "https://evil.example/keys", "jwk", Map.of("kty", "EC", "crv", "P-256"));
    refuses(forged.text());
  }

  @Test
  void refusesAnExpiredToken() {
    var forged = forgery();
    forged.issued = Instant.now().minusSeconds(1_200);
    forged.expires = Instant.now().minusSeconds(300);
    refuses(forged.text());
  }

  @Test
  void refusesATokenThatLivesLongerThanOursDo() {
    var forged = forgery();
    forged.expires = Instant.now().plus(Duration.ofDays(30));
    refuses(forged.text());
  }

  @Test
  void refusesATokenForSomebodyElse() {
    var forged = forgery();
    forged.audience = "another-api";
    refuses(forged.text());
  }

  @Test
  void refusesATokenOfAnotherIssuer() {
    var forged = forgery();
    forged.issuer = "elsewhere";
    refuses(forged.text());
  }

  @Test
  void refusesAnotherKindOfToken() {
    var forged = forgery();
    forged.typ = "id_token";
    refuses(forged.text());
  }

  @Test
  void refusesATokenWithoutASession() {
    var forged = forgery();
    forged.sid = "not-a-session";
    refuses(forged.text());
  }

  @Test
  void refusesAChangedPayload() {
    var parts = own().split("\\.");
    var payload = decoded(own(), 1).replace(session.toString(), Ids.next().toString());
    refuses(parts[0] + "." + part(payload) + "." + parts[2]);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {"", ".", "..", "...", "a.b", "a.b.c", "é.é.é", "e30.e30.e30", "a.b.c.d.e"})
  void refusesWhatIsNoToken(String text) {
    refuses(text);
  }

  @Test
  void refusesAnEndlessToken() {
    refuses(own() + "A".repeat(5_000));
  }

  @Test
  void stillReadsTokensOfTheKeyBefore() {
    var newer = pair();
    var rotated =
        new TokenMint(
            "key-2", newer.getPrivate(), Map.of(KID, PAIR.getPublic(), "key-2", newer.getPublic()));
    assertThat(rotated.session(own())).contains(session);
    assertThat(mint.session(rotated.token(user, "nadine", session))).isEmpty();
  }
}
