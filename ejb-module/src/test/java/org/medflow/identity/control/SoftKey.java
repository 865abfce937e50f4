package org.medflow.identity.control;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.cbor.databind.CBORMapper;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.ByteArrayOutputStream;
import java.io.StringReader;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An authenticator and its browser in software, as WebAuthn describes them, that also does what
 * none does: answer for another page, with an old counter, untouched, for somebody else.
 */
final class SoftKey {

  private static final int UP = 1;
  private static final int WITH_KEY = 0x40;
  private static final int COORDINATE = 32;

  private static final ObjectMapper CBOR = new CBORMapper();

  private final KeyPair pair = pair();
  final byte[] id;
  private byte[] handle;
  String origin = "http://localhost:8080";
  String name = "localhost";
  int touched = UP;
  long count;

  SoftKey(String id) {
    this.id = id.getBytes(StandardCharsets.UTF_8);
  }

  /** The answer to options that ask for a new passkey. */
  String make(String options) {
    handle = bytes(read(options).getJsonObject("user").getString("id"));
    var attested =
        join(
            new byte[16],
            ByteBuffer.allocate(2).putShort((short) id.length).array(),
            id,
            cbor(cose()));
    var object = new LinkedHashMap<String, Object>();
    object.put("fmt", "none");
    object.put("attStmt", Map.of());
    object.put("authData", join(head(touched | WITH_KEY), attested));
    var response =
        Json.createObjectBuilder()
            .add("clientDataJSON", text(client("webauthn.create", options)))
            .add("attestationObject", text(cbor(object)));
    return answer(response);
  }

  /** The answer to options that ask for a signature; the counter goes on. */
  String sign(String options) {
    return sign(options, "webauthn.get", handle);
  }

  String sign(String options, String type, byte[] of) {
    count++;
    var head = head(touched);
    var client = client(type, options);
    var response =
        Json.createObjectBuilder()
            .add("clientDataJSON", text(client))
            .add("authenticatorData", text(head))
            .add("signature", text(signature(join(head, sha256(client)))))
            .add("userHandle", text(of));
    return answer(response);
  }

  private String answer(JsonObjectBuilder response) {
    return Json.createObjectBuilder()
        .add("id", text(id))
        .add("rawId", text(id))
        .add("type", "public-key")
        .add("response", response)
        .add("clientExtensionResults", Json.createObjectBuilder())
        .build()
        .toString();
  }

  private byte[] client(String type, String options) {
    return Json.createObjectBuilder()
        .add("type", type)
        .add("challenge", read(options).getString("challenge"))
        .add("origin", origin)
        .add("crossOrigin", false)
        .build()
        .toString()
        .getBytes(StandardCharsets.UTF_8);
  }

  private byte[] head(int flags) {
    var after = ByteBuffer.allocate(5).put((byte) flags).putInt((int) count).array();
    return join(sha256(name.getBytes(StandardCharsets.UTF_8)), after);
  }

  private Map<Integer, Object> cose() {
    var point = ((ECPublicKey) pair.getPublic()).getW();
    var key = new LinkedHashMap<Integer, Object>();
    key.put(1, 2);
    key.put(3, -7);
    key.put(-1, 1);
    key.put(-2, coordinate(point.getAffineX()));
    key.put(-3, coordinate(point.getAffineY()));
    return key;
  }

  private static byte[] coordinate(BigInteger number) {
    var bytes = number.toByteArray();
    var padded = join(new byte[COORDINATE], bytes);
    return Arrays.copyOfRange(padded, padded.length - COORDINATE, padded.length);
  }

  private byte[] signature(byte[] what) {
    try {
      var signing = Signature.getInstance("SHA256withECDSA");
      signing.initSign(pair.getPrivate());
      signing.update(what);
      return signing.sign();
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static KeyPair pair() {
    try {
      var maker = KeyPairGenerator.getInstance("EC");
      maker.initialize(new ECGenParameterSpec("secp256r1"));
      return maker.generateKeyPair();
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static byte[] cbor(Object value) {
    try {
      return CBOR.writeValueAsBytes(value);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static JsonObject read(String json) {
    try (var reader = Json.createReader(new StringReader(json))) {
      return reader.readObject();
    }
  }

  private static byte[] join(byte[]... parts) {
    var all = new ByteArrayOutputStream();
    Arrays.stream(parts).forEach(all::writeBytes);
    return all.toByteArray();
  }

  private static String text(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static byte[] bytes(String text) {
    return Base64.getUrlDecoder().decode(text);
  }
}
