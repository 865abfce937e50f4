package org.medflow.launcher;

import java.nio.file.Files;

/** What a person needs to know when the doors are open. */
record Announcement(Installation installation) {

  void print() {
    var addresses = Addresses.of(installation.ports(), true);
    var home = installation.home();
    for (var node : installation.nodes()) {
      Console.say("MedFlow is ready: " + Addresses.of(node.ports(), true).pages());
    }
    if (installation.lan()) {
      network();
    }
    FirstAdministrator.token(installation.database())
        .ifPresent(
            token ->
                Console.say(
                    ("Create the first administrator (one time, within 24 hours): "
                            + "%spremier-demarrage?token=%s")
                        .formatted(addresses.pages(), token)));
    if (Files.exists(home.demoUsers())) {
      Console.say("Demonstration accounts: " + home.demoUsers());
    }
    Console.say(
        "Server console: %s (account in %s)".formatted(addresses.console(), home.console()));
  }

  private void network() {
    for (var address : LanCertificate.addresses()) {
      for (var node : installation.nodes()) {
        Console.say("In the local network: https://%s:%d/".formatted(address, node.ports().lan()));
      }
    }
    Console.say(
        "Workstations trust it by importing " + installation.lanCertificate().authority() + ".");
  }
}
