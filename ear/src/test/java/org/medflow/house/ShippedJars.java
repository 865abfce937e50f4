package org.medflow.house;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import java.util.zip.ZipInputStream;
import org.medflow.harness.Settings;

/** Every library that leaves the house: inside the EAR, and beside the launcher. */
final class ShippedJars {

  private static final String VERSION = "[-_]\\d[\\w.]*(-[\\w.]+)*$";

  private final Map<String, String> versions = new TreeMap<>();

  private ShippedJars() {}

  /** Versions by name, ours left out. */
  static Map<String, String> in(Path ear, Path launcherLibraries) throws IOException {
    var shipped = new ShippedJars();
    shipped.archive(Files.readAllBytes(ear));
    try (var files = Files.list(launcherLibraries)) {
      for (var jar : files.filter(file -> file.toString().endsWith(".jar")).toList()) {
        shipped.library(jar.getFileName().toString(), Files.readAllBytes(jar));
      }
    }
    return shipped.versions;
  }

  private void archive(byte[] content) throws IOException {
    try (var zip = new ZipInputStream(new ByteArrayInputStream(content))) {
      for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        var name = entry.getName();
        if (name.endsWith(".war")) {
          archive(zip.readAllBytes());
        } else if (name.contains("lib/") && name.endsWith(".jar")) {
          library(name.substring(name.lastIndexOf('/') + 1), zip.readAllBytes());
        }
      }
    }
  }

  private void library(String file, byte[] content) throws IOException {
    var stem = file.substring(0, file.length() - ".jar".length());
    var name = stem.replaceFirst(VERSION, "");
    if (!name.startsWith("medflow-")) {
      var named = stem.length() > name.length() ? stem.substring(name.length() + 1) : null;
      versions.put(name, named == null ? inside(name, content) : named);
    }
  }

  /** What the jar says of itself. */
  private static String inside(String name, byte[] content) throws IOException {
    var manifest = "";
    try (var zip = new ZipInputStream(new ByteArrayInputStream(content))) {
      for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (entry.getName().endsWith("/" + name + "/pom.properties")) {
          return property(zip);
        }
        if (entry.getName().equals("META-INF/MANIFEST.MF")) {
          manifest = version(new Manifest(zip).getMainAttributes());
        }
      }
    }
    return manifest.isEmpty() ? pinned(name) : manifest;
  }

  /** A jar that says nothing of itself has the version that the parent POM pins. */
  private static String pinned(String name) throws IOException {
    var pom = Files.readString(Settings.root().resolve("pom.xml"));
    var version =
        Pattern.compile("<artifactId>" + Pattern.quote(name) + "</artifactId>\\s*<version>([^<]+)")
            .matcher(pom);
    return version.find() ? version.group(1) : "";
  }

  private static String property(InputStream in) throws IOException {
    var properties = new Properties();
    properties.load(in);
    return properties.getProperty("version");
  }

  private static String version(Attributes attributes) {
    var bundle = attributes.getValue("Bundle-Version");
    var version = attributes.getValue(Attributes.Name.IMPLEMENTATION_VERSION);
    return version != null ? version : bundle == null ? "" : bundle;
  }
}
