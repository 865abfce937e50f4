package org.medflow.identity.boundary;

import java.math.BigInteger;
import java.security.interfaces.ECPublicKey;
import java.util.Base64;

/** The public half of a P-256 key as RFC 7517 and RFC 7518 6.2 write it. */
public record PublicKeyView(
    String kty, String crv, String kid, String use, String alg, String x, String y) {

  private static final int BYTES = 32;

  public static PublicKeyView of(String kid, ECPublicKey key) {
    var point = key.getW();
    return new PublicKeyView(
        "EC", "P-256", kid, "sig", "ES256", text(point.getAffineX()), text(point.getAffineY()));
  }

  /** Always 32 bytes, most significant first. */
  private static String text(BigInteger coordinate) {
    var signed = coordinate.toByteArray();
    var whole = new byte[BYTES];
    int length = Math.min(BYTES, signed.length);
    System.arraycopy(signed, signed.length - length, whole, BYTES - length, length);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(whole);
  }
}
