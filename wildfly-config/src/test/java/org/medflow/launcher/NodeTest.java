package org.medflow.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NodeTest {

  @TempDir Path folder;

  @Test
  void knowsNothingOfOthersWhenItIsAlone() {
    var alone = Node.alone(new Ports(0));

    assertThat(alone.clustered()).isFalse();
    assertThat(alone.configuration()).isEqualTo("medflow.xml");
    assertThat(alone.name()).isEqualTo("medflow");
  }

  @Test
  void standsBesideTheOthers() {
    var nodes = Node.all(3, new Ports(100));

    assertThat(nodes).extracting(Node::name).containsExactly("medflow", "medflow-2", "medflow-3");
    assertThat(nodes).allMatch(Node::clustered);
    assertThat(nodes).extracting(node -> node.ports().pages()).containsExactly(8180, 8181, 8182);
    assertThat(nodes.get(2).configuration()).isEqualTo("medflow-nodes.xml");
    assertThat(nodes.get(2).members())
        .isEqualTo(nodes.get(0).members())
        .isEqualTo("127.0.0.1[7700],127.0.0.1[7701],127.0.0.1[7702]");
  }

  @Test
  void namesThePortOfTheChannelThatSomebodyElseHas() throws IOException {
    try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var taken = List.of(other.getLocalPort());

      assertThatThrownBy(() -> Ports.requireFree(taken))
          .hasMessageContaining("Port %d is in use".formatted(other.getLocalPort()));
    }
  }

  @Test
  void makesANewKeyForEveryRun() throws IOException, GeneralSecurityException {
    var home = Home.open(folder.resolve("home"));
    var configuration = Files.createDirectories(folder.resolve("configuration"));
    var first = ClusterKey.fresh(home);
    first.install(configuration);
    var second = ClusterKey.fresh(home);

    assertThat(second.password()).isNotEqualTo(first.password());
    assertThat(second.toString()).doesNotContain(second.password());
    var laid = configuration.resolve("nodes.p12");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(laid)))
        .isEqualTo("rw-------");
    var opened = KeyStore.getInstance(laid.toFile(), first.password().toCharArray());
    assertThat(opened.isKeyEntry("nodes")).isTrue();
  }
}
