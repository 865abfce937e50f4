package org.medflow.identity.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.medflow.identity.boundary.Doorway;
import org.medflow.identity.boundary.NewPasskey;
import org.medflow.identity.control.PasskeyQuery.Key;
import org.medflow.identity.control.PasskeyQuery.Passkey;
import org.medflow.identity.control.Passkeys.Answer;
import org.medflow.identity.control.RelyingParties.RelyingParty;
import org.medflow.platform.error.Conflict;
import org.medflow.platform.error.Invalid;
import org.medflow.platform.limit.OneTimeCodes;
import org.medflow.platform.store.FakeCache;

/** Answers of an authenticator in software: one way to be right and many to be wrong. */
class PasskeysTest {

  private static final UUID LINA = UUID.fromString("01900000-0000-7000-8000-000000000001");
  private static final UUID PAUL = UUID.fromString("01900000-0000-7000-8000-000000000002");
  private static final RelyingParty HERE = new RelyingParty("localhost", "http://localhost:8080");
  private static final RelyingParty ELSEWHERE =
      new RelyingParty("medflow.lan", "https://medflow.lan");

  private static final List<String> NONSENSE =
      List.of(
          "",
          "{}",
          "[]",
          "x",
          "null",
          "{\"rawId\":\"AA\",\"response\":7}",
          "{\"rawId\":\"AA\",\"response\":{\"clientDataJSON\":\"?\"}}",
          answer("AA"),
          answer("e30"),
          answer("eyJ0eXBlIjoid2ViYXV0aG4uZ2V0In0"),
          answer("bnVsbA"));

  private final Drawer drawer = new Drawer();
  private final Passkeys passkeys = new Passkeys();
  private final PasskeyOptions options = new PasskeyOptions();
  private final SoftKey key = new SoftKey("key of lina");

  PasskeysTest() {
    var challenges = new Challenges();
    challenges.codes = new OneTimeCodes(FakeCache.empty());
    passkeys.passkeys = drawer;
    passkeys.challenges = challenges;
    passkeys.clock = Clock.fixed(Instant.parse("2026-05-04T08:00:00Z"), ZoneOffset.UTC);
    options.passkeys = drawer;
    options.challenges = challenges;
  }

  /** Passkeys kept in a drawer. */
  private static final class Drawer extends PasskeyQuery {

    private final List<UUID> owners = new ArrayList<>();
    private final List<Passkey> kept = new ArrayList<>();

    @Override
    public List<Passkey> of(UUID user) {
      return kept.stream().filter(one -> owners.get(kept.indexOf(one)).equals(user)).toList();
    }

    @Override
    public boolean put(UUID user, Passkey made) {
      owners.add(user);
      return kept.add(made);
    }

    @Override
    public boolean used(UUID id, long count, Instant now) {
      kept.replaceAll(one -> one.id().equals(id) ? counted(one, count, now) : one);
      return true;
    }

    private static Passkey counted(Passkey one, long count, Instant now) {
      var key = new Key(one.key().id(), one.key().data(), count);
      return new Passkey(one.id(), one.party(), key, one.label(), one.createdAt(), now);
    }
  }

  @Test
  void keepsWhatWasMadeAndKnowsItsSignatures() {
    assertThat(made()).isPresent();
    assertThat(drawer.of(LINA)).singleElement().extracting(Passkey::label).isEqualTo("Poste");
    assertThat(check(key.sign(asked()))).isEqualTo(Answer.RIGHT);
    assertThat(check(key.sign(asked()))).isEqualTo(Answer.RIGHT);
    assertThat(drawer.of(LINA).get(0).key().count()).isEqualTo(2);
  }

  @Test
  void takesAnAnswerOnce() {
    made();
    var signed = key.sign(asked());
    assertThat(check(signed)).isEqualTo(Answer.RIGHT);
    assertThat(check(signed)).isEqualTo(Answer.WRONG);
    var options = make();
    var credential = new SoftKey("twice").make(options);
    assertThat(add(credential)).isPresent();
    assertThat(add(credential)).isEmpty();
  }

  @Test
  void refusesAnswersForAnotherPageAndAnotherName() {
    made();
    key.origin = "http://localhost:9999";
    assertThat(check(key.sign(asked()))).isEqualTo(Answer.WRONG);
    key.origin = "https://evil.test";
    assertThat(check(key.sign(asked()))).isEqualTo(Answer.WRONG);
    assertThat(add(key.make(make()))).isEmpty();
    key.origin = HERE.origin();
    key.name = "evil.test";
    assertThat(check(key.sign(asked()))).isEqualTo(Answer.WRONG);
    assertThat(add(key.make(make()))).isEmpty();
    key.name = HERE.id();
    assertThat(passkeys.check(LINA, key.sign(asked()), ELSEWHERE)).isEqualTo(Answer.WRONG);
    assertThat(options.toUse(LINA, ELSEWHERE)).isEmpty();
    assertThat(check(key.sign(asked()))).isEqualTo(Answer.RIGHT);
  }

  @Test
  void refusesAnswersOfSomebodyElse() {
    made();
    var other = new SoftKey("key of paul");
    passkeys.add(PAUL, named("Poste", other.make(options.toMake(PAUL, "paul", HERE))), HERE);
    assertThat(check(other.sign(options.toUse(PAUL, HERE).orElseThrow()))).isEqualTo(Answer.WRONG);
    assertThat(check(other.sign(asked()))).isEqualTo(Answer.WRONG);
    assertThat(check(key.sign(asked(), "webauthn.get", PasskeyOptions.handle(PAUL))))
        .isEqualTo(Answer.WRONG);
    var forPaul = options.toMake(PAUL, "paul", HERE);
    assertThat(add(new SoftKey("third").make(forPaul))).isEmpty();
  }

  @Test
  void refusesWhatNobodyTouchedWhatIsOfAnotherKindAndWhatIsNoAnswer() {
    made();
    assertThat(check(key.sign(asked(), "webauthn.create", PasskeyOptions.handle(LINA))))
        .isEqualTo(Answer.WRONG);
    key.touched = 0;
    assertThat(check(key.sign(asked()))).isEqualTo(Answer.WRONG);
    for (var nonsense : NONSENSE) {
      assertThat(check(nonsense)).as(nonsense).isEqualTo(Answer.WRONG);
      assertThat(add(nonsense)).as(nonsense).isEmpty();
    }
    assertThat(check(null)).isEqualTo(Answer.WRONG);
    assertThat(check("{" + " ".repeat(20_000) + "}")).isEqualTo(Answer.WRONG);
    var someoneElses = new SoftKey("key of lina");
    someoneElses.count = 50;
    someoneElses.make(make());
    assertThat(check(someoneElses.sign(asked()))).as("signature").isEqualTo(Answer.WRONG);
  }

  @Test
  void tellsACopiedKeyByItsCounter() {
    made();
    check(key.sign(asked()));
    check(key.sign(asked()));
    key.count = 1;
    assertThat(check(key.sign(asked()))).isEqualTo(Answer.CLONED);
    key.count = 2;
    assertThat(check(key.sign(asked()))).isEqualTo(Answer.RIGHT);
  }

  @Test
  void keepsTenAtMost() {
    for (int i = 0; i < 10; i++) {
      assertThat(add(new SoftKey("key " + i).make(make()))).isPresent();
    }
    assertThatThrownBy(this::made).isInstanceOf(Conflict.class);
  }

  @Test
  void wantsAName() {
    var long61 = "x".repeat(61);
    for (var label : new String[] {null, "  ", long61}) {
      assertThatThrownBy(() -> passkeys.add(LINA, named(label, "{}"), HERE))
          .isInstanceOf(Invalid.class);
    }
  }

  /** Every part is there and says this. */
  private static String answer(String part) {
    return """
    {"rawId": "AA", "response": {"clientDataJSON": "%1$s", "attestationObject": "%1$s",
      "authenticatorData": "%1$s", "signature": "%1$s", "userHandle": "%1$s"}}
    """
        .formatted(part);
  }

  private Optional<UUID> made() {
    return add(key.make(make()));
  }

  private Optional<UUID> add(String credential) {
    return passkeys.add(LINA, named("Poste", credential), HERE);
  }

  private Answer check(String credential) {
    return passkeys.check(LINA, credential, HERE);
  }

  private String make() {
    return options.toMake(LINA, "lina", HERE);
  }

  private String asked() {
    return options.toUse(LINA, HERE).orElseThrow();
  }

  private static NewPasskey named(String label, String credential) {
    return new NewPasskey(label, credential, new Doorway("localhost", 8080, false));
  }
}
