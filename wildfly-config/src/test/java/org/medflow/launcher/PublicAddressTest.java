package org.medflow.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicAddressTest {

  @Test
  void isANameOverHttpsThatTheCertificateCarries() {
    var name = PublicAddress.of("https://medflow.clinic.lan:8543").orElseThrow().name();
    assertThat(name).isEqualTo("medflow.clinic.lan");
    assertThat(LanCertificate.subjectNames(List.of("10.0.0.7", name)))
        .isEqualTo("san=dns:localhost,ip:127.0.0.1,ip:10.0.0.7,dns:medflow.clinic.lan");
    assertThat(PublicAddress.of(" ")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"http://medflow.lan", "https://10.0.0.7:8543", "medflow.lan", "https://", "a b"})
  void refusesWhatIsNoSuchName(String said) {
    assertThatThrownBy(() -> PublicAddress.of(said))
        .isInstanceOf(LauncherProblem.class)
        .hasMessageContaining("MEDFLOW_PUBLIC_URL");
  }
}
