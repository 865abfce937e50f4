package org.medflow.identity.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.medflow.identity.control.PasskeyQuery.Passkey;
import org.medflow.identity.control.RelyingParties.RelyingParty;

/** What a browser is told to ask an authenticator, as JSON of WebAuthn; each asks anew. */
@ApplicationScoped
public class PasskeyOptions {

  private static final int PATIENCE = 120_000;
  private static final String PREFERRED = "preferred";

  @Inject PasskeyQuery passkeys;
  @Inject Challenges challenges;

  /** To sign with one of hers that were made for this name; empty when there is none. */
  public Optional<String> toUse(UUID user, RelyingParty party) {
    var hers = passkeys.of(user, party.id());
    return hers.isEmpty() ? Optional.empty() : Optional.of(use(user, party, hers));
  }

  /** To make one that she does not have yet. */
  public String toMake(UUID user, String username, RelyingParty party) {
    var algorithms = Json.createArrayBuilder();
    Passkeys.ALGORITHMS.forEach(
        known ->
            algorithms.add(
                Json.createObjectBuilder()
                    .add("type", "public-key")
                    .add("alg", known.getAlg().getValue())));
    return Json.createObjectBuilder()
        .add("challenge", challenges.forNewPasskey(user))
        .add("timeout", PATIENCE)
        .add("rp", Json.createObjectBuilder().add("id", party.id()).add("name", "MedFlow"))
        .add(
            "user",
            Json.createObjectBuilder()
                .add("id", text(handle(user)))
                .add("name", username)
                .add("displayName", username))
        .add("pubKeyCredParams", algorithms)
        .add("excludeCredentials", list(passkeys.of(user, party.id())))
        .add(
            "authenticatorSelection",
            Json.createObjectBuilder()
                .add("residentKey", "discouraged")
                .add("requireResidentKey", false)
                .add("userVerification", PREFERRED))
        .add("attestation", "none")
        .build()
        .toString();
  }

  private String use(UUID user, RelyingParty party, List<Passkey> hers) {
    return Json.createObjectBuilder()
        .add("challenge", challenges.forPasskey(user))
        .add("timeout", PATIENCE)
        .add("rpId", party.id())
        .add("allowCredentials", list(hers))
        .add("userVerification", PREFERRED)
        .build()
        .toString();
  }

  private static JsonArrayBuilder list(List<Passkey> passkeys) {
    var all = Json.createArrayBuilder();
    passkeys.forEach(
        one ->
            all.add(
                Json.createObjectBuilder()
                    .add("type", "public-key")
                    .add("id", text(one.key().id()))));
    return all;
  }

  /** The person as authenticators know her: her id, nothing that tells who she is. */
  static byte[] handle(UUID user) {
    return ByteBuffer.allocate(2 * Long.BYTES)
        .putLong(user.getMostSignificantBits())
        .putLong(user.getLeastSignificantBits())
        .array();
  }

  static String text(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
