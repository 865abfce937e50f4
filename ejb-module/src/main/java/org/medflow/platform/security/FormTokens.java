package org.medflow.platform.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import org.medflow.platform.vault.Vault;

/**
 * Tokens that only this house can make: put into a form, they show that the form came from a page
 * of ours. Each is an HMAC over what the browser proves otherwise, so nothing has to be kept and
 * every node knows every token.
 */
@ApplicationScoped
public class FormTokens {

  /** What a token is bound to; tokens of different bonds never meet. */
  public enum Bond {
    SESSION,
    VISITOR
  }

  @Inject Vault vault;

  protected FormTokens() {}

  FormTokens(Vault vault) {
    this.vault = vault;
  }

  /** The token of this session or visitor; empty without one, which fits nothing. */
  public String of(Bond bond, String to) {
    return to == null
        ? ""
        : Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(vault.index("form." + bond.name(), to));
  }

  /** Whether this is the token, compared in a time that says nothing about it. */
  public boolean fits(Bond bond, String to, String shown) {
    return to != null && shown != null && MessageDigest.isEqual(bytes(of(bond, to)), bytes(shown));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
