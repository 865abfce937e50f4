package org.medflow.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class PortsTest {

  @Test
  void standsOnTheUsualPortsWithoutAnOffset() {
    var ports = new Ports(0);

    assertThat(ports.pages()).isEqualTo(8080);
    assertThat(ports.lan()).isEqualTo(8443);
    assertThat(ports.management()).isEqualTo(9990);
    assertThat(ports.database()).isEqualTo(15432);
  }

  @Test
  void movesAllPortsTogether() {
    var ports = new Ports(700);

    assertThat(ports.pages()).isEqualTo(8780);
    assertThat(ports.management()).isEqualTo(10690);
    assertThat(ports.database()).isEqualTo(16132);
  }

  @Test
  void namesThePortThatSomebodyElseHas() throws IOException {
    try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var ports = new Ports(other.getLocalPort() - 8080);

      assertThatThrownBy(() -> ports.requireFree(false))
          .isInstanceOf(LauncherProblem.class)
          .hasMessageContaining("Port %d is in use".formatted(other.getLocalPort()));
    }
  }

  @Test
  void doesNotMindTheDatabasePortOfADatabaseFromOutside() throws IOException {
    try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var ports = new Ports(other.getLocalPort() - 15432);
      if (ports.offset() > 0 && ports.offset() < 40_000) {
        assertThatCode(() -> ports.requireFree(false)).doesNotThrowAnyException();
        assertThatThrownBy(() -> ports.requireFree(true)).isInstanceOf(LauncherProblem.class);
      }
    }
  }
}
