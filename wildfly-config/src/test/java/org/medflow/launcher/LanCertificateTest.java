package org.medflow.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LanCertificateTest {

  private static final String PASSWORD = "a-password-of-the-store";

  @TempDir Path folder;

  private Path configuration;

  @BeforeEach
  void makeConfiguration() throws IOException {
    configuration = Files.createDirectories(folder.resolve("configuration"));
  }

  private LanCertificate certificate(String... addresses) {
    return new LanCertificate(Home.open(folder.resolve("home")), PASSWORD, List.of(addresses));
  }

  @Test
  void servesACertificateForEveryAddressSignedByItsAuthority()
      throws IOException, GeneralSecurityException {
    var lan = certificate("192.168.4.20");
    lan.install(configuration);

    var authority = authority(lan);
    var server = served();
    server.verify(authority.getPublicKey());
    assertThat(server.getSubjectAlternativeNames().toString())
        .contains("localhost", "127.0.0.1", "192.168.4.20");
    assertThat(authority.getBasicConstraints()).isZero();
    assertThat(server.getBasicConstraints()).isEqualTo(-1);
  }

  @Test
  void keepsItsAuthorityWhenTheAddressesChange() throws IOException, GeneralSecurityException {
    certificate("192.168.4.20").install(configuration);
    var before = authority(certificate());
    var first = served();

    certificate("10.0.0.7").install(configuration);
    assertThat(authority(certificate())).isEqualTo(before);
    assertThat(served()).isNotEqualTo(first);
    assertThat(served().getSubjectAlternativeNames().toString()).contains("10.0.0.7");
  }

  @Test
  void leavesNoPasswordBehind() throws IOException {
    certificate("10.0.0.7").install(configuration);

    assertThat(folder.resolve("home/lan/password")).doesNotExist();
    assertThat(Files.readString(folder.resolve("home/lan/keytool.log"))).doesNotContain(PASSWORD);
  }

  private X509Certificate served() throws IOException, GeneralSecurityException {
    var store = KeyStore.getInstance("PKCS12");
    try (var in = Files.newInputStream(configuration.resolve("lan.p12"))) {
      store.load(in, PASSWORD.toCharArray());
    }
    return (X509Certificate) store.getCertificate("server");
  }

  private static X509Certificate authority(LanCertificate lan)
      throws IOException, GeneralSecurityException {
    try (var in = Files.newInputStream(lan.authority())) {
      return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
    }
  }
}
