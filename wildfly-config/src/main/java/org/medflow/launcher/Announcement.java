package org.medflow.launcher;

import java.nio.file.Files;

/** What a person needs to know when the doors are open. */
record Announcement(Installation installation) {

  void print() {
    var addresses = Addresses.of(installation.ports(), true);
    var home = installation.home();
    Console.say("MedFlow is ready: " + addresses.pages());
    if (installation.lan()) {
      for (var address : LanCertificate.addresses()) {
        Console.say(
            "In the local network: https://%s:%d/".formatted(address, installation.ports().lan()));
      }
      Console.say(
          "Workstations trust it by importing " + installation.lanCertificate().authority() + ".");
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
}
