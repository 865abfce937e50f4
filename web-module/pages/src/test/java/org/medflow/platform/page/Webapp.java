package org.medflow.platform.page;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The web root and the page classes of this module, for tests that look at all of them. */
final class Webapp {

  static final Path ROOT = Path.of("src/main/webapp");
  static final Path BUNDLES = Path.of("src/main/resources/org/medflow/i18n");

  private Webapp() {}

  static List<Screen> screens() {
    return new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.medflow")
            .stream()
            .filter(type -> type.isAnnotatedWith(Screen.class))
            .map(JavaClass::reflect)
            .map(type -> type.getAnnotation(Screen.class))
            .toList();
  }

  /** Views that a browser can reach, as {@code /room/name.xhtml}. */
  static Set<String> views() {
    return files(".xhtml").stream()
        .map(file -> "/" + ROOT.relativize(file).toString().replace('\\', '/'))
        .filter(view -> !view.startsWith("/WEB-INF/") && !view.startsWith("/resources/"))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  static List<Path> files(String ending) {
    try (var files = Files.walk(ROOT)) {
      return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
