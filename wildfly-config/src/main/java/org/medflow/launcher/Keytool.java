package org.medflow.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The JDK's keytool; a store's password goes by a file, not by the process list. */
record Keytool(Path folder, String password) {

  void run(Path store, String... words) throws IOException {
    var secret = folder.resolve("password");
    Home.writePrivately(secret, password);
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(List.of("-J-XX:TieredStopAtLevel=1", "-J-XX:+UseSerialGC"));
    command.addAll(List.of(words));
    command.addAll(
        List.of(
            "-keystore",
            store.toString(),
            "-storetype",
            "PKCS12",
            "-storepass:file",
            secret.toString()));
    try {
      Processes.run(command, folder.resolve("keytool.log"));
    } finally {
      Files.deleteIfExists(secret);
    }
  }

  @Override
  public String toString() {
    return "Keytool[" + folder + "]";
  }
}
