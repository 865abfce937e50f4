package org.medflow.identity.control;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a browser brings back from an authenticator, as WebAuthn writes it in JSON.
 *
 * @param id of the passkey
 * @param parts of the response, by their names
 */
record CredentialJson(byte[] id, Map<String, byte[]> parts) {

  private static final int LONGEST = 16_384;

  /** Reads what may be anything; empty when it is no credential with these parts. */
  static Optional<CredentialJson> read(String text, String... needed) {
    if (text == null || text.length() > LONGEST) {
      return Optional.empty();
    }
    try (var reader = Json.createReader(new StringReader(text))) {
      var credential = reader.readObject();
      var found = parts(credential.getJsonObject("response"));
      return credential.containsKey("rawId") && found.keySet().containsAll(List.of(needed))
          ? Optional.of(new CredentialJson(bytes(credential.getString("rawId")), found))
          : Optional.empty();
    } catch (JsonException | ClassCastException | IllegalArgumentException unreadable) {
      return Optional.empty();
    }
  }

  byte[] part(String name) {
    return parts.get(name);
  }

  private static Map<String, byte[]> parts(JsonObject response) {
    var found = new HashMap<String, byte[]>();
    if (response != null) {
      for (var name :
          List.of(
              "clientDataJSON",
              "attestationObject",
              "authenticatorData",
              "signature",
              "userHandle")) {
        if (response.containsKey(name) && !response.isNull(name)) {
          found.put(name, bytes(response.getString(name)));
        }
      }
    }
    return found;
  }

  private static byte[] bytes(String base64) {
    return Base64.getUrlDecoder().decode(base64);
  }
}
