package org.medflow.identity.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.medflow.identity.boundary.Doorway;
import org.medflow.identity.control.RelyingParties.RelyingParty;

/** Passkeys are made for names of this installation and for nothing else. */
class RelyingPartiesTest {

  private final RelyingParties ours =
      new RelyingParties(Optional.of(URI.create("https://MedFlow.clinic.lan:8543/accueil")));

  @Test
  void knowsThisMachineByTheDoorThatWasReallyUsed() {
    assertThat(new RelyingParties(Optional.empty()).of(new Doorway("localhost", 8080, false)))
        .contains(new RelyingParty("localhost", "http://localhost:8080"));
    assertThat(ours.of(new Doorway("LOCALHOST", 443, true)))
        .contains(new RelyingParty("localhost", "https://localhost"));
  }

  @Test
  void knowsItsPublicName() {
    assertThat(ours.of(new Doorway("medflow.CLINIC.lan", 8080, false)))
        .contains(new RelyingParty("medflow.clinic.lan", "https://medflow.clinic.lan:8543"));
  }

  @Test
  void knowsNoNumbersAndNoForeignNames() {
    for (var host :
        new String[] {"127.0.0.1", "[::1]", "10.0.0.7", "evil.test", "", "localhost."}) {
      assertThat(ours.of(new Doorway(host, 8080, true))).as(host).isEmpty();
    }
  }

  @Test
  void makesNoneForAPublicAddressThatIsNumberOrInClear() {
    for (var address : new String[] {"https://10.0.0.7", "http://medflow.lan", "mailto:a@b"}) {
      var parties = new RelyingParties(Optional.of(URI.create(address)));
      assertThat(parties.of(new Doorway("medflow.lan", 443, true))).as(address).isEmpty();
      assertThat(parties.of(new Doorway("10.0.0.7", 443, true))).as(address).isEmpty();
    }
  }
}
