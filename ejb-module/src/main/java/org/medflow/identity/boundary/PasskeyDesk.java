package org.medflow.identity.boundary;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.medflow.audit.boundary.AuditTrail;
import org.medflow.identity.control.Challenges;
import org.medflow.identity.control.FactorProof;
import org.medflow.identity.control.FactorQuery;
import org.medflow.identity.control.PasskeyOptions;
import org.medflow.identity.control.PasskeyQuery;
import org.medflow.identity.control.Passkeys;
import org.medflow.identity.control.RelyingParties;
import org.medflow.identity.control.SecondFactor;
import org.medflow.platform.error.Conflict;
import org.medflow.platform.error.Forbidden;
import org.medflow.platform.error.Invalid;
import org.medflow.platform.error.NotFound;
import org.medflow.platform.security.Actor;
import org.medflow.platform.security.Actors;
import org.medflow.platform.security.Requires;

/**
 * A person's own passkeys: adding, giving up, and presenting one in the place of a code. Changes
 * want a password shown within the last five minutes and something of a factor in use.
 */
@Stateless
public class PasskeyDesk {

  @Inject FactorQuery factors;
  @Inject PasskeyQuery rows;
  @Inject Passkeys passkeys;
  @Inject PasskeyOptions options;
  @Inject RelyingParties parties;
  @Inject SecondFactor factor;
  @Inject FactorProof proof;
  @Inject Challenges challenges;
  @Inject AuditTrail audit;

  /** Hers, the oldest first. */
  @Requires
  public List<PasskeyView> mine() {
    return rows.of(person()).stream()
        .map(
            key ->
                new PasskeyView(
                    key.id(), key.label(), key.party(), key.createdAt(), key.lastUsedAt()))
        .toList();
  }

  /** Whether a passkey can be made under this name. */
  @Requires
  public boolean possible(Doorway doorway) {
    return parties.of(doorway).isPresent();
  }

  /**
   * What the browser asks an authenticator to make.
   *
   * @param code of a factor in use, if there is one
   */
  @Requires(fresh = true)
  public String begin(String code, Doorway doorway, String address) {
    var me = person();
    var party = parties.of(doorway).orElseThrow(PasskeyDesk::unavailable);
    passkeys.roomFor(me);
    if (!factors.kinds(me).isEmpty()) {
      proof.want(me, code, address);
    }
    return options.toMake(me, proof.username(me), party);
  }

  /** Keeps the new passkey; recovery codes only with the first factor. */
  @Requires(fresh = true)
  public Enrolled add(NewPasskey made) {
    var me = person();
    boolean first = factors.free(me);
    var added =
        parties
            .of(made.doorway())
            .flatMap(party -> passkeys.add(me, made, party))
            .orElseThrow(() -> new Invalid("passkey-refused"));
    audit.wrote("user.passkey-add", "user_passkey", added);
    return new Enrolled(first ? factor.renew(me) : List.of(), null);
  }

  /** Gives one up; somebody else's is as unknown as none. */
  @Requires(fresh = true)
  public void remove(UUID id, String code, String address) {
    var me = person();
    factors.hold(me);
    if (rows.of(me).stream().noneMatch(key -> key.id().equals(id))) {
      throw new NotFound("not-found");
    }
    if (factors.required(me) && factors.of(me).isEmpty() && rows.of(me).size() == 1) {
      throw new Conflict("factor-required");
    }
    proof.want(me, code, address);
    rows.remove(me, id);
    factors.sweep(me);
    audit.wrote("user.passkey-remove", "user_passkey", id);
  }

  /** What the browser asks an authenticator in the place of a code; empty without one here. */
  @Requires
  public Optional<String> offer(Doorway doorway) {
    var me = person();
    return parties.of(doorway).flatMap(party -> options.toUse(me, party));
  }

  /** Stands for a code once, for some minutes, after a rightly signed answer. */
  @Requires
  public String present(String credential, Doorway doorway, String address) {
    var me = person();
    proof.knock(me, address);
    var found =
        parties
            .of(doorway)
            .map(party -> passkeys.check(me, credential, party))
            .orElse(Passkeys.Answer.WRONG);
    if (found != Passkeys.Answer.RIGHT) {
      proof.refused(me, found == Passkeys.Answer.CLONED ? "passkey-cloned" : "passkey-refused");
      throw new Invalid("passkey-refused");
    }
    proof.passed(me, address);
    return challenges.forPresented(me);
  }

  private static Conflict unavailable() {
    return new Conflict("passkey-unavailable");
  }

  private static UUID person() {
    var actor = Actors.current();
    if (actor.kind() != Actor.Kind.USER) {
      throw new Forbidden("forbidden");
    }
    return actor.id();
  }
}
