package org.medflow.identity.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.medflow.identity.control.FactorQuery.Factor;
import org.medflow.platform.Ids;
import org.medflow.platform.vault.Vault;

/**
 * Codes of the second factor. A secret is proposed sealed, kept aside until its person shows a code
 * made with it, and only then becomes her factor; every code is good once.
 */
@ApplicationScoped
public class SecondFactor {

  private static final String TABLE = "user_factor";
  private static final String COLUMN = "secret_sealed";

  @Inject FactorQuery factors;
  @Inject Vault vault;
  @Inject Clock clock;

  /** A secret that is nobody's factor yet. */
  public record Proposal(UUID id, byte[] sealed) {

    /** To be kept aside as text. */
    public String text() {
      return id + " " + Base64.getEncoder().encodeToString(sealed);
    }

    public static Proposal of(String text) {
      var part = text.split(" ");
      return new Proposal(UUID.fromString(part[0]), Base64.getDecoder().decode(part[1]));
    }
  }

  /** What a code turned out to be. */
  public enum Kind {
    WRONG,
    CODE,
    RECOVERY
  }

  public Proposal propose() {
    var id = Ids.next();
    return new Proposal(id, vault.seal(TABLE, COLUMN, id, Totp.secret()));
  }

  /** The secret as a person types it into an authenticator. */
  public String secret(Proposal proposal) {
    return Base32.of(open(proposal.id(), proposal.sealed()));
  }

  /** The same as authenticators read it from a picture. */
  public String uri(Proposal proposal, String username) {
    var label = URLEncoder.encode("MedFlow:" + username, StandardCharsets.UTF_8);
    return "otpauth://totp/%s?secret=%s&issuer=MedFlow&algorithm=SHA1&digits=6&period=30"
        .formatted(label.replace("+", "%20"), secret(proposal));
  }

  /**
   * Makes the proposal the factor of somebody who has none, if the code fits; new recovery codes,
   * in clear for once.
   */
  public Optional<List<String>> confirm(UUID user, Proposal proposal, String code) {
    var now = clock.instant();
    var step = Totp.step(open(proposal.id(), proposal.sealed()), code, now);
    var made = new Factor(proposal.id(), proposal.sealed(), now);
    return step.isPresent() && factors.put(user, made, step.getAsLong())
        ? Optional.of(renew(user))
        : Optional.empty();
  }

  /** The same for somebody whose factor is replaced by it. */
  public Optional<List<String>> replace(UUID user, Proposal proposal, String code) {
    var fits = Totp.step(open(proposal.id(), proposal.sealed()), code, clock.instant()).isPresent();
    if (fits) {
      factors.remove(user);
    }
    return fits ? confirm(user, proposal, code) : Optional.empty();
  }

  /** New recovery codes; the earlier ones are good no longer. */
  public List<String> renew(UUID user) {
    var codes = RecoveryCodes.fresh();
    factors.renew(user, codes.stream().map(RecoveryCodes::plain).map(PasswordHash::of).toList());
    return codes;
  }

  /** Looks at a code and uses it up when it is good. */
  public Kind use(UUID user, String typed) {
    var code = typed == null ? "" : typed.replace(" ", "");
    if (spend(user, code)) {
      return Kind.CODE;
    }
    return recover(user, RecoveryCodes.plain(typed)) ? Kind.RECOVERY : Kind.WRONG;
  }

  private boolean spend(UUID user, String code) {
    return factors
        .of(user)
        .map(factor -> Totp.step(open(factor.id(), factor.sealed()), code, clock.instant()))
        .filter(step -> step.isPresent() && factors.spend(user, step.getAsLong()))
        .isPresent();
  }

  private boolean recover(UUID user, String plain) {
    return !plain.isEmpty()
        && factors.left(user).stream()
            .filter(left -> PasswordHash.fits(plain, left.hash()))
            .findFirst()
            .filter(left -> factors.use(left.id(), clock.instant()))
            .isPresent();
  }

  private byte[] open(UUID id, byte[] sealed) {
    return vault.open(TABLE, COLUMN, id, sealed);
  }
}
