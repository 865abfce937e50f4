package org.medflow.launcher;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A certificate authority of this installation, and the server's certificate for every address of
 * this machine. The authority is made once, so that workstations trust it once; the certificate is
 * made anew when the addresses changed.
 */
final class LanCertificate {

  private static final String CA_DAYS = "3650";
  private static final String SERVER_DAYS = "397";

  private final Path folder;
  private final String password;
  private final String names;

  LanCertificate(Home home, String password, List<String> addresses) {
    this.folder = home.lan();
    this.password = password;
    this.names = subjectNames(addresses);
  }

  /** What a workstation must import to trust this server. */
  Path authority() {
    return folder.resolve("medflow-ca.crt");
  }

  /** Lays the server's key store down where WildFly expects it. */
  void install(Path configuration) {
    try {
      Files.createDirectories(folder);
      if (!Files.exists(authority())) {
        makeAuthority();
      }
      var known = folder.resolve("names");
      if (!Files.exists(known) || !Files.readString(known).equals(names)) {
        makeServer();
        Files.writeString(known, names);
      }
      Files.copy(
          store("server"), configuration.resolve("lan.p12"), StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException refused) {
      throw new LauncherProblem("%s cannot be written.".formatted(folder), refused);
    }
  }

  private void makeAuthority() throws IOException {
    Files.deleteIfExists(store("ca"));
    keytool(
        "ca",
        "-genkeypair",
        "-alias",
        "ca",
        "-dname",
        "CN=MedFlow local authority",
        "-keyalg",
        "EC",
        "-groupname",
        "secp384r1",
        "-validity",
        CA_DAYS,
        "-ext",
        "bc:critical=ca:true,pathlen:0",
        "-ext",
        "ku:critical=keyCertSign,cRLSign");
    keytool("ca", "-exportcert", "-rfc", "-alias", "ca", "-file", authority().toString());
  }

  private void makeServer() throws IOException {
    Files.deleteIfExists(store("server"));
    var request = folder.resolve("server.csr").toString();
    var answer = folder.resolve("server.crt").toString();
    keytool(
        "server",
        "-genkeypair",
        "-alias",
        "server",
        "-dname",
        "CN=MedFlow",
        "-keyalg",
        "EC",
        "-groupname",
        "secp256r1");
    keytool("server", "-certreq", "-alias", "server", "-file", request);
    keytool(
        "ca",
        "-gencert",
        "-rfc",
        "-alias",
        "ca",
        "-infile",
        request,
        "-outfile",
        answer,
        "-validity",
        SERVER_DAYS,
        "-ext",
        names,
        "-ext",
        "eku=serverAuth",
        "-ext",
        "ku:critical=digitalSignature");
    keytool("server", "-importcert", "-noprompt", "-alias", "ca", "-file", authority().toString());
    keytool("server", "-importcert", "-noprompt", "-alias", "server", "-file", answer);
  }

  private void keytool(String store, String... words) throws IOException {
    new Keytool(folder, password).run(store(store), words);
  }

  private Path store(String name) {
    return folder.resolve(name + ".p12");
  }

  static String subjectNames(List<String> addresses) {
    return Stream.concat(
            Stream.of("dns:localhost", "ip:127.0.0.1"),
            addresses.stream().map(LanCertificate::subjectName))
        .collect(Collectors.joining(",", "san=", ""));
  }

  private static String subjectName(String address) {
    return (address.matches("[0-9.]+") ? "ip:" : "dns:") + address;
  }

  /** The addresses by which other machines may reach this one. */
  static List<String> addresses() {
    try {
      var found = new TreeSet<String>();
      for (var network : Collections.list(NetworkInterface.getNetworkInterfaces())) {
        if (network.isUp() && !network.isLoopback()) {
          network
              .inetAddresses()
              .filter(Inet4Address.class::isInstance)
              .forEach(address -> found.add(address.getHostAddress()));
        }
      }
      return List.copyOf(found);
    } catch (SocketException unknown) {
      throw new LauncherProblem("The addresses of this machine cannot be read.", unknown);
    }
  }
}
