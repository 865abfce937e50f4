package org.medflow.identity.control;

import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.AttestedCredentialDataConverter;
import com.webauthn4j.converter.exception.DataConversionException;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecord;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.AuthenticationRequest;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.RegistrationData;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.RegistrationRequest;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.attestation.statement.NoneAttestationStatement;
import com.webauthn4j.data.client.CollectedClientData;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.Challenge;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.server.ServerProperty;
import com.webauthn4j.util.exception.WebAuthnException;
import com.webauthn4j.verifier.exception.MaliciousCounterValueException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.medflow.identity.boundary.NewPasskey;
import org.medflow.identity.control.PasskeyQuery.Key;
import org.medflow.identity.control.PasskeyQuery.Passkey;
import org.medflow.identity.control.RelyingParties.RelyingParty;
import org.medflow.platform.Ids;
import org.medflow.platform.error.Conflict;
import org.medflow.platform.error.Invalid;

/**
 * Reads what authenticators answer. The library looks at type, origin, name, signature and counter;
 * we look at whose challenge was answered, which is used up by that, and whose passkey it is.
 */
@ApplicationScoped
public class Passkeys {

  /** What authenticators may sign with, the liked ones first. */
  static final List<PublicKeyCredentialParameters> ALGORITHMS =
      Stream.of(
              COSEAlgorithmIdentifier.ES256,
              COSEAlgorithmIdentifier.EdDSA,
              COSEAlgorithmIdentifier.RS256)
          .map(
              known -> new PublicKeyCredentialParameters(PublicKeyCredentialType.PUBLIC_KEY, known))
          .toList();

  private static final String CLIENT = "clientDataJSON";
  private static final int LONGEST_LABEL = 60;
  private static final int MOST = 10;

  private final ObjectConverter converter = new ObjectConverter();
  private final WebAuthnManager library = WebAuthnManager.createNonStrictWebAuthnManager(converter);
  private final AttestedCredentialDataConverter keys =
      new AttestedCredentialDataConverter(converter);

  @Inject PasskeyQuery passkeys;
  @Inject Challenges challenges;
  @Inject Clock clock;

  /** What a signed answer turned out to be. */
  public enum Answer {
    WRONG,
    CLONED,
    RIGHT
  }

  /** Keeps what an authenticator made for her; its id, empty when the answer is not good. */
  public Optional<UUID> add(UUID user, NewPasskey made, RelyingParty party) {
    var label = label(made.label());
    roomFor(user);
    return registration(made.credential())
        .filter(answered -> hers(challenges.useNewPasskey(challenge(answered)), user))
        .flatMap(answered -> verified(answered, party))
        .map(key -> new Passkey(Ids.next(), party.id(), key, label, clock.instant(), null))
        .filter(passkey -> passkeys.put(user, passkey))
        .map(Passkey::id);
  }

  /** Refuses when she has as many as anybody may have. */
  public void roomFor(UUID user) {
    if (passkeys.of(user).size() >= MOST) {
      throw new Conflict("too-many-passkeys");
    }
  }

  /** Looks at a signed answer and uses its challenge up. */
  public Answer check(UUID user, String credential, RelyingParty party) {
    var answered = assertion(credential);
    if (answered.isEmpty()
        || !hers(challenges.usePasskey(challenge(answered.get())), user)
        || !handled(answered.get(), user)) {
      return Answer.WRONG;
    }
    var data = answered.get();
    return passkeys.of(user, party.id()).stream()
        .filter(one -> Arrays.equals(one.key().id(), data.getCredentialId()))
        .findFirst()
        .map(one -> verified(data, one, party))
        .orElse(Answer.WRONG);
  }

  private Answer verified(AuthenticationData data, Passkey passkey, RelyingParty party) {
    var allowed = List.of(passkey.key().id());
    var asked = asked(data.getCollectedClientData(), party);
    try {
      library.verify(
          data, new AuthenticationParameters(asked, known(passkey), allowed, false, true));
    } catch (MaliciousCounterValueException behind) {
      return Answer.CLONED;
    } catch (WebAuthnException refused) {
      return Answer.WRONG;
    }
    long count = data.getAuthenticatorData().getSignCount();
    return passkeys.used(passkey.id(), count, clock.instant()) ? Answer.RIGHT : Answer.CLONED;
  }

  private Optional<Key> verified(RegistrationData data, RelyingParty party) {
    var asked = asked(data.getCollectedClientData(), party);
    try {
      library.verify(data, new RegistrationParameters(asked, ALGORITHMS, false, true));
    } catch (WebAuthnException refused) {
      return Optional.empty();
    }
    var made = data.getAttestationObject().getAuthenticatorData();
    var key = made.getAttestedCredentialData();
    return Optional.of(new Key(key.getCredentialId(), keys.convert(key), made.getSignCount()));
  }

  private CredentialRecord known(Passkey passkey) {
    return new CredentialRecordImpl(
        new NoneAttestationStatement(),
        null,
        null,
        null,
        passkey.key().count(),
        keys.convert(passkey.key().data()),
        null,
        null,
        null,
        null);
  }

  /** The challenge is one that we gave, so it can be asked for by what was answered. */
  private static ServerProperty asked(CollectedClientData answered, RelyingParty party) {
    return new ServerProperty(
        new Origin(party.origin()),
        party.id(),
        new DefaultChallenge(answered.getChallenge().getValue()));
  }

  private Optional<RegistrationData> registration(String credential) {
    return CredentialJson.read(credential, CLIENT, "attestationObject")
        .flatMap(
            json ->
                parsed(
                    () ->
                        library.parse(
                            new RegistrationRequest(
                                json.part("attestationObject"), json.part(CLIENT)))))
        .filter(data -> data.getCollectedClientData() != null)
        .filter(data -> data.getAttestationObject() != null);
  }

  private Optional<AuthenticationData> assertion(String credential) {
    return CredentialJson.read(credential, CLIENT, "authenticatorData", "signature")
        .flatMap(
            json ->
                parsed(
                    () ->
                        library.parse(
                            new AuthenticationRequest(
                                json.id(),
                                json.part("userHandle"),
                                json.part("authenticatorData"),
                                json.part(CLIENT),
                                json.part("signature")))))
        .filter(data -> data.getCollectedClientData() != null)
        .filter(data -> data.getAuthenticatorData() != null);
  }

  private static <T> Optional<T> parsed(Supplier<T> reading) {
    try {
      return Optional.ofNullable(reading.get());
    } catch (DataConversionException unreadable) {
      return Optional.empty();
    }
  }

  private static String challenge(RegistrationData data) {
    return text(data.getCollectedClientData().getChallenge());
  }

  private static String challenge(AuthenticationData data) {
    return text(data.getCollectedClientData().getChallenge());
  }

  private static String text(Challenge challenge) {
    return challenge == null ? null : PasskeyOptions.text(challenge.getValue());
  }

  private static boolean hers(Optional<UUID> asked, UUID user) {
    return asked.filter(user::equals).isPresent();
  }

  private static boolean handled(AuthenticationData data, UUID user) {
    var handle = data.getUserHandle();
    return handle == null
        || handle.length == 0
        || Arrays.equals(handle, PasskeyOptions.handle(user));
  }

  private static String label(String typed) {
    var label = typed == null ? "" : typed.strip();
    if (label.isEmpty()) {
      throw Invalid.field("label", "required");
    }
    if (label.length() > LONGEST_LABEL) {
      throw Invalid.field("label", "too-long");
    }
    return label;
  }
}
