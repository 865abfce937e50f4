package org.medflow.identity;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Tokens made of the parts of a genuine one, signed with keys that are not the house's. */
final class Forge {

  private final KeyPair own;
  private final KeyPair rsa;

  Forge() {
    try {
      var curve = KeyPairGenerator.getInstance("EC");
      curve.initialize(new ECGenParameterSpec("secp256r1"));
      own = curve.generateKeyPair();
      var plain = KeyPairGenerator.getInstance("RSA");
      plain.initialize(2_048);
      rsa = plain.generateKeyPair();
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  ECPublicKey publicKey() {
    return (ECPublicKey) own.getPublic();
  }

  /** The own public key as a header carries it. */
  JsonObject jwk(String kid) {
    return Json.createObjectBuilder()
        .add("kty", "EC")
        .add("crv", "P-256")
        .add("use", "sig")
        .add("alg", "ES256")
        .add("kid", kid)
        .add("x", coded(fixed(publicKey().getW().getAffineX())))
        .add("y", coded(fixed(publicKey().getW().getAffineY())))
        .build();
  }

  private static byte[] fixed(BigInteger number) {
    var bytes = number.toByteArray();
    var all = new byte[32];
    int length = Math.min(32, bytes.length);
    System.arraycopy(bytes, bytes.length - length, all, 32 - length, length);
    return all;
  }

  String es256(JsonObject header, JsonObject claims) {
    return signed(header, claims, "SHA256withECDSAinP1363Format", own.getPrivate());
  }

  /** The same with a signature in another form. */
  String der(JsonObject header, JsonObject claims) {
    return signed(header, claims, "SHA256withECDSA", own.getPrivate());
  }

  String rs256(JsonObject header, JsonObject claims) {
    return signed(header, claims, "SHA256withRSA", rsa.getPrivate());
  }

  private static String signed(
      JsonObject header, JsonObject claims, String algorithm, PrivateKey key) {
    try {
      var signer = Signature.getInstance(algorithm);
      signer.initSign(key);
      signer.update(text(header, claims).getBytes(StandardCharsets.UTF_8));
      return text(header, claims) + "." + coded(signer.sign());
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  static String hmac(JsonObject header, JsonObject claims, byte[] secret) {
    try {
      var mac = Mac.getInstance("HmacSHA" + header.getString("alg").substring(2));
      mac.init(new SecretKeySpec(secret, mac.getAlgorithm()));
      var text = text(header, claims);
      return text + "." + coded(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  static String text(JsonObject header, JsonObject claims) {
    return coded(header.toString().getBytes(StandardCharsets.UTF_8))
        + "."
        + coded(claims.toString().getBytes(StandardCharsets.UTF_8));
  }

  static JsonObject header(String token) {
    return part(token, 0);
  }

  static JsonObject claims(String token) {
    return part(token, 1);
  }

  static String signature(String token) {
    return token.split("\\.")[2];
  }

  private static JsonObject part(String token, int place) {
    var text = Base64.getUrlDecoder().decode(token.split("\\.")[place]);
    try (var reader =
        Json.createReader(new StringReader(new String(text, StandardCharsets.UTF_8)))) {
      return reader.readObject();
    }
  }

  /** The object with a member changed, or without it when the value is null. */
  static JsonObject with(JsonObject from, String name, JsonValue value) {
    var builder = Json.createObjectBuilder(from);
    return (value == null ? builder.remove(name) : builder.add(name, value)).build();
  }

  static JsonObject with(JsonObject from, String name, String value) {
    return with(from, name, Json.createValue(value));
  }

  static String coded(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
