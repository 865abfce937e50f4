package org.medflow.legacy.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import org.junit.jupiter.api.RepeatedTest;

class ImportReportTest {

  private static final String TEXT = "{\"run\":\"0190a000\",\"addsUp\":true}";

  /** Leading zeros and leading ones of r and s change the form, so many keys and signatures. */
  @RepeatedTest(40)
  void givesTheSignatureInTheFormThatOthersVerify() throws Exception {
    var generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    var pair = generator.generateKeyPair();
    var signer = Signature.getInstance("SHA256withECDSAinP1363Format");
    signer.initSign(pair.getPrivate());
    signer.update(TEXT.getBytes(StandardCharsets.UTF_8));
    var value = Base64.getUrlEncoder().withoutPadding().encodeToString(signer.sign());

    var verifier = Signature.getInstance("SHA256withECDSA");
    verifier.initVerify(pair.getPublic());
    verifier.update(TEXT.getBytes(StandardCharsets.UTF_8));
    assertThat(verifier.verify(new ImportReport.Signature("ES256", "k", value, TEXT).der()))
        .isTrue();
  }
}
