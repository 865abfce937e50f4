package org.medflow.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.medflow.harness.ClinicFixture;
import org.medflow.harness.Settings;
import org.medflow.harness.Shared;
import org.medflow.harness.Wire;
import org.medflow.identity.Attacks.Answer;

/** Credentials that are spoilt on the way: cut, swapped, repeated, endless. */
@Tag("identity")
class AuthorizationHeaderFaultIT {

  private static final String[] SCHEMES = {
    "Bearer ", "Operator ", "Basic ", "Digest ", "Negotiate ", "bearer:", "Token ", ""
  };
  private static final int[] SIZES = {1_000, 4_097, 8_192, 40_000, 200_000, 1_500_000};

  private static String genuine;

  @BeforeAll
  static void open() {
    var clinic = ClinicFixture.open("receptionist");
    var who = clinic.staff("receptionist");
    genuine =
        Shared.server()
            .anonymous()
            .signIn(who.username(), who.password())
            .json()
            .getString("accessToken");
  }

  @Test
  void letsNoSpoiltCredentialIn() {
    int shots = Settings.longRound() ? 50_000 : 1_500;
    long seed = Settings.seed(51);
    var random = new Random(seed);
    try (var attacks = new Attacks("headers");
        var wire = new Wire(Shared.server().ports().pages())) {
      assertThat(shown(wire, "Bearer " + genuine).status()).isEqualTo(200);
      for (int i = 0; i < shots; i++) {
        var header = spoilt(random);
        attacks.make(head(header), () -> shown(wire, header));
      }
      for (int size : SIZES) {
        for (var scheme : List.of("Bearer ", "Operator ", "Basic ")) {
          var header = scheme + "A".repeat(size);
          attacks.make(scheme + size, () -> shown(wire, header));
        }
        var long_ = "Bearer " + genuine + ".".repeat(size);
        attacks.make("genuine and dots " + size, () -> shown(wire, long_));
      }
      assertThat(shown(wire, "Bearer " + genuine).status()).isEqualTo(200);
      attacks.assertNobodyIn(" (seed %d)".formatted(seed));
    }
  }

  private static String spoilt(Random random) {
    return switch (random.nextInt(9)) {
      case 0 -> "Bearer " + flipped(random);
      case 1 -> "Bearer " + genuine.substring(0, random.nextInt(genuine.length() - 4));
      case 2 -> "Bearer " + genuine.substring(1 + random.nextInt(genuine.length() - 1));
      case 3 -> "Bearer " + resigned(random);
      case 4 -> "Bearer " + inserted(random);
      case 5 -> SCHEMES[1 + random.nextInt(SCHEMES.length - 1)] + genuine;
      case 6 -> SCHEMES[random.nextInt(SCHEMES.length)] + noise(random);
      case 7 -> "Bearer " + genuine + ", Bearer " + flipped(random);
      default -> "Bearer " + swappedParts();
    };
  }

  /** One letter of what is signed is another one. */
  private static String flipped(Random random) {
    int at = random.nextInt(genuine.lastIndexOf('.'));
    char other = genuine.charAt(at) == 'A' ? 'B' : 'A';
    return genuine.substring(0, at) + other + genuine.substring(at + 1);
  }

  /** One bit of the signature is another one. */
  private static String resigned(Random random) {
    var signature = Base64.getUrlDecoder().decode(Forge.signature(genuine));
    signature[random.nextInt(signature.length)] ^= (byte) (1 << random.nextInt(8));
    return genuine.substring(0, genuine.lastIndexOf('.') + 1) + Forge.coded(signature);
  }

  private static String inserted(Random random) {
    int at = 1 + random.nextInt(genuine.lastIndexOf('.') - 1);
    var strange = new String[] {"\u0000", "\u0001", "\u00e9", "=", " ", "%00", "\u007f", ".", ";"};
    return genuine.substring(0, at)
        + strange[random.nextInt(strange.length)]
        + genuine.substring(at);
  }

  private static String noise(Random random) {
    var bytes = new byte[random.nextInt(300)];
    random.nextBytes(bytes);
    return random.nextBoolean()
        ? Base64.getEncoder().encodeToString(bytes)
        : new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1).replaceAll("[\r\n]", "");
  }

  private static String swappedParts() {
    var parts = genuine.split("\\.");
    return parts[1] + "." + parts[0] + "." + parts[2];
  }

  private static String head(String header) {
    return header.substring(0, Math.min(60, header.length()));
  }

  private static Answer shown(Wire wire, String header) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Accept", "application/json");
    headers.put("Authorization", header);
    try {
      int status = wire.send(Wire.request("GET", "/api/v1/me", headers, new byte[0]));
      return new Answer(status, wire.body(), status / 100 == 2);
    } catch (IOException | RuntimeException hungUp) {
      wire.close();
      return new Answer(0, "", false);
    }
  }
}
