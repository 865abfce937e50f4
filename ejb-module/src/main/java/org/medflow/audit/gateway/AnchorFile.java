package org.medflow.audit.gateway;

import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.SYNC;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Anchors outside the database: a line each in {@code anchors/audit.txt} of the home folder. */
@ApplicationScoped
public class AnchorFile {

  @Inject
  @ConfigProperty(name = "MEDFLOW_HOME")
  String home;

  void add(String line) {
    var file = Path.of(home).resolve("anchors/audit.txt");
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, line + System.lineSeparator(), CREATE, APPEND, SYNC);
    } catch (IOException refused) {
      throw new UncheckedIOException("an anchor cannot be kept at " + file, refused);
    }
  }
}
