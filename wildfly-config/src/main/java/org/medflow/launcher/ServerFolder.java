package org.medflow.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The installation's own side of WildFly: configuration, data, logs and the deployed EAR. The
 * configuration is laid down anew when the build's scripts changed, so what an administrator sets
 * in the console lasts until then.
 */
final class ServerFolder {

  static final String ADMINISTRATOR = "console";

  private static final String REALM = "ManagementRealm";
  private static final int PASSWORD_LENGTH = 24;
  private static final String EAR = "medflow.ear";
  private static final String USERS = "configuration/mgmt-users.properties";

  private final Home home;
  private final Build build;
  private final Path folder;

  ServerFolder(Home home, Build build) {
    this(home, build, 1);
  }

  ServerFolder(Home home, Build build, int node) {
    this.home = home;
    this.build = build;
    this.folder = home.server(node);
  }

  void prepare() {
    try {
      for (var part : new String[] {"configuration", "data", "log", "deployments"}) {
        Files.createDirectories(folder.resolve(part));
      }
      configuration();
      administrator();
      deployment();
    } catch (IOException refused) {
      throw new LauncherProblem("%s cannot be prepared.".formatted(folder), refused);
    }
  }

  Path deployments() {
    return folder.resolve("deployments");
  }

  /** Where the server's own refusal of the EAR would be found. */
  boolean deploymentFailed() {
    return Files.exists(deployments().resolve(EAR + ".failed"));
  }

  /** Whether the build has moved on since this server was started. */
  boolean outdated() {
    try {
      return !same(build.application(), deployments().resolve(EAR));
    } catch (IOException unreadable) {
      throw new LauncherProblem("%s cannot be read.".formatted(deployments()), unreadable);
    }
  }

  private void configuration() throws IOException {
    var target = folder.resolve("configuration");
    var mark = target.resolve("provisioned");
    var wanted = build.serverMark();
    if (Files.exists(mark) && Files.readString(mark).equals(wanted)) {
      return;
    }
    var source = build.server().resolve("standalone/configuration");
    try (var files = Files.newDirectoryStream(source, path -> Files.isRegularFile(path))) {
      for (var file : files) {
        if (!file.getFileName().toString().startsWith("mgmt-")) {
          Files.copy(file, target.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
        }
      }
    }
    Files.writeString(mark, wanted);
  }

  /**
   * One console account with a password nobody chose, told only in a file of the home folder;
   * further nodes have the account of the first.
   */
  private void administrator() throws IOException {
    var users = folder.resolve(USERS);
    var first = home.server().resolve(USERS);
    if (!users.equals(first)) {
      Home.writePrivately(users, Files.readString(first));
      Home.writePrivately(users.resolveSibling("mgmt-groups.properties"), "");
      return;
    }
    if (Files.exists(users) && Files.exists(home.console())) {
      return;
    }
    var password = RandomText.password(PASSWORD_LENGTH);
    Home.writePrivately(users, "%s=%s\n".formatted(ADMINISTRATOR, digest(password)));
    Home.writePrivately(users.resolveSibling("mgmt-groups.properties"), "");
    Home.writePrivately(
        home.console(), "user: %s\npassword: %s\n".formatted(ADMINISTRATOR, password));
  }

  /** WildFly's property realm keeps the HTTP digest of user, realm and password. */
  static String digest(String password) {
    try {
      var text = "%s:%s:%s".formatted(ADMINISTRATOR, REALM, password);
      var md5 = MessageDigest.getInstance("MD5");
      return HexFormat.of().formatHex(md5.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("MD5 is not there", impossible);
    }
  }

  private void deployment() throws IOException {
    if (!Files.exists(build.application())) {
      throw new LauncherProblem("%s is not built.".formatted(build.application()));
    }
    try (var old = Files.newDirectoryStream(deployments(), EAR + ".*")) {
      for (var marker : old) {
        Files.delete(marker);
      }
    }
    var target = deployments().resolve(EAR);
    if (!same(build.application(), target)) {
      Files.copy(
          build.application(),
          target,
          StandardCopyOption.REPLACE_EXISTING,
          StandardCopyOption.COPY_ATTRIBUTES);
    }
    try {
      Files.createFile(deployments().resolve(EAR + ".dodeploy"));
    } catch (FileAlreadyExistsException raced) {
      throw new LauncherProblem("Another launcher works on %s.".formatted(deployments()), raced);
    }
  }

  /** A copy keeps its time less exactly than the original has it. */
  private static boolean same(Path one, Path other) throws IOException {
    return Files.exists(other)
        && Files.size(one) == Files.size(other)
        && Files.getLastModifiedTime(one).toMillis() == Files.getLastModifiedTime(other).toMillis();
  }
}
